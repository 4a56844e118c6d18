"""What the tests share: the note that the project starts from, and the switch that rewrites golden files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from deckbuild.model import Deck
from deckbuild.readers.base import Read
from deckbuild.readers.notes import read_note

ROOT = Path(__file__).resolve().parent.parent
DOCKER = ROOT / "notes" / "docker.md"

REPEATABLE = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The same examples in every run: a test that fails has failed because of what was changed."""
FEW, MANY = 10, 200
"""Examples of a property at every run, and beside the tests of the real thing, where it is tried once more."""


MEMORY, ROOM = Path("/dev/shm"), 2**30
"""Where Linux keeps files in memory, and how many bytes must be free there."""


class RealNote(NamedTuple):
    """A note that somebody wrote, and what is read from it."""

    path: str
    text: str
    read: Read


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="rewrite the golden files with what is made now")


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("repeatable", REPEATABLE, max_examples=MANY if _thorough(config) else FEW)
    settings.load_profile("repeatable")
    if not _thorough(config) and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        # The unit tests write some thousand small files: on a disk, waiting for each takes longer than the tests do.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items if _thorough(config) else ():
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.real)


def _thorough(config: pytest.Config) -> bool:
    return config.option.markexpr == "real"


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def docker_read() -> Read:
    return read_note(DOCKER.read_text(encoding="utf-8"), "notes/docker.md")


@pytest.fixture(scope="session")
def docker(docker_read: Read) -> Deck:
    return docker_read.deck


@pytest.fixture(scope="session")
def real_notes() -> list[RealNote]:
    """All notes below the folder that DECKBUILD_CORPUS names, but for hidden folders; each is read once."""
    if not os.environ.get("DECKBUILD_CORPUS"):
        pytest.skip("DECKBUILD_CORPUS names no folder of real notes")
    root = Path(os.environ["DECKBUILD_CORPUS"])
    paths = [path for path in sorted(root.rglob("*.md")) if "/." not in f"/{path.relative_to(root).as_posix()}"]
    named = [(path.relative_to(root).as_posix(), path.read_text("utf-8", errors="replace")) for path in paths]
    return [RealNote(path, text, read_note(text, path)) for path, text in named]


def need(program: str) -> str:
    """The path of a program that a test runs for real. Without it the test is skipped, but never in CI."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(f"{program} is not installed, and CI skips nothing")
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found
