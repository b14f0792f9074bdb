"""The datasheet says what is known, and plainly what is not; nothing of an article gets into a release."""

import csv
import re
from pathlib import Path

import pytest

from eventbook.datasets.errors import BadRelease
from eventbook.datasets.releases.tables import LONGEST_QUOTE, LONGEST_TITLE
from eventbook.validation.scoring.records import InputError


def sheet_of(made) -> str:
    return (made.folder / "datasheet.md").read_text(encoding="utf-8")


def write_reviews(path: Path, verdicts: dict[str, tuple[str, str]], **design: str) -> Path:
    told = {"stratum_rows": "3", "dataset_rows": "3", "dataset_version": "2", "drawn_by": "random"} | design
    rows = [
        {"event_id_cnty": event, "fatalities": "0", "verdict": verdict, "wrong_columns": columns} | told
        for event, (verdict, columns) in verdicts.items()
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


def write_coding(path: Path, kinds: list[str]) -> Path:
    told = "Kenya,Nairobi,-1.28,36.82,0,Protesters (Kenya),,Protesters,"
    lines = "".join(f"a{n},{kind},,2024-05-14,{told}\n" for n, kind in enumerate(kinds))
    header = "article_id,event_type,sub_event_type,event_date,country,location,latitude,longitude,fatalities,"
    path.write_text(f"{header}actor1,actor2,inter1,inter2\n{lines}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("No rows of this version were checked by hand", id="that nobody checked it"),
        pytest.param("eventbook sample DATASET --for-review 3 -o review.csv", id="the command to find out"),
        pytest.param("No two codings of the same articles were compared", id="that no coders were compared"),
        pytest.param("| outside\\_window | The event lies outside the reporting window | 1 |", id="what was not coded"),
        pytest.param("Held back because a check failed, and not part of this release: 1 row.", id="what is held back"),
        pytest.param("| window.event\\_date | 1 |", id="which check held it back"),
        pytest.param("| tags | 2 | 66.7% |", id="cells that are empty"),
        pytest.param("| 1 | The day is known | 3 | 100.0% |", id="how well days are known"),
        pytest.param("The articles cover 32 days", id="the days that articles cover"),
        pytest.param("| Ethiopia | 1 |", id="events by country"),
        pytest.param("| articles that report an event | 3 |", id="articles"),
        pytest.param("Places by the Survey, CC BY 4.0", id="what is owed to a gazetteer of one's own"),
        pytest.param("Contains data from GeoNames", id="what is owed to the shipped gazetteer"),
        pytest.param("This is the first release of the dataset.", id="that it is the first"),
    ],
)
def test_the_datasheet_tells(made, words):
    assert words in sheet_of(made[1])


def test_rows_checked_by_hand_give_shares_with_intervals(marches, publish, tmp_path):
    verdicts = {"KEN1": ("right", ""), "KEN2": ("wrong", "fatalities")}
    reviewed = write_reviews(tmp_path / "reviewed.csv", verdicts)
    text = sheet_of(publish(marches, "2026.1", reviewed=reviewed))
    assert "Of the 3 rows an estimated 50.0% are right in every cell (95% interval" in text
    assert re.search(r"\| fatalities \| 50\.0% \| [\d.]+% to [\d.]+% \| 1 \|", text)
    assert "No rows of this version were checked" not in text


def test_a_sample_of_an_older_version_is_named_as_such(marches, publish, tmp_path):
    reviewed = write_reviews(tmp_path / "reviewed.csv", {"ETH3": ("right", "")}, dataset_version="1")
    assert "drawn from version 1; this release is version 2" in sheet_of(publish(marches, "x", reviewed=reviewed))


@pytest.mark.parametrize(
    ("verdicts", "design", "error", "words"),
    [
        pytest.param({"NGA9": ("right", "")}, {}, BadRelease, "no event 'NGA9' in version 2", id="an unknown event"),
        pytest.param({"KEN1": ("right", "")}, {"dataset_version": "9"}, BadRelease, "version '9', which is not here",
                     id="an unknown version"),
        pytest.param({"KEN1": ("right", "")}, {"dataset_rows": "50"}, BadRelease, "drawn from 50 rows",
                     id="another number of rows"),
        pytest.param({"KEN1": ("", "")}, {}, InputError, "no row has a verdict", id="a sample nobody filled in"),
    ],
)  # fmt: skip
def test_a_sample_of_something_else_is_refused(marches, publish, tmp_path, verdicts, design, error, words):
    reviewed = write_reviews(tmp_path / "reviewed.csv", verdicts, **design)
    with pytest.raises(error, match=words):
        publish(marches, "2026.1", reviewed=reviewed)
    assert not marches.releases()


def test_codings_side_by_side_give_reliability(marches, publish, tmp_path):
    told = {"anna": ["Riots", "Protests"] * 6, "ben": ["Riots", "Protests"] * 5 + ["Riots"] * 2}
    codings = [write_coding(tmp_path / f"{name}.csv", kinds) for name, kinds in told.items()]
    text = sheet_of(publish(marches, "2026.1", agreement=codings))
    assert "2 codings of 12 articles laid side by side." in text
    assert re.search(r"\| event\\_type \| nominal \| 12 \| 0\.917 \|", text)


def test_one_coding_is_not_enough(marches, publish, tmp_path):
    with pytest.raises(BadRelease, match="give --agreement twice or more"):
        publish(marches, "2026.1", agreement=[write_coding(tmp_path / "anna.csv", ["Riots"])])


def test_no_release_holds_more_of_an_article_than_short_quotes(made):
    import pyarrow.parquet as pq

    evidence = pq.read_table(made[1].folder / "data/evidence.parquet")
    sources = pq.read_table(made[1].folder / "data/sources.parquet")
    assert max(map(len, evidence["quote"].to_pylist())) == LONGEST_QUOTE
    assert max(map(len, sources["title"].to_pylist())) == LONGEST_TITLE
    for path in made[1].folder.rglob("*"):
        if path.is_file() and path.suffix in {".csv", ".md", ".html", ".json"}:
            text = path.read_text(encoding="utf-8")
            assert "whole text of the article" not in text and "held back" not in text.replace("Rows held back", "")


def test_pages_escape_what_articles_say_and_load_nothing(made):
    for path in made[1].folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert not re.search(r'(?:src|href)="(?!#|https://doi\.org)', text)
        assert "default-src 'none'" in text
    assert "&lt;script&gt;" in (made[1].folder / "datasheet.html").read_text(encoding="utf-8")


def test_changes_name_every_event_that_differs_from_the_release_before(made):
    text = (made[2].folder / "CHANGES.md").read_text(encoding="utf-8")
    assert "Compared with release 2026.1 of 2026-01-31: version 1 to version 2." in text
    assert "1 event added, 1 removed, 1 changed in 1 cell." in text
    assert "| KEN2 | fatalities | 0 | 2 |" in text and "| KEN4 |" in text and "| ETH3 |" in text
    assert text.rstrip().endswith("The first release.")
    with (made[2].folder / "data/changes.csv").open(encoding="utf-8", newline="") as file:
        rows = {tuple(row[:5]) for row in csv.reader(file)} - {("change", "event_id", "column", "before", "after")}
    assert rows == {("added", "KEN4", "", "", ""), ("removed", "ETH3", "", "", ""),
                    ("changed", "KEN2", "fatalities", "0", "2")}  # fmt: skip


def test_the_same_events_under_another_name_have_no_changes(marches, publish):
    publish(marches, "2026.1")
    again = publish(marches, "2026.1-again")
    assert "The events are those of release 2026.1." in (again.folder / "CHANGES.md").read_text(encoding="utf-8")
    assert not (again.folder / "data/changes.csv").exists()
