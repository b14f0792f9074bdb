"""The report is one safe file that tells what was found."""

from datetime import date

import pyarrow as pa
import pytest

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.loading import load_codebook
from eventbook.validation.checks.findings import findings_schema
from eventbook.validation.report.changes import compare
from eventbook.validation.report.page import make_page
from eventbook.validation.report.summary import summarise, summary_lines

EVIL = '<script>alert("x")</script>'


def rows(count: int) -> pa.Table:
    codebook = load_codebook()
    made = [{"event_id_cnty": f"KEN{n}", "event_date": date(2024, 1 + n % 12, 1),
             "event_type": EVIL if n == 1 else "Riots",
             "country": "Kenya", "latitude": -1.3, "longitude": 36.8, "fatalities": n}
            for n in range(count)]  # fmt: skip
    return pa.Table.from_pylist(made, schema=row_schema(codebook))


def finding(number: int, severity: str = "error") -> dict[str, str | None]:
    return {"check_id": f"c.{severity}", "severity": severity, "event_id": f"KEN{number}", "column": "x", "value": EVIL,
            "message": f"bad {EVIL}", "quote": f"words & {EVIL}"}  # fmt: skip


def page(table: pa.Table, findings: list[dict[str, str | None]], **options) -> str:
    found = pa.Table.from_pylist(findings, schema=findings_schema())
    summary = summarise(found, [], rows=table.num_rows)
    return make_page(table, load_codebook(), found, summary, title=EVIL, **options)


def test_the_page_runs_and_loads_nothing():
    made = page(rows(5), [finding(1), finding(2, "warning")], notes=[EVIL])
    assert "<script" not in made.lower()
    assert "http" not in made and "url(" not in made and "src=" not in made
    assert "words &amp; &lt;script&gt;" in made


def test_the_page_has_findings_time_line_map_and_distributions():
    made = page(rows(5), [finding(1)])
    for words in ("Findings", "Over time", "On the map", "Distributions", "KEN1", "1 finding, 1 event"):
        assert words in made


def test_without_findings_the_page_says_so():
    assert "Every check passed" in page(rows(3), [])


@pytest.mark.parametrize("table", [rows(0), rows(3).select(["event_id_cnty"])], ids=["no rows", "the ids alone"])
def test_a_page_can_be_made_of_little(table):
    assert "</html>" in page(table, [])


def test_the_difference_to_the_parent_counts_rows_and_cells():
    before, after = rows(4), rows(5).slice(1)
    changed = after.set_column(after.column_names.index("fatalities"), "fatalities", pa.array([9, 2, 3, 4], pa.int64()))
    found = compare(before, changed, key="event_id_cnty")
    assert (found.added, found.removed, found.changed, found.cells) == (1, 1, 1, (("fatalities", 1),))
    assert "Against version 1" in page(changed, [], parent=before, parent_name="version 1")


def test_the_same_rows_give_the_same_page():
    assert page(rows(5), [finding(1)]) == page(rows(5), [finding(1)])


def test_the_lines_for_a_person_name_check_event_and_words():
    found = pa.Table.from_pylist([finding(1), finding(2), finding(3, "warning")], schema=findings_schema())
    lines = summary_lines(summarise(found, [], rows=9), examples=1)
    assert lines[0] == "9 rows, 0 checks: 2 errors in 2 events, 1 warning"
    assert any("KEN1: bad" in line for line in lines) and "    and 1 more" in lines
