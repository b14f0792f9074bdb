"""Where a parse loses the main clause in a relative one: "men, who have not been identified, shot two traders"."""

from eventbook.coder.clauses.changes import Changes, changed
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
            return changed(parse, _to_main(parse, clause, verb))
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


def _to_main(parse: Parse, clause: Token, verb: Token) -> Changes:
    """What puts the verb in the place of the noun, this under it, and what follows the verb beside it."""
    noun = parse.tokens[clause.head]
    behind = (kid for kid in parse.children(clause.index) if kid.index > verb.index)
    return {
        **{kid.index: (verb.index, kid.dep) for kid in behind},
        verb.index: (verb.index if noun.dep == "root" else noun.head, noun.dep),
        noun.index: (verb.index, "nsubj:pass" if verb.tag == "VBN" else "nsubj"),
    }
