"""The shipped weights: int8 with one scale for each output channel, made float32 once when first used."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "model" / "minilm_int8.npz"
LAYERS = 6
HEADS = 12
WIDTH = 384

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Norm:
    """Gain and shift of a layer normalisation, columns (384, 1)."""

    gain: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix (outputs, inputs) and its bias, a column (outputs, 1)."""

    matrix: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Layer:
    """One encoder layer: queries, keys and values one above the other, (1152, 384)."""

    attention: Linear
    attended: Linear
    attention_norm: Norm
    widen: Linear
    narrow: Linear
    norm: Norm


@dataclass(frozen=True, slots=True)
class Weights:
    """All that the encoder needs; word pieces stay int8 (30522, 384) and are scaled when looked up."""

    words: NDArray[np.int8]
    word_scales: Floats
    positions: Floats
    norm: Norm
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The table of word pieces, int8 (30522, 384), a scale for each of its rows, and the mean of all rows (384,)."""

    words: NDArray[np.int8]
    scales: Floats
    centre: Floats


@cache
def load_pieces() -> Pieces:
    """Read the table of word pieces alone, 12 MB of memory."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        words, scales = stored["words.q"], stored["words.scale"]
    return Pieces(words, scales, scales @ words / np.float32(len(words)))


@cache
def load_weights() -> Weights:
    """Read the weights, about 0.1 s and 60 MB of memory."""
    pieces = load_pieces()
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        parts = {name: stored[name] for name in stored.files if not name.startswith("words.")}

    def linear(name: str) -> Linear:
        matrix = parts[f"{name}.q"] * parts[f"{name}.scale"]
        return Linear(np.ascontiguousarray(matrix.T), parts[f"{name}.bias"][:, None])

    def norm(name: str) -> Norm:
        return Norm(parts[f"{name}.gain"][:, None], parts[f"{name}.shift"][:, None])

    layers = tuple(
        Layer(
            attention=linear(f"{n}.attention"),
            attended=linear(f"{n}.attended"),
            attention_norm=norm(f"{n}.attention_norm"),
            widen=linear(f"{n}.widen"),
            narrow=linear(f"{n}.narrow"),
            norm=norm(f"{n}.norm"),
        )
        for n in range(LAYERS)
    )
    return Weights(pieces.words, pieces.scales, parts["positions"], norm("norm"), layers)
