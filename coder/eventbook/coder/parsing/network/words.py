"""What the network knows of a word alone: embedded once, kept for the next time the word is met."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eventbook.coder.parsing.network.layers import Floats, Maxout, read_maxouts
from eventbook.coder.parsing.pieces import word_vectors

# Words kept at hand, 5 kB each: 40 MB. A language's common words all fit.
KEPT = 8_192
# Words embedded at once: always so many rows, so that a word's bits do not depend on the words met with it.
BLOCK = 32

# A word of a document: the hashes of its spelling and of its norm, which an exception of the tokenizer may set.
Word = tuple[int, int]


class WordTable:
    """Rows of words: their embedding, and its share in the first window layer as word before, itself, word after.

    Row 0 stands for the padding between sentences, all zeros.
    """

    def __init__(self, embed: Any, first: Maxout, vocab: Any) -> None:
        (self._mixer,) = read_maxouts(embed)
        (static,) = [layer for layer in embed.walk() if layer.name == "static_vectors"]
        self._hashers = [layer for layer in embed.walk() if layer.name == "hashembed"]
        self._static: Floats = np.ascontiguousarray(static.get_param("W").T)
        self.vocab = vocab
        width = len(first.gain)
        # The three parts of the window's matrix side by side, (width, 3 x pieces x width).
        self._window: Floats = np.ascontiguousarray(np.hstack(np.split(first.matrix, 3)))
        self._numbers: dict[Word, int] = {}
        self.vectors: Floats = np.zeros((KEPT + 1, width), dtype=np.float32)
        self.shares: Floats = np.zeros((KEPT + 1, self._window.shape[1]), dtype=np.float32)

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
        features: NDArray[np.uint64] = np.zeros((BLOCK, 4), dtype=np.uint64)
        vectors: Floats = np.zeros((BLOCK, len(self._static)), dtype=np.float32)
        for row, (orth, norm) in enumerate(block):
            lexeme = self.vocab[orth]
            features[row] = (norm, lexeme.prefix, lexeme.suffix, lexeme.shape)
        vectors[: len(block)] = word_vectors([self.vocab.strings[orth] for orth, _ in block])
        hashed = [layer.predict(features[:, column]) for column, layer in enumerate(self._hashers)]
        embedded = self._mixer.apply(np.hstack([*hashed, vectors @ self._static]))
        return embedded, embedded @ self._window
