"""What the network knows of a word alone: embedded once, kept for the next time the word is met."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eventbook.coder.parsing.network.layers import Floats, Maxout, read_maxouts
from eventbook.coder.parsing.pieces import word_vectors

# Words kept at hand, 5 kB each: 80 MB at most. A language's common words all fit.
KEPT = 16_384
# Words embedded at once: always so many rows, so that a word's bits do not depend on the words met with it. Few, as
# most articles bring few new ones.
BLOCK = 16

# A word of a document: the hashes of its spelling and of its norm, which an exception of the tokenizer may set.
Word = tuple[int, int]


class _Hasher:
    """A table of embeddings of a feature: of each value the sum of four rows, chosen by its hashes."""

    def __init__(self, layer: Any) -> None:
        self._table: Floats = layer.get_param("E")
        self._seed: int = layer.attrs["seed"]
        self._hash = layer.ops.hash

    def embed(self, values: NDArray[np.uint64]) -> Floats:
        """(n, width) of n values."""
        keys = self._hash(values, self._seed) % len(self._table)
        found: Floats = np.add.reduce(self._table.take(keys, axis=0), axis=1)
        return found


class WordTable:
    """Rows of words: their embedding, and its share in the first window layer as word before, itself, word after.

    Row 0 stands for the padding between sentences, all zeros.
    """

    def __init__(self, embed: Any, first: Maxout, vocab: Any) -> None:
        (self._mixer,) = read_maxouts(embed)
        (static,) = [layer for layer in embed.walk() if layer.name == "static_vectors"]
        self._hashers = [_Hasher(layer) for layer in embed.walk() if layer.name == "hashembed"]
        self._static: Floats = np.ascontiguousarray(static.get_param("W"))
        self._mixed: Floats = np.ascontiguousarray(self._mixer.matrix.T)
        self.vocab = vocab
        width = len(first.gain)
        # The three parts of the window's matrix, one above the other: (3 x pieces x width, width).
        self._window: Floats = np.vstack([part.T for part in np.split(first.matrix, 3)])
        self._numbers: dict[Word, int] = {}
        self.vectors: Floats = np.zeros((KEPT + 1, width), dtype=np.float32)
        self.shares: Floats = np.zeros((KEPT + 1, self._window.shape[0]), dtype=np.float32)

    def rows(self, words: Sequence[Word]) -> list[int]:
        """The numbers of the rows of words; new ones are embedded first. Valid until the next call."""
        numbers = self._numbers
        try:
            return [numbers[word] for word in words]
        except KeyError:
            self._add(list(dict.fromkeys(word for word in words if word not in numbers)), words)
        return [numbers[word] for word in words]

    def _add(self, new: list[Word], words: Sequence[Word]) -> None:
        if len(self._numbers) + len(new) > KEPT:
            self._numbers.clear()
            new = list(dict.fromkeys(words))
            if len(new) > KEPT:
                self._grow(len(new))
        for at in range(0, len(new), BLOCK):
            block = new[at : at + BLOCK]
            first = len(self._numbers) + 1
            vectors, shares = self._embed(block)
            self.vectors[first : first + len(block)] = vectors[: len(block)]
            self.shares[first : first + len(block)] = shares[: len(block)]
            self._numbers.update((word, first + n) for n, word in enumerate(block))

    def _grow(self, size: int) -> None:
        self.vectors = np.zeros((size + 1, self.vectors.shape[1]), dtype=np.float32)
        self.shares = np.zeros((size + 1, self.shares.shape[1]), dtype=np.float32)

    def _embed(self, block: Sequence[Word]) -> tuple[Floats, Floats]:
        """Vectors and shares of at most `BLOCK` words, the rest of the rows is of no word."""
        lexemes = [self.vocab[orth] for orth, _ in block]
        features = np.zeros((4, BLOCK), dtype=np.uint64)
        features[0, : len(block)] = [norm for _, norm in block]
        features[1, : len(block)] = [lexeme.prefix for lexeme in lexemes]
        features[2, : len(block)] = [lexeme.suffix for lexeme in lexemes]
        features[3, : len(block)] = [lexeme.shape for lexeme in lexemes]
        vectors: Floats = np.zeros((BLOCK, self._static.shape[1]), dtype=np.float32)
        vectors[: len(block)] = word_vectors([lexeme.orth_ for lexeme in lexemes])
        hashed = [hasher.embed(column) for hasher, column in zip(self._hashers, features, strict=True)]
        inputs = np.hstack([*hashed, _apply(self._static, vectors)])
        embedded = self._mixer.finish(_apply(self._mixed, inputs))
        return embedded, _apply(self._window, embedded)


def _apply(matrix: Floats, rows: Floats) -> Floats:
    """`rows @ matrix.T`, for few rows twice as fast from this side."""
    result: Floats = np.ascontiguousarray((matrix @ rows.T).T)
    return result
