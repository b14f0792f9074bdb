"""Which acts of a sentence belong to one happening: a walk over the tree between them."""

from collections.abc import Sequence

from eventbook.coder.actors.mentions import held_noun
from eventbook.coder.clauses.times import is_time_unit
from eventbook.coder.clauses.tree import case_of, gerund_owner, is_definite, is_verb, of_nouns, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.reasons import find_reasons, reason_of
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse, Token

_OWN_EVENTS = frozenset({"weapons_disrupted", "agreement", "movement", "group_change"})
_ARRESTS = frozenset({"arrest", "weapons_disrupted"})
_YEAR = 4  # digits
_RESULTS = frozenset({"damage", "fire", "death", "injury"})
_ONLY_DEAD = frozenset({"nsubj:pass", "nsubj", "aux", "aux:pass", "cc", "conj", "punct", "advmod"})
_OCCASION = frozenset({"during", "in", "of", "amid", "after", "following"})  # "as part of an operation"
_JOINING = frozenset(
    {
        "obj",
        "obl",
        "nmod",
        "acl",
        "advcl",
        "xcomp",
        "compound",
        "nsubj",
        "amod",
        "appos",
        "iobj",
        "dep",
        "nummod",
    }
)


def link_acts(parse: Parse, acts: tuple[ActMention, ...], *, n_days: int = 0) -> tuple[tuple[ActMention, ...], ...]:
    """Group the acts of a sentence that names so many days; each group tells of one happening."""
    groups: list[list[ActMention]] = []
    crowds = frozenset(act.index for act in acts if _gathers(act))
    for act in acts:
        linked = (group for group in groups if any(_linked(parse, act, other, n_days, crowds) for other in group))
        home = next(linked, None)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    return tuple(tuple(group) for group in _with_subjects(parse, groups))


def _with_subjects(parse: Parse, groups: list[list[ActMention]]) -> list[list[ActMention]]:
    """Groups in which a crowd named by its purpose stands with what it did: "one was killed as protesters clashed"."""
    for group in list(groups):
        subject = parse.tokens[group[0].index]
        if len(group) > 1 or not _gathers(group[0]) or relation(subject) != "nsubj":
            continue
        home = next((other for other in groups if any(act.index == subject.head for act in other)), None)
        if home is not None and home is not group:
            groups.remove(group)
            home.extend(group)
    return [sorted(group, key=lambda act: act.start) for group in groups]


def _linked(parse: Parse, one: ActMention, two: ActMention, n_days: int, crowds: frozenset[int]) -> bool:
    """Whether the path between two acts stays inside one clause complex; `crowds` are the words for gatherings."""
    if (n_days > 1 and _is_undone(one, two)) or _is_found_later(one, two):
        return False
    if _is_of_year(parse, one) != _is_of_year(parse, two):
        return False
    if _is_done_by(parse, one, two) or _is_done_by(parse, two, one):
        return True
    reasons = find_reasons(parse)
    if reason_of(reasons, one.index) != reason_of(reasons, two.index):
        return False
    up_one = (parse.tokens[one.index], *parse.ancestors(one.index))
    up_two = (parse.tokens[two.index], *parse.ancestors(two.index))
    seen = {token.index: n for n, token in enumerate(up_one)}
    for n, token in enumerate(up_two):
        if token.index in seen:
            left, right = up_one[: seen[token.index]], up_two[:n]
            if _is_apart(one) != _is_apart(two) and any(relation(step) == "conj" for step in (*left, *right)):
                return False
            gathering = any(step.index in crowds or step.head in crowds for step in (*left, *right))
            gathering, outcome = gathering or _gathers(one) or _gathers(two), _outcome(one, two)
            passed = _met(one, two)
            steps = [s for s in (*left, *right) if s.index != passed and not _makes_way(parse, s, one, two)]
            parting = token.lemma in grammar().sequence_verbs or token.lemma in grammar().reacting_verbs
            if parting and (_parted(left, right) or _parted(right, left)):
                return False
            if len(steps) == 1 and _goes_on_counting(parse, steps[0], one, two):
                return True
            return all(_joins(parse, step, gathering=gathering, outcome=outcome) for step in steps)
    return False


def _is_of_year(parse: Parse, act: ActMention) -> bool:
    """Whether a clause behind a noun tells in which year it was: "of a discotheque blown up in 1986"."""
    years = (kid for kid in parse.children(act.index, "obl") if kid.tag == "CD" and len(kid.text) == _YEAR)
    return relation(parse.tokens[act.index]) == "acl" and any(case_of(parse, kid.index) == "in" for kid in years)


def _is_done_by(parse: Parse, result: ActMention, deed: ActMention) -> bool:
    """Whether a clause behind a blast tells what it did: "the explosion which had damaged a pipeline"."""
    token = parse.tokens[result.index]
    harm = bool(result.features & _RESULTS) and not result.features & _OWN_EVENTS
    return harm and "explosive" in deed.features and relation(token) == "acl" and token.head == deed.index


def _met(one: ActMention, two: ActMention) -> int | None:
    """The word for people who had come together where they are harmed: "police beat supporters who had gathered"."""
    harmed = any("force" in act.features for act in (one, two))
    return next((act.index for act in (one, two) if "assembly" in act.features), None) if harmed else None


def _is_found_later(one: ActMention, two: ActMention) -> bool:
    """Whether somebody was carried off and is found dead: two deeds, each of its own day."""
    pair = (one.features, two.features)
    return any("abduction" in a and "bodies" in b for a, b in (pair, pair[::-1]))


def _parted(subject: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether a verb joins two deeds told by nouns: "the raid came on the heels of clashes", "marchers condemned the
    killing"."""
    own = not subject or relation(subject[-1]) == "nsubj"
    return own and bool(other) and all(relation(step) in ("obj", "obl", "nmod", "acl") for step in other)


def _makes_way(parse: Parse, step: Token, one: ActMention, two: ActMention) -> bool:
    """Whether a step only says who had left the place that others took: "entered it after the army pulled out"."""
    left = next((act for act in (one, two) if act.features == frozenset({"withdrawal"})), None)
    if left is None or not (one.features | two.features) & {"control", "entry"} or step.index != left.index:
        return False
    mark = parse.child(step.index, "mark")
    word = mark.text.lower() if mark else case_of(parse, step.index)
    return word in ("after", "once", "when", "as", "following", "hours after", "days after")


def _goes_on_counting(parse: Parse, step: Token, one: ActMention, two: ActMention) -> bool:
    """ "Two were killed and seven others injured": one count, where the first part has no place of its own, or tells
    of nothing but its dead: "two were killed and six were injured in a bombing"."""
    if not (_is_casualty(one) and _is_casualty(two)) or relation(step) != "conj":
        return False
    subjects = (kid.index for kid in parse.children(step.head, "nsubj"))  # "another in Sadr City killed four"
    beside = [*parse.children(step.head, "obl"), *(kid for at in subjects for kid in parse.children(at, "nmod"))]
    placed = any(
        case_of(parse, kid.index) in grammar().locating_prepositions and kid.index < step.index for kid in beside
    )
    bare = {kid.dep for kid in parse.children(step.head)} <= _ONLY_DEAD
    return not placed and (bare or parse.child(step.index, "aux", "aux:pass") is None)


def _is_apart(act: ActMention) -> bool:
    """An act that is an event of its own where it is told with "and": "repelled an attack and shot down two drones"."""
    return bool(act.features & _OWN_EVENTS)


def _is_undone(one: ActMention, two: ActMention) -> bool:
    """Whether people are taken and freed again: "a priest kidnapped on Sunday was released on Friday"."""
    taken, freed = frozenset({"abduction"}), frozenset({"release"})
    return {one.features & (taken | freed), two.features & (taken | freed)} == {taken, freed}


def _is_casualty(act: ActMention) -> bool:
    """A word that tells the outcome and not the means: killed, died, wounded."""
    return bool(act.features & {"death", "injury"}) and not act.features & {"lynching", "explosive", "remote"}


def _outcome(one: ActMention, two: ActMention) -> int | None:
    """The word that tells the outcome of the other act, None where both or neither is one."""
    if _is_casualty(one) == _is_casualty(two):
        return None
    return one.index if _is_casualty(one) else two.index


def _gathers(act: ActMention) -> bool:
    return "gathering" in act.features


def _joins(parse: Parse, token: Token, *, gathering: bool, outcome: int | None) -> bool:
    kind = relation(token)
    if kind == "conj":
        own = any(kid.dep in ("nsubj", "nsubj:pass") for kid in parse.children(token.index))
        return not own
    if kind not in _JOINING:
        return False
    if kind == "advcl" and token.tag.startswith("NN") and case_of(parse, token.index):
        kind = "obl"  # "a day after clashes", read as a clause
    if kind == "acl" and any(kid.text.lower() == "had" for kid in parse.children(token.index, "aux")):
        return False  # "recovered the town that had been seized by rebels"
    if kind in ("advcl", "acl"):
        subject = parse.child(token.index, "nsubj", "nsubj:pass")
        inner = parse.child(subject.index, "mark") if subject is not None else None  # "while in Odesa debris set"
        mark = parse.child(token.index, "mark") or inner
        word = mark.text.lower() if mark else ""
        had = any(kid.text.lower() == "had" for kid in parse.children(token.index, "aux"))
        if word == "after" and had and relation(parse.tokens[token.head]) == "advcl":
            return False  # "died when a grenade was thrown as people fought back after soldiers had shot at them"
        apart = word == "while" and subject is not None and subject.tag != "PRP"  # "while six were hurt, 12 died"
        if word == "after" and mark is not None and _is_counted_from(parse, mark):
            return False  # "shot three on Tuesday, a day after jets bombed a village"
        if word == "after" and gathering and subject is None and token.tag == "VBG":
            return True  # "were arrested after marching through the square"
        if word == "after" and token.index == outcome:
            return False  # "attacked the post after soldiers killed two": the deaths are the cause
        if outcome is not None and not gathering and not apart and word in ("after", "when", "as", "while"):
            return True  # "died after shells hit the house"
        if word in ("while", "as") and parse.child(token.index, "nsubj", "nsubj:pass") is not None:
            return False
        return word not in grammar().apart_conjunctions or word in grammar().together_conjunctions
    if kind in ("obl", "nmod"):
        case = case_of(parse, token.index)
        if case == "after" and parse.child(token.index, "obl:unmarked", "nmod:unmarked") is not None:
            return False  # "was shot dead on Tuesday, a day after clashes"
        if case in ("after", "following", "before", "since", "despite", "days after"):
            return outcome not in (None, token.index) and not gathering and case in ("after", "following")
        if case in ("over", "about"):
            return False  # "a march over a crash that killed 57"
        if case in ("for", "to", "at") and parse.tokens[token.head].lemma in grammar().answering_words:
            return False  # "in anger at the killing": what was answered is another event
        counted = case == "of" and held_noun(parse, token.head) == token.index  # "thousands of protesters burned"
        if gathering and case in ("against", "for", "at", "of", "from") and not counted:
            return False
    return True


def _is_counted_from(parse: Parse, after: Token) -> bool:
    """Whether "after" tells how long: "a day after", "two weeks after"."""
    return after.index > 0 and is_time_unit(parse.tokens[after.index - 1])


def is_secondary(parse: Parse, index: int, saying: frozenset[str]) -> bool:
    """Whether an act is only named as the cause or the object of something else."""
    token = parse.tokens[index]
    if _is_told_by_result(parse, parse.tokens[token.head]):
        return False
    if is_verb(token):
        mark = parse.child(index, "mark")
        cause = relation(token) == "advcl" and mark is not None and mark.text.lower() in ("after", "since", "because")
        return cause and not _did_before(parse, token, saying)
    head = parse.tokens[token.head]
    case = case_of(parse, index)
    held = case == "during" or (case == "at" and is_verb(head))  # "said at a rally", "fired during a march"
    agreed = is_verb(head) and head.lemma in grammar().replying_verbs and case in ("to", "on")  # "agreed to a truce"
    if relation(token) in ("obl", "nmod") and case in grammar().cause_prepositions and not (held or agreed):
        return True
    told = relation(token) == "obj" and is_verb(head) and head.lemma in saying
    if told and head.lemma in grammar().confirming_verbs and token.tag == "NN":  # not "reported incursions"
        return is_definite(parse, index) and not of_nouns(parse, index)  # "confirmed the killing of three men"
    return told and head.lemma not in grammar().reacting_verbs


def is_news_of_claim(parse: Parse, index: int, *, dated: bool) -> bool:
    """Whether a claim itself tells of the deed: "claimed responsibility for an attack", "for the attack of Monday"."""
    if parse.tokens[parse.tokens[index].head].lemma not in grammar().claimed_nouns:
        return False
    return dated or not is_definite(parse, index)


def _did_before(parse: Parse, token: Token, saying: frozenset[str]) -> bool:
    """Whether the doer of the main clause did it just before: "they fled with the cattle after killing two herders"."""
    verb = parse.tokens[token.head]
    alone = token.tag == "VBG" and parse.child(token.index, "aux", "aux:pass", "nsubj") is None
    active = is_verb(verb) and verb.lemma not in saying and parse.child(verb.index, "aux:pass") is None
    return alone and active


def _is_told_by_result(parse: Parse, verb: Token) -> bool:
    """Whether a verb tells what came of a deed at once: "the town was left in darkness after an attack"."""
    return verb.lemma in grammar().result_verbs and parse.child(verb.index, "aux:pass") is not None


def is_beside(parse: Parse, index: int) -> bool:
    """Whether a verb only says when, or in spite of what, something else was: "was there when a bomb went off"."""
    mark = parse.child(index, "mark", "advmod")
    clause = relation(parse.tokens[index]) == "advcl"
    return clause and mark is not None and mark.text.lower() in grammar().apart_conjunctions


def tells_what_victim_did(parse: Parse, act: ActMention, acts: tuple[ActMention, ...]) -> bool:
    """Whether an act only tells what the dead were about: "soldiers (killed while) fighting the rebels died".

    Read from the order of the words: parsers often lose their way in such clauses.
    """
    if not parse.tokens[act.index].text.lower().endswith("ing") or act.index == 0:
        return False
    if gerund_owner(parse, act.index) is not None:
        return False  # "killed in police firing"
    deaths = {other.index for other in acts if other is not act and other.features & {"death", "injury"}}
    before = parse.tokens[act.index - 1]
    if before.index in deaths or (before.text.lower() == "while" and any(index < act.index for index in deaths)):
        return True
    if not before.tag.startswith("NN"):
        return False
    passive = False
    for token in parse.tokens[act.index + 1 :]:
        if token.lemma in ("be", "have"):
            passive = passive or token.lemma == "be"
        elif token.tag in ("VBD", "VBN", "VBZ", "VBP"):
            return token.index in deaths and (passive or token.lemma == "die")
    return False


def is_occasion(parse: Parse, act: ActMention, acts: tuple[ActMention, ...]) -> bool:
    """Whether an operation only tells on what occasion people were arrested: "detained 20 during an incursion".

    So does a raid in which arms were found: "seized 20 rifles in a raid on a house".

    One with a doer of its own, or in which more is told than arrests and finds, is a deed for itself.
    """
    raid = act.act == "raid"
    if act.part != "noun" or not (raid or "offensive" in act.features) or case_of(parse, act.index) not in _OCCASION:
        return False
    if any(case_of(parse, kid.index) == "by" for kid in parse.children(act.index, "nmod", "obl", "obl:agent")):
        return False
    others = [other for other in acts if other is not act]
    above = {token.index for token in parse.ancestors(act.index)}
    return all(other.features & _ARRESTS and "capture" not in other.features for other in others) and any(
        other.index in above and (raid or "weapons_disrupted" not in other.features) for other in others
    )


def hangs_on_noun(parse: Parse, index: int) -> bool:
    """Whether an act only tells which person is meant: "the families of men killed in Syria said"."""
    token = parse.tokens[index]
    if not is_verb(token):
        return False
    return relation(token) == "acl" or (relation(token) == "advcl" and relation(parse.tokens[token.head]) == "acl")
