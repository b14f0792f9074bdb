"""Reduced relative clauses that the parse takes for the sentence: "gunmen believed to be herders killed six", "a
soldier wounded in a clash died"."""

from dataclasses import replace

from eventbook.coder.clauses.tree import is_verb
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_STOPS = frozenset({",", ";", ":"})
_PAST = frozenset({"VBD", "VBN"})


def mend_reduced(parse: Parse) -> Parse:
    """The parse with the verb of the sentence as its head, and what its subject is or suffered hung on the subject.

    A parse without this slip comes back as it is.
    """
    for token in parse.tokens:
        subject = parse.child(token.index, "nsubj", "nsubj:pass") if token.tag in _PAST else None
        if subject is not None and subject.index == token.index - 1 and not parse.child(token.index, "aux", "aux:pass"):
            verb = _verb_behind(parse, token) if _describes(parse, token) else _next_verb(parse, token)
            if verb is not None:
                return Parse(parse.start, parse.end, _turned(parse, token, subject, verb))
    return parse


def _describes(parse: Parse, token: Token) -> bool:
    """Whether a verb right behind a noun says what is thought of it, or where it was placed."""
    behind = parse.tokens[token.index + 1 : token.index + 3]
    thought = token.lemma in grammar().describing_verbs and any(w.text.lower() in ("to", "as", "of") for w in behind)
    return thought or (token.lemma in grammar().placing_verbs and behind[0].tag in ("IN", "TO"))  # "a bomb meant for"


def _next_verb(parse: Parse, token: Token) -> Token | None:
    """A past verb without a subject that nothing joins to the first: "a soldier wounded in a clash died"."""
    if parse.child(token.index, "obj") is not None:
        return None
    above = parse.tokens[token.head]
    later = [above] if token.dep == "ccomp" and above.index > token.index else []
    for verb in (*parse.children(token.index, "conj"), *later):
        lone = parse.child(verb.index, "cc", "nsubj", "nsubj:pass") is None and verb.tag in _PAST
        first = min([verb.index, *(kid.index for kid in parse.children(verb.index, "aux", "aux:pass"))])
        if lone and verb.index > token.index and parse.tokens[first - 1].text not in _STOPS:
            return verb
    return None


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
            return one if token.head == verb.index else replace(one, head=above, dep=token.dep)
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
