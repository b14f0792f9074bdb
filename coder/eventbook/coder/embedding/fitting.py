"""Multinomial logistic regression with a ridge, and the temperature that makes its scores honest."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from eventbook.coder.embedding.weights import Floats

Labels = NDArray[np.int64]
MAX_STEPS = 200
FOLDS = 5


def fit_logistic(features: Floats, labels: Labels, classes: int, *, ridge: float, weights: Floats) -> Floats:
    """Weights (features + 1, classes), the bias in the last row. `ridge` is the weight of half the squared norm."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    matrix: Any = csr_matrix(features.astype(np.float64))
    turned: Any = csr_matrix(matrix.T)
    target = np.zeros((len(labels), classes))
    target[np.arange(len(labels)), labels] = 1
    width = features.shape[1]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        parameters = flat.reshape(width + 1, classes)
        scores = log_softmax(matrix @ parameters[:-1] + parameters[-1])
        errors = (np.exp(scores) - target) * weights[:, None]
        gradient = np.vstack([turned @ errors + ridge * parameters[:-1], errors.sum(axis=0)])
        value = -(weights * (scores * target).sum(axis=1)).sum() + ridge / 2 * (parameters[:-1] ** 2).sum()
        return float(value), gradient.ravel()

    start = np.zeros((width + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MAX_STEPS})
    return np.asarray(found.x.reshape(width + 1, classes), dtype=np.float32)


def balance(labels: Labels, classes: int) -> Floats:
    """A weight for each row: classes count by the root of their size; the mean is 1."""
    sizes = np.bincount(labels, minlength=classes).clip(min=1)
    weights = ((1 / sizes) ** 0.5)[labels]
    return np.asarray(weights / weights.mean(), dtype=np.float32)


def fit_temperature(scores: NDArray[np.float64], labels: Labels) -> float:
    """The divisor of scores (n, classes) that makes the labels likeliest: below 1 sharpens."""
    from scipy.optimize import minimize_scalar

    def loss(logarithm: float) -> float:
        likelihood = log_softmax(scores / np.exp(logarithm))
        return float(-likelihood[np.arange(len(labels)), labels].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))


def folds(labels: Labels) -> Labels:
    """The fold of each row, 0 to `FOLDS` - 1: the rows of a class are dealt out in turn."""
    dealt = np.zeros(len(labels), dtype=np.int64)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        dealt[rows] = np.arange(len(rows)) % FOLDS
    return dealt


def log_softmax(scores: NDArray[Any]) -> NDArray[np.float64]:
    """Logarithms of probabilities, row by row."""
    shifted = scores.astype(np.float64) - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))
