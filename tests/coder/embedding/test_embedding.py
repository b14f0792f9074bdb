"""Embeddings: length, likeness, independence of the other texts, hostile input."""

import numpy as np
import pytest

from eventbook.coder.embedding.encoder import embed

STRIKE = "Warplanes bombed the village, killing four people."
LIKE = "Jets struck the hamlet and four residents died."
UNLIKE = "The bank raised its interest rate by half a point."
TEXTS = [STRIKE, "Yes.", UNLIKE, LIKE, "A march. " * 40, "Police fired tear gas at the crowd in the square."]


def test_embeddings_are_float32_rows_of_length_one() -> None:
    vectors = embed(TEXTS)
    assert vectors.shape == (6, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_like_sentences_are_nearer_than_unlike_ones() -> None:
    strike, like, unlike = embed([STRIKE, LIKE, UNLIKE])
    assert strike @ like > strike @ unlike + 0.3


@pytest.mark.parametrize("size", [1, 2, 5], ids=lambda size: f"in batches of {size}")
def test_an_embedding_does_not_depend_on_its_batch(size: int) -> None:
    whole = embed(TEXTS)
    parts = np.concatenate([embed(TEXTS[start : start + size]) for start in range(0, len(TEXTS), size)])
    np.testing.assert_allclose(parts, whole, atol=1e-5)


def test_a_repeated_text_gets_the_same_row_each_time() -> None:
    first, _, again = embed([STRIKE, UNLIKE, STRIKE])
    assert (first == again).all()


def test_no_texts_give_no_rows() -> None:
    assert embed([]).shape == (0, 384)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("x" * 1_000_000, id="one word of a megabyte"),
        pytest.param("bomb " * 200_000, id="a megabyte of words"),
        pytest.param(" " * 1_000_000, id="a megabyte of blanks"),
        pytest.param("\U0001f4a5\U0001f525" * 50, id="only emoji"),
        pytest.param("هاجم مسلحون القرية فجر اليوم", id="right to left"),
        pytest.param("a\0b\0" * 10, id="NULs"),
        pytest.param("\ud800 lone", id="a lone surrogate"),
        pytest.param("e" + "\u0301" * 5_000, id="a heap of accents"),
    ],
)
def test_hostile_text_gets_a_finite_embedding(text: str) -> None:
    vector = embed([text])[0]
    assert np.isfinite(vector).all()
    assert abs(float(np.linalg.norm(vector)) - 1) < 1e-4
