"""Is it English? Sentences of our own in many languages."""

import json
import time
from pathlib import Path

import pytest

from eventbook.coder.articles.language import detect_language, is_english

ENGLISH = "At least four people were killed when a bomb went off in a market on Tuesday, the police said."
OTHERS = {
    "fr": "Au moins douze personnes ont été tuées mardi dans une attaque contre un village du nord, selon une source.",
    "es": "Miles de personas marcharon el martes por el centro de la capital para protestar contra la reforma.",
    "pt": "Milhares de pessoas marcharam na terça-feira pelo centro da cidade para protestar contra a reforma.",
    "it": "Migliaia di persone hanno marciato martedì nel centro della città per protestare contro la riforma.",
    "de": "Bei einem Anschlag auf einen Posten der Polizei sind am Dienstag vier Menschen getötet worden.",
    "nl": "Bij een aanslag op een controlepost van de politie zijn dinsdag vier mensen om het leven gekomen.",
    "pl": "Co najmniej cztery osoby zginęły we wtorek w wyniku wybuchu bomby na targu, jak podała policja w mieście.",
    "tr": "Salı günü pazar yerinde bir bomba patladı ve en az dört kişi öldü, polis bunu bir saldırı olarak açıkladı.",
    "id": "Sedikitnya empat orang tewas dalam ledakan bom di pasar pada hari Selasa, kata polisi yang berada di sana.",
    "sw": "Watu wanne wameuawa katika shambulio la kijiji cha kaskazini mwa nchi, kwa mujibu wa polisi wa eneo hilo.",
    "vi": "Ít nhất bốn người đã thiệt mạng trong một vụ nổ ở miền bắc, theo cảnh sát của địa phương cho biết.",
    "ru": "По меньшей мере четыре человека погибли во вторник при взрыве на рынке, сообщила полиция.",
    "ar": "قتل أربعة أشخاص على الأقل يوم الثلاثاء في انفجار قنبلة في السوق، حسبما ذكرت الشرطة.",
    "zh": "警方称，周二市场发生炸弹爆炸，造成至少四人死亡。",
    "ja": "警察によると、火曜日に市場で爆弾が爆発し、少なくとも四人が死亡した。",
    "hi": "पुलिस ने कहा कि मंगलवार को बाजार में हुए बम विस्फोट में कम से कम चार लोग मारे गए।",
}


@pytest.mark.parametrize(("code", "text"), OTHERS.items(), ids=OTHERS)
def test_other_languages_are_not_read_as_english(code: str, text: str) -> None:
    assert detect_language(text) == code
    assert not is_english(text, None)[0]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH.lower(),
        "Gunmen shot dead five farmers near Jos, local officials said Monday, blaming cattle herders from the north",
        "The mayor of São Tomé, Ángel Núñez, said that “not one shot” was fired in the Plaza de la Constitución.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert is_english(text, None)[0]


def test_a_few_words_prove_nothing_and_are_let_through() -> None:
    assert detect_language("Bomb in Kirkuk") == "und"
    assert is_english("Bomb in Kirkuk", None) == (True, "und")


def test_long_text_of_no_known_language_is_not_read_as_english() -> None:
    assert not is_english("Lorem ipsum dolor amet consectetur adipiscing elit sed eiusmod tempor " * 9, None)[0]


@pytest.mark.parametrize("given", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_a_language_that_is_given_is_believed(given: str) -> None:
    assert is_english(OTHERS["fr"], given) == (True, given)
    assert is_english(ENGLISH, "fr") == (False, "fr")


def test_a_check_costs_less_than_a_third_of_a_millisecond() -> None:
    article = (ENGLISH + " “It was terrible,” a witness said. ") * 40
    detect_language(article)
    start = time.process_time()
    for _ in range(200):
        detect_language(article)
    assert (time.process_time() - start) / 200 < 0.0003


def test_every_article_of_the_gold_standard_is_english() -> None:
    path = Path(__file__).resolve().parents[4] / "shared" / "gold" / "dev_articles.jsonl"
    if not path.is_file():
        pytest.skip("the gold articles are not beside this checkout")
    with path.open(encoding="utf-8") as lines:
        assert {detect_language(json.loads(line)["text"]) for line in lines} == {"en"}
