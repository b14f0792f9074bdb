"""Places in messages written all in capitals: words, surnames, namesakes abroad, addresses of stations."""

from __future__ import annotations

import pytest

from eventbook.coder.places import Gazetteer, PlaceMention, country_votes, find_places


def places(book: Gazetteer, text: str) -> dict[str, PlaceMention]:
    votes = country_votes(text, book)
    found = find_places(text, 0, len(text), gazetteer=book, country_votes=votes)
    return {mention.quote: mention for mention in found if mention.relation != "metonym"}


SALVADOR = "SALVADORAN SOLDIERS AND GUERRILLAS FOUGHT IN EL SALVADOR TODAY. "
COLOMBIA = "THE COLOMBIAN ARMY SAID TODAY IN BOGOTA, COLOMBIA: "


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param(SALVADOR + "REBELS ATTACKED THE VILLAGE AT NOON.", "THE VILLAGE", id="ordinary words"),
        pytest.param(SALVADOR + "THEY DESTROYED THE BRIDGE OVER THE RIVER.", "THE BRIDGE", id="a bridge"),
        pytest.param(SALVADOR + "MORE THAN 20 MEN ACTED IN DEFIANCE OF THE LAW.", "THAN", id="a conjunction"),
        pytest.param(SALVADOR + "ORLANDO ROJAS WAS SHOT.", "ORLANDO", id="a given name"),
        pytest.param(SALVADOR + "[PONCE] THE ARMY WILL ANSWER.", "PONCE", id="a speaker in brackets"),
        pytest.param(SALVADOR + "COLONEL RENE VARGAS SPOKE. VARGAS IS HERE.", "VARGAS", id="a surname after a title"),
        pytest.param(SALVADOR + "A BOMB WENT OFF IN TRES LAGOAS.", "TRES LAGOAS", id="a small namesake abroad"),
        pytest.param(SALVADOR + "SHOTS RANG OUT IN SAN JOSE GUALOSO.", "SAN JOSE", id="a piece of a longer name"),
        pytest.param(COLOMBIA + "THEY BOMBED THE CANO TIGRERO PIPELINE.", "CANO", id="another spelling of a far city"),
    ],
)  # fmt: skip
def test_in_capitals_it_is_no_place(book: Gazetteer, text: str, quote: str) -> None:
    assert quote not in places(book, text)


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        pytest.param(COLOMBIA + "MEN WERE SEEN IN COCORNA AND SAN CARLOS.", "SAN CARLOS", "CO", id="home"),
        pytest.param(COLOMBIA + "HE WAS TRIED IN SAN FRANCISCO, CALIFORNIA.", "SAN FRANCISCO", "US", id="told abroad"),
        pytest.param(COLOMBIA + "HE FLEW TO LONDON IN THE UNITED KINGDOM.", "LONDON", "GB", id="a great city"),
        pytest.param(SALVADOR + "A BOMB WENT OFF IN SAN MIGUEL.", "SAN MIGUEL", "SV", id="a town of the country"),
        pytest.param(SALVADOR + "A CAR BOMB WENT OFF IN THE CAPITAL.", "CAPITAL", "SV", id="a car is no country"),
    ],
)  # fmt: skip
def test_in_capitals_a_name_is_of_the_country_spoken_of(book: Gazetteer, text: str, quote: str, country: str) -> None:
    place = places(book, text)[quote].place
    assert place is not None
    assert place.country == country


def test_a_station_s_address_is_neither_place_nor_country_of_the_news(book: Gazetteer) -> None:
    text = "PANAMA CITY (PANAMA), 3 JUN 90 (RADIO X) -- SALVADORAN TROOPS SHELLED APOPA IN EL SALVADOR."
    assert set(country_votes(text, book)) == {"SV"}
    assert places(book, text)["PANAMA CITY"].relation == "origin"


def test_a_station_s_town_named_again_is_that_town(book: Gazetteer) -> None:
    text = "MADRID (SPAIN), 3 JUN 90 (EFE) -- THE COLOMBIAN LEADER SAW A MARCH IN MADRID AFTER LEAVING COLOMBIA."
    place = places(book, text)["MADRID"].place
    assert place is not None
    assert place.country == "ES"


def test_a_plain_dateline_still_votes(book: Gazetteer) -> None:
    assert "SV" in country_votes("SAN SALVADOR, 3 JUN 90 -- REBELS FIRED ON A TRUCK.", book)


@pytest.mark.parametrize(
    ("text", "quote", "town", "precision"),
    [
        pytest.param(SALVADOR + "A CLASH TOOK PLACE IN COLONIA LOMAS ALTAS IN SAN SALVADOR.", "LOMAS ALTAS",
                     "San Salvador", 2, id="a quarter behind its Spanish kind word"),
        pytest.param(SALVADOR + "SHOTS WERE HEARD IN THE LA CUMBRE NEIGHBORHOOD OF SAN MIGUEL.", "LA CUMBRE",
                     "San Miguel", 2, id="a quarter with an article"),
        pytest.param(SALVADOR + "TROOPS BURNED CANTON ZUNGANERA IN CHALATENANGO DEPARTMENT.", "ZUNGANERA",
                     "Chalatenango", 3, id="a hamlet that is not known lies in the department"),
        pytest.param("REBELS HELD A VILLAGE IN LA LIBERTAD DEPARTMENT, PERU, TODAY, PERU SAID.", "LA LIBERTAD",
                     "La Libertad", 3, id="a department of the country spoken of"),
    ],
)  # fmt: skip
def test_spanish_kind_words_show_a_place(book: Gazetteer, text: str, quote: str, town: str, precision: int) -> None:
    mention = places(book, text)[quote]
    assert mention.place is not None
    assert (mention.place.name, mention.precision) == (town, precision)


def test_an_unknown_quarter_is_not_put_into_the_station_s_town(book: Gazetteer) -> None:
    text = (
        "PANAMA CITY (PANAMA), 3 JUN 90 (RADIO X) -- SALVADORAN REBELS MARCHED ON SAN SALVADOR, EL SALVADOR. "
        "SHOTS WERE HEARD IN THE LA CUMBRE NEIGHBORHOOD."
    )
    begin = text.index("SHOTS")
    votes = country_votes(text, book)
    found = find_places(text, begin, len(text), gazetteer=book, country_votes=votes)
    assert [mention.place and mention.place.name for mention in found] == ["San Salvador"]


def test_a_town_outside_the_department_told_behind_it_is_another(book: Gazetteer) -> None:
    text = SALVADOR + "SHOTS WERE FIRED IN SAN RAMON, USULUTAN DEPARTMENT."
    assert {"SAN RAMON", "USULUTAN"} & set(places(book, text)) == {"USULUTAN"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("THE MORAZAN BATTALION LEFT.", id="a battalion"),
        pytest.param("RADIO CUSCATLAN SAID SO.", id="a station"),
        pytest.param("A CAR BURNED ON SAN VICENTE AVENUE.", id="a street"),
    ],
)
def test_what_is_named_after_a_place_is_not_there(book: Gazetteer, text: str) -> None:
    assert set(places(book, SALVADOR + text)) == {"EL SALVADOR"}


def test_a_hamlet_far_from_its_municipality_is_another(book: Gazetteer) -> None:
    text = COLOMBIA + "A MAN DIED IN SANTA RITA CORREGIMIENTO, ITUANGO MUNICIPALITY."
    assert "SANTA RITA" not in places(book, text)
