"""The roles that passages play: `roles/*.yaml` are tables of passages and the blocks that are read from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.model import (
    Block,
    Conclusion,
    Definition,
    Example,
    Figure,
    Labelled,
    Legend,
    List,
    Pair,
    Place,
    Point,
    Question,
    Reference,
    RichText,
    Run,
    Style,
    Subheading,
    Term,
    Todo,
    nested,
)
from deckbuild.readers import blocks as b
from deckbuild.readers.notes import read_note
from deckbuild.readers.passages import vocabulary as v
from deckbuild.readers.passages.legend import legend_of
from deckbuild.readers.passages.prose import Line, fold, lines_of, soft_join, statement

TABLES = sorted((Path(__file__).parent / "roles").glob("*.yaml"))
CASES: list[dict[str, Any]] = [case for table in TABLES for case in yaml.safe_load(table.read_text("utf-8"))]


def shown(block: Block) -> str:
    """One block on one line, as the tables write it."""
    match block:
        case Definition(text=text) | Point(text=text) | Example(text=text) | Todo(text=text) | Conclusion(text=text):
            leads = block.leads_to if isinstance(block, Point) else ()
            return f"{_kind(block)}: " + " => ".join(part.plain for part in (text, *leads))
        case Subheading(text=text):
            return f"subheading: {text.plain}"
        case Labelled(label=label, text=text):
            return f"label: {label.plain}" + (f" | {text.plain}" if text else "")
        case Pair(left=left, right=right, sign=sign):
            return f"pair: {left.plain} {sign} {right.plain}"
        case Term(term=term, meaning=meaning):
            return f"term: {term.plain} | " + " / ".join(meaning.plain.split("\n"))
        case Question(question=question, answer=answer):
            return f"question: {question.plain} | {answer.plain}"
        case Reference(title=title, url=url):
            return f"reference: {title.plain} | {url}"
        case Figure(src=src, caption=caption):
            return f"figure: {src} | {caption.plain}"
        case List(role=role, label=label):
            return role + (f" [{label.plain}]" if label else "")
        case _:
            return _kind(block)


def _kind(block: Block) -> str:
    return str(block.__struct_config__.tag)


def rendered(body: tuple[Block, ...], depth: int = 0) -> Iterator[str]:
    for block in body:
        yield "  " * depth + shown(block)
        yield from rendered(nested(block), depth + 1)


def expected(table: str) -> list[str]:
    """The lines of a table; quotation marks only keep YAML-like colons readable."""
    lines = [line.rstrip() for line in table.rstrip("\n").split("\n")]
    return [_unquoted(line) for line in lines]


def _unquoted(line: str) -> str:
    head, sign, tail = line.partition(": ")
    return head + sign + str(yaml.safe_load(tail)) if tail.startswith('"') and tail.endswith('"') else line


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_passage_is_read_for_its_roles(case: dict[str, Any]) -> None:
    text = f"# Title\n\n## {case.get('heading', 'Heading')}\n\n{case['text']}\n"
    (concept,) = read_note(text, "x.md").deck.concepts
    assert list(rendered(concept.body)) == expected(case["blocks"])


# languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("TCP는 connection-oriented 프로토콜이며 3-way handshake 과정을 거친다", "ko"),
        ("The Korean word for container is 컨테이너, and 이미지 is an image. We write English.", "en"),
        ("컨테이너\n```python\n" + "value = compute(all, the, things)\n" * 30 + "```\n", "ko"),
        ("도커 [문서](https://docs.docker.com/get-started/overview/with/a/long/path/in/english)", "ko"),
        ("価格弾力性の要点。需要曲線、供給曲線、均衡価格。", "ja"),
        ("薬理学総論 受容体 拮抗薬 阻害剤", "ja"),
        ("HTTP 是无状态的协议，TCP 提供 reliable 的传输", "zh"),
        ("資料結構是一個電腦用來組織資料的方式", "zh"),
        ("算法与数据结构", "zh"),
        ("Les algorithmes et les structures de données", "fr"),
        ("A is a subset of B. a + b = c, e : base, o(n)", "en"),
        ("Install Linux Use\n\nx y\n\nz w\n\ni o z", "en"),
        ("12 + 34", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_that_of_the_words_not_of_code_and_addresses(text: str, language: str) -> None:
    assert v.language(text) == language


@pytest.mark.parametrize("kind", ["references", "examples", "pros", "cons", "conclusion"])
@pytest.mark.parametrize("language", list(v.LANGUAGES))
def test_every_language_has_words_for_every_kind_of_list(language: str, kind: str) -> None:
    assert getattr(v.LANGUAGES[language], kind)


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (
            v.REFERENCES,
            ["📚 References:", "[참고]", "출처", "参考文献", "参考资料", "See also"],
            ["참고할 점", "link layer"],
        ),
        (v.EXAMPLES, ["예시", "Example", "例", "示例", "Use cases"], ["예외", "Examples of use", "例外", "예약"]),
        (v.PROS, ["[장점]", "Pros", "メリット", "优点"], ["장점과 단점", "prose", "pros and cons"]),
        (v.CONS, ["단점)", "Cons:", "デメリット", "缺點"], ["한계비용", "constant"]),
        (v.CONCLUSION, ["🔅 결론 🔅", "Summary", "まとめ", "总结"], ["용어 정리", "summary tables", "結論から言う"]),
        (v.EXAMPLE_START, ["예를 들어 x", "e.g. x", "例えば、x", "比如 x"], ["예외 처리", "exam", "例外"]),
        (v.CONCLUSION_START, ["정리하면 x", "In short, x", "要するに x", "综上所述"], ["정리", "In shortage", "总和"]),
        (
            v.ACTION,
            ["설치", "인증 과정", "Getting started", "設定手順", "安装"],
            ["과정의 특징", "installment", "방법론"],
        ),
        (v.GENERIC_ALT, ["image", "그림 1", "Untitled", "图片", "img_01.png", ""], ["imagenet", "그림자", "구조도"]),
        (v.DEFINING_END, ["하는 것", "도구이다.", "의미한다", "のこと。", "的总称"], ["빠르다", "좋다", "する"]),
        (v.INTRO, ["다음과 같다", "as follows", "以下のとおり", "如下"], ["그다음 단계", "follows from it"]),
        (v.CLAUSE_END, ["특징이 있다", "There are two", "あります", "好了"], ["바다", "Areas", "특징"]),
        (v.LEGEND, ["예제", "important", "用語", "重点"], ["도커", "import", "예외"]),
    ],
)
def test_words_mark_what_they_should_and_nothing_else(pattern: Any, yes: list[str], no: list[str]) -> None:
    assert [text for text in yes if not pattern.search(text)] == []
    assert [text for text in no if pattern.search(text)] == []


# legends


def legend(text: str) -> list[tuple[str, str, int]]:
    found: tuple[Legend, ...] = legend_of(b.read_blocks(text).nodes, "x.md")
    return [(entry.marker, entry.meaning, entry.place.line) for entry in found]


@pytest.mark.parametrize(
    "text",
    [
        "`강조`\n\n```\n삽입\n```\n\n_예제_\n",
        "`강조`\n**용어**\n_예제_\n",
        "- `강조`\n- _예제_\n",
        "> **important**\n> _example_\n",
        "---\n\n**重要**\n\n==例==\n\n---\n",
    ],
)
def test_a_legend_stands_in_lines_in_a_list_or_in_a_quote(text: str) -> None:
    found = legend(text)
    assert len(found) >= 2
    assert all(text.split("\n")[line - 1].strip(" ->`*_=") in (meaning, "") for _, meaning, line in found)


@pytest.mark.parametrize(
    "text",
    [
        "`강조`\n",
        "`강조`\n\n`예제`\n",
        "`강조`\n\n_예제_\n\nand text\n",
        "- **Python**\n- `pip`\n",
        "- **예제** x\n- `강조`\n",
        "**강조**\n\n> > _예제_\n",
        "",
    ],
)
def test_what_says_more_than_its_own_marker_is_no_legend(text: str) -> None:
    assert legend(text) == []


# nothing is lost, and nothing takes long


SIGNS = [":", "：", "-", "->", "=>", "=", "(", ")", "(TODO)", "(검색", "1.", "A="]
WORDS = st.sampled_from(
    [*SIGNS, "장점", "예:", "참고", "a", "b?", "**bold**", "`code`", "**장점:**", "x.", "다음은", "例："]
)
PARTS = ("label", "term", "question", "left", "text", "meaning", "right", "answer", "caption", "title")


def words(blocks: tuple[Block, ...]) -> str:
    """Every letter that the blocks hold, in order."""
    out: list[str] = []
    for block in blocks:
        values = [getattr(block, name, None) for name in PARTS]
        out += [value.plain for value in values if isinstance(value, RichText)]
        out += [text.plain for text in getattr(block, "leads_to", ())]
        out.append(words(nested(block)))
    return "".join(char for char in "".join(out) if char.isalnum())


@given(st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=5))
def test_no_letter_of_a_passage_is_lost(lines: list[str]) -> None:
    plain = [RichText.of(line) for line in lines]
    found = tuple(block for _, block in fold([Line(text, Place("x.md", i + 1)) for i, text in enumerate(plain)]))
    assert words(found) == "".join(char for line in lines for char in line if char.isalnum())


def test_a_body_without_text_above_it_is_kept() -> None:
    inner = Point(RichText.of("x"))
    assert statement(RichText.of("(TODO)"), Place("x.md", 1), (inner,))[-1] == inner


def test_an_arrow_with_nothing_behind_it_is_kept() -> None:
    (found,) = [block for _, block in fold([Line(RichText.of("->"), Place("x.md", 1))])]
    assert words((found,)) == ""
    assert shown(found) == "consequence"


def test_styles_and_code_survive_a_split() -> None:
    text = RichText([Run("a", frozenset({Style.BOLD})), Run(" -> "), Run("b", kind="code"), Run(" c")])
    (found,) = statement(text, Place("x.md", 1))
    assert isinstance(found, Pair)
    assert found.left.runs[0].styles == {Style.BOLD}
    assert found.right.runs[0].kind == "code"


@pytest.mark.real
@pytest.mark.parametrize(
    "lines",
    [
        ["x " * 500_000],
        ["a : " * 250_000],
        ["-> " * 300_000],
        ["(" * 500_000 + ")" * 500_000],
        ["= " * 500_000],
        ["x"] * 8_000,
        ["-> x"] * 8_000,
        ["why?"] * 8_000,
        [": x"] * 8_000,
        ["a", ": x"] * 10_000,
    ],
    ids=lambda lines: f"{lines[0][:6]!r}x{len(lines)}",
)
def test_hostile_prose_is_read_to_its_end(lines: list[str]) -> None:
    found = lines_of(RichText.of("\n".join(lines)), Place("x.md", 1, len(lines)))
    assert fold(found)
    soft_join(line.text for line in found)


def test_what_follows_the_answer_in_a_list_of_choices_is_kept() -> None:
    note = "# Quiz\n\nWhich one is it?\n\n- a) one thing\n- b) two things\n- Answer: a\n- Remember it\n\n  twice\n- Last of all\n"
    deck = read_note(note, "x.md").deck
    assert all(text in str(deck) for text in ("Remember it", "twice", "Last of all"))
