"""The confidence of rows and cells held against a gold standard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eventbook.codebook.codebook import Codebook
from eventbook.validation.sampling.calibration import Calibration, calibration
from eventbook.validation.sampling.confidence import DECIDING, Confidences
from eventbook.validation.scoring.compare import FIELDS, Comparison
from eventbook.validation.scoring.misses import field_columns
from eventbook.validation.scoring.outcomes import outcomes_of
from eventbook.validation.scoring.records import CodedArticle
from eventbook.validation.scoring.scheme import ScoreScheme, scheme_of
from eventbook.validation.scoring.score import learn_types


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """Calibration of whole rows, of all cells together, and of the cells of each field.

    A row is right when it tells a gold event and all that the score looks at agrees; a row that tells none is wrong.
    Cells are judged where their row tells a gold event. None where nothing has a confidence. `without` counts rows
    that have none, `unscored` those of articles that the gold standard lacks.
    """

    articles: int
    rows: Calibration | None
    cells: Calibration | None
    fields: Mapping[str, Calibration]
    without: int
    unscored: int


def calibrate_rows(
    gold: Iterable[CodedArticle], predicted: Iterable[CodedArticle], *, codebook: Codebook, confidences: Confidences
) -> CalibrationReport:
    """Hold the confidence of predicted rows and cells against gold rows, which are paired as by `score_rows`.

    A row is as sure as the weakest of the cells that decide what the event is; a field as its weakest column. Rows
    that tell an optional gold event are judged like any other.
    """
    articles = list(gold)
    scheme = learn_types(scheme_of(codebook), articles)
    found = {article.article_id: article for article in predicted}
    deciding = [column.name for column in codebook.columns if column.source.startswith(DECIDING)]
    told: dict[str, list[tuple[float, bool]]] = {name: [] for name in ("row", *_fields(scheme))}
    without = 0
    for outcome in outcomes_of(articles, found, scheme=scheme):
        if outcome.predicted is None:
            continue
        sure = confidences(outcome.article_id, outcome.predicted)
        row = [sure[name] for name in deciding if name in sure] or [sure[name] for name in ("",) if name in sure]
        if not row:
            without += 1
            continue
        comparison = outcome.comparison if outcome.matched else None
        told["row"].append((min(row), comparison is not None and comparison.row_right))
        if comparison is not None:
            _judge_cells(told, sure, comparison, scheme)
    scored = sum(len(found[article.article_id].rows) for article in articles if article.article_id in found)
    return CalibrationReport(
        articles=len(articles), rows=_calibration(told["row"]),
        cells=_calibration([pair for name in _fields(scheme) for pair in told[name]]),
        fields={name: made for name in _fields(scheme) if (made := _calibration(told[name]))},
        without=without, unscored=sum(len(article.rows) for article in found.values()) - scored,
    )  # fmt: skip


def _fields(scheme: ScoreScheme) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if field_columns(scheme, name))


def _judge_cells(
    told: dict[str, list[tuple[float, bool]]], sure: Mapping[str, float], comparison: Comparison, scheme: ScoreScheme
) -> None:
    for name in _fields(scheme):
        cells = [sure[column] for column in field_columns(scheme, name) if column in sure]
        if cells:
            told[name].append((min(cells), bool(getattr(comparison, name))))


def _calibration(pairs: list[tuple[float, bool]]) -> Calibration | None:
    return calibration([sure for sure, _ in pairs], [right for _, right in pairs]) if pairs else None
