"""What several coders said of the same units, in the shape that the coefficients need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]
Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")
MISSING = -1


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """`codes` (n_units, n_coders) point into the sorted `values`; MISSING where a coder said nothing.

    `scale` (n_values,) holds the values as numbers where they are numbers, else their positions.
    """

    codes: Codes
    values: tuple[str | float, ...]
    scale: Floats

    def said(self) -> Floats:
        """How many coders said anything of each unit, (n_units,)."""
        return np.asarray((self.codes != MISSING).sum(axis=1), dtype=np.float64)

    def counts(self, kept: Flags) -> Any:
        """How many coders gave each value to each kept unit: scipy.sparse.csr_array (n_units, n_values)."""
        from scipy.sparse import coo_array

        units, coders = np.nonzero((self.codes != MISSING) & kept[:, None])
        where = (units, self.codes[units, coders])
        shape = (len(self.codes), len(self.values))
        return coo_array((np.ones(len(units)), where), shape=shape).tocsr()


def encode(units: Sequence[Sequence[str | float | None]], *, n_coders: int = 0) -> Ratings:
    """Encode units, each the values of all coders in one order, None where a coder gave none.

    `n_coders` is needed only where there may be no units.
    Raises ValueError if units differ in their number of coders or mix words and numbers.
    """
    if len({len(unit) for unit in units}) > 1:
        raise ValueError("units differ in their number of coders; put None where a coder gave no value")
    found = {value for unit in units for value in unit if value is not None}
    words = {isinstance(value, str) for value in found}
    if len(words) > 1:
        raise ValueError("the values mix words and numbers; write all of a column in one way")
    values = tuple(sorted(found))
    at = {value: position for position, value in enumerate(values)}
    rows = [[MISSING if value is None else at[value] for value in unit] for unit in units]
    codes = np.array(rows, dtype=np.int64).reshape(len(units), len(units[0]) if units else n_coders)
    numbers = range(len(values)) if words == {True} else values
    return Ratings(codes, values, np.array([float(number) for number in numbers], dtype=np.float64))
