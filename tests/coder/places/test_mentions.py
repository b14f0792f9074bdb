"""Places found in sentences: cues, relations, traps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.coder.places import Gazetteer, PlaceMention, country_votes, find_places

TRAPS = Path(__file__).resolve().parents[3] / "benchmarks" / "places" / "traps.jsonl"


def places(book: Gazetteer, text: str) -> list[PlaceMention]:
    votes = country_votes(text, book)
    return list(find_places(text, 0, len(text), gazetteer=book, country_votes=votes))


@pytest.mark.parametrize(
    ("text", "quote", "relation", "precision"),
    [
        pytest.param("A bomb killed six in the northern city of Mosul.", "Mosul", "at", 1, id="city of"),
        pytest.param("Rebels struck 20 km (12 miles) south of Goma.", "Goma", "near", 2, id="a distance"),
        pytest.param("Shells fell on the outskirts of Aleppo, Syria.", "Aleppo", "near", 2, id="outskirts"),
        pytest.param("Clashes spread across Helmand province.", "Helmand", "division", 3, id="a province"),
        pytest.param("Trucks burned between Homs and Hama in Syria.", "Homs", "between", 2, id="between"),
        pytest.param("A Lagos-based reporter was held.", "Lagos", "origin", 1, id="X-based is an origin"),
        pytest.param("Fighters fled from Sirte in Libya.", "Sirte", "origin", 1, id="from is an origin"),
        pytest.param("Beijing warned its neighbours.", "Beijing", "metonym", 1, id="a capital that speaks"),
        pytest.param("Tehran-backed militias opened fire.", "Tehran", "metonym", 1, id="backed by a capital"),
        pytest.param("Farmers marched in Mali.", "Mali", "country", 3, id="a country alone"),
        pytest.param("KABUL, Afghanistan (AP) - Police fired at a crowd.", "KABUL", "at", 1, id="a dateline's town"),
    ],
)
def test_a_place_is_found_with_its_relation(
    book: Gazetteer, text: str, quote: str, relation: str, precision: int
) -> None:
    found = {mention.quote: mention for mention in places(book, text)}
    assert quote in found
    assert (found[quote].relation, found[quote].precision) == (relation, precision)


@pytest.mark.parametrize(
    ("text", "quote", "town", "precision"),
    [
        pytest.param("Thousands gathered outside parliament in Kenya.", "parliament", "Nairobi", 2, id="parliament"),
        pytest.param("A bomb went off in the Iraqi capital.", "capital", "Baghdad", 1, id="the capital of a people"),
        pytest.param("In Malawi crowds marched on the State House.", "State House", "Lilongwe", 2, id="marched on"),
        pytest.param("CROWDS STOOD OUTSIDE THE PRESIDENTIAL PALACE IN PANAMA.", "PRESIDENTIAL PALACE", "Panama City", 2,
                     id="in capitals"),
        pytest.param("Fighting raged at the Chernobyl nuclear site in Ukraine.", "Chernobyl", "Chornobyl", 1,
                     id="a kind word behind an adjective"),
    ],
)  # fmt: skip
def test_what_stands_in_a_town_is_there(book: Gazetteer, text: str, quote: str, town: str, precision: int) -> None:
    found = {mention.quote: mention for mention in places(book, text)}[quote]
    assert found.place is not None
    assert (found.place.name, found.precision) == (town, precision)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Parliament in Kenya passed a bill.", id="a body that acts"),
        pytest.param("Calm returned to the state capital, officials in Gujarat, India, said.", id="a lesser capital"),
        pytest.param("Capital fled the capital markets of Brazil.", id="money"),
        pytest.param("A blast hit the capital of Anbar province in Iraq.", id="the capital of something else"),
    ],
)
def test_other_capitals_and_bodies_are_no_place(book: Gazetteer, text: str) -> None:
    assert not [m for m in places(book, text) if m.quote.lower() in ("capital", "parliament")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("THE U.S. GOVERNMENT DENIED THE REPORT IN LIMA, PERU.", "U.S.", id="the US in capitals"),
        pytest.param("COL MAURICIO VARGAS SPOKE IN SAN SALVADOR, EL SALVADOR.", "VARGAS", id="a surname in capitals"),
        pytest.param("THE LAW OF SAVE AND TURN WAS PASSED IN EL SALVADOR.", "SAVE", id="a word in capitals"),
        pytest.param("mobs burnt units in the shapar-veraval area near rajkot, india.", "veraval", id="a second half"),
    ],
)  # fmt: skip
def test_names_that_only_look_like_places(book: Gazetteer, text: str, quote: str) -> None:
    assert quote not in {mention.quote for mention in places(book, text)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("police fired in chota udepur area of vadodara district, india.", id="in lower case"),
        pytest.param("Police fired in the Chota Udepur area of Vadodara district, India.", id="in mixed case"),
        pytest.param("POLICE FIRED IN CHOTA UDEPUR AREA OF VADODARA DISTRICT, INDIA.", id="in capitals"),
    ],
)
def test_a_similar_spelling_beside_the_division_named_is_taken_and_flagged(book: Gazetteer, text: str) -> None:
    found = {mention.quote.lower(): mention for mention in places(book, text)}["chota udepur"]
    assert found.place is not None
    assert (found.place.name, found.precision) == ("Chhota Udepur", 2)
    assert "similar spelling" in found.candidates[0].reason


def test_what_is_reported_from_a_town_is_there(book: Gazetteer) -> None:
    found = places(book, "Violence was reported from Bhavnagar in India.")[0]
    assert (found.quote, found.relation, found.precision) == ("Bhavnagar", "at", 1)


def test_a_quarter_that_is_not_known_lies_in_the_town_of_the_report(book: Gazetteer) -> None:
    text = "SAN SALVADOR, 2 MAY (Agency) -- Calm was reported in El Salvador.\nShots hit the Qqalon neighborhood."
    start = text.index("Shots")
    votes = country_votes(text, book)
    found = find_places(text, start, len(text), gazetteer=book, country_votes=votes)
    assert [(m.quote, m.place and m.place.name, m.precision) for m in found] == [("Qqalon", "San Salvador", 2)]


def test_a_distance_and_its_compass_are_read(book: Gazetteer) -> None:
    mention = places(book, "The convoy was hit some 30 km north of Baidoa in Somalia.")[0]
    assert (mention.quote, mention.distance_km, mention.compass) == ("Baidoa", 30.0, "north")


def test_the_place_that_holds_its_neighbour_is_marked(book: Gazetteer) -> None:
    found = {m.quote: m for m in places(book, "A car bomb exploded in Tripoli, Lebanon.")}
    assert found["Tripoli"].place is not None and found["Tripoli"].place.country == "LB"
    assert found["Lebanon"].cue == "container"


def test_a_border_named_by_a_people_is_near_its_country(book: Gazetteer) -> None:
    mention = places(book, "Smugglers fought guards on the Syrian border at dawn.")[0]
    assert (mention.quote, mention.relation, mention.cue) == ("Syrian border", "near", "border")
    assert mention.place is not None and (mention.place.kind, mention.place.country) == ("country", "SY")


def test_a_town_is_placed_by_the_distance_told_from_another(book: Gazetteer) -> None:
    text = "A depot burned in Kalynivka, 124 miles (200km) south-west of Kyiv, Ukraine said."
    found = {m.quote: m for m in places(book, text)}
    place = found["Kalynivka"].place
    assert place is not None and place.admin1 == "Vinnytsia"
    assert (found["Kyiv"].relation, found["Kyiv"].distance_km, found["Kyiv"].compass) == ("near", 199.5, "southwest")


def test_a_list_shares_its_cue(book: Gazetteer) -> None:
    found = places(book, "Protests were held in Aleppo, Homs and Hama on Friday.")
    assert [(m.quote, m.cue) for m in found] == [("Aleppo", "in"), ("Homs", "in"), ("Hama", "in")]


def test_a_village_that_is_not_known_falls_back_to_the_division_named(book: Gazetteer) -> None:
    found = {m.quote: m for m in places(book, "Gunmen raided the village of Zzyxxal in Borno state, Nigeria.")}
    mention = found["Zzyxxal"]
    assert mention.place is not None and mention.place.kind == "division" and mention.precision == 3
    assert "not known" in mention.candidates[0].reason


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("Sultan Ahmed spoke to the crowd.", "Sultan", id="a title"),
        pytest.param("Mali the girl laughed.", "Mali", id="a girl"),
        pytest.param("Jordan said he would play on.", "Jordan", id="a player"),
        pytest.param("Barcelona beat Real Madrid.", "Madrid", id="a team"),
        pytest.param("The Washington Post wrote so.", "Washington", id="a newspaper"),
        pytest.param("In May, the Arab summit met.", "May", id="a month"),
        pytest.param("North Korea tested a Hwasong-14.", "Hwasong", id="a weapon"),
    ],
)
def test_a_name_that_is_no_place_is_left_alone(book: Gazetteer, text: str, quote: str) -> None:
    assert quote not in [m.quote for m in places(book, text) if m.relation != "metonym"]


def test_a_surname_is_remembered_through_the_article(book: Gazetteer) -> None:
    text = "John Bolton flew to Ankara. Critics of Bolton were not pleased."
    start = text.index("Critics")
    assert find_places(text, start, len(text), gazetteer=book) == ()


def test_capitals_and_lower_case_are_read(book: Gazetteer) -> None:
    assert [m.quote for m in places(book, "GUNMEN KILL 12 IN MAIDUGURI MARKET ATTACK")] == ["MAIDUGURI"]
    assert [m.quote for m in places(book, "police shot at protesters in kisumu on tuesday")] == ["kisumu"]


def test_votes_are_shares_of_one(book: Gazetteer) -> None:
    votes = country_votes("Syrian troops shelled Aleppo. Turkey protested.", book)
    assert next(iter(votes)) == "SY"
    assert sum(votes.values()) == pytest.approx(1.0, abs=0.001)
    assert country_votes("", book) == {}
    assert country_votes("", book, {"ML": 2.0}) == {"ML": 1.0}


@given(st.text(alphabet=st.sampled_from("in near Mosul of the, .-'’Goma town IRAQ 20 km\u00a0\n"), max_size=120))
@settings(max_examples=150, deadline=None)
def test_quotes_are_the_text_at_their_offsets(book: Gazetteer, text: str) -> None:
    for mention in find_places(text, 0, len(text), gazetteer=book):
        assert text[mention.start : mention.end] == mention.quote
        assert 0 <= mention.start < mention.end <= len(text)


def test_only_the_sentence_is_searched(book: Gazetteer) -> None:
    text = "A bomb hit Mosul. Troops left Goma. Protests in Lagos."
    start, end = text.index("Troops"), text.index("Protests")
    assert [m.quote for m in find_places(text, start, end, gazetteer=book)] == ["Goma"]


def test_the_trap_sentences_are_at_least_sixty() -> None:
    traps = [json.loads(line) for line in TRAPS.read_text(encoding="utf-8").splitlines()]
    assert len(traps) >= 60
    assert all(trap["expect"] or trap["none"] for trap in traps)


def test_a_name_that_goes_on_behind_de_is_another_place(book: Gazetteer) -> None:
    assert [place.quote for place in places(book, "A bomb exploded in San Juan de Lurigancho in Peru.")] == ["Peru"]
    assert "Gulshan" not in [place.quote for place in places(book, "Two men died in Gulshan-i-Iqbal in Karachi.")]


def test_three_small_places_of_one_country_tell_where_an_article_is_about(book: Gazetteer) -> None:
    text = "Warriors clashed at Laiagam. Women went to relatives in Wabag. Chinese traders fled in Kundiawa."
    assert "PG" in country_votes(text, book)


def test_a_county_casts_no_vote_for_its_country(book: Gazetteer) -> None:
    text = "A student died at the Gaston Berger University of Saint-Louis in Senegal."
    assert country_votes(text, book) == {"SN": 1.0}
