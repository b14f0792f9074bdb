"""Word vectors from the shipped embedding of word pieces: a vector for any word, without a table of words."""

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
        vectors = np.empty((len(keys), WIDTH), dtype=np.float32)
        for row, key in enumerate(keys.tolist()):
            vector = self._known.get(key)
            if vector is None:
                vector = self._known[key] = word_vector(self.strings[key])
            vectors[row] = vector
        return vectors

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
    pieces = load_pieces()
    ids = piece_ids(word)
    if not ids:
        return np.zeros(WIDTH, dtype=np.float32)
    # np.add.reduce gives the bits of np.mean at a third of its price, which counts for vectors as short as these.
    rows: Floats = pieces.words[ids] * pieces.scales[ids, None]
    vector: Floats = np.add.reduce(rows, axis=0) / np.float32(len(ids)) - pieces.centre
    square = np.add.reduce(vector * vector) / np.float32(WIDTH)
    vector *= SCALE / np.sqrt(square + np.float32(1e-12))
    return vector
