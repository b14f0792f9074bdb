"""PRIO-GRID cells: numbers from the south-west, centres, edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.datasets import BadQuestion
from eventbook.datasets.analysis import cell_centre, cell_of


@given(cell=st.integers(1, 259_200))
def test_the_centre_of_a_cell_lies_in_it(cell: int) -> None:
    assert cell_of(*cell_centre([cell])).tolist() == [cell]


@given(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
def test_a_point_lies_within_a_quarter_degree_of_the_centre_of_its_cell(latitude: float, longitude: float) -> None:
    y, x = cell_centre(cell_of([latitude], [longitude]))
    assert abs(y[0] - latitude) <= 0.25 + 1e-9  # adding 90 or 180 rounds
    assert abs((x[0] - longitude + 180) % 360 - 180) <= 0.25 + 1e-9  # adding 90 or 180 rounds


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [
        pytest.param(-89.75, -179.75, 1, id="the first cell is the one in the south-west"),
        pytest.param(-89.75, 179.75, 720, id="a row has 720 cells"),
        pytest.param(89.75, 179.75, 259_200, id="the last cell is the one in the north-east"),
        pytest.param(-55.75, -69.25, 49_182, id="the southern tip of America"),
        pytest.param(0.0, 0.0, 129_961, id="a point on a corner lies to its north and east"),
        pytest.param(90.0, 0.0, 258_841, id="the pole lies in the last row"),
        pytest.param(0.0, 180.0, 129_601, id="180 degrees east is 180 degrees west"),
    ],
)
def test_known_points_have_known_cells(latitude: float, longitude: float, cell: int) -> None:
    assert cell_of(latitude, longitude) == cell


@pytest.mark.parametrize("point", [(90.1, 0.0), (0.0, -180.5), (np.nan, 0.0)])
def test_a_point_off_the_globe_is_refused(point: tuple[float, float]) -> None:
    with pytest.raises(BadQuestion, match="off the globe"):
        cell_of(*point)


@pytest.mark.parametrize("cell", [0, 259_201])
def test_a_number_that_is_no_cell_is_refused(cell: int) -> None:
    with pytest.raises(BadQuestion, match="259,200"):
        cell_centre(cell)
