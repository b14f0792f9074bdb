"""The two layers of the network in plain NumPy: a maxout that is normalised, and the reading of its weights."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

PIECES = 3  # of each maxout in the embedding and the encoder
_EPSILON = np.float32(1e-8)  # thinc's, in the variance of a layer normalisation


@dataclass(frozen=True, slots=True)
class Maxout:
    """A normalised maxout: matrix (inputs, pieces x width), the pieces side by side; gain and shift (width,)."""

    matrix: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def finish(self, sums: Floats) -> Floats:
        """The largest piece of each unit of (n, pieces x width), of mean 0 and variance 1, scaled: (n, width)."""
        width = len(self.gain)
        sums += self.bias
        best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        np.maximum(best, sums[:, 2 * width :], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width)
        best /= np.sqrt(variance + _EPSILON)
        best *= self.gain
        best += self.shift
        return best

    def apply(self, inputs: Floats) -> Floats:
        """The layer's output for (n, inputs)."""
        return self.finish(inputs @ self.matrix)


def read_maxouts(model: Any) -> tuple[Maxout, ...]:
    """The maxouts of a thinc model in their order, each with the normalisation that follows it."""
    layers = [layer for layer in model.walk() if layer.name == "maxout"]
    norms = [layer for layer in model.walk() if layer.name == "layernorm"]
    return tuple(_maxout(layer, norm) for layer, norm in zip(layers, norms, strict=True))


def _maxout(layer: Any, norm: Any) -> Maxout:
    weights, bias = layer.get_param("W"), layer.get_param("b")
    width, pieces, inputs = weights.shape
    if pieces != PIECES:
        raise ValueError(f"a maxout of {pieces} pieces, expected {PIECES}")
    matrix = weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T
    return Maxout(
        np.ascontiguousarray(matrix, dtype=np.float32),
        np.ascontiguousarray(bias.T.reshape(-1), dtype=np.float32),
        np.asarray(norm.get_param("G"), dtype=np.float32),
        np.asarray(norm.get_param("b"), dtype=np.float32),
    )
