"""`eventbook places`: the command over the same functions."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventbook.cli.places import command


@pytest.fixture
def runner(home: Path) -> CliRunner:
    return CliRunner()


def test_find_shows_candidates_with_reasons(runner: CliRunner) -> None:
    made = runner.invoke(command, ["find", "Tripoli", "--near", "Lebanon"])
    assert made.exit_code == 0
    assert "North Lebanon, LB" in made.output.splitlines()[0]


def test_find_writes_json(runner: CliRunner) -> None:
    made = runner.invoke(command, ["find", "Mosul", "--country", "Iraq", "--json"])
    best = json.loads(made.output)["candidates"][0]
    assert (best["geonameid"], best["geo_precision"]) == (99072, 1)


def test_find_says_why_it_abstains(runner: CliRunner) -> None:
    made = runner.invoke(command, ["find", "Springfield"])
    assert made.exit_code == 1
    assert "may be any of" in made.output


def test_add_list_and_remove(runner: CliRunner, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,country,admin1,latitude,longitude\nFoobarville,Mali,Gao,16.2,0.1\n", encoding="utf-8")
    assert runner.invoke(command, ["add", str(own)]).output.startswith("own: 1 place, 1 name, 1 country")
    listed = json.loads(runner.invoke(command, ["list", "--json"]).output)
    assert [one["name"] for one in listed] == ["shipped", "own"]
    assert runner.invoke(command, ["remove", "own"]).exit_code == 0
    gone = runner.invoke(command, ["remove", "own"])
    assert gone.exit_code == 2


def test_add_tells_file_and_line(runner: CliRunner, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("name,country,latitude,longitude\nA,ZZ,1,1\n", encoding="utf-8")
    made = runner.invoke(command, ["add", str(bad)])
    assert made.exit_code == 3
    assert "bad.csv:2: country 'ZZ' is not known" in made.output


def test_resolve_keeps_the_columns_and_adds_its_own(runner: CliRunner, tmp_path: Path) -> None:
    table, out = tmp_path / "table.csv", tmp_path / "out.csv"
    table.write_text("id,place,land\n1,Mosul,Iraq\n2,Xyzzyville,Mali\n3,near Goma,DRC\n", encoding="utf-8")
    arguments = ["resolve", str(table), "--name", "place", "--country", "land", "-o", str(out)]
    made = runner.invoke(command, arguments)
    assert made.exit_code == 0, made.output
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert [row["geo_precision_found"] for row in rows] == ["1", "", "2"]
    assert (rows[0]["id"], rows[0]["geonameid"], rows[0]["admin1_found"]) == ("1", "99072", "Nineveh")
    assert rows[1]["latitude_found"] == "" and "not in the gazetteer" in rows[1]["reason"]
    again = runner.invoke(command, arguments)
    assert again.exit_code == 2 and "exists already" in again.output


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("id,name\n1,Mosul\n", "table.csv:1: no column 'place'; there is id, name", id="no such column"),
        pytest.param("place,x\nMosul\n", "table.csv:2: 1 columns, expected 2", id="a short row"),
        pytest.param("place,score\nMosul,1\n", "the column 'score' is there already", id="a column in the way"),
    ],
)
def test_a_bad_table_is_told(runner: CliRunner, tmp_path: Path, text: str, message: str) -> None:
    table = tmp_path / "table.csv"
    table.write_text(text, encoding="utf-8")
    made = runner.invoke(command, ["resolve", str(table), "--name", "place", "-o", str(tmp_path / "out.csv")])
    assert made.exit_code == 3
    assert message in made.output
    assert not (tmp_path / "out.csv").exists()
