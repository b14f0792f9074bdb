"""Every format gives back the articles that were written into it, letter by letter."""

import csv
import gzip
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventbook.coder.articles import read_articles
from eventbook.coder.records import Article, NotCoded

TODAY = date(2026, 1, 1)
TEXT = "Soldiers\u00a0shot dead two herders near Gao on Monday,\r\nthe governor said.\n\n“They were unarmed,” he said."
Record = dict[str, str]
Writer = Callable[[Path, Sequence[Record]], Path]


def _jsonl(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "a.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\r\n" for r in records), "utf-8", newline="")
    return path


def _jsonl_gz(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "a.ndjson.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    return path


def _json_array(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps(records, indent=1), "utf-8-sig")
    return path


def _json_object(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps({"query": {"from": 1}, "articles": records}), "utf-8")
    return path


def _json_lines_in_json(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "a.json"
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), "utf-8", newline="\n")
    return path


def _csv(delimiter: str, encoding: str) -> Writer:
    def write(folder: Path, records: Sequence[Record]) -> Path:
        path = folder / "a.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            rows = csv.DictWriter(file, list(records[0]), delimiter=delimiter)
            rows.writeheader()
            rows.writerows(records)
        return path

    return write


def _parquet(folder: Path, records: Sequence[Record]) -> Path:
    path = folder / "a.parquet"
    pq.write_table(pa.Table.from_pylist(list(records)), path)
    return path


WRITERS: dict[str, Writer] = {
    "JSON lines": _jsonl,
    "JSON lines in gzip": _jsonl_gz,
    "JSON array": _json_array,
    "JSON object with one array": _json_object,
    "JSON lines called .json": _json_lines_in_json,
    "CSV with commas": _csv(",", "utf-8"),
    "CSV with semicolons and a byte order mark": _csv(";", "utf-8-sig"),
    "CSV with tabs in UTF-16": _csv("\t", "utf-16"),
    "CSV with bars": _csv("|", "utf-8"),
    "Parquet": _parquet,
}
_letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
_texts = st.text(_letters, min_size=1, max_size=200).filter(str.strip)
_names = st.text(_letters, max_size=20).map(str.strip)
_records = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.uuids().map(str),
            "title": _names,
            "text": _texts,
            "published": st.dates(date(1990, 1, 1), date(2025, 12, 31)).map(str),
            "source": _names,
            "url": st.just("https://example.org/1"),
            "language": st.just("en"),
        }
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda record: record["id"],
)


def articles(path: Path, **fields: str) -> list[Article]:
    found = list(read_articles([path], today=TODAY, fields=fields))
    assert not [item for item in found if isinstance(item, NotCoded)]
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=_records)
def test_round_trip(tmp_path: Path, write: Writer, records: list[Record]) -> None:
    found = articles(write(tmp_path, records))
    for article, record in zip(found, records, strict=True):
        assert article.text == record["text"]
        assert (article.id, str(article.published)) == (record["id"], record["published"])
        assert (article.title or "", article.source or "") == (record["title"], record["source"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), ending=st.sampled_from(["json", "jsonl", "csv", "txt", "parquet", "csv.gz"]))
def test_no_content_of_a_file_stops_the_stream(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(content)
    assert len(list(read_articles([path], today=TODAY))) >= 1


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.text(alphabet='[]{},:"\\ \nax1', max_size=60))
def test_no_broken_json_stops_the_stream(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    assert len(list(read_articles([path], today=TODAY))) >= 1


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_text_is_kept_as_published_in_every_format(tmp_path: Path, write: Writer) -> None:
    [article] = articles(write(tmp_path, [{"id": "1", "text": TEXT}]))
    assert article.text == TEXT


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_other_names_are_mapped(tmp_path: Path, write: Writer) -> None:
    path = write(tmp_path, [{"doc": "7", "body": TEXT, "day": "2010-08-11"}])
    [article] = articles(path, id="doc", text="body", published="day")
    assert (article.id, article.text, article.published) == ("7", TEXT, date(2010, 8, 11))


def test_elements_longer_than_a_chunk_are_put_together(tmp_path: Path) -> None:
    long = [{"id": str(n), "text": f'A "quoted" \\ text {n} [with, brackets] ' * 5000} for n in range(3)]
    path = _json_array(tmp_path, long)
    assert [article.text for article in articles(path, language="none")] == [record["text"] for record in long]


def test_elements_in_an_object_tell_their_lines(tmp_path: Path) -> None:
    records = [{"id": str(n), "text": TEXT, "tags": ["[", '"'], "body": {"list": [1]}} for n in range(3)]
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps({"meta": {"ids": [1, 2]}, "total [": "3", "found": records, "next": {}}, indent=1), "utf-8"
    )
    lines = [int(article.origin.rpartition(":")[2]) for article in articles(path)]
    assert [path.read_text("utf-8").splitlines()[line - 1].strip() for line in lines] == ["{"] * 3
    assert lines == sorted(set(lines))


def test_text_file_takes_date_and_source_from_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    day = date(2010, 8, 11)
    [article] = read_articles([tmp_path / "a.txt"], published=day, source="Wire", today=TODAY)
    assert isinstance(article, Article)
    assert (article.text, article.published, article.source) == (TEXT, day, "Wire")


def test_old_windows_encoding_is_read_with_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "Police in Cancún said that “several” men were held over the protest, which had been peaceful."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    (tmp_path / "b.csv").write_bytes(f"id,text\n1,{text.replace(',', ';')}\n".encode("cp1252"))
    first, second = read_articles([tmp_path], today=TODAY)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert first.text == text and second.text == text.replace(",", ";")
    assert "Windows-1252" in caplog.text


def test_folder_glob_and_file_name_each_article_once_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.jsonl", "a/1.jsonl", "c.jsonl", ".hidden/x.jsonl", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"id": name, "text": TEXT}), "utf-8")
    sources: list[str | Path] = [str(tmp_path / "**" / "2.jsonl"), tmp_path, tmp_path / "c.jsonl"]
    found = [item.id for item in read_articles(sources, today=TODAY) if isinstance(item, Article)]
    assert found == ["b/2.jsonl", "c.jsonl", "a/1.jsonl"]


PARQUET_DATES = {
    "date32": pa.array([date(2010, 8, 11)]),
    "timestamp in microseconds": pa.array([datetime(2010, 8, 11, 23, 59)]),
    "timestamp in nanoseconds": pa.array([pd.Timestamp("2010-08-11 01:02:03.123456789")]),
    "timestamp with a zone": pa.array(
        [datetime(2010, 8, 11, 1, tzinfo=timezone(timedelta(hours=5)))], pa.timestamp("us", tz="Asia/Karachi")
    ),
    "text": pa.array(["11 August 2010"]),
    "category": pa.array(["2010-08-11"]).dictionary_encode(),
}


@pytest.mark.parametrize("column", PARQUET_DATES.values(), ids=PARQUET_DATES)
def test_dates_of_parquet_files(tmp_path: Path, column: pa.Array) -> None:
    table = pa.table({"id": pa.array([12345]), "text": [TEXT], "published": column, "extra": [1.5]})
    pq.write_table(table, tmp_path / "a.parquet")
    [article] = articles(tmp_path / "a.parquet")
    assert (article.id, article.published) == ("12345", date(2010, 8, 11))


@pytest.mark.parametrize("name", ["a.parquet", "a.jsonl", "a.csv", "a.json"])
def test_frames_of_pandas_come_through(tmp_path: Path, name: str) -> None:
    frame = pd.DataFrame({"id": [1, 2], "text": [TEXT, TEXT], "published": [pd.Timestamp("2010-08-11"), pd.NaT]})
    path = tmp_path / name
    if name.endswith(".parquet"):
        frame.to_parquet(path)
    elif name.endswith(".csv"):
        frame.to_csv(path)
    elif name.endswith("l"):
        frame.to_json(path, orient="records", lines=True, date_format="iso")
    else:
        frame.to_json(path, orient="records", date_format="iso")
    found = articles(path)
    assert [(article.id, article.published) for article in found] == [("1", date(2010, 8, 11)), ("2", None)]
