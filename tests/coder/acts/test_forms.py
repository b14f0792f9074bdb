"""Inflected forms of verbs and nouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.acts.forms import noun_forms, verb_forms

VERBS = {
    "a plain verb": ("attack", "attack attacks attacked attacking"),
    "a silent e goes": ("explode", "explode explodes exploded exploding"),
    "a verb on -ee keeps it": ("flee", "flee flees fleed fleeing"),
    "a hissing end takes -es": ("torch", "torch torches torched torching"),
    "a last consonant after one vowel doubles": ("stab", "stab stabs stabbed stabbing"),
    "x and w do not double": ("hew", "hew hews hewed hewing"),
    "y after a consonant becomes i": ("rally", "rally rallies rallied rallying"),
    "y after a vowel stays": ("destroy", "destroy destroys destroyed destroying"),
    "two syllables do not double": ("murder", "murder murders murdered murdering"),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_has_its_forms(name: str) -> None:
    base, forms = VERBS[name]
    assert verb_forms(base, {}) == frozenset(forms.split())


def test_the_list_of_exceptions_stands_over_the_rules() -> None:
    assert verb_forms("shoot", {"shoot": ("shoots", "shot", "shooting")}) == {"shoot", "shoots", "shot", "shooting"}


NOUNS = {
    "a plain noun": ("riot", "riot riots"),
    "a hissing end": ("clash", "clash clashes"),
    "y becomes ies": ("robbery", "robbery robberies"),
    "y after a vowel": ("convoy", "convoy convoys"),
}


@pytest.mark.parametrize("name", NOUNS)
def test_a_noun_has_its_forms(name: str) -> None:
    base, forms = NOUNS[name]
    assert noun_forms(base, {}) == frozenset(forms.split())


def test_only_the_last_word_of_a_phrase_is_inflected() -> None:
    assert noun_forms("car bomb", {}) == {"car bomb", "car bombs"}
    assert noun_forms("armed man", {"man": ("men",)}) == {"armed man", "armed men"}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_any_word_is_one_of_its_own_forms(word: str) -> None:
    assert word in verb_forms(word, {}) and word in noun_forms(word, {})
    assert all(form.islower() for form in verb_forms(word, {}) | noun_forms(word, {}))
