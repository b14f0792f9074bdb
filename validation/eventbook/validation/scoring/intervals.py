"""Percentile bootstrap intervals, articles being what is drawn again."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# Cells of one batch of resampling weights, about 64 MB.
_BATCH_CELLS = 8_000_000


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its bootstrap interval; None where it has no base (`n` = 0) or no interval (one article)."""

    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Resampling:
    """How intervals are drawn: `level` of coverage, number of resamples, seed."""

    resamples: int = 1000
    level: float = 0.95
    seed: int = 20_240_229


def bootstrap(
    n_units: int, statistic: Callable[[Floats], Floats], *, resampling: Resampling
) -> tuple[Floats, Floats, Floats]:
    """The statistic with the percentile interval of its resamples: (value, low, high), each of shape (m,).

    statistic: from weights of shape (r, n_units), how often each unit was drawn, to figures of shape (r, m),
    NaN where a figure has no base. Raises ValueError without units.
    """
    if n_units < 1:
        raise ValueError("nothing to resample: no articles")
    value = statistic(np.ones((1, n_units)))[0]
    if n_units == 1 or resampling.resamples < 1:
        nothing = np.full(value.shape, np.nan)
        return value, nothing, nothing
    drawn = _draw(n_units, statistic, resampling)
    tail = (1 - resampling.level) / 2
    empty = np.isnan(drawn).all(axis=0)
    drawn[:, empty] = 0.0  # an all-NaN column would only warn; its interval is blanked below
    low, high = np.nanquantile(drawn, [tail, 1 - tail], axis=0)
    low[empty] = high[empty] = np.nan
    return value, low, high


def _draw(n_units: int, statistic: Callable[[Floats], Floats], resampling: Resampling) -> Floats:
    generator = np.random.default_rng(resampling.seed)
    chances = np.full(n_units, 1 / n_units)
    batch = max(1, min(resampling.resamples, _BATCH_CELLS // n_units))
    parts = []
    for start in range(0, resampling.resamples, batch):
        size = min(batch, resampling.resamples - start)
        parts.append(statistic(generator.multinomial(n_units, chances, size=size).astype(np.float64)))
    return np.concatenate(parts)


def to_measures(value: Floats, low: Floats, high: Floats, bases: Floats) -> list[Measure]:
    """The arrays as records, NaN as None."""
    return [
        Measure(_plain(figure), _plain(lowest), _plain(highest), int(base))
        for figure, lowest, highest, base in zip(value, low, high, bases, strict=True)
    ]


def _plain(figure: np.float64) -> float | None:
    return None if np.isnan(figure) else float(figure)
