"""How many rows to check for a wanted margin, and the accuracy that checked rows tell."""

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share of rows with its interval; `checked` rows of a dataset of `size` rows."""

    share: float
    low: float
    high: float
    checked: int
    size: int | None


def needed_sample(*, margin: float, size: int | None = None, level: float = 0.95, share: float = 0.5) -> int:
    """Rows to draw at random so that a share is known to within `margin` (0.05: five points either way).

    `share` is the expected accuracy; 0.5 is the safest. `size` is the number of rows of the dataset, for the finite
    population correction (Cochran 1977). Raises ValueError for a margin, level or share outside (0, 1).
    """
    from scipy.stats import norm

    for name, value in (("margin", margin), ("level", level), ("share", share)):
        if not 0 < value < 1:
            raise ValueError(f"{name} is {value}, expected a share between 0 and 1")
    endless = float(norm.ppf((1 + level) / 2)) ** 2 * share * (1 - share) / margin**2
    if size is None:
        return ceil(round(endless, 9))
    return min(size, ceil(round(endless / (1 + (endless - 1) / size), 9))) if size > 0 else 0


def estimate_accuracy(right: int, checked: int, *, size: int | None = None, level: float = 0.95) -> Estimate:
    """The share of right rows with Wilson's interval; raises ValueError where there is nothing to estimate from."""
    from scipy.stats import binomtest

    if not 0 <= right <= checked or checked == 0:
        raise ValueError(f"{right} right of {checked} checked rows; expected at least one row, and no more right ones")
    interval = binomtest(right, checked).proportion_ci(confidence_level=level, method="wilson")
    return Estimate(right / checked, float(interval.low), float(interval.high), checked, size)
