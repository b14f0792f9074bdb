"""The parser's moves: all sentences step by step together, scores in NumPy, states in spaCy."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from eventbook.coder.parsing.network.layers import Floats


class Transitions:
    """Scores of the parser's moves, and the greedy choice among those that are allowed.

    spaCy's own loop takes the interpreter's lock several times a word and step; states that are moved from Python
    hold it already.
    """

    def __init__(self, parser: Any) -> None:
        from spacy.ml.parser_model import ParserStepModel

        model = parser.model
        tokens, lower, upper = model.layers
        (linear,) = [layer for layer in tokens.walk() if layer.name == "linear"]
        weights = lower.get_param("W")  # (features, hidden, pieces, inputs)
        features, hidden, pieces, inputs = weights.shape
        if pieces != 2 or model.attrs["unseen_classes"]:
            raise ValueError(f"moves of {pieces} pieces, expected 2, and no class unseen")
        self._parser, self._features, self._hidden = parser, features, hidden
        flat = weights.transpose(0, 2, 1, 3).reshape(features, 2 * hidden, inputs)
        self._matrices: Floats = np.ascontiguousarray((flat @ linear.get_param("W")).transpose(0, 2, 1))
        # The bias of the words at all places is added once, so padding, which has none, is given less.
        bias = flat @ linear.get_param("b")
        self._padding: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(features, 2 * hidden) - bias
        self._bias: Floats = lower.get_param("b").T.reshape(-1) + bias.sum(axis=0)
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias: Floats = upper.get_param("b")
        self._places = np.arange(features)
        # Only asked which words a state looks at, which takes no weights.
        self._looks = ParserStepModel([], [_no_words(hidden), lower, upper], has_upper=True, train=False).get_token_ids

    def annotate(self, docs: Sequence[Any], vectors: Floats) -> None:
        """Give documents their heads and relations; `vectors` (words, width) are those of all their words."""
        parts = self._parts(vectors)
        starts = self._places * (len(vectors) + 1) + 1  # word -1 is the padding
        states = self._parser.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            sums = np.add.reduce(parts.take(self._looks(going) + starts, axis=0), axis=1)
            scores = np.dot(np.maximum(sums[:, : self._hidden], sums[:, self._hidden :]), self._upper)
            scores += self._upper_bias
            going = self._parser.transition_states(going, scores)
        self._parser.set_annotations(docs, states)

    def _parts(self, vectors: Floats) -> Floats:
        """The share of each word at each place of a state, place by place: (features x (1 + words), 2 x hidden)."""
        parts = np.empty((self._features, len(vectors) + 1, 2 * self._hidden), dtype=np.float32)
        parts[:, 0] = self._padding
        np.matmul(vectors, self._matrices, out=parts[:, 1:])
        parts[0] += self._bias
        return parts.reshape(-1, 2 * self._hidden)


def _no_words(width: int) -> Any:
    return lambda docs, is_train: (np.zeros((0, width), dtype=np.float32), None)
