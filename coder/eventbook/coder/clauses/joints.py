"""Where a parse hangs what "and" joins one noun too low, or what follows a noun one word too high."""

from dataclasses import replace

from eventbook.coder.clauses.times import is_weekday
from eventbook.coder.clauses.tree import case_of, is_nominal
from eventbook.coder.parsing.records import Parse, Token

_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})
_DAYS = frozenset({"day", "night", "morning", "evening"})
_TIMES = ("after", "before", "following")


def mend_joints(parse: Parse) -> Parse:
    """The parse with its slips mended; one without them comes back as it is.

    "The government of Mali and the rebels signed" joins rebels to the government and not to Mali; in "troops and
    gunmen of Islamic Jihad" the group is that of the gunmen; "was shot in Moreh after clashes in Imphal" has two
    places; in "bombed it on Friday and jets hit a road" the jets are no day; "no fewer than three soldiers" are
    soldiers.
    """
    heads = {token.index: head for token in parse.tokens if (head := _head_of(parse, token)) is not None}
    deps = dict.fromkeys(_told_apart(parse), "parataxis")
    for doer, verb in _parted_from_day(parse):
        heads[doer], deps[doer] = verb, "nsubj"
    for after, subject, clause in _after_clauses(parse):
        heads[subject.index], deps[subject.index] = clause.index, "nsubj:pass" if clause.tag == "VBN" else "nsubj"
        heads[after.index], deps[after.index] = clause.index, "mark"
    for amount, noun in _least_counts(parse):
        heads[noun.index], deps[noun.index] = amount.head, amount.dep
        heads[amount.index], deps[amount.index] = noun.index, "advmod"
    if not (heads or deps):
        return parse
    tokens = (
        replace(token, head=heads.get(token.index, token.head), dep=deps.get(token.index, token.dep))
        for token in parse.tokens
    )
    return Parse(parse.start, parse.end, tuple(tokens))


def _told_apart(parse: Parse) -> frozenset[int]:
    """The verbs of clauses with a subject of their own behind a semicolon, which the parse hangs on what stands before.

    "Gunmen killed a guard in X on Sunday; on Monday, two recruits died in Y" tells of two events.
    """
    semicolons = [token.index for token in parse.tokens if token.text == ";"]
    return frozenset(
        token.index
        for token in parse.tokens
        if any(token.head < at < token.index for at in semicolons)
        and token.dep in ("advcl", "conj", "dep", "appos")
        and parse.child(token.index, "nsubj", "nsubj:pass") is not None
        and parse.child(token.index, "mark") is None
    )


def _parted_from_day(parse: Parse) -> list[tuple[int, int]]:
    """Nouns that the parse joins to a day, and the verb right behind, which lacks a subject: "bombed it on Friday and
    jets hit a road"."""
    found = []
    for token in parse.tokens[:-1]:
        verb = parse.tokens[token.index + 1]
        if token.dep != "conj" or not is_nominal(token) or verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep != "conj":
            continue
        joined = is_weekday(parse.tokens[token.head])
        if joined and parse.child(verb.index, "nsubj", "nsubj:pass") is None and token.lemma not in _DAYS:
            found.append((token.index, verb.index))
    return found


def _after_clauses(parse: Parse) -> list[tuple[Token, Token, Token]]:
    """The conjunction, subject and verb of clauses whose subject is read as a time: "spoke after a bomb hit a van"."""
    found = []
    for verb in parse.tokens[1:]:
        before = verb.index - 1 - len(parse.children(verb.index, "aux", "aux:pass"))
        doer = parse.tokens[before] if before >= 0 else verb
        bare = parse.child(verb.index, "nsubj", "nsubj:pass", "mark") is None
        if verb.dep != "advcl" or verb.tag not in ("VBD", "VBN") or not bare or doer.dep not in ("obl", "nmod"):
            continue
        case = parse.child(doer.index, "case")
        if case is not None and case.text.lower() in ("after", "before") and is_nominal(doer):
            found.append((case, doer, verb))
    return found


def _least_counts(parse: Parse) -> list[tuple[Token, Token]]:
    """Words of amount that the parse takes for those whom they count: "killing no fewer than three soldiers"."""
    found = []
    for amount in parse.tokens:
        if amount.tag != "JJR" or amount.head == amount.index or not amount.dep.startswith(("obj", "nsubj", "conj")):
            continue
        for noun in parse.children(amount.index, "obl", "nmod"):
            if case_of(parse, noun.index) == "than" and parse.child(noun.index, "nummod") is not None:
                found.append((amount, noun))
    return found


def _head_of(parse: Parse, token: Token) -> int | None:
    """The head that a token should have, None where it has it."""
    head = parse.tokens[token.head]
    if token.dep == "nmod" and head.index < token.index and case_of(parse, token.index) == "of":
        joined = [kid.index for kid in parse.children(head.index, "conj") if kid.index < token.index]
        return max(joined, default=_deed_of(parse, head))
    if (clause := _last_clause(parse, token, head)) is not None:
        return clause
    if token.dep == "obl" and case_of(parse, token.index) == "in":
        return _noun_before(parse, token)
    if token.dep == "obj" and head.index < token.index:
        return _nearer_verb(parse, token, head)
    if token.dep == "conj" and token.tag in _NOUNS and head.tag == "VBG" and head.dep == "acl":
        return head.head  # "two women queueing for bread and a boy were killed"
    if token.dep == "conj" and token.tag == "VBD" and head.tag == "VBN" and head.dep == "acl":
        return _deed_above(parse, token, head)
    if token.dep == "conj" and token.tag == "VBN" and head.dep == "xcomp" and head.tag == "JJ":
        return head.head  # "were burnt alive or cut down by rebels"
    if token.dep != "conj" or token.tag not in _NOUNS or head.tag not in _NAMES or head.dep != "nmod":
        return None
    owner = parse.tokens[head.head]
    people = owner.tag in _NOUNS and is_nominal(owner) and owner.index < head.index < token.index
    return owner.index if people and case_of(parse, head.index) in ("of", "from") else None


def _last_clause(parse: Parse, token: Token, verb: Token) -> int | None:
    """The last of the clauses joined to a verb, where what follows it is read as the first one's: "shot two in X on
    Monday and a bomb hit a van, killing one in Y on Tuesday"."""
    gerund = token.dep == "advcl" and token.tag == "VBG" and parse.child(token.index, "mark") is None
    if not gerund and token.dep != "obl":
        return None
    joined = (kid for kid in parse.children(verb.index, "conj") if verb.index < kid.index < token.index)
    clauses = [kid for kid in joined if parse.child(kid.index, "nsubj", "nsubj:pass") is not None]
    if not clauses:
        return None
    case = case_of(parse, token.index)
    others = (kid for kid in parse.children(verb.index, "obl", "nmod") if kid.index < clauses[-1].index)
    twice = bool(case) and any(case_of(parse, kid.index) == case for kid in others)
    return clauses[-1].index if gerund or twice else None


def _deed_above(parse: Parse, token: Token, clause: Token) -> int | None:
    """The verb that a deed goes on from: "freed four hostages held by a gang and killed two gunmen"."""
    noun = parse.tokens[clause.head]
    verb = parse.tokens[noun.head]
    own = parse.child(token.index, "obj") is not None and parse.child(token.index, "nsubj", "nsubj:pass") is None
    return verb.index if own and verb.tag == "VBD" and noun.dep in ("obj", "obl") else None


def _nearer_verb(parse: Parse, token: Token, verb: Token) -> int | None:
    """The verb joined to another that stands nearer to an object: "killing a man and injuring five, one of them a
    girl"."""
    joined = [
        kid.index
        for kid in parse.children(verb.index, "conj")
        if kid.tag.startswith("VB") and kid.index < token.index and parse.child(kid.index, "obj") is not None
    ]
    return max(joined, default=None)


def _deed_of(parse: Parse, day: Token) -> int | None:
    """The noun whose day stands before what it was done to: "the killing on Monday of a priest"."""
    noun = parse.tokens[day.head]
    dated = is_weekday(day) and case_of(parse, day.index) == "on"
    return noun.index if dated and noun.tag in _NOUNS and noun.index < day.index else None


def _noun_before(parse: Parse, token: Token) -> int | None:
    """The noun right before "in Imphal" that tells of another time than the verb above both: "after clashes in"."""
    start = min(parse.subtree(token.index), default=token.index)
    noun = parse.tokens[start - 1] if start else None
    if noun is None or noun.tag not in _NOUNS or noun.head != token.head or noun.index < token.head:
        return None
    return noun.index if case_of(parse, noun.index) in _TIMES else None
