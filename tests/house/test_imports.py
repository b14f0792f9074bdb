"""The house: which stage imports which, and what an import costs."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("codebook", "coder", "validation", "datasets", "cli")  # in order: each imports only those before it
HEAVY = ("pandas", "spacy", "great_expectations", "pyarrow", "scipy", "matplotlib", "duckdb", "geopandas")
PATH = os.pathsep.join(str(ROOT / stage) for stage in STAGES)


def modules(stage: str) -> Iterator[Path]:
    yield from sorted((ROOT / stage / "eventbook" / stage).rglob("*.py"))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and name of every import in a module, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:  # a relative one stays in its stage
            yield node.lineno, node.module or ""


def run(code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": PATH}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_what_stands_before_it(stage: str) -> None:
    later = STAGES[STAGES.index(stage) + 1 :]
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {name}"
        for path in modules(stage)
        for line, name in imported(path)
        if name.startswith("eventbook.") and name.split(".")[1] in later
    ]
    assert not wrong, "\n".join(wrong)


def test_the_namespace_has_no_module_of_its_own() -> None:
    assert not [path for stage in STAGES for path in (ROOT / stage / "eventbook").glob("*.py")]


@pytest.mark.parametrize("stage", STAGES)
def test_importing_any_module_loads_nothing_heavy(stage: str) -> None:
    names = []
    for path in modules(stage):
        name = ".".join(path.relative_to(ROOT / stage).with_suffix("").parts).removesuffix(".__init__")
        names.append(name)
    code = (
        "import importlib, sys\nfound = []\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name)\n"
        f"    new = [heavy for heavy in {HEAVY!r} if heavy in sys.modules and heavy not in found]\n"
        "    found += new\n"
        "    if new: print(name, *new)\n"
    )
    assert run(code) == ""


def test_the_command_line_loads_only_click() -> None:
    code = (
        "import sys, eventbook.cli.main\n"
        "known = sys.stdlib_module_names | {'click', 'eventbook', '__main__', '_distutils_hack'}\n"
        "loaded = {name.split('.')[0] for name in sys.modules} - known\n"
        "print(*sorted(name for name in loaded if not name.startswith('__editable__')))"
    )
    assert run(code).strip() == ""
