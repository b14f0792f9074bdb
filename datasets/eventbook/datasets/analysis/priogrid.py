"""Cells of PRIO-GRID: 0.5 by 0.5 degrees, 360 rows from the south, 720 columns from the west, numbered from 1.

After Tollefsen, Strand and Buhaug, "PRIO-GRID: A unified spatial data structure", Journal of Peace Research 49 (2012):
cell 1 has its centre at 89.75 S, 179.75 W, cell 259,200 at 89.75 N, 179.75 E.
"""

from typing import TYPE_CHECKING

from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike

ROWS, COLUMNS = 360, 720
CELLS = ROWS * COLUMNS
_PER_DEGREE = 2


def cell_of(latitude: "ArrayLike", longitude: "ArrayLike") -> "np.ndarray":
    """Cell ids of points in degrees WGS 84; a point on an edge lies in the cell to its north or east.

    The pole lies in the last row, and 180 degrees east is 180 degrees west. Raises BadQuestion for points off the
    globe, missing ones included.
    """
    import numpy as np

    y, x = (np.asarray(values, dtype=np.float64) for values in (latitude, longitude))
    wrong = ~((np.abs(y) <= 90) & (np.abs(x) <= 180))
    if wrong.any():
        raise BadQuestion(f"{int(wrong.sum())} points lie off the globe; latitude is -90 to 90, longitude -180 to 180")
    row = np.minimum(np.floor((y + 90) * _PER_DEGREE).astype(np.int64), ROWS - 1)
    column = np.floor((x + 180) * _PER_DEGREE).astype(np.int64) % COLUMNS
    cells: np.ndarray = row * COLUMNS + column + 1
    return cells


def cell_centre(cells: "ArrayLike") -> "tuple[np.ndarray, np.ndarray]":
    """Latitude and longitude of the centres of cells; raises BadQuestion where one is not 1 to 259,200."""
    import numpy as np

    numbers = np.asarray(cells, dtype=np.int64)
    if ((numbers < 1) | (numbers > CELLS)).any():
        raise BadQuestion(f"a PRIO-GRID cell is a number from 1 to {CELLS:,}")
    row, column = np.divmod(numbers - 1, COLUMNS)
    return (row + 0.5) / _PER_DEGREE - 90, (column + 0.5) / _PER_DEGREE - 180
