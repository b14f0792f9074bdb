"""The shipped parser keeps its scores on a part of the test treebanks (all of them: evaluate.py)."""

import sys
from itertools import islice
from pathlib import Path

import pytest

from eventbook.coder.parsing.parser import SHIPPED, load_parser

ROOT = Path(__file__).resolve().parents[3]
TREEBANKS = ROOT.parent / "shared" / "treebanks"
TRAINING = ROOT / "coder" / "training" / "parser"
FLOORS = {
    "ewt_test": {"LAS": 83.9, "tags": 95.8, "lemmas": 98.9, "nsubj": 90.4},
    "pud_test": {"LAS": 85.0, "tags": 96.0, "lemmas": 98.3, "sentences": 99.2, "nsubj": 89.2},
}

pytestmark = [
    pytest.mark.skipif(not TREEBANKS.exists(), reason="the treebanks are not beside this checkout"),
    pytest.mark.skipif(not (SHIPPED / "meta.json").exists(), reason="the model has not been built"),
]


@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_above_their_floors(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(TRAINING), *sys.path])
    from evaluate import evaluate
    from treebank import read_sentences

    sentences = list(islice(read_sentences(TREEBANKS / f"{name}.conllu.gz"), 200))
    scores = evaluate(load_parser(), sentences)
    assert {key: scores[key] for key, floor in FLOORS[name].items() if scores[key] < floor} == {}


def test_every_training_tree_has_one_root_and_no_cycle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(TRAINING), *sys.path])
    import random

    from augment import variant
    from news import news_sentence
    from treebank import read_sentences

    chance = random.Random(5)
    trees = [news_sentence(chance) for _ in range(400)]
    trees += list(islice(read_sentences(TREEBANKS / "gum_dev.conllu.gz"), 200))
    for tree in trees:
        words = variant(tree, chance).words
        assert [index for index, word in enumerate(words) if word.head == index] == [
            index for index, word in enumerate(words) if word.dep == "ROOT"
        ]
        for index in range(len(words)):
            steps, at = 0, index
            while words[at].head != at and steps <= len(words):
                steps, at = steps + 1, words[at].head
            assert steps <= len(words)
