"""Modifiers that news text is full of: "rebel-held areas", "US-backed fighters", "miners abducted last week"."""

from __future__ import annotations

from news_events import active, consequence, explosion, suffered
from news_phrases import Chance, Node, by, case, day, people, persons, settle, site
from news_words import ATTACKS, BACKED, HELD, HOLDERS, PATRONS, PLACES, SITES


def compound_participle(holders: list[tuple[str, str]], participles: list[str], chance: Chance) -> Node:
    """ "rebel-held", as the treebanks hang it: held governs rebel, rebel the hyphen."""
    form, tag = chance.choice(holders)
    holder = Node(form, tag, "compound", right=[Node("-", "HYPH", "punct")])
    return Node(chance.choice(participles), "VBN", "amod", left=[holder])


def area(chance: Chance, dep: str, *, preposition: str = "") -> Node:
    """ "rebel-held areas", "an army-run prison", "Taliban-controlled Kunduz"."""
    modifier = compound_participle(HOLDERS, HELD, chance)
    draw = chance.random()
    if draw < 0.4:
        head = Node(chance.choice(PLACES), "NNP", dep, left=[modifier])
    elif draw < 0.7:
        word = chance.choice(["areas", "districts", "towns", "villages", "parts", "territory", "neighbourhoods"])
        head = Node(word, "NN" if word == "territory" else "NNS", dep, left=[modifier])
        if chance.random() < 0.5:
            head.right.append(Node(chance.choice(PLACES), "NNP", "nmod", left=[case("of")]))
    else:
        first = modifier.left[0].form[0].lower()
        head = Node(chance.choice(SITES), "NN", dep)
        head.left = [Node("an" if first in "aeio" else "a", "DT", "det"), modifier]
    if preposition:
        head.left.insert(0, case(preposition))
    return head


def held_area(chance: Chance) -> Node:
    """Clauses in and about places that someone holds."""
    if chance.random() < 0.5:
        past = chance.choice(["shelled", "bombed", "captured", "entered", "besieged", "left", "attacked", "retook"])
        verb = Node(past, "VBD", left=[persons(chance, "nsubj")], right=[area(chance, "obj")])
        if chance.random() < 0.5:
            verb.right.append(day(chance))
        if chance.random() < 0.3:
            verb.right.append(consequence(chance))
        return verb
    verb = chance.choice([active, suffered, explosion])(chance)
    verb.right = [node for node in verb.right if node.dep != "obl" and node.dep != "advcl"]
    verb.right.append(area(chance, "obl", preposition=chance.choice(["in", "near", "outside"])))
    if chance.random() < 0.5:
        verb.right.append(day(chance))
    return verb


def backed(chance: Chance) -> Node:
    """ "US-backed fighters seized ...", "... by Saudi-led coalition jets"."""
    clause = chance.choice([active, suffered, held_area])(chance)
    for node in (*clause.left, *clause.right):
        if node.tag == "NNS" and node.form != "police" and node.dep in ("nsubj", "nsubj:pass", "obj", "obl:agent"):
            at = next((i for i, below in enumerate(node.left) if below.dep in ("amod", "compound")), len(node.left))
            node.left.insert(at, compound_participle(PATRONS, BACKED, chance))
            break
    return clause


def past_participle(chance: Chance) -> Node:
    """ "abducted last week", "killed by rebels", "arrested in a market"."""
    made = Node(chance.choice(ATTACKS)[1], "VBN", "acl")
    draw = chance.random()
    if draw < 0.5:
        made.right.append(day(chance))
    elif draw < 0.8:
        made.right.append(by(chance))
    else:
        made.right.append(site(chance))
    if draw < 0.2:
        made.right.insert(0, site(chance))
    return made


def found(chance: Chance) -> Node:
    """ "The bodies of seven miners abducted last week were found", "A teacher seized on Monday was freed"."""
    victims = people(chance)
    if victims.right:
        victims.right.clear()
    victims.right.append(past_participle(chance))
    plural = victims.tag == "NNS"
    participle = chance.choice(["found", "freed", "released", "rescued", "discovered", "buried", "killed", "named"])
    if chance.random() < 0.4:
        subject = Node(chance.choice(["bodies", "remains"]), "NNS", "nsubj:pass")
        if chance.random() < 0.8:
            subject.left.append(Node("the", "DT", "det"))
        victims.left.insert(0, case("of"))
        subject.right.append(victims.as_("nmod"))
        plural, participle = True, chance.choice(["found", "recovered", "discovered", "buried", "identified"])
    else:
        subject = victims.as_("nsubj:pass")
    verb = Node(participle, "VBN", left=[subject, Node("were" if plural else "was", "VBD", "aux:pass")])
    if participle == "found" and chance.random() < 0.4:
        verb.right.append(Node("dead", "JJ", "xcomp"))
    return settle(verb, chance)


def second_toll(chance: Chance) -> Node:
    """ "Three rebels were killed and two policemen injured in a gun battle"."""
    verb = suffered(chance)
    verb.right = []
    second = Node(chance.choice(["injured", "wounded", "arrested", "abducted", "killed", "hurt"]), "VBN", "conj")
    second.left = [Node("and", "CC", "cc"), people(chance).as_("nsubj:pass")]
    verb.right.append(second)
    nominal = Node(chance.choice(["battle", "attack", "ambush", "clash", "raid", "blast"]), "NN", "obl")
    nominal.left = [case("in"), Node("an" if nominal.form[0] == "a" else "a", "DT", "det")]
    if nominal.form == "battle":
        nominal.left.append(Node("gun", "NN", "compound"))
    if chance.random() < 0.6:
        verb.right.append(nominal)
    if chance.random() < 0.6:
        verb.right.append(site(chance))
    return verb


def leaving(chance: Chance) -> Node:
    """ "..., leaving at least ten people injured"."""
    verb = chance.choice([active, explosion, held_area])(chance)
    verb.right = [node for node in verb.right if node.dep not in ("advcl", "conj")]
    state = chance.choice([("dead", "JJ"), ("injured", "VBN"), ("wounded", "VBN"), ("homeless", "JJ"), ("hurt", "VBN")])
    toll = people(chance).as_("obj")
    if chance.random() < 0.5:
        toll = Node(str(chance.randint(2, 60)) if chance.random() < 0.5 else "ten", "CD", "obj")
        if chance.random() < 0.5:
            toll.left.append(Node("least", "JJS", "nmod", left=[case("at")]))
    left = Node("leaving", "VBG", "advcl", left=[Node(",", ",", "punct")])
    left.right = [toll, Node(state[0], state[1], "xcomp")]
    verb.right.append(left)
    return verb
