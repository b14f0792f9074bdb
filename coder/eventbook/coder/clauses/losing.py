"""Who died, who killed them, and who lost a place: the words whose subject suffers."""

from eventbook.coder.clauses.roles import Roles, read_roles
from eventbook.coder.clauses.tree import case_of, conjuncts, is_verb, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token


def read_dead(parse: Parse, index: int) -> tuple[int, ...]:
    """Who died, around a word of dying: the subject ("12 people died"), what was left ("left 12 dead"), "of whom"."""
    roles = read_roles(parse, index)
    token = parse.tokens[index]
    if token.dep == "cop":  # "five are dead"
        return tuple(at for kid in parse.children(token.head, "nsubj") for at in conjuncts(parse, kid.index))
    if token.dep == "aux:pass":  # "two were found dead"
        return read_roles(parse, token.head).patients
    if token.lemma in grammar().leaving_verbs and is_verb(token) and not _loses_life(parse, token):
        return roles.patients  # "left 12 people dead", "claimed 12 lives", "lost five of their own"
    if token.dep == "xcomp" and parse.tokens[token.head].lemma in grammar().leaving_verbs:
        left = parse.children(token.head, "obj", "nsubj:pass")  # "were found dead", "left ten soldiers and a boy dead"
        return tuple(at for kid in left for at in conjuncts(parse, kid.index))
    if (wounded := _whose_wounds(parse, index)) is not None:
        return wounded
    if token.tag.startswith("NN"):
        return roles.patients or roles.targets
    if token.dep == "advcl" and token.tag == "VBG":  # "was shot in the head, dying at once"
        above = (verb for verb in parse.ancestors(index) if parse.child(verb.index, "nsubj", "nsubj:pass") is not None)
        suffers = next((verb for verb in above if is_verb(verb)), None)
        if suffers is not None and parse.child(suffers.index, "nsubj:pass") is not None:
            return read_roles(parse, suffers.index).patients
    shared = token.dep == "conj" and parse.child(index, "nsubj", "nsubj:pass") is None
    if shared and (suffers := parse.child(token.head, "nsubj:pass")) is not None:
        return tuple(conjuncts(parse, suffers.index))  # "was beaten by a crowd of 50 and died"
    killers = read_killers(parse, index)
    return tuple(at for at in roles.agents if at not in killers) or roles.patients  # "the bodies of nine were found"


def _whose_wounds(parse: Parse, index: int) -> tuple[int, ...] | None:
    """Whose wounds were mortal: "his injuries proved fatal", "a man suffered wounds incompatible with life"."""
    token = parse.tokens[index]
    if token.lemma == "life":  # "incompatible with life"
        token = parse.tokens[token.head]
    head = parse.tokens[token.head]
    told = parse.children(head.index, "nsubj") if token.dep == "xcomp" else [head] if token.dep == "amod" else []
    wounds = next((noun for noun in told if noun.lemma in grammar().wound_nouns), None)
    if wounds is None:
        return None
    owners = parse.children(wounds.index, "nmod:poss") or parse.children(wounds.head, "nsubj")
    return tuple(at for kid in owners for at in conjuncts(parse, kid.index) if at != wounds.index)


def read_killers(parse: Parse, index: int) -> tuple[int, ...]:
    """Who did what people died of, where the parse hangs it on the dying: "died in an attack by gunmen"."""
    doers = (kid.index for kid in parse.children(index, "obl", "obl:agent") if case_of(parse, kid.index) == "by")
    return tuple(at for doer in doers for at in conjuncts(parse, doer))


def _loses_life(parse: Parse, token: Token) -> bool:
    """Whether the subject of a verb of loss has died: "eighteen people lost their lives"."""
    lost = token.lemma in grammar().losing_verbs
    return lost and any(kid.lemma in ("life", "live") for kid in parse.children(token.index, "obj"))


def read_lost(parse: Parse, index: int) -> Roles | None:
    """The sides of a loss: "the town fell to the rebels", "was in rebel hands", "the army lost control (to them)"."""
    token = parse.tokens[index]
    if not is_verb(token):
        return None
    if (hands := _hands(parse, token)) is not None:
        owners = [*of_nouns(parse, hands.index), *parse.children(hands.index, "amod", "compound", "nmod:poss")]
        return Roles(agents=tuple(at for kid in owners for at in conjuncts(parse, kid.index)))
    if token.lemma not in grammar().losing_verbs:
        return None
    winners = [kid for kid in parse.children(index, "obl") if case_of(parse, kid.index) == "to"]
    losers = () if token.lemma == "fall" else read_roles(parse, index).agents
    return Roles(agents=tuple(at for kid in winners for at in conjuncts(parse, kid.index)), patients=losers)


def _hands(parse: Parse, verb: Token) -> Token | None:
    """The hands that something falls into or is in."""
    beside = [parse.tokens[verb.head]] if verb.dep == "cop" else parse.children(verb.index, "obl")
    return next((kid for kid in beside if kid.text.lower() == "hands" and case_of(parse, kid.index)), None)
