"""One card in the window of Anki's own reviewer, drawn by headless Chromium: `python -m tests.reviewer OUT_DIR APKG`.

The masks of image occlusion are drawn by the scripts of Anki's window, which its backend does not hold. They come with
`pip install --no-deps aqt` (no Qt is needed to read them). The page is put together as `aqt.reviewer` and
`aqt.webview` do, so what is seen here is what a student sees.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from .look_cards import CHROMIUM, SCREENS, TYPED, import_package, with_media

BODY = {"day": "isLin fancy", "night": "isLin nightMode night_mode fancy"}
ROOT = {"day": "", "night": "night-mode"}
SETTLED = 4000
"""Milliseconds of the page's own time in which pictures load and masks are drawn."""


class Sides(NamedTuple):
    """What Anki shows of a card, with its pictures in it."""

    question: str
    answer: str
    number: int


def scripts() -> Path:
    """The folder of the scripts and styles of Anki's window."""
    found = find_spec("_aqt")
    if found is None or not found.submodule_search_locations:
        raise LookupError("Anki's window is not installed: pip install --no-deps aqt")
    return Path(found.submodule_search_locations[0]) / "data" / "web"


def sides(card: Any, media: Path) -> Sides:
    """Front and back of a card."""
    output = card.render_output()
    front, back = (TYPED.sub("", text) for text in (output.question_and_style(), output.answer_and_style()))
    return Sides(with_media(front, media), with_media(back, media), card.ord + 1)


def window(shown: Sides, light: str, answered: bool) -> str:
    """The page of the reviewer that shows a card, or its answer after its question."""
    web = scripts()
    styles = "".join(
        f"<style>{(web / 'css' / name).read_text('utf-8')}</style>" for name in ("webview.css", "reviewer.css")
    )
    code = (web / "js" / "reviewer.js").read_text("utf-8").replace("</script", "<\\/script")
    classes = f"card card{shown.number} {BODY[light]}"
    calls = f"_showQuestion({_quoted(shown.question)}, {_quoted(shown.answer)}, {json.dumps(classes)});"
    if answered:
        calls += f"setTimeout(() => _showAnswer({_quoted(shown.answer)}), 1000);"
    return (
        f'<!doctype html><html class="{ROOT[light]}" dir="ltr"><head><meta charset="utf-8">{styles}</head>'
        f'<body class="{BODY[light]}"><script>window.bridgeCommand = window.pycmd = () => false;</script>'
        f'<script>{code}</script><div id="_mark" hidden></div><div id="_flag" hidden></div><div id="qa" dir="auto"></div>'
        f"<script>{calls}</script></body></html>"
    )


def _quoted(text: str) -> str:
    return json.dumps(text).replace("</", "<\\/")


def photograph(page: str, screen: str, target: Path) -> Path:
    """A picture of the page on a screen of that kind, when all on it is drawn."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is not installed")
    width, height = SCREENS[screen]
    with tempfile.TemporaryDirectory() as profile:
        source = Path(profile) / "card.html"
        # A window of Chromium is at least 500 wide: a phone is a frame in it.
        source.write_text(page, "utf-8")
        frame = Path(profile) / "screen.html"
        frame.write_text(
            f'<!doctype html><body style="margin:0"><iframe src="{source.as_uri()}" style="border:0;display:block" '
            f'width="{width}" height="{height}"></iframe>',
            "utf-8",
        )
        arguments = [f"--user-data-dir={profile}", f"--window-size={max(width, 500)},{height}"]
        arguments += [f"--virtual-time-budget={SETTLED}", "--run-all-compositor-stages-before-draw"]
        arguments += [f"--screenshot={target.absolute()}", frame.as_uri()]
        subprocess.run([browser, *CHROMIUM, *arguments], check=True, capture_output=True, timeout=180)
    return target


def occluded(collection: Any) -> Iterator[Any]:
    """The first card of each note of image occlusion."""
    for identity in collection.find_notes('"note:deckbuild Image Occlusion"'):
        yield collection.get_note(identity).cards()[0]


def main(argv: Sequence[str] | None = None) -> int:
    """Show the first card of each note of image occlusion, front and back, by day and by night, on both screens."""
    parser = argparse.ArgumentParser(prog="python -m tests.reviewer", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("apkg", type=Path, metavar="APKG")
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        collection = import_package(options.apkg, Path(folder))
        media = Path(collection.media.dir())
        cards = [sides(card, media) for card in occluded(collection)]
        collection.close()
    for number, shown in enumerate(cards, 1):
        for light in BODY:
            for screen in SCREENS:
                for answered in (False, True):
                    name = f"{number:02d}_{light}_{screen}_{'back' if answered else 'front'}.png"
                    print(photograph(window(shown, light, answered), screen, options.out / name))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
