"""Clauses that tell of an event, with their trees."""

from __future__ import annotations

from news_phrases import Chance, Node, by, case, day, passive, people, persons, settle, site
from news_words import (
    ATTACKS,
    CAUSES,
    PEOPLE,
    RAIDS,
    SMALL,
)


def shot_dead(chance: Chance) -> Node:
    dead = Node("dead", "JJ", "xcomp")
    if chance.random() < 0.5:
        verb = passive("shot", chance)
        verb.right = [dead]
        if chance.random() < 0.7:
            verb.right.append(by(chance))
    else:
        verb = Node("shot", "VBD", left=[persons(chance, "nsubj")], right=[dead])
        verb.right.insert(1 if chance.random() < 0.6 else 0, persons(chance, "obj"))
    return settle(verb, chance)


def to_death(chance: Chance) -> Node:
    past, participle = chance.choice(
        [("hacked", "hacked"), ("beat", "beaten"), ("stabbed", "stabbed"), ("stoned", "stoned"), ("burned", "burned"),
         ("tortured", "tortured"), ("trampled", "trampled")]
    )  # fmt: skip
    death = Node("death", "NN", "obl", left=[case("to")])
    if chance.random() < 0.5:
        verb = passive(participle, chance)
        verb.right = [death]
        if chance.random() < 0.6:
            verb.right.append(by(chance))
    else:
        verb = Node(past, "VBD", left=[persons(chance, "nsubj")], right=[persons(chance, "obj"), death])
    return settle(verb, chance)


def with_particle(chance: Chance) -> Node:
    past, particle = chance.choice(
        [("gunned", "down"), ("blew", "up"), ("mowed", "down"), ("burned", "down"), ("rounded", "up"), ("set", "off")]
    )
    prt = Node(particle, "RP", "compound:prt")
    target = site(chance, "obj", prepositions=()) if past in ("burned", "blew") else persons(chance, "obj")
    if chance.random() < 0.4 and past in ("gunned", "burned", "rounded", "mowed"):
        verb = passive(past, chance)
        verb.right = [prt]
        if chance.random() < 0.6:
            verb.right.append(by(chance))
    else:
        verb = Node(past, "VBD", left=[persons(chance, "nsubj")], right=[prt, target])
    return settle(verb, chance)


def active(chance: Chance) -> Node:
    forms = chance.choice(ATTACKS)
    verb = Node(forms[0], "VBD", left=[persons(chance, "nsubj")], right=[persons(chance, "obj")])
    settle(verb, chance)
    if chance.random() < 0.35:
        verb.right.append(consequence(chance))
    elif chance.random() < 0.3:
        second = Node(chance.choice(ATTACKS)[0], "VBD", "conj", left=[Node("and", "CC", "cc")])
        second.right = [persons(chance, "obj")]
        verb.right.append(second)
    return verb


def consequence(chance: Chance) -> Node:
    """ ", killing seven and wounding 20"."""

    def toll() -> Node:
        return Node(chance.choice(SMALL), "CD", "obj") if chance.random() < 0.6 else persons(chance, "obj")

    first = Node("killing", "VBG", "advcl", left=[Node(",", ",", "punct")], right=[toll()])
    if chance.random() < 0.5:
        ing = chance.choice(["wounding", "injuring"])
        first.right.append(Node(ing, "VBG", "conj", left=[Node("and", "CC", "cc")], right=[toll()]))
    return first


def raid(chance: Chance) -> Node:
    forms = chance.choice(RAIDS)
    target = site(chance, "obj", prepositions=())
    verb = Node(forms[0], "VBD", left=[persons(chance, "nsubj")], right=[target])
    if chance.random() < 0.5:
        verb.right.append(day(chance))
    if chance.random() < 0.5:
        verb.right.append(consequence(chance))
    return verb


def suffered(chance: Chance) -> Node:
    verb = passive(chance.choice(ATTACKS)[1], chance)
    if chance.random() < 0.45:
        verb.right.append(by(chance))
    settle(verb, chance)
    draw = chance.random()
    if draw < 0.25:
        second = Node(chance.choice(["injured", "wounded", "arrested"]), "VBN", "conj", left=[Node("and", "CC", "cc")])
        second.left.append(Node(chance.choice(SMALL), "CD", "nsubj:pass"))
        if chance.random() < 0.5:
            second.left.append(Node("were", "VBD", "aux:pass"))
        verb.right.append(second)
    elif draw < 0.6:
        inner = active(chance) if chance.random() < 0.5 else explosion(chance)
        inner.left.insert(0, Node("when", "WRB", "advmod"))
        verb.right.append(inner.as_("advcl"))
    elif draw < 0.75:
        nominal = Node(chance.choice(["attack", "ambush", "clash", "shootout", "raid", "blast"]), "NN", "obl")
        article = "an" if nominal.form[0] in "aeiou" else "a"
        nominal.left = [case("in"), Node(article, "DT", "det")]
        verb.right.insert(0, nominal)
    return verb


def explosion(chance: Chance) -> Node:
    bomb = Node(chance.choice(["bomb", "device", "landmine", "grenade"]), "NN", "nsubj", left=[Node("a", "DT", "det")])
    if chance.random() < 0.5:
        bomb.left.append(Node(chance.choice(["roadside", "car", "truck"]), "NN", "compound"))
    if chance.random() < 0.3:
        verb = Node("went", "VBD", left=[bomb], right=[Node("off", "RP", "compound:prt")])
    else:
        verb = Node(chance.choice(["exploded", "detonated"]), "VBD", left=[bomb])
    verb.right.append(site(chance))
    if chance.random() < 0.3:
        verb.right.append(consequence(chance))
    return verb


def suicide(chance: Chance) -> Node:
    bomber = Node("bomber", "NN", "nsubj", left=[Node("a", "DT", "det"), Node("suicide", "NN", "compound")])
    verb = Node("blew", "VBD", left=[bomber])
    verb.right = [Node("himself", "PRP", "obj"), Node("up", "RP", "compound:prt"), site(chance)]
    if chance.random() < 0.6:
        verb.right.append(consequence(chance))
    return verb


def clash(chance: Chance) -> Node:
    verb = Node(chance.choice(["clashed", "fought", "skirmished"]), "VBD", left=[persons(chance, "nsubj")])
    other = people(chance).as_("obl")
    other.left.insert(0, case("with"))
    verb.right.append(other)
    return settle(verb, chance)


def fire(chance: Chance) -> Node:
    verb = Node("opened", "VBD", left=[persons(chance, "nsubj")], right=[Node("fire", "NN", "obj")])
    target = persons(chance, "obl")
    target.left.insert(0, case(chance.choice(["on", "at"])))
    verb.right.append(target)
    settle(verb, chance)
    if chance.random() < 0.4:
        verb.right.append(consequence(chance))
    return verb


def left_dead(chance: Chance) -> Node:
    head = Node(chance.choice(["clashes", "attacks", "battles", "riots"]), "NNS", "nsubj")
    if head.form in ("clashes", "battles"):
        one, two = people(chance).as_("nmod"), people(chance).as_("conj")
        two.left.insert(0, Node("and", "CC", "cc"))
        one.left.insert(0, case("between"))
        one.right.append(two)
        head.right.append(one)
    else:
        place = site(chance, "nmod")
        head.right.append(place)
    verb = Node("left", "VBD", left=[head], right=[persons(chance, "obj"), Node("dead", "JJ", "xcomp")])
    return verb


def protest(chance: Chance) -> Node:
    if chance.random() < 0.5:
        subject = Node(chance.choice(["hundreds", "thousands", "dozens", "scores"]), "NNS", "nsubj")
        subject.right.append(Node(chance.choice(PEOPLE), "NNS", "nmod", left=[case("of")]))
    else:
        subject = people(chance).as_("nsubj")
    verb = Node(chance.choice(["protested", "marched", "rallied", "demonstrated", "gathered"]), "VBD", left=[subject])
    settle(verb, chance)
    draw = chance.random()
    if draw < 0.5:
        words = chance.choice(CAUSES).split()
        cause = Node(words[-1], "NNS", "obl", left=[case(chance.choice(["against", "over"]))])
        cause.left += [Node(word, "NN", "compound") for word in words[:-1]]
        verb.right.append(cause)
    elif draw < 0.75:
        aim = Node(chance.choice(["demand", "condemn", "denounce"]), "VB", "advcl", left=[Node("to", "TO", "mark")])
        words = chance.choice(CAUSES).split()
        thing = Node(words[-1], "NNS", "obj", left=[Node(word, "NN", "compound") for word in words[:-1]])
        aim.right.append(thing)
        verb.right.append(aim)
    return verb


def tear_gas(chance: Chance) -> Node:
    weapon = chance.choice([("tear", "gas"), ("rubber", "bullets"), ("water", "cannon"), ("live", "rounds")])
    thing = Node(weapon[1], "NNS" if weapon[1].endswith("s") and weapon[1] != "gas" else "NN", "obj")
    thing.left.append(
        Node(weapon[0], "JJ" if weapon[0] == "live" else "NN", "amod" if weapon[0] == "live" else "compound")
    )
    verb = Node(chance.choice(["fired", "used"]), "VBD", left=[Node("police", "NNS", "nsubj")], right=[thing])
    if chance.random() < 0.6:
        aim = Node("disperse", "VB", "advcl", left=[Node("to", "TO", "mark")], right=[persons(chance, "obj")])
        verb.right.append(aim)
    else:
        target = people(chance).as_("obl")
        target.left.insert(0, case("at"))
        verb.right.append(target)
    return verb
