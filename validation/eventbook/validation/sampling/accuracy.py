"""The share of a dataset's rows that are right, estimated from a sample that a person has checked."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eventbook.validation.sampling.margins import exact_interval
from eventbook.validation.sampling.reviews import Review, Reviews

_HOW = {"random": "at random", "stratified": "by strata", "least-confident": "as the least confident"}


@dataclass(frozen=True, slots=True)
class Share:
    """An estimated share of right rows, or cells, with its interval; `wrong` of the reviewed ones were wrong."""

    share: float
    low: float
    high: float
    wrong: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What a reviewed sample tells.

    `rows` is the share of rows that are right in every cell, `columns` the same of single columns, empty where a wrong
    row does not name its columns. The estimate is of `covered` rows out of `dataset_rows`; both are None where the
    file does not say how it was drawn.
    """

    rows: Share
    columns: Mapping[str, Share]
    level: float
    how: str
    reviewed: int
    drawn: int
    covered: int | None
    dataset_rows: int | None
    dataset_version: str
    notes: tuple[str, ...]

    def sentence(self) -> str:
        """The estimate in one sentence, for a page or a release."""
        good = f"{self.rows.share:.1%} are right in every cell"
        if self.covered == self.reviewed == self.dataset_rows:
            return f"All {self.reviewed:,} rows were checked by hand: {good}."
        of = "Of the rows" if self.covered is None else f"Of the {self.covered:,} rows"
        if self.covered != self.dataset_rows:
            of += f" that were drawn from, out of {self.dataset_rows:,},"
        return (
            f"{of} an estimated {good} ({self.level:.0%} interval {self.rows.low:.1%} to {self.rows.high:.1%}; "
            f"{self.reviewed:,} rows checked by hand, drawn {self.how})."
        )

    def to_json(self) -> dict[str, Any]:
        """The estimate as plain values."""
        return asdict(self) | {"sentence": self.sentence()}


@dataclass(frozen=True, slots=True)
class _Stratum:
    """Checked rows of one stratum: which, its part of the dataset, and what a spread of 1 adds to the variance."""

    members: tuple[int, ...]
    part: float
    doubt: float


def estimate_accuracy(reviews: Reviews, *, level: float = 0.95) -> Accuracy:
    """The share of right rows, and of right cells of each column, with intervals.

    Each stratum counts by the rows that it has in the dataset (stratified estimator, Cochran 1977, chapter 5), with
    the finite population correction: a stratum that was checked whole adds no doubt. The interval is that of Korn and
    Graubard (1998): Clopper and Pearson's with the effective size, here never larger than what the weights alone give.
    Drawn rows without a verdict count as left out at random. Raises ValueError where no row has a verdict.
    """
    done = [review for review in reviews.rows if review.right is not None]
    if not done:
        raise ValueError("no row has a verdict")
    sizes = {review.stratum: review.stratum_rows for review in done}
    covered = None if None in sizes.values() else sum(size or 0 for size in sizes.values())
    strata = _strata(done, covered)
    named = all(review.right or review.wrong_columns for review in done)
    columns = {
        column: _share([column not in review.wrong_columns for review in done], strata, level)
        for column in (reviews.columns if named else ())
    }
    return Accuracy(
        rows=_share([bool(review.right) for review in done], strata, level), columns=columns, level=level,
        how=" and ".join(_HOW.get(way, way) for way in sorted({review.drawn_by or "random" for review in done})),
        reviewed=len(done), drawn=len(reviews.rows), covered=covered,
        dataset_rows=None if covered is None else reviews.dataset_rows or covered,
        dataset_version=reviews.dataset_version, notes=tuple(_notes(reviews, done, covered, named)),
    )  # fmt: skip


def _strata(done: Sequence[Review], covered: int | None) -> list[_Stratum]:
    members: dict[str, list[int]] = {}
    for place, review in enumerate(done):
        members.setdefault(review.stratum, []).append(place)
    strata = []
    for places in members.values():
        size, count = done[places[0]].stratum_rows, len(places)
        part = size / covered if size and covered else count / len(done)
        unchecked = 1 - count / size if size else 1.0
        strata.append(_Stratum(tuple(places), part, part**2 * unchecked / count))
    return strata


def _share(right: Sequence[bool], strata: Sequence[_Stratum], level: float) -> Share:
    wrong = len(right) - sum(right)
    inside = [sum(right[place] for place in stratum.members) / len(stratum.members) for stratum in strata]
    share = sum(stratum.part * mine for stratum, mine in zip(strata, inside, strict=True))
    if wrong in {0, len(right)}:
        share = float(wrong == 0)  # free of rounding
    pooled = sum(stratum.doubt for stratum in strata)
    if pooled == 0:
        return Share(share, share, share, wrong)  # every row was checked
    spread = share * (1 - share)
    variance = sum(
        stratum.doubt * (mine * (1 - mine) if len(stratum.members) > 1 else spread)  # one row tells no spread
        for stratum, mine in zip(strata, inside, strict=True)
    )
    effective = spread / max(pooled * spread, variance) if spread else 1 / pooled
    low, high = exact_interval(share, effective, level=level)
    return Share(share, low, high, wrong)


def _notes(reviews: Reviews, done: Sequence[Review], covered: int | None, named: bool) -> list[str]:
    notes = []
    missing = len(reviews.rows) - len(done)
    if missing:
        notes.append(f"{missing:,} of {len(reviews.rows):,} drawn rows have no verdict yet")
    if covered is None:
        notes.append("the file does not say how its rows were drawn; they count as drawn at random from many")
    elif reviews.dataset_rows and covered < reviews.dataset_rows:
        notes.append(
            f"nothing was checked of {reviews.dataset_rows - covered:,} other rows of the dataset; draw with "
            "--how mix, stratified or random for an estimate of all"
        )
    if not named:
        unnamed = sum(not (review.right or review.wrong_columns) for review in done)
        notes.append(f"{unnamed:,} wrong rows do not name their wrong_columns, so that no column has an estimate")
    return notes
