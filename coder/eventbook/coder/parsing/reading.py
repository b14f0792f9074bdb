"""From a spaCy document to a parse: offsets, lemmas, parts of speech and one root."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING, NamedTuple

from eventbook.coder.parsing.brackets import join_over_brackets
from eventbook.coder.parsing.casing import UNSEEN
from eventbook.coder.parsing.coarse import part_of_speech
from eventbook.coder.parsing.coordination import mend_coordination
from eventbook.coder.parsing.hangings import mend_hangings
from eventbook.coder.parsing.lemmas import lemma_of
from eventbook.coder.parsing.openings import free_opening
from eventbook.coder.parsing.participles import free_participles
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.parsing.universal import Tree, to_universal

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS = ["ORTH", "HEAD", "DEP", "TAG", "LEMMA", "POS", "SPACY"]
_PARTICIPLES = frozenset({"slain"})  # never plain adjectives behind "were"
_MISTAKEN = frozenset({"JJ", "RB"})  # what the tagger takes participles for
_OF_PASSIVES = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
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
    words = _read_words(doc)
    if not words.texts:
        return Parse(start, end, ())
    place = {at: index for index, at in enumerate(words.at)}
    tags = _number_tags(words) if "nummod" in words.deps else list(words.tags)
    lemmas = [lemma or lemma_of(word, tag) for lemma, word, tag in zip(words.lemmas, words.texts, tags, strict=True)]
    heads = [place.get(head, index) for index, head in enumerate(words.heads)]
    tree = Tree(heads=heads, deps=words.deps, tags=tags, lemmas=lemmas)
    to_universal(tree)
    _keep_one_root(tree)
    join_over_brackets(tree, words.texts)
    free_opening(tree, words.texts)
    free_participles(tree, words.texts)
    mend_coordination(tree)
    mend_hangings(tree, words.texts)
    for index in _passives(tree, words.texts):
        tags[index], lemmas[index] = "VBN", lemma_of(words.texts[index], "VBN")
    tokens = []
    for index, (first, word, tag, dep) in enumerate(zip(words.first, words.texts, tags, tree.deps, strict=True)):
        last = first + len(word)
        if offsets is not None:
            first, last = offsets[first], offsets[last - 1] + 1
        first, last = start + first, start + last
        written = text[first:last]
        small = written.lower()
        pos = part_of_speech(tag, dep, small) or words.pos[index] or "X"
        lemma = lemma_of(written, tag) if small in UNSEEN else lemmas[index]
        tokens.append(Token(index, first, last, written, lemma, tag, pos, tree.heads[index], dep))
    return Parse(start, end, tuple(tokens))


class _Words(NamedTuple):
    """What a pipeline said of the words of a document, in columns; ``first`` are offsets into the document's text."""

    at: list[int]
    first: list[int]
    texts: list[str]
    heads: list[int]
    deps: list[str]
    tags: list[str]
    lemmas: list[str]
    pos: list[str]


def _read_words(doc: "Doc") -> _Words:
    """The words of a document, read at one stroke: spaCy's token objects are slow."""
    names = doc.vocab.strings
    table = doc.to_array(_COLUMNS)
    orths, _, deps, tags, lemmas, pos, blanks = table.T.tolist()
    texts = [names[orth] for orth in orths]
    lengths = [len(text) + blank for text, blank in zip(texts, blanks, strict=True)]
    relations = {dep: _relation(names[dep]) for dep in set(deps)}
    words = _Words(
        list(range(len(texts))),
        list(accumulate(lengths, initial=0))[:-1],
        texts,
        # A head is a distance; negative ones come as unsigned numbers.
        [at + distance for at, distance in enumerate(table[:, 1].astype("int64").tolist())],
        [relations[dep] for dep in deps],
        [names[tag] for tag in tags],
        [names[lemma].lower() if lemma else "" for lemma in lemmas],
        [names[one] if one else "" for one in pos],
    )
    written = [not text.isspace() for text in texts]
    return words if all(written) else _Words._make(list(compress(column, written)) for column in words)


def _number_tags(words: _Words) -> list[str]:
    """The tags, with those of spelled numbers that were taken for names mended: "Seven Kazakh guards"."""
    return [
        "CD" if dep == "nummod" and tag in _NAME_TAGS and word.lower() in _SPELLED else tag
        for word, tag, dep in zip(words.texts, words.tags, words.deps, strict=True)
    ]


@cache
def _relation(label: str) -> str:
    """A relation in lower case; pseudo-projective and unset labels lose what is not Universal."""
    label = label.partition("||")[0].lower()
    return label or "dep"


def _passives(tree: Tree, texts: Sequence[str]) -> list[int]:
    """Participles that were tagged otherwise though they stand in the passive: "27 people being burnt to death"."""
    for at, (head, dep) in enumerate(zip(tree.heads, tree.deps, strict=True)):
        if texts[head].lower() in _PARTICIPLES and tree.tags[head] in _MISTAKEN and dep in _OF_PASSIVES:
            tree.deps[at] = _OF_PASSIVES[dep]  # "villagers were slain"
    heads = {head for head, dep in zip(tree.heads, tree.deps, strict=True) if dep == "aux:pass"}
    return sorted(index for index in heads if tree.tags[index] in _MISTAKEN)


def _keep_one_root(tree: Tree) -> None:
    """Hang further roots below the first, as loose clauses; name the root by its relation."""
    roots = [index for index, head in enumerate(tree.heads) if head == index]
    for index in roots[1:]:
        mark = part_of_speech(tree.tags[index], "", "") == "PUNCT"
        tree.heads[index], tree.deps[index] = roots[0], "punct" if mark else "parataxis"
    tree.deps[roots[0]] = "root"
