"""Tables as text, Markdown and HTML, and the scheme of a codebook."""

import io

import pytest

from eventbook.codebook.loading import load_codebook
from eventbook.validation.scoring.intervals import Measure
from eventbook.validation.scoring.scheme import scheme_of
from eventbook.validation.scoring.tables import Table, figure_cells, print_tables, to_html, to_markdown

NASTY = "a|b\n<i>c</i> \x1b[31mred \u202edet *x*"
TABLE = Table("Title & more", ("name", "figure"), ((NASTY, "1"),), frozenset({1}), "a <note>")


def text_of(tables):
    out = io.StringIO()
    print_tables("Report", tables, file=out)
    return out.getvalue()


def test_text_cannot_drive_a_terminal():
    shown = text_of([TABLE])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "a|b <i>c</i>" in shown


def test_markdown_keeps_a_cell_in_its_cell():
    row = next(line for line in to_markdown("Report", [TABLE]).splitlines() if "det" in line)
    assert row.replace("\\|", "").count("|") == 3
    assert "\\<i\\>" in row


def test_html_escapes_titles_cells_and_notes():
    page = to_html("A <b>", [TABLE])
    for escaped in ("A &lt;b&gt;", "Title &amp; more", "&lt;i&gt;c", "a &lt;note&gt;"):
        assert escaped in page
    assert "<i>" not in page


def test_a_table_without_rows_and_a_report_without_tables():
    empty = Table("Nothing", ("a",), ())
    assert "Nothing" in text_of([empty]) and "Nothing" in to_html("R", [empty])
    assert to_markdown("R", []) == "# R\n"


@pytest.mark.parametrize(
    ("measure", "cells"),
    [
        pytest.param(Measure(0.5, 0.25, 0.75, 1200), ("0.500", "0.250 to 0.750", "1,200"), id="a figure"),
        pytest.param(Measure(1.0, None, None, 1), ("1.000", "–", "1"), id="no interval"),
        pytest.param(Measure(None, None, None, 0), ("–", "–", "0"), id="no base"),
    ],
)
def test_figures_are_shown_to_three_decimals(measure, cells):
    assert figure_cells(measure) == cells


def test_the_scheme_of_the_shipped_codebook_follows_its_columns():
    codebook = load_codebook()
    scheme = scheme_of(codebook)
    names = {column.name for column in codebook.columns}
    assert set(scheme.columns()) <= names
    assert len(scheme.columns()) == 12
    assert len(scheme.precisions) == 2
    assert set(scheme.levels) == names
    assert set(scheme.type_of.values()) == {event_type.label for event_type in codebook.event_types}


def test_a_codebook_without_a_column_leaves_its_slot_empty():
    codebook = load_codebook()
    fewer = tuple(column for column in codebook.columns if column.source not in ("deaths.count", "second.name"))
    scheme = scheme_of(codebook.model_copy(update={"columns": fewer}))
    assert scheme.deaths is None
    assert len(scheme.actors) == 1
