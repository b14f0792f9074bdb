"""Word vectors from the shipped embedding of word pieces: a vector for any word, without a table of words."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from eventbook.coder.embedding.weights import WIDTH, Floats, load_pieces
from eventbook.coder.embedding.wordpiece import piece_ids

# A pipeline trained with these vectors says so by this name in its meta.json.
NAME = "eventbook_word_pieces"
# Root mean square of a vector: of the size of the learned embeddings beside it.
SCALE = np.float32(0.3)
# Vectors kept at hand: 1.5 kB each.
KEPT = 16_384


class PieceVectors:
    """The mean of a word's pieces in MiniLM's table, less the table's mean, of one length for all words.

    In place of ``nlp.vocab.vectors``: spaCy's ``StaticVectors`` layer asks ``get_batch``.
    """

    def __init__(self, strings: Any) -> None:
        self.strings = strings
        self.name = NAME
        self.mode = "default"
        self.n_keys = -1
        self._known: dict[int, Floats] = {}

    def get_batch(self, keys: Any) -> Floats:
        """Vectors of words by the hashes of their spellings, (n, 384)."""
        if len(self._known) > KEPT:
            self._known.clear()
        asked = keys.tolist()
        new = [key for key in dict.fromkeys(asked) if key not in self._known]
        self._known.update(zip(new, word_vectors([self.strings[key] for key in new]), strict=True))
        return np.array([self._known[key] for key in asked], dtype=np.float32).reshape(len(asked), WIDTH)

    def __getitem__(self, key: int) -> Floats:
        return word_vector(self.strings[key])

    def __contains__(self, key: int) -> bool:
        return True

    def __len__(self) -> int:
        return 0

    @property
    def shape(self) -> tuple[int, int]:
        return (0, WIDTH)

    @property
    def vectors_length(self) -> int:
        return WIDTH

    @property
    def size(self) -> int:
        return 0

    def is_full(self) -> bool:
        return True


def piece_vectors(strings: Any) -> Any:
    """The vectors as spaCy takes them, over a vocabulary's strings; spaCy loads here and not before."""
    from spacy.vectors import BaseVectors

    return type("WordPieceVectors", (PieceVectors, BaseVectors), {})(strings)


def word_vector(word: str) -> Floats:
    """One word's vector, (384,); zero where the word holds no letter or mark that the pieces know."""
    vector: Floats = word_vectors([word])[0]
    return vector


def word_vectors(words: Sequence[str]) -> Floats:
    """The vectors of words, (n, 384); each is the same whatever words it is asked with."""
    pieces = load_pieces()
    vectors = np.zeros((len(words), WIDTH), dtype=np.float32)
    ids = [piece_ids(word) for word in words]
    known = [row for row, found in enumerate(ids) if found]
    if not known:
        return vectors
    lengths = [len(ids[row]) for row in known]
    flat = [number for row in known for number in ids[row]]
    rows: Floats = pieces.words[flat] * pieces.scales[flat, None]
    starts = np.cumsum([0, *lengths[:-1]])
    means = np.add.reduceat(rows, starts, axis=0) / np.asarray(lengths, dtype=np.float32)[:, None] - pieces.centre
    # np.add.reduce gives the bits of np.mean at a third of its price, which counts for vectors as short as these.
    squares = np.add.reduce(means * means, axis=1, keepdims=True) / np.float32(WIDTH)
    vectors[known] = means * (SCALE / np.sqrt(squares + np.float32(1e-12)))
    return vectors
