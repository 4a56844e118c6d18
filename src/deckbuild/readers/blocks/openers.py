"""Which block rules of markdown-it need to be asked about a line: those that what it begins with may concern.

Most lines begin with a letter, and no rule but the ones for paragraphs looks further. The engine asks all of them about
each line of a paragraph, twice; here a table of first letters answers for them. The blocks that are read stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, html_block, list_block, reference

Rule = Callable[[StateBlock, int, int, bool], bool]

_CHAINS = ("", "paragraph", "reference", "blockquote", "list")
"""The lists of rules that the engine asks for: for a line that begins a block, and for one that may end a block of a kind."""
_OPENERS: Mapping[Rule, str] = {
    fence: "`~",
    blockquote: ">",
    hr: "*-_",
    list_block: "*+-0123456789",
    reference: "[",
    html_block: "<",
    heading: "#",
}
"""CommonMark 0.31, section 4 and 5. Indentation is no part of it: each rule looks at that itself."""


def ask_by_opener(engine: MarkdownIt, openers: Mapping[Rule, str]) -> MarkdownIt:
    """Let an engine ask its rules by the first letter of a line.

    `openers` has the letters for rules of one's own; a rule that is in no table is asked about every line. To be
    called when all rules are in place: those that are enabled later are not seen.
    """
    engine.block.ruler = _ByOpener(engine.block.ruler, {**_OPENERS, **openers})
    return engine


class _ByOpener(Ruler[Rule]):
    def __init__(self, ruler: Ruler[Rule], openers: Mapping[Rule, str]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__  # the engine asks which are enabled: without one for code, nothing is code
        self._chains = {chain: _asking(ruler.getRules(chain), openers) for chain in _CHAINS}

    def getRules(self, chainName: str = "") -> list[Rule]:  # noqa: N802, N803 - the names are markdown-it's
        return self._chains[chainName]


def _asking(rules: Sequence[Rule], openers: Mapping[Rule, str]) -> list[Rule]:
    """The rules up to the first that has openers (they may change where the line begins), and one that asks the others."""
    first = next((i for i, rule in enumerate(rules) if rule in openers), len(rules))
    others = rules[first:]
    always = tuple(rule for rule in others if rule not in openers)
    table = {
        letter: tuple(rule for rule in others if letter in openers.get(rule, letter))
        for rule in others
        for letter in openers.get(rule, "")
    }

    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        for rule in table.get(state.src[at : at + 1], always):  # noqa: SIM110 - any() would cost a generator a line
            if rule(state, start, end, silent):
                return True
        return False

    return [*rules[:first], ask] if others else [*rules]
