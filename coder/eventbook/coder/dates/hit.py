"""The tokens that a rule matched, as its reading asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .calendar import full_year, infer_year

_HALVES = frozenset(["half"])


@dataclass(frozen=True, slots=True)
class Hit:
    """One match: its tokens' words, classes and values, in order."""

    words: Sequence[str]
    classes: Sequence[str]
    values: Sequence[Any]
    ahead: bool  # a word before the match looks into the future ("scheduled for", "by")

    def has(self, name: str) -> bool:
        """True when a token of this class was matched."""
        return name in self.classes

    def get(self, name: str) -> Any:
        """The value of the first token of the class, or None."""
        return next((v for c, v in zip(self.classes, self.values, strict=True) if c == name), None)

    def all(self, *names: str) -> list[Any]:
        """The values of all tokens of the classes, in order."""
        return [v for c, v in zip(self.classes, self.values, strict=True) if c in names]

    def quantity(self) -> int | None:
        """The number before the unit: "twenty-five" 25, "a" 1, "a couple of" 2; None for "many", "half a"."""
        if not _HALVES.isdisjoint(self.words):
            return None
        vague = self.get("VAGUE")
        if vague is not None:
            return int(vague) or None
        numbers = self.all("NUMBER")
        if numbers:
            return int(sum(numbers)) if 100 not in numbers else int(numbers[0]) * (100 if numbers[0] < 100 else 1)
        figures = self.all("DAY", "FIGURE", "YEAR", "YEAR2")
        if figures:
            return figures[0] if isinstance(figures[0], int) else None
        return 1 if self.has("A") else None

    def sign(self) -> int:
        """-1 for last, +1 for next, 0 for this."""
        for name in ("LAST", "NEXT"):
            value = self.get(name)
            if value is not None:
                return int(value)
        return 0

    def year(self, published: date | None, *, last: bool = True) -> int | None:
        """The year told ("2010", "90", "last year"): the last one, or the first; None when none is told."""
        told = [
            full_year(value, published) if name == "YEAR2" else value
            for name, value in zip(self.classes, self.values, strict=True)
            if name in ("YEAR", "YEAR2")
        ]
        if told:
            return int(told[-1 if last else 0])
        if "year" in self.words and published is not None and not self.has("HOLIDAY"):
            return published.year + self.sign()
        return None

    def dated(self, month: int, day: int, published: date | None, *, year: int | None = None) -> date | None:
        """A month and day with the year told, or inferred from the publication; None when that cannot be."""
        year = year if year is not None else self.year(published)
        try:
            if year is not None:
                return date(year, month, day)
            if published is None:
                return None
            return infer_year(month, day, published, weekday=self.get("WEEKDAY"), ahead=self.ahead)
        except ValueError:
            return None

    def needs_publication(self, published: date | None) -> bool:
        """True when no year is told and there is no publication to infer it from."""
        return published is None and not self.has("YEAR") and not self.has("YEAR2")
