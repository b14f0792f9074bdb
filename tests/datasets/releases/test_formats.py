"""What a release holds, read by the programs that people read it with."""

import json
import shutil
import subprocess
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from eventbook.codebook.loading import load_codebook
from eventbook.datasets.releases.formats import write_acled_shape, write_csv, write_geojson
from eventbook.datasets.releases.stata import stata_names, write_stata
from eventbook.datasets.releases.tables import Column, ReleasedTable


@pytest.fixture(scope="module")
def folder(made):
    return made[1].folder


def test_parquet_holds_the_events_with_their_meaning(made, folder):
    table = pq.read_table(folder / "data/events.parquet")
    assert table.to_pylist() == made[0].table(version=1).to_pylist()
    assert table.schema.field("fatalities").metadata[b"description"].startswith(b"Reported deaths")


def test_csv_gives_back_every_cell(made, folder):
    frame = pd.read_csv(folder / "data/events.csv", dtype=str, keep_default_na=False)
    for row, told in zip(made[0].table(version=1).to_pylist(), frame.to_dict("records"), strict=True):
        assert {name: "" if value is None else str(value) for name, value in row.items()} == told


@pytest.mark.parametrize("table", ["events", "evidence", "sources"])
def test_stata_files_are_read_by_pandas_and_by_readstat_alike(folder, table):
    pyreadstat = pytest.importorskip("pyreadstat")
    parquet = pq.read_table(folder / f"data/{table}.parquet")
    by_pandas = pd.read_stata(folder / f"data/{table}.dta", convert_categoricals=False, preserve_dtypes=False)
    by_readstat, meta = pyreadstat.read_dta(str(folder / f"data/{table}.dta"), disable_datetime_conversion=False)
    assert list(by_pandas.columns) == list(by_readstat.columns) == [*stata_names(parquet.column_names).values()]
    for field, name in zip(parquet.schema, by_pandas.columns, strict=True):
        cells = parquet[field.name].to_pylist()
        if field.type == pa.string():
            assert by_pandas[name].tolist() == by_readstat[name].tolist() == [cell or "" for cell in cells]
        elif isinstance(cells[0], date):
            assert by_pandas[name].dt.date.tolist() == by_readstat[name].tolist() == cells
        else:
            assert by_pandas[name].tolist() == by_readstat[name].tolist() == cells
    assert all(0 < len(label) <= 80 for label in meta.column_labels)


def test_stata_shows_what_the_codes_of_precision_mean(folder):
    with pd.read_stata(folder / "data/events.dta", iterator=True) as reader:
        assert reader.value_labels()["geo_precision"][1] == "A named town"
        assert reader.variable_labels()["year"] == "The year of event_date."


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["event_date", "year"], ["event_date", "year"], id="plain names stay"),
        pytest.param(["if", "using", "str8"], ["_if", "_using", "_str8"], id="words of Stata get an underscore"),
        pytest.param(["3rd", "a-b", "naïve"], ["_3rd", "a_b", "na_ve"], id="signs that it does not take are replaced"),
        pytest.param(["x" * 40, "x" * 41], ["x" * 32, "x" * 30 + "_2"], id="long names are cut and kept apart"),
    ],
)
def test_names_are_such_as_stata_takes(names, expected):
    assert list(stata_names(names).values()) == expected


def test_a_stata_file_keeps_what_is_hard_to_hold(tmp_path):
    rows = pa.table({
        "if": pa.array([1, None, 2**40], pa.int64()), "day": pa.array([date(1905, 1, 2), None, date(2026, 1, 1)]),
        "text": ["a\0b", None, "ü" * 5000], "share": [0.25, None, -1e300],
    })  # fmt: skip
    kinds = {"if": "integer", "day": "date", "text": "string", "share": "number"}
    columns = tuple(Column(name, kind, "a label " * 30) for name, kind in kinds.items())
    table = ReleasedTable("t", "t", "t", columns, (), (), rows)
    assert write_stata(table, tmp_path / "t.dta", title="t" * 100, day=pd.Timestamp(2026, 1, 1)) == {"if": "_if"}
    frame = pd.read_stata(tmp_path / "t.dta")
    assert frame["_if"].tolist()[::2] == [1, 2**40]
    assert frame["text"].tolist() == ["ab", "", "ü" * 5000]
    assert frame["day"].dt.date.tolist()[::2] == [date(1905, 1, 2), date(2026, 1, 1)]
    assert frame.isna().sum().to_dict() == {"_if": 1, "day": 1, "text": 0, "share": 1}


def test_an_empty_table_is_written_in_every_format(tmp_path):
    rows = pa.table({"event_id": pa.array([], pa.string()), "day": pa.array([], pa.date32())})
    table = ReleasedTable("t", "t", "t", (Column("event_id", "string", "x"), Column("day", "date", "x")), (), (), rows)
    write_stata(table, tmp_path / "t.dta", title="t", day=pd.Timestamp(2026, 1, 1))
    write_csv(rows, tmp_path / "t.csv")
    assert pd.read_stata(tmp_path / "t.dta").empty
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == "event_id,day\n"


def test_geojson_has_a_point_for_each_event(made, folder):
    content = json.loads((folder / "data/events.geojson").read_text(encoding="utf-8"))
    rows = made[0].table(version=1).to_pylist()
    assert [feature["id"] for feature in content["features"]] == [row["event_id_cnty"] for row in rows]
    first = content["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [36.8167, -1.2833]}
    assert first["properties"]["event_date"] == "2024-06-02"


def test_an_event_without_coordinates_is_a_feature_without_a_point(tmp_path):
    rows = pa.table({"event_id_cnty": ["KEN1"], "latitude": pa.array([None], pa.float64()), "longitude": [1.0]})
    assert write_geojson(rows, tmp_path / "t.geojson", load_codebook(), key="event_id_cnty")
    assert json.loads((tmp_path / "t.geojson").read_text())["features"][0]["geometry"] is None


def test_the_acled_shaped_file_has_its_columns_days_and_words_for_sides(folder):
    frame = pd.read_csv(folder / "data/events_acled_columns.csv")
    assert list(frame.columns) == [column.name for column in load_codebook().columns]
    assert sorted(frame["event_date"]) == ["02 June 2024", "14 May 2024", "14 May 2024"]
    assert set(frame["inter1"]) == {"Protesters"}


def test_a_codebook_of_other_columns_fills_the_shape_by_what_they_tell(tmp_path):
    tiny = load_codebook(__file__.replace("datasets/releases/test_formats.py", "codebook/tiny"))
    rows = pa.table({"case": ["KEN1"], "day": [date(2024, 5, 4)], "port": ["Mombasa"], "lat": [-4.05], "lon": [39.67]})
    empty = write_acled_shape(rows, tmp_path / "t.csv", tiny, load_codebook())
    frame = pd.read_csv(tmp_path / "t.csv")
    assert frame.loc[0, ["event_id_cnty", "event_date", "location"]].tolist() == ["KEN1", "04 May 2024", "Mombasa"]
    assert "iso" in empty and "location" not in empty


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_the_csv(folder):
    code = 'x <- read.csv("data/events.csv", na.strings = "", encoding = "UTF-8"); cat(nrow(x), ncol(x))'
    done = subprocess.run(["Rscript", "-e", code], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout == "3 31"
