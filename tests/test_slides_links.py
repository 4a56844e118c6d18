"""Links to headings lead to slides."""

from __future__ import annotations

import io
import zipfile

import pytest

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.links import paras_of
from deckbuild.plan.slides.page import Shape, Span
from deckbuild.readers.notes import read_note

TARGETS = """
## Docker Layers!

one

two

## Twice

one

two

## Twice

one

three

## Own {#mine}

one

two
"""


def planned(target: str) -> SlidePlan:
    return plan_slides(read_note(f"# T\n\n## A\n\nsee {target} here\n\nmore\n{TARGETS}", "d.md").deck, {})


def link(plan: SlidePlan) -> str:
    """The title of the slide that the link leads to."""
    spans = [s for p in plan.pages for b in p.boxes if isinstance(b, Shape) for para in b.paras for s in para.spans]
    (key,) = [span.link for span in spans if span.href.startswith("#")]
    return next((page.title_text for page in plan.pages if page.key == key), "")


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("[x](#docker-layers)", "Docker Layers!"),
        ("[[#Docker Layers!]]", "Docker Layers!"),
        ("[x](#twice)", "Twice"),
        ("[x](#twice-1)", "Twice (one)"),
        ("[x](#mine)", "Own"),
        ("[x](#nowhere)", ""),
    ],
)
def test_a_link_to_a_heading_leads_to_its_slide(target: str, title: str) -> None:
    assert link(planned(target)) == title


def test_in_the_file_it_is_a_jump_to_another_slide() -> None:
    package = zipfile.ZipFile(io.BytesIO(export(planned("[x](#mine)"), {}, Stamp(0)).data))
    slides = [package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/slide")]
    (jumping,) = [xml for xml in slides if "see " in xml]
    run = jumping[jumping.index("see ") :]
    assert 'action="ppaction://hlinksldjump"' in run


def test_nothing_else_is_a_link() -> None:
    spans = [
        s for p in planned("x").pages for b in p.boxes if isinstance(b, Shape) for para in b.paras for s in para.spans
    ]
    assert not any(isinstance(span, Span) and span.link for span in spans)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("see [that one](other.md) here", "see that one here (other.md)"),
        ("see [that](<../week 2/other.md>) here", "see that here (../week 2/other.md)"),
        ("see [other](other.md) here", "see other here"),
        ("see [[other|that]] here", "see that here (other)"),
        ("see [x](slides.pdf#page=2)", "see x (slides.pdf#page=2)"),
        ("see [x](#docker-layers) here", "see x here"),
        ("see [x](https://a.b/c) here", "see x here"),
    ],
)
def test_notes_name_the_files_behind_links_that_lead_nowhere(written: str, said: str) -> None:
    plan = plan_slides(read_note(f"# T\n\n## A\n\n- {written}\n- more\n{TARGETS}", "d.md").deck, {})
    notes = "\n".join(page.notes for page in plan.pages)
    assert f"- {said}\n" in notes


def addresses(note: str) -> dict[str, list[str]]:
    """What slides link to and their notes name, by their titles."""
    found: dict[str, list[str]] = {}
    for page in plan_slides(read_note(note, "n.md").deck, {}).pages:
        shown = [span.href for para in (*page.title, *paras_of(page)) for span in para.spans if span.href]
        told = [word for line in page.notes.split("\n") for word in line.split() if word.startswith("https://")]
        found[page.title_text] = [*shown, *told]
    return found


def test_a_heading_that_is_a_link_keeps_its_address_wherever_it_is_shown() -> None:
    points = "- a point about it\n- another point\n"
    small = "".join(f"### [Small {n}](https://small{n}.org)\n\n{points}\n" for n in (1, 2))
    long = f"{'Name ' * 60}"
    note = (
        f"# [Tools](https://tools.org)\n\n## [Hub](https://hub.org)\n\n{small}## [{long}](https://cut.org)\n\n{points}"
    )
    found = addresses(f"{note}\n## [Above](https://above.org)\n\n### One\n\nText that is told, and more of it.\n")
    assert found["Tools"] == ["https://tools.org"]
    assert "https://hub.org" in found["Hub"]
    every = [address for each in found.values() for address in each]
    assert {"https://small1.org", "https://small2.org", "https://cut.org", "https://above.org"} <= set(every)


def test_the_address_of_a_section_that_is_folded_is_on_the_slide_that_it_is_folded_into() -> None:
    found = addresses(
        "# T\n\n## Text\n\nSome text stands here.\n\n- a\n- b\n\n## [More](https://more.org)\n\n[ref](https://ref.org)\n"
    )
    assert found["Text"] == ["https://more.org", "https://ref.org"]
