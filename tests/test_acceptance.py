"""notes/docker.md, passage by passage: `acceptance/docker.yaml` says what its concepts and diagnostics are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckbuild.checks import check
from deckbuild.model import (
    Block,
    Command,
    Concept,
    Conclusion,
    Deck,
    Definition,
    Example,
    Figure,
    Labelled,
    List,
    Pair,
    Point,
    Question,
    Reference,
    Term,
    Todo,
    blocks,
    paths,
)
from deckbuild.readers.base import Read
from deckbuild.richtext import to_markdown as md

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "acceptance/docker.yaml").read_text("utf-8"))
OF_CONCEPTS = [case for case in CASES if "concept" in case]


def by_role(concept: Concept) -> dict[str, Any]:
    """A body sorted by role, as `acceptance/docker.yaml` writes it."""
    roles: dict[str, Any] = {}
    for block in concept.body:
        items = block.items if isinstance(block, List) else (block,)
        examples = isinstance(block, List) and block.role == "examples"
        for item in items:
            role, value = entry(item, examples)
            if role in ("definition", "conclusion"):
                roles[role] = value
            else:
                roles.setdefault(role, []).append(value)
    return roles


def entry(block: Block, example: bool) -> tuple[str, Any]:
    line = {"line": block.place.line}
    match block:
        case Definition(text=text):
            return "definition", md(text)
        case Conclusion(text=text):
            return "conclusion", {"text": md(text)} | line
        case Point(text=text, leads_to=leads_to):
            consequence = {"leads_to": md(leads_to[0])} if leads_to else {}
            return "points", {"text": md(text)} | consequence | line
        case Pair(left=left, right=right, sign="="):
            return "examples" if example else "points", {"left": md(left), "right": md(right)} | line
        case Pair(left=left, right=right):
            return "points", {"text": md(left), "arrow": md(right)} | line
        case Labelled(label=label, text=text):
            return "points", {"label": md(label), "text": md(text)} | line
        case Question(question=question, answer=answer):
            return "points", {"question": md(question), "answer": md(answer)} | line
        case Term(term=term, meaning=meaning):
            return "terms", {"term": md(term), "meaning": md(meaning)} | line
        case Figure(src=src, caption=caption):
            return "figures", {"src": src, "caption": md(caption)} | line
        case Todo(text=text):
            return "todo", {"text": text.plain} | line
        case Example(text=text):
            return "examples", {"text": md(text)} | line
        case Reference(title=title, url=url):
            return "references", {"title": md(title), "url": url} | line
        case Command(code=code, comment=comment, lang=lang):
            return "commands", {"code": code, "lang": lang} | ({"comment": md(comment)} if comment else {}) | line
        case _:
            return type(block).__name__, block


def concept_of(deck: Deck, identity: str) -> Concept:
    return next(concept for concept in deck.walk() if concept.id == identity)


@pytest.mark.parametrize("case", OF_CONCEPTS, ids=lambda case: case["id"])
def test_the_concept_is_what_the_passage_means(case: dict[str, Any], docker: Deck) -> None:
    concept = concept_of(docker, case["concept"])
    first, last = map(int, case["lines"].split("-"))
    assert (concept.place.line, concept.place.last) == (first, last)
    for name in ("title", "heading", "number", "asks"):
        if name in case:
            assert str(getattr(concept, name)) == case[name] or getattr(concept, name).plain == case[name]
    expected = {key: case[key] for key in ROLES if key in case}
    expected["points"] = [{k: v for k, v in point.items() if k != "group"} for point in case.get("points", [])]
    found = by_role(concept)
    assert found == {key: value for key, value in expected.items() if value}


ROLES = ("definition", "points", "figures", "todo", "examples", "references", "terms", "conclusion", "commands")


def test_blank_lines_in_a_fence_of_prose_make_groups(docker: Deck) -> None:
    case = next(case for case in CASES if case.get("concept") == "docker-1.2")
    lists = [b for b in concept_of(docker, "docker-1.2").body if isinstance(b, List) and b.style == "lines"]
    groups = {item.place.line: number for number, group in enumerate(lists, 1) for item in group.items}
    assert groups == {point["line"]: point["group"] for point in case["points"]}


def test_the_ordered_list_of_facts_keeps_its_numbers_but_is_not_steps(docker: Deck) -> None:
    (facts,) = concept_of(docker, "docker-1.1.4").body
    assert isinstance(facts, List)
    assert (facts.style, facts.role) == ("ordered", "points")
    terms = [run.text for block in blocks((facts,)) for run in texts(block) if run.kind == "code"]
    assert terms == ["apt-get", "yum"]


def texts(block: Block) -> Iterator[Any]:
    yield from getattr(block, "text", ())


def test_the_children_of_a_section_follow_its_number(docker: Deck) -> None:
    reason = concept_of(docker, "docker-1.3")
    assert [child.id for child in reason.children] == ["docker-1.3.1", "docker-1.3.2"]
    image = concept_of(docker, "docker-1.2")
    assert [child.number for child in image.children] == ["1.2.1", "1.2.2"], "1.2.2 is written with two # only"


def test_a_numbered_h1_after_the_title_of_the_note_is_a_section_of_it(docker: Deck) -> None:
    above = {concept.id: [a.title.plain for a in ancestors] for ancestors, concept in paths(docker)}
    assert [docker.title.plain, *above["docker-2.1"]] == ["Docker", "실습"]
    assert [concept.number for concept in docker.concepts] == ["1.1", "1.2", "1.3", "2"]


def test_the_legend_is_read_and_kept_out_of_the_body(docker: Deck) -> None:
    assert {entry.marker: entry.meaning for entry in docker.legend} == CASES[0]["legend"]
    assert docker.body == ()


@pytest.mark.parametrize("case", [case for case in CASES if "diagnostics" in case], ids=lambda case: case["id"])
def test_what_is_amiss_is_said_with_its_line(case: dict[str, Any], docker_read: Read) -> None:
    found = [*docker_read.diagnostics, *check(docker_read.deck)]
    said = {(str(d.severity), d.place.line, d.code) for d in found}
    assert {(d["level"], d["line"], d["code"]) for d in case["diagnostics"]} <= said


def test_nothing_else_is_said_of_the_note(docker_read: Read) -> None:
    found = [*docker_read.diagnostics, *check(docker_read.deck)]
    expected = {(d["line"], d["code"]) for case in CASES for d in case.get("diagnostics", [])}
    assert {(d.place.line, d.code) for d in found} == expected | {(104, "duplicate-caption")}
