"""Rows coded under two versions of a codebook, compared by one command."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventbook.cli.agree import command
from eventbook.codebook.loading import SHIPPED, load_codebook
from eventbook.validation.agreement.codebooks import concordance

ROW = {
    "article_id": "a", "event_date": "2021-03-04", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Al Shabaab", "inter1": "Rebel group", "actor2": "Police Forces of Kenya", "inter2": "State forces",
    "country": "Kenya", "location": "Garissa", "latitude": -0.45, "longitude": 39.65, "fatalities": 2,
}  # fmt: skip
OTHER = {"sub_event_type": "Armed fight", "inter2": "Government forces", "place_name": "Garissa"}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The shipped codebook with a column, a kind and a category renamed, and no kind 'looting'."""
    folder = tmp_path / "mine"
    shutil.copytree(SHIPPED / "acled-style", folder)
    for file, old, new in (
        ("event_types.yaml", "label: Armed clash", "label: Armed fight"),
        ("actors.yaml", "label: State forces", "label: Government forces"),
        ("columns.yaml", "name: location", "name: place_name"),
        ("columns.yaml", "name: fatalities", "name: killed"),
        ("codebook.yaml", "version: 1.0.0", "version: 2.0.0"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_columns_are_matched_by_what_fills_them_and_codes_by_their_ids(mine):
    found = concordance(load_codebook(), load_codebook(mine))
    assert found.columns["place_name"] == "location"
    assert found.codes["sub_event_type"]["Armed fight"] == "Armed clash"
    assert found.codes["interaction"]["Government forces only"] == "State forces only"
    assert {(one.column, one.first, one.second) for one in found.differences} == {
        ("location", "location", "place_name"), ("fatalities", "fatalities", "killed"),
        ("sub_event_type", "Armed clash", "Armed fight"),
        ("inter1", "State forces", "Government forces"), ("inter2", "State forces", "Government forces"),
    }  # fmt: skip


def test_codes_and_columns_that_one_lacks_are_told():
    found = concordance(load_codebook(), load_codebook(Path(__file__).parents[2] / "codebook" / "tiny"))
    told = {(one.column, one.what, one.first or one.second) for one in found.differences}
    assert ("region", "only in the first", "region") in told
    assert ("sub_event_type", "only in the first", "Armed clash") in told
    assert ("sub_event_type", "only in the second", "Blockade") in told


def test_a_codebook_agrees_with_itself():
    assert concordance(load_codebook(), load_codebook()).differences == ()


def write(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(command, [*map(str, arguments), "--resamples", "0"], catch_exceptions=False)


def test_one_command_compares_rows_of_two_versions_of_a_codebook(tmp_path, mine):
    second = {key: value for key, value in (ROW | OTHER).items() if key not in {"location", "fatalities"}}
    files = write(tmp_path / "a.jsonl", ROW), write(tmp_path / "b.jsonl", second | {"killed": 3})
    done = run(*files, "--codebook", "acled-style", "--codebook", mine, "--format", "json", "--disagreements")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert [(one["variable"], one["values"]) for one in told["disagreements"]] == [("fatalities", ["2", "3"])]
    assert told["identification"][0]["both"] == 1
    assert told["codebooks"][0]["second"].startswith("acled-style 2.0.0")
    text = run(*files, "--codebook", "acled-style", "--codebook", mine).stdout
    assert "Armed fight" in text and "read as one" in text


def test_as_many_codebooks_as_codings_or_one(tmp_path, mine):
    files = write(tmp_path / "a.jsonl", ROW), write(tmp_path / "b.jsonl", ROW), write(tmp_path / "c.jsonl", ROW)
    done = run(*files, "--codebook", "acled-style", "--codebook", mine)
    assert (done.exit_code, "2 codebooks for 3 codings" in done.stderr) == (2, True)
