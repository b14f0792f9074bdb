"""What the rows of several builds show together is found when a version is put together."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.datasets.pipeline.checking import check_tables, check_version, findings_schema


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def reports_of(codebook: Codebook, count: int, **changes: Any) -> pa.Table:
    """Rows of protests, each of an article and a place of its own."""
    row = {
        "event_date": date(2024, 5, 14), "year": 2024, "time_precision": 1, "disorder_type": "Demonstrations",
        "event_type": "Protests", "sub_event_type": "Peaceful protest", "actor1": "Protesters (Kenya)",
        "inter1": "Protesters", "interaction": "Protesters only", "iso": 404, "region": "Eastern Africa",
        "country": "Kenya", "admin1": "Nairobi", "latitude": -1.2833, "longitude": 36.8167, "geo_precision": 1,
        "source": "Gazette", "source_scale": "National", "notes": "A march.", "fatalities": 0, "timestamp": 1715731200,
    }  # fmt: skip
    rows = [row | {"event_id_cnty": f"KEN{n}", "location": f"Place {n}"} | changes for n in range(count)]
    table = pa.Table.from_pylist(rows, schema=row_schema(codebook))
    return table.append_column("article_id", pa.array([f"a{n}" for n in range(count)]))


def version(codebook: Codebook, count: int, **changes: Any) -> dict[str, pa.Table]:
    reports = reports_of(codebook, count, **changes)
    return {"reports": reports, "events": reports.drop_columns(["article_id"]),
            "findings": findings_schema().empty_table()}  # fmt: skip


def found(tables: Any) -> list[tuple[str, str, str]]:
    return [(row["check_id"], row["event_id"], row["value"]) for row in tables["findings"].to_pylist()]


def test_a_sudden_jump_against_the_version_before_is_told(codebook):
    before = version(codebook, 30)
    after = check_version(version(codebook, 90), before, codebook)
    assert ("jump.event_type", "", "Protests: 90 rows") in found(after)
    assert "before 30 rows" in after["findings"].to_pylist()[0]["message"]


def test_a_first_version_jumps_from_nothing(codebook):
    assert found(check_version(version(codebook, 90), {}, codebook)) == []


def test_the_same_events_keep_the_findings_of_the_version_before(codebook):
    before = check_version(version(codebook, 90), version(codebook, 30), codebook)
    again = version(codebook, 90) | {"findings": before["findings"]}
    assert check_version(again, before, codebook)["findings"].equals(before["findings"])


def test_findings_on_all_rows_are_replaced_when_the_rows_change(codebook):
    before = check_version(version(codebook, 90), version(codebook, 30), codebook)
    after = version(codebook, 91) | {"findings": before["findings"]}
    assert found(check_version(after, before, codebook)) == []


def test_the_same_event_told_by_two_builds_is_a_doubt(codebook):
    reports = version(codebook, 2, location="Nairobi")
    rows = found(check_version(reports, version(codebook, 1), codebook))
    assert [(check, event) for check, event, _ in rows] == [("repeated.event", "KEN0"), ("repeated.event", "KEN1")]


def test_a_row_by_itself_is_checked_in_its_build(codebook):
    reports = reports_of(codebook, 2, fatalities=-1, location="Nairobi")
    sources = pa.table({"article_id": ["a0", "a1"], "published": [date(2024, 5, 15)] * 2})
    names = list(codebook.columns)
    evidence = pa.table({
        "event_id": [f"KEN{n}" for n in range(2) for _ in names], "column": [c.name for c in names] * 2,
        "article_id": ["a0"] * len(names) + ["a1"] * len(names), "rule": ["test"] * 2 * len(names),
    })  # fmt: skip
    tables = check_tables({"reports": reports, "evidence": evidence, "sources": sources}, codebook)
    assert {check for check, _, _ in found(tables)} == {"range.fatalities"}
    assert tables["quarantine"].num_rows == 2


def test_a_quote_that_does_not_stand_in_its_article_keeps_the_row_out(codebook):
    reports = reports_of(codebook, 1)
    names = [column.name for column in codebook.columns]
    evidence = pa.table({
        "event_id": ["KEN0"] * len(names), "column": names, "article_id": ["a0"] * len(names),
        "start": [0] * len(names), "end": [5] * len(names), "quote": ["March"] * len(names), "rule": ["x"] * len(names),
    })  # fmt: skip
    tables = {"reports": reports, "evidence": evidence,
              "sources": pa.table({"article_id": ["a0"], "published": [date(2024, 5, 15)]})}  # fmt: skip
    assert check_tables(tables, codebook, texts={"a0": "March by students"})["quarantine"].num_rows == 0
    assert check_tables(tables, codebook, texts={"a0": "A march"})["quarantine"]["check_ids"].to_pylist() == ["quotes"]


def test_what_is_found_on_all_rows_quotes_the_words_of_the_cell(codebook):
    tables = version(codebook, 1, fatalities=90) | {"evidence": pa.table({
        "event_id": ["KEN0", "KEN0"], "column": ["fatalities", "location"], "article_id": ["a0", "a0"],
        "quote": ["ninety", "Nairobi"],
    })}  # fmt: skip
    (row,) = check_version(tables, {}, codebook)["findings"].to_pylist()
    assert (row["check_id"], row["article_id"], row["quote"]) == ("second_source.fatalities", "a0", "ninety")
