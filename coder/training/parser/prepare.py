"""Turn treebank sentences into spaCy training examples."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from augment import variant
from news import news_sentence
from treebank import Sentence, read_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

TRAIN = ("ewt_train.conllu.gz", "gum_train.conllu.gz")
DEV = ("ewt_dev.conllu.gz", "gum_dev.conllu.gz")
LONGEST = 160
# Made-up news sentences beside every hundred of the treebanks'.
NEWS_SHARE = 0.06


WATCHED = 450


def training_sentences(folder: Path, *, with_dev: bool) -> list[Sentence]:
    """All training trees of at most ``LONGEST`` words, and the development trees that are not watched."""
    trees = [s for name in TRAIN for s in read_sentences(folder / name)]
    if with_dev:
        trees += split_dev(folder)[1]
    return [s for s in trees if len(s.words) <= LONGEST]


def split_dev(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """A fixed sample of the development trees to watch the training with, and the others."""
    everything = [s for name in DEV for s in read_sentences(folder / name)]
    watched = random.Random(7).sample(range(len(everything)), WATCHED)
    kept = set(watched)
    return [everything[i] for i in watched], [s for i, s in enumerate(everything) if i not in kept]


def example(nlp: Language, sentence: Sentence) -> Example:
    """Align the gold tree with the tokens that the run-time tokenizer makes."""
    from spacy.tokens import Doc
    from spacy.training import Example

    words = sentence.words
    gold = Doc(
        nlp.vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.tag for w in words],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )
    return Example(one_sentence(nlp, gold.text), gold)


def one_sentence(nlp: Language, text: str):  # type: ignore[no-untyped-def]
    """Tokenise a text and mark it as a single sentence, as at run time."""
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def batches(nlp: Language, sentences: list[Sentence], *, words: int, seed: int) -> Iterator[list[Example]]:
    """Endless shuffled batches of about ``words`` words, respelt anew in each epoch.

    A batch holds sentences of like length: less padding, faster updates.
    """
    chance = random.Random(seed)
    while True:
        order = sentences + [news_sentence(chance) for _ in range(round(NEWS_SHARE * len(sentences)))]
        chance.shuffle(order)
        for chunk in _chunks(order, 2000):
            chunk.sort(key=lambda s: len(s.words))
            groups = list(_groups(chunk, words))
            chance.shuffle(groups)
            for group in groups:
                yield [example(nlp, variant(s, chance)) for s in group]


def _chunks(items: list[Sentence], size: int) -> Iterable[list[Sentence]]:
    for begin in range(0, len(items), size):
        yield items[begin : begin + size]


def _groups(sentences: list[Sentence], words: int) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    size = 0
    for sentence in sentences:
        group.append(sentence)
        size += len(sentence.words)
        if size >= words:
            yield group
            group, size = [], 0
    if group:
        yield group
