"""`eventbook release` and `eventbook cite` as a person types them."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from eventbook.cli.main import main
from eventbook.codebook.arrow import row_schema
from eventbook.codebook.loading import load_codebook
from eventbook.datasets import Dataset, create_dataset

Run = Callable[..., Result]


@pytest.fixture
def run(dataset: Dataset) -> Run:
    def run_command(name: str, *arguments: object) -> Result:
        return CliRunner().invoke(main, [name, str(dataset.path), *(str(argument) for argument in arguments)])

    return run_command


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """A version without a single event: the smallest that can be released."""
    book = load_codebook()
    made = create_dataset(tmp_path / "my data", identity={"title": "Marches", "licence": "MIT", "authors": ["A Lab"]})
    made.commit(
        {"events": row_schema(book).empty_table()}, reason="first", keys={"events": (book.key,)},
        codebook={"id": book.id, "version": book.version, "hash": book.hash},
    )  # fmt: skip
    return made


def test_a_release_is_made_listed_and_cited(run, dataset):
    done = run("release", "2026.1", "--date", "2026-01-31")
    assert done.exit_code == 0, done.output
    assert "release 2026.1: version 1, 0 events" in done.stderr
    assert "note: authors (A Lab) and licence (MIT License) are what dataset.json says" in done.stderr
    assert "no row was checked by hand" in done.stderr
    assert (dataset.path / "releases/2026.1/marches-2026.1/datasheet.html").is_file()
    assert "2026-01-31" in run("release").stdout
    cited = run("cite")
    assert "A Lab. (2026). *Marches* (Version 2026.1) [Data set]." in cited.stdout
    assert "@misc{marches-2026.1," in cited.stdout
    for name in ("versions", "log"):
        assert "2026.1" in run(name).stdout
    assert run("verify").exit_code == 0


def test_json_on_standard_output_is_json_alone(run, dataset):
    made = json.loads(run("release", "2026.1", "--json", "--author", "Doe, J.", "--licence", "CC0-1.0").stdout)
    assert made["row_hash"] == dataset.manifest().row_hash
    assert Path(made["zip"]).is_file()
    assert [entry["release"] for entry in json.loads(run("release", "--json").stdout)] == ["2026.1"]
    assert json.loads(run("cite", "--json").stdout)["csl"].startswith("[")


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        pytest.param("release", ["2026"], "would be taken for a version", id="a number as a name"),
        pytest.param("release", ["x", "--date", "yesterday"], "expected a day such as 2026-01-31", id="a day in words"),
        pytest.param("release", ["x", "--licence", "free"], "expected an address, or one of", id="an unknown licence"),
        pytest.param("release", ["x", "--doi", "foo"], "expected one such as", id="a DOI that is none"),
        pytest.param("release", ["x", "--codebook", "nowhere"], "is no codebook", id="a codebook that is not there"),
        pytest.param("release", ["x", "--agreement", "a.csv"], "twice or more", id="one coding"),
        pytest.param("release", ["x", "--version", "7"], "no version 7", id="a version that is not there"),
        pytest.param("cite", ["--release", "x"], "no release 'x'", id="citing a release that is not there"),
        pytest.param("cite", ["--version", "1", "--release", "x"], "only one of", id="citing two things"),
    ],
)
def test_wrong_usage_is_said_in_words(run, dataset, command, arguments, words):
    done = run(command, *arguments)
    assert done.exit_code == 2, done.output
    assert words in done.stderr and not done.stdout
    assert not dataset.releases()


def test_a_sample_that_is_not_there_is_unreadable_input(run, tmp_path):
    done = run("release", "x", "--reviewed", tmp_path / "nowhere.csv")
    assert done.exit_code == 3, done.output
    assert "nowhere.csv" in done.stderr


def test_a_name_is_used_once(run):
    assert run("release", "2026.1").exit_code == 0
    done = run("release", "2026.1")
    assert done.exit_code == 2
    assert "never changes; take another name" in done.stderr


def test_citing_says_when_the_latest_version_is_not_released(run, dataset):
    run("release", "2026.1")
    events = dataset.table().append_column("more", pa.array([], pa.string()))
    manifest = dataset.manifest()
    dataset.commit({"events": events}, reason="second", base=1, codebook=manifest.codebook)
    done = run("cite", "--style", "apa")
    assert "cites release 2026.1, version 1; the latest version is 2" in done.stderr
    assert "(Version 2)" in run("cite", "--style", "apa", "--version", 2).stdout


def test_a_dataset_without_authors_cannot_be_cited_but_told(tmp_path):
    book = load_codebook()
    made = create_dataset(tmp_path / "bare", identity={"title": "Bare"})
    made.commit({"events": row_schema(book).empty_table()}, reason="first", keys={"events": (book.key,)})
    done = CliRunner().invoke(main, ["cite", str(made.path)])
    assert done.exit_code == 2
    assert "no authors; write them into dataset.json" in done.stderr
