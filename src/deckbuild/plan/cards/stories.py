"""What is true of one run or one program alone: a value that was measured there, a page of it."""

from __future__ import annotations

from .vocabulary.stories import COUNTED, GLOSS, NUMBER, ROUTE, SYSTEM_FOLDER


def of_one_run(asked: str, answer: str) -> bool:
    """Whether an answer is but a number or a sign (`끝점`: `9`), where what is asked for has no fixed value; or a page
    of somebody's program."""
    if ROUTE.fullmatch(answer):
        return not SYSTEM_FOLDER.match(answer)
    answer = GLOSS.sub("", answer)
    return bool(NUMBER.fullmatch(answer)) and not (COUNTED.search(asked) and any(map(str.isdigit, answer)))
