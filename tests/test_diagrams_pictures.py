"""Scenes as SVG and PNG: the right letters in the right weight and colours, the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from deckbuild.diagrams import fonts, lettering, png
from deckbuild.diagrams.look import LIGHT, backdrop, ground, node_look
from deckbuild.diagrams.scene import Box, Node, Point, Scene
from deckbuild.diagrams.sources import SUFFIXES, draw, render_png, render_svg
from deckbuild.diagrams.svg import MARGIN
from deckbuild.model import Place, RichText, Run

from .examples import sampled

NOTES = Path(__file__).resolve().parent.parent / "notes"
OURS = sorted(path for path in NOTES.iterdir() if path.name.endswith(tuple(SUFFIXES)))
SVG = "{http://www.w3.org/2000/svg}"


def scene(source: str, kind: str) -> Scene:
    found = draw(source, kind, Place("x"))
    assert found.scene is not None
    return found.scene


@cache
def ours(path: Path) -> Scene:
    kind = next(kind for suffix, kind in SUFFIXES.items() if path.name.endswith(suffix))
    return scene(path.read_text("utf-8"), kind)


@cache
def drawn(path: Path) -> bytes:
    return render_png(ours(path))


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def lettered(text: str, weight: int = 400, family: str = "Noto Sans CJK KR") -> Image.Image:
    """One line of text, drawn by itself."""
    return picture(
        png.render(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="48"><text x="8" y="34" font-size="28" '
            f'font-family="{family}" font-weight="{weight}">{text}</text></svg>'
        )
    )


def ink(image: Image.Image) -> float:
    """The share of a picture that is dark."""
    histogram = image.convert("L").histogram()
    return sum(histogram[:128]) / sum(histogram)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("path", sampled(OURS, OURS[:1]))
def test_our_own_diagrams_are_fit_for_a_lecture_hall(path: Path) -> None:
    shown = ours(path)
    smallest = 14 * 848 / (shown.width + 2 * MARGIN)
    assert smallest >= 14 if shown.kind == "anatomy" else smallest >= 16
    assert shown.kind == "anatomy" or 1.3 < shown.aspect < 2.2
    data = drawn(path)
    assert max(picture(data).size) == png.LONGEST
    assert len(data) < 60_000


@pytest.mark.parametrize("path", sampled(OURS, OURS[:1]))
def test_a_diagram_is_drawn_the_same_twice(path: Path) -> None:
    assert render_png(ours(path)) == drawn(path)


@pytest.mark.parametrize("path", sampled(OURS, OURS[:1]))
def test_every_label_is_in_the_svg_and_nothing_comes_near_the_edge(path: Path) -> None:
    shown = ours(path)
    root = ET.fromstring(render_svg(shown))
    written = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for node in shown.nodes:
        for line in (*node.lines, *node.sublines):
            assert line.plain in written
    pixels = picture(drawn(path))
    border = round(10 * pixels.width / (shown.width + 2 * MARGIN))
    for box in ((0, 0, pixels.width, border), (0, 0, border, pixels.height)):
        assert pixels.crop(box).getcolors() == [(pixels.crop(box).width * pixels.crop(box).height, (255, 255, 255))]


def test_colours_come_out_exactly() -> None:
    image = picture(render_png(scene("- {label: a, tone: solid}\n- {label: b, tone: tint}\n- c", "stack")))
    counted = image.getcolors(image.width * image.height) or []
    commonest = {colour for _, colour in sorted(counted, reverse=True)[:4]}
    assert commonest == {(255, 255, 255), (0x12, 0x3F, 0x96), (0xDD, 0xE3, 0xED), (0xF3, 0xF2, 0xEE)}


def test_hangul_han_and_kana_are_drawn_in_regular_and_in_bold() -> None:
    blank = ink(lettered(""))
    for text in ("도커 이미지", "容器镜像", "コンテナ", "Docker"):
        thin, regular, bold = (ink(lettered(text, weight)) for weight in (100, 400, 700))
        assert blank < thin * 1.3 < regular
        assert regular * 1.2 < bold


def test_code_is_monospaced() -> None:
    def extent(text: str, family: str) -> int:
        box = lettered(text, family=family).convert("L").point(lambda v: 255 * (v < 128)).getbbox()
        assert box is not None
        return box[2] - box[0]

    assert abs(extent("HiiiiiH", "JetBrains Mono") - extent("HWWWWWH", "JetBrains Mono")) <= 2
    assert extent("HiiiiiH", "Noto Sans CJK KR") < extent("HWWWWWH", "Noto Sans CJK KR") / 2


def test_a_string_of_an_anatomy_has_the_width_that_its_layout_counts_with() -> None:
    text = "docker.io/library"
    image = lettered(text, family="JetBrains Mono")
    box = image.convert("L").point(lambda v: 255 * (v < 128)).getbbox()
    assert box is not None
    scale = image.width / 480
    assert (box[2] - box[0]) / scale == pytest.approx(lettering.mono_width(text, 28), rel=0.03)


def test_labels_are_never_wider_in_the_picture_than_the_layout_counts() -> None:
    for text in ("도커 이미지 레이어", "Infrastructure", "MAXIMUM WORKERS", "읽기/쓰기 (read-write)", "日本語のラベル"):
        for weight in (400, 700):
            image = lettered(text, weight)
            box = image.convert("L").point(lambda v: 255 * (v < 128)).getbbox()
            assert box is not None
            assert (box[2] - box[0]) * 480 / image.width <= lettering.width(text, 28, bold=weight == 700)


def test_a_small_drawing_is_not_blown_up() -> None:
    image = picture(render_png(scene("- a", "stack")))
    assert image.width == round((150 + 2 * MARGIN) * png.DENSEST)


def test_a_drawing_of_any_length_has_a_picture() -> None:
    tall = scene("- layers:\n" + "\n".join(f"    - 층 {n}" for n in range(400)), "stack")
    assert max(picture(render_png(tall)).size) == png.LONGEST


def test_a_file_has_a_palette_and_nothing_about_when_or_where_it_was_made() -> None:
    data = render_png(scene("- a", "stack"))
    chunks, at = [], 8
    while at < len(data):
        chunks.append(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    assert set(chunks) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@pytest.mark.real
def test_no_process_gives_other_bytes() -> None:
    code = (
        "import sys, hashlib; from deckbuild.diagrams.sources import *; from deckbuild.model import Place\n"
        "s = draw('flowchart LR\\n a[하나]:::tint -->|예| b{둘} & c', 'mermaid', Place('x')).scene\n"
        "print(hashlib.sha256(render_png(s) + render_svg(s).encode()).hexdigest())"
    )
    seeds = [subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": s}, capture_output=True) for s in "12"]
    assert len(seeds[0].stdout) > 60
    assert seeds[0].stdout == seeds[1].stdout


def test_importing_the_package_loads_no_engine() -> None:
    code = "import sys, deckbuild.diagrams.sources; print([m for m in sys.modules if m in sys.argv[1:]])"
    heavy = ["mermaid_render", "resvg_py", "quickjs", "PIL", "fontTools", "yaml"]
    assert subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True).stdout == "[]\n"


def test_code_is_split_where_its_script_changes() -> None:
    line = RichText([Run("run 도커", kind="code")])
    svg = render_svg(Scene("x", 100, 50, nodes=(Node("a", Box(0, 0, 100, 50), (line,)),)))
    spans = [(e.get("font-family"), e.text) for e in ET.fromstring(svg).iter(f"{SVG}tspan")]
    assert spans == [("JetBrains Mono", "run "), (None, "도커")]


def test_words_are_escaped() -> None:
    node = Node("a", Box(0, 0, 100, 50), (RichText.of('<b> & "x"'),))
    root = ET.fromstring(render_svg(Scene("x", 100, 50, nodes=(node,), alt="a < b & c")))
    assert [e.text for e in root.iter(f"{SVG}text")] == ['<b> & "x"']
    assert root.findtext(f"{SVG}title") == "a < b & c"


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize("tone", ["plain", "tint", "solid", "absent"])
def test_every_label_can_be_read_on_its_ground(level: int, tone: str) -> None:
    look = node_look(Node("a", Box(0, 0, 1, 1), tone=tone, level=level))  # type: ignore[arg-type]
    fill = look.fill or backdrop(level)
    for words in (look.text, look.subtext):
        assert contrast(getattr(LIGHT, words), getattr(LIGHT, fill)) >= 7
    assert (tone == "solid") == look.bold
    assert (tone == "absent") == look.dashed


def test_what_lies_on_a_panel_is_set_off_from_it() -> None:
    assert [ground(level) for level in range(3)] == ["surface", "page", "surface"]
    assert all(ground(level) != backdrop(level) for level in range(4))


def test_level_at_counts_the_panels_below_a_point() -> None:
    shown = scene("flowchart LR\n subgraph a\n  subgraph b\n   x\n  end\n end\n y", "mermaid")
    x, y = (next(n for n in shown.nodes if n.id == name) for name in "xy")
    assert (shown.level_at(x.box.centre), shown.level_at(y.box.centre)) == (2, 0)
    assert x.level == 2


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("게스트 OS", 60, ["게스트", "OS"]),
        ("게스트 OS", 100, ["게스트 OS"]),
        ("이미지 (읽기 전용)", 130, ["이미지", "(읽기 전용)"]),
        ("하나 둘 셋 넷", 70, ["하나 둘", "셋 넷"]),
        ("a\nb", 100, ["a", "b"]),
        ("가나다라마바사", 50, ["가나다", "라마바", "사"]),
        ("", 100, []),
        ("   ", 100, []),
    ],
)
def test_lines_are_few_and_even(text: str, limit: float, lines: list[str]) -> None:
    assert [line.plain for line in lettering.wrap(text, 16, limit)] == lines


def test_a_long_word_is_broken_after_a_sign_of_its_own() -> None:
    lines = [line.plain for line in lettering.wrap("/usr/local/lib/python3.11", 16, 110)]
    assert "".join(lines) == "/usr/local/lib/python3.11"
    assert lines[0].endswith("/")


def test_nothing_is_lost_in_wrapping_and_no_line_is_too_wide() -> None:
    text = "컨테이너는 https://example.com/a/very/long/path 이미지를 실행한상태이고추가되는값은 저장 (read write) 된다"
    for limit in range(40, 400, 30):
        lines = [line.plain for line in lettering.wrap(text, 16, limit)]
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(lettering.width(line, 16) <= limit for line in lines)


def test_missing_letters_are_those_of_no_font() -> None:
    assert fonts.missing("도커 이미지 café → 日本語 αβγ") == ""
    assert fonts.missing("a🐳b🐳𝔸") in ("🐳𝔸", "🐳")


def test_letters_are_looked_up_without_a_library_that_names_every_glyph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fontTools", None)
    fonts._covered.cache_clear()
    assert fonts.missing("→𠮷🐳") == "🐳"


@pytest.mark.real
def test_the_letters_of_the_text_font_are_those_that_a_library_finds() -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    with ttlib.TTCollection(fonts.paths()[0], lazy=True) as collection:
        expected = set(collection.fonts[1].getBestCmap())
    assert {code for low, high in fonts._covered() for code in range(low, high + 1)} == expected


def test_boxes_touch_without_meeting() -> None:
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 10, 10))
    assert Box(0, 0, 10, 10).holds(Point(10, 10))
    assert Box(2, 3, 4, 5).grown(1) == Box(1, 2, 6, 7)
