"""Title, contents, sections and summary in order; every page with its title, its number and its notes.

Every title is there once: the parts of a concept are counted, and namesakes carry their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...config import Slides
from ...diagnostics import Diagnostic
from ...footnoted import counted
from ...model import Concept, Deck, RichText
from ...orders import obeyed
from ...prompts import Prompt
from ...readable import readable, shown
from ...richtext import to_plain
from ...wording import Words, words
from .beneath import beneath
from .byline import keywords, told
from .chains import chained
from .concept import Entry, Plan, concept_entries, shown_ids
from .contents import contents_count, contents_drafts, opener_draft
from .counters import Numbers, section_numbers
from .draft import Draft, heading
from .folding import folded
from .footnotes import at_their_marks
from .frame import WIDESCREEN, Frame
from .front import Section, cover_page, deck_title, is_on_cover
from .grid import ACCENTS
from .headings import unmarked
from .headlines import with_headlines
from .inline import clipped, unstacked
from .leading import with_addresses
from .links import linked
from .mathematics import with_formulas
from .mentions import cards_by_slide
from .naming import Leaf, children_named, first_words
from .notes import with_notes
from .page import Page, SlidePlan
from .speech import silent, with_speech
from .summary import section_summary, summary_drafts
from .tasks import topics
from .titled import titled
from .unshown import unshown
from .wrapping import too_wide

DEFAULT = Slides()
OPENER_CHILDREN, OPENER_SLIDES = 2, 2
CONTENTS_SECTIONS = 2
LONG = 8
"""Slides of a section that ends with a summary of its own."""


class Chapter(Struct, frozen=True):
    """A top-level concept with its slides; `opener`: it begins with a panel, where `large` is its number and, below the
    children, what `note` has."""

    concept: Concept
    number: str
    large: str
    accent: int
    entries: tuple[Entry, ...]
    opener: bool
    note: Draft = Draft("section", ())

    @property
    def slides(self) -> int:
        return len(self.entries) + self.opener

    @property
    def keys(self) -> dict[str, str]:
        """For each concept shown the key of its first slide."""
        return {key: self.key(i) for key, i in shown_ids(self.entries)}

    @property
    def places(self) -> dict[str, str]:
        """The same, with the panel for the section itself."""
        return self.keys | {self.concept.id: self.first}

    def key(self, index: int) -> str:
        return f"{self.concept.id}/{index + 1}"

    @property
    def first(self) -> str:
        return f"{self.concept.id}/0" if self.opener else self.key(0)


def plan_slides(
    deck: Deck,
    pictures: Mapping[str, Picture],
    settings: Slides = DEFAULT,
    frame: Frame = WIDESCREEN,
    prompts: Sequence[Prompt] = (),
) -> SlidePlan:
    """The slides of a note: title, contents, sections, summary. Speaker notes name the cards of `prompts`."""
    said = words(deck.language)
    written = deck
    deck, speeches = silent(obeyed(counted(deck), "slide break", pictures), said)
    deck, unread = with_formulas(folded(topics(unmarked(at_their_marks(with_headlines(deck))))), frame)
    if settings.chains:
        deck, pictures = chained(deck, pictures, frame)
    title = deck_title(deck)
    numbers = section_numbers(deck)
    plan = Plan(pictures, said, 0, frame, replace(settings, summary=settings.summary and len(deck.concepts) > 1))
    plans = [replace(plan, section=i % ACCENTS + 1) for i in range(len(deck.concepts))]
    chapters = _opened([_chapter(c, numbers, title, plans[i], i) for i, c in enumerate(deck.concepts)])
    chapters = [_noted(chapter, each) for chapter, each in zip(chapters, plans, strict=True)]
    intro, aside = _apart(_intro(deck, title, plan))
    contents = _contents_count(chapters, frame) if settings.contents else 0
    leaves = [*_front(chapters, intro, contents, said, title, frame)]
    for n, chapter in enumerate(chapters, 1):
        leaves += _leaves(chapter, n, title, plans[n - 1], bool(contents))
    leaves += _summary(deck, chapters, said, title, frame) if settings.summary else ()
    bare, problems = titled(leaves, deck, frame)
    places = {key: place for c in chapters for key, place in c.places.items()}
    cover, cut = cover_page(deck, _sections(chapters, 2 + contents + len(intro)), frame)
    entries = _entries(intro, chapters)
    cover = replace(cover, notes="\n".join((*aside, *filter(None, [cover.notes]))))
    names = [title, *(_section_name(c.concept) for c in chapters), said.summary]
    pages = with_addresses((cover, *linked(bare, deck, places)), deck, places)
    noted = with_notes(pages, entries, names, cards_by_slide(deck, entries, prompts), said)
    noted = with_speech(noted, speeches, entries, said)
    return _numbered(
        written, title, noted, names, (*unread, *cut, *problems, *too_wide(deck, frame), *unshown(deck)), frame
    )


def _entries(intro: Sequence[Entry], chapters: Sequence[Chapter]) -> dict[str, Entry]:
    """What the slides show, by their keys; what stands before the first section is on the first that has it, and a
    section is on its panel after all else."""
    found = {f"intro/{i}": entry for i, entry in enumerate(intro)}
    found = found or {"title": Entry(Concept("", RichText()), "", Draft("title", ()))}
    found |= {chapter.key(i): entry for chapter in chapters for i, entry in enumerate(chapter.entries)}
    return found | {c.first: Entry(c.concept, "", c.note) for c in chapters if c.opener}


def _numbered(
    deck: Deck,
    title: str,
    pages: tuple[Page, ...],
    names: Sequence[str],
    problems: tuple[Diagnostic, ...],
    frame: Frame,
) -> SlidePlan:
    """The plan with only those sections that have a slide."""
    used = sorted({page.section for page in pages})
    place = {old: new for new, old in enumerate(used)}
    return SlidePlan(
        title=title,
        author=told(deck.front.get("author"), "; "),
        keywords=keywords(deck),
        language=deck.language,
        source=deck.source,
        footer=clipped(unstacked(frame.foot or title), 12, frame.footer.w) if frame.footer.h else "",
        pages=tuple(replace(page, section=place[page.section]) for page in pages),
        sections=tuple(names[i] for i in used),
        diagnostics=problems,
        frame=frame,
    )


def _section_name(concept: Concept) -> str:
    return " ".join(part for part in (concept.number, readable(heading(concept))) if part) or "–"


def _chapter(concept: Concept, numbers: Numbers, title: str, plan: Plan, index: int) -> Chapter:
    number, large = numbers.beside[index], numbers.large[index]
    if heading(concept) and not concept.body and not concept.children:
        return Chapter(concept, number, large, plan.section, (), True)
    entries = concept_entries(concept, title, plan)
    if plan.settings.summary and len(entries) >= LONG:
        entries += [Entry(concept, title, draft) for draft in section_summary(concept, plan.section, plan.frame)]
    opener = len(concept.children) >= OPENER_CHILDREN and len(entries) >= OPENER_SLIDES
    return Chapter(concept, number, large, plan.section, tuple(entries), opener)


def _opened(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters, each of several slides with a panel where one of them has children to show on it; one that begins
    with a question has a panel already, and one without children whose first slide bears its title needs none."""
    if not any(chapter.opener for chapter in chapters):
        return list(chapters)
    several = [len(c.entries) >= OPENER_SLIDES and not _asks(c) and not _says_itself(c) for c in chapters]
    return [replace(c, opener=c.opener or more) for c, more in zip(chapters, several, strict=True)]


def _says_itself(chapter: Chapter) -> bool:
    """Whether a panel could say nothing that the slide after it does not."""
    first = chapter.entries[0]
    return not chapter.concept.children and first.concept is chapter.concept and first.draft.title is None


def _noted(chapter: Chapter, plan: Plan) -> Chapter:
    """A chapter whose first slide, a small box, stands on its panel."""
    note = beneath(chapter.entries, plan) if chapter.opener and chapter.entries else None
    return replace(chapter, note=note, entries=chapter.entries[1:]) if note else chapter


def _asks(chapter: Chapter) -> bool:
    first = chapter.entries[0].draft
    return first.role == "question" and first.title is None


def _intro(deck: Deck, title: str, plan: Plan) -> list[Entry]:
    """What stands before the first section."""
    if not deck.body or is_on_cover(deck, plan.frame):
        return []
    concept = Concept("", RichText.of(title), body=deck.body)
    return concept_entries(concept, "", plan)


def _apart(intro: list[Entry]) -> tuple[list[Entry], tuple[str, ...]]:
    """What stands before the first section; where no slide would show any of it, what the speaker has to know of it
    instead, which is said on the title slide."""
    shown = any(entry.draft.boxes for entry in intro)
    return (intro, ()) if shown else ([], tuple(line for entry in intro for line in entry.draft.say))


def _contents_count(chapters: Sequence[Chapter], frame: Frame) -> int:
    if len(chapters) < CONTENTS_SECTIONS or sum(c.slides for c in chapters) < 4:
        return 0
    return contents_count(len(chapters), frame)


def _sections(chapters: Sequence[Chapter], page: int) -> list[Section]:
    """The chapters as the contents show them; `page` is the number of the first one's first slide."""
    out = []
    for chapter in chapters:
        out.append(Section(chapter.concept, chapter.number, chapter.accent, chapter.slides, chapter.first, page))
        page += chapter.slides
    return out


def _front(
    chapters: Sequence[Chapter], intro: Sequence[Entry], slides: int, said: Words, title: str, frame: Frame
) -> Iterator[Leaf]:
    """The contents on so many slides, and what stands before the first section."""
    drafts = contents_drafts(_sections(chapters, 2 + slides + len(intro)), said, frame) if slides else []
    for i, draft in enumerate(drafts):
        key = f"contents/{i}"
        yield Leaf(key, draft, 0, draft.title or RichText.of(said.contents), "contents", above=title)
    for i, entry in enumerate(intro):
        yield _leaf(f"intro/{i}", entry, 0, RichText.of(title), said, 0, said.overview)


def _leaves(chapter: Chapter, section: int, title: str, plan: Plan, contents: bool) -> Iterator[Leaf]:
    """The slides of a section, its panel first."""
    concept = chapter.concept
    if chapter.opener:
        back = "contents/0" if contents else ""
        draft = opener_draft(concept, chapter.large, chapter.accent, plan.words, back, chapter.keys, plan.frame)
        draft = replace(draft, boxes=(*draft.boxes, *chapter.note.boxes), say=chapter.note.say)
        bare = concept.number and not plan.frame.opener.panel.h
        name = RichText.of(f"{concept.number}  ") + heading(concept) if bare else heading(concept)
        role = children_named(concept) or (plan.words.overview if shown(name) == title else "")
        yield Leaf(chapter.first, draft, section, name, concept.id, role=role, accent=chapter.accent, counted=False)
    for i, entry in enumerate(chapter.entries):
        role = ""
        if chapter.opener and entry.concept is concept:
            role = plan.words.overview if concept.children else first_words(entry.draft, to_plain(heading(concept)))
        yield _leaf(chapter.key(i), entry, section, RichText.of(title), plan.words, chapter.accent, role)


def _leaf(key: str, entry: Entry, section: int, title: RichText, said: Words, accent: int, role: str = "") -> Leaf:
    """A draft with its title, or that of its concept. A question is no part of what answers it."""
    concept, draft = entry.concept, entry.draft
    owner = f"{concept.id}#{to_plain(draft.title)}" if draft.title else concept.id or "intro"
    name = draft.title or heading(concept) or RichText.of(concept.number) or title
    above = readable(heading(concept)) if draft.title else entry.above
    role = {"question": said.question, "asking": said.question, "answer": said.answer, "summary": said.summary}.get(
        draft.role, role
    )
    counted = draft.role not in ("question", "summary")
    owner = f"{owner}\n{role}" if draft.role == "asking" else owner
    return Leaf(key, draft, section, name, owner, concept.number, role, above, accent, counted)


def _summary(deck: Deck, chapters: Sequence[Chapter], said: Words, title: str, frame: Frame) -> Iterator[Leaf]:
    accents = {c.id: chapter.accent for chapter in chapters for c in chapter.concept.walk()}
    for i, draft in enumerate(summary_drafts(deck, accents, said, frame)):
        name = draft.title or RichText.of(said.summary)
        yield Leaf(f"summary/{i}", draft, len(chapters) + 1, name, "summary", above=title)
