"""Whatever a user hands to a command that reads rows: a clear line and an exit code, never a traceback."""
# ruff: noqa: E501  (one case a line)

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventbook.cli.main import main

ROW = {
    "article_id": "a", "event_id_cnty": "KEN1", "event_date": "2021-03-04", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Al Shabaab", "inter1": "Rebel group",
    "actor2": "Police Forces of Kenya", "inter2": "State forces", "country": "Kenya", "location": "Garissa",
    "latitude": "-0.45", "longitude": "39.65", "fatalities": "2",
}  # fmt: skip
HEADER = ",".join(ROW)
LINE = ",".join(ROW.values())


def write(name: str, content: str | bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def a_folder(folder: Path) -> Path:
    (folder / "rows").mkdir()
    return folder / "rows"


def a_zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "rows.zip", "w") as archive:
        archive.writestr("rows.csv", f"{HEADER}\n{LINE}\n")
    return folder / "rows.zip"


UNREADABLE = [
    pytest.param(lambda folder: folder / "no.csv", "cannot be read (No such file", id="no such file"),
    pytest.param(a_folder, "is no dataset", id="a folder that is no dataset"),
    pytest.param(a_zip, "unknown kind of file", id="a zip"),
    pytest.param(write("a.csv", ""), "empty", id="an empty table"),
    pytest.param(write("a.csv", "\n\n"), "empty", id="a blank table"),
    pytest.param(write("a.csv", f"{HEADER}\n{LINE}\n".replace("Garissa", "Mérida").encode("latin-1")), ":2: byte", id="Latin-1"),
    pytest.param(write("a.csv", f"{HEADER}\n{LINE}\n".encode("utf-16")), "is not UTF-8", id="UTF-16"),
    pytest.param(write("a.csv", f"{HEADER}\n{LINE},more\n"), "check quotes and commas", id="a cell too many"),
    pytest.param(write("a.jsonl", "[1]\n"), ":1: a JSON list; expected an object", id="JSON without columns"),
    pytest.param(write("a.jsonl", "{\n"), ":1: no", id="half a line of JSON"),
    pytest.param(write("a.parquet", "PAR1"), "Parquet file", id="broken Parquet"),
]  # fmt: skip


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.jsonl"
    path.write_text(json.dumps(ROW) + "\n")
    return path


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert "Traceback" not in done.output and "internal error" not in done.output
    return done.exit_code, done.output


@pytest.mark.parametrize(("make", "words"), UNREADABLE)
@pytest.mark.parametrize("name", ["validate", "score", "agree", "calibrate"])
def test_what_cannot_be_read_is_told(tmp_path, good, make, words, name):
    path = make(tmp_path)
    code, told = run(name, path) if name == "validate" else run(name, good, path)
    if path.suffix == ".jsonl":
        words = words.replace(":1: no", ":1: no" if name == "validate" else ":1: not JSON")
    assert code == 3 and words in told and str(path) in told, told


@pytest.mark.parametrize("name", ["sample", "quarantine"])
def test_a_file_in_place_of_a_dataset_is_told(good, name):
    code, told = run(*(["quarantine", "list"] if name == "quarantine" else ["sample"]), good)
    assert (code, "is a file, and a dataset is a folder" in told) == (3, True)


@pytest.mark.parametrize("name", ["score", "agree"])
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"event_date": "soon"}, ":1: column 'event_date' holds 'soon'; expected a day", id="no date"),
        pytest.param({"fatalities": "many"}, ":1: column 'fatalities' holds 'many'", id="no number"),
        pytest.param({"article_id": None}, "every row needs the id of its article", id="no article"),
        pytest.param({"event_type": None, "country": None}, "column 'country' is missing", id="missing columns"),
    ],
)
def test_rows_that_cannot_be_compared_are_told(tmp_path, good, name, changes, words):
    row = {key: value for key, value in (ROW | changes).items() if value is not None}
    path = write("a.jsonl", json.dumps(row))(tmp_path)
    code, told = run(name, good, path)
    assert code in {2, 3} and words in told, told


@pytest.mark.parametrize(
    "changes",
    [
        *(pytest.param({"event_date": text}, id=text)
          for text in ("4 March 2021", "04-Mar-2021", "March 4, 2021", "20210304", "04.03.2021", "2021/03/04")),
        pytest.param({"inter1": "2", "inter2": "1"}, id="numeric codes"),
        pytest.param({"latitude": "-0,45"}, id="a decimal comma"),
        pytest.param({"extra": "1"}, id="an extra column"),
    ],
)  # fmt: skip
def test_other_spellings_score_like_the_codebooks(tmp_path, good, changes):
    path = write("a.jsonl", json.dumps(ROW | changes))(tmp_path)
    code, told = run("score", good, path, "--resamples", "0", "--format", "json")
    assert code == 0
    assert json.loads(told)["measures"]["row_right"]["value"] == 1.0


def test_names_of_columns_may_differ_in_case_and_blanks(tmp_path, good):
    path = write("a.csv", f"{HEADER.upper().replace('_', ' ')}\n{LINE}\n")(tmp_path)
    code, told = run("score", good, path, "--resamples", "0", "--format", "json")
    assert (code, json.loads(told)["measures"]["row_right"]["value"]) == (0, 1.0)
