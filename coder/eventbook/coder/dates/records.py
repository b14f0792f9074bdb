"""Date mentions and datelines, with half-open character spans into the article's text."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["day", "weekend", "week", "month", "year", "range", "duration"]
DateKind = Literal["absolute", "relative", "anchored", "recurring", "duration"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that tell when: `text[start:end] == quote`.

    `first` and `last` bound the period meant (equal for a day); `day` is the day to code by the codebook's
    conventions on time and `precision` its time precision (1 the day, 2 the week or weekend, 3 the month), both
    None where the words give no day. Kinds: absolute ("3 May", the year inferred if it is not told), relative to
    the publication ("on Monday"), anchored to an event told before ("two days later", `offset_days` 2),
    recurring ("every Friday"), duration ("for three days", "since Monday").
    """

    start: int
    end: int
    first: date | None
    last: date | None
    day: date | None
    precision: Literal[1, 2, 3] | None
    unit: Unit
    kind: DateKind
    offset_days: int | None
    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a wire report: its place, and its date where one is told."""

    start: int
    end: int
    place_start: int
    place_end: int
    date: DateMention | None
