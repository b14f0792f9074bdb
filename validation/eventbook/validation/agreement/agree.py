"""Intercoder reliability of two or more codings of the same articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventbook.validation.agreement.identification import Disagreement, Identification, identify, list_disagreements
from eventbook.validation.agreement.ratings import Level
from eventbook.validation.agreement.units import Coder, Unit, units_of
from eventbook.validation.agreement.variables import Reliability, article_variables, column_variable, reliabilities
from eventbook.validation.scoring.intervals import Measure, Resampling
from eventbook.validation.scoring.records import CodedArticle
from eventbook.validation.scoring.scheme import ScoreScheme


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """Reliability by variable, event identification by pair of coders and over all pairs, disagreements."""

    coders: tuple[str, ...]
    articles: int
    rows: tuple[int, ...]
    level: float
    identification: tuple[Identification, ...]
    identification_f1: Measure
    variables: tuple[Reliability, ...]
    disagreements: tuple[Disagreement, ...]


def agree_rows(
    coders: Mapping[str, Iterable[CodedArticle]],
    *,
    scheme: ScoreScheme,
    columns: Sequence[str] | None = None,
    levels: Mapping[str, Level] | None = None,
    common: bool = False,
    resampling: Resampling | None = None,
) -> AgreementReport:
    """Compare the codings of two coders or more.

    coders: the coded articles by the coder's name. An article that a coder lacks counts as one in which he found
    nothing; with `common` only articles that all have are compared. columns: what to compare cell by cell
    (default: those of the scheme but coordinates, and the precision codes). levels: the level of measurement where
    not the scheme's. Optional rows that a coder lacks count neither way. Intervals draw articles with
    replacement. Raises ValueError for fewer than two coders, no articles, or cells that do not fit their level.
    """
    if len(coders) < 2:
        raise ValueError(f"agreement needs at least 2 coders, not {len(coders)}")
    codings: list[Coder] = [{article.article_id: article for article in found} for found in coders.values()]
    article_ids = _article_ids(codings, common=common)
    if not article_ids:
        raise ValueError("no articles to compare" + (" that all coders have" if common else ""))
    names = tuple(coders)
    resampling = resampling or Resampling()
    units = _without_optional(units_of(codings, article_ids, scheme=scheme))
    chosen = columns if columns is not None else default_columns(scheme, units)
    level_of = {**scheme.levels, **(levels or {})}
    variables = [column_variable(units, column, level_of.get(column)) for column in chosen]
    identification, overall = identify(names, units, len(article_ids), resampling)
    return AgreementReport(
        coders=names,
        articles=len(article_ids),
        rows=tuple(sum(unit.rows[n] is not None for unit in units) for n in range(len(names))),
        level=resampling.level,
        identification=identification,
        identification_f1=overall,
        variables=reliabilities(
            [*article_variables(codings, article_ids), *variables],
            n_coders=len(names),
            n_articles=len(article_ids),
            resampling=resampling,
        ),
        disagreements=list_disagreements(units, variables, scheme),
    )


def default_columns(scheme: ScoreScheme, units: Sequence[Unit]) -> tuple[str, ...]:
    """The scheme's columns but coordinates, and its precision codes as far as a row has them."""
    present = {column for unit in units for row in unit.rows if row for column in row.values}
    compared = [name for name in scheme.columns() if name not in (scheme.latitude, scheme.longitude)]
    return (*compared, *(name for name in scheme.precisions if name in present))


def _article_ids(codings: Sequence[Coder], *, common: bool) -> list[str]:
    every = list(dict.fromkeys(article_id for coding in codings for article_id in coding))
    return [one for one in every if not common or all(one in coding for coding in codings)]


def _without_optional(units: Sequence[Unit]) -> list[Unit]:
    """The units without those that somebody lacks and whose rows are all optional."""
    return [unit for unit in units if None not in unit.rows or any(row and row.required for row in unit.rows)]
