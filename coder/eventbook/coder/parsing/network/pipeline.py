"""The shipped pipeline run without spaCy's layers: tags, heads and relations as it would give them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from eventbook.coder.parsing.network.encoder import Encoder
from eventbook.coder.parsing.network.layers import Floats, read_maxouts
from eventbook.coder.parsing.network.transitions import Transitions
from eventbook.coder.parsing.network.words import WordTable

_COMPONENTS = ("tok2vec", "tagger", "parser")
# The architectures that these modules know, by component.
_KNOWN = {
    "tok2vec": ("spacy.Tok2Vec.v2", "spacy.MultiHashEmbed.v2", "spacy.MaxoutWindowEncoder.v2"),
    "tagger": ("spacy.Tagger.v2", "spacy.Tok2VecListener.v1"),
    "parser": ("spacy.TransitionBasedParser.v2", "spacy.Tok2VecListener.v1"),
}
_FEATURES = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
_READ = frozenset({*_FEATURES, "LOWER", "IS_SPACE"})  # of a word; spaCy works out fifteen more for each new one


class Network:
    """The weights of a loaded pipeline, laid out for products over all sentences of an article."""

    def __init__(self, nlp: Any) -> None:
        tok2vec = nlp.get_pipe("tok2vec").model
        self._tagger = nlp.get_pipe("tagger")
        (softmax,) = [layer for layer in self._tagger.model.walk() if layer.name == "softmax"]
        self._tags: Floats = np.ascontiguousarray(softmax.get_param("W").T)
        self._tag_bias: Floats = softmax.get_param("b")
        layers = read_maxouts(tok2vec.get_ref("encode"))
        self._encoder = Encoder(layers, WordTable(tok2vec.get_ref("embed"), layers[0], nlp.vocab))
        self._transitions = Transitions(nlp.get_pipe("parser"))
        _read_only(nlp.vocab)

    def annotate(self, docs: Sequence[Any]) -> None:
        """Tag and parse documents of one sentence each."""
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return
        words = [list(zip(*doc.to_array(["ORTH", "NORM"]).T.tolist(), strict=True)) for doc in filled]
        vectors = self._encoder.encode(words)
        scores = vectors @ self._tags
        scores += self._tag_bias
        ends = np.cumsum([len(doc) for doc in filled])[:-1]
        self._tagger.set_annotations(filled, [part.tolist() for part in np.split(scores.argmax(axis=1), ends)])
        self._transitions.annotate(filled, vectors)


def _read_only(vocab: Any) -> None:
    """Let a vocabulary work out of new words only what is read here: three times as fast."""
    from spacy.attrs import IDS

    for number in set(vocab.lex_attr_getters) - {IDS[name] for name in _READ}:
        del vocab.lex_attr_getters[number]


def is_known(nlp: Any) -> bool:
    """Whether a pipeline is made as the shipped one is; another is run by spaCy itself."""
    from thinc.api import NumpyOps

    if tuple(nlp.pipe_names) != _COMPONENTS or not isinstance(nlp.get_pipe("tok2vec").model.ops, NumpyOps):
        return False
    models = {name: nlp.config["components"][name]["model"] for name in _COMPONENTS}
    made = {name: _architectures(model) for name, model in models.items()}
    embed, encode = models["tok2vec"]["embed"], models["tok2vec"]["encode"]
    parser = models["parser"]
    return (
        made == _KNOWN
        and embed["attrs"] == _FEATURES
        and bool(embed["include_static_vectors"])
        and (encode["window_size"], encode["maxout_pieces"]) == (1, 3)
        and encode["depth"] > 1
        and (parser["maxout_pieces"], parser["use_upper"], parser["extra_state_tokens"]) == (2, True, False)
    )


def _architectures(model: Any) -> tuple[str, ...]:
    parts = [model, *(part for part in model.values() if isinstance(part, dict))]
    return tuple(str(part["@architectures"]) for part in parts)
