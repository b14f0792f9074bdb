"""Walking a parse."""

from eventbook.coder.parsing.records import Parse, Token

ROWS = [
    ("Gunmen", "gunman", "NNS", "NOUN", 1, "nsubj"),
    ("killed", "kill", "VBD", "VERB", 1, "root"),
    ("farmers", "farmer", "NNS", "NOUN", 1, "obj"),
    ("and", "and", "CC", "CCONJ", 4, "cc"),
    ("herders", "herder", "NNS", "NOUN", 2, "conj"),
    (".", ".", ".", "PUNCT", 1, "punct"),
]


def make_parse() -> Parse:
    tokens, at = [], 10
    for index, (text, lemma, tag, pos, head, dep) in enumerate(ROWS):
        tokens.append(Token(index, at, at + len(text), text, lemma, tag, pos, head, dep))
        at += len(text) + 1
    return Parse(10, at, tuple(tokens))


def test_children_come_left_to_right_and_by_relation() -> None:
    parse = make_parse()
    assert [token.text for token in parse.children(1)] == ["Gunmen", "farmers", "."]
    assert [token.text for token in parse.children(1, "obj", "punct")] == ["farmers", "."]
    child = parse.child(1, "obj")
    assert child is not None and child.text == "farmers"
    assert parse.child(1, "obl") is None


def test_subtree_ancestors_span_and_conjuncts() -> None:
    parse = make_parse()
    assert parse.subtree(2) == (2, 3, 4)
    assert [token.text for token in parse.ancestors(4)] == ["farmers", "killed"]
    assert parse.ancestors(1) == ()
    assert parse.span(2) == (parse.tokens[2].start, parse.tokens[4].end)
    assert [token.text for token in parse.conjuncts(2)] == ["farmers", "herders"]


def test_root_and_token_at_an_offset() -> None:
    parse = make_parse()
    assert parse.root is parse.tokens[1]
    assert parse.token_at(10) is parse.tokens[0]
    assert parse.token_at(16) is None
    assert parse.token_at(9_999) is None
    assert Parse(0, 0, ()).root is None
