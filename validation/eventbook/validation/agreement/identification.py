"""Do the coders see the same events, and where do they differ?"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from eventbook.validation.agreement.ratings import Floats
from eventbook.validation.agreement.units import Unit
from eventbook.validation.agreement.variables import Variable
from eventbook.validation.scoring.cells import describe_row, text_of
from eventbook.validation.scoring.intervals import Measure, Resampling, bootstrap, to_measures
from eventbook.validation.scoring.measures import share
from eventbook.validation.scoring.scheme import ScoreScheme

NOTHING = "(no row)"


@dataclass(frozen=True, slots=True)
class Identification:
    """Events that two coders both have, of those that either has; `f1` is twice both over the sum of rows."""

    coders: tuple[str, str]
    both: int
    only_first: int
    only_second: int
    f1: Measure


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One event or cell that the coders see differently; `values` in the order of the coders."""

    article_id: str
    variable: str
    values: tuple[str, ...]


def identify(
    names: Sequence[str], units: Sequence[Unit], n_articles: int, resampling: Resampling
) -> tuple[tuple[Identification, ...], Measure]:
    """F1 of having the same events for every pair of coders, and their mean."""
    pairs = list(combinations(range(len(names)), 2))
    counts = np.zeros((n_articles, len(pairs), 3))  # both, only the first, only the second
    for unit in units:
        for at, (one, other) in enumerate(pairs):
            first, second = unit.rows[one], unit.rows[other]
            if first and second:
                counts[unit.article, at, 0] += 1
            elif (first and first.required) or (second and second.required):
                counts[unit.article, at, 1 if first else 2] += 1

    def figures(weights: Floats) -> Floats:
        both, first, second = np.moveaxis(np.tensordot(weights, counts, axes=1), -1, 0)
        f1 = share(2 * both, 2 * both + first + second)
        return np.concatenate([f1, f1.mean(axis=-1, keepdims=True)], axis=-1)

    totals = counts.sum(axis=0)
    bases = np.append(totals.sum(axis=1), totals.sum())
    *each, overall = to_measures(*bootstrap(n_articles, figures, resampling=resampling), bases)
    found = tuple(
        Identification((names[one], names[other]), int(row[0]), int(row[1]), int(row[2]), measure)
        for (one, other), row, measure in zip(pairs, totals, each, strict=True)
    )
    return found, overall


def list_disagreements(
    units: Sequence[Unit], variables: Sequence[Variable], scheme: ScoreScheme
) -> tuple[Disagreement, ...]:
    """Events that some coder lacks, and the cells that differ, in the order of the articles."""
    found = []
    for position, unit in enumerate(units):
        if None in unit.rows:
            texts = tuple(describe_row(row.values, scheme.columns()) if row else NOTHING for row in unit.rows)
            found.append(Disagreement(unit.article_id, "event", texts))
        for variable in variables:
            if len({cell for cell in variable.cells[position] if cell is not None}) > 1:
                shown = tuple(text_of(row.values.get(variable.name)) if row else NOTHING for row in unit.rows)
                found.append(Disagreement(unit.article_id, variable.name, shown))
    return tuple(found)
