"""Coded articles as scoring reads them: rows with their accepted alternatives."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class InputError(Exception):
    """An input that cannot be read or lacks what is needed.

    `unreadable` tells a file that is missing or broken from one that reads well but has the wrong columns.
    """

    def __init__(self, problems: list[str], *, unreadable: bool) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
        self.unreadable = unreadable


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One row of a coder or of a gold standard; `origin` is file:line."""

    values: Mapping[str, object]
    alternatives: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    required: bool = True
    quote: str = ""
    origin: str = ""

    def options(self, column: str) -> tuple[object, ...]:
        """The value of the column and the alternatives that a gold standard accepts besides."""
        return (self.values.get(column), *self.alternatives.get(column, ()))


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """All rows that one coder gave an article; none where nothing was codable."""

    article_id: str
    rows: tuple[CodedRow, ...] = ()
