"""Coded articles out of files, and what is said of bad ones."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.validation.scoring.reading import read_coded
from eventbook.validation.scoring.records import InputError

CELLS = {
    "family": "force", "kind": "fight", "when": "2020-05-10", "north": 10.0, "east": 20.0, "town": "Alfa",
    "land": "Omega", "dead": 3, "who": "Army", "whom": "", "who_is": "state", "whom_is": "",
}  # fmt: skip
ROW = {"doc": "a", **CELLS}


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*records):
    return "".join(json.dumps(record) + "\n" for record in records)


def test_the_three_kinds_of_file_say_the_same(scheme, tmp_path):
    import pandas as pd

    frame = pd.DataFrame([ROW, {**ROW, "doc": "b", "dead": 0}])
    frame.to_csv(tmp_path / "r.csv", index=False)
    frame.assign(when=pd.to_datetime(frame["when"]).dt.date).to_parquet(tmp_path / "r.parquet")
    write(tmp_path, "r.jsonl", lines(*frame.to_dict("records")))
    from eventbook.validation.scoring.score import score_rows

    read = [read_coded(tmp_path / f"r.{suffix}", scheme=scheme) for suffix in ("csv", "parquet", "jsonl")]
    for one in read:
        assert [article.article_id for article in one] == ["a", "b"]
        for other in read:
            assert score_rows(one, other, scheme=scheme).measures["row_right"].value == 1.0


def test_articles_with_events_and_articles_without(scheme, tmp_path):
    nested = {"doc": 7, "events": [{**CELLS, "required": False, "alternatives": {"dead": [4], "who": None}}]}
    path = write(tmp_path, "g.jsonl", "\ufeff" + lines(nested, {"doc": "none", "events": []}) + "\n\n")
    seven, none = read_coded(path, scheme=scheme)
    assert (seven.article_id, none.rows) == ("7", ())
    assert seven.rows[0].options("dead") == (3, 4)
    assert not seven.rows[0].required
    assert seven.rows[0].origin == f"{path}:1"


def test_an_empty_row_is_an_article_with_nothing_codable(scheme, tmp_path):
    path = write(tmp_path, "g.jsonl", lines(ROW, {"doc": "b", **dict.fromkeys(CELLS)}))
    assert [len(article.rows) for article in read_coded(path, scheme=scheme)] == [1, 0]


def test_the_country_code_of_namibia_is_no_missing_value(scheme, tmp_path):
    header = ",".join(ROW)
    path = write(tmp_path, "r.csv", f"{header}\nNA,force,fight,2020-05-10,1,2,NA,NA,0,x,,y,\n")
    article = read_coded(path, scheme=scheme)[0]
    assert (article.article_id, article.rows[0].values["land"]) == ("NA", "NA")


@pytest.mark.parametrize(
    ("name", "content", "unreadable", "words"),
    [
        pytest.param("r.jsonl", "{\n[1]\n" + lines(ROW), True, ["r.jsonl:1: not JSON", "r.jsonl:2: a JSON list"],
                     id="lines that are no objects, all named"),
        pytest.param("r.jsonl", b'{"doc": "\xff"}\n', True, ["r.jsonl:1: byte 9 is not UTF-8"], id="not UTF-8"),
        pytest.param("r.jsonl", lines({**ROW, "doc": None}), True, ["r.jsonl:1: no 'doc'"], id="a row of no article"),
        pytest.param("r.jsonl", lines({"doc": "a", "kind": "x"}), False, ["'family' is missing", "'dead' is missing"],
                     id="missing columns are wrong columns"),
        pytest.param("r.jsonl", lines(ROW, {**ROW, "when": "10.5.2020", "dead": "few"}), True,
                     ["r.jsonl:2: column 'when' holds '10.5.2020'", "'dead' holds 'few'"], id="unreadable cells"),
        pytest.param("r.jsonl", lines({**ROW, "alternatives": {"when": ["soon"]}}), True, ["'when' holds 'soon'"],
                     id="an unreadable alternative"),
        pytest.param("r.jsonl", lines({"doc": "a", "events": {"kind": "x"}}), True, ["not a list"],
                     id="events that are no list"),
        pytest.param("r.csv", "", True, ["empty"], id="an empty CSV"),
        pytest.param("r.csv", ",".join(ROW) + "\na,b\n", True, ["r.csv:2: not as many cells"], id="a short CSV line"),
        pytest.param("r.csv", "doc,kind\na,b,c\n", True, ["r.csv:2: not as many cells"], id="a long CSV line"),
        pytest.param("r.csv", 'doc,kind\n"a,b\n', True, ["not CSV"], id="an open quote"),
        pytest.param("r.parquet", "PAR1", True, ["not a Parquet file"], id="a broken Parquet file"),
        pytest.param("r.xlsx", "x", True, ["unknown kind of file"], id="a spreadsheet"),
    ],
)  # fmt: skip
def test_bad_files_are_told_apart(scheme, tmp_path, name, content, unreadable, words):
    with pytest.raises(InputError) as caught:
        read_coded(write(tmp_path, name, content), scheme=scheme)
    assert caught.value.unreadable is unreadable
    for word in words:
        assert word in str(caught.value)


def test_a_missing_file_and_a_folder(scheme, tmp_path):
    for path in (tmp_path / "none.jsonl", (tmp_path / "folder.csv")):
        if path.suffix == ".csv":
            path.mkdir()
        with pytest.raises(InputError, match="cannot be read"):
            read_coded(path, scheme=scheme)


def test_many_problems_are_counted(scheme, tmp_path):
    with pytest.raises(InputError, match="and 30 more"):
        read_coded(write(tmp_path, "r.jsonl", "x\n" * 50), scheme=scheme)


@settings(deadline=None)
@given(content=st.binary(max_size=200), suffix=st.sampled_from(["jsonl", "csv", "parquet"]))
def test_any_bytes_give_rows_or_a_clear_error(tmp_path_factory, content, suffix):
    from eventbook.validation.scoring.scheme import ScoreScheme

    path = tmp_path_factory.mktemp("fuzz") / f"r.{suffix}"
    path.write_bytes(content)
    try:
        read_coded(path, scheme=ScoreScheme(sub_event_type="kind"))
    except InputError as error:
        assert str(path) in str(error)
