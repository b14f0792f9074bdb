"""A calibration report as tables, curves and JSON."""

import json
from dataclasses import asdict

from eventbook.validation.sampling.calibrating import CalibrationReport
from eventbook.validation.sampling.calibration import Calibration
from eventbook.validation.scoring.tables import Curve, Point, Table

TITLE = "Calibration of confidence against the gold standard"
_NOTE = (
    "Brier score: mean squared gap between confidence and outcome, 0 is best; constant: what it would be if every row "
    "had the share right as its confidence; skill: how much of that is gained, 1 is best, below 0 worse than constant. "
    "Error: mean gap between confidence and share right over the bins."
)


def report_tables(report: CalibrationReport) -> list[Table]:
    """Figures of rows, cells and fields, and the bins of rows and of cells."""
    named = _named(report)
    header = ("", "number", "mean confidence", "right", "Brier", "constant", "skill", "error")
    rows = tuple(_figures(name, found) for name, found in named)
    note = _NOTE
    if report.without:
        note += f" {report.without:,} rows have no confidence: left out."
    if report.unscored:
        note += f" {report.unscored:,} rows belong to articles that the gold standard lacks: left out."
    tables = [Table(f"{report.articles:,} gold articles", header, rows, frozenset(range(1, 8)), note)]
    bins = ("confidence", "number", "mean confidence", "right", "95 % interval")
    for name, found in named[:2]:
        tables.append(Table(f"Reliability of {name}", bins, tuple(found.table()), frozenset(range(1, 5))))
    return tables


def report_curves(report: CalibrationReport) -> list[Curve]:
    """A reliability curve for rows, for all cells, and for each field."""
    return [_curve(name, found) for name, found in _named(report)]


def to_json(report: CalibrationReport) -> str:
    """The report as JSON text with a line feed at the end."""
    return json.dumps(asdict(report), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _named(report: CalibrationReport) -> list[tuple[str, Calibration]]:
    both = (("whole rows", report.rows), ("all cells", report.cells))
    named = [(name, found) for name, found in both if found is not None]
    return named + [(name.replace("_", "-"), found) for name, found in report.fields.items()]


def _figures(name: str, found: Calibration) -> tuple[str, ...]:
    skill = "–" if found.skill is None else f"{found.skill:.2f}"
    return (
        name, f"{found.count:,}", f"{found.confidence:.2f}", f"{found.right:.2f}", f"{found.brier:.3f}",
        f"{found.brier_constant:.3f}", skill, f"{found.error:.3f}",
    )  # fmt: skip


def _curve(name: str, found: Calibration) -> Curve:
    points = tuple(Point(b.confidence, b.right, b.right_low, b.right_high, b.count) for b in found.bins)
    return Curve(f"{name}: Brier {found.brier:.3f}", "confidence", "share right", points)
