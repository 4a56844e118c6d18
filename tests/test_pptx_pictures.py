"""Pictures in the package: drawings as SVG with a picture beside them, and on a ground where the page swallows their ink."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pptx import Presentation

from deckbuild.assets import Picture
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.media import PADDING, inner, prepared
from deckbuild.exporters.pptx.themes import DARK, LIGHT
from deckbuild.files import pictures
from deckbuild.model import Block, Deck, Figure, Place, RichText
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Rect
from deckbuild.readers.notes import read_note

from .conftest import need
from .hostile_decks import concept, deck

R = RichText.of
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect x="8" y="8" width="184" height="184" fill="none" '
    'stroke="#111" stroke-width="4"/><circle cx="300" cy="100" r="80" fill="#d02020"/></svg>'
)


def shown(name: str, image: Image.Image, kind: str = "PNG", **options: object) -> Picture:
    out = io.BytesIO()
    image.save(out, kind, **options)  # type: ignore[arg-type]
    return Picture(name, f"notes/{name}", out.getvalue(), *image.size, kind.lower())


def lines(ink: str, back: str = "#0000") -> Image.Image:
    image = Image.new("RGBA", (800, 600), back)
    for x in range(40, 760, 80):
        ImageDraw.Draw(image).line((x, 20, x + 30, 580), fill=ink, width=4)
    return image


def drawing(tmp_path: Path) -> Picture:
    (tmp_path / "d.svg").write_text(SVG)
    found, said = pictures.load_pictures([Figure("d.svg", place=Place("n.md", 1))], tmp_path / "n.md", tmp_path)
    assert said == []
    return found["d.svg"]


def made(theme: str, *each: Picture) -> zipfile.ZipFile:
    found = {picture.src: picture for picture in each}
    return zipfile.ZipFile(io.BytesIO(export(plan_slides(of(*each), found), found, Stamp(0), theme).data))


def of(*each: Picture) -> Deck:
    blocks: tuple[Block, ...] = tuple(Figure(picture.src, R("caption")) for picture in each)
    return deck("pictures", *(concept(f"c{i}", f"Picture {i}", block) for i, block in enumerate(blocks)), language="en")


def slides(package: zipfile.ZipFile) -> str:
    return "".join(package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/slide"))


def test_a_picture_that_is_a_link_leads_there(tmp_path: Path) -> None:
    note = (
        "# T\n\n## S\n\n[![A tree](a.png)](https://example.com/tree?a=1&b=2)\n\n## U\n\n[![Another](b.png)](other.md)\n"
    )
    found = {name: shown(name, Image.new("RGB", (400, 300), "#345")) for name in ("a.png", "b.png")}
    plan = plan_slides(read_note(note, "n.md").deck, found)
    (tmp_path / "p.pptx").write_bytes(export(plan, found, Stamp(0), "light").data)
    deck = Presentation(str(tmp_path / "p.pptx"))
    drawn = [each for slide in deck.slides for each in slide.shapes if each.name.startswith("Picture")]
    assert [each.click_action.hyperlink.address for each in drawn] == ["https://example.com/tree?a=1&b=2", None]


def test_pictures_within_text_are_reported() -> None:
    note = (
        "# T ![](t.png)\n\n## S ![logo](h.png)\n\n| a | b |\n|---|---|\n| ![x](c.png) | ![y](d.png) |\n\n"
        "![own](e.png)\n\n::: notes\n| ![n](n.png) |\n|---|\n:::\n"
    )
    told = [each for each in plan_slides(read_note(note, "n.md").deck, {}).diagnostics if each.code == "image-in-text"]
    found = [(each.place.line, re.findall(r"\w\.png", each.message)) for each in told]
    assert found == [(1, ["t.png"]), (3, ["h.png"]), (5, ["c.png"]), (5, ["d.png"])]


# drawings


def test_a_drawing_is_in_the_package_with_its_picture(tmp_path: Path) -> None:
    package = made("light", drawing(tmp_path))
    media = {name.rpartition(".")[2]: package.read(name) for name in package.namelist() if "/media/" in name}
    assert media["svg"].startswith(b"<svg")
    assert media["png"].startswith(b"\x89PNG")
    assert "image/svg+xml" in package.read("[Content_Types].xml").decode()
    (blip,) = re.findall(r'<a:blip r:embed="(rId\d+)">.*?r:embed="(rId\d+)".*?</a:blip>', slides(package))
    relations = "".join(package.read(n).decode() for n in package.namelist() if "slides/_rels" in n)
    for key, suffix in zip(blip, ("png", "svg"), strict=True):
        target = re.search(rf'Id="{key}"[^>]*Target="([^"]*)"|Target="([^"]*)"[^>]*Id="{key}"', relations)
        assert target
        assert (target[1] or target[2]).endswith(suffix)


def test_the_deck_with_a_drawing_can_be_read_again(tmp_path: Path) -> None:
    each = drawing(tmp_path)
    result = export(plan_slides(of(each), {each.src: each}), {each.src: each}, Stamp(0), "dark")
    assert result.counts["figures"] == 1
    assert any(
        shape.shape_type == 13 for slide in Presentation(io.BytesIO(result.data)).slides for shape in slide.shapes
    )


def test_one_drawing_under_two_names_is_in_the_package_once(tmp_path: Path) -> None:
    from msgspec.structs import replace

    each = drawing(tmp_path)
    package = made("light", each, replace(each, src="e.svg"))
    assert sorted(n.rpartition(".")[2] for n in package.namelist() if "/media/" in n) == ["png", "svg"]


# large and moving pictures


def test_a_large_moving_picture_is_left_alone() -> None:
    frames = [Image.new("L", (2000, 40), grey) for grey in (0, 120, 240)]
    each = shown("a.gif", frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert prepared(each) == (each.data, "gif")
    still = shown("b.gif", frames[0], "GIF")
    ready = prepared(still)
    assert ready is not None
    assert ready[1] == "png"


def test_deep_pixels_survive_being_made_smaller() -> None:
    ready = prepared(shown("a.png", Image.new("I;16", (2400, 30), 0x8000)))
    assert ready is not None
    with Image.open(io.BytesIO(ready[0])) as image:
        assert image.convert("L").getpixel((5, 5)) == 128


# the ground


@pytest.mark.parametrize(
    ("ink", "back", "light", "dark"),
    [("#111", "#0000", "", "white"), ("#eee", "#0000", "black", ""), ("#111", "#fff", "", "white")],
)
def test_a_ground_lies_under_what_the_page_would_swallow(ink: str, back: str, light: str, dark: str) -> None:
    each = shown("a.png", lines(ink, back))
    for theme, colour in (("light", light), ("dark", dark)):
        xml = slides(made(theme, each))
        assert re.findall(r'Picture Ground.*?prstClr val="(\w+)"', xml) == ([colour] if colour else [])
        assert xml.count("<p:pic>") == 1


def test_a_ground_is_decoration_and_stands_behind_its_picture() -> None:
    xml = slides(made("dark", shown("a.png", lines("#111"))))
    assert xml.index("Picture Ground") < xml.index("<p:pic>")
    assert "adec:decorative" in xml[xml.index("Picture Ground") : xml.index("<p:pic>")]
    numbers = re.findall(r'<p:cNvPr id="(\d+)"', xml)
    assert all(numbers.count(number) <= 3 for number in numbers)  # three slides


@pytest.mark.parametrize("rect", [Rect(56, 144, 464, 336), Rect(0, 0, 848, 40), Rect(10, 10, 26, 20)])
def test_a_picture_on_its_ground_is_whole_undistorted_and_in_the_middle(rect: Rect) -> None:
    each = inner(rect)
    assert each.w / each.h == pytest.approx(rect.w / rect.h)
    assert each.x - rect.x == pytest.approx(rect.right - each.right)
    assert each.y - rect.y == pytest.approx(rect.bottom - each.bottom)
    assert min(each.x - rect.x, each.y - rect.y) == pytest.approx(min(PADDING, 0.05 * min(rect.w, rect.h)))


def test_a_page_is_dark_by_its_colour() -> None:
    assert (LIGHT.dark, DARK.dark) == (False, True)


@pytest.mark.real
def test_libreoffice_shows_pictures_upright_on_their_grounds_and_drawings(tmp_path: Path) -> None:
    soffice, pdftoppm = need("soffice"), need("pdftoppm")
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = Image.new("RGB", (900, 600), "#c02020")
    photo.paste("#2020c0", (0, 0, 450, 600))
    photo.save(tmp_path / "photo.jpg", exif=exif)
    found, _ = pictures.load_pictures([Figure("photo.jpg", place=Place("n", 1))], tmp_path / "n.md", tmp_path)
    each = (found["photo.jpg"], shown("a.png", lines("#111")), drawing(tmp_path))
    assets = {picture.src: picture for picture in each}
    (tmp_path / "d.pptx").write_bytes(export(plan_slides(of(*each), assets), assets, Stamp(0), "dark").data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "d.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    subprocess.run([pdftoppm, "-r", "72", "-png", str(tmp_path / "d.pdf"), str(tmp_path / "s")], check=True)
    seen = [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob("s-*.png"))][-3:]
    upper, lower = (sum(near(seen[0], y, colour) for y in range(150, 460)) for colour in ((32, 32, 192), (192, 32, 32)))
    assert min(upper, lower) > 60
    middle = [y for y in range(150, 470) if near(seen[0], y, (32, 32, 192))]
    below = [y for y in range(150, 470) if near(seen[0], y, (192, 32, 32))]
    assert max(middle) < min(below)
    white = [image.histogram()[255] for image in seen]
    assert white[0] < 20_000 < min(white[1:])


def near(image: Image.Image, y: int, colour: tuple[int, ...]) -> bool:
    pixel = image.getpixel((image.width // 2, y))
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True))
