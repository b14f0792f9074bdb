"""From a spaCy document to a parse: offsets, lemmas, parts of speech and one root."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from eventbook.coder.parsing.coarse import part_of_speech
from eventbook.coder.parsing.lemmas import lemma_of
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.parsing.universal import Tree, to_universal

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WRAP, _HALF = 2**64, 2**63
_NAME_TAGS = frozenset({"NNP", "NNPS", "JJ"})
_SPELLED = frozenset(
    [
        "one",
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
        "hundred",
        "thousand",
        "million",
    ]
)


def read_parse(doc: "Doc", *, text: str, start: int, end: int, offsets: tuple[int, ...] | None) -> Parse:
    """The parse of one sentence; ``offsets`` lead from the document's text to the sentence as written.

    White space that the tokenizer made a token is left out.
    """
    rows = _rows(doc)
    if not rows:
        return Parse(start, end, ())
    place = {row.at: index for index, row in enumerate(rows)}
    tags = [_tag(row) for row in rows]
    tree = Tree(
        heads=[place.get(row.head, index) for index, row in enumerate(rows)],
        deps=[row.dep for row in rows],
        tags=tags,
        lemmas=[row.lemma or lemma_of(row.text, tag) for row, tag in zip(rows, tags, strict=True)],
    )
    to_universal(tree)
    _keep_one_root(tree)
    tokens = []
    for index, row in enumerate(rows):
        first, last = row.first, row.first + len(row.text)
        if offsets is not None:
            first, last = offsets[first], offsets[last - 1] + 1
        first, last = start + first, start + last
        word, tag, dep = text[first:last], tags[index], tree.deps[index]
        pos = part_of_speech(tag, dep, word.lower()) or row.pos or "X"
        tokens.append(Token(index, first, last, word, tree.lemmas[index], tag, pos, tree.heads[index], dep))
    return Parse(start, end, tuple(tokens))


class _Row(NamedTuple):
    """What a pipeline said of one word; ``first`` is an offset into the document's text."""

    at: int
    first: int
    text: str
    head: int
    dep: str
    tag: str
    lemma: str
    pos: str


def _rows(doc: "Doc") -> list[_Row]:
    """The words of a document, read at one stroke: spaCy's token objects are slow."""
    names = doc.vocab.strings
    table = doc.to_array(["ORTH", "HEAD", "DEP", "TAG", "LEMMA", "POS", "SPACY"]).tolist()
    rows: list[_Row] = []
    first = 0
    for at, (orth, head, dep, tag, lemma, pos, blank) in enumerate(table):
        text = names[orth]
        if not text.isspace():
            # A head is a distance; negative ones come as unsigned numbers.
            distance = head - _WRAP if head >= _HALF else head
            named = names[lemma].lower() if lemma else ""
            rows.append(
                _Row(
                    at, first, text, at + distance, _relation(names[dep]), names[tag], named, names[pos] if pos else ""
                )
            )
        first += len(text) + blank
    return rows


def _tag(row: _Row) -> str:
    """The tag of a word; a spelled number with a capital letter ("Seven Kazakh guards") is no name."""
    if row.dep == "nummod" and row.tag in _NAME_TAGS and row.text.lower() in _SPELLED:
        return "CD"
    return row.tag


@cache
def _relation(label: str) -> str:
    """A relation in lower case; pseudo-projective and unset labels lose what is not Universal."""
    label = label.partition("||")[0].lower()
    return label or "dep"


def _keep_one_root(tree: Tree) -> None:
    """Hang further roots below the first, as loose clauses; name the root by its relation."""
    roots = [index for index, head in enumerate(tree.heads) if head == index]
    for index in roots[1:]:
        mark = part_of_speech(tree.tags[index], "", "") == "PUNCT"
        tree.heads[index], tree.deps[index] = roots[0], "punct" if mark else "parataxis"
    tree.deps[roots[0]] = "root"
