"""The network run in NumPy: the parses of spaCy's own path, whatever was read before."""

import numpy as np
import pytest
import spacy

from eventbook.coder.parsing.network import words as words_module
from eventbook.coder.parsing.network.layers import read_maxouts
from eventbook.coder.parsing.network.pipeline import is_known
from eventbook.coder.parsing.network.words import WordTable
from eventbook.coder.parsing.parser import SHIPPED, Parser, load_parser, open_pipeline

pytestmark = pytest.mark.skipif(not (SHIPPED / "meta.json").exists(), reason="the model has not been built")

SENTENCES = {
    "an active clause": "Gunmen in two pickup trucks attacked a checkpoint outside Deir ez-Zor at dawn.",
    "a long sentence with many clauses": (
        "Witnesses, who asked not to be named because they feared for their families, said that the column, which had "
        "left the barracks shortly after midnight, was ambushed near the bridge, that at least eleven soldiers were "
        "killed and some thirty wounded, and that the survivors, most of them without ammunition, fled to the hills."
    ),
    "quotes and contractions": "“We didn't fire; they'd thrown stones,” the officer's deputy said, but nobody's sure.",
    "a list of counts": "3 killed, 12 injured; 4 houses (2 of mud) burnt: that's Tuesday's toll.",
    "one word": "Clashes",
    "one mark": "!",
    "white space inside": "Two  men\tdied \n in Goma.",
    "a sentence of nothing": "",
    "capitals": "REBELS SHELL AIRPORT, 6 DIE",
    "words that nobody knows": "Qorbelline zandoruvs frambled the 7th Vexillary of Umbraxia.",
    "the same word many times": "very " * 60 + "tired soldiers slept.",
    "other scripts": "The village of Дебальцево was shelled; قتل ثلاثة جنود.",
    "a full paragraph of events": (
        "Protesters blocked the highway on Friday, police used tear gas, and six people, among them a journalist, were "
        "arrested before the crowd of about 400 dispersed towards the old market of Port-au-Prince."
    ),
}


@pytest.fixture(scope="module")
def plain() -> Parser:
    """The shipped pipeline run by spaCy alone."""
    nlp, one_thread = open_pipeline(str(SHIPPED))
    return Parser(nlp, name="plain", version="", one_thread=one_thread)


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_has_the_parse_that_spacy_gives(name: str, plain: Parser) -> None:
    text = SENTENCES[name]
    assert load_parser().parse(text, [(0, len(text))]) == plain.parse(text, [(0, len(text))])


def test_sentences_read_together_have_the_parses_that_spacy_gives(plain: Parser) -> None:
    text = "\n".join(SENTENCES.values())
    starts = np.cumsum([0, *(len(sentence) + 1 for sentence in SENTENCES.values())])
    spans = [(int(at), int(at) + len(s)) for at, s in zip(starts[:-1], SENTENCES.values(), strict=True)]
    assert load_parser().parse(text, spans) == plain.parse(text, spans)


def test_no_sentences_give_no_parses() -> None:
    assert load_parser().parse("Two men died.", []) == ()


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> WordTable:
    monkeypatch.setattr(words_module, "KEPT", 64)
    nlp, _ = open_pipeline(str(SHIPPED))
    model = nlp.get_pipe("tok2vec").model
    return WordTable(model.get_ref("embed"), read_maxouts(model.get_ref("encode"))[0], nlp.vocab)


def _words(table: WordTable, spellings: list[str]) -> list[tuple[int, int]]:
    return [(table.vocab.strings.add(word), table.vocab.strings.add(word.lower())) for word in spellings]


def test_a_words_row_has_the_same_bits_in_any_company(table: WordTable) -> None:
    (word,) = _words(table, ["gunmen"])
    (row,) = table.rows([word])
    vector, shares = table.vectors[row].copy(), table.shares[row].copy()
    for count in (7, 40, 70, 200):  # the last ones are more than the table keeps
        others = _words(table, [f"w{count}x{n}" for n in range(count)])
        row = table.rows([*others, word])[-1]
        assert np.array_equal(table.vectors[row], vector)
        assert np.array_equal(table.shares[row], shares)


def test_rows_of_words_are_distinct_and_none_is_the_paddings(table: WordTable) -> None:
    rows = table.rows(_words(table, ["one", "two", "one", "three"]))
    assert rows[0] == rows[2]
    assert len({0, *rows}) == 4
    assert not table.vectors[0].any()
    assert not table.shares[0].any()


def test_another_pipeline_is_left_to_spacy() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parser").add_label("nsubj")
    assert not is_known(nlp)
