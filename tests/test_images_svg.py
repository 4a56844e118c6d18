"""A drawing from elsewhere is shown whole where that is safe, and neither loads, runs nor breaks anything."""

from __future__ import annotations

import base64
import gzip
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.assets import Picture
from deckbuild.diagrams.raster import rasterised
from deckbuild.files import pictures
from deckbuild.images import Drawing, drawing
from deckbuild.model import Figure, Place

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'


def svg(inside: str, attributes: str = "", before: str = "") -> bytes:
    return f"{before}{OPEN} {attributes}>{inside}</svg>".encode()


def drawn(inside: str, attributes: str = "", before: str = "") -> Drawing:
    return drawing(svg(inside, attributes, before))


def pixels(each: Drawing) -> Image.Image:
    with Image.open(io.BytesIO(rasterised(each.svg, each.width, each.height))) as image:
        return image.convert("RGBA")


def png(size: tuple[int, int] = (4, 4)) -> str:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def test_a_harmless_drawing_says_what_it_said() -> None:
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<style>.a{fill:url(#g)} .b > rect{stroke:"x"}</style><g class="b"><rect class="a" width="9" height="9"/></g>'
        '<use xlink:href="#g"/><text x="1" y="9" font-size="5">A &amp; B &lt;가&gt;</text>'
    )
    each = drawn(inside)
    assert (each.width, each.height, each.outside, each.html) == (40.0, 20.0, (), "")
    assert each.letters == "A & B <가>"
    assert "fill:url(#g)" in each.svg
    assert "A &amp; B &lt;가&gt;" in each.svg
    assert drawing(each.svg.encode()) == each


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ('<image href="/etc/hostname.png"/>', "/etc/hostname.png"),
        ('<image xlink:href="https://example.org/a.png"/>', "https://example.org/a.png"),
        ('<image href="secret.png" width="40" height="20"/>', "secret.png"),
        ('<use href="other.svg#part"/>', "other.svg#part"),
        ('<filter id="f"><feImage href="//example.org/x"/></filter>', "//example.org/x"),
        ("<style>@import url(https://example.org/a.css); .a{fill:red}</style>", "https://example.org/a.css"),
        ("<style>.a{fill:url('https://example.org/a')}</style>", "https://example.org/a"),
        ('<rect style="fill:url( file:///etc/passwd )"/>', "file:///etc/passwd"),
        ('<rect fill="url(&quot;http://example.org/p&quot;)"/>', "http://example.org/p"),
        ("<style>/* */.a{fill:u/**/rl(http://example.org/c)}</style>", "http://example.org/c"),
    ],
)
def test_what_a_drawing_would_load_is_left_out_and_named(inside: str, named: str) -> None:
    each = drawn(inside)
    assert named in " ".join(each.outside)
    assert named not in each.svg


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)" OnLoad="alert(1)"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>alert(1)</svg:script>",
        "<foreignObject><script>alert(1)</script></foreignObject>",
    ],
)
def test_what_would_run_is_gone(inside: str) -> None:
    assert "alert" not in drawn(inside).svg


def test_a_picture_on_disk_is_not_drawn_into_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (40, 20), "red").save(tmp_path / "secret.png")
    monkeypatch.chdir(tmp_path)
    for href in ("secret.png", str(tmp_path / "secret.png"), (tmp_path / "secret.png").as_uri()):
        each = drawn(f'<image href="{href}" width="40" height="20"/>')
        assert pixels(each).getcolors() == [(1600 * 800, (0, 0, 0, 0))]


def test_a_picture_within_a_drawing_is_shown_and_so_is_a_drawing_within_one() -> None:
    each = drawn(f'<image href="data:image/png;base64,{png()}" width="40" height="20" preserveAspectRatio="none"/>')
    assert each.outside == ()
    assert pixels(each).getpixel((800, 400)) == (255, 0, 0, 255)
    inner = base64.b64encode(svg('<rect width="40" height="20" fill="lime"/><image href="b.png"/>')).decode()
    outer = drawn(f'<image href="data:image/svg+xml;base64,{inner}" width="40" height="20"/>')
    assert outer.outside == ("b.png",)
    assert pixels(outer).getpixel((800, 400)) == (0, 255, 0, 255)


def test_a_picture_within_a_drawing_may_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuild.images.vector.MAX_PIXELS", 10)
    assert drawn(f'<image href="data:image/png;base64,{png()}"/>').outside


def test_entities_of_a_drawing_are_read_and_files_are_not() -> None:
    adobe = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd" [<!ENTITY w "18">]>'
    each = drawn('<rect width="&w;" height="9"/>', before=adobe)
    assert 'width="18"' in each.svg
    assert "DOCTYPE" not in each.svg
    assert each.outside == ()
    thief = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    assert drawn("<text>&x;</text>", before=thief).outside == ("file:///etc/passwd",)


@pytest.mark.parametrize(
    "data",
    [
        svg("<text>&i;</text>", before="<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
            + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 30}'>" for i in range(8)) + "]>"),
        svg("<g>" * 300 + "</g>" * 300),
        pytest.param(svg("<g/>" * 200_001), marks=pytest.mark.real),
        svg("<g>"),
        svg("", 'width="1" height="1000"'),
        OPEN.replace("0 0 40 20", "0 0 0 0").encode() + b"/>",
        OPEN.replace("0 0 40 20", "none").encode() + b"/>",
        b"<svg viewBox='0 0 9 9'><text>\xff</text></svg>",
        gzip.compress(svg("")),
    ],
    ids=["entities", "deep", "many", "unclosed", "thin", "nothing", "sizeless", "bytes", "packed"],
)  # fmt: skip
def test_a_drawing_that_would_break_a_program_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"SVG|intricate"):
        drawing(data)


def test_a_drawing_that_multiplies_itself_is_refused() -> None:
    tenfold = "".join(f'<g id="a{i}">{f"""<use href="#a{i - 1}"/>""" * 10}</g>' for i in range(1, 10))
    each = drawn(f'<g id="a0"><rect width="1" height="1"/></g>{tenfold}')
    with pytest.raises(ValueError, match="cannot be drawn"):
        rasterised(each.svg, each.width, each.height)


def test_text_that_is_html_is_told_unless_plain_text_stands_beside_it() -> None:
    html = "<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>read  only</div></foreignObject>"
    assert drawn(html).html == "read only"
    both = drawn(f'<switch>{html}<text y="9">plain</text></switch>')
    assert (both.html, both.letters) == ("", "plain")
    assert pixels(both).getbbox()


def test_text_in_any_family_is_drawn_with_fonts_of_our_own() -> None:
    for family in ("Arial", "Times New Roman", "monospace", "No Such Font"):
        each = drawn(f'<text x="2" y="12" font-size="8" font-family="{family}">한글 Ab</text>')
        assert pixels(each).getbbox(), family


def test_the_ground_of_a_drawing_is_its_own() -> None:
    assert pixels(drawn('<rect width="20" height="20"/>')).getpixel((1500, 400)) == (0, 0, 0, 0)


def load(root: Path, data: bytes) -> tuple[Picture | None, list[str]]:
    (root / "a.svg").write_bytes(data)
    found, said = pictures.load_pictures([Figure("a.svg", place=Place("n.md", 3))], root / "n.md", root)
    return found.get("a.svg"), [d.code for d in said]


def test_a_drawing_comes_with_its_picture_and_what_there_is_to_say(tmp_path: Path) -> None:
    each, said = load(tmp_path, svg('<rect width="40" height="20"/>'))
    assert each is not None
    assert (each.format, each.width, each.height, said) == ("png", 1600, 800, [])
    assert each.svg.startswith("<svg")
    assert load(tmp_path, svg('<image href="b.png"/>'))[1] == ["svg-outside"]
    assert load(tmp_path, svg("<foreignObject>x</foreignObject>"))[1] == ["svg-html"]
    assert load(tmp_path, svg("<text>ⵣ</text>"))[1] == ["svg-letters"]
    assert load(tmp_path, b"<svg")[1] == ["figure-unreadable"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_drawing_may_be_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    each, said = load(tmp_path, svg("<text>가</text>").decode().encode(encoding))
    assert each is not None
    assert said == []
    assert "가" in each.svg


@pytest.mark.real
@pytest.mark.skipif("DECKBUILD_CORPUS" not in os.environ, reason="needs DECKBUILD_CORPUS")
def test_drawings_of_others_look_as_they_did() -> None:
    import resvg_py

    from deckbuild.diagrams import fonts

    for path in sorted(Path(os.environ["DECKBUILD_CORPUS"]).rglob("*.svg")):
        each = drawing(path.read_bytes())
        before = resvg_py.svg_to_bytes(
            svg_string=path.read_text("utf-8"), width=1600 if each.width >= each.height else None,
            height=None if each.width >= each.height else 1600, skip_system_fonts=True, font_files=list(fonts.paths()),
            font_family="Noto Sans CJK KR", serif_family="Noto Sans CJK KR", sans_serif_family="Noto Sans CJK KR",
            monospace_family="JetBrains Mono",
        )  # fmt: skip
        assert bytes(before) == rasterised(each.svg, each.width, each.height), path
