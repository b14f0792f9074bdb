"""Who did it to whom, in sentences of every build that the roles are read from."""

from typing import Literal

import pytest

from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.parsing.parser import load_parser
from eventbook.coder.parsing.records import Parse

# name: (sentence, word of the act, heads of those who did it, heads of those who suffered it)
SIDES = {
    "active: subject and object": ("Gunmen killed seven farmers near Goma.", "killed", "Gunmen", "farmers"),
    "active with adverbs between": (
        "Rebels yesterday brutally attacked a convoy.", "attacked", "Rebels", "convoy",
    ),
    "active: army shells": ("The army shelled the suburb of Douma on Monday.", "shelled", "army", "suburb"),
    "active: police arrest": ("Police detained dozens of students in Minsk.", "detained", "Police", "dozens"),
    "active: two objects coordinated": (
        "Militants abducted a priest and two nuns.", "abducted", "Militants", "priest nuns",
    ),
    "active: two subjects coordinated": (
        "Soldiers and militiamen looted the market.", "looted", "Soldiers militiamen", "market",
    ),
    "active: three subjects": (
        "Farmers, students and teachers blocked the highway.", "blocked", "Farmers students teachers", "highway",
    ),
    "active: a name of two words": ("Boko Haram abducted 20 girls.", "abducted", "Boko", "girls"),
    "active: object with a number": ("A bomb killed 15 people.", "killed", "bomb", "people"),
    "active: plural title": ("Two gunmen on a motorbike shot the mayor dead.", "shot", "gunmen", "mayor"),
    "active: present tense headline": ("Rebels capture border town", "capture", "Rebels", "town"),
    "active: perfect": ("Troops have killed four rebels in Cabinda.", "killed", "Troops", "rebels"),
    "active: progressive": (
        "Police are beating protesters outside parliament.", "beating", "Police", "protesters",
    ),
    "active: quoted speech after": (
        "Insurgents ambushed a patrol, the governor said.", "ambushed", "Insurgents", "patrol",
    ),
    "active: reported clause": (
        "The governor said that insurgents ambushed a patrol.", "ambushed", "insurgents", "patrol",
    ),
    "active: after a date": ("On Friday, gunmen stormed a church in Jos.", "stormed", "gunmen", "church"),
    "passive with by": ("Seven farmers were killed by gunmen near Goma.", "killed", "gunmen", "farmers"),
    "passive without a doer": ("Three soldiers were wounded in the north.", "wounded", "", "soldiers"),
    "passive: perfect": ("The mayor has been kidnapped by rebels.", "kidnapped", "rebels", "mayor"),
    "passive: two patients": (
        "A teacher and two pupils were shot dead by militants.", "shot", "militants", "teacher pupils",
    ),
    "passive: two doers": (
        "The village was burned by soldiers and militiamen.", "burned", "soldiers militiamen", "village",
    ),
    "passive: with an instrument": ("The official was stabbed with a knife.", "stabbed", "", "official"),
    "passive: get": ("Two policemen got killed.", "killed", "", "policemen"),
    "passive: past perfect": ("The bridge had been bombed by government jets.", "bombed", "jets", "bridge"),
    "passive: being": (
        "Protesters were being dispersed by riot police.", "dispersed", "police", "Protesters",
    ),
    "passive: reduced relative": ("The body of a man killed by rebels was found.", "killed", "rebels", "man"),
    "relative clause: subject": ("Gunmen who killed two nurses fled.", "killed", "Gunmen", "nurses"),
    "relative clause: that": ("The rebels that attacked the village fled.", "attacked", "rebels", "village"),
    "relative clause: which": (
        "The group, which bombed a market in May, denied it.", "bombed", "group", "market",
    ),
    "relative clause: passive": (
        "The farmers who were killed by gunmen were buried.", "killed", "gunmen", "farmers",
    ),
    "relative clause: object": (
        "The hotel that militants stormed is closed.", "stormed", "militants", "hotel",
    ),
    "participle: present": ("Rebels attacking the town killed a doctor.", "attacking", "Rebels", "town"),
    "participle: a chain": ("Gunmen stormed the hotel, killing three guards.", "killing", "Gunmen", "guards"),
    "chain of verbs: first": (
        "Gunmen stormed the hotel and killed three guards.", "stormed", "Gunmen", "hotel",
    ),
    "chain of verbs: second takes the subject": (
        "Gunmen stormed the hotel and killed three guards.", "killed", "Gunmen", "guards",
    ),
    "chain of verbs: passive takes the subject": (
        "Two monks were seized and beaten by police.", "beaten", "police", "monks",
    ),
    "apposition: before": (
        "The rebel leader, Joseph Bemba, attacked the town.", "attacked", "leader", "town",
    ),
    "apposition: patient": ("Gunmen killed Anna Petrova, a journalist.", "killed", "Gunmen", "Anna"),
    "apposition: a group": ("The FARC, a rebel group, bombed a pipeline.", "bombed", "FARC", "pipeline"),
    "reciprocal: with": ("Police clashed with protesters in Cairo.", "clashed", "Police", ""),
    "reciprocal: subject pair": (
        "Soldiers and rebels exchanged fire.", "exchanged", "Soldiers rebels", "fire",
    ),
    "xcomp: tried": ("Protesters tried to storm the embassy.", "storm", "Protesters", "embassy"),
    "xcomp: began": ("Police began beating students.", "beating", "Police", "students"),
    "xcomp: managed": ("Rebels managed to capture the airport.", "capture", "Rebels", "airport"),
    "accusation: of": ("Witnesses accused soldiers of killing two boys.", "killing", "soldiers", "boys"),
    "accusation: passive of": ("Soldiers were accused of killing two boys.", "killing", "Soldiers", "boys"),
    "nominal: genitive": ("The army's bombardment of Aleppo resumed.", "bombardment", "army", "Aleppo"),
    "nominal: by": ("An attack by rebels left ten dead.", "attack", "rebels", ""),
    "nominal: compound": ("A rebel attack left ten dead.", "attack", "rebel", ""),
    "nominal: of the victim": ("The assassination of the mayor caused anger.", "assassination", "", "mayor"),
    "nominal: between": ("Clashes between police and students continued.", "Clashes", "", ""),
    "light verb: launch": ("Rebels launched an attack on a post.", "attack", "Rebels", ""),
    "light verb: carry out": ("Militants carried out a raid on the village.", "raid", "Militants", ""),
    "light verb: stage": ("Workers staged a protest in Lima.", "protest", "Workers", ""),
    "light verb: hold": ("Nurses held a rally outside the ministry.", "rally", "Nurses", ""),
    "light verb: passive": ("A raid was carried out by commandos.", "raid", "commandos", ""),
    "claim of responsibility": (
        "The Taliban claimed responsibility for the attack.", "attack", "Taliban", "",
    ),
    "claim of responsibility by a long name": (
        "A little-known militia claimed responsibility for the bombing.", "bombing", "militia", "",
    ),
    "death: subject of die": ("Two pilgrims died.", "died", "pilgrims", ""),
    "collective: a group of": ("A group of armed men ambushed a bus.", "ambushed", "group", "bus"),
    "participle before a noun: patient": (
        "The murdered journalist was buried.", "murdered", "", "journalist",
    ),
}  # fmt: skip

Other = Literal["partners", "targets"]

# name: (sentence, word of the act, which role, its heads)
OTHERS: dict[str, tuple[str, str, Other, str]] = {
    "clashed with": ("Police clashed with protesters in Cairo.", "clashed", "partners", "protesters"),
    "clashes between": (
        "Clashes between police and students continued.", "Clashes", "partners", "police students",
    ),
    "fighting between": ("Fighting between clans erupted on Friday.", "Fighting", "partners", "clans"),
    "fought against": ("Militiamen fought against soldiers in Sirte.", "fought", "targets", "soldiers"),
    "fired at": ("Police fired at demonstrators.", "fired", "targets", "demonstrators"),
    "opened fire on": ("Guards opened fire on inmates.", "opened", "targets", "inmates"),
    "attack on": ("An attack on a church was reported.", "attack", "targets", "church"),
    "launched an attack on": ("Rebels launched an attack on a post.", "attack", "targets", "post"),
    "raid against": ("The raid against the camp lasted hours.", "raid", "targets", "camp"),
    "protest against": ("A protest against the president drew thousands.", "protest", "targets", "president"),
    "skirmish with": ("A skirmish with bandits was reported.", "skirmish", "partners", "bandits"),
    "threw stones at": ("Youths threw stones at police.", "threw", "targets", "police"),
    "suffered by": ("The garrison suffered an attack.", "attack", "targets", "garrison"),
}  # fmt: skip


def parse(sentence: str) -> Parse:
    return load_parser().parse(sentence, [(0, len(sentence))])[0]


def at(read: Parse, word: str) -> int:
    return next(token.index for token in read.tokens if token.text == word)


def words(read: Parse, indices: tuple[int, ...]) -> str:
    return " ".join(read.tokens[index].text for index in indices)


@pytest.mark.parametrize("name", SIDES)
def test_who_did_it_to_whom(name: str) -> None:
    sentence, word, agents, patients = SIDES[name]
    read = parse(sentence)
    roles = read_roles(read, at(read, word))
    assert (words(read, roles.agents), words(read, roles.patients)) == (agents, patients)


@pytest.mark.parametrize("name", OTHERS)
def test_whom_it_was_done_with_or_against(name: str) -> None:
    sentence, word, role, heads = OTHERS[name]
    read = parse(sentence)
    roles = read_roles(read, at(read, word))
    assert words(read, roles.partners if role == "partners" else roles.targets) == heads


@pytest.mark.parametrize("sentence", ["Attack.", "?", "Killed killed killed.", "By by by by.", "1 2 3 4"])
def test_any_word_of_a_broken_sentence_has_roles_inside_it(sentence: str) -> None:
    read = parse(sentence)
    for token in read.tokens:
        roles = read_roles(read, token.index)
        found = (*roles.agents, *roles.patients, *roles.partners, *roles.targets)
        assert all(0 <= index < len(read.tokens) for index in found)
