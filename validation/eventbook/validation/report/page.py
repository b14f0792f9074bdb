"""The report as one page: everything inline, nothing fetched, readable on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.validation.checks.tables import Tables, make_tables
from eventbook.validation.report.changes import Changes, compare
from eventbook.validation.report.summary import Summary
from eventbook.validation.report.world import WorldMap, draw_map

if TYPE_CHECKING:
    import pyarrow as pa

_READ = 5_000  # findings of each check that the page looks at
_LISTED = 40  # different messages of each check that it lists
_NAMED = 12  # events that it names for each message
_QUOTED = 3  # quotes that it gives for each message
_BARS = 15  # values of a distribution that get a bar of their own
_KINDS = ("kind.event_type", "kind.sub_event_type", "place.country")


@dataclass(frozen=True, slots=True)
class Bar:
    """A value of a distribution; `share` is of the largest, 0 to 1, `wrong` the part of it with errors."""

    label: str
    count: int
    share: float
    wrong: int


@dataclass(frozen=True, slots=True)
class Distribution:
    """Rows by the values of a column."""

    column: str
    bars: tuple[Bar, ...]
    others: int


def make_page(
    events: "pa.Table", codebook: Codebook, findings: "pa.Table", summary: Summary, *, title: str,
    parent: "pa.Table | None" = None, parent_name: str = "", notes: Sequence[str] = (),
) -> str:  # fmt: skip
    """The page as HTML: counts, findings, distributions, time line, map, and the changes since the parent version."""
    from datetime import date

    from jinja2 import Environment, PackageLoader, StrictUndefined

    tables = make_tables(events, codebook, today=date.max)
    wrong = _wrong_rows(findings, tables)
    environment = Environment(
        loader=PackageLoader("eventbook.validation.report", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["thousands"] = lambda number: f"{number:,}"
    return environment.get_template("page.html.j2").render(
        title=title, codebook=codebook, summary=summary, notes=notes, lists=_lists(findings, summary),
        distributions=[made for fact in _KINDS if (made := _distribution(tables, fact, wrong))],
        months=_months(tables, wrong), world=_map(tables, wrong), changes=_changes(tables, events, parent),
        parent_name=parent_name,
    )  # fmt: skip


def _lists(findings: "pa.Table", summary: Summary) -> list[dict[str, Any]]:
    """Each failed check with its messages, the most frequent first, each with its events and quoted words."""
    import pyarrow.compute as pc

    made = []
    for item in summary.failed:
        mine = pc.and_(pc.equal(findings["check_id"], item.check_id), pc.equal(findings["severity"], item.severity))
        grouped: dict[str, list[dict[str, Any]]] = {}
        for row in findings.filter(mine).slice(0, _READ).to_pylist():
            grouped.setdefault(row["message"], []).append(row)
        groups = sorted(grouped.items(), key=lambda group: -len(group[1]))
        lines = [
            {"message": message, "count": len(rows), "events": [row["event_id"] for row in rows[:_NAMED]],
             "quotes": list(dict.fromkeys(row["quote"] for row in rows if row["quote"]))[:_QUOTED]}
            for message, rows in groups[:_LISTED]
        ]  # fmt: skip
        shown = sum(len(rows) for _, rows in groups[:_LISTED])
        made.append({"check": item, "lines": lines, "shown": shown, "quoted": any(line["quotes"] for line in lines)})
    return made


def _wrong_rows(findings: "pa.Table", tables: Tables) -> "pa.Array":
    """Whether each row has an error."""
    import pyarrow.compute as pc

    errors = findings.filter(pc.equal(findings["severity"], "error"))["event_id"].combine_chunks().drop_null()
    return pc.is_in(tables.ids, value_set=errors)


def _counts(cells: "pa.Array", wrong: "pa.Array") -> list[tuple[Any, int, int]]:
    """Value, rows, rows with errors, by falling count and then by value."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.table({"value": cells, "wrong": pc.cast(wrong, pa.int64())})
    grouped = table.group_by("value", use_threads=False).aggregate([("wrong", "count"), ("wrong", "sum")])
    rows = [(row["value"], row["wrong_count"], row["wrong_sum"]) for row in grouped.to_pylist()]
    return sorted(rows, key=lambda row: (-row[1], str(row[0])))


def _distribution(tables: Tables, fact: str, wrong: "pa.Array") -> Distribution | None:
    column = tables.codebook.column_from(fact)
    if column is None or column.name not in tables.cells or tables.size == 0:
        return None
    counts = _counts(tables.cells[column.name], wrong)
    top = counts[0][1]
    bars = tuple(Bar("(empty)" if value is None else str(value), count, count / top, bad)
                 for value, count, bad in counts[:_BARS])  # fmt: skip
    return Distribution(column.name, bars, len(counts) - len(bars))


def _months(tables: Tables, wrong: "pa.Array") -> tuple[Bar, ...]:
    """Rows by month without gaps, by year where there are more than ten years."""
    import pyarrow.compute as pc

    column = tables.codebook.column_from("day.date")
    if column is None or column.name not in tables.cells or column.type != "date":
        return ()
    days = tables.cells[column.name]
    months = pc.add(pc.multiply(pc.year(days), 12), pc.subtract(pc.month(days), 1))
    counts = {value: (count, bad) for value, count, bad in _counts(months, wrong) if value is not None}
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    if last - first < 120:
        series = [(f"{m // 12}-{m % 12 + 1:02d}", *counts.get(m, (0, 0))) for m in range(first, last + 1)]
    else:
        years: dict[int, tuple[int, int]] = {}
        for month, (count, bad) in counts.items():
            had = years.get(month // 12, (0, 0))
            years[month // 12] = (had[0] + count, had[1] + bad)
        span = range(min(years), max(years) + 1) if max(years) - min(years) < 300 else sorted(years)
        series = [(str(year), *years.get(year, (0, 0))) for year in span]
    top = max(count for _, count, _ in series)
    return tuple(Bar(label, count, count / top, bad) for label, count, bad in series)


def _map(tables: Tables, wrong: "pa.Array") -> WorldMap | None:
    names = [tables.codebook.column_from(fact) for fact in ("place.latitude", "place.longitude")]
    found = [tables.cells[column.name] for column in names if column is not None and column.name in tables.cells]
    return draw_map(found[0], found[1], wrong) if len(found) == 2 else None


def _changes(tables: Tables, events: "pa.Table", parent: "pa.Table | None") -> Changes | None:
    key = tables.codebook.key
    if parent is None or key not in events.column_names or key not in parent.column_names:
        return None
    return compare(parent, events, key=key)
