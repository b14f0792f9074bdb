"""`eventbook recode`: what a new codebook changes is shown first, and nothing is lost that was not coded again."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventbook.cli.main import main
from eventbook.datasets import Dataset, open_dataset

from .conftest import TINY, write_articles

pytestmark = pytest.mark.usefixtures("needs_parser", "findings")
ARTICLES = TINY / "articles.jsonl"


def run(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == code, done.output
    return done


@pytest.fixture
def built(tmp_path: Path) -> Dataset:
    run("build", ARTICLES, "--codebook", TINY, "--into", tmp_path / "d")
    return open_dataset(tmp_path / "d")


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """The tiny codebook with another label for one kind."""
    folder = shutil.copytree(TINY, tmp_path / "codebook")
    path = folder / "event_types.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Blockade", "Harbour closed"), encoding="utf-8")
    return folder


def test_a_dry_run_shows_what_would_change_and_commits_nothing(built: Dataset, renamed: Path) -> None:
    done = run("recode", built.path, ARTICLES, "--codebook", renamed, "--dry-run")
    assert "Harbour closed" in done.stdout and "recoded (another" in done.stdout and "not committed" in done.stdout
    assert "nothing committed" in done.stderr
    assert len(built.versions()) == 1
    shown = json.loads(run("recode", built.path, ARTICLES, "--codebook", renamed, "--dry-run", "--json").stdout)
    made = json.loads(run("recode", built.path, ARTICLES, "--codebook", renamed, "--json").stdout)
    assert made["difference"] == shown["difference"] == built.diff(1, 2).to_dict()
    assert (shown["committed"], made["committed"], made["version"]) == (False, True, 2)
    assert built.table()["case"].to_pylist() == built.table(version=1)["case"].to_pylist()
    assert "nothing new" in run("recode", built.path, ARTICLES, "--codebook", renamed).stderr


def test_articles_that_are_not_given_keep_their_rows_and_say_by_what_they_were_coded(
    built: Dataset, renamed: Path, tmp_path: Path
) -> None:
    articles = [json.loads(line) for line in ARTICLES.read_text().splitlines()]
    stranger = articles[0] | {"id": "stranger"}
    source = write_articles(tmp_path / "a.jsonl", [articles[0], stranger])
    done = run("recode", built.path, source, "--codebook", renamed)
    assert "1 article of the dataset coded again" in done.stderr and "1 article passed over" in done.stderr
    assert "3 articles of the dataset not given" in done.stderr
    assert built.manifest().counts["reports"] == built.manifest(1).counts["reports"]
    by = {row["article_id"]: row["coded_by"] for row in built.table("sources").to_pylist()}
    assert "stranger" not in by
    assert by[articles[0]["id"]] != by[articles[1]["id"]] == by[articles[2]["id"]]


def test_a_decision_that_no_longer_applies_is_told_by_the_build(built: Dataset, tmp_path: Path) -> None:
    event = next(row for row in built.table().to_pylist() if row["incident"] == "Quarrel")
    run("revise", built.path, event["case"], "lost=9", "--why", "second reading", "--apply")
    articles = [json.loads(line) for line in ARTICLES.read_text().splitlines()]
    source = write_articles(tmp_path / "a.jsonl", [one | {"text": "A quiet day."} for one in articles])
    done = run("build", source, "--codebook", TINY, "--into", built.path)
    assert "1 decision of a person changed nothing" in done.stderr and "event vanished" in done.stderr
    assert built.table("revisions")["status"].to_pylist() == ["event vanished"]


def test_reports_are_joined_and_kept_apart_by_commands_and_explained(built: Dataset) -> None:
    event = next(row for row in built.table().to_pylist() if row["incident"] == "Blockade")["case"]
    shown = run("explain", built.path, event).stdout
    assert "merged: article" in shown and "harbour-1" in shown
    refused = run("revise", built.path, event, "--keep-apart", "harbour-9", "--why", "x", code=2).stderr
    assert "'harbour-9': expected another event, or an article that reports the event" in refused
    run("revise", built.path, event, "--keep-apart", "all", "--why", "two ports", code=0)
    done = run("revise", built.path, "--apply", code=2)
    assert "--codebook" in done.stderr
    run("revise", built.path, "--apply", "--codebook", TINY)
    assert built.manifest().counts["events"] == 3
    run("build", ARTICLES, "--codebook", TINY, "--into", built.path)
    assert built.manifest().counts["events"] == 3
    both = [row["case"] for row in built.table().to_pylist() if row["incident"] == "Blockade"]
    assert "contradicts an earlier decision" in run(
        "revise", built.path, both[0], "--join", both[1], "--why", "one", code=2
    ).stderr  # fmt: skip
    assert run("diff", built.path, 1, "latest").stdout.count("parted") >= 2


def test_recode_refuses_what_it_cannot_do(built: Dataset, tmp_path: Path) -> None:
    assert "is no dataset" in run("recode", tmp_path / "none", ARTICLES, code=3).stderr
    assert "was made by the codebook" in run("recode", built.path, ARTICLES, code=2).stderr
    assert "no such file" in run("recode", built.path, tmp_path / "gone.jsonl", "--codebook", TINY, code=2).stderr
