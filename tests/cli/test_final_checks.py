"""What people correct and what is merged is checked like what was coded: coder, merging, decisions, checks."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article
from eventbook.datasets import Dataset, open_dataset

from .conftest import TINY, write_articles
from .test_main_job import ARTICLES, build_tiny, run

pytestmark = pytest.mark.usefixtures("needs_parser")


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    build_tiny(tmp_path / "d")
    return open_dataset(tmp_path / "d")


def event_of(dataset: Dataset, incident: str) -> str:
    return next(str(row["case"]) for row in dataset.table().to_pylist() if row["incident"] == incident)


def revise(dataset: Dataset, event: str, change: str) -> None:
    run("revise", dataset.path, event, change, "--why", "a list", "--who", "ana", "--apply", "--codebook", TINY)


def undo(dataset: Dataset) -> None:
    made = json.loads(run("revise", dataset.path, "--list", "--json").stdout)[-1]["id"]
    run("revise", dataset.path, "--undo", made, "--why", "misread", "--who", "ana", "--apply", "--codebook", TINY)


def rows(dataset: Dataset, table: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in columns) for row in dataset.table(table).to_pylist()]


def tables_of(dataset: Dataset) -> dict[str, object]:
    return {name: dataset.table(name).to_pylist() for name in dataset.manifest().tables if name != "tombstones"}


@pytest.mark.parametrize("incident", ["Quarrel", "Blockade"], ids=["of one report", "merged of two reports"])
def test_a_correction_that_breaks_a_rule_ends_in_quarantine_with_its_finding(dataset: Dataset, incident: str) -> None:
    event, before = event_of(dataset, incident), tables_of(dataset)
    revise(dataset, event, "lost=-3")
    assert event not in dataset.table()["case"].to_pylist()
    assert set(rows(dataset, "quarantine", "case", "lost", "check_ids")) == {(event, -3, "range.lost")}
    assert {(event, "range.lost", "-3")} == {
        line for line in rows(dataset, "findings", "event_id", "check_id", "value") if line[1] == "range.lost"
    }
    assert rows(dataset, "tombstones", "event_id", "reason") == [(event, "in quarantine")]
    build_tiny(dataset.path)
    assert event not in dataset.table()["case"].to_pylist()
    undo(dataset)
    after = tables_of(dataset)
    assert {**after, "revisions": []} == {**before, "revisions": []}


def test_a_second_correction_brings_the_event_back(dataset: Dataset) -> None:
    event = event_of(dataset, "Quarrel")
    revise(dataset, event, "lost=-3")
    revise(dataset, event, "lost=4")
    assert (event, 4) in rows(dataset, "events", "case", "lost")
    assert dataset.table("quarantine").num_rows == dataset.table("findings").num_rows == 0


def test_a_failing_correction_that_a_person_accepts_stays_through_builds(dataset: Dataset) -> None:
    event = event_of(dataset, "Quarrel")
    revise(dataset, event, "lost=-3")
    told = run("quarantine", "accept", dataset.path, event, "lost=2", "--why", "so it is", "--who", "ana", code=2)
    assert "eventbook revise" in told.output
    run("quarantine", "accept", dataset.path, event, "--why", "so it is", "--who", "ana")
    for _ in range(2):
        assert (event, -3) in rows(dataset, "events", "case", "lost")
        assert dataset.table("quarantine").num_rows == 0
        build_tiny(dataset.path)


def test_a_failing_correction_that_a_person_drops_stays_away_through_builds(dataset: Dataset) -> None:
    event = event_of(dataset, "Quarrel")
    revise(dataset, event, "lost=-3")
    run("quarantine", "drop", dataset.path, event, "--why", "nothing to it", "--who", "ana")
    for _ in range(2):
        assert event not in dataset.table()["case"].to_pylist()
        assert dataset.table("quarantine").num_rows == 0
        build_tiny(dataset.path)


def coded_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """The coder says a wrong number of the quarrel."""
    plain = Coder.code

    def code(self: Coder, article: Article) -> Any:
        coded = plain(self, article)
        wrong = [
            replace(row, cells={**row.cells, "lost": replace(row.cells["lost"], value=-1)})
            if row.values["incident"] == "Quarrel" else row for row in coded.rows
        ]  # fmt: skip
        return replace(coded, rows=tuple(wrong))

    monkeypatch.setattr(Coder, "code", code)


def test_what_only_the_merged_row_breaks_keeps_it_out(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    event = event_of(dataset, "Blockade")
    checks = sys.modules["eventbook.validation.checks"]
    names = ("check_id", "severity", "event_id", "column", "value", "message", "quote")

    def check_rows(events: pa.Table, *_: object, **options: object) -> pa.Table:
        found = [
            {"check_id": "one.source", "severity": "error", "event_id": row["case"], "message": "odd"}
            for row in events.to_pylist() if " + " in row["told_by"] and options["scope"] == "each"
        ]  # fmt: skip
        return pa.Table.from_pylist(found, schema=pa.schema([(name, pa.string()) for name in names]))

    monkeypatch.setattr(checks, "check_rows", check_rows)
    build_tiny(dataset.path)
    assert set(rows(dataset, "quarantine", "case", "check_ids")) == {(event, "one.source")}
    assert event not in dataset.table()["case"].to_pylist()
    assert dataset.table("reports").num_rows == 3


def test_a_correction_that_mends_a_failing_row_admits_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coded_wrong(monkeypatch)
    build_tiny(tmp_path / "d")
    dataset, before = open_dataset(tmp_path / "d"), tables_of(open_dataset(tmp_path / "d"))
    ((event, checks),) = rows(dataset, "quarantine", "case", "check_ids")
    assert checks == "range.lost"
    revise(dataset, str(event), "lost=2")
    assert (event, 2) in rows(dataset, "events", "case", "lost")
    assert dataset.table("quarantine").num_rows == dataset.table("findings").num_rows == 0
    assert rows(dataset, "revisions", "event_id", "status") == [(event, "applied")]
    build_tiny(dataset.path)
    articles = [json.loads(line) for line in ARTICLES.read_text().splitlines()]
    for number, article in enumerate(articles):
        build_tiny(dataset.path, source=write_articles(tmp_path / f"{number}.jsonl", [article]))
    assert (event, 2) in rows(dataset, "events", "case", "lost")
    undo(dataset)
    other = {"revisions": [], "not_coded": []}  # which name the file that an article came from
    assert tables_of(dataset) | other == before | other
