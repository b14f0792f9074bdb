"""Bad input becomes a `NotCoded` with a reason and an origin; it stops nothing and nothing vanishes."""

import gzip
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from eventbook.coder.articles import INPUT_REASONS, FieldsUnknown, SourceMissing, read_articles
from eventbook.coder.records import Article, NotCoded

TODAY = date(2024, 6, 1)
TEXT = "Police fired tear gas at a crowd of students in the centre of Dakar on Monday, and four people were hurt."
GOOD = {"id": "good", "text": TEXT, "published": "2024-05-21"}
GOOD_LINE = json.dumps(GOOD).encode()
FRENCH = (
    "La police a dispersé lundi à coups de gaz lacrymogène une foule d'étudiants dans le centre de la ville, "
    "et quatre personnes ont été blessées, selon un responsable de l'hôpital qui les a soignées."
)


def read(*sources: Any, **options: Any) -> list[Article | NotCoded]:
    return list(read_articles(sources, today=TODAY, **options))


def reasons(found: list[Article | NotCoded]) -> list[str]:
    return [item.reason if isinstance(item, NotCoded) else item.id for item in found]


BAD_RECORDS = {
    "a text that is missing": ({"id": "x", "body": TEXT}, "no_text"),
    "a text that is empty": ({"id": "x", "text": ""}, "no_text"),
    "a text of blanks": ({"id": "x", "text": " \n\u00a0 "}, "no_text"),
    "a text that is null": ({"id": "x", "text": None}, "no_text"),
    "a text that is a number": ({"id": "x", "text": 12}, "wrong_type"),
    "a text that is a list": ({"id": "x", "text": [TEXT]}, "wrong_type"),
    "a text that is an object": ({"id": "x", "text": {"p": TEXT}}, "wrong_type"),
    "an id that is a list": ({"id": ["x"], "text": TEXT}, "wrong_type"),
    "an id that is true": ({"id": True, "text": TEXT}, "wrong_type"),
    "a title that is an object": ({"id": "x", "title": {}, "text": TEXT}, "wrong_type"),
    "a text over the limit": ({"id": "x", "text": TEXT * 100}, "too_long"),
    "a text with NUL characters": ({"id": "x", "text": TEXT + "\0" + TEXT}, "binary"),
    "a text of control characters": ({"id": "x", "text": "\x01\x02\x03PNG\x07\x08" * 30}, "binary"),
    "a text with half a surrogate pair": ({"id": "x", "text": TEXT + "\ud83d"}, "binary"),
    "a text in French": ({"id": "x", "text": FRENCH}, "other_language"),
    "a text in Chinese": ({"id": "x", "text": "周二，北部地区发生爆炸，造成至少四人死亡。" * 3}, "other_language"),
    "a text said to be Spanish": ({"id": "x", "text": TEXT, "language": "es"}, "other_language"),
    "a date of words": ({"id": "x", "text": TEXT, "published": "last Tuesday"}, "bad_date"),
    "a date that no calendar has": ({"id": "x", "text": TEXT, "published": "2024-02-30"}, "bad_date"),
    "a date that is two days": ({"id": "x", "text": TEXT, "published": "11/08/2010"}, "bad_date"),
    "a date that is a list": ({"id": "x", "text": TEXT, "published": [2024, 5, 1]}, "bad_date"),
    "a date that is true": ({"id": "x", "text": TEXT, "published": True}, "bad_date"),
    "a date of the year 23": ({"id": "x", "text": TEXT, "published": "0023-05-01"}, "bad_date"),
    "a date that lies after today": ({"id": "x", "text": TEXT, "published": "2024-06-02"}, "future_date"),
}


@pytest.mark.parametrize(("record", "reason"), BAD_RECORDS.values(), ids=BAD_RECORDS)
def test_bad_record_is_not_coded_and_the_next_is_read(tmp_path: Path, record: dict[str, object], reason: str) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(json.dumps(record).encode() + b"\n" + GOOD_LINE)
    bad, good = read(path, max_characters=5000)
    assert isinstance(bad, NotCoded) and isinstance(good, Article)
    assert bad.reason == reason
    assert bad.origin == f"{path.as_posix()}:1"
    assert bad.detail
    assert bad.article_id in ("x", "")
    assert good.id == "good" and good.origin.endswith(":2")


BAD_LINES = {
    "words": (b"this is no JSON", "not_json"),
    "a line cut off": (GOOD_LINE[:40], "not_json"),
    "a string": (b'"only a string"', "not_an_object"),
    "an empty array": (b"[]", "not_an_object"),
    "null": (b"null", "not_an_object"),
    "a number of 5000 digits": (b"1" * 5000, "not_json"),
    "bytes that are not UTF-8": (b'{"text": "caf\xe9"}', "not_json"),
    "brackets nested 100000 deep": (b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not_json"),
    "a line of 11 MB": (b'{"text": "' + b"word " * 2_200_000 + b'"}', "too_long"),
}


@pytest.mark.parametrize(("line", "reason"), BAD_LINES.values(), ids=BAD_LINES)
def test_bad_line_costs_only_itself(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(GOOD_LINE + b"\r\n\r\n" + line + b"\n" + GOOD_LINE.replace(b"good", b"next"))
    found = read(path)
    assert reasons(found) == ["good", reason, "next"]
    assert found[1].origin.endswith(":3")


# An element cut off inside brackets swallows what follows: see the array that is cut off, below.
WHOLE = {name: case for name, case in BAD_LINES.items() if name != "a line cut off"}


@pytest.mark.parametrize(("line", "reason"), WHOLE.values(), ids=WHOLE)
def test_bad_element_of_an_array_costs_only_itself(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "articles.json"
    path.write_bytes(b"[\n" + GOOD_LINE + b",\n" + line + b",\n" + GOOD_LINE.replace(b"good", b"next") + b"\n]\n")
    found = read(path)
    assert reasons(found) == ["good", reason, "next"]
    assert [item.origin.rsplit(":")[-1] for item in found] == ["2", "3", "4"]


def test_every_reason_has_a_label() -> None:
    met = {reason for _, reason in [*BAD_RECORDS.values(), *BAD_LINES.values()]}
    met |= {reason for _, _, expected in BAD_FILES.values() for reason in expected}
    assert met | {"duplicate_article", "duplicate_id"} == set(INPUT_REASONS) | {"good"}


BAD_FILES = {
    "an empty file": ("a.jsonl", b"", ["empty_file"]),
    "a file of blanks": ("a.json", b" \n\n", ["empty_file"]),
    "a byte order mark alone": ("a.csv", b"\xef\xbb\xbf", ["empty_file"]),
    "an empty array": ("a.json", b"[]", ["empty_file"]),
    "an empty text": ("a.txt", b"\n \n", ["empty_file"]),
    "a table with no row": ("a.csv", b"id,text\n", ["empty_file"]),
    "an array that is cut off": ("a.json", b"[" + GOOD_LINE + b', {"text": "cut', ["good", "not_json"]),
    "an array with more behind it": ("a.json", b"[" + GOOD_LINE + b"]\n[1]", ["good", "not_json"]),
    "JSON that is a word": ("a.json", b"articles", ["not_json"]),
    "an object that is cut off": ("a.json", b'{"articles": [' + GOOD_LINE, ["not_json"]),
    "a picture called .txt": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ["binary"]),
    "a PDF called .txt": ("a.txt", b"%PDF-1.7\nsome words", ["binary"]),
    "NUL bytes called .csv": ("a.csv", b"id,text\0\0\0\n", ["binary"]),
    "an unknown ending": ("a.docx", TEXT.encode(), ["unknown_format"]),
    "no ending": ("articles", TEXT.encode(), ["unknown_format"]),
    "words called Parquet": ("a.parquet", TEXT.encode(), ["unreadable_file"]),
    "an empty Parquet file": ("a.parquet", b"", ["unreadable_file"]),
    "words called gzip": ("a.jsonl.gz", TEXT.encode(), ["unreadable_file"]),
    "a gzip that is cut off": ("a.jsonl.gz", gzip.compress(GOOD_LINE * 99)[:-20], ["unreadable_file"]),
    "a table without a text column": ("a.csv", b"id,body\n1,x\n2,y\n", ["no_text"]),
    "a quote that nothing closes": ("a.csv", b'id,text\n1,"never closed\n2,x\n', ["broken_row"]),
    "a row with too many cells": ("a.csv", f"id,text\n1,{TEXT}\n".encode(), ["broken_row"]),
    "a row with too few cells": ("a.csv", b"id,text\n1\n", ["no_text"]),
}


@pytest.mark.parametrize(("name", "content", "expected"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_file_is_not_coded_and_the_next_is_read(
    tmp_path: Path, name: str, content: bytes, expected: list[str]
) -> None:
    bad, good = tmp_path / name, tmp_path / "z.jsonl"
    bad.write_bytes(content)
    good.write_bytes(GOOD_LINE.replace(b"good", b"next"))
    found = read(bad, good)
    assert reasons(found) == [*expected, "next"]
    for item in found:
        assert item.origin.rpartition(":")[0] in (bad.as_posix(), good.as_posix())
        assert item.origin.rpartition(":")[2].isdigit()


def test_parquet_without_rows_is_an_empty_file(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}), tmp_path / "a.pq")
    assert reasons(read(tmp_path / "a.pq")) == ["empty_file"]


def test_file_that_goes_away_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD_LINE)
    stream = read_articles([path], today=TODAY)
    path.unlink()
    assert reasons(list(stream)) == ["unreadable_file"]


def test_article_of_ten_megabytes_is_too_long_in_every_format(tmp_path: Path) -> None:
    long = TEXT * 100_000
    pq.write_table(pa.table({"id": ["long", "good"], "text": [long, TEXT]}), tmp_path / "a.parquet")
    (tmp_path / "b.csv").write_text(f'id,text\nlong,"{long}"\nnext,"{TEXT}"\n', "utf-8")
    (tmp_path / "c.txt").write_text(long, "utf-8")
    (tmp_path / "d.json").write_text(json.dumps([{"id": "long", "text": long}, GOOD | {"id": "last"}]), "utf-8")
    assert reasons(read(tmp_path)) == ["too_long", "good", "too_long", "next", "too_long", "too_long", "last"]


def test_same_id_twice_is_told_apart_by_content(tmp_path: Path) -> None:
    lines = [GOOD, GOOD, GOOD | {"text": TEXT + " More."}, {"text": TEXT}, {"text": TEXT}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    first, same, other, unnamed, again = read(tmp_path)
    assert isinstance(first, Article) and isinstance(unnamed, Article)
    assert reasons([same, other, again]) == ["duplicate_article", "duplicate_id", "duplicate_article"]
    assert len(unnamed.id) == 16


def test_no_publication_date_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "published": " "}), "utf-8")
    [article] = read(tmp_path)
    assert isinstance(article, Article) and article.published is None


def test_missing_sources_are_all_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SourceMissing) as caught:
        read_articles([tmp_path / "none.jsonl", str(tmp_path / "*.csv"), tmp_path / "folder"], fields={"txt": "a"})
    problems = caught.value.problems
    assert len(problems) == 4
    assert "none.jsonl" in problems[0] and "*.csv" in problems[1] and "folder" in problems[2]
    assert "'txt' is no field" in problems[3]


def test_no_source_at_all_is_told() -> None:
    with pytest.raises(SourceMissing, match="no source given"):
        read_articles([])


def test_mapping_to_columns_that_no_table_has_is_told_before_reading(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("key;body\n1;x\n", "utf-8")
    with pytest.raises(FieldsUnknown) as caught:
        read_articles([tmp_path], fields={"text": "content", "id": "key", "published": "day"})
    assert len(caught.value.problems) == 2
    assert "body, key" in caught.value.problems[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (GOOD_LINE + b"\nno JSON\n", ["good", "not_json"]),
        (b"no JSON\n" + GOOD_LINE, ["not_json", "good"]),
        (b'{"broken: 1}\n' + GOOD_LINE, ["not_json", "good"]),
        (b"\xef\xbb\xbf[" + GOOD_LINE + b"]", ["good"]),
        (json.dumps({"articles": [GOOD]}, indent=2).encode(), ["good"]),
        (b"", ["empty_file"]),
    ],
    ids=["lines", "first line broken", "first object broken", "an array", "a printed object", "nothing"],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    found = read("-")
    assert reasons(found) == expected
    assert found[0].origin.startswith("-:")
    assert not sys.stdin.closed
