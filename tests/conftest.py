"""What the tests share: the note that the project starts from, and the switch that rewrites golden files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deckbuild.model import Deck
from deckbuild.readers.base import Read
from deckbuild.readers.notes import read_note

ROOT = Path(__file__).resolve().parent.parent
DOCKER = ROOT / "notes" / "docker.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="rewrite the golden files with what is made now")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def docker_read() -> Read:
    return read_note(DOCKER.read_text(encoding="utf-8"), "notes/docker.md")


@pytest.fixture(scope="session")
def docker(docker_read: Read) -> Deck:
    return docker_read.deck


def need(program: str) -> str:
    """The path of a program that a test runs for real. Without it the test is skipped, but never in CI."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(f"{program} is not installed, and CI skips nothing")
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found
