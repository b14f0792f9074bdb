"""The commands `sql`, `panel` and `plot`."""

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from eventbook.cli.main import main
from eventbook.datasets import Version


def run(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


def test_sql_shows_a_table_and_writes_csv_and_json(some: Version) -> None:
    query = "select country, count(*) n, min(event_date) as begun from events group by all order by 2 desc, 1 limit 2"
    shown = run("sql", some.dataset.path, query)
    assert shown.exit_code == 0 and "2 rows from version 1" in shown.stdout and "Kenya" in shown.stdout
    rows = list(csv.reader(io.StringIO(run("sql", some.dataset.path, query, "--format", "csv").stdout)))
    assert rows == [["country", "n", "begun"], ["Kenya", "3", "2023-03-14"], ["Chad", "1", "2023-04-02"]]
    told = json.loads(run("sql", some.dataset.path, "-", "--format", "json", text=query).stdout)
    assert told[0] == {"country": "Kenya", "n": 3, "begun": "2023-03-14"}


def test_a_long_answer_says_how_much_is_not_shown(some: Version) -> None:
    assert "2 of 5 rows shown" in run("sql", some.dataset.path, "from events", "--limit", 2).stderr


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "dta"])
def test_an_answer_is_written_by_its_ending(some: Version, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"answer.{ending}"
    query = "select event_date, fatalities, list(location) as towns, null as none from events group by all order by all"
    assert run("sql", some.dataset.path, query, "-o", file).exit_code == 0
    read = {"csv": pd.read_csv, "json": pd.read_json, "parquet": pd.read_parquet, "dta": pd.read_stata}[ending](file)
    assert read["fatalities"].tolist() == [1, 5, 1, 0, 1]
    assert pd.to_datetime(read["event_date"]).max() == pd.Timestamp("2023-04-30")


def test_a_panel_goes_to_standard_output_and_its_notes_to_standard_error(some: Version) -> None:
    done = run("panel", some.dataset.path, "--freq", "y")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["country"], row["period"], row["events"]) for row in rows] == [
        ("Chad", "2023-01-01", "1"), ("Kenya", "2023-01-01", "3"), ("Uganda", "2023-01-01", "1"),
    ]  # fmt: skip
    assert "5 events in 3 units" in done.stderr


def test_a_panel_for_stata_has_labels_and_missing_values(make_version, event, tmp_path: Path) -> None:

    version = make_version([event(1), event(2, "2023-07-01")], covered=[("2023-03-01", "2023-03-31")])
    file = tmp_path / "panel.dta"
    assert run("panel", version.dataset.path, "--by", "event_type", "-o", file).exit_code == 0
    with pd.read_stata(file, iterator=True) as reader:
        labels, frame = reader.variable_labels(), reader.read()
    assert labels["events_battles"] == "events: Battles"
    assert frame["events"].isna().sum() == 3 and frame["events"].sum() == 2


def test_a_panel_in_parquet_keeps_its_notes(some: Version, tmp_path: Path) -> None:
    file = tmp_path / "panel.parquet"
    run("panel", some.dataset.path, "--unit", "priogrid", "-o", file)
    assert b"geo_precision worse than 2" in parquet.read_schema(file).metadata[b"pandas"]


@pytest.mark.parametrize("name", ["timeline", "map", "heatmap", "actors"])
def test_a_picture_is_written_and_its_caption_told(some: Version, tmp_path: Path, name: str) -> None:
    file = tmp_path / "picture.png"
    done = run("plot", some.dataset.path, name, "-o", file)
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(b"\x89PNG") and "Clashes, version 1" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["sql", "{}", "delete from events"], 2, "expected one SELECT", id="sql that writes"),
        pytest.param(["sql", "{}", "select nope from events"], 2, "nope", id="sql with a wrong column"),
        pytest.param(["sql", "{}", "select 1", "-o", "x.xlsx"], 2, "csv, json, parquet, dta", id="an unknown ending"),
        pytest.param(["sql", "nowhere", "select 1"], 3, "is no dataset", id="no dataset"),
        pytest.param(["sql", "{}", "select 1", "--version", "7"], 2, "no version 7", id="no such version"),
        pytest.param(["sql", "{}", "select 1", "-o", "nowhere/x.csv"], 3, "cannot be written", id="no such folder"),
        pytest.param(["panel", "{}", "--measure", "dead"], 2, "events, fatalities", id="an unknown measure"),
        pytest.param(["panel", "{}", "--start", "May"], 2, "2024-02-29", id="a day that is none"),
        pytest.param(["plot", "{}", "map", "--freq", "M", "-o", "x.png"], 2, "map has no --freq", id="a wrong option"),
        pytest.param(["plot", "{}", "map", "-o", "x.gif"], 2, "png, svg, pdf", id="a picture of another kind"),
        pytest.param(["plot", "{}", "pie", "-o", "x.png"], 2, "'heatmap'", id="another picture"),
        pytest.param(["plot", "{}", "map"], 2, "--output", id="no file for the picture"),
        pytest.param(["panel", "{}", "--codebook", "no", "--by", "event_type"], 2, "is no codebook", id="no codebook"),
    ],
)
def test_wrong_usage_ends_in_words(some: Version, arguments: list[str], code: int, words: str) -> None:
    done = run(*(some.dataset.path if argument == "{}" else argument for argument in arguments))
    assert (done.exit_code, done.stdout) == (code, ""), done.output
    assert words in done.stderr and "Traceback" not in done.stderr
