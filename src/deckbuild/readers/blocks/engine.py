"""The Markdown engine: markdown-it's CommonMark and tables, with the rules of our own."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .boxes import fenced_box, indented_box
from .formulas import formula
from .openers import ask_by_opener
from .rules import MAX_NESTING, attributes, definition, footnote, lift, wide_table
from .terms import defined, may_define

_ENDLESS = 10_000
"""What is too deep is lifted, not cut off by markdown-it, which would drop it."""
_ANYWHERE = ["paragraph", "reference", "blockquote"]


class _Engine(MarkdownIt):
    """Addresses stay as they are written: they are shown, and sought in the file system."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is markdown-it's
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@lru_cache(maxsize=2)
def _engine(defines_links: bool) -> MarkdownIt:
    options = {"maxNesting": MAX_NESTING + _ENDLESS, "inline_definitions": True}
    engine = _Engine("commonmark", options).disable("inline")
    ruler = engine.block.ruler
    ruler.before("code", "lift", lift)
    ruler.at("table", wide_table, {"alt": ["paragraph", "reference"]})
    ruler.before("fence", "formula", formula, {"alt": [*_ANYWHERE, "list"]})
    for name, box in (("indented_box", indented_box), ("fenced_box", fenced_box)):
        ruler.before("reference", name, box, {"alt": _ANYWHERE})
    ruler.before("reference", "footnote", footnote, {"alt": _ANYWHERE})
    ruler.before("reference", "attributes", attributes, {"alt": [*_ANYWHERE, "list"]})
    ruler.at("reference", definition)
    ruler.before("lheading", "defined", defined, {"alt": ["paragraph"]})
    engine.enable(["attributes", "table", "lift", "formula", "footnote", "defined", "indented_box", "fenced_box"])
    if not defines_links:
        engine.disable("reference")
    return ask_by_opener(
        engine, {formula: "$\\", footnote: "[", definition: "[", indented_box: "!?=", fenced_box: ":", attributes: "{"}
    )


def tokens_of(source: str, defines_links: bool = True) -> tuple[list[Token], list[int]]:
    """The block tokens of a text, and the lines (from 0) that were lifted because they are nested too deeply."""
    env = {"lifted": list[int](), "dedented": 0, "defines": may_define(source), "meanings": 0, "unclosed": (0, 0)}
    return _engine(defines_links).parse(source, env), env["lifted"]  # type: ignore[return-value]
