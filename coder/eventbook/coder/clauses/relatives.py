"""Where a parse loses the main clause in a relative one: "men, who have not been identified, shot two traders"."""

from dataclasses import replace

from eventbook.coder.clauses.tree import is_nominal
from eventbook.coder.parsing.records import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_relatives(parse: Parse) -> Parse:
    """The parse with the noun before ", who" as the subject of the verb behind the next comma.

    A parse that is right, or that cannot be mended, comes back as it is.
    """
    for clause in parse.tokens:
        if clause.dep != "acl:relcl":
            continue
        verb = _main_verb(parse, clause)
        if verb is not None:
            noun = parse.tokens[clause.head]
            return Parse(parse.start, parse.end, tuple(_moved(token, noun, clause, verb) for token in parse.tokens))
    return parse


def _main_verb(parse: Parse, clause: Token) -> Token | None:
    """The finite verb without a subject that stands behind the comma which ends the relative clause."""
    noun = parse.tokens[clause.head]
    who = next((kid for kid in parse.children(clause.index) if kid.tag in ("WP", "WDT")), None)
    if who is None or not is_nominal(noun) or noun.dep not in ("root", "ccomp", "parataxis"):
        return None
    if parse.tokens[who.index - 1].text != "," or parse.child(noun.index, "nsubj", "cop") is not None:
        return None
    for verb in parse.children(clause.index, "conj"):
        helped = parse.child(verb.index, "aux", "aux:pass")
        first = verb if helped is None else helped
        finite = verb.tag in _FINITE or (helped is not None and helped.tag in _FINITE)
        bare = parse.child(verb.index, "nsubj", "nsubj:pass", "cc") is None
        if finite and bare and parse.tokens[first.index - 1].text == ",":
            return verb
    return None


def _moved(token: Token, noun: Token, clause: Token, verb: Token) -> Token:
    if token.index == verb.index:
        return replace(token, head=verb.index if noun.dep == "root" else noun.head, dep=noun.dep)
    if token.index == noun.index:
        return replace(token, head=verb.index, dep="nsubj:pass" if verb.tag == "VBN" else "nsubj")
    behind = token.head == clause.index and token.index > verb.index
    return replace(token, head=verb.index) if behind else token
