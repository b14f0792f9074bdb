"""Whether confidence means something: how often rows of a given confidence are right, on a gold standard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

_LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows with a confidence in [low, high): how many, their mean confidence, the share right with its interval."""

    low: float
    high: float
    count: int
    confidence: float
    right: float
    right_low: float
    right_high: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Brier score (0 best), its value for a constant forecast, skill (1 best, 0 none), expected calibration error."""

    count: int
    right: float
    confidence: float
    brier: float
    brier_constant: float
    skill: float | None
    error: float
    bins: tuple[Bin, ...]

    def table(self) -> list[tuple[str, str, str, str, str]]:
        """The reliability table as text: confidence from-to, rows, mean confidence, share right, interval."""
        return [
            (f"{b.low:.1f} to {b.high:.1f}", str(b.count), f"{b.confidence:.2f}", f"{b.right:.2f}",
             f"{b.right_low:.2f} to {b.right_high:.2f}")
            for b in self.bins
        ]  # fmt: skip


def calibration(confidence: Sequence[float], right: Sequence[bool], *, bins: int = 10) -> Calibration:
    """Hold confidences in [0, 1] against whether each row, or cell, was right.

    Empty bins are left out. Raises ValueError where the lengths differ, nothing is given, or a confidence lies
    outside [0, 1].
    """
    import numpy as np

    told, truth = np.asarray(confidence, np.float64), np.asarray(right, np.float64)
    if told.shape != truth.shape or told.ndim != 1 or not len(told):
        raise ValueError(f"{len(told)} confidences and {len(truth)} outcomes; expected as many, and at least one")
    if not np.isfinite(told).all() or told.min() < 0 or told.max() > 1:
        raise ValueError("a confidence lies outside 0 to 1")
    rate = float(truth.mean())
    brier = float(np.mean((told - truth) ** 2))
    constant = rate * (1 - rate)
    made = _bins(told, truth, bins)
    error = sum(b.count * abs(b.confidence - b.right) for b in made) / len(told)
    return Calibration(len(told), rate, float(told.mean()), brier, constant,
                       1 - brier / constant if constant else None, error, made)  # fmt: skip


def _bins(told: "np.ndarray", truth: "np.ndarray", bins: int) -> tuple[Bin, ...]:
    import numpy as np

    from eventbook.validation.sampling.margins import wilson_interval

    which = np.minimum((told * bins).astype(np.int64), bins - 1)
    made = []
    for number in np.unique(which).tolist():
        mine = which == number
        estimate = wilson_interval(int(truth[mine].sum()), int(mine.sum()), level=_LEVEL)
        made.append(Bin(number / bins, (number + 1) / bins, int(mine.sum()), float(told[mine].mean()), estimate.share,
                        estimate.low, estimate.high))  # fmt: skip
    return tuple(made)
