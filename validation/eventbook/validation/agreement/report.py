"""An agreement report as tables and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from eventbook.validation.agreement.agree import AgreementReport
from eventbook.validation.agreement.codebooks import Concordance
from eventbook.validation.agreement.identification import Disagreement
from eventbook.validation.agreement.variables import Reliability
from eventbook.validation.scoring.intervals import Measure
from eventbook.validation.scoring.tables import Table, figure_cells

TITLE = "Intercoder reliability"
_NO_MEASURE = Measure(None, None, None, 0)


def report_tables(report: AgreementReport, *, disagreements: bool) -> list[Table]:
    """The report as tables, with the list of disagreements if wanted."""
    tables = [_coders_table(report), _events_table(report), _variables_table(report)]
    return [*tables, _disagreements_table(report)] if disagreements else tables


def to_json(report: AgreementReport, *, disagreements: bool, codebooks: Sequence[Concordance] = ()) -> str:
    """The report as JSON text with a line feed at the end; the disagreements only if wanted.

    `codebooks` are those that differ from the first.
    """
    content = asdict(report) | {"codebooks": [asdict(one) for one in codebooks]}
    if not disagreements:
        del content["disagreements"]
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _coders_table(report: AgreementReport) -> Table:
    rows = tuple((name, f"{count:,}") for name, count in zip(report.coders, report.rows, strict=True))
    note = f"{report.articles:,} articles. Optional rows that somebody lacks are left out."
    return Table("Coders", ("coder", "rows"), rows, frozenset({1}), note)


def _events_table(report: AgreementReport) -> Table:
    rows = [
        (" and ".join(found.coders), f"{found.both:,}", f"{found.only_first:,}", f"{found.only_second:,}",
         *figure_cells(found.f1)[:2])
        for found in report.identification
    ]  # fmt: skip
    if len(rows) > 1:
        rows.append(("mean of the pairs", "", "", "", *figure_cells(report.identification_f1)[:2]))
    note = (
        "Is it an event, and the same? Rows are paired within an article by optimal assignment; a pair is one event "
        f"if two of event type, day and place agree. Intervals: {report.level:.0%} bootstrap over articles."
    )
    header = ("coders", "both", "only the first", "only the second", "F1", "interval")
    return Table("Event identification", header, tuple(rows), frozenset(range(1, 6)), note)


def _variables_table(report: AgreementReport) -> Table:
    kappa = "cohen_kappa" if len(report.coders) == 2 else "fleiss_kappa"
    header = ("variable", "level", "units", "agree", kappa.replace("_", " ").capitalize(), "alpha", "alpha interval")
    rows = tuple(_variable_row(found, kappa) for found in report.variables)
    note = (
        "Agree: share of equal pairs. Alpha: Krippendorff's, for the level of measurement; his advice is to rely on "
        "0.800 and above and to draw tentative conclusions from 0.667. A dash: not defined, as without variation."
    )
    return Table("Cells of the events that two coders or more have", header, rows, frozenset(range(2, 7)), note)


def _variable_row(found: Reliability, kappa: str) -> tuple[str, ...]:
    measures = (found.measures.get(name, _NO_MEASURE) for name in ("percent", kappa, "alpha"))
    percent, middle, alpha = map(figure_cells, measures)
    return (found.variable, found.level, f"{found.units:,}", percent[0], middle[0], *alpha[:2])


def _disagreements_table(report: AgreementReport) -> Table:
    rows = tuple(_disagreement_row(found) for found in report.disagreements)
    return Table("Disagreements", ("article", "variable", *report.coders), rows)


def _disagreement_row(found: Disagreement) -> tuple[str, ...]:
    return (found.article_id, found.variable, *(value or "(empty)" for value in found.values))
