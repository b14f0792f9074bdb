"""Names and categories of sides: templates, nationality, forces abroad, communities, known groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.coder.actors.lexicon import compile_actors, normalise
from eventbook.coder.actors.mentions import ActorMention, read_actor
from eventbook.coder.actors.names import scan_names
from eventbook.coder.parsing.parser import load_parser

if TYPE_CHECKING:
    from eventbook.coder.coding import CodedArticle

Code = Callable[..., "CodedArticle"]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def mention(sentence: str, word: str, codebook: Codebook, *countries: str) -> ActorMention | None:
    read = load_parser().parse(sentence, [(0, len(sentence))])[0]
    index = next(token.index for token in read.tokens if token.text == word)
    names = scan_names(read, compile_actors(codebook))
    return read_actor(read, index, names, codebook, countries=countries)


# name: (sentence, head, category, template or group, nations)
MENTIONS = {
    "soldiers are military forces": ("Soldiers left.", "Soldiers", "state_forces", "military_forces", ()),
    "policemen are police forces": ("Two policemen left.", "policemen", "state_forces", "police_forces", ()),
    "gunmen are an unidentified armed group": (
        "Gunmen left.", "Gunmen", "political_militia", "unidentified_armed_group", ()),
    "rebels are opposition rebels": ("The rebels left.", "rebels", "rebel_group", "opposition_rebels", ()),
    "a gang is an unidentified gang": ("Armed bandits left.", "bandits", "political_militia", "unidentified_gang", ()),
    "protesters are protesters": ("The protesters left.", "protesters", "protesters", "protesters", ()),
    "a mob is rioters": ("A mob left.", "mob", "rioters", "rioters", ()),
    "villagers are civilians": ("Villagers left.", "Villagers", "civilians", "civilians", ()),
    "the mayor is the government": ("The mayor left.", "mayor", "state_forces", "government", ()),
    "a prison guard is no soldier": ("The prison guards left.", "guards", "state_forces", "prison_guards", ()),
    "a nationality is told": ("French soldiers left.", "soldiers", "state_forces", "military_forces", ("FRA",)),
    "a nation's name before the role": ("US troops left.", "troops", "state_forces", "military_forces", ("USA",)),
    "a country acts as its forces": ("Israel left.", "Israel", "state_forces", "military_forces", ("ISR",)),
    "members of a force are the force": (
        "Members of the army left.", "Members", "state_forces", "military_forces", ()),
    "a number of people": ("Dozens of farmers left.", "Dozens", "civilians", "civilians", ()),
    "a known group by its name": ("The Taliban left.", "Taliban", "rebel_group", "Taliban", ()),
    "fighters of a known group": ("Boko Haram fighters left.", "fighters", "rebel_group", "Boko Haram", ()),
}  # fmt: skip


@pytest.mark.parametrize("name", MENTIONS)
def test_whom_a_noun_names(name: str, codebook: Codebook) -> None:
    sentence, head, category, named, nations = MENTIONS[name]
    found = mention(sentence, head, codebook, "AFG" if "Taliban" in sentence else "NGA")
    assert found is not None
    assert (found.category, found.group or found.template, found.nations) == (category, named, nations)
    assert 0 <= found.start < found.end <= len(sentence) and 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("sentence", "word"), [("They left.", "They"), ("The car left.", "car"), ("Who left?", "Who")],
    ids=["a pronoun", "a thing", "a question word"],
)  # fmt: skip
def test_nobody_is_named(sentence: str, word: str, codebook: Codebook) -> None:
    assert mention(sentence, word, codebook) is None


def test_relatives_of_fighters_are_civilians(codebook: Codebook) -> None:
    found = mention("Relatives of Taliban fighters left.", "Relatives", codebook, "AFG")
    assert found is not None and found.category == "civilians"


def test_an_abbreviation_of_several_groups_is_the_one_that_acts_there(codebook: Codebook) -> None:
    at_home = {iso3: mention("The BLA left.", "BLA", codebook, iso3) for iso3 in ("PAK", "NGA")}
    assert {iso3: found.group for iso3, found in at_home.items() if found} == {
        "PAK": "BLA: Balochistan Liberation Army",
        "NGA": "BLA: Biafra Liberation Army",
    }
    abroad = mention("The BLA left.", "BLA", codebook, "PER")
    assert abroad is None or abroad.group is None


def test_a_name_that_one_armed_group_has_is_known_abroad(codebook: Codebook) -> None:
    for country in ("NGA", "PER"):
        found = mention("Boko Haram left.", "Boko", codebook, country)
        assert found is not None and found.group == "Boko Haram"


def test_names_are_compared_without_dots_hyphens_and_genitives() -> None:
    assert normalise("The U.S. Army’s Al-Shabaab")[0] == ["the", "us", "army", "al", "shabaab"]


ON = "on Tuesday"
# name: (sentence, actor1, inter1, actor2, inter2)
ROWS = {
    "an unknown group takes the country's name": (
        f"Gunmen killed seven farmers in Jos, Nigeria, {ON}.",
        "Unidentified Armed Group (Nigeria)", "Political militia", "Civilians (Nigeria)", "Civilians"),
    "an army at home is a state force": (
        f"Soldiers killed four rebels near Goma, Congo, {ON}.",
        "Military Forces of Democratic Republic of Congo", "State forces",
        "Opposition Rebels (Democratic Republic of Congo)", "Rebel group"),
    "an air force abroad is an external force": (
        f"Israeli warplanes bombed a weapons depot in Damascus, Syria, {ON}, killing three people.",
        "Military Forces of Israel", "External/Other forces", "Civilians (Syria)", "Civilians"),
    "soldiers abroad are an external force": (
        f"Turkish soldiers shelled a village near Kobani, Syria, {ON}.",
        "Military Forces of Turkey", "External/Other forces", "Civilians (Syria)", "Civilians"),
    "a known group and a garrison": (
        f"Al-Shabaab attacked an army base in Baidoa, Somalia, {ON}, killing ten soldiers.",
        "Al Shabaab", "Rebel group", "Military Forces of Somalia", "State forces"),
    "a known group and the police": (
        f"The Taliban attacked a police checkpoint in Kunduz, Afghanistan, {ON}, killing five policemen.",
        "Taliban", "Rebel group", "Police Forces of Afghanistan", "State forces"),
    "a crowd that lynches": (
        f"A mob beat two men to death in Guatemala City, Guatemala, {ON}.",
        "Rioters (Guatemala)", "Rioters", "Civilians (Guatemala)", "Civilians"),
    "a gang": (
        f"Gang members killed a teacher in Port-au-Prince, Haiti, {ON}.",
        "Unidentified Gang (Haiti)", "Political militia", "Civilians (Haiti)", "Civilians"),
    "prison guards by the codebook's template": (
        f"Prison guards shot dead two prisoners in Manila, Philippines, {ON}.",
        "Police Forces of Philippines Prison Guards", "State forces", "Civilians (Philippines)", "Civilians"),
    "an alliance by its full name": (
        f"NATO aircraft bombed a barracks in Tripoli, Libya, {ON}.",
        "NATO: North Atlantic Treaty Organization", "External/Other forces",
        "Military Forces of Libya", "State forces"),
    "a protest alone": (
        f"Lawyers rallied in Lahore, Pakistan, {ON}.", "Protesters (Pakistan)", "Protesters", None, None),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_sides_of_a_row(name: str, code: Code) -> None:
    text, *sides = ROWS[name]
    (row,) = code(text).rows
    assert [row.values[key] for key in ("actor1", "inter1", "actor2", "inter2")] == sides


# name: (sentence, column, associates)
ASSOCIATES = {
    "farmers who are killed": (
        f"Gunmen killed seven farmers in Jos, Nigeria, {ON}.", "assoc_actor_2", "Farmers (Nigeria)"),
    "a journalist who is killed": (
        f"Unknown men shot dead a journalist in Karachi, Pakistan, {ON}.", "assoc_actor_2", "Journalists (Pakistan)"),
    "students who march": (
        f"Students marched through Dhaka, Bangladesh, {ON}.", "assoc_actor_1", "Students (Bangladesh)"),
    "nurses and doctors are one profession": (
        f"Nurses and doctors demonstrated in Nairobi, Kenya, {ON}.", "assoc_actor_1", "Health Workers (Kenya)"),
    "lawyers who rally": (f"Lawyers rallied in Lahore, Pakistan, {ON}.", "assoc_actor_1", "Lawyers (Pakistan)"),
    "inmates who riot": (
        f"Inmates set fire to a prison in Guayaquil, Ecuador, {ON}.", "assoc_actor_1", "Prisoners (Ecuador)"),
    "militiamen of a community, whose name says it": (
        f"Hutu militiamen attacked a camp of refugees in Bukavu, Congo, {ON}, killing eight refugees.",
        "assoc_actor_1", None),
    "the forces of two states in one phrase": (
        f"Iraqi and American troops killed six Islamic State fighters near Mosul, Iraq, {ON}.",
        "assoc_actor_1", "Military Forces of United States"),
    "two states that fight each other": (
        f"Armenian and Azerbaijani soldiers exchanged fire near Goris, Armenia, {ON}.", "assoc_actor_1", None),
    "one people's forces in another state": (
        f"Bosnian Serb troops shelled Tuzla, Bosnia and Herzegovina, {ON}.", "assoc_actor_1", None),
    "a community that clashes with police": (
        f"Kurds clashed with police in Batman, Turkey, {ON}.", "assoc_actor_1", "Kurdish Ethnic Group (Turkey)"),
    "nobody in particular": (f"A mob beat two men to death in Guatemala City, Guatemala, {ON}.", "assoc_actor_2", None),
}  # fmt: skip


@pytest.mark.parametrize("name", ASSOCIATES)
def test_associates_of_a_row(name: str, code: Code) -> None:
    text, column, associates = ASSOCIATES[name]
    (row,) = code(text).rows
    assert row.values[column] == associates
