"""Who tells it at the end of a sentence: "killing 34 people, police and medics said", where a parse joins all three."""

from dataclasses import replace

from eventbook.coder.clauses.tree import is_nominal, is_verb
from eventbook.coder.parsing.records import Parse, Token

_MOST = 16  # words of the tellers
_TOLD = frozenset({"VBD", "VBZ"})
_JOINTS = frozenset({"of", "for", "in", "from", "with", "at"})
_LOOSE = frozenset({"appos", "conj", "obj", "nmod", "obl", "dep", "nmod:unmarked", "obl:unmarked", "list", "parataxis"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC", "POS", "HYPH", "PRP$", "CD"})


def part_tellers(parse: Parse, saying: frozenset[str]) -> Parse:
    """The parse with the tellers as subject of their verb, and those who suffered an act as its object.

    `saying` are lemmas of verbs of saying. A parse that is right, or that cannot be mended, comes back as it is.
    """
    for verb in parse.tokens:
        if verb.tag in _TOLD and verb.lemma in saying and (comma := _comma_before(parse, verb)) is not None:
            mended = _mend(parse, verb, comma)
            if mended is not None:
                return Parse(parse.start, parse.end, tuple(mended))
    return parse


def _comma_before(parse: Parse, verb: Token) -> int | None:
    """The comma behind which nothing but those who tell it stand before a verb.

    A name set off by commas goes with the office before it: ", the governor of the region, Ann Smith, wrote".
    """
    tokens = parse.tokens
    office = tokens[verb.index - 1].text == ","
    at = _phrase_before(parse, verb.index - (2 if office else 1), verb)
    if office and at > 1 and tokens[at].text == ",":
        at = _phrase_before(parse, at - 1, verb)
    noun = tokens[verb.index - (2 if office else 1)].tag.startswith("NN")
    return at if at > 1 and tokens[at].text == "," and noun and at + 1 < verb.index else None


def _phrase_before(parse: Parse, at: int, verb: Token) -> int:
    """Where the words of a noun phrase that ends at `at` do not go on to the left."""
    tokens = parse.tokens
    while at > 0 and verb.index - at <= _MOST and (tokens[at].tag in _NAMING or tokens[at].text in _JOINTS):
        at -= 1
    return at


def _mend(parse: Parse, verb: Token, comma: int) -> list[Token] | None:
    inside = range(comma + 1, verb.index)
    heads = [parse.tokens[at] for at in inside if parse.tokens[at].head not in inside]
    if parse.child(verb.index, "nsubj", "nsubj:pass", "csubj") is None and (alone := _alone(parse, verb, heads)):
        return alone
    if (whole := _joined_up(parse, verb, heads, comma)) is not None:
        return whole
    joined = {token.head for token in heads if token.dep == "conj" and token.head < comma}
    if len(joined) != 1 or not all(token.dep in ("conj", "punct", "cc") for token in heads):
        return None
    victim = parse.tokens[joined.pop()]
    subject = parse.child(verb.index, "nsubj")
    several = any(parse.tokens[at].tag == "CC" for at in inside)  # one teller alone is parted from a subject only
    if not is_nominal(victim) or (subject.index != victim.index if subject is not None else not several):
        return None
    tokens = list(parse.tokens)
    if subject is not None:
        deed = _verb_before(parse, victim)
        if deed is None:
            return None
        tokens[victim.index] = replace(victim, head=deed.index, dep="obj")
    tellers = [token for token in heads if token.dep == "conj"]
    first = tellers[0]
    tokens[first.index] = replace(first, head=verb.index, dep="nsubj")
    for token in tellers[1:]:
        tokens[token.index] = replace(token, head=first.index)
    return tokens


def _alone(parse: Parse, verb: Token, heads: list[Token]) -> list[Token] | None:
    """The tokens where a verb without a subject gets those who tell it, whatever they were hung on: "killing two
    protesters, hospital doctors said"."""
    named = [token for token in heads if is_nominal(token) and token.head < heads[0].index]
    if not named or named[0].dep not in _LOOSE or verb.dep not in ("root", "parataxis", "advcl"):
        return None
    tokens = list(parse.tokens)
    tokens[named[0].index] = replace(named[0], head=verb.index, dep="nsubj")
    for token in heads:
        if token.index != named[0].index and token.head < heads[0].index:
            tokens[token.index] = replace(token, head=named[0].index)
    return tokens


def _joined_up(parse: Parse, verb: Token, heads: list[Token], comma: int) -> list[Token] | None:
    """The tokens where the last teller alone was read as subject, in a relative clause: "bombed a village, residents
    and local media said"."""
    subject = parse.child(verb.index, "nsubj")
    others = [token for token in heads if token.head < comma]
    if subject not in heads or verb.dep not in ("acl", "acl:relcl") or verb.head >= comma or not others:
        return None
    if len(others) + 1 != len(heads) or not all(token.dep in ("conj", "appos") for token in others):
        return None
    above = verb.head
    while parse.tokens[above].head != above:
        above = parse.tokens[above].head
    tokens = list(parse.tokens)
    tokens[verb.index] = replace(verb, head=above, dep="parataxis")
    tokens[others[0].index] = replace(others[0], head=verb.index, dep="nsubj")
    for token in (*others[1:], subject):
        tokens[token.index] = replace(token, head=others[0].index, dep="conj")
    return tokens


def _verb_before(parse: Parse, noun: Token) -> Token | None:
    """The verb without an object that stands right before a noun phrase: "killing at least 34 people"."""
    first = noun.index
    phrase = _own_words(parse, noun)
    while first - 1 in phrase:
        first -= 1
    verb = parse.tokens[first - 1] if first else None
    return verb if verb is not None and is_verb(verb) and parse.child(verb.index, "obj") is None else None


def _own_words(parse: Parse, noun: Token) -> set[int]:
    """The words below a noun, without what is coordinated with it."""
    apart = {at for kid in parse.children(noun.index, "conj") for at in parse.subtree(kid.index)}
    return set(parse.subtree(noun.index)) - apart
