"""The borders of the source tree: imports go downwards only, and each library stays where it belongs."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeGuard

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "deckbuild"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__").removesuffix("__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
LIBRARIES = {
    "genanki": "exporters.anki",
    "sqlite3": "exporters.anki",
    "pptx": "exporters.pptx",
    "lxml": "exporters.pptx",
    "typst": "exporters.pdf",
    "segno": "exporters.pdf",
    "markdown": "readers.inline",
    "markdown_it": "readers.blocks",
    "mermaid_render": "diagrams",
    "resvg_py": "diagrams",
    "click": "cli",
    "rich": "cli",
    "pygments": "highlight",
}
APART = {("accounting.visible", "markdown_it"), ("formulas.picture", "typst")}
"""What the reader is measured by must not go through the reader; pictures of formulas are set as sheets are."""
FORBIDDEN = [
    ("plan", "readers"),
    ("plan", "exporters"),
    ("plan", "files"),
    ("readers", "plan"),
    ("readers", "exporters"),
    ("exporters", "readers"),
    ("exporters", "files"),
    ("model", "readers"),
    ("model", "plan"),
    ("model", "exporters"),
    ("diagrams", "plan"),
    ("diagrams", "exporters"),
    ("files", "plan"),
    ("files", "exporters"),
    ("files", "readers"),
]
REGISTRY = "exporters"


class Facts(NamedTuple):
    """What the rules below ask of a module: plain values, so that no tree is kept and none is walked twice."""

    text: str
    doc: str | None
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    functions: tuple[tuple[str, int, int], ...]
    calls: tuple[tuple[str, int, int], ...]
    """Names that are called, with the lines of the call."""
    said: frozenset[int]
    """Lines of docstrings."""


@cache
def facts(path: Path) -> Facts:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    return Facts(
        text,
        ast.get_docstring(tree),
        tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)),
        tuple((node.name, *lines_of(node)) for node in nodes if isinstance(node, ast.FunctionDef)),
        tuple((name, *lines_of(node)) for node in nodes if isinstance(node, ast.Call) and (name := called(node))),
        frozenset(line for node in nodes if is_docstring(node) for line in range(node.lineno, lines_of(node)[1] + 1)),
    )


def called(node: ast.Call) -> str:
    """The name of a call, with that before its dot where it is a plain one."""
    match node.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=name), attr=attr):
            return f"{name}.{attr}"
        case ast.Attribute(attr=attr):
            return f".{attr}"
    return ""


def lines_of(node: ast.stmt | ast.expr) -> tuple[int, int]:
    return node.lineno, node.end_lineno or node.lineno


def is_docstring(node: ast.AST) -> TypeGuard[ast.Expr]:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@cache
def imported(name: str) -> set[tuple[str, bool]]:
    """What a module imports, as dotted names; ours without `deckbuild.`, each with whether it is ours."""
    package = name.split(".") if MODULES[name].name == "__init__.py" else name.split(".")[:-1]
    found: set[tuple[str, bool]] = set()
    for node in facts(MODULES[name]).imports:
        if isinstance(node, ast.Import):
            found.update((alias.name, False) for alias in node.names)
        elif not node.level:
            found.add((node.module or "", False))
        else:
            base = [part for part in package if part][: len([p for p in package if p]) - node.level + 1]
            stem = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            found.update(
                (full if (full := f"{stem}.{a.name}".strip(".")) in MODULES else stem, True) for a in node.names
            )
    return {(module, ours) for module, ours in found if module}


@cache
def graph() -> dict[str, set[str]]:
    """Which of our modules each of them imports."""
    return {name: {module for module, ours in imported(name) if ours and module != name} for name in MODULES}


def inside(name: str, folder: str) -> bool:
    return name == folder or name.startswith(folder + ".")


@pytest.mark.parametrize(("who", "whom"), FORBIDDEN)
def test_imports_go_downwards_only(who: str, whom: str) -> None:
    crossings = [
        (a, b) for a, targets in graph().items() if inside(a, who) and a != REGISTRY for b in targets if inside(b, whom)
    ]
    assert not crossings


def test_exporters_and_plans_do_not_know_each_other() -> None:
    for folder, everybodys in (("exporters", {"exporters.base"}), ("plan", {"plan.measure"})):
        for a, targets in graph().items():
            for b in targets:
                if (
                    not (inside(a, folder) and inside(b, folder))
                    or a == folder
                    or any(inside(b, e) for e in everybodys)
                ):
                    continue
                assert a.split(".")[1] == b.split(".")[1], f"{a} imports {b}"


def test_there_are_no_import_cycles() -> None:
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join((*above[above.index(name) :], name)) if name in above else ""
        if name not in done:
            for target in sorted(graph().get(name, ())):
                visit(target, (*above, name))
            done.add(name)

    for name in sorted(graph()):
        visit(name, ())


def test_each_library_is_imported_in_one_place() -> None:
    for name in MODULES:
        for module, ours in imported(name):
            home = LIBRARIES.get(module.split(".")[0]) if not ours else None
            assert home is None or inside(name, home) or (name, module.split(".")[0]) in APART, (
                f"{name} imports {module}, which belongs to {home}"
            )


def test_plans_use_the_standard_library_and_msgspec_alone() -> None:
    allowed = set(sys.stdlib_module_names) | {"msgspec"}
    for name in MODULES:
        if inside(name, "plan"):
            others = {module for module, ours in imported(name) if not ours and module.split(".")[0] not in allowed}
            assert not others, name


def test_every_module_says_what_it_is_for() -> None:
    for name, path in MODULES.items():
        assert facts(path).doc, name


def test_only_the_command_line_prints_or_exits() -> None:
    for name, path in MODULES.items():
        if name in ("cli", "__main__"):
            continue
        for call, line, _ in facts(path).calls:
            assert call not in ("print", "sys.exit", "exit"), f"{name}:{line}"


def test_no_file_is_a_grab_bag_or_longer_than_three_hundred_lines() -> None:
    for name, path in MODULES.items():
        assert name.split(".")[-1] not in ("utils", "util", "helpers", "helper", "common", "shared", "misc")
        if name.split(".")[-1] != "widths":
            assert facts(path).text.count("\n") <= 300, name


def test_no_function_is_longer_than_sixty_lines() -> None:
    for name, path in MODULES.items():
        for function, first, last in facts(path).functions:
            assert last - first < 60, f"{name}: {function}"


def test_no_line_of_a_reader_or_a_plan_is_wider_than_a_hundred_and_twenty() -> None:
    """Their patterns and tables are read more often than any other code; sentences of docstrings may be longer."""
    for name, path in MODULES.items():
        if name.split(".")[0] not in ("readers", "plan"):
            continue
        for number, line in enumerate(facts(path).text.split("\n"), 1):
            code = line.split("  # ")[0]
            assert len(code) <= 120 or number in facts(path).said, f"{name}:{number}"


def test_no_pattern_is_wider_than_a_hundred_and_twenty() -> None:
    for name, path in MODULES.items():
        lines = facts(path).text.split("\n")
        for call, first, last in facts(path).calls:
            if call.endswith(".compile"):
                wide = [line for line in lines[first - 1 : last] if len(line) > 120]
                assert not wide, f"{name}:{first}"
