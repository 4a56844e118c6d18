"""`python -m tests.bench`: wall time and peak memory of `deckbuild all notes/docker.md` as a whole process.

Figures of a machine mean little by themselves, so each run is paired with a lower bound in the same minute: the same
Python importing the libraries that the build uses, and doing nothing. The ratio is what to compare between versions.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = (
    "import sys; from deckbuild.cli import main; sys.exit(main(['all', 'notes/docker.md', '-q', '-o', sys.argv[1]]))"
)
BOUND = "import click, genanki, markdown, markdown_it, msgspec, pptx, typst, yaml"


def run(code: str, *arguments: str) -> tuple[float, float]:
    """Seconds and peak megabytes of one Python process."""
    started = time.perf_counter()
    quiet = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", code, *arguments], os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    os.close(quiet)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"the run failed with status {os.waitstatus_to_exitcode(status)}")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return time.perf_counter() - started, usage.ru_maxrss / scale


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=7, help="counted runs (default 7), after one warm-up")
    runs = parser.parse_args().n
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        run(BUILD, folder), run(BOUND)
        pairs = [(run(BUILD, folder), run(BOUND)) for _ in range(runs)]
    for name, index in (("deckbuild all", 0), ("imports alone", 1)):
        seconds = [pair[index][0] for pair in pairs]
        memory = max(pair[index][1] for pair in pairs)
        print(
            f"{name}: {min(seconds):.2f} / {statistics.median(seconds):.2f} / {max(seconds):.2f} s, peak {memory:.0f} MB"
        )
    ratios = [a[0] / b[0] for a, b in pairs]
    print(
        f"ratio, pair by pair: {min(ratios):.2f} / {statistics.median(ratios):.2f} / {max(ratios):.2f}   (min / median / max)"
    )


if __name__ == "__main__":
    main()
