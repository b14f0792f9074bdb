"""Which cells of two rows agree."""

from datetime import date, datetime

import pytest

from eventbook.validation.scoring.cells import count_of, day_of, distance_km, number_of, point_of
from eventbook.validation.scoring.compare import FIELDS, compare_rows
from eventbook.validation.scoring.records import CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

GOLD = {
    "family": "force", "kind": "fight", "when": "2020-05-10", "north": 10.0, "east": 20.0, "town": "Alfa",
    "land": "Omega", "dead": 3, "who": "Army of Omega", "whom": "Red Front", "who_is": "state", "whom_is": "rebel",
}  # fmt: skip


def compare(scheme: ScoreScheme, changed: dict[str, object], accepted: dict[str, tuple[object, ...]]):
    return compare_rows(CodedRow(GOLD, accepted), CodedRow({**GOLD, **changed}), scheme=scheme)


@pytest.mark.parametrize(
    ("changed", "accepted", "part", "agrees"),
    [
        pytest.param({}, {}, "row_right", True, id="a row agrees with itself"),
        pytest.param({"family": "crowd"}, {}, "event_type", False, id="another event type is wrong"),
        pytest.param({"family": "crowd"}, {"kind": ("march",)}, "event_type", True,
                     id="the type of an accepted kind is accepted"),
        pytest.param({"family": ""}, {"kind": ("unheard of",)}, "event_type", False,
                     id="an empty type never agrees, even beside a kind of unknown type"),
        pytest.param({"when": "2020-05-11"}, {}, "day", False, id="the next day is not the day"),
        pytest.param({"when": "2020-05-11"}, {}, "day_near", True, id="the next day is near"),
        pytest.param({"when": "2020-05-12"}, {}, "day_near", False, id="two days later is not near"),
        pytest.param({"when": "2020-05-12"}, {"when": ("2020-05-12",)}, "day", True, id="an accepted day is right"),
        pytest.param({"when": ""}, {}, "day_near", False, id="no day is never near"),
        pytest.param({"when": date(2020, 5, 10)}, {}, "day", True, id="a date object is a day"),
        pytest.param({"when": "2020-05-10T08:00"}, {}, "day", True, id="the time of day is ignored"),
        pytest.param({"north": 10.2, "town": "B"}, {}, "place", True, id="22 km away is the same place"),
        pytest.param({"north": 10.3, "town": "B"}, {}, "place", False, id="33 km away is another place"),
        pytest.param({"north": 10.3, "town": "B"}, {}, "place_far", True, id="33 km away is within the far radius"),
        pytest.param({"north": 50, "town": "aLFA"}, {}, "place", True, id="the same name is the same place"),
        pytest.param({"north": None, "town": "B"}, {}, "place_far", False, id="no latitude is no place"),
        pytest.param({"dead": "3.0"}, {}, "deaths", True, id="3.0 deaths are 3"),
        pytest.param({"dead": 3.5}, {}, "deaths", False, id="half a death is wrong"),
        pytest.param({"dead": None}, {}, "deaths", False, id="no count is not zero"),
        pytest.param({"dead": 5}, {"dead": (4, 5)}, "deaths", True, id="an accepted count is right"),
        pytest.param({"who_is": "rebel", "whom_is": "state"}, {}, "categories", True, id="categories in either order"),
        pytest.param({"whom_is": "state"}, {}, "categories", False, id="a category twice is not the two"),
        pytest.param({"whom_is": ""}, {"whom_is": ("",)}, "categories", True, id="an accepted empty side"),
        pytest.param({"who": "Red Front", "whom": "Army of Omega"}, {}, "actors", True, id="actors crossed"),
        pytest.param({"who": "Omega Army"}, {}, "actors", True, id="words of a name in another order"),
        pytest.param({"whom": ""}, {}, "actors", False, id="a missing actor is wrong"),
        pytest.param({"whom": "Blue Front Wing"}, {}, "actors", False, id="another actor is wrong"),
    ],
)  # fmt: skip
def test_parts_agree_or_not(scheme, changed, accepted, part, agrees):
    assert getattr(compare(scheme, changed, accepted), part) is agrees


def test_two_of_three_holds_where_the_type_alone_differs(scheme):
    found = compare(scheme, {"family": "crowd", "kind": "march"}, {})
    assert found.two_of_three
    assert not found.lenient


def test_parts_without_a_column_count_as_agreeing():
    found = compare_rows(CodedRow({"kind": "a"}), CodedRow({"kind": "a"}), scheme=ScoreScheme(sub_event_type="kind"))
    assert found.strict
    assert all(getattr(found, name) for name in FIELDS)


def test_an_event_type_falls_back_on_the_kind_where_a_codebook_has_one_level():
    scheme = ScoreScheme(sub_event_type="kind")
    assert not compare_rows(CodedRow({"kind": "a"}), CodedRow({"kind": "b"}), scheme=scheme).lenient


@pytest.mark.parametrize(
    ("reader", "cell", "value"),
    [
        pytest.param(number_of, "nan", None, id="NaN is no number"),
        pytest.param(number_of, True, None, id="a truth value is no number"),
        pytest.param(number_of, " 1.5 ", 1.5, id="blanks around a number"),
        pytest.param(count_of, float("inf"), None, id="infinity is no count"),
        pytest.param(day_of, datetime(2020, 1, 2, 3), date(2020, 1, 2), id="a timestamp's day"),
        pytest.param(day_of, "12 July 2011", None, id="a day in words is not read"),
        pytest.param(day_of, None, None, id="no day"),
    ],
)
def test_cells_are_read(reader, cell, value):
    assert reader(cell) == value


def test_distances_on_the_globe():
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)
    assert distance_km((90, 0), (-90, 0)) == pytest.approx(20_015, abs=1)
    assert point_of("1", None) is None
