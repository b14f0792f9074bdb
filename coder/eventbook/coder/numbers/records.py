"""What a reading of numbers gives: counts and sums over noun phrases, with half-open character spans."""

from dataclasses import dataclass
from typing import Literal

CountKind = Literal["exact", "at_least", "at_most", "about", "range", "vague", "ordinal"]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in the text: `text[start:end] == quote`.

    `low` is the lowest figure printed ("17 to 20" and "at least 17" 17, "up to 50" 50), `best` what to code
    by the lowest-figure policy, `high` the highest printed; an ordinal holds its rank.
    """

    start: int
    end: int
    low: int
    best: int
    high: int
    kind: CountKind
    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """How many people a noun phrase names; `phrases` are the counts that were added up."""

    start: int
    end: int
    low: int
    best: int
    high: int
    kind: CountKind
    rule: str
    quote: str
    phrases: tuple[Count, ...]
