"""Townships, camps, quarters, crossings and other spellings that the hand lists add: country and rough point."""

from __future__ import annotations

import pytest

from eventbook.coder.places import Gazetteer
from eventbook.coder.places.distance import kilometres
from eventbook.coder.places.folding import fold


@pytest.mark.parametrize(
    ("name", "country", "point"),
    [
        pytest.param("Umlazi", "ZA", (-29.97, 30.88), id="a township of Durban"),
        pytest.param("Katlehong", "ZA", (-26.33, 28.15), id="a township that is a town"),
        pytest.param("Mbare", "ZW", (-17.86, 31.04), id="a suburb of Harare"),
        pytest.param("Muxungue", "MZ", (-20.38, 33.93), id="without its accents"),
        pytest.param("Kamituga", "CD", (-3.06, 28.18), id="a mining town"),
        pytest.param("Tchomia", "CD", (1.44, 30.48), id="a fishing port"),
        pytest.param("Bidi Bidi", "UG", (3.53, 31.33), id="a refugee settlement"),
        pytest.param("Hagadera", "KE", (0.01, 40.37), id="a camp of Dadaab"),
        pytest.param("Korogocho", "KE", (-1.25, 36.89), id="a slum of Nairobi"),
        pytest.param("Inda Selassie", "ET", (14.10, 38.28), id="another name of Shire"),
        pytest.param("Bilis Qooqaani", "SO", (0.33, 41.59), id="a Somali spelling"),
        pytest.param("KM4", "SO", (2.03, 45.32), id="a junction of Mogadishu"),
        pytest.param("Yelewata", "NG", (8.05, 8.66), id="a village of a massacre"),
        pytest.param("Obigbo", "NG", (4.88, 7.13), id="another spelling of Oyigbo"),
        pytest.param("Assamaka", "NE", (19.36, 5.77), id="a border post in the desert"),
        pytest.param("Matiacoali", "BF", (12.37, 1.03), id="a small seat of a department"),
        pytest.param("Sévaré", "ML", (14.53, -4.09), id="a garrison town"),
        pytest.param("Ngarbuh", "CM", (6.55, 10.80), id="a village of a massacre in Cameroon"),
        pytest.param("Tiringoulou", "CF", (9.57, 22.14), id="a town of the far north-east"),
        pytest.param("Kreinik", "SD", (13.36, 22.88), id="a town of Darfur"),
        pytest.param("El Nahud", "SD", (12.70, 28.43), id="another spelling of En Nahud"),
        pytest.param("Al-Hasahisa", "SD", (14.75, 33.30), id="a town of Gezira"),
        pytest.param("Terekeka", "SS", (5.44, 31.75), id="a county seat"),
        pytest.param("Bustan al-Qasr", "SY", (36.19, 37.15), id="a quarter that was there before"),
        pytest.param("Hmeimim", "SY", (35.40, 35.95), id="an air base"),
        pytest.param("Saydnaya", "SY", (33.70, 36.38), id="another spelling of a town"),
        pytest.param("Snuny", "IQ", (36.46, 41.69), id="a town of Sinjar"),
        pytest.param("Mutanabi Street", "IQ", (33.34, 44.40), id="a street of Baghdad"),
        pytest.param("Qalandia", "PS", (31.86, 35.22), id="a checkpoint"),
        pytest.param("Abu Slim", "LY", (32.85, 13.17), id="a quarter of Tripoli"),
        pytest.param("Ras Jedir", "LY", (33.15, 11.56), id="a crossing"),
        pytest.param("Khormaksar", "YE", (12.82, 45.03), id="a district of Aden"),
        pytest.param("Kerdasa", "EG", (30.03, 31.11), id="a town of Giza"),
        pytest.param("Angoor Adda", "PK", (32.53, 69.28), id="a border village"),
        pytest.param("Behbal Kalan", "IN", (30.55, 74.90), id="a village of a police firing"),
        pytest.param("Seelampur", "IN", (28.67, 77.27), id="a quarter of Delhi"),
        pytest.param("Dhanmondi", "BD", (23.75, 90.38), id="a quarter of Dhaka"),
        pytest.param("Jigatola", "BD", (23.74, 90.37), id="another quarter of Dhaka"),
        pytest.param("Mullivaikkal", "LK", (9.30, 80.78), id="the last battle of a war"),
        pytest.param("Pul-e-Charkhi", "AF", (34.55, 69.35), id="a prison"),
        pytest.param("Gorlovka", "UA", (48.33, 38.09), id="the Russian name of Horlivka"),
        pytest.param("Saur-Mogila", "UA", (47.93, 38.74), id="a hill of a battle"),
        pytest.param("Novye Aldi", "RU", (43.28, 45.66), id="a suburb of Grozny"),
        pytest.param("Leninakan", "AM", (40.79, 43.85), id="the old name of Gyumri"),
        pytest.param("Racak", "XK", (42.43, 21.02), id="a village of Kosovo"),
        pytest.param("Village de Dieu", "HT", (18.53, -72.35), id="a quarter of Port-au-Prince"),
        pytest.param("Senkata", "BO", (-16.58, -68.19), id="a quarter of El Alto"),
        pytest.param("Bulo Marer", "SO", (1.63, 44.52), id="a base of peacekeepers in a village"),
        pytest.param("Robotyne", "UA", (47.44, 35.84), id="a village of a counteroffensive"),
        pytest.param("Djibasso", "BF", (13.12, -4.16), id="a seat of a department near a border"),
        pytest.param("Ardoyne", "GB", (54.62, -5.96), id="a quarter of Belfast"),
    ],
)  # fmt: skip
def test_a_name_of_conflict_news_is_found(book: Gazetteer, name: str, country: str, point: tuple[float, float]) -> None:
    found = [entry.place for entry in book.entries(fold(name)) if entry.place.country == country]
    assert found, f"{name} is not in {country}"
    assert min(kilometres((place.latitude, place.longitude), point) for place in found) < 12


@pytest.mark.parametrize("name", ["Sarin", "Jihad", "Fatima", "Boeing", "Haram", "Plateau", "Mubarak"])
def test_words_and_persons_have_not_become_villages(book: Gazetteer, name: str) -> None:
    assert not [e for e in book.entries(fold(name)) if e.place.source == "eventbook" and e.rank == 0]


def test_a_village_may_be_listed_under_its_second_order_division(book: Gazetteer) -> None:
    found = next(place for place in book.lookup("Wazir Dhand") if place.country == "PK")
    assert (found.admin1, found.admin2) == ("Khyber Pakhtunkhwa", "Khyber")
