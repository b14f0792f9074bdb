"""Evidence: every cell is supported, quotes stand in their articles, totals add up, events lie in the window."""

from datetime import date

import pyarrow as pa
import pytest

TEXT = "Police broke up a march in Nairobi on Tuesday. Nine people died in two towns, 9 in all."


def evidence_of(table: pa.Table, *, without: tuple[str, ...] = ()) -> pa.Table:
    """A rule for every filled cell of the rows, and no words."""
    lines = [
        {"event_id": row["event_id_cnty"], "column": column, "article_id": "a1", "start": None, "end": None,
         "quote": None, "rule": "policies.test", "confidence": 0.9}
        for row in table.to_pylist() for column, value in row.items() if value is not None and column not in without
    ]  # fmt: skip
    schema = pa.schema([("event_id", pa.string()), ("column", pa.string()), ("article_id", pa.string()),
                        ("start", pa.int64()), ("end", pa.int64()), ("quote", pa.string()), ("rule", pa.string()),
                        ("confidence", pa.float64())])  # fmt: skip
    return pa.Table.from_pylist(lines, schema=schema)


def quoted(evidence: pa.Table, column: str, quote: str, *, start: int | None = None) -> pa.Table:
    """The evidence with these words for a column."""
    begin = TEXT.index(quote) if start is None else start
    rows = [row | {"start": begin, "end": begin + len(quote), "quote": quote} if row["column"] == column else row
            for row in evidence.to_pylist()]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=evidence.schema)


def sources(published: date = date(2024, 5, 15), article: str = "a1") -> pa.Table:
    return pa.table({"article_id": [article], "published": pa.array([published])})


def test_a_rule_for_every_cell_is_enough(rows_of, findings_of):
    table = rows_of()
    assert findings_of(table, evidence=evidence_of(table), sources=sources()) == []


def test_a_cell_without_words_or_rule_is_found(rows_of, findings_of):
    table = rows_of({}, {})
    found = findings_of(table, evidence=evidence_of(table, without=("location", "admin2")), sources=sources())
    assert [(f["check_id"], f["event_id"]) for f in found] == [
        ("evidence.location", "KEN1"),
        ("evidence.location", "KEN2"),
    ]


def test_a_finding_carries_the_words_behind_the_cell(rows_of, findings_of):
    table = rows_of({"fatalities": -9})
    evidence = quoted(evidence_of(table), "fatalities", "Nine people died")
    (found,) = findings_of(table, evidence=evidence, sources=sources())
    assert (found["check_id"], found["quote"]) == ("range.fatalities", "Nine people died")


@pytest.mark.parametrize(
    ("start", "expected"), [pytest.param(None, [], id="at its place"), pytest.param(3, ["quotes"], id="moved")]
)
def test_a_quote_must_stand_at_its_place(rows_of, findings_of, start, expected):
    table = rows_of()
    evidence = quoted(evidence_of(table), "location", "Nairobi", start=start)
    found = findings_of(table, evidence=evidence, sources=sources(), texts={"a1": TEXT})
    assert [f["check_id"] for f in found] == expected
    assert [f["column"] for f in found] == ["location"] * len(expected)


def test_quotes_of_articles_whose_text_is_not_given_pass(rows_of, findings_of):
    table = rows_of()
    evidence = quoted(evidence_of(table), "location", "Nairobi", start=3)
    assert findings_of(table, evidence=evidence, sources=sources(), texts={}) == []


def test_an_article_that_is_no_source_is_found(rows_of, findings_of):
    table = rows_of()
    found = findings_of(table, evidence=evidence_of(table), sources=sources(article="a2"))
    assert [(f["check_id"], f["value"]) for f in found] == [("evidence_source", "a1")]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(date(2024, 5, 14), [], id="on the day"),
        pytest.param(date(2024, 6, 14), [], id="31 days after"),
        pytest.param(date(2024, 6, 15), ["window.event_date"], id="32 days after"),
        pytest.param(date(2024, 5, 13), ["window.event_date"], id="reported before it happened"),
    ],
)
def test_events_lie_in_the_reporting_window(rows_of, findings_of, published, expected):
    table = rows_of()
    found = findings_of(table, evidence=evidence_of(table), sources=sources(published))
    assert [f["check_id"] for f in found] == expected


@pytest.mark.parametrize(
    ("deaths", "expected"),
    [pytest.param((5, 4), [], id="split"), pytest.param((9, 9), ["KEN1", "KEN2"], id="counted twice")],
)
def test_rows_that_share_a_total_add_up_to_it(rows_of, findings_of, deaths, expected):
    table = rows_of(*({"fatalities": number} for number in deaths))
    evidence = quoted(evidence_of(table), "fatalities", "9 in all")
    found = findings_of(table, evidence=evidence, sources=sources())
    assert [f["event_id"] for f in found if f["check_id"] == "total.fatalities"] == expected
    assert all("states 9" in f["message"] and f["quote"] == "9 in all" for f in found)


@pytest.mark.parametrize(
    ("quote", "deaths", "fits"),
    [
        pytest.param("Nine people died", (5, 4), True, id="a number in words"),
        pytest.param("Nine people died", (9, 9), False, id="a number in words, counted twice"),
        pytest.param("two", (1, 1), True, id="a small number"),
    ],
)
def test_totals_in_words_are_understood(rows_of, findings_of, quote, deaths, fits):
    table = rows_of(*({"fatalities": number} for number in deaths))
    evidence = quoted(evidence_of(table), "fatalities", quote)
    found = [f["check_id"] for f in findings_of(table, evidence=evidence, sources=sources())]
    assert ("total.fatalities" not in found) == fits


def test_evidence_of_events_in_quarantine_is_left_alone(rows_of, findings_of):
    table = rows_of({}, {})
    evidence = quoted(evidence_of(table), "location", "Nairobi", start=3)
    assert findings_of(table.slice(0, 0), evidence=evidence, sources=sources(article="a2"), texts={"a1": TEXT}) == []
