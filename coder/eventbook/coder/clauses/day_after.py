"""What stands behind "a day after": a clause of its own, which the parse often takes apart."""

from dataclasses import replace

from eventbook.coder.clauses.tree import is_nominal
from eventbook.coder.dates.rules import date_rules
from eventbook.coder.parsing.records import Parse, Token

_CLAUSES = frozenset({"advcl", "conj", "acl", "acl:relcl", "parataxis"})
_HELPERS = frozenset({"aux", "aux:pass", "advmod"})


def mend_day_after(parse: Parse) -> Parse:
    """The parse with "after" and the time before it under the verb that follows, and who acts as its subject.

    "Gunmen shot three on Tuesday, a day after jets bombed a village" tells of two deeds, the second of Monday. A parse
    that is right, or that cannot be mended, comes back as it is.
    """
    for after in parse.tokens[1:-1]:
        unit = parse.tokens[after.index - 1]
        if after.text.lower() != "after" or date_rules().class_of.get(unit.text.lower()) != "UNIT":
            continue
        verb = next((token for token in parse.tokens[after.index + 1 :] if token.tag in ("VBD", "VBN")), None)
        doer = _doer_of(parse, after, verb) if verb is not None else None
        if verb is not None and doer is not None and verb.dep in _CLAUSES and verb.head < unit.index:
            tokens = (_moved(parse, one, unit, after, doer, verb) for one in parse.tokens)
            return Parse(parse.start, parse.end, tuple(tokens))
    return parse


def _doer_of(parse: Parse, after: Token, verb: Token) -> Token | None:
    """Who acts: the noun right before the verb, with no comma between it and "after"."""
    at = verb.index - 1
    while at > after.index and parse.tokens[at].dep in _HELPERS:
        at -= 1
    between = parse.tokens[after.index + 1 : at]
    doer = parse.tokens[at]
    return doer if at > after.index and is_nominal(doer) and all(one.text != "," for one in between) else None


def _moved(parse: Parse, one: Token, unit: Token, after: Token, doer: Token, verb: Token) -> Token:
    if one.index == after.index:
        return replace(one, head=verb.index, dep="mark")
    if one.index == unit.index:
        return replace(one, head=verb.index, dep="obl:unmarked")
    if one.index == doer.index:
        return replace(one, head=verb.index, dep="nsubj:pass" if parse.child(verb.index, "aux:pass") else "nsubj")
    if one.index == verb.index:
        main = next((token for token in parse.ancestors(verb.index) if token.index < unit.index), verb)
        above = main if main.tag.startswith("VB") else parse.tokens[main.head]
        return replace(one, head=above.index, dep="advcl")
    behind = one.index > verb.index and one.dep == "advcl" and one.tag == "VBG" and one.head < unit.index
    return replace(one, head=verb.index) if behind else one
