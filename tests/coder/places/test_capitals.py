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
        pytest.param(SALVADOR + "A BOMB WENT OFF IN ESCALON.", "ESCALON", id="a small namesake abroad"),
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
