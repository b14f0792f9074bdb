"""Phrases of the made-up news sentences: who, where, when, how many."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from news_words import (
    ADJECTIVES,
    BODIES,
    COUNTRIES,
    DAYS,
    GROUPS,
    PEOPLE,
    PERSONS,
    PLACES,
    REGIONS,
    SITES,
    SMALL,
)

Chance = random.Random


@dataclass(slots=True)
class Node:
    """A word with what hangs before and after it."""

    form: str
    tag: str
    dep: str = "dep"
    lemma: str = ""
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)

    def as_(self, dep: str) -> Node:
        self.dep = dep
        return self


def case(form: str, tag: str = "IN") -> Node:
    return Node(form, tag, "case")


def number(chance: Chance) -> Node:
    form = chance.choice(SMALL) if chance.random() < 0.6 else str(chance.randint(2, 120))
    node = Node(form, "CD", "nummod")
    if chance.random() < 0.2:
        node.left.append(Node("least", "JJS", "nmod", left=[case("at")]))
    return node


def group(chance: Chance) -> Node:
    words = chance.choice(GROUPS)
    head = Node(words[0], "NNP", "compound")
    head.right = [Node(word, "NNP", "flat") for word in words[1:]]
    return head


def people(chance: Chance) -> Node:
    """A noun phrase of people; its head's relation is set by the caller."""
    draw = chance.random()
    if draw < 0.55:
        head = Node(chance.choice(PEOPLE), "NNS")
        if chance.random() < 0.55:
            head.left.append(number(chance))
        elif chance.random() < 0.2:
            head.left.append(Node("the", "DT", "det"))
        if chance.random() < 0.35:
            head.left.append(Node(chance.choice(ADJECTIVES), "JJ", "amod"))
        elif chance.random() < 0.25:
            head.left.append(group(chance))
        return head
    if draw < 0.72:
        word = chance.choice(PERSONS)
        adjective = chance.choice(ADJECTIVES) if chance.random() < 0.3 else None
        first = (adjective or word)[0].lower()
        head = Node(word, "NN", left=[Node("an" if first in "aeiou" else "a", "DT", "det")])
        if adjective:
            head.left.append(Node(adjective, "JJ", "amod"))
        return head
    if draw < 0.84:
        return Node(chance.choice(BODIES), "NN", left=[Node("the", "DT", "det")])
    if draw < 0.90:
        forces = Node("forces", "NNS", left=[Node(chance.choice(["security", "government"]), "NN", "compound")])
        if chance.random() < 0.4:
            forces.left.insert(0, Node(chance.choice(ADJECTIVES), "JJ", "amod"))
        return forces
    if draw < 0.95:
        return Node("police", "NN" if chance.random() < 0.5 else "NNS")
    members = Node("members", "NNS")
    body = Node("group", "NN", "nmod", left=[case("of"), Node("the", "DT", "det"), group(chance)])
    members.right.append(body)
    return members


def persons(chance: Chance, dep: str) -> Node:
    """People, at times two kinds of them, or with a part of them named."""
    head = people(chance).as_(dep)
    if chance.random() < 0.22:
        second = people(chance).as_("conj")
        second.left.insert(0, Node("and", "CC", "cc"))
        head.right.append(second)
    elif head.tag == "NNS" and chance.random() < 0.08:
        part = people(chance).as_("nmod")
        part.left[:0] = [Node(",", ",", "punct"), Node("including", "VBG", "case")]
        part.right.append(Node(",", ",", "punct"))
        head.right.append(part)
    return head


def site(chance: Chance, dep: str = "obl", *, prepositions: Sequence[str] = ("in", "at", "near", "outside")) -> Node:
    draw = chance.random()
    if draw < 0.45:
        head = Node(chance.choice(PLACES), "NNP", dep)
    elif draw < 0.75:
        head = Node(chance.choice(SITES), "NN", dep, left=[Node("a", "DT", "det")])
        if chance.random() < 0.5:
            head.right.append(Node(chance.choice(PLACES), "NNP", "nmod", left=[case("in")]))
    else:
        head = Node(chance.choice(COUNTRIES), "NNP", dep)
        head.left.append(Node(chance.choice(REGIONS), "JJ", "amod"))
        prepositions = ("in",)
    if prepositions:
        head.left.insert(0, case(chance.choice(list(prepositions))))
    return head


def day(chance: Chance) -> Node:
    draw = chance.random()
    if draw < 0.45:
        return Node(chance.choice(DAYS), "NNP", "obl", left=[case("on")])
    if draw < 0.65:
        return Node(chance.choice(DAYS), "NNP", "obl:unmarked")
    if draw < 0.75:
        return Node("overnight", "RB", "advmod")
    if draw < 0.85:
        return Node("week", "NN", "obl:unmarked", left=[Node(chance.choice(["last", "this"]), "JJ", "amod")])
    night = chance.choice(["night", "evening", "morning"])
    return Node(night, "NN", "obl", left=[case("on"), Node(chance.choice(DAYS), "NNP", "compound")])


def settle(verb: Node, chance: Chance) -> Node:
    """Give a clause a place and a day, or neither."""
    if chance.random() < 0.6:
        verb.right.append(site(chance))
    if chance.random() < 0.5:
        verb.right.append(day(chance))
    return verb


def by(chance: Chance) -> Node:
    agent = persons(chance, "obl:agent")
    agent.left.insert(0, case("by"))
    return agent


def passive(participle: str, chance: Chance, *, plural: bool = True, headline: bool = False) -> Node:
    verb = Node(participle, "VBN")
    subject = persons(chance, "nsubj:pass")
    if headline and chance.random() < 0.5:
        subject = Node(chance.choice(SMALL), "CD", "nsubj:pass")
    verb.left = [subject]
    if not headline:
        many = plural and (
            subject.tag == "NNS" or any(n.dep == "conj" for n in subject.right) or subject.form == "police"
        )
        verb.left.append(Node("were" if many else "was", "VBD", "aux:pass"))
    return verb
