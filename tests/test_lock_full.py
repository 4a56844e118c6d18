"""A build on a full disk loses no identity: what does not fit is told, and what was there is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deckbuild.lock import LOCK
from deckbuild.lock.file import written

from .test_lock_projects import GIT, build, lock, project, write

__all__ = ["project"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit how large files may become")

PACKAGE = "output/git.apkg"
LIMITED = """
import resource, signal, sys
from deckbuild.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # ignored, each write beyond the limit fails with EFBIG
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(["anki", "-q"]))
"""
LONG = GIT + "".join(f"- switch number {n} : turns the part number {n} of it on\n" for n in range(150))
"""So many cards that the lock, which is text, is larger than the package, which is packed."""


def limited(size: int) -> tuple[int, str]:
    """The status and the messages of a build in which no file may have more bytes than this."""
    ran = subprocess.run([sys.executable, "-c", LIMITED, str(size)], capture_output=True, text=True, check=False)
    return ran.returncode, ran.stderr


def guids() -> set[str]:
    return {card.guid for card in lock().present}


def contents() -> dict[str, bytes]:
    """What is there beside the note: a part of a file that did not fit would be too."""
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file() and path.suffix != ".md"}


@pytest.fixture
def before(project: Path) -> dict[str, bytes]:
    """A project that was built, and the note edited since: a word of each card, and one card more."""
    Path("notes/chem.md").unlink()
    write("deckbuild.yaml", "cards:\n  budget: 0\n  section: 0\n")
    write("notes/git.md", LONG)
    build()
    found = contents()
    write(
        "notes/git.md", LONG.replace("turns", "switches").replace("a name", "the name") + "- tag : a name that stays\n"
    )
    assert Path(LOCK).stat().st_size > Path(PACKAGE).stat().st_size
    return found


@pytest.mark.real
def test_neither_the_lock_nor_the_package_fits(before: dict[str, bytes]) -> None:
    known = guids()
    status, said = limited(100)
    assert status == 1
    assert "deckbuild.lock: error: it cannot be written: file too large; no deck is made [lock-unwritten]" in said
    assert "hint: make room, or allow writing there" in said
    assert contents() == before
    assert build() == 0
    assert known < guids()


@pytest.mark.real
def test_the_package_fits_but_not_the_lock(before: dict[str, bytes]) -> None:
    """A card of which students get a guid that the lock does not have would be another one after the next edit."""
    known = guids()
    status, said = limited(Path(PACKAGE).stat().st_size + 1000)
    assert status == 1
    assert "[lock-unwritten]" in said
    assert "[not-written]" not in said
    assert "Traceback" not in said
    assert contents() == before
    assert build() == 0
    assert known < guids()


@pytest.mark.real
def test_the_lock_fits_but_not_the_package(project: Path) -> None:
    build()
    package, known = Path(PACKAGE).read_bytes(), guids()
    write("notes/git.md", GIT.replace("a name", "the name") + "- tag : a name that stays\n")
    assert Path(LOCK).stat().st_size < 2000 < len(package)
    status, said = limited(2000)
    assert status == 1
    assert "output/git.apkg: error: it cannot be written: file too large [not-written]" in said
    assert "hint: choose another folder with -o, or make room" in said
    assert Path(PACKAGE).read_bytes() == package
    assert written(lock()) == Path(LOCK).read_text("utf-8")
    after = guids()
    assert known < after
    assert build() == 0
    assert guids() == after
    assert Path(PACKAGE).read_bytes() != package


@pytest.mark.real
def test_a_first_build_where_nothing_fits_leaves_nothing_behind(project: Path) -> None:
    status, said = limited(100)
    assert status == 1
    assert "deckbuild.lock: warning: it cannot be written: file too large; which card is which is not kept" in said
    assert contents() == {}
    assert build() == 0
