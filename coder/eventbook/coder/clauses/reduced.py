"""Reduced relative clauses that the parse takes for the sentence: "gunmen believed to be herders killed six"."""

from dataclasses import replace

from eventbook.coder.clauses.tree import is_verb
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_PAST = frozenset({"VBD", "VBN"})


def mend_reduced(parse: Parse) -> Parse:
    """The parse with the verb of the sentence as its head, and what people are believed to be hung on them.

    A parse without this slip comes back as it is.
    """
    for token in parse.tokens:
        subject = parse.child(token.index, "nsubj", "nsubj:pass") if token.tag in _PAST else None
        if subject is not None and _describes(parse, token, subject):
            verb = _verb_behind(parse, token)
            if verb is not None:
                return Parse(parse.start, parse.end, _turned(parse, token, subject, verb))
    return parse


def _describes(parse: Parse, token: Token, subject: Token) -> bool:
    """Whether a verb right behind a noun says, without a helping verb, what is thought or was done of it."""
    if parse.child(token.index, "aux", "aux:pass") is not None:
        return False
    behind = parse.tokens[token.index + 1 : token.index + 3]
    thought = token.lemma in grammar().describing_verbs and any(w.text.lower() in ("to", "as", "of") for w in behind)
    placed = token.lemma in grammar().placing_verbs and behind[0].tag in ("IN", "TO")  # "a bomb meant for a patrol"
    return (thought or placed) and subject.index == token.index - 1


def _verb_behind(parse: Parse, token: Token) -> Token | None:
    """The finite verb without a subject that follows what is thought of the noun."""
    for kid in parse.children(token.index, "ccomp", "conj", "parataxis", "advcl", "xcomp"):
        subject = parse.child(kid.index, "nsubj", "nsubj:pass")
        lone = parse.child(kid.index, "mark", "cc") is None and (subject is None or _is_said(parse, subject))
        finite = kid.tag == "VBD" or parse.child(kid.index, "aux:pass") is not None
        if kid.index > token.index + 2 and is_verb(kid) and finite and lone:
            return kid
    return None


def _is_said(parse: Parse, noun: Token) -> bool:
    """Whether a noun stands behind "to be": "believed to be members"."""
    return parse.child(noun.index, "cop") is not None and parse.child(noun.index, "mark") is not None


def _turned(parse: Parse, token: Token, subject: Token, verb: Token) -> tuple[Token, ...]:
    """The tokens with the participle under its noun, and the noun and all that stood beside it under the verb."""
    above = verb.index if token.head == token.index else token.head

    def turn(one: Token) -> Token:
        if one.index == verb.index:
            return replace(one, head=above, dep=token.dep)
        if one.index == token.index:
            return replace(one, head=subject.index, dep="acl", tag="VBN")
        if one.index == subject.index:
            helped = parse.child(verb.index, "aux:pass") is not None
            return replace(one, head=verb.index, dep="nsubj:pass" if helped else "nsubj")
        if one.head == verb.index and one.dep in ("nsubj", "nsubj:pass"):
            return replace(one, head=token.index, dep="xcomp")
        if one.head == token.index and one.index > verb.index:
            return replace(one, head=verb.index)
        return one

    return tuple(turn(one) for one in parse.tokens)
