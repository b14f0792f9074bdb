"""`eventbook contradictions`: data on standard output, words on standard error."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from eventbook.cli.contradictions import command
from eventbook.datasets import create_dataset
from eventbook.datasets.merging import Merged


@pytest.fixture
def dataset(tmp_path: Path, merge: Callable[..., Merged], report: Callable[..., dict[str, Any]]) -> str:
    merged = merge([report("NGA1", "a", fatalities=3), report("NGA2", "b", fatalities=4)])
    made = create_dataset(tmp_path / "dataset", identity={"title": "Test"})
    tables = {"events": merged.events, "contradictions": merged.contradictions}
    made.commit(tables, reason="test", keys={"events": ("event_id_cnty",), "contradictions": ("event_id", "column")})
    return str(made.path)


def test_contradictions_are_shown_with_their_reports(dataset: str) -> None:
    result = CliRunner().invoke(command, [dataset])
    assert result.exit_code == 0, result.output
    assert all(text in result.stdout for text in ("NGA1", "fatalities", "Paper a", "Paper b"))
    assert "1 contradictions: fatalities 1" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        pytest.param([], 1, id="all"),
        pytest.param(["NGA1"], 1, id="of an event"),
        pytest.param(["NGA7"], 0, id="of another event"),
        pytest.param(["--column", "location"], 0, id="of another column"),
    ],
)
def test_json_groups_the_reports_of_a_contradiction(dataset: str, arguments: list[str], count: int) -> None:
    result = CliRunner().invoke(command, [dataset, *arguments, "--json"])
    found = json.loads(result.stdout)
    assert len(found) == count
    assert all([report["reported"] for report in entry["reports"]] == ["3", "4"] for entry in found)


def test_a_dataset_without_the_table_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(tmp_path)])
    assert result.exit_code != 0
