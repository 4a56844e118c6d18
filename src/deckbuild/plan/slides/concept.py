"""A concept with all below it → drafts in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...config import Slides
from ...model import Concept, Figure
from ...questions import Asked, offered
from ...readable import readable
from ...wording import Words
from .asked import (
    Passage,
    answer_drafts,
    figure_of,
    only_answer,
    passages,
    question_draft,
    question_drafts,
    refers,
)
from .body import Context, stack_drafts
from .columns import bare_items, columns_draft, is_list, runs, small
from .comparison import compared
from .draft import Draft, heading
from .equation import formula_draft
from .figure import Shown
from .frame import Frame
from .further import further, merged, with_reading
from .items import Aside, Break, Element, Item, Panel
from .posed import called_question, title_asks
from .repeating import about, is_about
from .statement import displayable, statement, statement_draft

DEFAULT = Slides()
FEW = 2
"""Lines that need no slide apart from the references below them."""


class Entry(Struct, frozen=True):
    """A draft of a concept; `above` is the title of the concept that holds it."""

    concept: Concept
    above: str
    draft: Draft


class Plan(Struct, frozen=True):
    """What concepts are planned with."""

    pictures: Mapping[str, Picture]
    words: Words
    section: int
    frame: Frame
    settings: Slides = DEFAULT

    def context(self, title: str) -> Context:
        return Context(self.pictures, self.section, title, self.words, self.frame)


def concept_entries(concept: Concept, above: str, plan: Plan) -> list[Entry]:
    """The slides of a concept and of its children, without a section's opener."""
    title = readable(heading(concept))
    found = compared(concept.body, concept, plan.words)
    conclusion, rest = _conclusion(found, bool(concept.children))
    own, taken = _asking(concept, rest, plan, title)
    entries = [Entry(concept, above, draft) for draft in own]
    for group in _groups(concept.children[taken:], plan):
        last = group[-1] is concept.children[-1]
        if is_list(group, concept.children) and not _puts(group[0], plan):
            entries += [Entry(concept, above, draft) for draft in _listed(group, plan.context(title))]
            continue
        drawn = _columns(group, conclusion if last else None, plan)
        if drawn is None:
            entries += [entry for child in group for entry in concept_entries(child, title, plan)]
        else:
            entries.append(Entry(concept, above, drawn))
            conclusion = None if last else conclusion
    if conclusion:
        entries += [Entry(concept, above, draft) for draft in _ending(conclusion, plan.context(title))]
    if not entries:
        entries.append(Entry(concept, above, Draft("statement", ())))
    return _with_asides(entries, found)


def _groups(children: Sequence[Concept], plan: Plan) -> Iterator[tuple[Concept, ...]]:
    """Children that may share a slide; one that asks is put to the room by itself, its answer on the next slide."""
    for asking, found in groupby(children, lambda child: _puts(child, plan)):
        some = tuple(found)
        yield from ((child,) for child in some) if asking else runs(some, plan.words, plan.frame)


def _puts(child: Concept | None, plan: Plan) -> bool:
    """Whether a heading is a question slide."""
    return child is not None and plan.settings.questions and title_asks(child, plan.frame)


def _columns(group: Sequence[Concept], conclusion: Panel | None, plan: Plan) -> Draft | None:
    """Several children side by side, if they fit."""
    return columns_draft(group, conclusion, plan.words, plan.section, plan.frame) if len(group) > 1 else None


def _listed(group: Sequence[Concept], context: Context) -> list[Draft]:
    """Children without anything below them, as points: the first slide is where links to them lead."""
    first, *rest = stack_drafts(tuple(bare_items(group)), context)
    return [replace(first, shows=tuple(child.id for child in group)), *rest]


def _asking(concept: Concept, found: list[Element], plan: Plan, title: str) -> tuple[list[Draft], int]:
    """The slides of a body with a panel for each of its questions, and for a heading that asks; and how many of its
    first children they show as well."""
    wanted = plan.settings.questions
    context = plan.context(title)
    parts = passages(concept.body, wanted)
    if any(isinstance(part, Asked) for part in parts):
        return _between(concept, parts, plan, title), 0
    own, taken = _broken(concept, found, plan, title)
    if not (wanted and own and title_asks(concept, plan.frame)):
        return own, taken
    large = only_answer(found, context)
    if not large and len(own) > 1 and not called_question(heading(concept)):
        return own, taken
    answers = [large] if large else [replace(d, role="answer", suffix=d.suffix or plan.words.answer) for d in own]
    return [question_draft(None, (), (), context, heading(concept)), *answers], taken


def _between(concept: Concept, parts: Sequence[Passage], plan: Plan, title: str) -> list[Draft]:
    """Questions with their answers, and what stands between them. A few lines before the first are shown below it; a
    picture before it goes on beside the answer, and the text after that which may be about it."""
    context, childless = plan.context(title), replace(concept, children=())
    drafts: list[Draft] = []
    lead: tuple[Item, ...] = ()
    figure: Shown | None = None
    for n, part in enumerate(parts):
        if isinstance(part, Asked):
            drafts += [*question_drafts(part, lead, context), *answer_drafts(part, figure, context)]
            lead = ()
            continue
        found = _conclusion(compared(part, concept, plan.words), bool(concept.children))[1]
        if not found:
            continue
        alone = figure_of(found, context)
        lead = () if n or _offers(parts[1:2]) else refers(found, plan.frame)
        if lead and len(lead) + (alone is not None) == sum(not isinstance(e, Aside) for e in found):
            figure = alone or figure
            continue
        repeats = isinstance(found[0], Item) and not any(isinstance(e, Figure) for e in found)
        lead = ()
        again = [figure.figure] if figure and repeats and _concerns(found, figure) else []
        drafts += _broken(childless, [*again, *found], plan, title)[0]
        figure = figure if repeats else alone
    return drafts


def _concerns(found: Sequence[Element], figure: Shown) -> bool:
    """Whether a text may be about a figure that was shown before it: it names it, or nothing is known of that."""
    known = about(figure.figure, figure.picture)
    return not known or is_about(" ".join(e.text.plain for e in found if isinstance(e, Item)), known)


def _offers(parts: Sequence[Passage]) -> bool:
    """Whether a question offers choices, which have the room below it."""
    return any(isinstance(part, Asked) and bool(offered(part.question)[1]) for part in parts)


def _conclusion(found: list[Element], children: bool) -> tuple[Panel | None, list[Element]]:
    """What a section with children comes to, which stands after them; and the rest of its body."""
    ends = [e for e in found if isinstance(e, Panel) and e.tinted] if children else []
    if not ends:
        return None, found
    items = tuple(item for panel in ends for item in panel.items)
    return Panel(ends[0].term, items, tinted=True), [e for e in found if e not in ends]


def _ending(conclusion: Panel, context: Context) -> list[Draft]:
    """The slides of a conclusion that nothing stands beside: large where it is one short sentence."""
    (first, *more) = conclusion.items
    if not more and displayable(first.text, context.frame):
        return [statement_draft(replace(first, sign=""), None, context.section, context.frame)]
    return stack_drafts([conclusion], context)


def _broken(concept: Concept, found: list[Element], plan: Plan, title: str) -> tuple[list[Draft], int]:
    """The slides of a body that its author may have broken; only what comes last can show children as well."""
    breaks = [i for i, element in enumerate(found) if isinstance(element, Break)]
    if not breaks:
        return _own(concept, found, plan, title)
    parts = [found[a:b] for a, b in zip([0, *(i + 1 for i in breaks)], [*breaks, len(found)], strict=True)]
    *before, last = [part for part in parts if part] or [[]]
    childless = replace(concept, children=())
    drafts, taken = _own(concept, last, plan, title, bool(before))
    return [*(draft for part in before for draft in _own(childless, part, plan, title, True)[0]), *drafts], taken


def _own(
    concept: Concept, found: list[Element], plan: Plan, title: str, broken: bool = False
) -> tuple[list[Draft], int]:
    """The slides of a concept's own body, and how many of its first children they show as well. One point of a list
    that its author has `broken` into slides is a point still."""
    shown = [e for e in found if not isinstance(e, Aside)]
    sentence = statement(shown, plan.frame)
    if sentence and not (broken and sentence.sign):
        child = small(concept.children[0], plan.words) if concept.children else None
        alone = child is not None and (len(concept.children) == 1 or not small(concept.children[1], plan.words))
        begins = child is not None and "slide break" in child.concept.orders
        kept = begins or _puts(child.concept if child else None, plan)
        below = child if alone and child and child.items and not kept else None
        draft = statement_draft(sentence, below, plan.section, plan.frame)
        return [draft], len(draft.shows)
    if large := formula_draft(shown, plan.section, plan.frame):
        return [large], 0
    main, links = further(shown, plan.words)
    context = plan.context(title)
    if links and len(main) <= FEW and all(isinstance(e, Item) for e in main):
        together = stack_drafts([*main, *merged(links)], context)
        if len(together) == 1 or not main or len(together) <= len(stack_drafts(merged(links), context)):
            return together, 0
    return with_reading(main, links, context), 0


def _with_asides(entries: list[Entry], found: Sequence[Element]) -> list[Entry]:
    """What is for the speaker alone, in the notes of the first slide that does not only ask, unless another has it."""
    known = {line for entry in entries for line in entry.draft.say}
    lines = tuple(line for e in found if isinstance(e, Aside) and (line := readable(e.text)) not in known)
    at = next((n for n, entry in enumerate(entries) if entry.draft.role not in ("question", "asking")), 0)
    saying = replace(entries[at].draft, say=(*entries[at].draft.say, *lines))
    return [*entries[:at], replace(entries[at], draft=saying), *entries[at + 1 :]] if lines else entries


def shown_ids(entries: Sequence[Entry]) -> Iterator[tuple[str, int]]:
    """Each concept with the index of the first entry that shows it."""
    seen: set[str] = set()
    for i, entry in enumerate(entries):
        for key in (entry.concept.id, *entry.draft.shows):
            if key not in seen:
                seen.add(key)
                yield key, i
