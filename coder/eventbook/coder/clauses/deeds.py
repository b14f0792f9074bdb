"""What belongs to a deed told by a noun, where the parse hangs it elsewhere: who did it, whom it killed."""

from eventbook.coder.clauses.changes import Changes, changed
from eventbook.coder.clauses.times import is_weekday
from eventbook.coder.clauses.tree import case_of, is_nominal, is_verb, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_WHERE = frozenset({"at", "on", "in", "near", "outside", "inside", "against"})


def mend_deeds(parse: Parse) -> Parse:
    """The parse with doers and outcomes beside the noun that tells of the deed; one without slips comes back as it is.

    "Condemned the killing of three men by rebels" was done by rebels; "a bombing at a market that killed nine" killed
    nine; "the use of tear gas by police" is one of tear gas; "spoke on Wednesday after the killing of a man on
    Tuesday" has two days.
    """
    changes: Changes = {}
    for token in parse.tokens:
        changes |= _done_by(parse, token) or _ended(parse, token) or _used(parse, token) or _dated(parse, token)
    return changed(parse, changes)


def _is_deed(token: Token) -> bool:
    return token.lemma in grammar().deed_nouns and token.tag in ("NN", "NNS", "VBG")


def _done_by(parse: Parse, doer: Token) -> Changes:
    """ "Confirmed the killing of three men by rebels": no verb in the active voice is done by somebody."""
    verb = parse.tokens[doer.head]
    by = doer.dep in ("obl", "obl:agent") and is_nominal(doer) and case_of(parse, doer.index) == "by"
    active = verb.tag in ("VB", "VBD", "VBZ", "VBP", "VBG") and parse.child(verb.index, "aux:pass") is None
    if not by or not active or doer.tag in ("CD", "NNP") or verb.index > doer.index:
        return {}
    for deed in parse.tokens[verb.index + 1 : doer.index]:
        beneath = deed.dep == "obj" or (deed.dep == "obl" and of_nouns(parse, deed.index))
        if beneath and deed.head == verb.index and _is_deed(deed):
            return {doer.index: (deed.index, "nmod")}
    return {}


def _ended(parse: Parse, clause: Token) -> Changes:
    """ "An attack on a base that left five dead": the clause behind the place tells of the attack."""
    if clause.dep != "acl:relcl" or clause.lemma not in grammar().ending_verbs:
        return {}
    place = parse.tokens[clause.head]
    deed = _deed_at(parse, place)
    that = parse.child(clause.index, "nsubj")
    thing = place.tag == "NN" and place.lemma not in grammar().unit_nouns
    if deed is None or that is None or that.text.lower() not in ("that", "which") or not thing:
        return {}
    return {clause.index: (deed.index, "acl:relcl"), place.index: (deed.index, "nmod")}


def _deed_at(parse: Parse, place: Token) -> Token | None:
    """The deed that a place, or who was there, stands behind: "an attack on a patrol"."""
    if case_of(parse, place.index) not in _WHERE:
        return None
    head = parse.tokens[place.head]
    deed = parse.child(head.index, "obj") if place.dep == "obl" else head if place.dep == "nmod" else None
    return deed if deed is not None and deed.index < place.index and _is_deed(deed) else None


def _dated(parse: Parse, day: Token) -> Changes:
    """ "Spoke on Wednesday after the killing of three men on Tuesday": the second day is that of the deed."""
    verb = parse.tokens[day.head]
    if day.dep != "obl" or not is_weekday(day) or not is_verb(verb) or case_of(parse, day.index) != "on":
        return {}
    causes = (kid for kid in parse.children(verb.index, "obl") if verb.index < kid.index < day.index)
    for cause in causes:
        known = any(is_weekday(kid) and kid.index < cause.index for kid in parse.children(verb.index, "obl"))
        if known and _is_deed(cause) and case_of(parse, cause.index) in grammar().cause_prepositions:
            return {day.index: (cause.index, "nmod")}
    return {}


def _used(parse: Parse, use: Token) -> Changes:
    """ "The use of tear gas by police" as "tear gas by police": what is used tells of the deed."""
    if use.lemma != "use" or use.tag != "NN":
        return {}
    held = next((kid for kid in parse.children(use.index, "nmod") if case_of(parse, kid.index) == "of"), None)
    if held is None or is_verb(held):
        return {}
    head = held.index if use.head == use.index else use.head
    others = [kid for kid in parse.children(use.index) if kid.index != held.index and kid.dep != "det"]
    case = parse.child(held.index, "case")
    moved = {kid.index: (held.index, kid.dep) for kid in others}
    dropped = {case.index: (use.index, "dep")} if case is not None else {}
    return {held.index: (head, use.dep), use.index: (held.index, "compound"), **moved, **dropped}
