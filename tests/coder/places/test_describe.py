"""Descriptions of places as data sets and reports write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.places.describe import describe


@pytest.mark.parametrize(
    ("text", "core", "hint", "relation"),
    [
        pytest.param("Zakhtan town", "Zakhtan", "town", "at", id="a town"),
        pytest.param("Popasna raion", "Popasna", "district", "at", id="a raion is a district"),
        pytest.param("Cauca department", "Cauca", "division", "at", id="a department is a division"),
        pytest.param("the town of Chibok in Borno state", "Chibok", "town", "at", id="town of, with its state"),
        pytest.param("20 km south of Mosul", "Mosul", None, "near", id="a distance is near"),
        pytest.param("about 15 miles (24 km) north-east of Baidoa town", "Baidoa", "town", "near", id="miles"),
        pytest.param("outskirts of Homs", "Homs", None, "near", id="outskirts are near"),
        pytest.param("Quetta-Mastung highway", "Quetta", None, "between", id="a road between two towns"),
        pytest.param("between Goma and Sake", "Goma", None, "between", id="between two towns"),
        pytest.param("Lake Chad", "Lake Chad", None, "at", id="a lake keeps its word"),
        pytest.param("Barangay San Isidro", "San Isidro", "town", "at", id="a barangay before its name"),
    ],
)
def test_a_description_is_taken_apart(text: str, core: str, hint: str | None, relation: str) -> None:
    described = describe(text)
    assert (described.cores[0], described.hint, described.relation) == (core, hint, relation)


def test_the_distance_and_the_compass_are_kept() -> None:
    described = describe("about 15 miles north-east of Baidoa")
    assert described.distance_km == pytest.approx(24.1, abs=0.1)
    assert described.compass == "north east"


def test_wider_places_follow_in_order() -> None:
    assert describe("Hyderabad in Pakistan's Sindh province").wider == ("Sindh province", "Pakistan")
    assert describe("Tripoli, Lebanon").wider == ("Lebanon",)


@given(st.text(max_size=80))
def test_any_text_is_described(text: str) -> None:
    assert describe(text).cores is not None
