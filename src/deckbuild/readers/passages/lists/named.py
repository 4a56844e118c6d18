"""The name of a list as the last line of the paragraph directly above it, which Markdown joins with the text before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from ....model import Place
from ... import blocks as b
from ...inline import read_inline
from .. import marks
from .. import vocabulary as v
from ..labels import list_label
from ..lines import Line
from ..roles import labelled_role
from ..wrapping import ends_before

MAX_LINE = 80
"""Letters of a line that may be the name of a list, its marks included."""
_NOWHERE = Place("", 1)
_COLON = re.compile(r"[:：][*_\s]*$")


def with_names(nodes: Sequence[marks.Marked]) -> Iterator[marks.Marked]:
    """The same nodes, each name of a list apart from the text above it."""
    for node, after in zip_longest(nodes, nodes[1:]):
        name = _name(node, after) if isinstance(node, b.Paragraph) and isinstance(after, b.ItemList) else ""
        if isinstance(node, b.Paragraph) and name:
            text = node.text[: -len(name)].rstrip("\n")
            yield replace(node, text=text, end=node.end - 1)
            yield replace(node, text=name, line=node.end)
        else:
            yield node


def _name(node: b.Paragraph, listed: b.ItemList) -> str:
    """The last of several lines, where it is a name for the list directly below it and the line above it is whole."""
    before, _, last = node.text.rpartition("\n")
    if not before or listed.line != node.end + 1 or len(last) > MAX_LINE:
        return ""
    above, name = (read_inline(each.strip()).text for each in (before.rpartition("\n")[2], last))
    known = labelled_role(name, "points") != "points"
    may_name = known or (_COLON.search(last) and list_label(name, len(listed.items)))
    if not (above and name and may_name) or v.QUESTION_END.search(above.plain):
        return ""
    return last if ends_before(Line(above, _NOWHERE), Line(name, _NOWHERE), known) else ""
