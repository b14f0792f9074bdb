"""The coefficients against worked examples of the literature, and what must hold for any data."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eventbook.validation.agreement.coefficients import (
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
)
from eventbook.validation.agreement.ratings import LEVELS, encode

_ = None
# Krippendorff, Computing Krippendorff's alpha-reliability (2011), section C: four observers, twelve units.
FOUR_OBSERVERS = list(zip(
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
    strict=True,
))  # fmt: skip
# The same paper, section A: two observers, ten units, two values; section B: five values, twelve units.
TWO_OBSERVERS = list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0], strict=True))
TWO_OBSERVERS_FIVE_VALUES = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
# Fleiss, Measuring nominal scale agreement among many raters (1971): 30 patients, 6 psychiatrists, 5 diagnoses.
DIAGNOSES = [
    "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
    "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
    "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006",
]  # fmt: skip
# A table of ten subjects, fourteen raters and five values, often shown for Fleiss' kappa.
FOURTEEN_RATERS = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip


def spread(table):
    """Counts by value as units of single ratings."""
    return [[float(value) for value, count in enumerate(row) for _ in range(int(count))] for row in table]


def two_by_two(yes_yes, yes_no, no_yes, no_no):
    cells = [(("y", "y"), yes_yes), (("y", "n"), yes_no), (("n", "y"), no_yes), (("n", "n"), no_no)]
    return [pair for pair, count in cells for _ in range(count)]


@pytest.mark.parametrize(
    ("level", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_of_four_observers_with_missing_values(level, expected):
    assert krippendorff_alpha(encode(FOUR_OBSERVERS), level=level)[0] == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        pytest.param(TWO_OBSERVERS, 0.095, id="two observers, two values"),
        pytest.param(TWO_OBSERVERS_FIVE_VALUES, 0.692, id="two observers, five values"),
    ],
)
def test_nominal_alpha_of_two_observers(units, expected):
    assert krippendorff_alpha(encode(units), level="nominal")[0] == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("table", "expected"),
    [pytest.param(DIAGNOSES, 0.430, id="diagnoses"), pytest.param(FOURTEEN_RATERS, 0.210, id="fourteen raters")],
)
def test_fleiss_kappa(table, expected):
    assert fleiss_kappa(encode(spread(table)))[0] == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("cells", "agreement", "kappa"),
    [
        pytest.param((20, 5, 10, 15), 0.7, 0.4, id="fifty grants, two readers"),
        pytest.param((45, 15, 25, 15), 0.6, 0.1304, id="unequal disagreement"),
        pytest.param((25, 35, 5, 35), 0.6, 0.2593, id="the same agreement, other margins"),
        pytest.param((0, 5, 5, 0), 0.0, -1.0, id="always the other way"),
        pytest.param((9, 0, 0, 0), 1.0, None, id="without variation kappa is not defined"),
    ],
)
def test_cohen_kappa_of_two_by_two(cells, agreement, kappa):
    ratings = encode(two_by_two(*cells))
    assert percent_agreement(ratings)[0] == pytest.approx(agreement)
    assert cohen_kappa(ratings)[0] == pytest.approx(np.nan if kappa is None else kappa, abs=5e-5, nan_ok=True)


def test_kappas_refuse_the_wrong_number_of_coders():
    with pytest.raises(ValueError, match="2 coders, not 3"):
        cohen_kappa(encode([(1, 1, 2)]))
    with pytest.raises(ValueError, match="needs 2 coders, not 1"):
        fleiss_kappa(encode([(1,)]))


@pytest.mark.parametrize(
    ("units", "words"),
    [pytest.param([(1, 2), (1,)], "number of coders", id="ragged units"),
     pytest.param([(1, "one")], "mix words and numbers", id="words among numbers")],
)  # fmt: skip
def test_bad_units_are_refused(units, words):
    with pytest.raises(ValueError, match=words):
        encode(units)


@pytest.mark.parametrize("units", [[], [(None, 1), (1, None)], [(1, 1), (1, 1)]],
                         ids=["no units", "nothing in common", "no variation"])  # fmt: skip
@pytest.mark.parametrize("level", LEVELS)
def test_alpha_is_not_defined_without_anything_to_compare(units, level):
    assert np.isnan(krippendorff_alpha(encode(units), level=level)[0])


VALUES = st.one_of(st.none(), st.integers(0, 5).map(float))
UNITS = st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(VALUES, min_size=n, max_size=n), min_size=1, max_size=12))


def alpha(units, level):
    return krippendorff_alpha(encode(units), level=level)[0]


@settings(deadline=None)
@given(UNITS, st.sampled_from(LEVELS), st.randoms(use_true_random=False))
def test_alpha_does_not_ask_for_the_order_of_units_or_of_coders(units, level, chance):
    order = list(range(len(units[0])))
    chance.shuffle(order)
    other = [[unit[coder] for coder in order] for unit in units]
    chance.shuffle(other)
    assert alpha(units, level) == pytest.approx(alpha(other, level), nan_ok=True)


@settings(deadline=None)
@given(UNITS, st.sampled_from(LEVELS))
def test_alpha_is_at_most_one_and_one_where_all_agree(units, level):
    found = alpha(units, level)
    assert np.isnan(found) or found <= 1 + 1e-9
    same = [[value] * 3 for value, *_ in units]
    assume(len({value for value, *_ in same} - {None}) > 1)
    assert alpha(same, level) == pytest.approx(1)


@settings(deadline=None)
@given(UNITS, st.sampled_from(LEVELS))
def test_a_unit_of_one_coder_changes_nothing(units, level):
    lonely = [5.0, *[None] * (len(units[0]) - 1)]
    assert alpha(units, level) == pytest.approx(alpha([*units, lonely], level), nan_ok=True)


@settings(deadline=None)
@given(UNITS, st.integers(1, 9), st.integers(-50, 50))
def test_levels_ignore_what_they_do_not_measure(units, factor, shift):
    def mapped(change):
        return [[None if value is None else change(value) for value in unit] for unit in units]

    scaled = mapped(lambda value: value * factor + shift)
    assert alpha(units, "interval") == pytest.approx(alpha(scaled, "interval"), nan_ok=True)
    assert alpha(units, "ordinal") == pytest.approx(alpha(mapped(lambda v: v**3), "ordinal"), nan_ok=True)
    assert alpha(units, "nominal") == pytest.approx(alpha(mapped(lambda v: (v + 3) % 6), "nominal"), nan_ok=True)
    assert alpha(units, "ratio") == pytest.approx(alpha(mapped(lambda v: v * factor), "ratio"), nan_ok=True)


@settings(deadline=None)
@given(UNITS, st.sampled_from(LEVELS))
def test_alpha_equals_its_definition(units, level):
    """Against the double sum over pairs of values, written out."""
    paired = [[value for value in unit if value is not None] for unit in units]
    paired = [unit for unit in paired if len(unit) > 1]
    values = sorted(value for unit in paired for value in unit)

    def gap(one, other):
        match level:
            case "nominal":
                return float(one != other)
            case "interval":
                return (one - other) ** 2
            case "ratio":
                return ((one - other) / (one + other)) ** 2 if one + other else 0.0
        low, high = sorted((one, other))
        between = sum(low <= value <= high for value in values)
        return (between - (values.count(low) + values.count(high)) / 2) ** 2 if low != high else 0.0

    expected = sum(gap(a, b) for a in values for b in values)
    observed = sum(gap(a, b) / (len(unit) - 1) for unit in paired for a in unit for b in unit)
    assume(expected > 0)
    assert alpha(units, level) == pytest.approx(1 - (len(values) - 1) * observed / expected)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=10), st.integers(0, 9))
def test_weights_count_units_like_repeating_them(units, at):
    """What the bootstrap rests on: drawing a unit twice is having it twice."""
    at %= len(units)
    repeated = encode([*units, units[at]])
    weights = np.ones((1, len(units)))
    weights[0, at] = 2
    ratings = encode(units)
    for statistic in (percent_agreement, cohen_kappa, fleiss_kappa):
        assert statistic(ratings, weights=weights)[0] == pytest.approx(statistic(repeated)[0], nan_ok=True)
    for level in LEVELS:
        once = krippendorff_alpha(ratings, level=level, weights=weights)[0]
        assert once == pytest.approx(krippendorff_alpha(repeated, level=level)[0], nan_ok=True)
