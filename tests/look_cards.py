"""Contact sheets of the cards in an Anki package, drawn as Anki draws them: `python -m tests.look_cards OUT_DIR APKG`.

The real backend renders the first note of each kind (or every note, with `--all`), front and back; headless Chromium
draws them by day and by night, on a phone and on a desktop, into `cards_{day,night}_{phone,desktop}.png`.
Needs the `anki` package and Chromium. Formulas stay LaTeX: MathJax comes with Anki's window, not with its backend.
"""

from __future__ import annotations

import argparse
import base64
import html
import mimetypes
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

SCREENS = {"phone": (390, 844), "desktop": (900, 600)}
NIGHT = {"day": ("", "card"), "night": ("night-mode", "card nightMode night_mode")}
ZOOM = 0.5
"""Size of a card on the sheet over that on its screen."""
COLUMNS = {"phone": 8, "desktop": 4}
GAP, CAPTION = 16, 22
TYPED = re.compile(r"\[\[type:[^\]]*\]\]")
TYPEBOX = '<center><input type="text" id="typeans" style="font-family: \'Arial\'; font-size: 20px;"></center>'
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]


class Face(NamedTuple):
    """One side of a card: what it is called on the sheet, and its HTML."""

    name: str
    body: str


def import_package(apkg: Path, folder: Path) -> Any:
    """A fresh collection in `folder` with the package in it, as a student gets it."""
    import anki.lang
    from anki import import_export_pb2 as wire
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    anki.lang.set_lang("en")
    collection = Collection(str(folder / "collection.anki2"))
    newer = wire.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
    options = ImportAnkiPackageOptions(
        merge_notetypes=False, update_notes=newer, update_notetypes=newer, with_scheduling=False
    )
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(apkg), options=options))
    return collection


def faces(collection: Any, every: bool) -> Iterator[Face]:
    """Front and back of the cards, one of each kind or all of them, in the order in which they are learnt."""
    seen: set[str] = set()
    media = Path(collection.media.dir())
    for card in sorted(
        (collection.get_card(i) for i in collection.find_cards("")), key=lambda card: (card.due, card.ord)
    ):
        note = dict(card.note().items())
        kind = "reverse" if note["Kind"] == "definition" and card.ord else note["Kind"]
        kind += " typed" if note.get("Typed") else ""
        if every or kind not in seen:
            seen.add(kind)
            output = card.render_output()
            front, back = TYPED.sub(TYPEBOX, output.question_text), output.answer_text
            if note.get("Typed"):
                back = TYPED.sub(lambda _, note=note: compared(collection, note["Typed"]), back)
            yield Face(f"{kind} · front", with_media(front, media))
            yield Face(f"{kind} · back", with_media(back, media))


def compared(collection: Any, expected: str) -> str:
    """Anki's comparison with what a student might have typed: one letter missed, one wrong."""
    plain = html.unescape(expected)
    return str(collection.compare_answer(plain, plain[:3] + plain[4:-2] + "x" + plain[-1]))


def with_media(body: str, folder: Path) -> str:
    """HTML with its pictures in it, so that it can be drawn anywhere."""

    def inline(found: re.Match[str]) -> str:
        path = folder / html.unescape(found[1])
        kind = mimetypes.guess_type(path.name)[0]
        return f'src="data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"'

    return re.sub(r'src="([^":]+)"', inline, body)


def sheet(found: Sequence[Face], css: str, light: str, screen: str) -> tuple[str, int, int]:
    """One page with all faces, each in a frame of its own screen; and its width and height in pixels."""
    width, height = SCREENS[screen]
    page, body = NIGHT[light]
    cell = f"width:{width * ZOOM:.0f}px;height:{height * ZOOM:.0f}px"
    frame = f"width:{width}px;height:{height}px;border:0;transform:scale({ZOOM});transform-origin:0 0"
    figures = []
    for face in found:
        inner = f'<!doctype html><html class="{page}"><style>{css}</style><body class="{body}"><div id="qa">{face.body}</div>'
        figures.append(
            f'<figure style="margin:0;{cell.replace("height", "min-height")}"><figcaption>{face.name}</figcaption>'
            f'<div style="{cell};overflow:hidden"><iframe style="{frame}" srcdoc="{html.escape(inner)}"></iframe></div></figure>'
        )
    columns = min(COLUMNS[screen], len(found))
    rows = -(-len(found) // columns)
    style = (
        f"body{{margin:{GAP}px;background:{'#454a52' if light == 'night' else '#cdd2d9'};font:12px/{CAPTION}px sans-serif;"
        f"color:{'#fff' if light == 'night' else '#222'};display:grid;gap:{GAP}px;grid-template-columns:repeat({columns},max-content)}}"
    )
    total_width = GAP + columns * (round(width * ZOOM) + GAP)
    total_height = GAP + rows * (round(height * ZOOM) + CAPTION + GAP)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(figures)}", total_width, total_height


def draw(page: str, width: int, height: int, target: Path) -> None:
    """A screenshot of a page, by Chromium with a profile of its own."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is not installed")
    with tempfile.TemporaryDirectory() as profile:
        source = Path(profile) / "sheet.html"
        source.write_text(page, encoding="utf-8")
        size = [f"--user-data-dir={profile}", f"--window-size={width},{height}", f"--screenshot={target.absolute()}"]
        subprocess.run([browser, *CHROMIUM, *size, source.as_uri()], check=True, capture_output=True, timeout=180)


def main(argv: Sequence[str] | None = None) -> int:
    """Draw the four sheets."""
    parser = argparse.ArgumentParser(prog="python -m tests.look_cards", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("apkg", type=Path, metavar="APKG")
    parser.add_argument("--all", action="store_true", help="every note, not one of each kind")
    parser.add_argument(
        "--only", choices=[f"{light}_{screen}" for light in NIGHT for screen in SCREENS], help="one sheet"
    )
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        collection = import_package(options.apkg, Path(folder))
        found = list(faces(collection, options.all))
        css = next(kind["css"] for kind in collection.models.all() if kind["name"].startswith("deckbuild"))
        collection.close()
    for light in NIGHT:
        for screen in SCREENS:
            if options.only in (None, f"{light}_{screen}"):
                target = options.out / f"cards_{light}_{screen}.png"
                draw(*sheet(found, css, light, screen), target)
                print(target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
