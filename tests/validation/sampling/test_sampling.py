"""Draws, sizes of samples, and the calibration of confidence."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.validation.sampling.calibration import calibration
from eventbook.validation.sampling.drawing import HOW, draw_rows
from eventbook.validation.sampling.margins import needed_sample, wilson_interval

KEYS = np.array([f"E{n:03d}" for n in range(100)], dtype=object)
SURE = np.linspace(0, 1, 100)
KINDS = np.array(["riot"] * 95 + ["rare"] * 5, dtype=object)


def draw(how, count=20, **options):
    return draw_rows(KEYS, count=count, how=how, confidence=SURE, strata=KINDS, **options)


def test_the_least_confident_come_first():
    assert [one.row for one in draw("least-confident", 5)] == [0, 1, 2, 3, 4]


def test_a_row_without_confidence_counts_as_least_confident():
    sure = np.where(np.arange(100) == 50, np.nan, SURE)
    (drawn,) = draw_rows(KEYS, count=1, how="least-confident", confidence=sure, strata=KINDS)
    assert (drawn.row, drawn.way) == (50, "least-confident")


def test_strata_share_the_draw():
    assert sum(KINDS[one.row] == "rare" for one in draw("stratified", 10)) == 5


def test_a_mix_says_how_each_row_was_drawn():
    ways = [one.way for one in draw("mix", 20)]
    assert {way: ways.count(way) for way in sorted(set(ways))} == {"least-confident": 5, "random": 10, "stratified": 5}


@pytest.mark.parametrize("how", HOW)
def test_more_than_there_are_gives_all_rows_once(how):
    assert sorted({one.row for one in draw(how, 1000)}) == list(range(100))
    assert len(draw(how, 1000)) == 100


@pytest.mark.parametrize("how", HOW)
def test_a_draw_depends_on_the_seed_and_not_on_the_order_of_rows(how):
    turned = draw_rows(KEYS[::-1], count=20, how=how, confidence=SURE[::-1], strata=KINDS[::-1])
    assert sorted(KEYS[::-1][one.row] for one in turned) == sorted(KEYS[one.row] for one in draw(how))
    if how in {"random", "mix"}:
        assert draw(how) != draw(how, seed=1)


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("count", [1, 2, 7, 20, 99])
def test_the_weights_of_a_draw_add_up_to_the_rows_that_it_stands_for(how, count):
    drawn = draw(how, count)
    assert sum(one.weight for one in drawn) == pytest.approx(count if how == "least-confident" else 100)
    assert all(one.weight >= 1 for one in drawn)


def test_too_many_strata_for_the_draw_become_one_of_the_smallest():
    kinds = np.array([f"kind {n}" for n in [0] * 60 + [1] * 30 + list(range(2, 12))], dtype=object)
    drawn = draw_rows(KEYS, count=6, how="stratified", confidence=SURE, strata=kinds)
    assert {one.stratum: one.stratum_rows for one in drawn} == {"kind 0": 60, "kind 1": 30, "all others": 10}


@pytest.mark.parametrize(
    ("options", "needed"),
    [
        pytest.param({"margin": 0.05}, 385, id="the textbook's 385"),
        pytest.param({"margin": 0.05, "size": 1000}, 278, id="of a thousand rows"),
        pytest.param({"margin": 0.03}, 1068, id="three points"),
        pytest.param({"margin": 0.05, "size": 10}, 10, id="never more than there are"),
        pytest.param({"margin": 0.05, "size": 0}, 0, id="no rows"),
        pytest.param({"margin": 0.05, "share": 0.9}, 139, id="where ninety in a hundred are right"),
    ],
)
def test_the_size_of_the_sample_is_that_of_the_books(options, needed):
    assert needed_sample(**options) == needed


@pytest.mark.parametrize("options", [{"margin": 0}, {"margin": 0.05, "level": 1}, {"margin": 0.05, "share": 0}])
def test_shares_outside_zero_to_one_are_refused(options):
    with pytest.raises(ValueError, match="expected a share"):
        needed_sample(**options)


def test_the_interval_is_wilsons():
    found = wilson_interval(90, 100)
    assert (found.share, round(found.low, 4), round(found.high, 4)) == (0.9, 0.8256, 0.9448)


def test_an_estimate_needs_rows():
    with pytest.raises(ValueError, match="at least one row"):
        wilson_interval(0, 0)


def test_perfect_confidence_has_no_error():
    found = calibration([1.0, 1.0, 0.0], [True, True, False])
    assert (found.brier, found.error, found.skill) == (0.0, 0.0, 1.0)


def test_the_brier_score_of_a_small_case():
    found = calibration([0.9, 0.6, 0.6, 0.1], [True, True, False, False])
    assert found.brier == pytest.approx((0.01 + 0.16 + 0.36 + 0.01) / 4)
    assert [(b.count, b.right) for b in found.bins] == [(1, 0.0), (2, 0.5), (1, 1.0)]
    assert len(found.table()) == 3


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_the_bins_hold_every_row_and_the_scores_stay_in_range(pairs):
    found = calibration([p for p, _ in pairs], [r for _, r in pairs])
    assert sum(b.count for b in found.bins) == len(pairs)
    assert 0 <= found.brier <= 1
    assert 0 <= found.error <= 1


@pytest.mark.parametrize("confidence", [[], [1.2], [float("nan")], [0.5, 0.5]])
def test_confidences_that_are_none_are_refused(confidence):
    with pytest.raises(ValueError):
        calibration(confidence, [True][: len(confidence)])


def test_a_row_is_as_sure_as_its_weakest_deciding_cell():
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.sampling.confidence import row_confidence

    evidence = pa.table({
        "event_id": ["A", "A", "A"], "column": ["event_date", "location", "tags"], "confidence": [0.9, 0.6, 0.1],
    })  # fmt: skip
    found = row_confidence(pa.array(["B", "A"]), evidence, load_codebook())
    assert np.isnan(found[0]) and found[1] == 0.6
