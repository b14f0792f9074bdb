"""Made-up news sentences with their trees.

The treebanks hold few reports of violence or protest: no "shot dead", no "hacked to
death", next to no headlines ("Gunmen kill 12 in market raid").  A small grammar writes
such clauses, annotated as the treebanks annotate their like, and a few of them are mixed
into every epoch.  All words here are our own; places and groups stand for any.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from treebank import Sentence, Word

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


def _words(text: str) -> list[str]:
    return text.split()


# past, participle, third person, base, gerund
ATTACKS = [
    tuple(row.split())
    for row in (
        "killed killed kills kill killing", "attacked attacked attacks attack attacking",
        "wounded wounded wounds wound wounding", "abducted abducted abducts abduct abducting",
        "kidnapped kidnapped kidnaps kidnap kidnapping", "ambushed ambushed ambushes ambush ambushing",
        "shot shot shoots shoot shooting", "beheaded beheaded beheads behead beheading",
        "arrested arrested arrests arrest arresting", "detained detained detains detain detaining",
        "executed executed executes execute executing", "tortured tortured tortures torture torturing",
        "beat beaten beats beat beating", "assaulted assaulted assaults assault assaulting",
        "stabbed stabbed stabs stab stabbing", "injured injured injures injure injuring",
        "captured captured captures capture capturing", "massacred massacred massacres massacre massacring",
        "targeted targeted targets target targeting", "lynched lynched lynches lynch lynching",
    )
]  # fmt: skip
RAIDS = [
    tuple(row.split())
    for row in (
        "attacked attacked attacks attack attacking", "raided raided raids raid raiding",
        "stormed stormed storms storm storming", "shelled shelled shells shell shelling",
        "bombed bombed bombs bomb bombing", "seized seized seizes seize seizing",
        "captured captured captures capture capturing", "looted looted loots loot looting",
        "torched torched torches torch torching", "destroyed destroyed destroys destroy destroying",
        "vandalised vandalised vandalises vandalise vandalising", "retook retaken retakes retake retaking",
        "blocked blocked blocks block blocking", "hit hit hits hit hitting",
    )
]  # fmt: skip
PEOPLE = _words(
    "soldiers militants gunmen rebels villagers civilians insurgents policemen protesters students farmers herders "
    "bandits fighters troops officers prisoners inmates guards workers teachers miners supporters activists attackers "
    "residents children women men passengers jihadists vigilantes militiamen guerrillas demonstrators rioters pilgrims"
)
PERSONS = _words(
    "soldier policeman civilian guard farmer teacher journalist man woman child boy girl rebel commander activist "
    "priest student gunman bystander driver councillor mayor judge chief pastor lawyer candidate bomber prisoner"
)
BODIES = ["army", "military", "police", "militia", "government", "group", "mob", "crowd", "coalition", "navy"]
GROUPS = [
    ("Taliban",), ("Boko", "Haram"), ("Shabaab",), ("Houthi",), ("Maoist",), ("Hutu",), ("Tuareg",), ("Kurdish",),
    ("Islamic", "State"), ("FARC",), ("ISIS",), ("M23",), ("Hamas",), ("Hezbollah",), ("ELN",), ("Fulani",),
]  # fmt: skip
ADJECTIVES = _words(
    "suspected armed unidentified masked unknown local young Nigerian Kenyan Syrian Israeli Turkish Russian Indian "
    "Palestinian Somali Afghan Iraqi Ukrainian Colombian Muslim Christian Sunni Shiite separatist communist off-duty"
)
PLACES = _words(
    "Goma Mogadishu Kabul Mosul Aleppo Kandahar Lagos Maiduguri Srinagar Quetta Karachi Bujumbura Juba Bamako Gao "
    "Tripoli Benghazi Sanaa Aden Donetsk Kherson Hebron Jenin Nairobi Mombasa Kampala Bangui Khartoum Nyala Kano "
    "Medellin Tegucigalpa Culiacan Yangon Manila Dhaka Imphal Ouagadougou Niamey Beni Bunia Palma"
)
SITES = _words(
    "market village church mosque checkpoint school hospital prison camp base station hotel convoy bus patrol funeral "
    "border university barracks courthouse bridge airport compound farm house stadium"
)
REGIONS = ["northern", "southern", "eastern", "western", "central", "north-eastern", "south-western"]
COUNTRIES = _words(
    "Nigeria Mali Somalia Kenya Syria Iraq Afghanistan Pakistan India Yemen Sudan Congo Colombia Mexico Myanmar Libya "
    "Ukraine Burundi Mozambique Niger Cameroon Thailand"
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SMALL = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty"
)
CAUSES = ["elections", "corruption", "taxes", "power cuts", "wages", "killings", "price rises", "evictions"]


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


KINDS: list[tuple[Callable[[Chance], Node], int]] = [
    (shot_dead, 4), (to_death, 3), (with_particle, 3), (active, 5), (raid, 4), (suffered, 5), (explosion, 2),
    (suicide, 2), (clash, 3), (fire, 3), (left_dead, 2), (protest, 3), (tear_gas, 2), (headline, 9),
]  # fmt: skip


def reported(clause: Node, chance: Chance) -> Node:
    """ "Police said gunmen had ..." or "..., police said"."""
    speaker = chance.choice(["police", "officials", "witnesses", "residents", "army", "ministry", "governor"])
    subject = Node(speaker, "NNS" if speaker.endswith(("s", "e")) else "NN", "nsubj")
    if subject.tag == "NN" or chance.random() < 0.2:
        subject.left.append(Node("the", "DT", "det"))
    said = Node("said", "VBD", left=[subject])
    clause.as_("ccomp")
    if chance.random() < 0.5:
        said.left[:0] = [clause, Node(",", ",", "punct")]
        if chance.random() < 0.3:
            said.right.append(day(chance))
        return said
    if chance.random() < 0.4:
        said.right.append(day(chance))
        clause.left.insert(0, Node("that", "IN", "mark"))
    elif chance.random() < 0.4:
        clause.left.insert(0, Node("that", "IN", "mark"))
    said.right.append(clause)
    return said


def news_sentence(chance: Chance) -> Sentence:
    """One made-up sentence with its tree."""
    make = chance.choices([kind for kind, _ in KINDS], [weight for _, weight in KINDS])[0]
    root = make(chance)
    if make is not headline and chance.random() < 0.18:
        root = reported(root, chance)
    root.as_("ROOT")
    flat: list[tuple[Node, int]] = []
    _flatten(root, -1, flat, {})
    place = {id(node): index for index, (node, _) in enumerate(flat)}
    words = [
        Word(node.form, node.lemma or node.form.lower(), node.tag, place.get(parent, index), node.dep, True)
        for index, (node, parent) in enumerate(flat)
    ]
    words[0] = replace(words[0], form=words[0].form[:1].upper() + words[0].form[1:])
    words = _tidy_commas(words)
    if make is not headline:
        root_at = next(index for index, word in enumerate(words) if word.dep == "ROOT")
        words[-1] = replace(words[-1], space=False)
        words.append(Word(".", ".", ".", root_at, "punct", False))
    spaced = [
        replace(word, space=word.space and not (index + 1 < len(words) and words[index + 1].form == ","))
        for index, word in enumerate(words)
    ]
    spaced[-1] = replace(spaced[-1], space=False)
    return Sentence(words=tuple(spaced))


def _flatten(node: Node, parent: int, flat: list[tuple[Node, int]], seen: dict[int, Node]) -> None:
    for below in node.left:
        _flatten(below, id(node), flat, seen)
    flat.append((node, parent))
    for below in node.right:
        _flatten(below, id(node), flat, seen)


def _tidy_commas(words: list[Word]) -> list[Word]:
    """Drop a comma that another one follows, or that would end the sentence."""
    for index in range(len(words) - 1, 0, -1):
        last = index == len(words) - 1
        if words[index].form == "," and (last or words[index + 1].form == ","):
            words = [
                replace(word, head=word.head - (word.head > index))
                for at, word in enumerate(words) if at != index
            ]  # fmt: skip
    return words
