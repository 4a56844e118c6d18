"""What kind of page a note is, by its file and its headings: one about a program or a project gives nothing to learn."""

from __future__ import annotations

from ...model import Deck
from .headings import installs, is_readme, project_page
from .phrases import name
from .vocabulary.patterns import any_case, whole

_RIGHTS = any_case(
    whole(
        r"licen[cs]e|licensing|copyright",
        r"contribut(?:ing|ors?|ions?)",
        r"라이[선센]스|기여(?:하기|자)?",
        r"ライセンス|许可证?|授权|許可證|授權",
    ),
)
"""A section that only the page of a program has."""


_TREE = any_case(
    r"(?:^|/)(?:templates?|vendor|third_party|node_modules|fixtures?)/",
    r"(?:^|/)docs/(?:[\w-]+/){0,3}[a-z]{2}(?:-[a-z]{2,4})?/",
)
"""A folder of forms to fill in, of a program that others wrote, or of a manual in the languages that it is translated into."""
_EVENT = any_case(
    r"\breverse interviews?\b",
    r"(?:19|20)\d\d.*(?:\bday\b|con\b|conference|talk|seminar|meetup|컨퍼런스|세미나|밋업|수다)",
    r"(?:\bday\b|con\b|conference|talk|seminar|meetup|컨퍼런스|세미나|밋업)\W*(?:19|20)\d\d",
    r"(?:이슈|뉴스|\bnews\b).*\d\d\.\d\d\.\d\d",
)
"""The year of an event, the news of a day, or what to ask one's interviewers: who said what there, and where lunch was."""


def about_a_project(deck: Deck) -> bool:
    """Whether a page tells of a project, a program or an event, so that the author's own cards are all it gives.

    A README is that where one section installs the program and another tells under which licence, or with whose help:
    notes on a tool (`Docker 설치`) have the first and not the second, notes kept in a public repository the second alone.
    """
    if project_page(deck.source, deck.title.plain) or _EVENT.search(deck.title.plain) or _TREE.search(deck.source):
        return True
    titles = [name(concept.title) for concept in deck.walk()]
    return is_readme(deck.source) and any(map(installs, titles)) and any(map(_RIGHTS.match, titles))
