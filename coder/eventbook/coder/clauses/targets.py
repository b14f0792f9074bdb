"""Deeds told as what something became of them: "was the target of an attack" reads as "suffered an attack"."""

from dataclasses import replace

from eventbook.coder.clauses.tree import case_of
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_BECOMING = frozenset({"become", "fall"})
_TURNED = {"nsubj:pass": "nsubj", "aux:pass": "aux"}


def mend_targets(parse: Parse) -> Parse:
    """The parse with a verb of suffering over the deed; one without such a phrase comes back as it is.

    Else the deed hangs on a noun that is no deed: it has no day, and nothing says that it happened.
    """
    words = grammar().subjecting_verbs | grammar().target_nouns
    for token in [token for token in parse.tokens if token.lemma in words]:
        verb = _verb_of(parse, token)
        deed = _deed_of(parse, verb, token) if verb is not None else None
        if verb is not None and deed is not None:
            return Parse(parse.start, parse.end, tuple(_turned(one, verb, token, deed) for one in parse.tokens))
    return parse


def _verb_of(parse: Parse, token: Token) -> Token | None:
    """The word that comes to stand for "suffered": "was" of "was the target", "became", "subjected"."""
    if token.tag == "VBN" and token.lemma in grammar().subjecting_verbs and parse.child(token.index, "nsubj:pass"):
        return token
    if token.lemma not in grammar().target_nouns:
        return None
    if parse.child(token.index, "nsubj") is not None:
        return parse.child(token.index, "cop")
    head = parse.tokens[token.head]
    return head if token.dep in ("xcomp", "obj") and head.lemma in _BECOMING else None


def _deed_of(parse: Parse, verb: Token, noun: Token) -> Token | None:
    """What follows with "of" or "to": "the scene of clashes", "fell victim to a blast"."""
    kids = (*parse.children(noun.index, "nmod", "obl"), *parse.children(verb.index, "obl"))
    return next((kid for kid in kids if kid.index > noun.index and case_of(parse, kid.index) in ("of", "to")), None)


def _turned(one: Token, verb: Token, noun: Token, deed: Token) -> Token:
    """A token of the sentence in which the verb has taken the noun's place, and the deed is its object."""
    if one.index == verb.index:
        up = noun if verb.dep == "cop" else verb
        head = verb.index if up.head == up.index else up.head
        return replace(one, head=head, dep=up.dep, tag="VBD", pos="VERB", lemma="suffer")
    if one.index == deed.index:
        return replace(one, head=verb.index, dep="obj")
    if one.index == noun.index:
        return replace(one, head=verb.index, dep="compound:prt")
    if one.head in (verb.index, noun.index):
        return replace(one, head=verb.index, dep="obl" if one.dep == "nmod" else _TURNED.get(one.dep, one.dep))
    return one
