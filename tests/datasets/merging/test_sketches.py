"""Near-identical articles are found by what they share."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.datasets.merging import sketch_table, sketch_text
from eventbook.datasets.merging.sketches import find_copies

WORDS = [f"word{n}" for n in range(3000)]


def make_text(seed: int, length: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def change(kind: str) -> str:
    words = make_text(1)
    chance = random.Random(9)
    changed = {
        "new tail": words[:270] + make_text(2, 30),
        "a twentieth of the words dropped": [word for word in words if chance.random() > 0.05],
        "cut to three fifths": words[:180],
        "a tenth of the words replaced": [word if chance.random() > 0.1 else "other" for word in words],
        "another text": make_text(3),
        "a shared paragraph": make_text(4)[:240] + words[:60],
    }
    return " ".join(changed[kind])


def contained(one: str, two: str) -> float:
    table = sketch_table([("a", one), ("b", two)])
    sketches = table["sketch"].to_pylist()
    articles = np.repeat([0, 1], [len(sketch) for sketch in sketches])
    shingles = np.array([shingle for sketch in sketches for shingle in sketch], dtype=np.uint32)
    found = find_copies(articles, shingles, count=2, least=0.0)[2]
    return float(found[0]) if len(found) else 0.0


@pytest.mark.parametrize(
    ("kind", "copy"),
    [
        ("new tail", True), ("a twentieth of the words dropped", True), ("cut to three fifths", True),
        ("a tenth of the words replaced", True), ("another text", False), ("a shared paragraph", False),
    ],
)  # fmt: skip
def test_a_changed_copy_is_a_copy(kind: str, copy: bool) -> None:
    assert (contained(" ".join(make_text(1)), change(kind)) >= 0.35) is copy


@given(st.text(max_size=400))
def test_a_sketch_is_ascending_distinct_and_the_same_each_time(text: str) -> None:
    sketch = sketch_text(text)
    assert sketch == sorted(set(sketch)) == sketch_text(text)
    assert all(shingle % 8 == 0 for shingle in sketch)


def test_case_and_punctuation_change_nothing() -> None:
    text = " ".join(make_text(5))
    assert sketch_text(text.upper().replace(" ", ", ")) == sketch_text(text)


def test_a_phrase_of_all_articles_does_not_make_them_copies() -> None:
    articles = np.repeat(np.arange(500), 12)
    shared = np.tile(np.arange(2, dtype=np.uint32), 500)
    own = np.arange(5000, dtype=np.uint32) + 100
    shingles = np.concatenate([shared.reshape(500, 2), own.reshape(500, 10)], axis=1).ravel()
    first, _, _ = find_copies(articles, shingles, count=500, least=0.1)
    assert len(first) == 0
