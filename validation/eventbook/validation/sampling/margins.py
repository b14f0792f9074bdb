"""How many rows to check for a wanted margin, and the interval of a share."""

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with its interval."""

    share: float
    low: float
    high: float


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


def wilson_interval(right: int, checked: int, *, level: float = 0.95) -> Interval:
    """The share of right ones with Wilson's interval; raises ValueError where there is nothing to estimate from."""
    from scipy.stats import binomtest

    if not 0 <= right <= checked or checked == 0:
        raise ValueError(f"{right} right of {checked} checked rows; expected at least one row, and no more right ones")
    interval = binomtest(right, checked).proportion_ci(confidence_level=level, method="wilson")
    return Interval(right / checked, float(interval.low), float(interval.high))


def exact_interval(share: float, size: float, *, level: float = 0.95) -> tuple[float, float]:
    """Clopper and Pearson's interval of a share of `size` rows, which need not be a whole number.

    With the effective size of a sample that was not drawn plainly at random it is the interval of Korn and Graubard
    (1998), the usual one for shares in surveys.
    """
    from scipy.stats import beta

    right, tail = share * size, (1 - level) / 2
    low = float(beta.ppf(tail, right, size - right + 1)) if share > 0 else 0.0
    high = float(beta.ppf(1 - tail, right + 1, size - right)) if share < 1 else 1.0
    return low, high
