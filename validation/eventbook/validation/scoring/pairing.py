"""Pairing the rows of two coders within an article by the assignment that maximises agreement."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventbook.validation.scoring.compare import Comparison, compare_rows
from eventbook.validation.scoring.records import CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

# What an agreeing part weighs in the assignment: kind first, then day and place, then the rest.
WEIGHTS = {
    "event_type": 4,
    "sub_event_type": 2,
    "day_near": 2,
    "day": 1,
    "place_far": 2,
    "place": 1,
    "deaths": 1,
    "categories": 1,
}
# Breaks ties in favour of a row that must be found.
_REQUIRED_BONUS = 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """Row `gold` of the one coder and row `predicted` of the other, as indices, with how they agree."""

    gold: int
    predicted: int
    comparison: Comparison


def weigh(comparison: Comparison) -> int:
    """The agreement of two rows as one number, 0 to 14."""
    return sum(weight for part, weight in WEIGHTS.items() if getattr(comparison, part))


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of the assignment with the greatest total weight."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def pair_rows(
    gold: Sequence[CodedRow], predicted: Sequence[CodedRow], *, scheme: ScoreScheme
) -> tuple[Pair, ...]:
    """Pair as many rows as the shorter side has; a pair need not be a match (see `Comparison.lenient`)."""
    if not gold or not predicted:
        return ()
    grid = [[compare_rows(one, other, scheme=scheme) for other in predicted] for one in gold]
    weights = [
        [weigh(comparison) + _REQUIRED_BONUS * row.required for comparison in line]
        for row, line in zip(gold, grid, strict=True)
    ]
    return tuple(Pair(row, column, grid[row][column]) for row, column in assign(weights))
