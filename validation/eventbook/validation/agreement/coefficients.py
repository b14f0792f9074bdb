"""Percent agreement, Cohen's kappa, Fleiss' kappa and Krippendorff's alpha, for many weightings at once.

Every function takes `weights` of shape (r, n_units), how often each unit counts (None: each once), and gives
figures of shape (r,), NaN where the figure is not defined, as for values without any variation.
"""

from typing import Any

import numpy as np

from eventbook.validation.agreement.ratings import MISSING, Flags, Floats, Level, Ratings


def percent_agreement(ratings: Ratings, *, weights: Floats | None = None) -> Floats:
    """The mean over units of the share of coder pairs that agree; units with one coder are left out."""
    said = ratings.said()
    paired = said >= 2
    agreeing = _squares(ratings.counts(paired)) - said * paired
    pairs = said * (said - 1)
    shares = np.divide(agreeing, pairs, out=np.zeros(len(said)), where=paired)
    drawn = _weights(weights, len(said))
    return _ratio(drawn @ shares, drawn @ paired.astype(np.float64))


def cohen_kappa(ratings: Ratings, *, weights: Floats | None = None) -> Floats:
    """Cohen's kappa of two coders over the units that both coded (Cohen 1960).

    Raises ValueError unless there are two coders.
    """
    if ratings.codes.shape[1] != 2:
        raise ValueError(f"Cohen's kappa compares 2 coders, not {ratings.codes.shape[1]}")
    both = (ratings.codes != MISSING).all(axis=1)
    same = both & (ratings.codes[:, 0] == ratings.codes[:, 1])
    drawn = _weights(weights, len(both))
    first, second = (drawn @ _one_coder(ratings, position).counts(both) for position in (0, 1))
    total = drawn @ both.astype(np.float64)
    observed = _ratio(drawn @ same.astype(np.float64), total)
    chance = _ratio((first * second).sum(axis=1), total**2)
    return _ratio(observed - chance, 1 - chance)


def fleiss_kappa(ratings: Ratings, *, weights: Floats | None = None) -> Floats:
    """Fleiss' kappa over the units that all coders coded (Fleiss 1971).

    Raises ValueError with fewer than two coders.
    """
    n_coders = ratings.codes.shape[1]
    if n_coders < 2:
        raise ValueError(f"Fleiss' kappa needs 2 coders, not {n_coders}")
    complete: Flags = (ratings.codes != MISSING).all(axis=1)
    counts = ratings.counts(complete)
    drawn = _weights(weights, len(complete))
    total = drawn @ complete.astype(np.float64)
    agreeing = (_squares(counts) - n_coders * complete) / (n_coders * (n_coders - 1))
    observed = _ratio(drawn @ agreeing, total)
    chance = _ratio(((drawn @ counts) ** 2).sum(axis=1), (total * n_coders) ** 2)
    return _ratio(observed - chance, 1 - chance)


def krippendorff_alpha(ratings: Ratings, *, level: Level, weights: Floats | None = None) -> Floats:
    """Krippendorff's alpha for any number of coders, with missing values (Krippendorff 2011).

    alpha = 1 - observed / expected disagreement, over the values of units that two coders or more coded.
    `level` is the level of measurement: nominal, ordinal, interval, or ratio (values above 0, or 0).
    """
    said = ratings.said()
    paired = said >= 2
    counts = ratings.counts(paired)
    drawn = _weights(weights, len(said))
    totals = np.asarray(drawn @ counts)
    share = np.divide(drawn, said - 1, out=np.zeros(drawn.shape), where=paired)
    if level == "ordinal":  # ranks follow from how often each value was drawn
        ranks = np.cumsum(totals, axis=1) - totals / 2
        gaps = _square_gaps(said[:, None], counts @ ranks.T, counts @ (ranks**2).T)
        within = np.einsum("ru,ur->r", share, gaps)
        between = _square_gaps(totals.sum(axis=1), (totals * ranks).sum(axis=1), (totals * ranks**2).sum(axis=1))
    elif level == "interval":
        scale = ratings.scale - ratings.scale.mean() if len(ratings.scale) else ratings.scale
        within = share @ _square_gaps(said, counts @ scale, counts @ scale**2)
        between = _square_gaps(totals.sum(axis=1), totals @ scale, totals @ scale**2)
    elif level == "nominal":
        within = share @ (np.asarray(counts.sum(axis=1)) ** 2 - _squares(counts))
        between = totals.sum(axis=1) ** 2 - (totals**2).sum(axis=1)
    else:
        gaps = _ratio_differences(ratings.scale)
        within = share @ np.asarray(counts.multiply(counts @ gaps).sum(axis=1))
        between = ((totals @ gaps) * totals).sum(axis=1)
    return 1 - _ratio(within * (totals.sum(axis=1) - 1), between)


def _square_gaps(number: Floats, total: Floats, squares: Floats) -> Floats:
    """The sum over all ordered pairs of squared differences, from the values' number, sum and sum of squares."""
    return np.asarray(2 * np.maximum(number * squares - total**2, 0))  # rounding may leave less than nothing


def _ratio_differences(scale: Floats) -> Floats:
    """((a - b) / (a + b)) squared for all values, 0 for two zeros."""
    gaps, sums = scale[:, None] - scale[None, :], scale[:, None] + scale[None, :]
    return np.asarray(np.divide(gaps, sums, out=np.zeros(gaps.shape), where=sums > 0) ** 2)


def _squares(counts: Any) -> Floats:
    """The sum of squares in each row of a sparse array."""
    return np.asarray(counts.power(2).sum(axis=1))


def _one_coder(ratings: Ratings, position: int) -> Ratings:
    return Ratings(ratings.codes[:, position : position + 1], ratings.values, ratings.scale)


def _weights(weights: Floats | None, n_units: int) -> Floats:
    return np.ones((1, n_units)) if weights is None else weights


def _ratio(part: Floats, whole: Floats) -> Floats:
    """part / whole, NaN where the whole is 0 but for rounding."""
    return np.asarray(np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 1e-12))
