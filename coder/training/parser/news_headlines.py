"""Headlines: present for past, no articles, no auxiliaries."""

from __future__ import annotations

from news_events import protest, tear_gas
from news_phrases import Chance, Node, case, passive, persons, site
from news_words import (
    ATTACKS,
    PEOPLE,
    SMALL,
)


def headline(chance: Chance) -> Node:
    """Headlines: present for past, no articles, no auxiliaries."""
    draw = chance.random()
    if draw < 0.4:
        _, _, third, base, _ = chance.choice(ATTACKS)
        subject = Node(chance.choice(PEOPLE), "NNS", "nsubj")
        singular = chance.random() < 0.3
        if singular:
            subject = Node(
                chance.choice(["army", "bomb", "mob", "militia", "blast", "gunman", "bomber"]), "NN", "nsubj"
            )
            if subject.form == "bomber":
                subject.left.append(Node("suicide", "NN", "compound"))
        elif chance.random() < 0.25:
            subject = Node("police", "NNS", "nsubj")
        verb = Node(third if singular else base, "VBZ" if singular else "VBP", left=[subject])
        toll = Node(chance.choice(SMALL) if chance.random() < 0.5 else str(chance.randint(2, 90)), "CD", "obj")
        verb.right = [toll if chance.random() < 0.45 else persons(chance, "obj")]
        bare_site(verb, chance)
        return verb
    if draw < 0.75:
        verb = passive(chance.choice(ATTACKS)[1], chance, headline=True)
        if chance.random() < 0.5:
            nominal = Node(chance.choice(["attack", "ambush", "clash", "raid", "blast", "protest"]), "NN", "obl")
            nominal.left = [case("in")]
            if chance.random() < 0.5:
                nominal.left.append(Node(chance.choice(["bomb", "gun", "market", "drone"]), "NN", "compound"))
            verb.right.append(nominal)
        bare_site(verb, chance)
        return verb
    if draw < 0.88:
        verb = tear_gas(chance)
        verb.form, verb.tag = ("fire" if verb.form == "fired" else "use"), "VBP"
        return verb
    verb = protest(chance)
    verb.form = {"protested": "protest", "marched": "march", "rallied": "rally"}.get(verb.form, "protest")
    verb.tag = "VBP"
    return verb


def bare_site(verb: Node, chance: Chance) -> None:
    if chance.random() < 0.7:
        place = site(chance)
        place.left = [node for node in place.left if node.dep != "det"]
        verb.right.append(place)
