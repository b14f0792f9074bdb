"""Word vectors of the shipped parser: for any word, the same each time."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.coder.parsing.parser import load_parser
from eventbook.coder.parsing.pieces import KEPT, SCALE, PieceVectors, word_vector


def likeness(first: str, second: str) -> float:
    one, other = word_vector(first), word_vector(second)
    return float(one @ other / np.sqrt((one @ one) * (other @ other)))


@pytest.mark.parametrize(
    ("near", "far"),
    [(("killed", "murdered"), ("killed", "Tuesday")), (("Monday", "Tuesday"), ("Monday", "gunmen"))],
    ids=["verbs of one meaning are alike", "days of the week are alike"],
)
def test_words_of_like_use_have_like_vectors(near: tuple[str, str], far: tuple[str, str]) -> None:
    assert likeness(*near) > likeness(*far) + 0.3


def test_capitals_do_not_change_a_vector() -> None:
    assert np.array_equal(word_vector("POLICE"), word_vector("police"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_a_vector_of_one_size_or_none(word: str) -> None:
    vector = word_vector(word)
    size = float(np.sqrt(np.mean(vector * vector)))
    assert vector.shape == (384,)
    assert vector.dtype == np.float32
    assert size == 0 or abs(size - float(SCALE)) < 1e-3


def test_vectors_do_not_depend_on_what_was_asked_before() -> None:
    strings = spacy.blank("en").vocab.strings
    words = ["gunmen", "villagers", "qzxv"]
    keys = np.array([strings.add(word) for word in words], dtype="uint64")
    vectors = PieceVectors(strings)
    first = vectors.get_batch(keys)
    vectors.get_batch(np.array([strings.add(f"word{number}") for number in range(KEPT + 1)], dtype="uint64"))
    assert np.array_equal(vectors.get_batch(keys[::-1]), first[::-1])


def test_no_words_give_no_vectors() -> None:
    assert PieceVectors(spacy.blank("en").vocab.strings).get_batch(np.empty(0, dtype="uint64")).shape == (0, 384)


def test_a_word_never_seen_is_read_by_its_pieces() -> None:
    text = "Zandoruvians attacked the qorbelline."
    (parse,) = load_parser().parse(text, [(0, len(text))])
    assert [(token.text, token.dep) for token in parse.tokens][:2] == [("Zandoruvians", "nsubj"), ("attacked", "root")]
