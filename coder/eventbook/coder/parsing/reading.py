"""From a spaCy document to a parse: offsets, lemmas, parts of speech and one root."""

from typing import TYPE_CHECKING, Any

from eventbook.coder.parsing.coarse import part_of_speech
from eventbook.coder.parsing.lemmas import lemma_of
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.parsing.universal import CLEARNLP_ONLY, Tree, to_universal

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read_parse(doc: "Doc", *, text: str, start: int, end: int, offsets: tuple[int, ...] | None) -> Parse:
    """The parse of one sentence; ``offsets`` lead from the document's text to the sentence as written.

    White space that the tokenizer made a token is left out.
    """
    words = [token for token in doc if not token.is_space]
    if not words:
        return Parse(start, end, ())
    place = {token.i: index for index, token in enumerate(words)}
    tags = [_tag(token) for token in words]
    tree = Tree(
        heads=[place.get(token.head.i, index) for index, token in enumerate(words)],
        deps=[_relation(token.dep_) for token in words],
        tags=tags,
        lemmas=[token.lemma_.lower() or lemma_of(token.text, tag) for token, tag in zip(words, tags, strict=True)],
    )
    if not CLEARNLP_ONLY.isdisjoint(tree.deps):
        to_universal(tree)
    _keep_one_root(tree)
    tokens = []
    for index, token in enumerate(words):
        first = token.idx
        last = first + len(token)
        if offsets is not None:
            first, last = offsets[first], offsets[last - 1] + 1
        first, last = start + first, start + last
        tokens.append(_token(tree, index, first, last, text[first:last], token))
    return Parse(start, end, tuple(tokens))


def _token(tree: Tree, index: int, start: int, end: int, text: str, word: Any) -> Token:
    tag, dep = tree.tags[index], tree.deps[index]
    pos = part_of_speech(tag, dep, text.lower()) or word.pos_ or "X"
    return Token(index, start, end, text, tree.lemmas[index], tag, pos, tree.heads[index], dep)


def _tag(word: Any) -> str:
    """The tag of a word; a spelled number with a capital letter ("Seven Kazakh guards") is no name."""
    if word.tag_ in ("NNP", "NNPS", "JJ") and word.dep_ == "nummod" and word.like_num:
        return "CD"
    return str(word.tag_)


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
