"""The commands on datasets: data on standard output, words on standard error, exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from eventbook.cli.main import main
from eventbook.datasets import Dataset

COMMANDS = ("versions", "show", "diff", "tag", "log", "verify", "gc", "copy")


def run(name: str, *arguments: object) -> Result:
    return CliRunner().invoke(main, [name, *(str(argument) for argument in arguments)])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(("versions",), ["version", "first", "second", "invented 1.0.0"], id="versions lists reasons"),
        pytest.param(("show", "{}", 1), ["row hash", "event_id, column", "first"], id="show tells of one version"),
        pytest.param(("diff", "{}", 1, 2), ["fatalities", "rows changed", "2", "3"], id="diff names the cell"),
        pytest.param(("log", "{}", "B"), ["added", "changed", "fatalities", "second"], id="log tells of one event"),
        pytest.param(("log",), ["second", "events +2, evidence +2"], id="log tells what was gained"),
    ],
)
def test_a_command_says_what_is_asked(filled: Dataset, arguments: tuple[object, ...], expected: list[str]) -> None:
    name, *rest = [filled.path if argument == "{}" else argument for argument in arguments]
    result = run(str(name), *(rest or [filled.path]))
    assert result.exit_code == 0, result.output
    assert all(text in result.stdout for text in expected), result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_json_on_standard_output_is_json_alone(filled: Dataset, tmp_path: Path, name: str) -> None:
    arguments = {"diff": [1, 2], "copy": [tmp_path / "copy"]}.get(name, [])
    result = run(name, filled.path, *arguments, "--json")
    assert result.exit_code == 0, result.output
    json.loads(result.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_that_is_no_dataset_is_unreadable_input(tmp_path: Path, name: str) -> None:
    arguments = {"diff": [1, 2], "copy": [tmp_path / "copy"]}.get(name, [])
    result = run(name, tmp_path / "nothing", *arguments)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "is no dataset" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("show", 9), id="a version that does not exist"),
        pytest.param(("show", "nope"), id="a tag that does not exist"),
        pytest.param(("diff", 1, 2, "--table", "nope"), id="a table that does not exist"),
        pytest.param(("log", "nope"), id="an event that no version holds"),
        pytest.param(("tag", "../x"), id="a name that is not allowed"),
        pytest.param(("tag", "--delete"), id="deleting no tag"),
        pytest.param(("gc", "--keep-last", 0), id="keeping no version"),
        pytest.param(("diff",), id="nothing to compare"),
    ],
)
def test_asking_for_what_cannot_be_is_wrong_usage(filled: Dataset, arguments: tuple[object, ...]) -> None:
    name, *rest = arguments
    result = run(str(name), filled.path, *rest)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_verify_ends_with_1_where_something_is_damaged(filled: Dataset) -> None:
    assert run("verify", filled.path).exit_code == 0
    (filled.path / "versions/0001/events/part-00000.parquet").unlink()
    result = run("verify", filled.path, "--json")
    assert result.exit_code == 1
    assert [damage["version"] for damage in json.loads(result.stdout)] == [1]
    assert run("show", filled.path, 1).exit_code == 0


def test_a_diff_is_written_as_a_page_of_its_own(filled: Dataset, tmp_path: Path) -> None:
    page = tmp_path / "changes.html"
    assert run("diff", filled.path, 1, "--format", "html", "-o", page).exit_code == 0
    text = page.read_text()
    assert "fatalities" in text and "http" not in text.replace("http-equiv", "")


def test_a_long_diff_says_how_much_is_not_shown(filled: Dataset, tables: Callable[..., dict[str, pa.Table]]) -> None:
    filled.commit(tables({"A": 8, "B": 9}), reason="both", base=2)
    assert "1 of 2 shown" in run("diff", filled.path, 2, 3, "--limit", 1).stdout
    assert "shown" not in run("diff", filled.path, 2, 3, "--limit", 0).stdout
    assert "no difference" in run("diff", filled.path, 2, 2).stderr


def test_a_tag_is_set_listed_and_taken_back(filled: Dataset) -> None:
    assert run("tag", filled.path, "paper", 1, "--note", "as submitted").exit_code == 0
    assert "as submitted" in run("tag", filled.path).stdout
    assert run("tag", filled.path, "paper", 2).exit_code == 2
    assert run("tag", filled.path, "paper", "--delete").exit_code == 0
    assert filled.tags() == []


def test_gc_removes_only_when_told(filled: Dataset) -> None:
    assert "would go free" in run("gc", filled.path, "--keep-last", 1).stderr
    assert len(filled.load(1)) == 2
    assert "freed" in run("gc", filled.path, "--keep-last", 1, "--delete").stderr
    assert run("gc", filled.path).stderr.endswith("nothing to remove\n")
