"""What became of every gold row and every predicted row, and the counts that follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eventbook.validation.scoring.compare import FIELDS, Comparison
from eventbook.validation.scoring.intervals import Floats
from eventbook.validation.scoring.pairing import pair_rows
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

DOCUMENT = ("document_hit", "document_false", "document_missed")
LENIENT = ("lenient_hit", "lenient_false", "lenient_missed")
STRICT = ("strict_hit", "strict_false", "strict_missed")
COUNTS = (*DOCUMENT, *LENIENT, *STRICT, "required", "right", *FIELDS)
_AT = {name: index for index, name in enumerate(COUNTS)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair of rows of one article, or a row left alone; `article` is an index."""

    article: int
    article_id: str
    gold: CodedRow | None
    predicted: CodedRow | None
    comparison: Comparison | None

    @property
    def matched(self) -> bool:
        """Whether the pair is a lenient match."""
        return self.comparison is not None and self.comparison.lenient


def outcomes_of(
    gold: Sequence[CodedArticle], predicted: Mapping[str, CodedArticle], *, scheme: ScoreScheme
) -> list[Outcome]:
    """Every row of the gold articles and of the predictions for them, each in exactly one outcome."""
    return [
        outcome
        for index, article in enumerate(gold)
        for outcome in _article_outcomes(index, article, predicted.get(article.article_id), scheme)
    ]


def _article_outcomes(
    index: int, article: CodedArticle, found: CodedArticle | None, scheme: ScoreScheme
) -> Iterable[Outcome]:
    rows = found.rows if found else ()
    pairs = pair_rows(article.rows, rows, scheme=scheme)
    partner = {pair.gold: pair for pair in pairs}
    taken = {pair.predicted for pair in pairs}
    for position, row in enumerate(article.rows):
        pair = partner.get(position)
        other, comparison = (rows[pair.predicted], pair.comparison) if pair else (None, None)
        yield Outcome(index, article.article_id, row, other, comparison)
    for position, row in enumerate(rows):
        if position not in taken:
            yield Outcome(index, article.article_id, None, row, None)


def count_gold_side(outcome: Outcome) -> Floats:
    """Counts (len(COUNTS),) that belong to the outcome's gold row: hits, misses and right cells."""
    counts = np.zeros(len(COUNTS))
    comparison = outcome.comparison
    if outcome.gold is None or not outcome.gold.required:
        return counts
    counts[_AT["required"]] = 1
    strict = comparison is not None and comparison.strict
    counts[_AT["strict_hit" if strict else "strict_missed"]] = 1
    counts[_AT["lenient_hit" if outcome.matched else "lenient_missed"]] = 1
    if comparison is not None and outcome.matched:
        counts[_AT["right"]] = comparison.row_right
        for name in FIELDS:
            counts[_AT[name]] = getattr(comparison, name)
    return counts


def count_predicted_side(outcome: Outcome) -> Floats:
    """Counts (len(COUNTS),) that belong to the outcome's predicted row: whether it is a false one."""
    counts = np.zeros(len(COUNTS))
    if outcome.predicted is not None:
        counts[_AT["lenient_false"]] = not outcome.matched
        counts[_AT["strict_false"]] = outcome.comparison is None or not outcome.comparison.strict
    return counts


def count_documents(gold: Sequence[CodedArticle], predicted: Mapping[str, CodedArticle]) -> Floats:
    """Counts (n_articles, len(COUNTS)) of the document measure alone.

    An article whose gold rows are all optional is neither a hit nor an error.
    """
    counts = np.zeros((len(gold), len(COUNTS)))
    for index, article in enumerate(gold):
        found = predicted.get(article.article_id)
        has_rows = bool(found and found.rows)
        if any(row.required for row in article.rows):
            counts[index, _AT["document_hit" if has_rows else "document_missed"]] = 1
        elif not article.rows:
            counts[index, _AT["document_false"]] = has_rows
    return counts


def count_rows(n_articles: int, outcomes: Iterable[Outcome]) -> Floats:
    """Counts (n_articles, len(COUNTS)) of the rows."""
    counts = np.zeros((n_articles, len(COUNTS)))
    for outcome in outcomes:
        counts[outcome.article] += count_gold_side(outcome) + count_predicted_side(outcome)
    return counts


def column_of(counts: Floats, name: str) -> Floats:
    """One count out of an array whose last axis is COUNTS."""
    return np.asarray(counts[..., _AT[name]])
