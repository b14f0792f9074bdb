"""Days, weeks, months and years, from first to last."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from eventbook.datasets.analysis.coverage import Span
from eventbook.datasets.analysis.words import known_word
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd

Freq = Literal["D", "W", "M", "Y"]
FREQS: dict[str, str] = {"D": "D", "W": "W-SUN", "M": "M", "Y": "Y"}  # pandas' names; weeks go from Monday to Sunday
WORDS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
# The best time precision that a period still needs: a day needs 1 (the day), a week 2 (the week), a month 3.
FINE_ENOUGH = {"D": 1, "W": 2, "M": 3, "Y": 3}


def pandas_freq(freq: str) -> str:
    """The name that pandas gives to D, W, M or Y; raises BadQuestion."""
    return FREQS[known_word(freq, tuple(FREQS), what="freq")]


def to_day(value: date | str, *, what: str) -> date:
    """A day, given as one or as 2024-02-29; raises BadQuestion."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise BadQuestion(f"{what} {value!r}: expected a day such as 2024-02-29") from error


def periods_of(days: "pd.Series", freq: str) -> "pd.PeriodIndex":
    """The period of each day, none missing."""
    import pandas as pd

    return pd.PeriodIndex(pd.to_datetime(days), freq=pandas_freq(freq))


def period_range(first: date, last: date, freq: str) -> "pd.PeriodIndex":
    """All periods from that of the first day to that of the last."""
    import pandas as pd

    return pd.period_range(pd.Timestamp(first), pd.Timestamp(last), freq=pandas_freq(freq))


def spans_of(periods: "pd.PeriodIndex") -> Sequence[Span]:
    """First and last day of each period."""
    starts, ends = periods.start_time, periods.end_time
    return [(start.date(), end.date()) for start, end in zip(starts, ends, strict=True)]
