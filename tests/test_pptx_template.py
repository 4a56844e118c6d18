"""The template in the package is what its module writes, and holds what the slides count on."""

import io
import pkgutil
import re
import zipfile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from deckbuild.exporters.pptx.layouts import LAYOUTS
from deckbuild.exporters.pptx.template import FACE, template
from deckbuild.exporters.pptx.themes import THEMES, Theme
from deckbuild.plan.slides.frame import RATIOS, Frame


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module", params=THEMES.values(), ids=THEMES)
def look(request: pytest.FixtureRequest) -> Theme:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module", params=RATIOS.values(), ids=RATIOS)
def frame(request: pytest.FixtureRequest) -> Frame:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def shipped(look: Theme, frame: Frame) -> bytes:
    data = pkgutil.get_data("deckbuild", look.file(frame))
    assert data is not None
    return data


def test_the_shipped_file_is_what_the_module_writes(shipped: bytes, look: Theme, frame: Frame) -> None:
    """By content: another zlib may compress it otherwise."""
    assert parts(shipped) == parts(template(look, frame))


def test_it_opens_and_has_every_layout_and_no_slide(shipped: bytes) -> None:
    deck = Presentation(io.BytesIO(shipped))
    assert [layout.name for layout in deck.slide_layouts] == list(LAYOUTS)
    assert len(deck.slides) == 0


def test_placeholders_stand_on_the_grid(shipped: bytes, frame: Frame) -> None:
    deck = Presentation(io.BytesIO(shipped))
    assert (deck.slide_width, deck.slide_height) == (frame.page.w * 12700, frame.page.h * 12700)
    held = {s.element.ph.get("type"): s for s in deck.slide_master.placeholders}
    assert (held["title"].left, held["title"].top) == (frame.title.x * 12700, frame.title.y * 12700)
    assert held["body"].height == frame.body.h * 12700
    text = next(layout for layout in deck.slide_layouts if layout.name == "text")
    kicker = next(s for s in text.placeholders if s.placeholder_format.idx == 13)
    assert kicker.top == frame.kicker.y * 12700


def test_one_face_serves_headings_and_text_in_latin_and_east_asian(shipped: bytes) -> None:
    theme = parts(shipped)["ppt/theme/theme1.xml"].decode()
    assert re.findall(r'<a:(?:latin|ea) typeface="([^"]*)"', theme) == [FACE] * 4


def test_colours_have_contrast_on_page_and_surface(look: Theme) -> None:
    def luminance(value: str) -> float:
        channels = [int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(a: str, b: str) -> float:
        high, low = sorted((luminance(a), luminance(b)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    page, written, surface, quiet = look.roles
    for ink in (written, quiet, "accent1", "accent2", "accent3", "accent4", "accent5", "hlink"):
        for ground in (page, surface):
            assert contrast(look.colours[ink], look.colours[ground]) >= 7, (ink, ground)


def test_nothing_is_autofitted_in_any_layout(shipped: bytes) -> None:
    deck = Presentation(io.BytesIO(shipped))
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            assert shape.element.txBody.bodyPr.find(qn("a:noAutofit")) is not None


@pytest.mark.real
def test_openxml_audit_finds_nothing(shipped: bytes, tmp_path: object) -> None:
    audit = pytest.importorskip("openxml_audit")
    from pathlib import Path

    path = Path(str(tmp_path)) / "light.pptx"
    path.write_bytes(shipped)
    assert audit.validate_pptx(path).errors == []
