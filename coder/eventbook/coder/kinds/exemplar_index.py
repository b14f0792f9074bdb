"""The index of a codebook's exemplars: their embeddings and the weights learnt from them, shipped or cached."""

import hashlib
import io
import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eventbook.codebook.codebook import Codebook
from eventbook.coder.embedding import fitting
from eventbook.coder.embedding.encoder import embed
from eventbook.coder.embedding.threads import one_thread
from eventbook.coder.embedding.weights import WIDTH, Floats
from eventbook.coder.embedding.words import learn_vocabulary, word_matrix

SHIPPED = Path(__file__).parents[1] / "embedding" / "index"
FORMAT = "exemplars-2 minilm-int8"  # change it when the weights, the features or the constants below change
NEIGHBOURS = 8  # exemplars of a kind whose mean similarity counts
SHARPNESS = 20.0  # similarities run from 0 to 1: this makes scores of them
# What the neighbours, the regression on the embedding and the regression on the words weigh in a score.
NEIGHBOUR_SHARE, EMBEDDING_SHARE, WORD_SHARE = 0.65, 0.35, 0.4
RIDGE = 0.1


@dataclass(frozen=True)
class ExemplarIndex:
    """What proposals are made of. Classes are kinds in order of precedence, then None for "not codable"."""

    classes: tuple[str | None, ...]
    texts: tuple[str, ...]
    labels: NDArray[np.int64]
    quantised: NDArray[np.int8]
    scales: Floats
    vectors: Floats
    words: tuple[str, ...]
    rarity: Floats
    weights: NDArray[np.float16]
    temperature: float

    def score(self, texts: Sequence[str]) -> tuple[NDArray[np.float64], Floats]:
        """Probabilities (n, classes) and the similarities to all exemplars (n, exemplars)."""
        with one_thread():  # idle threads of a product spin, and cost as much again
            embeddings = embed(texts)
            similarities: Floats = embeddings @ self.vectors.T
            features = np.hstack([embeddings, word_matrix(texts, self._places, self.rarity)])
            mixed = mix(similarities, self.labels, features, self._wide_weights)
        return np.exp(fitting.log_softmax(mixed / self.temperature)), similarities

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {word: place for place, word in enumerate(self.words)}

    @cached_property
    def _wide_weights(self) -> Floats:
        return self.weights.astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Source:
    """A codebook that is looked up by the key of its exemplars."""

    key: str
    codebook: Codebook = field(compare=False)


def load_index(codebook: Codebook) -> ExemplarIndex | None:
    """The index of a codebook's exemplars; None if there are fewer than two classes of them.

    Shipped codebooks bring theirs. For others it is made on first use (about 7 ms an exemplar) and kept in the
    user's cache folder; where that cannot be written, in memory alone.
    """
    return _index_of(_Same(codebook))


class _Same:
    """A codebook as a key of the cache: equal to itself alone, as hashing its exemplars takes 2 ms."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    def __hash__(self) -> int:
        return id(self.codebook)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.codebook is self.codebook


@lru_cache(maxsize=4)
def _index_of(same: _Same) -> ExemplarIndex | None:
    codebook = same.codebook
    if len({exemplar.kind for exemplar in codebook.exemplars}) < 2:
        return None
    return _find(_Source(exemplar_key(codebook), codebook))


def exemplar_key(codebook: Codebook) -> str:
    """A hash of all that an index depends on."""
    digest = hashlib.sha256(FORMAT.encode())
    for kind in codebook.kinds:
        digest.update(b"\0" + kind.id.encode())
    for exemplar in codebook.exemplars:
        digest.update(f"\0{exemplar.kind or ''}\0{exemplar.text}".encode("utf-8", "replace"))
    return digest.hexdigest()


@lru_cache(maxsize=4)
def _find(source: _Source) -> ExemplarIndex:
    cached = _cache_folder() / f"{source.key}.npz"
    for path in (SHIPPED / f"{source.codebook.id}.npz", cached):
        found = read_index(path, source.codebook, source.key)
        if found is not None:
            return found
    index = build_index(source.codebook)
    _write_safely(cached, index_bytes(index, source.key))
    return index


def build_index(codebook: Codebook) -> ExemplarIndex:
    """Embed the exemplars, fit the regressions, and fit the temperature on scores out of fold."""
    texts = tuple(exemplar.text for exemplar in codebook.exemplars)
    classes, labels = _classes(codebook)
    embeddings = embed(texts)
    words, rarity = learn_vocabulary(texts)
    places = {word: place for place, word in enumerate(words)}
    features = np.hstack([embeddings, word_matrix(texts, places, rarity)])
    scores = cross_score(embeddings, features, labels, len(classes))
    scales = (np.abs(embeddings).max(axis=1) / 127).astype(np.float32)
    quantised = np.rint(embeddings / scales[:, None]).astype(np.int8)
    return ExemplarIndex(
        classes=classes,
        texts=texts,
        labels=labels,
        quantised=quantised,
        scales=scales,
        vectors=quantised * scales[:, None],
        words=words,
        rarity=rarity,
        weights=_fit(features, labels, len(classes)).astype(np.float16),
        temperature=round(fitting.fit_temperature(scores, labels), 4),
    )


def cross_score(embeddings: Floats, features: Floats, labels: fitting.Labels, classes: int) -> NDArray[np.float64]:
    """Scores of the exemplars by models that have not seen them, (n, classes)."""
    scores = np.zeros((len(labels), classes))
    dealt = fitting.folds(labels)
    for fold in range(fitting.FOLDS):
        held, rest = dealt == fold, dealt != fold
        weights = _fit(features[rest], labels[rest], classes)
        scores[held] = mix(embeddings[held] @ embeddings[rest].T, labels[rest], features[held], weights)
    return scores


def mix(similarities: Floats, labels: fitting.Labels, features: Floats, weights: Floats) -> NDArray[np.float64]:
    """Logarithmic scores (n, classes) up to a constant of the row: those of the neighbours and those learnt."""
    near = np.full((len(similarities), weights.shape[1]), -1, dtype=np.float64)
    for label in np.flatnonzero(np.bincount(labels)):
        own = similarities[:, labels == label]
        own.sort(axis=1)
        best = own[:, -NEIGHBOURS:]
        near[:, label] = np.add.reduce(best, axis=1) / np.float32(best.shape[1])
    return np.asarray(NEIGHBOUR_SHARE * SHARPNESS * near + features @ weights[:-1] + weights[-1])


def _fit(features: Floats, labels: fitting.Labels, classes: int) -> Floats:
    """Weights of two regressions, one on the embedding and one on the words, each times its share."""
    balance = fitting.balance(labels, classes)
    embedding, words = (
        share * fitting.fit_logistic(part, labels, classes, ridge=RIDGE, weights=balance)
        for share, part in ((EMBEDDING_SHARE, features[:, :WIDTH]), (WORD_SHARE, features[:, WIDTH:]))
    )
    return np.vstack([embedding[:-1], words[:-1], embedding[-1:] + words[-1:]])


def _classes(codebook: Codebook) -> tuple[tuple[str | None, ...], fitting.Labels]:
    present = {exemplar.kind for exemplar in codebook.exemplars}
    classes = tuple(kind for kind in (*(kind.id for kind in codebook.kinds), None) if kind in present)
    numbers = {kind: number for number, kind in enumerate(classes)}
    return classes, np.array([numbers[exemplar.kind] for exemplar in codebook.exemplars], dtype=np.int64)


def index_bytes(index: ExemplarIndex, key: str) -> bytes:
    """An index as the bytes of an .npz, the same each time."""
    parts: Mapping[str, NDArray[np.generic]] = {
        "key": np.frombuffer(key.encode(), dtype=np.uint8),
        "quantised": index.quantised,
        "rarity": index.rarity,
        "scales": index.scales,
        "temperature": np.array([index.temperature]),
        "weights": index.weights,
        "words": np.frombuffer("\n".join(index.words).encode(), dtype=np.uint8),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as file:
                np.lib.format.write_array(file, part, allow_pickle=False)
    return buffer.getvalue()


def read_index(path: Path, codebook: Codebook, key: str) -> ExemplarIndex | None:
    """The index in a file; None if there is none, or it is of other exemplars, or cannot be read."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            parts = {name: stored[name] for name in stored.files}
        if parts["key"].tobytes().decode() != key:
            return None
        classes, labels = _classes(codebook)
        return ExemplarIndex(
            classes=classes,
            texts=tuple(exemplar.text for exemplar in codebook.exemplars),
            labels=labels,
            quantised=parts["quantised"],
            scales=parts["scales"],
            vectors=parts["quantised"] * parts["scales"][:, None],
            words=tuple(parts["words"].tobytes().decode().split("\n")) if parts["words"].size else (),
            rarity=parts["rarity"],
            weights=parts["weights"],
            temperature=float(parts["temperature"][0]),
        )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None  # an unreadable cache is made anew


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("eventbook") / "exemplars"


def _write_safely(path: Path, data: bytes) -> None:
    """Write beside the target and rename, so that no reader sees half a file; do without where forbidden."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        return
