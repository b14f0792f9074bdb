"""Rows of other hands: spellings are understood, and what cannot be read is told in full."""

import json
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.validation.checks.reading import read_rows
from eventbook.validation.scoring.records import InputError


def read_column(tmp_path, codebook, name, *cells, **options):
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(json.dumps({"event_id_cnty": f"KEN{n}", name: cell}) for n, cell in enumerate(cells)))
    read = read_rows(file, codebook, **options)
    return read.table[name].to_pylist(), read.notes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-05-16", "2025-05-16"), ("16 May 2025", "2025-05-16"), ("16-May-2025", "2025-05-16"),
        ("May 16, 2025", "2025-05-16"), ("16/05/2025", "2025-05-16"), ("2025/05/16", "2025-05-16"),
        ("20250516", "2025-05-16"), ("16.05.2025", "2025-05-16"), ("2025-05-16T22:00:00Z", "2025-05-16"),
        ("  16  May 2025 ", "2025-05-16"), ("30 February 2025", "30 February 2025"), ("yesterday", "yesterday"),
        ("16-May-25", "16-May-25"),
    ],
)  # fmt: skip
def test_dates_of_many_forms_are_read_and_others_stay(tmp_path, codebook, written, meant):
    assert read_column(tmp_path, codebook, "event_date", written)[0] == [meant]


@pytest.mark.parametrize(
    ("cells", "order", "meant", "word"),
    [
        pytest.param(
            ("03/04/2025", "25/04/2025"), None, ["2025-04-03", "2025-04-25"], "read", id="a 25 tells the order"
        ),
        pytest.param(("03/04/2025", "04/25/2025"), None, ["2025-03-04", "2025-04-25"], "read", id="the American order"),
        pytest.param(("03/04/2025",), None, ["03/04/2025"], "--date-order", id="nothing tells: not guessed"),
        pytest.param(("03/04/2025",), "mdy", ["2025-03-04"], "read", id="the person tells"),
        pytest.param(("25/04/2025", "04/25/2025"), None, ["25/04/2025", "04/25/2025"], "some", id="both orders"),
    ],
)
def test_the_order_of_day_and_month_is_told_by_the_column_or_the_person(tmp_path, codebook, cells, order, meant, word):
    found, notes = read_column(tmp_path, codebook, "event_date", *cells, date_order=order)
    assert found == meant
    assert any(word in note for note in notes)


@pytest.mark.parametrize(
    ("column", "written", "meant"),
    [
        pytest.param("inter1", "5", "Rioters", id="the code of a side"),
        pytest.param("inter1", 5, "Rioters", id="the code as a number"),
        pytest.param("inter2", "0", None, id="0 is no side"),
        pytest.param("interaction", "15", "State forces-Rioters", id="the code of a pair"),
        pytest.param("interaction", "50", "Rioters only", id="the code of one side alone"),
        pytest.param("interaction", "78", "External/Other forces-Civilians", id="the pair with a label of its own"),
        pytest.param("interaction", "State forces – Rioters", "State forces-Rioters", id="a dash with blanks"),
        pytest.param("civilian_targeting", "Civilians targeted", "Civilian targeting", id="a synonym of the codebook"),
        pytest.param("latitude", "46,8481", "46.8481", id="a decimal comma"),
        pytest.param("fatalities", "1,234", "1234", id="thousands"),
        pytest.param("actor1", "  Rioters (Kenya) ", "Rioters (Kenya)", id="blanks around"),
        pytest.param("inter1", "Crowd", "Crowd", id="an unknown word stays for the checks"),
    ],
)
def test_other_spellings_become_the_codebooks(tmp_path, codebook, column, written, meant):
    assert read_column(tmp_path, codebook, column, written)[0] == [meant]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("rows.csv", b"", "empty", id="an empty file"),
        pytest.param(
            "rows.csv", "year,actor1\n2020,Caf\xe9\n".encode("latin-1"), ":2: byte", id="a CSV that is not UTF-8"
        ),
        pytest.param("rows.csv", b"year,actor1\n2020\n", "1 cells, expected 2", id="a row with too few cells"),
        pytest.param("rows.csv", b"year,year\n1,2\n", "stands twice", id="a column twice"),
        pytest.param("rows.csv", b"a,b\n1,2\n", "no column of the codebook", id="no column of the codebook"),
        pytest.param("rows.jsonl", b'{"year": 2020}\n{"year": \n[1]\n', ":2: no JSON", id="broken JSON lines"),
        pytest.param("rows.parquet", b"not parquet at all", "no Parquet", id="a Parquet file that is none"),
        pytest.param("rows.xlsx", b"PK", "unknown kind of file", id="a spreadsheet"),
        pytest.param("rows.jsonl", b"[" * 5000, "no JSON", id="a nest of brackets"),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_the_place(tmp_path, codebook, name, content, words):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InputError, match=words.replace("[", r"\[")):
        read_rows(file, codebook)


def test_a_missing_file_is_refused(tmp_path, codebook):
    with pytest.raises(InputError, match="cannot be read"):
        read_rows(tmp_path / "none.csv", codebook)


def test_names_of_columns_may_differ_in_case_and_others_are_told(tmp_path, codebook):
    file = tmp_path / "rows.csv"
    file.write_text("EVENT DATE;Year;mood\n16 May 2025;2025;bad\n")
    read = read_rows(file, codebook)
    assert read.table.column_names == ["event_date", "year", "mood"]
    assert any("mood" in note for note in read.notes)


def test_a_csv_with_line_breaks_in_its_cells_is_read(tmp_path, codebook):
    file = tmp_path / "rows.csv"
    file.write_text('year,notes\n2025,"first line\nsecond, line"\n')
    assert read_rows(file, codebook).table["notes"].to_pylist() == ["first line\nsecond, line"]


@given(cells=st.lists(st.one_of(st.none(), st.text(max_size=30), st.integers(), st.floats()), min_size=1, max_size=5))
def test_no_cell_makes_the_reading_stumble(cells, codebook):
    from eventbook.validation.checks.spelling import read_cells

    text = pa.array([None if cell is None else str(cell) for cell in cells], pa.string())
    table = pa.table(dict.fromkeys(("event_date", "inter1", "latitude", "year", "actor1"), text))
    read, _ = read_cells(table, codebook)
    assert read.num_rows == len(cells)


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_survives_the_export_form(day, codebook):
    from eventbook.validation.checks.spelling import read_cells

    written = f"{day.day} {day:%B} {day.year}"
    read, _ = read_cells(pa.table({"event_date": [written]}), codebook)
    assert read["event_date"].to_pylist() == [day.isoformat()]
