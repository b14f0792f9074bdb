"""The list of misses, for the study of errors, and the confusion matrices."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from eventbook.validation.scoring.cells import describe_row, text_of
from eventbook.validation.scoring.compare import FIELDS
from eventbook.validation.scoring.outcomes import Outcome
from eventbook.validation.scoring.records import CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

NOTHING = "(no row)"


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: a missed row, a false row or a wrong cell; the quote is the gold row's, or the false row's."""

    kind: str
    article_id: str
    column: str
    expected: str
    got: str
    quote: str
    origin: str


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each value (expected, got) of a column met, most frequent first; `(no row)` where one is alone."""

    column: str
    cells: tuple[tuple[str, str, int], ...]

    def labels(self) -> tuple[str, ...]:
        """All values in alphabetical order, `(no row)` last."""
        found = {label for expected, got, _ in self.cells for label in (expected, got)} - {NOTHING}
        return (*sorted(found), NOTHING)


def list_misses(outcomes: Iterable[Outcome], *, scheme: ScoreScheme) -> tuple[Miss, ...]:
    """Every missed gold row, false row and wrong cell, in the order of the gold articles."""
    misses: list[Miss] = []
    for outcome in outcomes:
        if outcome.matched:
            misses.extend(_wrong_cells(outcome, scheme))
        else:
            misses.extend(_lost_rows(outcome, scheme))
    return tuple(misses)


def _lost_rows(outcome: Outcome, scheme: ScoreScheme) -> Iterable[Miss]:
    gold, predicted, columns = outcome.gold, outcome.predicted, scheme.columns()
    nearest = f"nearest: {describe_row(predicted.values, columns)}" if gold and predicted else ""
    if gold and gold.required:
        expected = describe_row(gold.values, columns)
        yield Miss("missed row", outcome.article_id, "", expected, nearest, gold.quote, gold.origin)
    if predicted:
        got = describe_row(predicted.values, columns)
        yield Miss("false row", outcome.article_id, "", "", got, predicted.quote, predicted.origin)


def _wrong_cells(outcome: Outcome, scheme: ScoreScheme) -> Iterable[Miss]:
    gold, predicted = outcome.gold, outcome.predicted
    if gold is None or predicted is None or not gold.required:
        return
    for name in FIELDS:
        if not getattr(outcome.comparison, name):
            columns = field_columns(scheme, name)
            expected = " or ".join(_choices(gold, columns))
            got = describe_row(predicted.values, columns)
            yield Miss("wrong cell", outcome.article_id, name, expected, got, gold.quote, gold.origin)


def _choices(gold: CodedRow, columns: tuple[str, ...]) -> list[str]:
    """The gold cells, then the alternatives of each column."""
    texts = [describe_row(gold.values, columns)]
    for column in columns:
        texts += [text_of(option) or "(empty)" for option in gold.alternatives.get(column, ())]
    return list(dict.fromkeys(texts))


def field_columns(scheme: ScoreScheme, name: str) -> tuple[str, ...]:
    """The columns behind a field of the score."""
    if name == "place":
        return tuple(column for column in (scheme.location, scheme.latitude, scheme.longitude) if column)
    columns = getattr(scheme, name)
    return columns if isinstance(columns, tuple) else (columns,) if columns else ()


def confusion(outcomes: Iterable[Outcome], column: str) -> Confusion:
    """The confusion matrix of a column over pairs that agree on day or place, whatever their event types.

    An accepted alternative counts as the gold value. Optional gold rows are left out.
    """
    cells: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        gold, predicted, comparison = outcome.gold, outcome.predicted, outcome.comparison
        together = comparison is not None and (comparison.day_near or comparison.place_far)
        if gold and not gold.required and together:
            continue
        if gold and predicted and together:
            expected, got = text_of(gold.values.get(column)), text_of(predicted.values.get(column))
            accepted = {text_of(option) for option in gold.options(column)}
            cells[expected, expected if got in accepted else got] += 1
            continue
        if gold and gold.required:
            cells[text_of(gold.values.get(column)), NOTHING] += 1
        if predicted:
            cells[NOTHING, text_of(predicted.values.get(column))] += 1
    ordered = sorted(cells.items(), key=lambda item: (-item[1], item[0]))
    return Confusion(column, tuple((expected, got, count) for (expected, got), count in ordered))
