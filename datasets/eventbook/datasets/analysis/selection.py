"""The events that a question is about: of some countries, between two days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.periods import to_day
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import known_word
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Selection:
    """Countries by their labels, all where none is named; first and last day, open where None."""

    countries: tuple[str, ...] = ()
    start: date | str | None = None
    end: date | str | None = None

    def in_words(self) -> str:
        """The selection for a caption, such as `only Kenya, from 2013-01-01`; empty where it takes all."""
        parts = [f"only {', '.join(self.countries)}"] if self.countries else []
        parts += [f"{word} {day}" for word, day in (("from", self.start), ("to", self.end)) if day is not None]
        return ", ".join(parts)


def names_of_countries(version: Version, countries: Sequence[str] | str, events: "pd.DataFrame") -> tuple[str, ...]:
    """The labels, each known to the codebook or to the events; raises BadQuestion."""
    if not countries:
        return ()
    column = version.country_column(purpose="a choice of countries")
    known = version.labels(column, values=events[column].dropna().astype(str).unique().tolist())
    asked = [countries] if isinstance(countries, str) else list(countries)
    return tuple(known_word(name, known, what="country") for name in asked)


def select(version: Version, selection: Selection) -> "pd.DataFrame":
    """The events of a version that were asked for; raises BadQuestion where there are none."""
    events = version.frame()
    if events.empty:
        raise BadQuestion(f"{version.dataset.path}: version {version.number} has no events, so nothing can be shown")
    found = events
    if countries := names_of_countries(version, selection.countries, events):
        found = found[found[version.country_column(purpose="a choice of countries")].isin(countries)]
    if selection.start is not None or selection.end is not None:
        days = found[version.column("day.date", purpose="a choice of days")]
        first = to_day(selection.start, what="start") if selection.start is not None else date.min
        last = to_day(selection.end, what="end") if selection.end is not None else date.max
        found = found[days.notna() & days.map(lambda day: day is not None and first <= day <= last).astype(bool)]
    if found.empty:
        raise BadQuestion(
            f"{version.dataset.path}: version {version.number} has no such event ({selection.in_words()}); widen it"
        )
    return found
