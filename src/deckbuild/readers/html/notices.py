"""What there is to say about the HTML of a note, each tag once."""

from __future__ import annotations

from ...diagnostics import Diagnostic, info, warning
from ...model import Place


class Notices:
    """Gathers diagnostics; what holds for every tag of a name is said at the first."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self.said: set[tuple[str, str]] = set()

    def unknown(self, name: str, line: int) -> None:
        """A tag that is none: `List<String>`, `<your-name>`."""
        if self._first("unknown", name):
            message = f"<{name}> is no HTML tag that notes use; it is read as text"
            self.found.append(info(Place(self.path, line), "html-unknown", message, f"write `<{name}>` in backticks"))

    def dropped(self, name: str, line: int, end: int) -> None:
        """An element whose content is not for readers. Each is named: it may hold words."""
        place = Place(self.path, line, end if end > line else 0)
        hint = "save a drawing as a picture and refer to it" if name == "svg" else "write what a reader should see"
        self.found.append(warning(place, "html-dropped", f"<{name}> is left out with all that is in it", hint))

    def unclosed(self, opener: str, line: int) -> None:
        """Something that would swallow the note."""
        place = Place(self.path, line)
        if not self._first("unclosed", opener):
            return
        if opener == "<!--":
            message = "this comment is never closed; what follows is read as text"
            self.found.append(warning(place, "html-unclosed-comment", message, "close it with -->"))
        else:
            name = opener if opener.startswith("<") else f"<{opener}>"
            self.found.append(warning(place, "html-unclosed", f"{name} is never closed", f"close {name} where it ends"))

    def no_picture(self, line: int) -> None:
        """A picture that does not say where it is."""
        hint = 'write <img src="…">'
        self.found.append(warning(Place(self.path, line), "image-nowhere", "<img> names no picture", hint))

    def embedded(self, name: str, source: str, line: int) -> None:
        """A film, a sound or a page within the page."""
        message = f"<{name}> cannot be shown; the address {source} stands in its place"
        self.found.append(info(Place(self.path, line), "html-embedded", message))

    def too_deep(self, name: str, line: int) -> None:
        """More elements within each other than any output can show."""
        if self._first("deep", ""):
            message = f"<{name}> is nested too deeply; it is read as part of what is around it"
            self.found.append(warning(Place(self.path, line), "html-too-deep", message, "flatten the HTML"))

    def _first(self, kind: str, name: str) -> bool:
        is_first = (kind, name) not in self.said
        self.said.add((kind, name))
        return is_first
