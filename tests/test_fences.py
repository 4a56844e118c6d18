"""Fences: of which of the five kinds each is, and what is read from commands and from prose."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckbuild.model import (
    Block,
    Code,
    Command,
    Definition,
    Diagram,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    RichText,
    Subheading,
    Term,
    blocks,
    nested,
)
from deckbuild.readers import blocks as b
from deckbuild.readers.passages import fences

from .examples import sampled

DATA = Path(__file__).parent / "fences"
OWN = yaml.safe_load((DATA / "own.yaml").read_text("utf-8"))
CORPUS = os.environ.get("DECKBUILD_CORPUS", "")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="DECKBUILD_CORPUS is not set")
PROGRAMMING = [
    "bash",
    "c",
    "c#",
    "c++",
    "cpp",
    "cs",
    "css",
    "go",
    "groovy",
    "html",
    "java",
    "javascript",
    "js",
    "json",
    "jsp",
    "jsx",
    "kotlin",
    "php",
    "plsql",
    "py",
    "python",
    "rb",
    "ruby",
    "rust",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "vue",
    "xml",
    "yaml",
    "yml",
]


def fence(text: str, info: str | None = "", line: int = 1) -> b.Fence:
    return b.Fence(text.rstrip("\n"), info, line, line)


def kind(text: str, info: str | None = "") -> str:
    return fences.kind_of(fence(text, info))


def commands(text: str, info: str = "bash") -> list[Block]:
    return fences.verbatim(fence(text, info), "command", "n.md")


def prose(text: str, may_define: bool = False) -> list[Block]:
    return fences.prose(fence(text), "n.md", may_define)


def only(found: list[Block], wanted: type) -> list[Block]:
    assert all(isinstance(block, wanted) for block in found), found
    return found


def typed(found: list[Block]) -> list[tuple[str, str, str]]:
    return [(c.code, c.comment.plain, c.output) for c in found if isinstance(c, Command)]


def texts(block: Block) -> Iterator[str]:
    """Every text that a block holds by itself."""
    for name in block.__struct_fields__:
        value = getattr(block, name)
        if isinstance(value, RichText):
            yield value.plain
        elif name == "leads_to":
            yield from (text.plain for text in value)
        elif isinstance(value, str):
            yield value


def words(found: list[Block]) -> str:
    return " ".join(text for block in blocks(found) for text in texts(block))


# kinds


@pytest.mark.parametrize("case", OWN, ids=[case["name"] for case in OWN])
def test_a_fence_is_of_the_kind_that_a_reader_sees_in_it(case: dict[str, str]) -> None:
    assert kind(case["text"], case.get("info", "")) == case["label"]


def test_at_least_sixty_fences_of_our_own_cover_all_five_kinds() -> None:
    assert len(OWN) >= 60
    assert {case["label"] for case in OWN} == {"command", "code", "output", "diagram", "prose"}


@pytest.mark.parametrize(
    ("info", "wanted"),
    [
        ("{.python .numberLines}", "code"),
        ("Python title=x", "code"),
        ("js=", "code"),
        ("c++", "code"),
        ("output", "output"),
        ("결과", "output"),
        ("text", "prose"),
        (None, "prose"),
        ('title="정리"', "prose"),
        ("예시", "prose"),
        ("ad-note", "prose"),
        ("stack", "diagram"),
        ("markdown", "code"),
    ],
)
def test_the_label_decides_unless_it_names_no_language(info: str | None, wanted: str) -> None:
    assert kind("프로세스는 실행 중인 프로그램이다.\n", info) == wanted


@pytest.mark.parametrize("lang", sampled(PROGRAMMING, PROGRAMMING[::10]))
@pytest.mark.parametrize("case", [case for case in OWN if case["label"] == "prose"], ids=lambda case: case["name"])
def test_no_label_of_a_programming_language_ever_gives_prose(lang: str, case: dict[str, str]) -> None:
    assert kind(case["text"], lang) != "prose"


@pytest.mark.parametrize(
    "code",
    [
        "for (int i = 0; i < n; i++) { // 모든 원소에 대해서 반복한다\n    total += i; // 합계에 더한다\n}",
        "DROP PROCEDURE 프로시저이름;",
        'String 이름 = "김철수는 서울에 사는 사람입니다.";',
        "(a + bi)(c + di) = (ac - bd) + (ad + bc)i",
        "# 데이터를 읽는다\ndata = load('파일 이름')\n# 결과를 보여 준다\nprint(data)",
        "만약 n == 1 이면 반환 1\n아니면 반환 n * 팩토리얼(n - 1)",
        "Input value\nif value > 10 then\n  print the value\nend if",
        "GET /users?name=kim HTTP/1.1\nHost: example.com",
    ],
)
def test_code_with_words_of_a_language_is_not_prose(code: str) -> None:
    assert kind(code) == "code"


@pytest.mark.parametrize(
    "text",
    [
        "make sure that the node is running",
        "git 명령어를 알아 두면 편하다",
        "go to the settings and find the source",
        "Docker is a platform that packages programs.",
    ],
)
def test_a_sentence_that_begins_like_a_command_is_none(text: str) -> None:
    assert kind(text) != "command"


# commands


def test_comments_stand_above_behind_or_below() -> None:
    assert typed(commands("# list\ndocker ps\ndocker images  # show")) == [
        ("docker ps", "list", ""),
        ("docker images", "show", ""),
    ]
    assert typed(commands("docker ps\n# list\ndocker images\n# show")) == [
        ("docker ps", "list", ""),
        ("docker images", "show", ""),
    ]
    assert typed(commands("# list\ndocker ps # all")) == [("docker ps", "list; all", "")]
    assert typed(commands("git add . // 스테이징")) == [("git add .", "스테이징", "")]


def test_a_comment_below_the_only_command_is_what_it_printed_or_a_remark() -> None:
    (printed,) = commands("sha256sum disk.img\n# 9c0e41bb  disk.img", "sh")
    assert isinstance(printed, Command)
    assert (printed.output, printed.comment.plain) == ("9c0e41bb  disk.img", "")
    command, remark = commands("mount /dev/sdb1\n# only root may do this", "sh")
    assert isinstance(command, Command)
    assert isinstance(remark, Point)
    assert (command.comment.plain, remark.text.plain) == ("", "only root may do this")


def test_comments_without_words_below_each_command_were_printed() -> None:
    found = commands("nproc\n# 8\nuname -m\n# x86_64")
    assert [(block.output, block.comment.plain) for block in found if isinstance(block, Command)] == [
        ("8", ""),
        ("x86_64", ""),
    ]


PROMPTS = ["mina@build-7:~$", "mina@build ~ %", "[mina@build src]$", "(venv) mina@build:/opt/app#"]


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("info", ["", "console"])
def test_a_prompt_at_which_nothing_is_typed_shows_that_a_terminal_printed_the_rest(prompt: str, info: str) -> None:
    banner = "Welcome to the build machine\nLast login: Tue Mar  3 08:00:11 from 10.1.1.4\nYou have new mail, and it is long."
    assert kind(f"{banner}\n{prompt}", info) == "output"
    (said, command) = commands(f"{banner}\n{prompt} ls", info)
    assert kind(f"{banner}\n{prompt} ls", info) == "command"
    assert isinstance(said, Code)
    assert isinstance(command, Command)
    assert command.code == "ls"


@pytest.mark.parametrize(
    "text",
    [
        "Write to mina@build.example, or call her.\nShe is there at nine.",
        "The mail is mina@build.example.\nIt costs 5 $ a month to keep it.",
    ],
)
def test_an_address_is_no_prompt(text: str) -> None:
    assert kind(text) == "prose"


def test_a_comment_before_another_comment_names_what_follows() -> None:
    heading, command, last = commands("# 설치\n\n# 받는다\napt update\n\n# 끝")
    assert isinstance(heading, Subheading)
    assert (heading.text.plain, heading.place.line) == ("설치", 1)
    assert typed([command]) == [("apt update", "받는다", "")]
    assert isinstance(last, Point)
    assert last.text.plain == "끝"


def test_a_comment_followed_by_a_blank_line_is_kept() -> None:
    assert typed(commands("# 목록을 본다\n\ndocker ps")) == [("docker ps", "목록을 본다", "")]


@pytest.mark.parametrize(
    "prompt",
    ["$ ", "% ", "❯ ", "root@web:~# ", "[kim@web ~]$ ", "PS C:\\work> ", "C:\\>", "(venv) $ ", "bash-5.1$ ", "/ # "],
)
def test_prompts_of_all_shells_are_taken_off(prompt: str) -> None:
    text = f"{prompt}npm test\nok 1\n{prompt}npm run build\n"
    assert kind(text) == "command"
    assert typed(commands(text)) == [("npm test", "", "ok 1"), ("npm run build", "", "")]


@pytest.mark.parametrize("prompt", ["# ", "> "])
def test_a_weak_prompt_counts_only_before_known_commands(prompt: str) -> None:
    assert typed(commands(f"{prompt}npm test\n{prompt}npm start\n", "")) == [
        ("npm test", "", ""),
        ("npm start", "", ""),
    ]
    assert kind(f"{prompt}make it so\n{prompt}and go on\n") != "command"


def test_what_a_session_printed_is_kept_with_its_command() -> None:
    found = commands(
        "# before\n$ docker ps \\\n> -a\nID   NAME\n# not a comment\n1\n\n# files\n$ ls\na.txt\n", "console"
    )
    assert typed(found) == [("docker ps \\\n-a", "before", "ID   NAME\n# not a comment\n1"), ("ls", "files", "a.txt")]
    assert [(block.place.line, block.place.last) for block in found] == [(2, 6), (9, 10)]


def test_tables_below_a_command_without_prompt_were_printed() -> None:
    assert typed(commands("docker ps\nCONTAINER ID   IMAGE\n1f2e3d         nginx\n\ndocker images")) == [
        ("docker ps", "", "CONTAINER ID   IMAGE\n1f2e3d         nginx"),
        ("docker images", "", ""),
    ]


def test_text_before_the_first_prompt_stands_for_itself() -> None:
    first, second = commands("Ubuntu 24.04\n$ ls\n", "console")
    assert isinstance(first, Code)
    assert (first.text, first.role) == ("Ubuntu 24.04", "output")
    assert isinstance(second, Command)


@pytest.mark.parametrize(
    "whole",
    [
        "docker run -d \\\n  --name web \\\n  nginx",
        "cat <<'EOF' > a.txt\n# 주석이 아니다\n$ 프롬프트도 아니다\nEOF",
        "curl -d '{\n  \"a\": 1\n}' http://localhost",
        "cat access.log |\n  sort |\n  uniq -c",
        "npm ci &&\nnpm test",
    ],
)
def test_a_command_of_several_lines_stays_whole(whole: str) -> None:
    assert [code for code, _, _ in typed(commands(f"{whole}\nls"))] == [whole, "ls"]


def test_a_here_document_without_end_is_one_line() -> None:
    assert [code for code, _, _ in typed(commands("cat <<EOF\nls\npwd"))] == ["cat <<EOF", "ls", "pwd"]


def test_signs_in_quotation_marks_begin_no_comment() -> None:
    assert typed(commands('echo "it # no"\necho don\'t # yes\ncurl https://a.b//c')) == [
        ('echo "it # no"', "", ""),
        ("echo don't", "yes", ""),
        ("curl https://a.b//c", "", ""),
    ]


def test_windows_shells_have_their_own_signs() -> None:
    assert typed(commands("REM 목록\ndir /s ^\n  /b", "cmd")) == [("dir /s ^\n  /b", "목록", "")]
    assert typed(commands("Get-Process |\n  Sort-Object CPU # 정렬", "powershell")) == [
        ("Get-Process |\n  Sort-Object CPU", "정렬", "")
    ]


def test_a_fence_of_comments_alone_is_code() -> None:
    (found,) = commands("# 아무것도\n# 하지 않는다")
    assert isinstance(found, Code)
    assert found.text == "# 아무것도\n# 하지 않는다"


# other verbatim kinds


def test_diagrams_maths_and_output_are_kept_as_they_are() -> None:
    (drawn,) = fences.verbatim(fence("graph TD\n  A --> B"), "diagram", "n.md")
    assert isinstance(drawn, Diagram)
    assert (drawn.lang, drawn.source) == ("mermaid", "graph TD\n  A --> B")
    (formula,) = fences.verbatim(fence("\\sum x", "math"), "code", "n.md")
    assert isinstance(formula, Math)
    (printed,) = fences.verbatim(fence("a | b"), "output", "n.md")
    assert isinstance(printed, Code)
    assert printed.role == "output"
    assert fences.verbatim(fence(" \n"), "code", "n.md") == []


# prose


def test_lists_in_prose_are_nested_by_their_indentation() -> None:
    (found,) = prose("1) 하나를 한다\n   - 안의 것\n     - 더 안의 것\n   - 둘째 것\n2) 둘을 한다\n")
    assert isinstance(found, List)
    assert (found.style, found.start, len(found.items)) == ("ordered", 1, 2)
    (inner,) = nested(found.items[0])
    assert isinstance(inner, List)
    assert [item.text.plain for item in inner.items if isinstance(item, Point)] == ["안의 것", "둘째 것"]
    assert [block.place.line for block in blocks([found])] == [1, 1, 2, 2, 3, 3, 4, 5]


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "· ", "1. ", "1) ", "(1) ", "① ", "①"])
def test_every_usual_marker_makes_an_item(marker: str) -> None:
    (found,) = prose(f"{marker}항목이다")
    assert isinstance(found, List)
    assert found.style == ("ordered" if re.search(r"[\d①]", marker) else "bullet")
    assert isinstance(found.items[0], Point)
    assert found.items[0].text.plain == "항목이다"


def test_a_line_above_a_list_is_its_name() -> None:
    pros, cons, rest = prose("장점\n  - 빠르다\n단점 :\n- 무겁다\n\n그래서 둘 다 쓴다.\n- 아니다\n")[:3]
    assert isinstance(pros, List)
    assert isinstance(cons, List)
    assert isinstance(rest, List)
    assert (pros.label.plain, pros.role, pros.place.line) == ("장점", "pros", 1)
    assert (cons.label.plain, cons.role) == ("단점", "cons")
    assert (rest.style, rest.label.plain) == ("lines", "")


def test_points_stand_below_a_name_by_indentation_alone() -> None:
    (found,) = prose("장점\n  빠르다\n  쉽다\n")
    assert isinstance(found, List)
    assert (found.label.plain, found.role, len(found.items)) == ("장점", "pros", 2)


def test_a_statement_above_a_list_is_not_its_name() -> None:
    first, second = prose("예) 결제 수단 = 카드, 이체\n* 컨텍스트는 전략만 안다\n")
    assert isinstance(first, List)
    assert first.style == "lines"
    assert isinstance(second, List)
    assert not second.label


def test_numbers_that_jump_begin_another_list() -> None:
    assert [block.start for block in prose("1. 하나\n2. 둘\n\n3. 셋\n5. 다섯\n") if isinstance(block, List)] == [1, 5]


def test_lines_below_an_item_go_on_with_it() -> None:
    (found,) = prose("- 첫째 항목은\n  길다\n  -> 그래서 끊었다\n- 무엇인가?\n  답이다\n\n  떨어진 문단이다\n")
    assert isinstance(found, List)
    first, second = found.items
    assert isinstance(first, Point)
    assert (first.text.plain, [text.plain for text in first.leads_to]) == ("첫째 항목은 길다", ["그래서 끊었다"])
    assert isinstance(second, Question)
    assert (second.answer.plain, len(second.body)) == ("답이다", 1)


def test_blank_lines_and_rules_part_groups_of_lines() -> None:
    assert [len(nested(block)) for block in only(prose("하나다\n둘이다\n\n셋이다\n-----\n넷이다\n"), List)] == [2, 1, 1]


def test_plain_lines_are_joined_where_they_only_go_on() -> None:
    (korean,) = prose("값이 바뀌면,\n다시 계산한다\n끝이다\n")
    assert words([nested(korean)[0]]).strip().startswith("값이 바뀌면, 다시 계산한다")
    (english,) = prose(
        "The cache is asked before the database is, because it is\nfaster than the disk.\nA second point.\n"
    )
    assert len(nested(english)) == 2
    (points,) = prose("fast start of many small services\nlow use of memory by each of them\n")
    assert len(nested(points)) == 2


def test_the_first_line_may_define_and_indented_bodies_explain_terms() -> None:
    definition, lines = prose("실행 중인 프로그램을 말한다\n메모리를 쓴다\n", may_define=True)
    assert isinstance(definition, Definition)
    assert isinstance(lines, List)
    first, second = prose("스레드\n  메모리를 공유한다\n프로세스\n  메모리를 따로 가진다\n")
    assert isinstance(first, Term)
    assert isinstance(second, Term)
    assert (second.term.plain, second.meaning.plain, second.place.line) == ("프로세스", "메모리를 따로 가진다", 3)


def test_quoted_prose_is_a_quotation_and_pairs_stay_pairs() -> None:
    (quoted,) = prose("> 남의 말이다\n>\n>   > 또 남의 말이다\n")
    assert isinstance(quoted, Quote)
    assert "남의 말이다" in words([quoted])
    (pairs,) = prose("캐시 -> 빠르다\n디스크 = 느리다\n")
    assert [type(item) for item in nested(pairs)] == [Pair, Pair]


def test_a_comment_of_html_is_visible_in_a_fence() -> None:
    assert "숨은 말" in words(prose("보이는 말이다\n<!-- 숨은 말 -->\n"))


# properties

LINES = st.lists(
    st.sampled_from(
        [
            "장점",
            "- 빠르다",
            "  - 안의 것",
            "    이어진 말",
            "1) 하나",
            "2. 둘",
            "① 셋",
            "-> 그래서",
            "무엇인가?",
            "답이다",
            "",
            "A : 뜻이다",
            "x = y",
            "> 인용",
            "-----",
            "# 주석",
            "# 또 주석",
            "$ docker ps",
            "docker run -d \\",
            "ls -al # 목록",
            "CONTAINER ID   IMAGE",
            "cat <<EOF",
            "EOF",
            "echo 'a",
            "\tTAB 줄",
            "\u3000全角",
            "Go on with this line of words",
            "and so it goes on here",
            "for i in x; do",
            "done",
            "int a = 1;",
            "<b>굵게</b>",
            "<!-- 말 -->",
            "root@host:~# id",
            "PS C:\\> dir",
            ">>> a",
        ]
    ),
    max_size=14,
)


@given(LINES, st.sampled_from(["", "bash", "console", "cmd", None]))
def test_no_word_and_no_line_of_a_fence_is_lost(lines: list[str], info: str | None) -> None:
    source = fence("\n".join(lines), info, 10)
    said = fences.kind_of(source)
    found = fences.prose(source, "n.md", True) if said == "prose" else fences.verbatim(source, said, "n.md")
    typed_words = re.findall(r"[^\W\d_]{2,}", re.sub(r"(?m)^(?:root@host:~#|PS C:.>)", "", source.text))
    for read in (found, fences.prose(source, "n.md", True), fences.verbatim(source, "command", "n.md")):
        have = words(read)
        assert [word for word in typed_words if word not in have] == []
        last = source.line + source.text.count("\n")
        assert all(10 <= block.place.line <= block.place.last <= last for block in blocks(read))


@given(st.text(max_size=300), st.sampled_from(["", "bash", "powershell", "math", None]))
def test_any_text_is_read_without_an_exception(text: str, info: str | None) -> None:
    source = fence(text, info)
    fences.verbatim(source, fences.kind_of(source), "n.md")
    fences.verbatim(source, "command", "n.md")
    fences.prose(source, "n.md", True)


@pytest.mark.real
@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "[" * 100_000,
        "> " * 100_000 + "문장을 말한다",
        "- " * 100_000 + "문장을 말한다",
        " #" * 100_000,
        "\"'" * 100_000,
        "\n".join(" " * (i % 300) + "- 항목이다" for i in range(3_000)),
        "문장이다\n" + "-> 그래서\n" * 6_000,
        "이것은 계속되고,\n" * 8_000,
        "cat <<EOF\n" * 6_000,
        "echo 'a\n" * 8_000,
        "# 주석\n\n" * 10_000 + "ls",
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_fences_are_read_to_their_end(text: str) -> None:
    source = fence(text)
    for kind in (fences.kind_of(source), "command"):
        fences.verbatim(source, kind, "n.md")
    fences.prose(source, "n.md", True)


# the sample


class Label(NamedTuple):
    path: str
    line: int
    digest: str
    label: str


def labels() -> list[Label]:
    with (DATA / "labels.tsv").open(encoding="utf-8", newline="") as file:
        return [Label(row[0], int(row[1]), row[2], row[3]) for row in csv.reader(file, delimiter="\t")]


def fences_of(path: Path) -> Iterator[b.Fence]:
    """The fences of a note as markdown-it finds them, by no rule of ours."""
    text = path.read_text("utf-8", errors="replace").replace("\r\n", "\n").removeprefix("\ufeff")
    for token in MarkdownIt("commonmark", {"maxNesting": 200}).enable("table").disable("inline").parse(text):
        if token.type in ("fence", "code_block"):
            info = token.info.strip() if token.type == "fence" else None
            yield b.Fence(token.content.rstrip("\n"), info, (token.map or [0])[0] + 1, 0)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def test_the_sample_is_of_more_than_two_hundred_fences() -> None:
    assert len({(row.path, row.line) for row in labels()}) >= 200


@pytest.mark.real
@needs_corpus
def test_the_sample_is_classed_as_people_labelled_it() -> None:
    wrong = []
    for row in labels():
        found = {digest(f.text): f for f in fences_of(Path(CORPUS) / row.path)}
        assert row.digest in found, f"{row.path}:{row.line} is another text now"
        if (said := fences.kind_of(found[row.digest])) != row.label:
            wrong.append(f"{row.path}:{row.line}: {said} for {row.label}")
    assert len(wrong) <= 0.03 * len(labels()), "\n".join(wrong)


@pytest.mark.real
@needs_corpus
def test_no_labelled_fence_of_any_note_is_prose() -> None:
    for path in sorted(Path(CORPUS).rglob("*.md")):
        for found in fences_of(path):
            named = (found.info or "").split()
            if named and named[0].lower() not in ("text", "txt", "texto", "plain", "plaintext"):
                assert fences.kind_of(found) != "prose", f"{path}:{found.line}"
