"""Who did an act to whom: heads of noun phrases, from the dependencies around the act's word."""

from dataclasses import dataclass, field, replace

from eventbook.coder.clauses.tree import (
    case_of,
    conjuncts,
    gerund_owner,
    is_nominal,
    is_verb,
    relation,
)
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_AWAY = frozenset({"away", "off"})  # behind a verb of taking: nobody "led away" without an object


@dataclass(frozen=True, slots=True)
class Roles:
    """Indices of the head words of both sides, and of what was acted upon by a preposition."""

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()  # "with X", "between X and Y": the other side of a reciprocal act
    targets: tuple[int, ...] = field(default=())  # "on X", "against X"


def read_roles(parse: Parse, index: int) -> Roles:
    """The roles around an act's word: a verb's by subject and object, a noun's by preposition and genitive.

    Read once a word: the five readers of a sentence share what is found.
    """
    found: Roles | None = parse.notes.get(("roles", index))
    if found is None:
        found = parse.notes["roles", index] = _read_roles(parse, index)
    return found


def _read_roles(parse: Parse, index: int) -> Roles:
    token = parse.tokens[index]
    if (victim := _owner_of_part(parse, token)) is not None:
        doers = (kid for kid in parse.children(index, "obl:agent", "obl") if case_of(parse, kid.index) == "by")
        return Roles(tuple(at for kid in doers for at in _sides(parse, kid)), tuple(conjuncts(parse, victim.index)))
    if (owner := gerund_owner(parse, index)) is not None:
        return replace(_noun_roles(parse, index), agents=(owner,))
    if is_verb(token) and token.dep not in ("amod", "compound", "nmod") and not _is_named_deed(parse, token):
        return _verb_roles(parse, index)
    if token.dep == "amod" and is_verb(token):
        side = (token.head,)
        return Roles(patients=side) if token.tag == "VBN" else Roles(agents=side)
    return _noun_roles(parse, index)


def _owner_of_part(parse: Parse, token: Token) -> Token | None:
    """Whose throat it is in "nine peasants had their throats slit"."""
    head = parse.tokens[token.head]
    if head.lemma != "have" or token.tag != "VBN" or token.dep not in ("xcomp", "ccomp"):
        return None
    part = next((kid for kid in parse.children(head.index, "obj") if kid.lemma in grammar().body_parts), None)
    return parse.child(head.index, "nsubj") if part is not None else None


def _is_named_deed(parse: Parse, token: Token) -> bool:
    """Whether an -ing word names a deed as a noun does: "shelling by the army wounded four"."""
    if token.tag != "VBG" or token.dep not in ("nsubj", "nsubj:pass", "csubj", "obj"):
        return False
    by = any(case_of(parse, kid.index) == "by" for kid in parse.children(token.index, "obl", "nmod", "obl:agent"))
    return by and parse.child(token.index, "obj", "aux:pass") is None


def _verb_roles(parse: Parse, index: int, depth: int = 0) -> Roles:
    token = parse.tokens[index]
    helped = parse.child(index, "aux:pass") is not None
    active = not helped and parse.child(index, "obj") is not None  # "gunmen shot a guard", however parsed
    passive = not active and (
        helped
        or parse.child(index, "nsubj:pass") is not None
        or (
            token.tag == "VBN"
            and relation(token) in ("acl", "advcl")
            and parse.child(index, "aux") is None
            and not _aims(parse, token)
        )
        or _goes_on_passive(parse, token)
        or _is_bare_participle(parse, token)
    )
    short = not passive and _is_short_passive(parse, token)
    agents: list[int] = []
    patients: list[int] = []
    partners: list[int] = []
    targets: list[int] = []
    for kid in parse.children(index):
        case = case_of(parse, kid.index)
        if kid.dep in ("nsubj", "nsubj:outer", "csubj") or (active and kid.dep == "nsubj:pass"):
            agents += _sides(parse, kid)
        elif kid.dep == "nsubj:pass":
            patients += _sides(parse, kid)
        elif kid.dep == "obl:agent" or (passive and relation(kid) == "obl" and case == "by"):
            agents += _sides(parse, kid)
        elif kid.dep in ("obj", "iobj"):
            patients += _sides(parse, kid)
            nouns = (noun.index for noun in parse.children(kid.index, "nmod"))
            for noun in nouns:
                joint = case_of(parse, noun)
                if joint == "against":  # "used batons against a crowd"
                    targets.append(noun)
                elif joint == "with" and token.lemma in grammar().mutual_verbs:  # "fought battles with police"
                    partners += conjuncts(parse, noun)
        elif relation(kid) in ("obl", "nmod") and case in ("with", "alongside", "between"):
            partners += _sides(parse, kid)
        elif relation(kid) in ("obl", "nmod") and (
            case in grammar().against_prepositions
            or (case == "to" and _is_given(parse, index))
            or (case == "for" and token.lemma == "go")  # "went for the patrol"
        ):
            targets += _sides(parse, kid)
    if (passive or short) and agents and not patients and parse.child(index, "nsubj") is not None:
        agents, patients = [], agents  # a mislabelled passive subject
        passive = True
    if passive and not agents:
        agents = _doers_behind(parse, index)
    inherited = _inherit(parse, index, passive, depth)
    if not patients and not passive and token.dep == "acl:relcl" and parse.child(index, "nsubj") is not None:
        patients = _taken_up(parse, index)
    if not (agents or passive or inherited.agents):
        finders = (_subject_inside, _subject_of_compound, _subject_apposed)
        agents = next((found for find in finders if (found := find(parse, index))), [])
    return Roles(
        tuple(agents or (() if passive and patients else inherited.agents)),
        tuple(patients or inherited.patients),
        tuple(partners),
        tuple(targets),
    )


def _doers_behind(parse: Parse, index: int) -> list[int]:
    """ "Were dragged off and led into the forest by gunmen": who did the second did the first."""
    joined = (kid for kid in parse.children(index, "conj") if kid.tag in ("VBN", "VBD"))
    shared = (kid for kid in joined if parse.child(kid.index, "nsubj", "nsubj:pass", "aux", "obj") is None)
    doers = (doer for kid in shared for doer in parse.children(kid.index, "obl:agent"))
    return [at for doer in doers for at in conjuncts(parse, doer.index)]


def _taken_up(parse: Parse, index: int) -> list[int]:
    """ "The two lorries that gunmen looted": the noun that a relative clause is about, where it is the object."""
    joint = next((kid for kid in parse.children(index) if kid.text.lower() in ("that", "which", "whom")), None)
    subject = parse.child(index, "nsubj")
    about = joint is not None and subject is not None and joint.index < subject.index and joint.dep == "mark"
    return conjuncts(parse, parse.tokens[index].head) if about else []


def _is_given(parse: Parse, index: int) -> bool:
    """Whether a verb's object is done to what stands behind "to": "set fire to a school", "lay siege to the town"."""
    return any(kid.lemma in grammar().given_things for kid in parse.children(index, "obj", "nsubj:pass"))


def _subject_inside(parse: Parse, index: int) -> list[int]:
    """ "Fighters remaining in the city have agreed": the subject, where the parse leaves it with the participle."""
    for kid in parse.children(index, "advcl"):
        subject = parse.child(kid.index, "nsubj")
        if kid.index < index and kid.tag == "VBG" and subject is not None and parse.child(kid.index, "mark") is None:
            return conjuncts(parse, subject.index)
    return []


def _subject_of_compound(parse: Parse, index: int) -> list[int]:
    """ "Rebels machine-gunned a bus": the subject, where the parse leaves it with the word before the hyphen."""
    if index < 2 or parse.tokens[index - 1].text != "-" or parse.tokens[index - 2].head != index:
        return []
    subject = parse.child(index - 2, "nsubj", "compound")
    return conjuncts(parse, subject.index) if subject is not None else []


def _subject_apposed(parse: Parse, index: int) -> list[int]:
    """ "In neighbouring Nasarawa State, farmers fought": the subject, where the parse hangs it on the place."""
    for kid in parse.children(index, "obl"):
        inside = (parse.tokens[at] for at in parse.subtree(kid.index))  # "at X, a town on Lake Y, a crowd burned"
        for noun in (token for token in inside if token.dep == "appos"):
            sides = conjuncts(parse, noun.index)
            if kid.index < noun.index and sides[-1] == index - 1 and is_nominal(noun):
                return sides
    return []


def _aims(parse: Parse, token: Token) -> bool:
    """Whether a participle of shooting has its target: "gunners fired on the town", parsed as if they were fired."""
    return token.lemma in grammar().aiming_verbs and any(
        case_of(parse, kid.index) in grammar().against_prepositions for kid in parse.children(token.index, "obl")
    )


def _is_short_passive(parse: Parse, token: Token) -> bool:
    """A headline's passive without "was": "Bahrain: police officer killed"."""
    return (
        token.tag in ("VBD", "VBN")
        and token.lemma in grammar().suffered_verbs
        and token.dep in ("root", "parataxis")
        and parse.child(token.index, "obj", "iobj", "ccomp", "aux", "aux:pass") is None
        and all(child.tag != "CD" for child in parse.children(token.index, "obl", "nmod"))
    )


def _is_bare_participle(parse: Parse, token: Token) -> bool:
    """ "The priest, kidnapped on Monday, was freed": a participle behind its noun that is read as a past tense."""
    bare = parse.child(token.index, "nsubj", "obj", "iobj", "aux") is None
    return token.tag == "VBD" and relation(token) == "acl" and bare and token.lemma in grammar().suffered_verbs


def _goes_on_passive(parse: Parse, token: Token) -> bool:
    """ "Two monks were seized and beaten", "and led away": the second participle shares the passive of the first."""
    return (
        (token.tag == "VBN" or (token.tag == "VBD" and _is_away(parse, token)))
        and token.dep == "conj"
        and parse.child(token.index, "aux", "nsubj", "obj") is None
        and parse.child(token.head, "aux:pass") is not None
    )


def _is_away(parse: Parse, token: Token) -> bool:
    """Whether a verb leads, carries or takes away."""
    return any(kid.text.lower() in _AWAY for kid in parse.children(token.index, "advmod", "compound:prt"))


def _inherit(parse: Parse, index: int, passive: bool, depth: int) -> Roles:
    """What a clause without an own subject takes from the clause or the noun that it hangs on."""
    token = parse.tokens[index]
    if depth > 4 or token.head == index:
        return Roles()
    head = parse.tokens[token.head]
    kind = relation(token)
    if kind == "acl" and (is_nominal(head) or not is_verb(head)):
        side = tuple(conjuncts(parse, head.index))
        return Roles(patients=side) if passive else Roles(agents=side)
    if kind in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and is_verb(head):
        if _is_found_so(parse, token):
            return Roles(patients=_verb_roles(parse, head.index, depth + 1).patients)
        if kind in ("ccomp", "parataxis"):
            return Roles()
        if head.lemma in grammar().accusing_verbs and kind in ("advcl", "xcomp"):
            return Roles(agents=_verb_roles(parse, head.index, depth + 1).patients)
        outer = _verb_roles(parse, head.index, depth + 1)
        if passive:
            if kind == "advcl" and parse.child(index, "aux:pass") is not None:
                return Roles(patients=outer.agents or outer.patients)  # "stabbed two before being shot"
            if kind != "conj":
                return Roles()
            # "seized and beaten by police", "stopped by gunmen and led away": the same did both
            away = _is_away(parse, token)
            doers = tuple(agent for agent in outer.agents if agent > index or away) if outer.patients else ()
            return Roles(agents=doers, patients=outer.patients or outer.agents)
        if kind == "xcomp" and not outer.agents and parse.child(head.index, "nsubj:pass") is not None:
            return Roles(agents=outer.patients)  # "four of them are said to have died"
        if kind == "xcomp" and outer.patients and head.lemma == "leave" and token.tag == "VBN":
            return Roles(patients=outer.patients)  # "left three officers hurt"
        if kind == "xcomp" and outer.patients and head.lemma in ("see", "force", "order", "ask", "leave", "urge"):
            return Roles(agents=outer.patients)
        if kind == "conj":  # "was hit and died", "shot and killed a guard"
            behind = tuple(patient for patient in outer.patients if patient > index)
            subject = outer.agents or tuple(patient for patient in outer.patients if patient < head.index)
            return Roles(agents=subject, patients=behind)
        return Roles(agents=outer.agents)
    return Roles()


def _is_found_so(parse: Parse, token: Token) -> bool:
    """Whether a participle tells in what state people are found: "found shot dead", "found two men beheaded"."""
    state = token.tag in ("VBN", "VBD") and relation(token) in ("xcomp", "ccomp")
    bare = parse.child(token.index, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark") is None
    return state and bare and parse.tokens[token.head].lemma in grammar().finding_verbs


def _sides(parse: Parse, token: Token) -> list[int]:
    """The nouns of a role; a relative pronoun stands for the noun before it, "one of them" for itself."""
    if token.text.lower() in grammar().relative_pronouns:
        clause = parse.tokens[token.head]
        return conjuncts(parse, clause.head) if relation(clause) == "acl" else []
    return conjuncts(parse, token.index)


def _noun_roles(parse: Parse, index: int) -> Roles:
    agents: list[int] = []
    patients: list[int] = []
    partners: list[int] = []
    targets: list[int] = []
    for kid in parse.children(index):
        case = case_of(parse, kid.index)
        if kid.dep == "nmod:poss":
            agents += conjuncts(parse, kid.index)
        elif kid.dep in ("compound", "amod", "nmod:unmarked", "nmod:desc") and kid.index < index:
            agents.append(kid.index)
        elif relation(kid) in ("nmod", "obl"):
            if case.startswith("by"):
                agents += conjuncts(parse, kid.index)
            elif case == "of":
                patients += conjuncts(parse, kid.index)
            elif case in grammar().against_prepositions or case == "targeting":
                targets += conjuncts(parse, kid.index)
            elif case in ("between", "among") or case in ("with", "involving"):
                partners += conjuncts(parse, kid.index)
            elif case == "from":
                agents += conjuncts(parse, kid.index)
        elif relation(kid) == "acl" and kid.lemma in grammar().occurring_verbs:  # "clashes that broke out between"
            partners += _verb_roles(parse, kid.index).partners
        elif relation(kid) == "acl" and kid.lemma in grammar().sending_verbs:  # "rockets fired by the rebels"
            senders = [noun.index for noun in parse.children(kid.index, "obl:agent", "obl")]
            agents += [at for noun in senders if case_of(parse, noun) == "by" for at in conjuncts(parse, noun)]
            targets += _verb_roles(parse, kid.index).targets if kid.dep == "acl" else ()
        elif kid.dep == "acl" and kid.lemma in grammar().light_verbs and kid.tag in ("VBN", "VBD"):
            carried = _verb_roles(parse, kid.index)  # "an attack carried out by rebels against the troops"
            agents += [at for at in carried.agents if case_of(parse, at) == "by"]
            targets += carried.targets
    agents = _blamed(parse, index) or agents
    light = _light_verb_roles(parse, index)
    partners = partners or _partners_behind(parse, index)
    return Roles(
        tuple(agents or light.agents or _words_before(parse, index)),
        tuple(patients),
        tuple(partners or light.partners),
        tuple(targets or light.targets or light.patients),
    )


def _blamed(parse: Parse, index: int) -> list[int]:
    """ "A bomb blamed on ETA": who is said to have done it, whether or not the participle is read as the verb."""
    token = parse.tokens[index]
    above = [parse.tokens[token.head]] if token.dep in ("nsubj", "nsubj:pass") else []
    for verb in (*parse.children(index, "acl", "acl:relcl"), *above):
        if verb.lemma in grammar().accusing_verbs and verb.tag == "VBN":
            named = [kid for kid in parse.children(verb.index, "obl") if case_of(parse, kid.index) in ("on", "to")]
            return [at for kid in named[:1] for at in conjuncts(parse, kid.index)]
    return []


def _partners_behind(parse: Parse, index: int) -> list[int]:
    """ "Were killed in a clash with the army": the other side, where the parse hangs it on the verb."""
    behind = (kid for kid in parse.children(parse.tokens[index].head, "obl") if kid.index > index)
    for kid in behind:
        case = parse.child(kid.index, "case")
        if case is not None and case.index == index + 1 and case.text.lower() == "with":
            return conjuncts(parse, kid.index)
    return []


def _fired_by(parse: Parse, verb: int) -> tuple[int, ...]:
    """ "Came under attack by gunmen", "under fire from gunmen": people, not the place "from Gaza"."""
    kids = [(case_of(parse, kid.index), kid) for kid in parse.children(verb, "obl", "obl:agent")]
    return tuple(kid.index for case, kid in kids if case == "by" or (case == "from" and kid.tag == "NNS"))


def _words_before(parse: Parse, index: int) -> list[int]:
    """The modifiers that stand before a noun, whatever the parse hangs them on: "a Turkish military assault"."""
    at = index
    while at > 0 and parse.tokens[at - 1].tag in ("JJ", "NNP", "NNPS", "NN"):
        at -= 1
    return [token.index for token in parse.tokens[at:index] if token.dep in ("amod", "compound", "nmod:unmarked")]


def read_carriers(parse: Parse, index: int) -> tuple[int, ...]:
    """Who does what a noun tells of, by the light verb that carries it: "rebels staged an attack"."""
    return _light_verb_roles(parse, index).agents


def _light_verb_roles(parse: Parse, index: int) -> Roles:
    """ "Rebels launched an attack on a post": the sides of the verb that carries the noun."""
    token = parse.tokens[index]
    kind = token.dep
    head = parse.tokens[token.head]
    if kind == "conj":
        kind, head = parse.tokens[token.head].dep, parse.tokens[parse.tokens[token.head].head]
    if kind == "nsubj" and head.lemma in grammar().occurring_verbs:
        return Roles(partners=_verb_roles(parse, head.index).partners)
    if token.dep.startswith("nmod") and head.lemma in grammar().claimed_nouns and is_verb(parse.tokens[head.head]):
        verb = parse.tokens[head.head]
        denied = verb.lemma in grammar().denying_verbs
        return Roles(agents=() if denied else _verb_roles(parse, verb.index).agents)  # "claimed responsibility for it"
    claimed = is_verb(head) and head.lemma in grammar().claiming_verbs and kind in ("obj", "obl")
    if claimed:  # "owned up to the attack", "signed the bombing"
        return Roles(agents=_verb_roles(parse, head.index).agents)
    replies = is_verb(head) and head.lemma in grammar().replying_verbs and kind == "obl"
    if replies and case_of(parse, token.index) in ("with", "to", "on"):
        return Roles(agents=_verb_roles(parse, head.index).agents)  # "police answered with tear gas"
    if not is_verb(head) or head.lemma not in grammar().light_verbs:
        return Roles()
    roles = _verb_roles(parse, head.index)
    if kind == "obj":
        if head.lemma in grammar().suffering_verbs:
            return Roles(patients=roles.agents)
        return Roles(agents=roles.agents, partners=roles.partners, targets=roles.targets)
    if kind == "nsubj:pass":
        return Roles(agents=roles.agents, targets=roles.targets)
    if kind.startswith("obl") and head.lemma in grammar().suffering_verbs:
        return Roles(agents=_fired_by(parse, head.index), patients=roles.agents)
    return Roles()
