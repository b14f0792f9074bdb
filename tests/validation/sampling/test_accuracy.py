"""What rows checked by hand tell of the whole dataset, and review files that cannot be right."""

import csv
import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from eventbook.cli.accuracy import command as accuracy
from eventbook.datasets import create_dataset
from eventbook.validation.sampling.accuracy import estimate_accuracy
from eventbook.validation.sampling.drawing import HOW, draw_rows
from eventbook.validation.sampling.reviews import Review, Reviews, read_reviews
from eventbook.validation.scoring.records import InputError

KEY = "event_id_cnty"


def reviews(*strata, dataset_rows=None, columns=("country", "fatalities")):
    """Reviews of strata given as (rows of the dataset, right ones, wrong ones)."""
    rows = tuple(
        Review(f"E{number}-{n}", n < right, frozenset() if n < right else frozenset({"country"}), "stratified",
               str(number), size)
        for number, (size, right, wrong) in enumerate(strata)
        for n in range(right + wrong)
    )  # fmt: skip
    return Reviews(rows, columns, dataset_rows, "1")


def figures(share):
    return tuple(round(value, 4) for value in (share.share, share.low, share.high))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([(None, 90, 10)], (0.9, 0.8238, 0.951), id="at random: Clopper and Pearson's interval"),
        pytest.param([(100_000_000, 90, 10)], (0.9, 0.8238, 0.951), id="at random from very many"),
        pytest.param([(100, 90, 10)], (0.9, 0.9, 0.9), id="all checked: no doubt"),
        pytest.param([(None, 20, 0)], (1.0, 0.8316, 1.0), id="all right is no proof that all are"),
        pytest.param([(None, 0, 20)], (0.0, 0.0, 0.1684), id="nor all wrong"),
        pytest.param([(10, 0, 10), (90, 90, 0)], (0.9, 0.9, 0.9), id="strata that were checked whole"),
    ],
)
def test_the_estimate_is_that_of_the_books(given, expected):
    assert figures(estimate_accuracy(reviews(*given)).rows) == expected


def test_a_stratum_counts_by_its_rows_in_the_dataset():
    found = estimate_accuracy(reviews((900, 9, 1), (100, 5, 5)))
    assert found.rows.share == pytest.approx(0.9 * 0.9 + 0.1 * 0.5)
    assert found.rows.low < 0.8 < found.rows.share < 0.95 < found.rows.high
    assert found.covered == 1000


def test_each_column_has_its_share():
    found = estimate_accuracy(reviews((None, 90, 10)))
    assert figures(found.columns["country"]) == figures(found.rows)
    assert (found.columns["fatalities"].share, found.columns["fatalities"].wrong) == (1.0, 0)


def test_a_wrong_row_that_names_no_column_leaves_the_columns_without_an_estimate():
    row = Review("E1", False, frozenset(), "random", "all rows", 10)
    found = estimate_accuracy(Reviews((row,), ("country",), 10, "1"))
    assert found.columns == {} and "wrong_columns" in found.notes[0]


def test_the_least_confident_rows_speak_for_themselves_alone():
    found = estimate_accuracy(reviews((50, 20, 30), dataset_rows=1000))
    assert figures(found.rows) == (0.4, 0.4, 0.4)
    assert "nothing was checked of 950 other rows" in found.notes[0]
    assert "that were drawn from, out of 1,000" in found.sentence()


def test_rows_without_a_verdict_are_left_out_and_told():
    some = reviews((100, 9, 1), dataset_rows=100)
    open_row = Review("E9", None, frozenset(), "stratified", "0", 100)
    found = estimate_accuracy(Reviews((*some.rows, open_row), some.columns, 100, "1"))
    assert (found.reviewed, found.drawn, found.rows.share) == (10, 11, 0.9)
    assert found.notes == ("1 of 11 drawn rows have no verdict yet",)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=5))
def test_the_interval_holds_the_estimate(strata):
    strata = [(right + wrong + more, right, wrong) for more, right, wrong in strata if right + wrong]
    if strata:
        found = estimate_accuracy(reviews(*strata)).rows
        assert 0 <= found.low <= found.share + 1e-9 and found.share - 1e-9 <= found.high <= 1


@pytest.mark.parametrize("how", [way for way in HOW if way != "least-confident"])
def test_the_interval_holds_the_truth_as_often_as_it_says_whatever_the_draw(how):
    random = np.random.default_rng(7)
    kinds = random.choice(4, size=400, p=[0.6, 0.25, 0.1, 0.05])
    sure = random.random(400)
    right = random.random(400) < np.array([0.9, 0.7, 0.5, 0.2])[kinds] + 0.3 * (sure - 0.5)
    keys = np.array([f"E{n:03d}" for n in range(400)], dtype=object)
    strata = np.array([str(kind) for kind in kinds], dtype=object)
    held, told = 0, []
    for seed in range(100):
        drawn = draw_rows(keys, count=60, how=how, confidence=sure, strata=strata, seed=seed)
        rows = (Review(str(d.row), bool(right[d.row]), frozenset(), d.way, d.stratum, d.stratum_rows) for d in drawn)
        found = estimate_accuracy(Reviews(tuple(rows), (), 400, "1")).rows
        held += found.low <= right.mean() <= found.high
        told.append(found.share)
    assert held >= 90
    assert np.mean(told) == pytest.approx(right.mean(), abs=0.02)


HEADER = f"verdict,wrong_columns,{KEY},country,stratum,stratum_rows,dataset_rows\n"


def sheet(tmp_path: Path, text: str, *, header: str = HEADER) -> Path:
    file = tmp_path / "review.csv"
    file.write_text(header + text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("maybe,,E1,Kenya,a,9,9\n", ":2: verdict holds 'maybe'; expected right, wrong", id="no verdict"),
        pytest.param("wrong,contry,E1,Kenya,a,9,9\n", ":2: wrong_columns names 'contry'; did you mean 'country'?",
                     id="a column that is not there"),
        pytest.param("right,country,E1,Kenya,a,9,9\n", ":2: wrong_columns names country, but the verdict is right",
                     id="right with a wrong column"),
        pytest.param("right,,E1,Kenya,a,9,9\nwrong,,E1,Kenya,a,9,9\n", ":3: event E1 was checked already, at",
                     id="an event twice"),
        pytest.param("right,,,Kenya,a,9,9\n", f":2: {KEY} is empty", id="no event id"),
        pytest.param("right,,E1,Kenya,a,many,9\n", ":2: stratum_rows holds 'many'", id="no number of rows"),
        pytest.param("right,,E1,Kenya,a,9,9\nright,,E2,Kenya,a,8,9\n", ":3: stratum_rows of 'a' is 8, but 9 at",
                     id="a stratum of two sizes"),
        pytest.param("right,,E1,Kenya,a,1,9\nright,,E2,Kenya,a,1,9\n", ":3: stratum 'a' has 1 rows in the dataset",
                     id="more rows than the stratum has"),
        pytest.param("right,,E1,Kenya,a,9,9\nright,,E2,Kenya,b,,9\n", ":3: stratum_rows is empty", id="a lost size"),
        pytest.param("right,,E1,Kenya,a,9,9\nright,,E2,Kenya,a,9,8\n", "dataset_rows holds 8, 9", id="two samples"),
        pytest.param(",,E1,Kenya,a,9,9\n", "no row has a verdict; fill in", id="nothing filled in"),
        pytest.param("right,E1\n", ":2: not as many cells", id="a broken line"),
        pytest.param("", "no rows", id="only a header"),
    ],
)  # fmt: skip
def test_a_wrong_review_file_is_told_line_by_line(tmp_path, text, words):
    with pytest.raises(InputError) as told:
        read_reviews(sheet(tmp_path, text), key=KEY)
    assert words in str(told.value)


def test_all_problems_of_a_file_are_told_at_once(tmp_path):
    with pytest.raises(InputError) as told:
        read_reviews(sheet(tmp_path, "maybe,,E1,Kenya,a,9,9\nright,,,Kenya,a,9,9\n"), key=KEY)
    assert len(told.value.problems) == 2


@pytest.mark.parametrize("verdict", ["right", "Right ", "YES", "y", "1", "true", "correct"])
def test_a_verdict_may_be_written_in_several_ways(tmp_path, verdict):
    assert read_reviews(sheet(tmp_path, f"{verdict},,E1,Kenya,a,9,9\n"), key=KEY).rows[0].right is True


def test_a_file_of_a_spreadsheet_with_semicolons_is_read(tmp_path):
    text = 'wrong;"country";E1;Kenya;a;9;9\n'
    found = read_reviews(sheet(tmp_path, text, header=HEADER.replace(",", ";")), key=KEY)
    assert (found.rows[0].wrong_columns, found.dataset_rows) == (frozenset({"country"}), 9)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    events = pa.table({KEY: [f"E{n}" for n in range(9)], "country": ["Kenya"] * 9})
    path = tmp_path / "data"
    create_dataset(path, identity={}).commit(
        {"events": events}, reason="test", keys={"events": (KEY,)}, codebook={"id": "acled-style"}
    )
    return path


def run(*arguments):
    return CliRunner().invoke(accuracy, [str(argument) for argument in arguments], catch_exceptions=False)


def test_the_command_tells_rows_and_columns(tmp_path, dataset):
    file = sheet(tmp_path, "right,,E1,Kenya,a,9,9\nwrong,country,E2,Kenya,a,9,9\n")
    done = run(file, "--dataset", dataset)
    assert done.exit_code == 0
    assert done.stdout.startswith("Of the 9 rows an estimated 50.0% are right in every cell (95% interval")
    assert "country" in done.stdout and "50.0%" in done.stdout
    assert json.loads(run(file, "--json").stdout)["columns"]["country"]["wrong"] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("right,,E77,Kenya,a,9,9\n", ":2: no event 'E77' in version 1", id="another event"),
        pytest.param("right,,E1,Kenya,a,8,8\n", "drawn from 8 rows, but version 1", id="another size"),
    ],
)
def test_a_file_of_another_dataset_is_refused(tmp_path, dataset, text, words):
    done = run(sheet(tmp_path, text), "--dataset", dataset)
    assert (done.exit_code, words in done.output) == (2, True)


def test_what_sample_writes_accuracy_reads(tmp_path, dataset):
    from eventbook.cli.sample import command as sample

    out = tmp_path / "drawn.csv"
    CliRunner().invoke(sample, [str(dataset), "--for-review", "6", "-o", str(out)], catch_exceptions=False)
    with out.open(encoding="utf-8", newline="") as file:
        rows = [row | {"verdict": "right"} for row in csv.DictReader(file)]
    with out.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    told = json.loads(run(out, "--dataset", dataset, "--json").stdout)
    assert (told["reviewed"], told["covered"], told["dataset_rows"], told["rows"]["share"]) == (6, 9, 9, 1.0)
