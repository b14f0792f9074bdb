"""What stands behind "a day after": a clause of its own, which the parse often takes apart."""

from eventbook.coder.clauses.changes import Changes, changed, subject_of
from eventbook.coder.clauses.times import is_time_unit
from eventbook.coder.clauses.tree import is_nominal
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
        if after.text.lower() != "after" or not is_time_unit(unit):
            continue
        verb = next((token for token in parse.tokens[after.index + 1 :] if token.tag in ("VBD", "VBN")), None)
        doer = _doer_of(parse, after, verb) if verb is not None else None
        if verb is not None and doer is not None and verb.dep in _CLAUSES and verb.head < unit.index:
            return changed(parse, _to_clause(parse, unit, after, doer, verb))
    return parse


def _doer_of(parse: Parse, after: Token, verb: Token) -> Token | None:
    """Who acts: the noun right before the verb, with no comma between it and "after"."""
    at = verb.index - 1
    while at > after.index and parse.tokens[at].dep in _HELPERS:
        at -= 1
    between = parse.tokens[after.index + 1 : at]
    doer = parse.tokens[at]
    return doer if at > after.index and is_nominal(doer) and all(one.text != "," for one in between) else None


def _to_clause(parse: Parse, unit: Token, after: Token, doer: Token, verb: Token) -> Changes:
    """What makes a clause under the verb before the time out of the verb and what belongs to it."""
    main = next((token for token in parse.ancestors(verb.index) if token.index < unit.index), verb)
    above = main if main.tag.startswith("VB") else parse.tokens[main.head]
    gerunds = (one for one in parse.tokens[verb.index + 1 :] if one.dep == "advcl" and one.tag == "VBG")
    return {
        **{one.index: (verb.index, one.dep) for one in gerunds if one.head < unit.index},
        after.index: (verb.index, "mark"),
        unit.index: (verb.index, "obl:unmarked"),
        doer.index: (verb.index, subject_of(parse, verb)),
        verb.index: (above.index, "advcl"),
    }
