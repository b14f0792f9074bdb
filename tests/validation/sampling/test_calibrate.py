"""Confidence held against a gold standard: the command `calibrate`."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventbook.cli.calibrate import command

ROW = {
    "event_date": "2021-03-04", "event_type": "Battles", "sub_event_type": "Armed clash", "actor1": "Al Shabaab",
    "inter1": "Rebel group", "actor2": "Police Forces of Kenya", "inter2": "State forces", "country": "Kenya",
    "location": "Garissa", "latitude": -0.45, "longitude": 39.65, "fatalities": 2,
}  # fmt: skip
WRONG = {"fatalities": 9}


def sure(row: float, deaths: float) -> dict[str, object]:
    names = ("event_date", "sub_event_type", "location", "actor1")
    return {name: {"confidence": row} for name in names} | {"fatalities": {"confidence": deaths}}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = [{"article_id": name, "events": [ROW] if name != "none" else []} for name in ("a", "b", "none")]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A right row, one with wrong deaths, one that is no event, and one of an article that the gold lacks."""
    path = tmp_path / "rows.jsonl"
    lines = [
        {"article_id": "a", "event_id_cnty": "KEN1", **ROW, "evidence": sure(0.9, 0.8)},
        {"article_id": "b", "event_id_cnty": "KEN2", **ROW, **WRONG, "evidence": sure(0.9, 0.4)},
        {"article_id": "none", "event_id_cnty": "KEN3", **ROW, "evidence": sure(0.3, 0.3)},
        {"article_id": "else", "event_id_cnty": "KEN4", **ROW, "evidence": sure(0.3, 0.3)},
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(command, [*map(str, arguments)], catch_exceptions=False)


def test_rows_and_cells_are_held_against_gold(gold, rows):
    told = json.loads(run(gold, rows, "--format", "json").stdout)
    assert (told["rows"]["count"], told["unscored"], told["without"]) == (3, 1, 0)
    assert told["rows"]["brier"] == pytest.approx((0.2**2 + 0.4**2 + 0.3**2) / 3)
    assert (told["fields"]["deaths"]["count"], told["fields"]["deaths"]["right"]) == (2, 0.5)
    assert told["cells"]["count"] == sum(field["count"] for field in told["fields"].values())


def test_the_page_has_a_curve_for_rows_cells_and_fields(gold, rows, tmp_path):
    page = tmp_path / "page.html"
    assert run(gold, rows, "--format", "html", "-o", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<svg") == 7 and "whole rows: Brier" in text
    assert "http" not in text.replace("http-equiv", "") and "<script" not in text


def test_a_table_of_rows_takes_its_evidence_from_the_file_beside_it(gold, rows, tmp_path):
    records = [json.loads(line) for line in rows.read_text().splitlines()]
    evidence = [
        {"event_id": row["event_id_cnty"], "article_id": row["article_id"], "column": name, **cell}
        for row in records for name, cell in row.pop("evidence").items()
    ]  # fmt: skip
    for name, lines in (("rows.csv", records), ("rows.evidence.csv", evidence)):
        with (tmp_path / name).open("w", newline="") as file:
            table = csv.DictWriter(file, lines[0])
            table.writeheader()
            table.writerows(lines)
    from_json = run(gold, rows, "--format", "json").stdout
    assert run(gold, tmp_path / "rows.csv", "--format", "json").stdout == from_json


def test_rows_of_others_may_have_a_confidence_of_their_own(gold, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"article_id": "a", **ROW, "confidence": 0.7}) + "\n")
    told = json.loads(run(gold, path, "--format", "json").stdout)
    assert (told["rows"]["count"], told["cells"]) == (1, None)
    assert told["rows"]["brier"] == pytest.approx(0.09)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param({"article_id": "a", **ROW}, "no row has a confidence; write the rows with", id="no confidence"),
        pytest.param({"article_id": "a", **ROW, "confidence": 7}, "outside 0 to 1", id="a confidence above one"),
        pytest.param({"article_id": "z", **ROW, "confidence": 1}, "compare the article ids", id="other articles"),
    ],
)
def test_rows_that_tell_nothing_are_refused(gold, tmp_path, row, words):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n")
    done = run(gold, path)
    assert (done.exit_code, words in done.stderr) == (2, True)


def test_evidence_without_a_number_is_told_at_its_line(gold, rows, tmp_path):
    path = tmp_path / "evidence.csv"
    path.write_text("article_id,event_id,column,confidence\na,KEN1,fatalities,high\n")
    done = run(gold, rows, "--evidence", path)
    assert (done.exit_code, "evidence.csv:2: confidence holds 'high'" in done.stderr) == (3, True)
