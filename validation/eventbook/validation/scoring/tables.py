"""Tables that are shown as text, Markdown or a self-contained HTML page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TextIO

from eventbook.validation.scoring.intervals import Measure

# Code points that would move the cursor or the reading direction of a terminal.
_MOVING = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = dict.fromkeys(_MOVING, "\N{REPLACEMENT CHARACTER}") | {ord(sign): " " for sign in "\t\n\r\v\f\x85"}


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; `numeric` are the positions of columns of figures."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = field(default_factory=frozenset)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve with its interval, all from 0 to 1, and how many it stands for."""

    x: float
    y: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Curve:
    """Points in the unit square, held against its diagonal."""

    title: str
    x_name: str
    y_name: str
    points: tuple[Point, ...]


def figure_cells(measure: Measure) -> tuple[str, str, str]:
    """The measure as (value, interval, base) to three decimals; a dash where there is none."""
    interval = "–" if measure.low is None or measure.high is None else f"{measure.low:.3f} to {measure.high:.3f}"
    return ("–" if measure.value is None else f"{measure.value:.3f}", interval, f"{measure.n:,}")


def clean_text(text: str) -> str:
    """The text on one line, without what would move the cursor or turn the direction of reading."""
    return text.translate(_CONTROLS)


def print_tables(title: str, tables: Sequence[Table], *, file: TextIO, width: int | None = None) -> None:
    """Print the tables with rich, in colour where `file` is a terminal; full width where it is not."""
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console(file=file, highlight=False)
    if not console.is_terminal or width:
        console = Console(file=file, highlight=False, width=width or 140)
    console.print(Text(title, style="bold"))
    for table in tables:
        shown = RichTable(box=None, pad_edge=False, header_style="dim")
        for position, name in enumerate(table.header):
            shown.add_column(name, justify="right" if position in table.numeric else "left", overflow="fold")
        for row in table.rows:
            shown.add_row(*(Text(clean_text(cell)) for cell in row))
        console.print(Text(f"\n{table.title}", style="bold"))
        console.print(shown)
        if table.note:
            console.print(Text(table.note, style="dim"))


def to_markdown(title: str, tables: Sequence[Table]) -> str:
    """The tables as Markdown, cells escaped."""
    lines = [f"# {title}"]
    for table in tables:
        rule = ["---:" if position in table.numeric else "---" for position in range(len(table.header))]
        lines += ["", f"## {table.title}", "", _markdown_row(table.header), "|" + "|".join(rule) + "|"]
        lines += [_markdown_row(row) for row in table.rows]
        lines += ["", table.note] if table.note else []
    return "\n".join(lines) + "\n"


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_markdown_cell(cell) for cell in cells) + " |"


def _markdown_cell(cell: str) -> str:
    text = clean_text(cell)
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, "\\" + sign)
    return text


def to_html(title: str, tables: Sequence[Table], *, curves: Sequence[Curve] = ()) -> str:
    """The curves and tables as one HTML page that loads nothing, every cell escaped."""
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined

    source = files("eventbook.validation.scoring").joinpath("tables.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source).render(title=title, tables=tables, curves=curves)
