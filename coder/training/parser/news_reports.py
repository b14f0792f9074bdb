"""Ways of telling: reported speech, modality, relative clauses, events as nouns."""

from __future__ import annotations

from news_events import active, fire, raid, suffered, suicide
from news_phrases import Chance, Node, by, case, day, group, people, persons, settle, site
from news_words import ATTACKS, DAYS, RAIDS


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


def intransitive(chance: Chance) -> Node:
    """ "... fled to the hills", "... died in hospital"."""
    past = chance.choice(["fled", "died", "escaped", "surrendered", "withdrew", "retreated", "rioted", "advanced"])
    verb = Node(past, "VBD", left=[persons(chance, "nsubj")])
    draw = chance.random()
    if draw < 0.3:
        place = Node(chance.choice(["hills", "mountains", "border", "forest", "capital"]), "NN", "obl")
        place.tag = "NNS" if place.form in ("hills", "mountains") else "NN"
        place.left = [case("to" if past != "died" else "in"), Node("the", "DT", "det")]
        verb.right.append(place)
    elif draw < 0.5 and past == "died":
        verb.right.append(Node("hospital", "NN", "obl", left=[case("in")]))
    return settle(verb, chance)


def with_relative(chance: Chance) -> Node:
    """ "The soldiers, who were attacked by rebels, fled", "gunmen who had stormed a village"."""
    clause = chance.choice([intransitive, active, suffered])(chance)
    subject = next((node for node in clause.left if node.dep.startswith("nsubj")), None)
    if subject is None or subject.right:
        return clause
    draw = chance.random()
    who = Node("who", "WP", "nsubj")
    if draw < 0.4:
        relative = Node(chance.choice(ATTACKS)[1], "VBN", "acl:relcl", left=[who, Node("were", "VBD", "aux:pass")])
        who.dep = "nsubj:pass"
        if chance.random() < 0.6:
            relative.right.append(by(chance))
    elif draw < 0.7:
        relative = Node(chance.choice(RAIDS)[4], "VBG", "acl:relcl", left=[who, Node("were", "VBD", "aux")])
        relative.right.append(site(chance, "obj", prepositions=()))
    else:
        forms = chance.choice(ATTACKS)
        had = chance.random() < 0.5
        relative = Node(forms[1] if had else forms[0], "VBN" if had else "VBD", "acl:relcl", left=[who])
        if had:
            relative.left.append(Node("had", "VBD", "aux"))
        relative.right.append(persons(chance, "obj"))
    if chance.random() < 0.45:
        relative.left.insert(0, Node(",", ",", "punct"))
        relative.right.append(Node(",", ",", "punct"))
    subject.right.append(relative)
    return clause


def modal(chance: Chance) -> Node:
    """Perfect, future, hypothesis and denial: "have been killed", "will attack", "did not kill"."""
    forms = chance.choice(ATTACKS)
    if chance.random() < 0.45:
        verb = Node(forms[1], "VBN", left=[persons(chance, "nsubj:pass")])
        verb.left += chance.choice([
            [Node("have", "VBP", "aux"), Node("been", "VBN", "aux:pass")],
            [Node("had", "VBD", "aux"), Node("been", "VBN", "aux:pass")],
            [Node("may", "MD", "aux"), Node("have", "VB", "aux"), Node("been", "VBN", "aux:pass")],
            [Node("were", "VBD", "aux:pass"), Node("not", "RB", "advmod")],
            [Node("could", "MD", "aux"), Node("be", "VB", "aux:pass")],
        ])  # fmt: skip
        if chance.random() < 0.5:
            verb.right.append(by(chance))
    else:
        verb = Node(forms[3], "VB", left=[persons(chance, "nsubj")])
        verb.left += chance.choice([
            [Node("will", "MD", "aux")],
            [Node("did", "VBD", "aux"), Node("not", "RB", "advmod")],
            [Node("could", "MD", "aux")],
            [Node("may", "MD", "aux")],
        ])  # fmt: skip
        if chance.random() < 0.35:
            verb = Node(forms[1], "VBN", left=[verb.left[0], Node("have", "VBP", "aux")])
        verb.right.append(persons(chance, "obj"))
    return settle(verb, chance)


def attempt(chance: Chance) -> Node:
    """ "... threatened to kill ...", "... was accused of killing ..."."""
    forms = chance.choice(ATTACKS)
    if chance.random() < 0.5:
        verb = Node(chance.choice(["threatened", "tried", "planned", "vowed"]), "VBD", left=[persons(chance, "nsubj")])
        inner = Node(forms[3], "VB", "xcomp", left=[Node("to", "TO", "mark")], right=[persons(chance, "obj")])
        verb.right.append(inner)
        return settle(verb, chance)
    inner = Node(forms[4], "VBG", "advcl", left=[Node("of", "IN", "mark")], right=[persons(chance, "obj")])
    if chance.random() < 0.5:
        verb = Node("accused", "VBD", left=[persons(chance, "nsubj")], right=[persons(chance, "obj"), inner])
    else:
        verb = Node("accused", "VBN", left=[persons(chance, "nsubj:pass"), Node("were", "VBD", "aux:pass")])
        verb.right.append(inner)
    return verb


def nominal(chance: Chance) -> Node:
    """Events as nouns: "The killing of two farmers by herders sparked protests"."""
    word = chance.choice(["killing", "abduction", "murder", "arrest", "execution", "shooting"])
    head = Node(word, "NN", "nsubj", left=[Node("the", "DT", "det")])
    if chance.random() < 0.5:
        word = chance.choice(["attack", "raid", "ambush", "assault"])
        head = Node(word, "NN", "nsubj", left=[Node("an" if word[0] == "a" else "a", "DT", "det")])
        target = site(chance, "nmod", prepositions=("on",))
        if target.left[0].form == "in":
            target.left[0] = case("on")
    else:
        target = persons(chance, "nmod")
        target.left.insert(0, case("of"))
    head.right.append(target)
    if chance.random() < 0.6:
        agent = people(chance).as_("nmod")
        agent.left.insert(0, case("by"))
        head.right.append(agent)
    verb = Node(chance.choice(["sparked", "left", "killed", "wounded", "triggered"]), "VBD", left=[head])
    if verb.form in ("sparked", "triggered"):
        verb.right.append(Node(chance.choice(["protests", "riots", "clashes", "outrage"]), "NNS", "obj"))
        if verb.right[0].form == "outrage":
            verb.right[0].tag = "NN"
    else:
        verb.right.append(persons(chance, "obj"))
        if verb.form == "left":
            verb.right.append(Node("dead", "JJ", "xcomp"))
    return settle(verb, chance)


def outbreak(chance: Chance) -> Node:
    """ "Clashes erupted between police and students in ..."."""
    head = Node(chance.choice(["clashes", "riots", "fighting", "protests", "gunfire"]), "NNS", "nsubj")
    between_subject = chance.random() < 0.4
    if head.form in ("fighting", "gunfire"):
        head.tag = "NN"
    verb = Node(chance.choice(["erupted", "broke", "resumed", "continued", "began"]), "VBD", left=[head])
    if verb.form == "broke":
        verb.right.append(Node("out", "RP", "compound:prt"))
    if head.form in ("clashes", "fighting"):
        one, two = people(chance).as_("obl"), people(chance).as_("conj")
        two.left.insert(0, Node("and", "CC", "cc"))
        one.left.insert(0, case("between"))
        one.right.append(two)
        if between_subject:
            head.right.append(one.as_("nmod"))
        else:
            verb.right.append(one)
    return settle(verb, chance)


def responsibility(chance: Chance) -> Node:
    """ "The group claimed responsibility for the attack", "The army blamed rebels for ..."."""
    attack = Node(chance.choice(["attack", "bombing", "killing", "raid"]), "NN", "obl", left=[case("for")])
    attack.left.append(Node("the", "DT", "det"))
    if chance.random() < 0.5:
        verb = Node("claimed", "VBD", left=[people(chance).as_("nsubj")], right=[Node("responsibility", "NN", "obj")])
        attack.dep = "nmod"
        verb.right[0].right.append(attack)
        return verb
    verb = Node("blamed", "VBD", left=[people(chance).as_("nsubj")], right=[people(chance).as_("obj"), attack])
    return verb


def reduced(chance: Chance) -> Node:
    """ "Gunmen riding motorcycles stormed ...", "shells fired by the army hit ..."."""
    if chance.random() < 0.3:
        word = chance.choice(["shells", "rockets", "missiles", "shots", "mortars"])
        subject = Node(word, "NNS", "nsubj")
        made = Node(chance.choice(["fired", "launched"]), "VBN", "acl", right=[by(chance)])
        verb = Node(chance.choice(["hit", "struck", "killed", "destroyed"]), "VBD", left=[subject])
        target = persons(chance, "obj") if verb.form == "killed" else site(chance, "obj", prepositions=())
        verb.right.append(target)
    else:
        verb = chance.choice([active, raid, fire, suicide])(chance)
        found = next((node for node in verb.left if node.dep == "nsubj"), None)
        if found is None or found.right:
            return verb
        subject = found
        draw = chance.random()
        if draw < 0.6:
            ing, thing = chance.choice([
                ("riding", "motorcycles"), ("wearing", "uniforms"), ("carrying", "rifles"), ("driving", "trucks"),
                ("wielding", "machetes"), ("protesting", "evictions"), ("guarding", "villages"),
            ])  # fmt: skip
            made = Node(ing, "VBG", "acl", right=[Node(thing, "NNS", "obj")])
        elif draw < 0.8:
            rifles = Node(chance.choice(["rifles", "machetes", "knives", "guns"]), "NNS", "obl", left=[case("with")])
            made = Node("armed", "VBN", "acl", right=[rifles])
        else:
            made = Node("suspected", "VBN", "acl", right=[
                Node("belonging", "VBG", "advcl", left=[Node("of", "IN", "mark")], right=[
                    Node("group", "NN", "obl", left=[case("to"), Node("the", "DT", "det"), group(chance)]),
                ]),
            ])  # fmt: skip
    subject.right.append(made)
    return verb


def arson(chance: Chance) -> Node:
    """ "... set fire to a school and looted shops"."""
    target = site(chance, "obl", prepositions=("to",))
    target.left[0] = case("to")
    verb = Node("set", "VBD", left=[persons(chance, "nsubj")], right=[Node("fire", "NN", "obj"), target])
    if chance.random() < 0.5:
        forms = chance.choice(RAIDS)
        second = Node(forms[0], "VBD", "conj", left=[Node("and", "CC", "cc")])
        second.right.append(Node(chance.choice(["shops", "houses", "cars", "offices", "homes"]), "NNS", "obj"))
        verb.right.append(second)
    return settle(verb, chance)


def ravage(chance: Chance) -> Node:
    """ "... raided two villages, burning houses and killing ten people"."""
    verb = raid(chance)
    verb.right = [node for node in verb.right if node.dep != "advcl"]
    ing = chance.choice(["burning", "razing", "destroying", "looting", "torching"])
    first = Node(ing, "VBG", "advcl", left=[Node(",", ",", "punct")])
    first.right.append(Node(chance.choice(["houses", "shops", "homes", "churches", "cars"]), "NNS", "obj"))
    if chance.random() < 0.7:
        forms = chance.choice(ATTACKS)
        second = Node(forms[4], "VBG", "conj", left=[Node("and", "CC", "cc")], right=[persons(chance, "obj")])
        first.right.append(second)
    verb.right.append(first)
    return verb


def early_day(clause: Node, chance: Chance) -> None:
    """Put a day between the subject and its verb: "Police on Monday arrested ..."."""
    at = next((index for index, node in enumerate(clause.left) if node.dep.startswith("nsubj")), None)
    if at is None or any(node.dep.startswith("obl") for node in clause.left) or clause.left[at].right:
        return
    when = Node(chance.choice(DAYS), "NNP", "obl", left=[case("on")])
    if chance.random() < 0.3:
        when = Node(when.form, "NNP", "obl:unmarked")
    clause.right = [node for node in clause.right if node.form not in DAYS]
    clause.left.insert(at + 1, when)
