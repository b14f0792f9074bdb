"""Villages of which but name and point are known: found with their surroundings, never in people, words and things."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from eventbook.coder.places import Gazetteer, country_votes, find_places, resolve_place
from eventbook.coder.places.distance import kilometres
from eventbook.coder.places.fuzzy import similar
from eventbook.coder.places.gazetteer import is_hamlet

SCRIPTS = Path(__file__).resolve().parents[3] / "coder/training/gazetteer"


def read(text: str, book: Gazetteer) -> dict[str, tuple[float, float]]:
    found = find_places(text, 0, len(text), gazetteer=book, country_votes=country_votes(text, book))
    return {m.quote: (m.place.latitude, m.place.longitude) for m in found if m.place and m.relation != "metonym"}


@pytest.mark.parametrize(
    ("text", "name", "point"),
    [
        ("Gunmen killed two men in the village of Kalu Khan in Swabi district, Pakistan.", "Kalu Khan", (34.2, 72.3)),
        ("A bomber struck in Sakhi Sarwar, near Dera Ghazi Khan, Pakistan.", "Sakhi Sarwar", (29.98, 70.31)),
        ("Two people died in a clash at Inathganj in Sylhet division, Bangladesh.", "Inathganj", (24.66, 91.57)),
        ("Soldiers and gunmen fought in Taraka, Lanao del Sur, in the Philippines.", "Taraka", (7.9, 124.33)),
        ("Men burnt a police post in Kiritiri, Embu county, Kenya.", "Kiritiri", (-0.69, 37.65)),
        ("Gunmen stormed the hospital in Deschapelles, Artibonite, Haiti.", "Deschapelles", (19.07, -72.49)),
        ("Parties clashed at Sagardighi in Murshidabad district, West Bengal, India.", "Sagardighi", (24.29, 88.1)),
        ("two men were lynched at hasnabad in north 24 parganas of west bengal, india.", "hasnabad", (22.57, 88.92)),
        ("Fighting went on near Smolyanynove, Luhansk region, Ukraine said.", "Smolyanynove", (48.94, 38.71)),
        ("PKK militants attacked Başbağlar, a village in Erzincan, Turkey.", "Başbağlar", (39.25, 38.92)),
        ("Drones hit Blizhnyaya Igumenka in Russia's Belgorod region.", "Blizhnyaya Igumenka", (50.62, 36.71)),
        ("Guerrillas killed eight in Marccaraccay, Ayacucho, Peru.", "Marccaraccay", (-12.69, -74.24)),
    ],
)
def test_a_village_is_found_where_its_surroundings_are_named(
    text: str, name: str, point: tuple[float, float], book: Gazetteer
) -> None:
    found = read(text, book)
    assert name in found and kilometres(found[name], point) < 25, found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Anita Mehta was arrested in Mumbai, India; police had faith in Mehta.", "Mehta", id="surname"),
        pytest.param("Police in Bhopal, Madhya Pradesh, believed in Mehta, the lawyer.", "Mehta", id="told behind"),
        pytest.param("Ibrahim Kalin met envoys in Sivas, Turkey; trust in Kalin is low.", "Kalin", id="named above"),
        pytest.param("Jamali said that men fired on him in Quetta, Balochistan, Pakistan.", "Jamali", id="who speaks"),
        pytest.param("Members of Pemuda Pancasila attacked a cafe in Medan, Indonesia.", "Pancasila", id="a group"),
        pytest.param("Soldiers of the Memryk battalion fought near Donetsk, Ukraine.", "Memryk", id="a unit"),
        pytest.param("The imam of the Fatehpuri mosque in Delhi, India, called for calm.", "Fatehpuri", id="a mosque"),
        pytest.param("He was sent to Tihar jail in Delhi, India.", "Tihar", id="a jail"),
        pytest.param("A Zafer party rally was attacked in Samsun, Turkey.", "Zafer", id="a party"),
        pytest.param("The San Juan Bosco school in Lima, Peru, was attacked.", "San Juan Bosco", id="a saint's school"),
        pytest.param("Sagardighi Express was stopped in Kolkata, India.", "Sagardighi", id="a train"),
        pytest.param("in chota udepur area of vadodara, gujarat, india, a mob killed two.", "udepur", id="small"),
        pytest.param("Police shot two men in Kalu Khan near Lagos, Nigeria.", "Kalu Khan", id="abroad"),
        pytest.param("Two men were killed in Kalu Khan near Karachi, Pakistan.", "Kalu Khan", id="far from there"),
    ],
)
def test_people_groups_and_things_stay_no_villages(text: str, name: str, book: Gazetteer) -> None:
    assert name not in read(text, book)


def test_a_similar_spelling_finds_no_hamlet(book: Gazetteer) -> None:
    hamlet = next(place for place in book.lookup("Inathganj") if is_hamlet(place))
    assert not similar(book, "Inathgonj", "BD")
    assert resolve_place("Inathganj", country="Bangladesh", gazetteer=book).candidates[0].place == hamlet


def test_a_town_without_inhabitants_wins_against_a_hamlet_of_its_name(book: Gazetteer) -> None:
    best = resolve_place("Ikiyaka", country="Turkey", gazetteer=book).best
    assert best is not None and best.place.admin1 == "Hakkâri" and any(map(is_hamlet, book.lookup("Ikiyaka")))


@pytest.mark.parametrize(
    ("name", "country", "spellings"),
    [
        ("Новоєгорівка", "UA", ("Novoiehorivka", "Novoyehorivka")),
        ("Мар'їнка", "UA", ("Marinka", "Maryinka")),
        ("Згурівка", "UA", ("Zghurivka",)),
        ("Кривий Ріг", "UA", ("Kryvyi Rih", "Kryvy Rih")),
        ("Новотерское", "RU", ("Novoterskoye", "Novoterskoe")),
        ("Октябрьский", "RU", ("Oktyabrsky",)),
        ("Kalu Khan", "PK", ("Kalu Khan",)),
    ],
)
def test_cyrillic_names_are_spelt_as_news_spells_them(
    name: str, country: str, spellings: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    assert importlib.import_module("roman").romanise(name, country) == spellings
    sys.modules.pop("roman")
