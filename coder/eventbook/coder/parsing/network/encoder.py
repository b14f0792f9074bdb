"""The window encoder: each word with its neighbours, over all sentences of an article at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eventbook.coder.parsing.network.layers import Floats, Maxout
from eventbook.coder.parsing.network.words import Word, WordTable

_WINDOW = np.array([-1, 0, 1])


class Encoder:
    """Residual window layers. Between sentences stand as many rows of padding as there are layers, as in training."""

    def __init__(self, layers: Sequence[Maxout], table: WordTable) -> None:
        self._layers = layers
        self._table = table

    def encode(self, sentences: Sequence[Sequence[Word]]) -> Floats:
        """Vectors of the words of all sentences, one after the other: (words, width)."""
        rows, at = self._lay_out(sentences)
        state = self._first(rows)
        for layer in self._layers[1:-1]:
            state = state + layer.apply(_windows(state))
        around = state.take(at[:, None] + _WINDOW, axis=0).reshape(len(at), -1)
        found: Floats = self._layers[-1].apply(around)
        found += state.take(at, axis=0)
        return found

    def _lay_out(self, sentences: Sequence[Sequence[Word]]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The table's row at each place, 0 for padding, and the places of the words."""
        numbers = self._table.rows([word for sentence in sentences for word in sentence])
        pad = len(self._layers)
        lengths = np.array([len(sentence) for sentence in sentences])
        places = np.arange(len(numbers)) + np.repeat(np.arange(1, len(lengths) + 1) * pad, lengths)
        rows = np.zeros(len(numbers) + (len(lengths) + 1) * pad, dtype=np.intp)
        rows[places] = numbers
        return rows, places

    def _first(self, rows: NDArray[np.intp]) -> Floats:
        """The first layer, from what the table holds of each word as neighbour and itself."""
        shares = self._table.shares.take(rows, axis=0)
        third = shares.shape[1] // 3
        sums = shares[:, third : 2 * third].copy()
        sums[1:] += shares[:-1, :third]
        sums[:-1] += shares[1:, 2 * third :]
        state: Floats = self._table.vectors.take(rows, axis=0)
        state += self._layers[0].finish(sums)
        return state


def _windows(state: Floats) -> Floats:
    """Each row with the one before and the one after it, zeros beyond the ends: (n, 3 x width)."""
    count, width = state.shape
    windows = np.empty((count, 3 * width), dtype=np.float32)
    windows[1:, :width] = state[:-1]
    windows[:, width : 2 * width] = state
    windows[:-1, 2 * width :] = state[1:]
    windows[0, :width] = windows[-1, 2 * width :] = 0
    return windows
