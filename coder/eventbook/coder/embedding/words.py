"""Words of a text as features beside its embedding: stems and pairs of neighbours, weighted by rarity."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from eventbook.coder.embedding.weights import Floats

MIN_TEXTS = 3  # a feature of fewer texts says more about them than about their kind
MAX_CHARACTERS = 4_000

_WORD = re.compile(r"[a-z]+")
_ENDINGS = ("ings", "ing", "edly", "ed", "ers", "er", "es", "s", "ly")
_STOP = frozenset(
    _WORD.findall(
        "the a an of in on at to and for by from with as it its is was were be been are had has have that this which "
        "who their his her he she they them said says after before two three one"
    )
)


def word_features(text: str) -> tuple[str, ...]:
    """Stems of a text's content words and pairs of neighbouring stems, each once, in order."""
    stems = [_stem(word) for word in _WORD.findall(text[:MAX_CHARACTERS].lower()) if word not in _STOP]
    pairs = [f"{first}_{second}" for first, second in itertools.pairwise(stems)]
    return tuple(dict.fromkeys(stems + pairs))


def learn_vocabulary(texts: Sequence[str]) -> tuple[tuple[str, ...], Floats]:
    """The features of at least `MIN_TEXTS` texts, sorted, and the rarity (log of n over texts) of each."""
    counts = Counter(feature for text in texts for feature in word_features(text))
    kept = tuple(sorted(feature for feature, count in counts.items() if count >= MIN_TEXTS))
    rarity = np.array([np.log(len(texts) / counts[feature]) for feature in kept], dtype=np.float32)
    return kept, rarity


def word_matrix(texts: Sequence[str], places: Mapping[str, int], rarity: Floats) -> Floats:
    """Rows of rarity for the features present, each row of length 1, or 0 where no word is known: (n, m)."""
    matrix = np.zeros((len(texts), len(places)), dtype=np.float32)
    for row, text in enumerate(texts):
        columns = [places[feature] for feature in word_features(text) if feature in places]
        matrix[row, columns] = rarity[columns]
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(lengths == 0, np.float32(1), lengths)
    return matrix


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
