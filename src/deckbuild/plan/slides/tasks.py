"""Tasks are their author's own, unless all of a list are done: then it says what a note or a course has covered."""

from __future__ import annotations

from msgspec.structs import replace

from ...model import Block, List, Point, Todo


def covered(block: List) -> List:
    """A list of nothing but done tasks as one of points."""
    done = [item for item in block.items if isinstance(item, Todo) and item.done]
    if not done or len(done) < len(block.items):
        return block
    points: tuple[Block, ...] = tuple(Point(item.text, body=item.body, place=item.place) for item in done)
    return replace(block, items=points)
