"""Where to read on: the references of a body, apart from what it says, with the examples that follow them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...examples import says_so
from ...model import RichText, Run
from ...richtext import join, to_plain
from ...wording import Words
from .body import Context, body_drafts, stack_drafts
from .draft import Draft
from .items import Aside, Element, Item, Links


def with_reading(main: Sequence[Element], links: Sequence[Element], context: Context) -> list[Draft]:
    """The slides of a body and of its references. The examples that it ends with stand above these, below the body's
    own title, where that saves a slide."""
    drafts = [*(body_drafts(main, context) if main else []), *_reading(links, context)]
    start = next((i for i in range(len(main), 0, -1) if not _is_example(main[i - 1], context.words)), 0)
    if not links or start in (0, len(main)):
        return drafts
    named = [_named(e, context.words) for e in merged(links)]
    tried = [*body_drafts(main[:start], context), *stack_drafts([*main[start:], *named], context)]
    return tried if len(tried) < len(drafts) else drafts


def _named(element: Element, words: Words) -> Element:
    """References with their name, which no title says."""
    unnamed = isinstance(element, Links) and not element.label
    return replace(element, label=RichText.of(words.references)) if unnamed and isinstance(element, Links) else element


def further(found: Sequence[Element], words: Words) -> tuple[list[Element], list[Element]]:
    """A body in two: what is said, and where to read on with the examples that follow that. References that the text goes on
    after belong to the text."""
    links = [e for e in found if isinstance(e, Links)]
    rest: list[Element] = [e for e in found if not isinstance(e, Links)]
    if sum(len(e.rows) for e in links) < 2:
        return [_inline(e, words) if isinstance(e, Links) else e for e in found], []
    after = found[found.index(links[0]) :]
    if any(not isinstance(e, Links | Aside) and not _is_example(e, words) for e in after):
        return list(found), []
    examples: list[Element] = []
    while len(rest) > 1 and rest[-1] in after and _is_example(rest[-1], words):
        examples.insert(0, rest.pop())
    if examples and isinstance(first := examples[0], Item):
        own = says_so(first.text)
        examples = [replace(e, margin=not own) if isinstance(e, Item) else e for e in examples]
        examples[0] = replace(first, repeats=own, margin=not own)
    return rest, [*links, *examples]


def _is_example(element: Element, words: Words) -> bool:
    return isinstance(element, Item) and element.label == words.example


def _inline(links: Links, words: Words) -> Item:
    """One reference as a line of text."""
    runs = [RichText((Run(to_plain(each.title) or each.url, href=each.url),)) for each in links.rows]
    return Item(join(runs, " · "), label=to_plain(links.label) or words.references)


def _reading(found: Sequence[Element], context: Context) -> list[Draft]:
    """The slides of references; their only name is the title, unless it is a link itself."""
    if not found:
        return []
    whole = merged(found)
    match [e for e in whole if isinstance(e, Links)]:
        case [Links(label=label) as only] if label and not any(run.href for run in label):
            title = RichText.of(to_plain(label))
            whole = [replace(e, label=RichText()) if e is only else e for e in whole]
        case _:
            title = RichText.of(context.words.references)
    return [replace(draft, title=title) for draft in stack_drafts(whole, context)]


def merged(found: Sequence[Element]) -> list[Element]:
    """References of one name as one table, and what stands below them."""
    out: list[Element] = []
    for each in (e for e in found if isinstance(e, Links)):
        before = out[-1] if out else None
        if isinstance(before, Links) and not each.label:
            out[-1] = replace(before, rows=(*before.rows, *each.rows))
        else:
            out.append(each)
    return [*out, *(e for e in found if not isinstance(e, Links))]
