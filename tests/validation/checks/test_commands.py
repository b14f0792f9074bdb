"""The commands validate, quarantine and sample, from the outside."""

import csv
import json
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner

from eventbook.cli.quarantine import command as quarantine
from eventbook.cli.sample import command as sample
from eventbook.cli.validate import command as validate
from eventbook.datasets import create_dataset, open_dataset
from eventbook.datasets.building import store_keys
from eventbook.datasets.quarantine import apply_decisions
from eventbook.validation.checks import check_rows


def run(command, *arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def dataset(tmp_path: Path, rows_of, codebook) -> Path:
    """Two good events, and KEN3 with negative deaths in quarantine."""
    events = rows_of({}, {})
    bad = rows_of({}, {}, {"fatalities": -1}).slice(2)
    found = check_rows(bad, codebook)
    articles = pa.array(["a1", "a2"])
    tables = {
        "events": events, "reports": events.append_column("article_id", articles),
        "quarantine": bad.append_column("article_id", pa.array(["a3"])).append_column(
            "check_ids", pa.array(["range.fatalities"])
        ),
        "findings": found.append_column("article_id", pa.array(["a3"] * found.num_rows)),
        "evidence": pa.table({"event_id": ["KEN1", "KEN2", "KEN3"], "column": ["event_date"] * 3,
                              "article_id": ["a1", "a2", "a3"],
                              "quote": ["Tuesday"] * 3, "rule": ["dates.weekday"] * 3, "confidence": [0.9, 0.3, 0.5]}),
    }  # fmt: skip
    path = tmp_path / "data"
    made = create_dataset(path, identity={"codebook": codebook.id})
    made.commit(
        tables, reason="test", keys=store_keys(codebook.key), codebook={"id": codebook.id, "hash": codebook.hash}
    )
    return path


def rows_file(tmp_path: Path, table: pa.Table) -> Path:
    from pyarrow import csv

    file = tmp_path / "rows.csv"
    csv.write_csv(table, file)
    return file


def test_good_rows_leave_with_0(tmp_path, rows_of):
    done = run(validate, rows_file(tmp_path, rows_of({}, {})))
    assert (done.exit_code, done.stdout.splitlines()[0][:7]) == (0, "2 rows,")


@pytest.mark.parametrize(
    ("change", "fail_on", "code"),
    [
        pytest.param({"fatalities": -1}, "error", 1, id="an error"),
        pytest.param({"fatalities": 99}, "error", 0, id="a warning"),
        pytest.param({"fatalities": 99}, "warning", 1, id="a warning that counts"),
    ],
)
def test_findings_leave_with_1_from_the_wanted_severity_on(tmp_path, rows_of, change, fail_on, code):
    assert run(validate, rows_file(tmp_path, rows_of(change)), "--fail-on", fail_on).exit_code == code


def test_an_export_with_numeric_codes_and_told_dates_is_understood(tmp_path, rows_of):
    table = rows_of()
    for name, value in {"event_date": "14 May 2024", "inter1": "6", "inter2": "1", "interaction": "16"}.items():
        table = table.set_column(table.column_names.index(name), name, pa.array([value]))
    done = run(validate, rows_file(tmp_path, table))
    assert (done.exit_code, "0 errors" in done.stdout) == (0, True)
    assert "event_date: read 14 May 2024 as 2024-05-14" in done.stderr


def test_the_summary_as_json_and_the_findings_as_a_file(tmp_path, rows_of):
    out, page = tmp_path / "found.csv", tmp_path / "page.html"
    done = run(validate, rows_file(tmp_path, rows_of({"fatalities": -1})), "--json", "-o", out, "--report", page)
    told = json.loads(done.stdout)
    assert (told["errors"], told["failed"][0]["check_id"]) == (1, "range.fatalities")
    assert "range.fatalities" in out.read_text()
    assert page.read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        pytest.param("a.csv", b"", 3, "empty", id="an empty file"),
        pytest.param("a.csv", b"\xff\xfe\x00", 3, "not UTF-8", id="not UTF-8"),
        pytest.param("a.csv", b"x,y\n1,2\n", 2, "no column of the codebook", id="other columns"),
        pytest.param("a.csv", b"year,event_date\n2024,2024-05-14\n", 1, "missing", id="missing columns are findings"),
        pytest.param("a.csv", b"event_id_cnty,fatalities\nKEN1,many\n", 1, "fatalities holds many", id="wrong types"),
    ],
)
def test_bad_input_gives_a_clear_line_and_its_exit_code(tmp_path, name, content, code, words):
    file = tmp_path / name
    file.write_bytes(content)
    done = run(validate, file)
    assert done.exit_code == code
    assert words in done.output
    assert "Traceback" not in done.output


def test_a_dataset_is_checked_with_its_own_codebook(dataset):
    done = run(validate, dataset)
    assert done.stdout.splitlines()[0].startswith("2 rows")
    assert "evidence." in done.stdout  # only the day has evidence in this dataset


def test_quarantine_lists_and_shows_what_failed(dataset):
    listed = json.loads(run(quarantine, "list", dataset, "--json").stdout)
    assert [(item["event_id"], item["check_ids"]) for item in listed] == [("KEN3", ["range.fatalities"])]
    shown = run(quarantine, "show", dataset, "KEN3").stdout
    assert "fatalities holds -1" in shown and "Tuesday" in shown


def test_an_accepted_row_is_mended_and_the_reason_kept(dataset):
    done = run(quarantine, "accept", dataset, "KEN3", "fatalities=2", "--why", "misprint", "--who", "ana")
    assert done.exit_code == 0
    opened = open_dataset(dataset)
    events = {row["event_id_cnty"]: row["fatalities"] for row in opened.table().to_pylist()}
    assert events == {"KEN1": 0, "KEN2": 0, "KEN3": 2}
    assert opened.table("quarantine").num_rows == 0
    (decision,) = opened.table("decisions").to_pylist()
    assert (decision["event"], decision["decision"], decision["why"], decision["who"]) == (
        "KEN3",
        "accept",
        "misprint",
        "ana",
    )


def test_a_mended_row_that_still_breaks_a_rule_is_admitted_with_a_word_on_it(dataset):
    done = run(quarantine, "accept", dataset, "KEN3", "fatalities=2", "year=1999", "--why", "misprint", "--who", "ana")
    assert (done.exit_code, "KEN3 is admitted, though year is 1999" in done.stderr) == (0, True)
    assert "fatalities" not in done.stderr


def test_a_row_accepted_as_it_is_is_no_finding_any_more(dataset):
    run(quarantine, "accept", dataset, "KEN3", "--why", "the source says so", "--who", "ana")
    assert "range.fatalities" not in run(validate, dataset).stdout


def test_a_dropped_row_is_gone_with_its_evidence_and_the_reason_kept(dataset):
    run(quarantine, "drop", dataset, "KEN3", "--why", "a film", "--who", "ana")
    opened = open_dataset(dataset)
    assert opened.table("quarantine").num_rows == 0
    assert "KEN3" not in opened.table("evidence")["event_id"].to_pylist()
    assert opened.table("decisions")["why"].to_pylist() == ["a film"]
    assert opened.table(version=1, table="quarantine").num_rows == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["accept", "KEN3"], "say why", id="no reason"),
        pytest.param(["accept", "KEN9", "--why", "x"], "no event 'KEN9'", id="an event that is not there"),
        pytest.param(["accept", "KEN3", "mood=2", "--why", "x"], "no column 'mood'", id="a column that is not there"),
        pytest.param(["accept", "KEN3", "fatalities=two", "--why", "x"], "fatalities", id="a value that does not fit"),
        pytest.param(["show", "KEN9"], "no event 'KEN9'", id="showing what is not there"),
    ],
)
def test_decisions_that_cannot_stand_are_refused(dataset, arguments, words):
    name, *rest = arguments
    done = run(quarantine, name, dataset, *rest)
    assert done.exit_code == 2
    assert words in done.output
    assert open_dataset(dataset).latest().number == 1


def test_decisions_hold_when_the_article_is_coded_again(dataset):
    opened = open_dataset(dataset)
    again = {name: opened.table(name) for name in ("quarantine", "reports")}
    run(quarantine, "accept", dataset, "KEN3", "fatalities=2", "--why", "misprint", "--who", "ana")
    parent = {"decisions": opened.table("decisions")}
    done = apply_decisions(again, parent, key="event_id_cnty")
    assert done["quarantine"].num_rows == 0
    assert {r["event_id_cnty"]: r["fatalities"] for r in done["reports"].to_pylist()}["KEN3"] == 2


def test_a_sample_is_a_table_to_fill_in(dataset, tmp_path):
    out = tmp_path / "review.csv"
    done = run(sample, dataset, "--for-review", "1", "--how", "least-confident", "-o", out, "--json")
    assert json.loads(done.stdout) | {"file": ""} == {
        "rows": 2, "drawn": 1, "how": "least-confident", "margin": 0.05, "needed_at_random": 2, "file": "",
    }  # fmt: skip
    (row,) = csv.DictReader(out.read_text().splitlines())
    assert list(row)[:4] == ["verdict", "wrong_columns", "reviewer_note", "event_id_cnty"]
    assert [row[name] for name in ("verdict", "event_id_cnty", "evidence", "confidence", "drawn_by")] == [
        "", "KEN2", "“Tuesday” (event_date)", "0.300", "least-confident",
    ]  # fmt: skip


def test_quotes_of_a_dataset_are_held_against_the_articles(tmp_path, rows_of, codebook):
    events = rows_of({})
    evidence = pa.table({
        "event_id": ["KEN1"], "column": ["event_date"], "article_id": ["a1"], "start": [3], "end": [10],
        "quote": ["Tuesday"], "rule": ["dates.weekday"], "confidence": [0.9],
    })  # fmt: skip
    path, articles = tmp_path / "data", tmp_path / "articles.jsonl"
    create_dataset(path, identity={"codebook": codebook.id}).commit(
        {"events": events, "evidence": evidence}, reason="test", keys=store_keys(codebook.key),
        codebook={"id": codebook.id, "hash": codebook.hash},
    )  # fmt: skip
    for text, said in (("On Tuesday the police fired at a crowd.", False), ("On Monday the police fired.", True)):
        articles.write_text(json.dumps({"id": "a1", "text": text, "published": "2024-05-15"}) + "\n")
        assert ("Every quote stands in its article" in run(validate, path, "--articles", articles).stdout) is said
    articles.write_text(json.dumps({"id": "a2", "text": text, "published": "2024-05-15"}) + "\n")
    assert "1 of 1 quoted articles are not among --articles" in run(validate, path, "--articles", articles).stderr
    assert run(validate, path, "--articles", tmp_path / "none.jsonl").exit_code == 2
