"""Scoring predicted rows against a gold standard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from eventbook.validation.scoring.cells import text_of
from eventbook.validation.scoring.intervals import Measure, Resampling
from eventbook.validation.scoring.measures import score_counts
from eventbook.validation.scoring.misses import Confusion, Miss, confusion, list_misses
from eventbook.validation.scoring.outcomes import (
    COUNTS,
    Outcome,
    count_documents,
    count_gold_side,
    count_predicted_side,
    count_rows,
    outcomes_of,
)
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The scores of the rows with one value of `column` (`a+b` for two columns crossed)."""

    column: str
    label: str
    gold_rows: int
    predicted_rows: int
    measures: dict[str, Measure]


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """Scores with intervals, confusion matrices and misses.

    `unscored_rows` are predicted rows of articles that the gold standard does not hold; they count nowhere.
    """

    articles: int
    gold_rows: int
    predicted_rows: int
    unscored_rows: int
    level: float
    measures: dict[str, Measure]
    groups: tuple[GroupScore, ...]
    confusions: tuple[Confusion, ...]
    misses: tuple[Miss, ...]


def score_rows(
    gold: Iterable[CodedArticle],
    predicted: Iterable[CodedArticle],
    *,
    scheme: ScoreScheme,
    by: Sequence[str] = (),
    resampling: Resampling | None = None,
) -> ScoreReport:
    """Score predicted articles against gold articles.

    Rows are paired within an article by optimal assignment. A required gold row is found leniently when its
    event type agrees and its day (within 1) or place (within 50 km) does, strictly when both do. Optional gold
    rows are neither hit nor error; alternatives count as right. Intervals draw articles with replacement.
    `by` names columns to break the event scores down by; `a+b` crosses two. Raises ValueError without gold.
    """
    resampling = resampling or Resampling()
    articles = list(gold)
    scheme = learn_types(scheme, articles)
    found = {article.article_id: article for article in predicted}
    outcomes = outcomes_of(articles, found, scheme=scheme)
    counts = count_documents(articles, found) + count_rows(len(articles), outcomes)
    scored = sum(len(found[article.article_id].rows) for article in articles if article.article_id in found)
    confused = [name for name in (scheme.event_type, scheme.sub_event_type, *scheme.categories) if name]
    return ScoreReport(
        articles=len(articles),
        gold_rows=sum(row.required for article in articles for row in article.rows),
        predicted_rows=scored,
        unscored_rows=sum(len(article.rows) for article in found.values()) - scored,
        level=resampling.level,
        measures=score_counts(counts, scheme=scheme, resampling=resampling),
        groups=tuple(
            group
            for column in by
            for group in _group_scores(column, len(articles), outcomes, scheme, resampling)
        ),
        confusions=tuple(confusion(outcomes, column) for column in confused),
        misses=list_misses(outcomes, scheme=scheme),
    )


def learn_types(scheme: ScoreScheme, gold: Sequence[CodedArticle]) -> ScoreScheme:
    """The scheme with the event type of every sub-event type seen in gold rows; what it knew already stands."""
    if not (scheme.event_type and scheme.sub_event_type):
        return scheme
    learnt: dict[str, str] = {}
    for article in gold:
        for row in article.rows:
            kind, type_ = (text_of(row.values.get(name)) for name in (scheme.sub_event_type, scheme.event_type))
            if kind and type_:
                learnt.setdefault(kind, type_)
    return replace(scheme, type_of={**learnt, **scheme.type_of})


def _group_scores(
    column: str, n_articles: int, outcomes: Sequence[Outcome], scheme: ScoreScheme, resampling: Resampling
) -> list[GroupScore]:
    """Gold rows count under their own value; false rows under the value that was predicted."""
    import numpy as np

    counts: dict[str, np.ndarray[tuple[int, int], np.dtype[np.float64]]] = {}
    gold_rows: dict[str, int] = {}
    predicted_rows: dict[str, int] = {}

    def label_of(row: CodedRow) -> str:
        return " + ".join(text_of(row.values.get(name)) or "(empty)" for name in column.split("+"))

    for outcome in outcomes:
        own = label_of(outcome.gold) if outcome.gold else None
        if outcome.gold and own is not None:
            counts.setdefault(own, np.zeros((n_articles, len(COUNTS))))[outcome.article] += count_gold_side(outcome)
            gold_rows[own] = gold_rows.get(own, 0) + outcome.gold.required
        if outcome.predicted:
            label = own if own is not None and outcome.matched else label_of(outcome.predicted)
            table = counts.setdefault(label, np.zeros((n_articles, len(COUNTS))))
            table[outcome.article] += count_predicted_side(outcome)
            predicted_rows[label] = predicted_rows.get(label, 0) + 1
    return [
        GroupScore(
            column=column,
            label=label,
            gold_rows=gold_rows.get(label, 0),
            predicted_rows=predicted_rows.get(label, 0),
            measures=score_counts(counts[label], scheme=scheme, resampling=resampling, documents=False),
        )
        for label in sorted(counts)
    ]
