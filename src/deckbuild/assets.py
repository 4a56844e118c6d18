"""Pictures as the plans and exporters see them: bytes or a scene, with a size. Reading them is the business of `files`."""

from __future__ import annotations

from msgspec import Struct

from .diagrams.scene import Covered, Scene


class Picture(Struct, frozen=True):
    """An image that was found and can be shown.

    `src` is the path as the note writes it, `path` the one from the project root; `width` and `height` are pixels;
    `format` is png, jpeg or gif. A drawing has its `svg` as well, with nothing in it that leads outside; `data` is then
    its picture. A diagram has a `scene` (and `turned`, laid out in the other direction, where its kind has one, and
    `close`, with less between its things, where it is large) in place of `data`: each output draws it in its own way. `labels` are what its author says can be asked for in any other.
    """

    src: str
    path: str
    data: bytes
    width: int
    height: int
    format: str
    svg: str = ""
    scene: Scene | None = None
    turned: Scene | None = None
    close: tuple[Scene, ...] = ()
    labels: tuple[Covered, ...] = ()

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


class TooLarge(ValueError):
    """A picture of more pixels or bytes than any output shows."""
