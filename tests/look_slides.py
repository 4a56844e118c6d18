"""Shows a deck as pictures: every slide as a PNG, and all of them on one contact sheet.

    python tests/look_slides.py DECK.pptx OUT [--face "Noto Sans CJK KR"] [--dpi 60] [--columns 3]

It needs LibreOffice (`soffice`) and poppler (`pdftoppm`). `--face` shows the deck in a face that is installed where
the theme's own is not, which is nearer to what PowerPoint shows than LibreOffice's stand-in.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ALIAS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>맑은 고딕</string></test>
<edit name="family" mode="assign" binding="strong"><string>{face}</string></edit></match></fontconfig>"""
GAP, GROUND = 8, (206, 206, 202)


def render(deck: Path, out: Path, face: str = "", dpi: int = 60) -> list[Path]:
    """Each slide as `OUT/slide-N.png`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        env = dict(os.environ)
        if face:
            Path(work, "fonts.conf").write_text(ALIAS.format(face=face), encoding="utf-8")
            env["FONTCONFIG_FILE"] = str(Path(work, "fonts.conf"))
        profile = f"-env:UserInstallation=file://{work}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, str(deck)]
        subprocess.run(command, check=True, capture_output=True, env=env, timeout=600)
        for old in out.glob("slide-*.png"):
            old.unlink()
        pdf = Path(work, deck.stem + ".pdf")
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(out / "slide")], check=True, timeout=600)
    return sorted(out.glob("slide-*.png"))


def contact_sheet(pictures: list[Path], columns: int = 3) -> Image.Image:
    """All slides on one picture, row by row."""
    slides = [Image.open(path).convert("RGB") for path in pictures]
    width, height = slides[0].size
    rows = -(-len(slides) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for i, slide in enumerate(slides):
        sheet.paste(slide, (GAP + i % columns * (width + GAP), GAP + i // columns * (height + GAP)))
    return sheet


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deck", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--face", default="")
    parser.add_argument("--dpi", type=int, default=60)
    parser.add_argument("--columns", type=int, default=3)
    asked = parser.parse_args()
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        sys.stderr.write("soffice and pdftoppm are needed\n")
        return 2
    pictures = render(asked.deck, asked.out, asked.face, asked.dpi)
    contact_sheet(pictures, asked.columns).save(asked.out / "sheet.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
