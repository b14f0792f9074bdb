"""Variants of training trees: the spellings that news text has and treebanks lack."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from treebank import Sentence, Word

NUMBER_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundreds",
    "dozens",
    "scores",
    "thousands",
    "twenty-one",
    "thirty-five",
]
_CURLY = {
    "'s": "\u2019s",
    "n't": "n\u2019t",
    "'re": "\u2019re",
    "'ve": "\u2019ve",
    "'ll": "\u2019ll",
    "'m": "\u2019m",
    "'d": "\u2019d",
    "'": "\u2019",
    "s'": "s\u2019",
}
_TITLE_SMALL = frozenset("a an the of in on at to for and or by with from as".split())  # noqa: SIM905


def variant(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence, or with some probability a respelt copy of it."""
    draw = chance.random()
    if draw < 0.05:
        sentence = numeral_first(sentence, chance)
    elif draw < 0.09:
        sentence = without_final_stop(sentence)
    if chance.random() < 0.30:
        sentence = curly_quotes(sentence)
    draw = chance.random()
    if draw < 0.12:
        return _recased(sentence, str.lower)
    if draw < 0.14:
        return _recased(sentence, str.upper)
    if draw < 0.17:
        small = chance.random() < 0.5
        return _recased(sentence, lambda form: _title(form, small))
    return sentence


def numeral_first(sentence: Sentence, chance: random.Random) -> Sentence:
    """Open the sentence with a number word in place of the determiner of a plural noun.

    A bare plural subject gets the number word in front of it.
    """
    words = sentence.words
    if len(words) < 3:
        return sentence
    number = chance.choice(NUMBER_WORDS[:-2] if chance.random() < 0.95 else NUMBER_WORDS)
    plain = number not in ("hundreds", "dozens", "scores", "thousands") and "-" not in number
    if not plain:
        number = chance.choice(NUMBER_WORDS[:20])
    if chance.random() < 0.25:
        number = str(chance.randint(2, 400))
    form = number[:1].upper() + number[1:]
    numeral = Word(form=form, lemma=number, tag="CD", head=0, dep="nummod", space=True)
    first = words[0]
    if first.dep == "det" and first.tag == "DT" and words[first.head].tag == "NNS" and first.space:
        return replace(sentence, words=(replace(numeral, head=first.head), *words[1:]))
    owner = next((i for i, w in enumerate(words) if w.tag == "NNS" and w.dep.startswith("nsubj")), None)
    if owner is None or owner > 3:
        return sentence
    before = words[:owner]
    if any(w.head != owner or w.dep not in ("amod", "compound") for w in before):
        return sentence
    shifted = [replace(w, head=w.head + 1) for w in words]
    opening = shifted[0]
    if opening.tag not in ("NNP", "NNPS") and opening.form[1:].islower():
        shifted[0] = replace(opening, form=opening.form[:1].lower() + opening.form[1:])
    return replace(sentence, words=(replace(numeral, head=owner + 1), *shifted))


def without_final_stop(sentence: Sentence) -> Sentence:
    """Drop the closing full stop, as headlines do."""
    words = sentence.words
    if len(words) < 4 or words[-1].form != "." or any(w.head == len(words) - 1 for w in words[:-1]):
        return sentence
    return replace(sentence, words=(*words[:-2], replace(words[-2], space=False)))


def curly_quotes(sentence: Sentence) -> Sentence:
    """Use typographic apostrophes and quotation marks."""
    if not any("'" in w.form or '"' in w.form for w in sentence.words):
        return sentence
    words = []
    opened = False
    for word in sentence.words:
        form = word.form
        if form == '"':
            form = "\u201d" if opened else "\u201c"
            opened = not opened
        else:
            form = _CURLY.get(form, form)
        words.append(replace(word, form=form))
    return replace(sentence, words=tuple(words))


def _recased(sentence: Sentence, case: Callable[[str], str]) -> Sentence:
    return replace(sentence, words=tuple(replace(word, form=case(word.form)) for word in sentence.words))


def _title(form: str, small: bool) -> str:
    if small and form.lower() in _TITLE_SMALL:
        return form
    return form if not form[:1].islower() or not form.isalpha() else form[:1].upper() + form[1:]
