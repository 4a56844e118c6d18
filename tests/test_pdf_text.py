"""Text on its way to Typst: characters without a glyph, words that may not break, code in colours."""

from __future__ import annotations

import io
import unicodedata

import pytest
from PIL import Image

from deckbuild.assets import Picture
from deckbuild.diagnostics import Diagnostic
from deckbuild.exporters.pdf import fonts
from deckbuild.exporters.pdf.code import rows
from deckbuild.exporters.pdf.glyphs import Cleaner, covered
from deckbuild.exporters.pdf.inline import Node, joined, nodes
from deckbuild.exporters.pdf.payload import PALETTE
from deckbuild.exporters.pdf.pictures import SHARPEST, embedded
from deckbuild.plan.sheet.shapes import Line, Span


def set_as(*spans: Span, room: float = 16.0) -> list[Node]:
    return nodes(spans, lambda text: text, {}, room)


def text_of(found: list[Node]) -> str:
    def one(node: Node) -> str:
        if isinstance(node, str):
            return node
        return "".join(map(one, node["g"])) if "g" in node else node.get("t", "")

    return "".join(map(one, found))


def test_the_sign_of_a_choice_and_the_word_behind_it_are_one():
    assert set_as(Span("Which? ① TCP ② DNS b) an offer (c) f(x) is")) == [
        "Which? ①\u00a0TCP ②\u00a0DNS b)\u00a0an offer (c)\u00a0f(x) is"
    ]
    assert set_as(Span("무엇 ① 전송 계층"))[-3:] == [{"g": ["①\u00a0전송"]}, " ", {"g": ["계층"]}]


@pytest.mark.parametrize("char", "aZ9가힣漢字あア→⇒①é✓✔─│απ≤한")
def test_usual_characters_are_covered(char: str):
    assert covered(char)


@pytest.mark.parametrize("char", "📌😀ภ\u200b\ue000")
def test_unusual_ones_are_not(char: str):
    assert not covered(char)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ascii", "plain ascii"),
        ("한글 텍스트", "한글 텍스트"),
        (unicodedata.normalize("NFD", "한글 é"), "한글 é"),
        ("✅ done ❌", "✓ done ✗"),
        ("📌 pinned", " pinned"),
        ("1️⃣ first", "1 first"),
        ("\U0001f64b\u200d\u2640\ufe0f hand", " hand"),
        ("\u2640 female", "\u2640 female"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07 tab\tend", "bell tab    end"),
        ("𝑥²", "x²"),
        ("ภ", "□"),
        ("lone \ud800 surrogate", "lone  surrogate"),
    ],
)
def test_characters_without_a_glyph_are_replaced(text: str, shown: str):
    cleaner = Cleaner()
    cleaned = cleaner.clean(text)
    assert cleaned == shown
    assert all(covered(char) for char in cleaned if char != " ")


def test_what_was_replaced_is_named_once_with_its_number():
    cleaner = Cleaner()
    cleaner.clean("📌 📌 ✅")
    (said,) = cleaner.report("notes/x.md")
    assert said.code == "no-glyph"
    assert said.message.startswith("3 characters")
    assert said.message.endswith("✅ 📌")


def test_nothing_is_said_where_all_could_be_shown():
    cleaner = Cleaner()
    cleaner.clean("이미지는 invisible\u200b")
    assert cleaner.report("x") == ()


def test_korean_words_are_kept_whole_and_english_flows():
    assert set_as(Span("컨테이너 기반의 open source 가상화")) == [
        {"g": ["컨테이너"]}, " ", {"g": ["기반의"]}, " open source ", {"g": ["가상화"]},
    ]  # fmt: skip


def test_korean_words_one_after_the_other_are_one_node_of_the_template():
    found = set_as(Span("컨테이너 기반의 open source 가상화"), Span("docker", "code"), Span("는 기본"))
    bound = {"g": ["가상화", {"t": "docker", "k": "code"}, "는"]}
    assert joined(found) == [{"h": "컨테이너 기반의"}, " open source ", bound, " ", {"h": "기본"}]


@pytest.mark.parametrize("dot", "·ㆍ・")
def test_korean_words_side_by_side_are_each_whole_with_the_dot_behind_them(dot: str):
    found = set_as(Span(f"생성{dot}준비{dot}"), Span("실행", styles=("bold",)), Span("상태는"))
    assert [text_of([node]) for node in found] == [f"생성{dot}", f"준비{dot}", "실행상태는"]


def test_a_particle_stays_with_the_code_before_it():
    found = set_as(Span("docker", "code"), Span("는 기본"))
    assert found[0] == {"g": [{"t": "docker", "k": "code"}, "는"]}


def test_a_particle_stays_with_the_bold_word_before_it():
    found = set_as(Span("모델(클래스)", styles=("bold",)), Span("는"))
    assert found == [{"g": [{"t": "모델(클래스)", "s": "b"}, "는"]}]


def test_japanese_and_chinese_may_break_anywhere():
    assert set_as(Span("プロセスは実行中のプログラム")) == ["プロセスは実行中のプログラム"]


def test_a_long_stretch_of_japanese_is_not_cut_where_no_line_may_end():
    said = "覚え方は「〜について」が話題で、「〜に対して」が相手であることを、いつも思い出すことである。"
    assert set_as(Span(said)) == [said]
    address = "https://example.org/a/very/long/address/that/no/line/holds"
    assert {"k": "cut"} in set_as(Span(f"これは{address}である"))


def test_a_line_does_not_begin_with_the_space_behind_a_sign_without_a_glyph():
    assert nodes((Span("📌 pinned"),), Cleaner().clean, {}, 16.0) == ["pinned"]


def test_no_line_of_chinese_ends_between_a_letter_and_its_quotation_mark():
    found = set_as(Span("其诗被称为“诗史”。"))
    assert found == ["其诗被称为", {"g": ["“诗"]}, {"g": ["史”"]}, "。"]
    assert set_as(Span("it is “so” there")) == ["it is “so” there"]


def test_a_path_in_code_that_a_line_ends_in_anyway_is_whole():
    path = Span("docker.io/library/ubuntu:14.04", "code")
    assert set_as(path, room=14.0) == [{"t": path.text, "k": "code"}]


def test_the_parts_of_a_word_of_code_follow_each_other_without_air():
    call = Span("this.name.compareTo(that.name)", "code")
    parts = [node for node in set_as(call, room=14.0) if node != {"k": "cut"}]
    assert len(parts) > 1
    assert all(isinstance(part, dict) and part["s"] == "c" for part in parts)
    assert text_of(parts) == call.text


def test_a_word_wider_than_the_column_may_break_and_copies_whole():
    url = "https://very.long.example.com/with/a/path/that/does/not/end/index.html"
    found = set_as(Span(url))
    assert {"k": "cut"} in found
    assert text_of(found) == url


def test_a_word_wider_than_the_column_may_break_between_its_spans_too():
    part, cut = "abcdefghijkl", {"k": "cut"}
    found = set_as(Span(3 * part), Span(3 * part, styles=("bold",)), Span("s"))
    bold = {"t": part, "s": "b"}
    whole = found[0]["p"] if isinstance(found[0], dict) and "p" in found[0] else found
    assert whole == [part, cut, part, cut, part, cut, bold, cut, bold, cut, bold, "s"]


@pytest.mark.parametrize("room", [3.0, 16.0])
@pytest.mark.parametrize(
    "line", [(Span("가" * 40),), (Span("x" * 90),), (Span("a b "), Span("", "break"), Span("c", "code"))]
)
def test_no_letter_is_lost(line: Line, room: float):
    assert text_of(set_as(*line, room=room)) == "".join(span.text for span in line)


def test_a_picture_that_cannot_be_shown_is_its_words():
    assert set_as(Span("logo", "image", src="x.png")) == ["[logo]"]
    assert nodes((Span("logo", "image", src="x.png"),), str, {"x.png": "/p.svg"}, 9.0) == [
        {"t": "logo", "k": "image", "src": "/p.svg"}
    ]


def flat(row: list) -> list:
    """The stretches of a row, those of words that are kept whole as well."""
    return [each for part in row for each in (part if isinstance(part, list) else [part])]


@pytest.mark.parametrize("lang", ["python", "bash", "", "no-such-language"])
def test_rows_of_code_joined_are_the_code(lang: str):
    code = 'def f(x):\n    return "' + "long" * 20 + '"  # 한글\n\n\n$ ls | grep x'
    found = list(rows(code, lang))
    joined = "\n".join("".join(text for text, _, _ in flat(row["of"])) for row in found)
    assert joined == code
    assert found[1]["in"] == 2.4


def test_code_is_coloured_by_its_language():
    kinds = {kind for row in rows("def f(): return 'x'  # c", "python") for _, kind, _ in flat(row["of"])}
    assert {"k", "s", "c"} <= kinds


@pytest.mark.parametrize(
    ("language", "family"),
    [("ko", "KR"), ("ja", "JP"), ("zh", "SC"), ("zh-TW", "TC"), ("zh-Hant-HK", "TC"), ("en", "KR"), ("", "KR")],
)
def test_the_shapes_of_han_characters_follow_the_language(language: str, family: str):
    assert fonts.body_fonts(language)[0] == f"Noto Sans CJK {family}"


@pytest.mark.parametrize("color", [*PALETTE, "#38414e", "#14181f"])
def test_every_hue_has_a_contrast_of_seven_to_one_on_white(color: str):
    assert 1.05 / (_luminance(color) + 0.05) >= 7


@pytest.mark.parametrize("color", ["#6b1fa0", "#1b5a22", "#4a5361", "#0b4a94", "#7d3405", "#1d3a5c"])
def test_the_colours_of_code_have_it_on_their_ground(color: str):
    assert (_luminance("#f3f5f8") + 0.05) / (_luminance(color) + 0.05) >= 7


def _luminance(color: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def picture(width: int, height: int, kind: str = "png") -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, kind)
    return Picture("x." + kind, "x." + kind, out.getvalue(), width, height, kind)


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif"])
def test_a_picture_becomes_a_text_file_that_holds_it(kind: str):
    made = embedded(picture(40, 30, kind))
    assert isinstance(made, bytes)
    assert f"data:image/{kind};base64,".encode() in made
    assert b'viewBox="0 0 40 30"' in made


def test_a_picture_larger_than_print_can_show_is_made_smaller():
    large = picture(SHARPEST * 2, 20)
    made = embedded(large)
    assert isinstance(made, bytes)
    assert len(made) < len(large.data) * 1.4


def test_a_damaged_picture_is_said():
    broken = Picture("x.png", "notes/x.png", picture(40, 30).data[:60], 40, 30, "png")
    found = embedded(broken)
    assert isinstance(found, Diagnostic)
    assert found.code == "figure-unreadable"
