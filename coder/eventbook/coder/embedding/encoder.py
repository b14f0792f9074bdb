"""The encoder: six BERT layers over packed sequences, mean of the last layer, unit length."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from eventbook.coder.embedding.threads import one_thread
from eventbook.coder.embedding.weights import HEADS, WIDTH, Floats, Layer, Linear, Norm, load_weights
from eventbook.coder.embedding.wordpiece import encode

# Word pieces worked on at once: larger packs fall out of the processor's cache, smaller ones starve the product.
PACK = 512
# Columns are filled up to a multiple of this: the products' inner loops then have no remainder.
EIGHT = 8
EPSILON = np.float32(1e-12)


def embed(texts: Sequence[str]) -> Floats:
    """Embeddings of texts, (n, 384) float32, each of length 1; a text's first 128 word pieces count.

    A text's embedding does not depend on the other texts beyond float noise (below 1e-6): sequences are
    packed without padding. Compare similarities only after rounding (`DECIMALS` in `kinds.similarity`).
    """
    vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
    distinct = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    pieces = [encode(text) for text in distinct]
    found = np.zeros((len(pieces), WIDTH), dtype=np.float32)
    with one_thread():
        for pack in _packs(pieces):
            found[pack] = _encode_pack([pieces[number] for number in pack])
    for row, text in enumerate(texts):
        vectors[row] = found[distinct[text]]
    return vectors


def _packs(pieces: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Indices of sequences, the shortest first, in packs of about `PACK` word pieces."""
    pack: list[int] = []
    size = 0
    for number in sorted(range(len(pieces)), key=lambda item: (len(pieces[item]), item)):
        if pack and size + len(pieces[number]) > PACK:
            yield pack
            pack, size = [], 0
        pack.append(number)
        size += len(pieces[number])
    if pack:
        yield pack


def _encode_pack(sequences: list[list[int]]) -> Floats:
    """Mean vectors of sequences that are sorted by length, (n, 384).

    Inside, word pieces are columns: with the weights on the left a product of few pieces is half as fast again.
    """
    weights = load_weights()
    lengths = [len(sequence) for sequence in sequences]
    ids = np.concatenate([np.asarray(sequence) for sequence in sequences])
    places = np.concatenate([np.arange(length) for length in lengths])
    state = np.zeros((WIDTH, -(-len(ids) // EIGHT) * EIGHT), dtype=np.float32)
    state[:, : len(ids)] = (weights.words[ids] * weights.word_scales[ids, None] + weights.positions[places]).T
    state = _normalise(state, weights.norm)
    runs = [(length, len(list(run))) for length, run in groupby(lengths)]
    for layer in weights.layers:
        state = _run_layer(state, layer, runs)
    starts = np.cumsum([0, *lengths[:-1]])
    means = np.add.reduceat(state.T[: len(ids)], starts, axis=0) / np.asarray(lengths, dtype=np.float32)[:, None]
    vectors: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
    return vectors


def _run_layer(state: Floats, layer: Layer, runs: list[tuple[int, int]]) -> Floats:
    attended = _attend(_apply(state, layer.attention), runs)
    state = _normalise(_apply(attended, layer.attended) + state, layer.attention_norm)
    inner = _apply(_gelu(_apply(state, layer.widen)), layer.narrow)
    return _normalise(inner + state, layer.norm)


def _attend(projected: Floats, runs: list[tuple[int, int]]) -> Floats:
    """Attention within each sequence; sequences of one length are worked on together."""
    size = WIDTH // HEADS
    result = np.zeros((WIDTH, projected.shape[1]), dtype=np.float32)
    start = 0
    for length, count in runs:
        end = start + length * count
        shape = (3, HEADS, size, count, length)
        queries, keys, values = projected[:, start:end].reshape(shape).transpose(0, 3, 1, 2, 4)
        scores = keys.transpose(0, 1, 3, 2) @ queries  # (count, heads, keys, queries)
        scores -= scores.max(axis=2, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=2, keepdims=True)
        result[:, start:end] = (values @ scores).transpose(1, 2, 0, 3).reshape(WIDTH, end - start)
        start = end
    return result


def _apply(state: Floats, linear: Linear) -> Floats:
    result: Floats = linear.matrix @ state
    result += linear.bias
    return result


def _normalise(state: Floats, norm: Norm) -> Floats:
    state -= np.add.reduce(state, axis=0) / np.float32(WIDTH)
    variance = np.einsum("ij,ij->j", state, state) / np.float32(WIDTH)
    state /= np.sqrt(variance + EPSILON)
    state *= norm.gain
    state += norm.shift
    return state


def _gelu(values: Floats) -> Floats:
    """The tanh form of GELU, in place: off the exact one by less than 5e-4, and far faster."""
    inner = values * values
    inner *= np.float32(0.044715 * 0.7978845608)
    inner += np.float32(0.7978845608)
    inner *= values
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= np.float32(0.5)
    values *= inner
    return values
