"""The command line: its list of commands, its help, its exit codes, its words."""

import ast
import json
import os
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from eventbook.cli import main as shell
from eventbook.cli.errors import exit_code_of
from eventbook.cli.main import COMMANDS, main
from eventbook.codebook.errors import CodebookError, Problem
from eventbook.coder.articles import FieldsUnknown, SourceMissing
from eventbook.datasets import BadTable, Damaged, NotADataset, UnknownVersion

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "cli" / "eventbook" / "cli"
STAGES = ("codebook", "coder", "validation", "datasets", "cli")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / stage) for stage in STAGES)}


def run(*arguments: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    words = [sys.executable, "-m", "eventbook.cli.main", *arguments]
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, **options)


def test_the_table_lists_every_module_with_a_command() -> None:
    found = set()
    for path in sorted(FOLDER.glob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        if any(isinstance(node, ast.FunctionDef) and node.name == "command" for node in body):
            found.add(f"eventbook.cli.{path.stem}")
    assert {module for module, _ in COMMANDS.values()} == found


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_the_name_and_the_help_of_the_table(name: str) -> None:
    module, line = COMMANDS[name]
    command = import_module(module).command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.short_help == line
    assert command.help


def test_help_is_quick_and_lists_all_commands() -> None:
    run("--help")  # compiles
    times = []
    for _ in range(5):
        start = time.perf_counter()
        done = run("--help")
        times.append(time.perf_counter() - start)
    assert all(name in done.stdout for name in COMMANDS)
    assert min(times) < 0.3


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CodebookError([Problem("a", 1, "b")]), 2),
        (SourceMissing(["a: no such file"]), 2),
        (FieldsUnknown(["--map"]), 2),
        (UnknownVersion("no version 9"), 2),
        (NotADataset("no dataset"), 3),
        (Damaged("altered"), 3),
        (BadTable("odd"), 3),
        (PermissionError(13, "Permission denied", "a.txt"), 3),
        (ValueError("odd"), 4),
        (OSError("no file"), 4),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_each_error_has_its_exit_code(error: Exception, code: int) -> None:
    assert exit_code_of(error) == code


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """A command `fail` that raises what the list holds."""
    raised: list[BaseException] = []

    class Module:
        @staticmethod
        @click.command("fail")
        def command() -> None:
            raise raised[0]

    monkeypatch.setitem(COMMANDS, "fail", ("fail", "Fails."))
    monkeypatch.setattr(shell, "import_module", lambda name: Module)
    return raised


def test_an_internal_error_leaves_a_report_and_no_traceback(failing: list[BaseException], tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    failing.append(ZeroDivisionError("by zero"))
    done = CliRunner().invoke(main, ["fail"])
    assert done.exit_code == 4
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("error: internal error: ZeroDivisionError: by zero; please report it with the file")
    report = next(tmp_path.glob("eventbook-error-*.txt")).read_text(encoding="utf-8")
    assert "Traceback" in report and "python:" in report and "command:" in report
    assert "Traceback" in CliRunner().invoke(main, ["-v", "fail"]).stderr


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        pytest.param(KeyboardInterrupt(), 130, "error: interrupted", id="Ctrl-C"),
        pytest.param(BrokenPipeError(), 0, "", id="a reader that went away"),
        pytest.param(SourceMissing(["a: gone", "b: gone"]), 2, "error: a: gone\nerror: b: gone", id="missing sources"),
        pytest.param(UnknownVersion("no version 9"), 2, "error: no version 9", id="an unknown version"),
        pytest.param(click.UsageError("give a file"), 2, "give a file", id="wrong usage"),
    ],
)
def test_known_errors_end_in_clear_lines(
    failing: list[BaseException], error: BaseException, code: int, line: str
) -> None:
    failing.append(error)
    done = CliRunner().invoke(main, ["fail"])
    assert (done.exit_code, "Traceback" in done.stderr) == (code, False)
    assert line in done.stderr


def test_a_misspelt_command_is_answered_with_the_right_one() -> None:
    done = CliRunner().invoke(main, ["biuld"])
    assert done.exit_code == 2
    assert "did you mean 'build'?" in done.stderr


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).output.startswith("eventbook ")


CODEBOOKS = [
    (["codebook", "list"], 0, "acled-style"),
    (["codebook", "show"], 0, "Armed clash"),
    (["codebook", "show", "--json"], 0, '"kinds"'),
    (["codebook", "lint"], 0, ""),
    (["codebook", "schema"], 0, "draft/2020-12"),
    (["codebook", "schema", "--of", "codebook"], 0, "event_types.yaml"),
    (["codebook", "render"], 0, "## Data dictionary"),
    (["codebook", "render", "--format", "html"], 0, "<!doctype html>"),
    (["codebook", "show", "no-such"], 2, ""),
    (["code", "nowhere.jsonl"], 2, ""),
    (["code", "nowhere.jsonl", "--set", "policies.reporting_window_days=soon"], 2, ""),
    (["code", "nowhere.jsonl", "-o", "rows.xlsx"], 2, ""),
    (["code", "nowhere.jsonl", "--map", "text"], 2, ""),
    (["build", "nowhere.jsonl"], 2, ""),
    (["explain", "nowhere", "X1"], 3, ""),
]


@pytest.mark.parametrize(("arguments", "code", "text"), CODEBOOKS, ids=lambda value: " ".join(value) if isinstance(value, list) else "")  # noqa: E501
def test_commands_end_as_they_should(arguments: list[str], code: int, text: str, tmp_path: Path,
                                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == code, done.output
    assert text in done.stdout
    assert code == 0 or (done.stderr and not done.stdout)
    assert not any(tmp_path.iterdir())


def test_lint_tells_all_problems_and_exits_2(tmp_path: Path) -> None:
    import shutil

    folder = Path(shutil.copytree(ROOT / "tests" / "codebook" / "tiny", tmp_path / "tiny"))
    path = folder / "event_types.yaml"
    path.write_text(path.read_text().replace("acts: [force]", "acts: [farce]").replace("label: Quarrel", "lable: Q"))
    done = CliRunner().invoke(main, ["codebook", "lint", str(folder)])
    assert done.exit_code == 2
    found = json.loads(CliRunner().invoke(main, ["codebook", "lint", str(folder), "--json"]).stdout)
    assert {finding["severity"] for finding in found} >= {"error"}
    done = CliRunner().invoke(main, ["code", "x.jsonl", "--codebook", str(folder)])
    assert done.exit_code == 2 and "did you mean 'label'?" in done.stderr
