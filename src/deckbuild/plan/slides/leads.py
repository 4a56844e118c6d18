"""What introduces stays with what it introduces: headings, lines that end in a colon, bold lines, lines before a box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from ...model import Style, Table
from ..measure import text_width
from .formula import Equation
from .items import CodeBox, Element, Item, Panel

_POINTS = re.compile(
    r"(?:다음|아래)(?:의|에\s?있는|\s?두)?\s?(?:[가-힣A-Za-z]{1,8}\s)?(?:그림|"
    r"사진|표[를는은가와에의]|도표|도식|그래프|코드|예제|식을|수식|"
    r"다이어그램|화면)|\b(?:following|next)\s+(?:\w+\s+)?(?:figure|"
    r"picture|image|table|diagram|graph|chart|plot|code|screenshot|"
    r"equation)s?\b|\b(?:figure|picture|image|table|diagram|graph|chart|"
    r"plot|code)s? below\b|\blook at (?:this|the|these)\b|(?:次の|下の|"
    r"以下の)(?:図|表|グラフ|写真|コード|式)|(?:下|以下)(?:图|圖|表)",
    re.IGNORECASE,
)
SHORT = 60
"""Letters of a line that is no slide by itself."""
FEW_EMS = 16.0
"""The width of a line above a list that is its name, with no colon and not in bold."""
MANY = 3
"""Items of a list of which none needs to stand alone."""
POINTING = 100
"""Letters of a line that may do no more than point at what follows."""


def names_next(element: Element) -> bool:
    """Whether an element stays with whatever follows it: a heading, or a line that ends in a colon."""
    if not isinstance(element, Item):
        return False
    return element.heading or element.text.plain.rstrip().endswith((":", "："))


def points_on(element: Element) -> bool:
    """Whether a line leads to the figure after it: it ends in a colon, or says in a few words to look there."""
    if names_next(element):
        return True
    return (
        isinstance(element, Item) and len(element.text.plain) <= POINTING and bool(_POINTS.search(element.text.plain))
    )


def held(found: Sequence[Element]) -> list[Element]:
    """The elements, each line that another one leads to tied to that, and each nested one with what it stands below."""
    out: list[Element] = []
    above: list[tuple[int, Item]] = []
    for element, after in zip_longest(found, found[1:]):
        if isinstance(element, Item):
            tied = element.tied or bool(out and _leads(out[-1], element))
            rank = _rank(element)
            above = [(r, item) for r, item in above if r < rank]
            parents = tuple(item for _, item in above) if element.sign or element.number or element.level else ()
            element = replace(element, tied=tied, parents=element.parents or parents)
            if element.sign != "→" and (rank >= 0 or names_next(element) or _names_list(element, after)):
                above.append((rank, replace(element, parents=())))
        out.append(element)
    return _with_strays(out)


def _with_strays(found: list[Element]) -> list[Element]:
    """The elements, those marked before which a list had better not be parted: its second and its last item, where
    the one that would stand alone has nothing below it."""
    long = [run for run in lists(found) if len(run) >= MANY]
    strays = {run[1] for run in long if run[1] == run[0] + 1}
    strays |= {run[-1] for run in long if not _holds(found[run[-1] + 1 : run[-1] + 2])}
    return [replace(e, stray=n in strays) if isinstance(e, Item) else e for n, e in enumerate(found)]


def _holds(after: Sequence[Element]) -> bool:
    """Whether what comes after an item stands below it."""
    return any(e.level or e.tied if isinstance(e, Item) else isinstance(e, CodeBox | Panel) and e.under for e in after)


def lists(found: Sequence[Element]) -> list[list[int]]:
    """The places of the items of each list on the first level; numbers go on whatever stands between them."""
    runs: list[list[int]] = []
    before: Item | None = None
    for n, element in enumerate(found):
        listed = isinstance(element, Item) and not element.level
        if not (isinstance(element, Item) and listed):
            before = before if isinstance(element, Item) or (before and before.number) else None
        elif not (element.number or element.sign == "•"):
            before = before if element.tied else None
        else:
            if not before or before.sign != element.sign or (element.number and element.number != before.number + 1):
                runs.append([])
            runs[-1].append(n)
            before = element
    return runs


def _rank(item: Item) -> int:
    """How deep an item stands: a line that names a list stands above its items, prose beside the name."""
    return -1 if not item.level and not item.sign and not item.number else item.level


def _leads(before: Element, after: Item) -> bool:
    """Whether a line leads to the one after it. A list of bold lines is a list, and a quiet line belongs to what was."""
    if not isinstance(before, Item) or after.heading:
        return False
    deeper = after.level > before.level or not before.sign
    bold = _is_bold(before) and not before.sign and not _is_bold(after)
    return (names_next(before) and deeper) or bold or (_listed(after) and _is_name(before))


def _names_list(item: Item, after: Element | None) -> bool:
    """Whether a bold line that is no sentence stands above a list."""
    return isinstance(after, Item) and _listed(after) and _is_bold(item) and _is_unmarked(item)


def _listed(item: Item) -> bool:
    return bool(item.number or item.sign in ("•", "–"))


def _is_name(item: Item) -> bool:
    """Whether an unmarked line is of so few words that it names what stands below it."""
    return _is_unmarked(item) and text_width(item.text.plain) <= FEW_EMS


def _is_unmarked(item: Item) -> bool:
    """Whether a line is no sentence, and none of a list."""
    sentence = item.text.plain.rstrip().endswith((".", "。", "!", "！"))
    return not sentence and not (item.sign or item.number or item.level)


def _is_bold(item: Item) -> bool:
    if len(item.text.plain) > SHORT:
        return False
    return item.bold or all(Style.BOLD in run.styles for run in item.text if run.text.strip())


def units(found: Sequence[Element]) -> list[list[Element]]:
    """Elements in runs that stay together: a box with the lines that lead to it, lines with what is tied to them."""
    out: list[list[Element]] = []
    for element in found:
        if out and _stays(out[-1][-1], element):
            out[-1].append(element)
        else:
            out.append([element])
    return out


def _stays(before: Element, after: Element) -> bool:
    if isinstance(after, Item):
        return after.tied
    leads = isinstance(before, Item) and not before.source
    legend = isinstance(before, Equation) and isinstance(after, Table)
    return leads or legend or (isinstance(after, CodeBox) and after.follows)
