"""No word of a note is lost on the way to its slides, however its blocks follow and nest: each is on a slide or said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from random import Random

import pytest

from deckbuild.assets import Picture
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import RATIOS
from deckbuild.plan.slides.page import Grid, Image, Para, Shape
from deckbuild.readers.notes import read_note

from .examples import sampled

SIZES = {"a.png": (600, 300), "b.png": (200, 700), "c.png": (1600, 300)}
PICTURES = {name: Picture(name, name, b"", w, h, "png") for name, (w, h) in SIZES.items()}
Words = Callable[[int], str]
WORD = re.compile(r"w\d+q")


def blocks(w: Words) -> dict[str, Callable[[], str]]:
    """Blocks of each kind by name, with words that no other block has."""
    return {
        "paragraph": lambda: f"{w(6)}.",
        "lead": lambda: f"{w(3)}:",
        "bold": lambda: f"**{w(2)}**",
        "list": lambda: f"- {w(3)}\n- {w(3)}\n- {w(2)}",
        "steps": lambda: f"1. {w(3)}\n2. {w(3)}",
        "labels": lambda: f"- {w(1)}: {w(3)}\n- {w(1)}: {w(3)}",
        "pros": lambda: f"**Pros**\n\n- {w(2)}\n- {w(2)}",
        "cons": lambda: f"**Cons**\n\n- {w(2)}\n- {w(2)}",
        "code": lambda: f"```python\n{w(1)} = {w(1)}\n```",
        "command": lambda: f"```sh\n# {w(2)}\nls {w(1)}\n```",
        "prose": lambda: f"```\n{w(3)}\n{w(4)}\n```",
        "table": lambda: f"| {w(1)} | {w(1)} |\n|---|---|\n| {w(1)} | {w(1)} |\n| {w(1)} | {w(1)} |",
        "quote": lambda: f"> {w(5)}",
        "callout": lambda: f"> [!note] {w(2)}\n> {w(3)}",
        "question": lambda: f"Q: {w(3)}?\nA: {w(2)}",
        "asking callout": lambda: f"> [!question] {w(3)}?\n> {w(3)}",
        "quiz": lambda: f"> [!question] {w(2)}?\n> - [ ] {w(2)}\n> - [x] {w(2)}",
        "open tasks": lambda: f"> [!question] {w(2)}?\n> - [ ] {w(2)}",
        "choices": lambda: f"Q: {w(2)}?\na) {w(1)}\nb) {w(1)}\nA: a",
        "figure": lambda: f"![{w(2)}](a.png)",
        "figures": lambda: f"![{w(2)}](b.png) ![{w(2)}](c.png)",
        "sums": lambda: f"- {w(1)} = {w(1)} + {w(1)}\n- {w(1)} = {w(1)} + {w(1)}",
        "arrow": lambda: f"- {w(2)}\n  -> {w(2)}",
        "pairs": lambda: f"- {w(1)} -> {w(1)}\n- {w(1)} -> {w(1)}",
        "links": lambda: f"- [{w(2)}](https://e.com/{w(1)})\n- [{w(2)}](https://e.com/{w(1)})",
        "named links": lambda: f"**{w(2)}**\n\n- [{w(1)}](https://e.com/{w(1)})\n- [{w(1)}](https://e.com/{w(1)})",
        "link": lambda: f"- [{w(2)}](https://e.com/{w(1)})",
        "example": lambda: f"Example: {w(3)}",
        "definition": lambda: f"{w(1)}\n: {w(4)}",
        "to-dos": lambda: f"- [ ] {w(2)}\n- [x] {w(2)}",
        "conclusion": lambda: f"=> {w(3)}",
        "break": lambda: "<!-- deckbuild: slide break -->",
        "notes": lambda: f"::: notes\n{w(3)}\n\n- {w(2)}\n:::",
        "cloze": lambda: f"C: {w(1)} [{w(1)}] {w(1)}.",
        "card": lambda: f"{w(2)} :: {w(2)}",
        "details": lambda: f"<details><summary>{w(2)}</summary>\n\n{w(3)}\n\n</details>",
        "one side": lambda: f"**Alpha**\n\n- {w(2)}",
        "other side": lambda: f"**Beta**\n\n- {w(2)}",
        "story": lambda: f"**{w(1)}**: {w(20)}",
    }


def note(seed: int) -> str:
    """One to three sections of such blocks, some below an item, in a quotation or in the answer to a question."""
    random, numbers = Random(seed), count()

    def w(n: int) -> str:
        return " ".join(f"w{next(numbers)}q" for _ in range(n))

    made = blocks(w)

    def one() -> str:
        inner = made[random.choice(sorted(made))]()
        match random.randrange(8):
            case 0 | 1:
                return f"- {w(2)}\n\n{indented(inner)}\n- {w(2)}"
            case 2:
                return quoted(inner)
            case 3:
                return f"> [!question] {w(2)}?\n{quoted(inner)}"
            case 4:
                return f"**Pros**\n\n- {w(2)}\n\n{indented(inner)}"
            case _:
                return inner

    parts = ["# T", *([one()] if random.random() < 0.2 else [])]
    for _ in range(random.randint(1, 3)):
        parts.append(random.choice([f"## {w(2)}", f"## Why is {w(1)}?", "## Alpha vs Beta", f"### {w(2)}"]))
        parts += [one() for _ in range(random.randint(0, 4))]
    return "\n\n".join(parts) + "\n"


def indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else line for line in text.split("\n"))


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def told(plan: SlidePlan) -> Iterator[str]:
    """All texts and addresses of a deck, and what its lecturer says."""
    for page in plan.pages:
        yield page.notes
        for para in (*page.title, *page.kicker, *(each for box in page.boxes for each in paras(box))):
            yield " ".join(f"{span.text} {span.href}" for span in para.spans)
        yield from (box.alt for box in page.boxes if isinstance(box, Image))


def paras(box: object) -> Iterator[Para]:
    if isinstance(box, Shape):
        yield from box.paras
    if isinstance(box, Grid):
        yield from (para for row in box.rows for cell in row.cells for para in cell.paras)


@pytest.mark.parametrize("start", sampled(range(0, 1200, 20), [0]))
def test_each_word_is_on_a_slide_or_said(start: int) -> None:
    for seed in range(start, start + 20):
        text = note(seed)
        plan = plan_slides(read_note(text, "n.md").deck, PICTURES, frame=RATIOS["16:9" if seed % 3 else "4:3"])
        assert set(WORD.findall(text)) - set(WORD.findall(" ".join(told(plan)))) == set(), text
