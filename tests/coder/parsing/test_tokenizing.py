"""The searches that the tokenizer is spared: a word of letters alone would have passed them all."""

import sys

import pytest
import spacy

from eventbook.coder.parsing.parser import SHIPPED, load_parser, open_pipeline
from eventbook.coder.parsing.tokenizing import spare_letters

pytestmark = pytest.mark.skipif(not (SHIPPED / "meta.json").exists(), reason="the model has not been built")

# One string of every letter that there is would be too long a word for some searches.
LETTERS = "".join(filter(str.isalpha, map(chr, range(sys.maxunicode + 1))))
WORDS = [LETTERS[at : at + 200] for at in range(0, len(LETTERS), 200)]
ODD = "don't U.S. 5km a.m. (two) rebels' Port-au-Prince www.un.org $5 cannot gonna x/y"


def test_words_of_letters_hold_nothing_to_search_for() -> None:
    nlp, _ = open_pipeline(str(SHIPPED))
    tokenizer = nlp.tokenizer
    for letter in LETTERS:
        assert tokenizer.prefix_search(letter) is None
        assert tokenizer.suffix_search(f"a{letter}") is None
    for word in WORDS:
        assert not [*tokenizer.infix_finditer(word)]
        assert tokenizer.url_match(word) is None
        assert tokenizer.token_match(word) is None


def test_a_spared_tokenizer_gives_the_same_tokens() -> None:
    text = " ".join([ODD, "Gunmen killed", *WORDS[:20]])
    plain, spared = spacy.blank("en"), spacy.blank("en")
    spare_letters(spared.tokenizer)
    assert [token.text for token in spared(text)] == [token.text for token in plain(text)]


def test_the_parser_that_is_shipped_is_spared_and_another_is_not() -> None:
    plain, _ = open_pipeline(str(SHIPPED))
    assert load_parser()._nlp.tokenizer.infix_finditer("abc") == ()
    assert [*plain.tokenizer.infix_finditer("a-b")]
    assert plain.tokenizer.infix_finditer("abc") != ()
