"""The parser's interface, with the shipped pipeline and with others."""

import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from eventbook.coder.parsing.errors import ParserError
from eventbook.coder.parsing.parser import SHIPPED, Parser, load_parser
from eventbook.coder.parsing.products import fast_products
from eventbook.coder.parsing.records import Parse
from eventbook.coder.parsing.sentences import split_sentences

needs_model = pytest.mark.skipif(not (SHIPPED / "meta.json").exists(), reason="the model has not been built")


def parse_one(text: str, parser: Parser | None = None) -> Parse:
    (parse,) = (parser or load_parser()).parse(text, [(0, len(text))])
    return parse


def relations(text: str) -> set[tuple[str, str, str]]:
    parse = parse_one(text)
    return {(token.text, token.dep, parse.tokens[token.head].text) for token in parse.tokens}


def check(parse: Parse, text: str) -> None:
    """What holds of every parse: offsets, order, one root, no cycle."""
    last = parse.start
    for index, token in enumerate(parse.tokens):
        assert token.index == index
        assert last <= token.start < token.end <= parse.end
        assert text[token.start : token.end] == token.text
        assert not text[last : token.start].strip()
        last = token.end
        assert len(parse.ancestors(index)) < len(parse.tokens)
    assert not text[last : parse.end].strip()
    assert sum(token.head == token.index for token in parse.tokens) == (1 if parse.tokens else 0)


READINGS = {
    "an active clause": (
        "The rebels attacked a village.",
        {("rebels", "nsubj", "attacked"), ("village", "obj", "attacked")},
    ),
    "a passive clause with an agent": (
        "Seven farmers were killed by gunmen.",
        {("farmers", "nsubj:pass", "killed"), ("gunmen", "obl:agent", "killed"), ("were", "aux:pass", "killed")},
    ),
    "a numeral that opens the sentence": (
        "Sixteen inmates and at least one guard were killed.",
        {("Sixteen", "nummod", "inmates"), ("inmates", "nsubj:pass", "killed"), ("guard", "conj", "inmates")},
    ),
    "a relative clause": (
        "The soldiers, who were attacked by rebels, fled to the hills.",
        {("attacked", "acl:relcl", "soldiers"), ("rebels", "obl:agent", "attacked"), ("soldiers", "nsubj", "fled")},
    ),
    "reported speech": ("Police said the rebels had fled.", {("fled", "ccomp", "said"), ("rebels", "nsubj", "fled")}),
    "a place that someone holds": (
        "Saudi-led coalition jets bombed Houthi-held Sanaa overnight.",
        {("held", "amod", "Sanaa"), ("Sanaa", "obj", "bombed"), ("jets", "nsubj", "bombed")},
    ),
    "a second toll without its auxiliary": (
        "Three rebels were killed and two policemen injured in a gun battle.",
        {("policemen", "nsubj:pass", "injured"), ("injured", "conj", "killed")},
    ),
    "a force that someone backs": (
        "US-backed fighters seized a village.",
        {("backed", "amod", "fighters"), ("fighters", "nsubj", "seized")},
    ),
    "victims named by an earlier deed": (
        "The bodies of seven miners abducted last week were found in a mass grave.",
        {("abducted", "acl", "miners"), ("bodies", "nsubj:pass", "found")},
    ),
    "shot dead": ("Gunmen shot dead two soldiers.", {("dead", "xcomp", "shot"), ("soldiers", "obj", "shot")}),
    "capitals": ("GUERRILLAS KILLED TWO SOLDIERS.", {("GUERRILLAS", "nsubj", "KILLED"), ("SOLDIERS", "obj", "KILLED")}),
    "small letters": ("police arrested ten men.", {("police", "nsubj", "arrested"), ("men", "obj", "arrested")}),
    "a headline": (
        "Gunmen Kill Seven Soldiers in Market Attack",
        {("Gunmen", "nsubj", "Kill"), ("Soldiers", "obj", "Kill")},
    ),
}  # fmt: skip


@needs_model
@pytest.mark.parametrize("name", READINGS)
def test_shipped_parser_reads(name: str) -> None:
    text, wanted = READINGS[name]
    assert wanted <= relations(text)


@needs_model
def test_parts_of_speech_and_lemmas() -> None:
    parse = parse_one("Ten inmates have been killed in Goma.")
    assert [token.pos for token in parse.tokens] == ["NUM", "NOUN", "AUX", "AUX", "VERB", "ADP", "PROPN", "PUNCT"]
    assert [token.lemma for token in parse.tokens] == ["ten", "inmate", "have", "be", "kill", "in", "goma", "."]


@needs_model
def test_offsets_are_those_of_the_article() -> None:
    text = "Ten die\n\nRebels\r\nattacked  the\xa0town.\nPolice fled."
    sentences = split_sentences(text)
    parses = load_parser().parse(text, sentences)
    assert [(parse.start, parse.end) for parse in parses] == list(sentences)
    for parse in parses:
        check(parse, text)


@needs_model
@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "12345", "!!!", "قتل ثلاثة جنود في المدينة.", "x" * 3_000, "<b>&amp;</b>", "\ufeffTen died.",
     "😀 died"],
    ids=["nothing", "a blank", "line breaks", "digits", "marks", "Arabic", "a long word", "markup", "a byte order mark",
         "an emoji"],
)  # fmt: skip
def test_odd_sentences_are_parsed(text: str) -> None:
    check(parse_one(text), text)


WORDS = ["Ten", "died", "\n", "\xa0", "İ", "ß", ".", ",", "(", "rebels", "WHO", "killed", "him", "\u200b", "\t", "  "]


@needs_model
@given(st.lists(st.sampled_from(WORDS), max_size=15))
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_its_offsets(words: list[str]) -> None:
    text = " ".join(words)
    for parse in load_parser().parse(text, split_sentences(text)):
        check(parse, text)


@needs_model
def test_same_text_same_parse_in_any_company() -> None:
    text = "Rebels fled. Police fired tear gas at students in Nairobi. Two men died."
    sentences = split_sentences(text)
    together = load_parser().parse(text, sentences)
    alone = tuple(load_parser().parse(text, [sentence])[0] for sentence in sentences)
    assert together == alone


@needs_model
def test_shipped_parser_is_loaded_once() -> None:
    assert load_parser() is load_parser()
    assert load_parser().name and load_parser().version


@Language.component("eventbook_test_clearnlp")
def clearnlp_heads(doc: Doc) -> Doc:
    """Stands for a parser that uses ClearNLP labels: all sentences are like "Men were shot by police in Goma"."""
    deps = ["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj"]
    heads = [2, 2, 2, 2, 3, 2, 5]
    tags = ["NNS", "VBD", "VBN", "IN", "NNS", "IN", "NNP"]
    for token, dep, head, tag in zip(doc, deps, heads, tags, strict=False):
        token.dep_, token.head, token.tag_ = dep, doc[min(head, len(doc) - 1)], tag
    return doc


@pytest.fixture
def other_pipeline(tmp_path: Path) -> str:
    nlp = spacy.blank("en")
    nlp.add_pipe("eventbook_test_clearnlp")
    nlp.meta["name"], nlp.meta["version"] = "clearnlp_test", "1.2.3"
    nlp.to_disk(tmp_path / "other")
    return str(tmp_path / "other")


def test_a_users_pipeline_replaces_the_shipped_one(other_pipeline: str) -> None:
    parser = load_parser(other_pipeline)
    parse = parse_one("Men were shot by police in Goma", parser)
    assert (parser.name, parser.version) == ("en_clearnlp_test", "1.2.3")
    assert [(token.text, token.dep, parse.tokens[token.head].text) for token in parse.tokens] == [
        ("Men", "nsubj:pass", "shot"),
        ("were", "aux:pass", "shot"),
        ("shot", "root", "shot"),
        ("by", "case", "police"),
        ("police", "obl:agent", "shot"),
        ("in", "case", "Goma"),
        ("Goma", "obl", "shot"),
    ]
    assert [token.lemma for token in parse.tokens][:3] == ["man", "be", "shoot"]


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ParserError, match="gives no dependencies"):
        load_parser(str(tmp_path / "blank"))


def test_an_unknown_pipeline_is_refused() -> None:
    with pytest.raises(ParserError, match=r"no such spaCy pipeline.*shipped"):
        load_parser("en_no_such_pipeline")


def test_without_threadpoolctl_the_default_products_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    products, one_thread = fast_products()
    with products, one_thread():
        assert spacy.blank("en")("Two died.").text == "Two died."
