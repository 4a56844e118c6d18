"""Programs that some tests run: where one is missing the test is skipped, but never on CI."""

import os
import shutil

import pytest


def needs(*programs: str) -> None:
    """Skip the calling test unless all programs are on the path; on CI a missing one is a failure."""
    missing = [program for program in programs if not shutil.which(program)]
    if not missing:
        return
    message = f"not installed: {', '.join(missing)}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
