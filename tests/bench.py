"""`python -m tests.bench [PART …]`: how long the reader and a whole build take, and how much memory.

Figures of a machine mean little by themselves, so each is put beside something that was measured in the same minute:

- `build`: `deckbuild all notes/docker.md` as a process, against the same Python importing the same libraries;
- `notes`: reader and checks over a folder of notes, against the two Markdown engines alone on the same text, in turns;
- `growth`: one note of real text, again and again twice as long: in linear time each takes twice as long;
- `hostile`: notes that nobody would write, each in a process of its own;
- `cards`: 50,000 cards planned, and packed against the same rows through sqlite3 and deflate;
- `slides`: 2,000 slides planned and exported, against the same parts through zipfile, and how the time grows with them;
- `sheet`: a sheet of docker.md, of 100 atoms and of 1,000 on 8 pages, and the memory that 200 sheets take;
- `diagrams`: the 14 types of the gallery and our own four from a cold start, against the engine alone with two boxes;
- `lock`: a lock of 10,000 cards read against the same lines through json, and its cards found again, a tenth of them edited.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from .bench_diagrams import measure_diagrams
from .bench_sheet import measure_many as measure_many
from .bench_sheet import measure_sheet as measure_sheet
from .bench_slides import make_slides as make_slides
from .bench_slides import measure_slides as measure_slides

ROOT = Path(__file__).resolve().parent.parent
BUILD = (
    "import sys; from deckbuild.cli import main; sys.exit(main(['all', 'notes/docker.md', '-q', '-o', sys.argv[1]]))"
)
BOUND = "import click, genanki, markdown, markdown_it, msgspec, pptx, typst, yaml"
SIZES = (1_250_000, 2_500_000, 5_000_000, 10_000_000)
STEPS = ("reader", "checks", "accounting")
ENGINES = ("markdown-it", "Python-Markdown")
LIMITS = {"ratio": 2.5, "memory": 300.0, "growth": 2.3, "seconds": 5.0, "matching": 2.0, "hostile memory": 500.0}
LIMITS |= {"sheet": 0.3, "sheet 100": 1.0, "sheet 1000": 6.0, "sheets memory": 400.0}
LIMITS |= {"export": 3.0, "slides memory": 200.0, "exponent": 1.1}
LIMITS |= {"types": 4.2, "own diagrams": 5.5}


class Ran(NamedTuple):
    """A process that has ended: seconds, peak megabytes, and either what it found or why it failed."""

    seconds: float
    memory: float
    said: dict[str, Any]
    failure: str = ""


def run(code: str, *arguments: str, patience: int = 120) -> Ran:
    """Run Python code in a process of its own, which ends itself after some seconds: what takes so long has failed."""
    started = time.perf_counter()
    command = [sys.executable, "-c", f"import signal; signal.alarm({patience}); {code}", *arguments]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    last = (child.stdout.read().splitlines() or [""])[-1] if child.stdout else ""
    _, status, usage = os.wait4(child.pid, 0)
    seconds, child.returncode = time.perf_counter() - started, os.waitstatus_to_exitcode(status)
    memory = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    if child.returncode:
        why = last if child.returncode > 0 else f"ended by signal {-child.returncode}"
        return Ran(seconds, memory, {}, f"FAILED after {seconds:.1f} s at {memory:.0f} MB: {why}")
    return Ran(seconds, memory, json.loads(last) if last.startswith("{") else {})


def in_own_process(name: str, *arguments: str, patience: int = 120) -> Ran:
    """Run a function of this file by itself; what it gives comes back as JSON."""
    code = f"import json, sys; from tests import bench; print(json.dumps(bench.{name}(*sys.argv[1:])))"
    return run(code, *arguments, patience=patience)


def verdict(value: float, limit: str) -> str:
    """A figure, and a mark where it is above its limit."""
    return f"{value:.2f}" + (f" (above {LIMITS[limit]:g}!)" if value > LIMITS[limit] else "")


# a whole build


def build(_: Path, runs: int) -> None:
    """The whole program against the import of its libraries."""
    with tempfile.TemporaryDirectory() as folder:
        run(BUILD, folder), run(BOUND)
        pairs = [(run(BUILD, folder), run(BOUND)) for _ in range(runs)]
    if failure := next((ran.failure for pair in pairs for ran in pair if ran.failure), ""):
        print(f"build: {failure}")
        return
    for name, index in (("deckbuild all", 0), ("imports alone", 1)):
        seconds = [pair[index][0] for pair in pairs]
        print(f"{name}: {spread(seconds)} s, peak {max(pair[index][1] for pair in pairs):.0f} MB")
    print(f"ratio, pair by pair: {spread([a[0] / b[0] for a, b in pairs])}   (min / median / max)")


def spread(values: Sequence[float]) -> str:
    return f"{min(values):.2f} / {statistics.median(values):.2f} / {max(values):.2f}"


# a folder of notes


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The notes below a folder, with their paths; hidden folders are not looked into."""
    for path in sorted(folder.rglob("*.md")):
        relative = path.relative_to(folder)
        if not any(part.startswith(".") for part in relative.parts):
            yield str(relative), path.read_text("utf-8", errors="replace")


def engines() -> dict[str, Callable[[str], object]]:
    """The two Markdown engines that the reader stands on, each alone."""
    from markdown import Markdown
    from markdown_it import MarkdownIt

    first, second = MarkdownIt("commonmark").enable("table"), Markdown()
    return dict(zip(ENGINES, (first.render, lambda text: second.reset().convert(text)), strict=True))


def steps() -> dict[str, Callable[[str, str], object]]:
    """What is done to a note, in its order."""
    from deckbuild.accounting import account
    from deckbuild.checks import check
    from deckbuild.model import Deck
    from deckbuild.readers.notes import read_note

    decks: list[Deck] = []

    def reader(text: str, path: str) -> None:
        decks[:] = [read_note(text, path).deck]

    accounting = lambda text, path: account(text, decks[0])  # noqa: E731
    return dict(zip(STEPS, (reader, lambda text, path: check(decks[0]), accounting), strict=True))


def timed(work: Callable[..., object], *arguments: str) -> float:
    """Seconds of processor time: what else the machine does meanwhile counts less than on the clock."""
    started = time.process_time()
    work(*arguments)
    return time.process_time() - started


def measure_notes(folder: str) -> dict[str, Any]:
    """Every note through everything, note by note, so that all share the same noise. The first notes go ahead uncounted."""
    ours, theirs = steps(), engines()
    spent: Counter[str] = Counter()
    found = list(texts(Path(folder)))
    for counted in (False, True):
        for path, text in found if counted else found[:20]:
            own = {name: timed(work, text, path) for name, work in ours.items()}
            bare = {name: timed(work, text) for name, work in theirs.items()}
            if counted:
                spent.update(own | bare)  # type: ignore[arg-type]
    return {
        "spent": spent,
        "notes": len(found),
        "bytes": sum(len(text.encode("utf-8", "replace")) for _, text in found),
    }


def measure_memory(folder: str) -> None:
    """Reading alone, without the engines beside it, so that its peak is its own."""
    ours = steps()
    for path, text in texts(Path(folder)):
        for work in ours.values():
            work(text, path)


def notes(folder: Path, _: int) -> None:
    """Reader and checks against the bare engines."""
    ran = in_own_process("measure_notes", str(folder), patience=600)
    alone = in_own_process("measure_memory", str(folder), patience=300)
    if failure := ran.failure or alone.failure:
        print(f"notes: {failure}")
        return
    found, spent = ran.said, ran.said["spent"]
    bare = sum(spent[name] for name in ENGINES)
    each = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items())
    print(f"notes: {found['notes']}, {found['bytes'] / 1e6:.1f} MB: {each}")
    for count, name in enumerate(STEPS, 1):
        ratio = sum(spent[step] for step in STEPS[:count]) / bare
        print(f"notes: up to {name}, against both engines: {verdict(ratio, 'ratio')}")
    print(f"notes: peak of all of that without the engines: {verdict(alone.memory, 'memory')} MB")


# one note that grows, and hostile notes


def long_note(folder: str, size: int) -> str:
    """Real text, repeated until it is as long as asked for (in bytes)."""
    gathered: list[str] = []
    length = 0
    for _, text in texts(Path(folder)):
        gathered.append(text.replace("---\n", "***\n"))
        length += len(gathered[-1].encode("utf-8", "replace"))
        if length >= SIZES[0]:
            break
    block = "\n\n".join(gathered)
    return "\n\n".join([block] * round(size / max(length, 1)))


def measure_growth(folder: str, size: str) -> dict[str, Any]:
    return measure_note(long_note(folder, int(size)))


def measure_hostile(name: str) -> dict[str, Any]:
    from tests.hostile_notes import HOSTILE

    return measure_note(HOSTILE[name]())


def measure_note(text: str) -> dict[str, Any]:
    """One note through everything, and the codes of all that there is to say about it."""
    from deckbuild.accounting import account, lost
    from deckbuild.checks import check
    from deckbuild.readers.notes import read_note

    times = [time.process_time()]
    read = read_note(text, "note.md")
    times.append(time.process_time())
    said = [*read.diagnostics, *check(read.deck)]
    times.append(time.process_time())
    counted = account(text, read.deck)
    times.append(time.process_time())
    spent = dict(zip(STEPS, (after - before for before, after in pairwise(times)), strict=True))
    codes = Counter(each.code for each in (*said, *lost(counted)))
    return {"seconds": times[-1] - times[0], "spent": spent, "lost": counted.words - counted.accounted, "codes": codes}


def growth(folder: Path, _: int) -> None:
    """The same real text, twice as long each time."""
    before = 0.0
    for size in SIZES:
        ran = in_own_process("measure_growth", str(folder), str(size))
        if ran.failure:
            print(f"growth: {size / 1e6:.2f} MB: {ran.failure}")
            return
        seconds = ran.said["seconds"]
        times = f", times {verdict(seconds / before, 'growth')}" if before else ""
        print(f"growth: {size / 1e6:.2f} MB: {seconds:.2f} s{times}, peak {ran.memory:.0f} MB")
        before = seconds


def hostile(_: Path, __: int) -> None:
    """Each hostile note by itself: within its limits, and with a word about what was not read."""
    from tests.hostile_notes import HOSTILE

    for name in HOSTILE:
        ran = in_own_process("measure_hostile", name, patience=30)
        if ran.failure:
            print(f"hostile: {name}: {ran.failure}")
            continue
        codes = " ".join(f"{code}×{count}" for code, count in list(ran.said["codes"].items())[:3]) or "nothing said"
        lost = f", {ran.said['lost']} words LOST" if ran.said["lost"] else ""
        seconds, memory = verdict(ran.said["seconds"], "seconds"), verdict(ran.memory, "hostile memory")
        most = max(STEPS, key=lambda step: ran.said["spent"][step])
        print(f"hostile: {name}: {seconds} s (most in {most}), {memory} MB{lost}, {codes}")


# very many cards


def many_cards(count: int) -> Any:
    """A deck with as many labelled points, fifty to a section."""
    from deckbuild.model import Concept, Deck, Labelled, List, Place, RichText

    def section(n: int) -> Concept:
        body = tuple(
            Labelled(
                RichText.of(f"part {n} {i}"),
                RichText.of(f"what part {i} of thing {n} does there"),
                place=Place("a.md", n * 50 + i + 1),
            )
            for i in range(50)
        )
        place = Place("a.md", n * 50 + 1)
        return Concept(f"c{n}", RichText.of(f"Section number {n}"), body=(List(body, place=place),), place=place)

    return Deck("a.md", "D", RichText.of("D"), concepts=tuple(map(section, range(count // 50))))


def bare_package(data: bytes) -> Callable[[], bytes]:
    """The rows of a package, written again by sqlite3 and zipfile alone."""
    import io
    import sqlite3
    import zipfile

    source = sqlite3.connect(":memory:")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        source.deserialize(archive.read("collection.anki2"))
    names = [row[0] for row in source.execute("select name from sqlite_master where type = 'table' and sql not null")]
    schema = [row[0] for row in source.execute("select sql from sqlite_master where sql not null")]
    tables = {name: source.execute(f"select * from {name}").fetchall() for name in names if "sqlite" not in name}

    def write() -> bytes:
        target = sqlite3.connect(":memory:")
        for statement in schema:
            target.execute(statement)
        for name, rows in tables.items():
            if rows:
                target.executemany(f"insert into {name} values ({','.join('?' * len(rows[0]))})", rows)
        target.commit()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("collection.anki2", target.serialize())
        return out.getvalue()

    return write


def measure_deck(count: str) -> None:
    """Planning and packing alone, without anything to compare them with, so that the peak is theirs."""
    from deckbuild.config import Cards
    from deckbuild.exporters.anki import export
    from deckbuild.exporters.base import Stamp
    from deckbuild.plan.cards import plan_cards

    export(plan_cards(many_cards(int(count)), (), Cards(budget=0, section=0)), {}, Stamp(1, 1))


def measure_cards(count: str) -> dict[str, Any]:
    from deckbuild.config import Cards
    from deckbuild.exporters.anki import export, ordinals
    from deckbuild.exporters.anki.html import Media, fields
    from deckbuild.exporters.anki.notetypes import note_types
    from deckbuild.exporters.anki.package import Note, package
    from deckbuild.exporters.base import Stamp
    from deckbuild.plan.cards import plan_cards

    deck, made = many_cards(int(count)), []
    planned = timed(lambda: made.append(plan_cards(deck, (), Cards(budget=0, section=0))))
    plan = made[0]
    data = export(plan, {}, Stamp(1, 1)).data
    models = note_types()
    notes = [
        Note(str(i), models[card.note_type], fields(card, "en", Media({})), card.tags, ordinals(card), card.due, 1)
        for i, card in enumerate(plan.cards)
    ]
    bare = bare_package(data)
    pairs = [(timed(lambda: package("D", notes, models.values(), (), 1)), timed(bare)) for _ in range(3)]
    return {"planned": planned, "cards": len(plan.cards), "packed": pairs}


def cards(_: Path, __: int) -> None:
    """Planning by itself; packing against the least that it takes."""
    ran, alone = in_own_process("measure_cards", "50000"), in_own_process("measure_deck", "50000")
    if failure := ran.failure or alone.failure:
        print(f"cards: {failure}")
        return
    ratios = [ours / bare for ours, bare in ran.said["packed"]]
    print(
        f"cards: {ran.said['cards']} planned in {verdict(ran.said['planned'], 'seconds')} s, peak {alone.memory:.0f} MB"
    )
    print(f"cards: packed, against sqlite3 and deflate, pair by pair: {spread(ratios)}   (min / median / max)")


# very many slides


def slides(_: Path, __: int) -> None:
    """Export, and planning with it, against the least that a package of the same parts takes."""
    few, ran, many = (
        in_own_process("measure_slides", count, turns, patience=300)
        for count, turns in (("200", "1"), ("2000", "3"), ("4000", "1"))
    )
    alone = in_own_process("make_slides", "2000")
    if failure := few.failure or ran.failure or many.failure or alone.failure:
        print(f"slides: {failure}")
        return
    planned, exported, bare = (ran.said[name] for name in ("plan", "export", "bare"))
    print(
        f"slides: {ran.said['slides']}: planned in {min(planned):.2f} s, exported in {min(exported):.2f} s,"
        f" zipfile alone {min(bare):.2f} s, peak {verdict(alone.memory, 'slides memory')} MB"
    )
    ratios = [ours / least for ours, least in zip(exported, bare, strict=True)]
    whole = [(a + b) / least for a, b, least in zip(planned, exported, bare, strict=True)]
    print(
        f"slides: exported, against zipfile alone: {verdict(statistics.median(ratios), 'export')}   ({spread(ratios)})"
    )
    print(f"slides: planned and exported, against zipfile alone: {spread(whole)}   (min / median / max)")
    for name in ("plan", "export"):
        exponent = math.log(many.said[name][0] / few.said[name][0]) / math.log(20)
        print(f"slides: {name}, from 200 to 4,000: grows by the power of {verdict(exponent, 'exponent')}")


# diagrams


def diagrams(_: Path, __: int) -> None:
    """Each from a cold start, against the engine alone."""
    turns = measure_diagrams(5)
    print(f"diagrams: the engine with two boxes: {spread([least for least, _, _ in turns])} s")
    for at, limit, name in ((1, "types", "14 types, read and drawn"), (2, "own diagrams", "our own four, as PNG")):
        ratios = [turn[at] / turn[0] for turn in turns]
        ratio = verdict(statistics.median(ratios), limit)
        print(f"diagrams: {name}: {spread([turn[at] for turn in turns])} s, against that: {ratio}   ({spread(ratios)})")


# the lock


def measure_lock(count: str) -> dict[str, Any]:
    import random

    from deckbuild.config import Cards
    from deckbuild.lock import Lock, read, written
    from deckbuild.lock.identify import identify
    from deckbuild.lock.settle import settle
    from deckbuild.plan.cards import plan_cards
    from deckbuild.readers.notes import read_note

    words = [
        a + b
        for a in ["ba", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu"]
        for b in ["dan", "fer", "gil", "hop", "jun", "kat", "lem", "mir"]
    ]
    chance = random.Random(1)

    def facts(n: int) -> list[str]:
        return [" ".join(chance.choices(words, k=9)) for _ in range(n)]

    said = facts(int(count))

    def planned() -> Any:
        lines = (
            f"{f'## {line[:20]} {i}' if i % 50 == 0 else ''}\n\n- {words[i % 80]} {words[i // 80 % 80]} {i} : {line}"
            for i, line in enumerate(said)
        )
        return plan_cards(read_note("# D\n\n" + "\n".join(lines), "a.md").deck, (), Cards(budget=0, section=0))

    plan = planned()
    text = written(settle([plan], identify([plan], Lock()), [["x"] * len(plan.cards)], Lock(), 1))
    for i in chance.sample(range(len(said)), len(said) // 10):
        line = said[i].split()
        line[chance.randrange(9)] = chance.choice(words)
        said[i] = " ".join(line)
    edited, lock, lines = planned(), read(text), [x for x in text.split("\n") if x.startswith("{")]
    pairs = [(timed(lambda: read(text)), timed(lambda: [json.loads(x) for x in lines])) for _ in range(5)]
    found: list[Any] = []
    again = timed(lambda: found.append(identify([edited], lock)))
    kept = sum(identity.was is not None for identity in found[0].plans[0])
    return {"read": pairs, "again": again, "cards": len(edited.cards), "kept": kept}


def lock(_: Path, __: int) -> None:
    """Reading a lock against the least that it takes, and finding its cards again."""
    ran = in_own_process("measure_lock", "10000")
    if ran.failure:
        print(f"lock: {ran.failure}")
        return
    ours, bare = zip(*ran.said["read"], strict=True)
    print(f"lock: {ran.said['cards']} cards read in {min(ours) * 1000:.0f} ms, json alone {min(bare) * 1000:.0f} ms")
    print(f"lock: a tenth of them edited, {ran.said['kept']} found again in {verdict(ran.said['again'], 'matching')} s")


# sheets


def sheet(folder: Path, _: int) -> None:
    """Single sheets, by themselves and again, and the memory of two hundred."""
    for atoms, pages, limit in (("docker", 1, "sheet"), ("100", 1, "sheet 100"), ("1000", 8, "sheet 1000")):
        ran = in_own_process("measure_sheet", atoms, str(pages), patience=60)
        if ran.failure:
            print(f"sheet: {atoms}: {ran.failure}")
            continue
        for run_of in ("first", "again"):
            whole, inside = (verdict(ran.said[run_of + part], limit) for part in ("", " compiler"))
            print(f"sheet: {atoms}: {run_of} {whole} s, of these {inside} s in the compiler")
        print(
            f"sheet: {atoms}: {ran.said['said']}, {ran.said['calls']} calls of the compiler, peak {ran.memory:.0f} MB"
        )
    many = in_own_process("measure_many", str(folder), "200", patience=600)
    print(many.failure or f"sheet: 200 sheets in one process: peak {verdict(many.memory, 'sheets memory')} MB")


PARTS = {
    "cards": cards,
    "sheet": sheet,
    "slides": slides,
    "diagrams": diagrams,
    "lock": lock,
    "build": build,
    "notes": notes,
    "growth": growth,
    "hostile": hostile,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them by default")
    parser.add_argument("-n", type=int, default=7, help="counted runs of a build (default 7), after one warm-up")
    corpus = os.environ.get("DECKBUILD_CORPUS", str(ROOT / "tests" / "golden"))
    parser.add_argument("--notes", type=Path, default=Path(corpus), help="the folder of notes (or DECKBUILD_CORPUS)")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    folder = arguments.notes.resolve()
    os.chdir(ROOT)
    for part in arguments.parts or PARTS:
        PARTS[part](folder, arguments.n)


if __name__ == "__main__":
    main()
