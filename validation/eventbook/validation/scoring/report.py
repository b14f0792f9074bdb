"""A score report as tables and as JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from eventbook.validation.scoring.intervals import Measure
from eventbook.validation.scoring.misses import Confusion, Miss
from eventbook.validation.scoring.score import GroupScore, ScoreReport
from eventbook.validation.scoring.tables import Table, clean_text, figure_cells

TITLE = "Score against the gold standard"
_LABELS = {
    "document": "articles with an event",
    "event_lenient": "events, type and (day or place)",
    "event_strict": "events, type and day and place",
    "row_right": "whole row right, of all gold rows",
}
# A matrix of more labels than this is harder to read than the list of its confusions.
_MATRIX_LABELS = 8
_PARTS = ("precision", "recall", "f1")


def report_tables(report: ScoreReport, *, misses: bool) -> list[Table]:
    """The report as tables, with the list of misses if wanted."""
    tables = [_events_table(report), _fields_table(report)]
    tables += _group_tables(report.groups)
    tables += [_confusion_table(found) for found in report.confusions if found.cells]
    return [*tables, misses_table(report.misses)] if misses else tables


def to_json(report: ScoreReport, *, misses: bool) -> str:
    """The report as JSON text with a line feed at the end; the misses only if wanted."""
    content = asdict(report)
    if not misses:
        del content["misses"]
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _events_table(report: ScoreReport) -> Table:
    names = ("document", "event_lenient", "event_strict")
    rows = tuple(_triple_row(_LABELS[name], name, report.measures) for name in names)
    note = (
        f"{report.articles:,} articles, {report.gold_rows:,} required gold rows, "
        f"{report.predicted_rows:,} predicted rows. Intervals: {report.level:.0%} bootstrap over articles."
    )
    if report.unscored_rows:
        note += f" {report.unscored_rows:,} predicted rows belong to articles that the gold standard lacks: not scored."
    return Table("Events", ("", "precision", "recall", "F1", "F1 interval"), rows, frozenset({1, 2, 3, 4}), note)


def _triple_row(label: str, name: str, measures: Mapping[str, Measure]) -> tuple[str, ...]:
    cells = [figure_cells(measures[f"{name}.{part}"]) for part in _PARTS]
    return (label, *(value for value, _, _ in cells), cells[-1][1])


def _fields_table(report: ScoreReport) -> Table:
    names = [name for name in report.measures if name.startswith("fields.") or name == "row_right"]
    rows = tuple(
        (_LABELS.get(name, name.removeprefix("fields.").replace("_", "-")), *figure_cells(report.measures[name]))
        for name in names
    )
    note = "Cells: share right among the pairs that match on type and (day or place)."
    return Table("Cells of matched rows", ("", "right", "interval", "rows"), rows, frozenset({1, 2, 3}), note)


def _group_tables(groups: Iterable[GroupScore]) -> list[Table]:
    header = ("", "gold rows", "predicted rows", "precision", "recall", "F1", "F1 interval", "row right")
    rows: dict[str, list[tuple[str, ...]]] = {}
    for group in groups:
        triple = _triple_row(group.label, "event_lenient", group.measures)
        right = figure_cells(group.measures["row_right"])[0]
        row = (triple[0], f"{group.gold_rows:,}", f"{group.predicted_rows:,}", *triple[1:], right)
        rows.setdefault(group.column, []).append(row)
    note = "Lenient matches. False rows count under the value that was predicted."
    return [
        Table(f"By {column}", header, tuple(found), frozenset(range(1, 8)), note) for column, found in rows.items()
    ]


def _confusion_table(found: Confusion) -> Table:
    """A matrix of gold by predicted for few labels; for many, the confusions alone, most frequent first."""
    right = sum(count for expected, got, count in found.cells if expected == got)
    total = sum(count for _, _, count in found.cells)
    note = f"{right:,} of {total:,} agree. Pairs that agree on day or place; accepted alternatives count as right."
    title = f"Confusions of {found.column}"
    labels = found.labels()
    if len(labels) <= _MATRIX_LABELS:
        counts = {(expected, got): f"{count:,}" for expected, got, count in found.cells}
        matrix = tuple((_shown(own), *(counts.get((own, other), "") for other in labels)) for own in labels)
        header = ("gold \\ predicted", *map(_shown, labels))
        return Table(title, header, matrix, frozenset(range(1, len(header))), note)
    rows = tuple(
        (_shown(expected), _shown(got), f"{count:,}") for expected, got, count in found.cells if expected != got
    )
    return Table(title, ("gold", "predicted", "times"), rows, frozenset({2}), note)


def _shown(label: str) -> str:
    return label or "(empty)"


def misses_text(misses: Iterable[Miss]) -> str:
    """The list of misses as text, a few lines each: wide tables cannot be read on a terminal."""
    blocks = []
    for miss in misses:
        head = " ".join(part for part in (miss.article_id, miss.kind, miss.column) if part)
        parts = (("expected", miss.expected), ("got", miss.got), ("quote", miss.quote))
        lines = [f"  {name:8}  {clean_text(text)}" for name, text in parts if text]
        blocks.append("\n".join([clean_text(head), *lines]))
    return "\n\n".join(blocks) + "\n" if blocks else "no misses\n"


def misses_table(misses: Iterable[Miss]) -> Table:
    """The list of misses, one row each."""
    rows = tuple(
        (miss.kind, miss.article_id, miss.column, miss.expected, miss.got, miss.quote) for miss in misses
    )
    return Table("Misses", ("kind", "article", "cell", "expected", "got", "quote"), rows)
