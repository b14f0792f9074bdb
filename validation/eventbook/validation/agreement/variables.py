"""The variables that coders are compared on, and the coefficients of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eventbook.validation.agreement.coefficients import (
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
)
from eventbook.validation.agreement.ratings import Floats, Level, Ratings, encode
from eventbook.validation.agreement.units import Coder, Unit
from eventbook.validation.scoring.cells import day_of, number_of, text_of
from eventbook.validation.scoring.intervals import Measure, Resampling, bootstrap, to_measures

CODABLE, ROWS_PER_ARTICLE = "article codable", "rows per article"
Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Variable:
    """What is compared: for every unit the coders' values, and the index of the unit's article."""

    name: str
    level: Level
    cells: Sequence[Sequence[Cell]]
    articles: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the coders agree on one variable. `units` were judged by two coders or more.

    `measures`: percent, alpha, and cohen_kappa for two coders or fleiss_kappa for more; a value of None says
    that the coefficient is not defined, as where all units have one value.
    """

    variable: str
    level: Level
    units: int
    measures: Mapping[str, Measure]


def column_variable(units: Sequence[Unit], column: str, level: str | None) -> Variable:
    """A column over the units; a row's empty cell is a value of its own among words, and no number.

    Raises ValueError for a word in a column that is compared as numbers.
    """
    measured = _level(level)
    cells = [
        tuple(_cell(row.values.get(column), column, measured) if row else None for row in unit.rows) for unit in units
    ]
    return Variable(column, measured, cells, np.array([unit.article for unit in units], dtype=np.int64))


def article_variables(codings: Sequence[Coder], article_ids: Sequence[str]) -> list[Variable]:
    """Unitising at the level of the article: is anything codable in it, and how many rows."""
    counts = [[len(coding[one].rows) if one in coding else 0 for coding in codings] for one in article_ids]
    every = np.arange(len(article_ids))
    return [
        Variable(CODABLE, "nominal", [["yes" if count else "no" for count in row] for row in counts], every),
        Variable(ROWS_PER_ARTICLE, "interval", [[float(count) for count in row] for row in counts], every),
    ]


def reliabilities(
    variables: Sequence[Variable], *, n_coders: int, n_articles: int, resampling: Resampling
) -> tuple[Reliability, ...]:
    """The coefficients of each variable, with intervals by article; all are computed on the same draws."""
    coded = [encode(variable.cells, n_coders=n_coders) for variable in variables]
    statistics = [{"percent": percent_agreement, **_kappa(ratings)} for ratings in coded]
    figures = [_figures(*parts) for parts in zip(coded, variables, statistics, strict=True)]
    units = [int((ratings.said() >= 2).sum()) for ratings in coded]
    bases = np.repeat(np.array(units, dtype=np.float64), [len(one) + 1 for one in statistics])

    def all_figures(weights: Floats) -> Floats:
        return np.concatenate([one(weights) for one in figures], axis=-1)

    measures = iter(to_measures(*bootstrap(n_articles, all_figures, resampling=resampling), bases))
    return tuple(
        Reliability(variable.name, variable.level, number, {name: next(measures) for name in (*names, "alpha")})
        for variable, number, names in zip(variables, units, statistics, strict=True)
    )


def _kappa(ratings: Ratings) -> dict[str, Callable[..., Floats]]:
    return {"cohen_kappa": cohen_kappa} if ratings.codes.shape[1] == 2 else {"fleiss_kappa": fleiss_kappa}


def _figures(
    ratings: Ratings, variable: Variable, statistics: Mapping[str, Callable[..., Floats]]
) -> Callable[[Floats], Floats]:
    """The coefficients as a function of how often each article was drawn."""

    def figures(weights: Floats) -> Floats:
        drawn = weights[:, variable.articles]
        values = [statistic(ratings, weights=drawn) for statistic in statistics.values()]
        return np.stack([*values, krippendorff_alpha(ratings, level=variable.level, weights=drawn)], axis=-1)

    return figures


def _level(level: str | None) -> Level:
    match level:
        case "ordinal" | "interval" | "ratio":
            return level
        case _:
            return "nominal"


def _cell(value: object, column: str, level: Level) -> Cell:
    text = text_of(value).strip()
    if level == "nominal":
        return text
    number = number_of(value)
    if number is None and (day := day_of(value)):
        return float(day.toordinal())
    if number is None and text:
        raise ValueError(f"column {column!r} holds {text!r}, which has no {level} scale; compare it as nominal")
    return number
