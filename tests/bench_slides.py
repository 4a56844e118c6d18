"""Very many slides, for the benchmark: a deck of any length, and the least that it takes to write its package."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

POINTS, PICTURES = 5, 20


def pictures() -> dict[str, Any]:
    """A few small drawings that the slides share."""
    from PIL import Image

    from deckbuild.assets import Picture

    found = {}
    for n in range(PICTURES):
        out = io.BytesIO()
        Image.radial_gradient("L").resize((400, 300)).rotate(n * 9).save(out, "PNG")
        found[f"{n}.png"] = Picture(f"{n}.png", f"notes/{n}.png", out.getvalue(), 400, 300, "png")
    return found


def many_slides(count: int) -> Any:
    """A deck with as many sections of one slide: a title, five points, a picture, and a card that its notes name."""
    from deckbuild.model import Concept, Deck, Figure, Labelled, List, Place, RichText

    def section(n: int) -> Concept:
        place = Place("a.md", n * 10 + 1)
        points = tuple(
            Labelled(RichText.of(f"part {n} {i}"), RichText.of(f"what part {i} of thing {n} does"), place=place)
            for i in range(POINTS)
        )
        figure = Figure(f"{n % PICTURES}.png", RichText.of(f"Thing {n} as drawn"), f"thing {n}", place=place)
        return Concept(
            f"c{n}", RichText.of(f"Section number {n}"), body=(List(points, place=place), figure), place=place
        )

    return Deck("a.md", "D", RichText.of("D"), "en", concepts=tuple(map(section, range(count))))


def planned(count: int, assets: dict[str, Any]) -> Any:
    """The plan of such a deck, each of its slides with notes."""
    from deckbuild.config import Slides
    from deckbuild.plan.slides import plan_slides
    from deckbuild.prompts import Prompt

    prompts = [Prompt(n * 10 + 1, f"What does part {i} of thing {n}?", "") for n in range(count) for i in range(POINTS)]
    return plan_slides(many_slides(count), assets, Slides(contents=False, summary=False), prompts=prompts)


def written_again(data: bytes) -> Callable[[], bytes]:
    """The parts of a package, written by zipfile alone and packed as they were."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(info.filename, info.compress_type, package.read(info)) for info in package.infolist()]

    def write() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            for name, kind, content in parts:
                target.writestr(name, content, kind)
        return out.getvalue()

    return write


def exported(plan: Any, assets: dict[str, Any]) -> bytes:
    from deckbuild.exporters.base import Stamp
    from deckbuild.exporters.pptx import export

    return export(plan, assets, Stamp(1, 1)).data


def measure_slides(count: str, turns: str = "3") -> dict[str, Any]:
    """Seconds of processor time to plan, to export, and to write the same parts by zipfile alone, in turns."""
    found: dict[str, Any] = {"plan": [], "export": [], "bare": []}
    assets = pictures()
    exported(planned(5, assets), assets)
    for _ in range(int(turns)):
        times = [time.process_time()]
        plan = planned(int(count), assets)
        times.append(time.process_time())
        data = exported(plan, assets)
        times.append(time.process_time())
        write = written_again(data)
        times.append(time.process_time())
        write()
        times.append(time.process_time())
        found["plan"].append(times[1] - times[0])
        found["export"].append(times[2] - times[1])
        found["bare"].append(times[4] - times[3])
        found["slides"] = len(plan.pages)
    return found


def make_slides(count: str) -> None:
    """Planning and export alone, so that the peak is theirs."""
    assets = pictures()
    exported(planned(int(count), assets), assets)
