"""Whom a number includes: in "three men, among them a boy, were shot" the men are shot, however it is parsed."""

from dataclasses import replace

from eventbook.coder.clauses.tree import relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_PLURALS = frozenset({"NNS", "NNPS"})


def mend_included(parse: Parse) -> Parse:
    """The parse with the whole as the subject of its verb and the part beside it.

    A parse that is right, or that cannot be mended, comes back as it is.
    """
    for part in parse.tokens:
        whole = _whole_of(parse, part) if relation(part) == "nsubj" else None
        if whole is not None:
            return Parse(parse.start, parse.end, tuple(_moved(token, whole, part) for token in parse.tokens))
    return parse


def _whole_of(parse: Parse, part: Token) -> Token | None:
    """The plural before ", among them" that hangs on the part as if this were its verb."""
    for kid in parse.children(part.index, "nsubj", "nsubj:pass", "nmod", "dep", "appos"):
        behind = " ".join(token.text.lower() for token in parse.tokens[kid.index + 1 : part.index])
        listed = behind.startswith(", ") and behind[2:].startswith(grammar().part_openings)
        if kid.tag in _PLURALS and kid.index < part.index and listed:
            return kid
    return _counted_whole(parse, part)


def _counted_whole(parse: Parse, part: Token) -> Token | None:
    """The plural right before a count of some of them: "17 civilians, nine of them children, died"."""
    for count in parse.children(part.index, "nsubj", "nummod", "nmod"):
        behind = " ".join(token.text.lower() for token in parse.tokens[count.index + 1 : part.index])
        if count.tag != "CD" or behind not in ("of them", "of whom") or count.index < 2:
            continue
        whole, comma = parse.tokens[count.index - 2], parse.tokens[count.index - 1]
        return whole if comma.text == "," and whole.tag in _PLURALS else None
    return None


def _moved(token: Token, whole: Token, part: Token) -> Token:
    if token.index == whole.index:
        return replace(token, head=part.head, dep=part.dep)
    return replace(token, head=whole.index, dep="appos") if token.index == part.index else token
