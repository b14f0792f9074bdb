"""What a datasheet is made of: sections of paragraphs, tables and bars, rendered as Markdown and as one HTML page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from eventbook.validation.scoring.tables import Table, clean_text

_MARKDOWN_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\`*_[]<>|#"})


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts by value, the largest first or in the order of time; `note` says what is not shown."""

    title: str
    counts: tuple[tuple[str, int], ...]
    note: str = ""

    @property
    def most(self) -> int:
        """The largest count, at least 1."""
        return max((count for _, count in self.counts), default=0) or 1


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a datasheet. `facts` are short pairs of name and value, `commands` lines to type."""

    id: str
    title: str
    text: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    bars: tuple[Bars, ...] = ()
    tables: tuple[Table, ...] = ()
    commands: tuple[str, ...] = ()


def count_bars(title: str, values: Iterable[Any], *, most: int, ordered: bool = False) -> Bars:
    """How often each value stands there: the `most` frequent, or all in their order; an empty one as (empty)."""
    from collections import Counter

    counts = Counter("(empty)" if value is None else str(value) for value in values)
    if ordered:
        return Bars(title, tuple(sorted(counts.items())))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rest = ranked[most:]
    note = f"{len(rest):,} more, with {sum(count for _, count in rest):,} in all" if rest else ""
    return Bars(title, tuple(ranked[:most]), note)


def render(name: str, *, html: bool, **content: Any) -> str:
    """A template of this package with its content; in HTML everything is escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["md"] = escape_markdown
    environment.filters["thousands"] = lambda number: f"{number:,}"
    source = files("eventbook.datasets.releases").joinpath("templates", name).read_text(encoding="utf-8")
    return environment.from_string(source, globals={"clean": clean_text}).render(**content)


def escape_markdown(value: object) -> str:
    """A text on one line with Markdown's signs escaped."""
    return clean_text(" ".join(str(value).split())).translate(_MARKDOWN_SIGNS)


def plural(count: int, noun: str, many: str = "") -> str:
    """`1 event`, `2 events`, `1,000 events`."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def share(part: int, whole: int) -> str:
    """A share in per cent, of nothing a dash."""
    return f"{part / whole:.1%}" if whole else "–"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
