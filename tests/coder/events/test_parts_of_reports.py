"""Overviews and their parts, incidents told apart, roads between towns, tolls in other words. All is invented."""

from collections.abc import Callable

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

from .conftest import PUBLISHED, Row

Reader = Callable[[str], set[Row]]
KENYA, PAKISTAN = "Unidentified Armed Group (Kenya)", "Unidentified Armed Group (Pakistan)"

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a total over several attacks is of none of them": (
        "NAIROBI - At least nine people were killed on Tuesday in separate attacks across Kenya. Gunmen killed three "
        "people in Garissa. In Mandera, a roadside bomb killed six soldiers.",
        {("Attack", "03-14", "Garissa", KENYA, "Civilians (Kenya)", 3),
         ("Remote explosive/landmine/IED", "03-14", "Mandera", KENYA, "Military Forces of Kenya", 6)}),
    "the parts of a total take deed and victims from it": (
        "NAIROBI - Fifteen soldiers were killed on Tuesday in two ambushes in Kenya, the army said. Ten of them died "
        "near Garissa and five near Mandera.",
        {("Armed clash", "03-14", "Garissa", KENYA, "Military Forces of Kenya", 10),
         ("Armed clash", "03-14", "Mandera", KENYA, "Military Forces of Kenya", 5)}),
    "a total that is told again is no overview": (
        "NAIROBI - Gunmen killed nine villagers on Tuesday, police said. The raid took place in Garissa, where nine "
        "people were shot dead.",
        {("Attack", "03-14", "Garissa", KENYA, "Civilians (Kenya)", 9)}),
    "in another incident is another event": (
        "QUETTA - Militants blew up a gas pipeline in Dera Bugti on Wednesday, killing a girl. In another incident, "
        "militants attacked a police station near Dera Bugti and killed two policemen.",
        {("Remote explosive/landmine/IED", "03-15", "Dera Bugti", PAKISTAN, "Civilians (Pakistan)", 1),
         ("Armed clash", "03-15", "Dera Bugti", PAKISTAN, "Police Forces of Pakistan", 2)}),
    "a road that links two towns is one place": (
        "NAIROBI - Gunmen ambushed a convoy on the road that joins the provincial capital, Garissa, with Mandera on "
        "Tuesday, killing five soldiers.",
        {("Armed clash", "03-14", "Garissa", KENYA, "Military Forces of Kenya", 5)}),
    "a road named after its ends is one place": (
        "NAIROBI - Gunmen ambushed a convoy on the Garissa-Mandera highway on Tuesday, killing five soldiers.",
        {("Armed clash", "03-14", "Garissa", KENYA, "Military Forces of Kenya", 5)}),
    "two towns of one sentence are two places": (
        "NAIROBI - Gunmen attacked villages in Garissa and Mandera on Tuesday, killing five herders in Garissa.",
        {("Attack", "03-14", "Garissa", KENYA, "Civilians (Kenya)", 5),
         ("Attack", "03-14", "Mandera", KENYA, "Civilians (Kenya)", 0)}),
    "what is admitted later happened before": (
        "NAIROBI - Gunmen abducted two aid workers in Garissa on February 25. The gunmen admitted on March 5 that they "
        "had carried out the kidnapping.",
        {("Abduction/forced disappearance", "02-25", "Garissa", KENYA, "Civilians (Kenya)", 0)}),
    "a deed costs lives": (
        "NAIROBI - A raid on Tuesday cost the lives of at least nine herders in Garissa, police said.",
        {("Attack", "03-14", "Garissa", KENYA, "Civilians (Kenya)", 9)}),
    "a riot costs lives": (
        "NAIROBI - A prison riot in Nakuru on Tuesday cost the lives of at least 30 inmates.",
        {("Mob violence", "03-14", "Nakuru", "Rioters (Kenya)", None, 30)}),
    "who will not be named has said it all the same": (
        "NAIROBI - A military spokesman, who would not give his name, said gunmen shot dead a chief in Kitale on "
        "Tuesday.",
        {("Attack", "03-14", "Kitale", KENYA, "Civilians (Kenya)", 1)}),
    "the largest for ten years is no count over ten years": (
        "NAIROBI - Water cannon had been used in Nakuru on Tuesday to scatter thousands of teachers who were marching "
        "in the largest protest for almost ten years.",
        {("Protest with intervention", "03-14", "Nakuru", "Protesters (Kenya)", "Police Forces of Kenya", 0)}),
    "police try to break up a crowd": (
        "BAKU - Police in Baku on Tuesday resorted to force in an attempt to disperse opposition supporters who sought "
        "to gather for a rally that the authorities had banned.",
        {("Protest with intervention", "03-14", "Baku", "Protesters (Azerbaijan)", "Police Forces of Azerbaijan", 0)}),
    "police prevent a rally": (
        "NAIROBI - Police intervened on Tuesday to prevent a banned rally in Nakuru, and dozens were detained.",
        {("Protest with intervention", "03-14", "Nakuru", "Protesters (Kenya)", "Police Forces of Kenya", 0)}),
    "security forces before a crowd are police": (
        "NAIROBI - Security forces fired tear gas at students who were marching in Nakuru on Tuesday.",
        {("Protest with intervention", "03-14", "Nakuru", "Protesters (Kenya)", "Police Forces of Kenya", 0)}),
    "the find is theirs who tell of it": (
        "LONDON - According to police, a pipe bomb was found near a memorial in Omagh on Tuesday and made safe.",
        {("Disrupted weapons use", "03-14", "Omagh", "Police Forces of United Kingdom", None, 0)}),
    "a robber shot by the police is an ordinary crime": (
        "NAIROBI - Police shot dead a suspected car thief in Nakuru on Tuesday after a chase. The suspect fired "
        "several rounds at the officers.",
        set()),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_gives_its_rows(report_rows: Reader, name: str) -> None:
    text, expected = REPORTS[name]
    assert report_rows(text) == expected


def test_a_further_event_of_one_day_and_place_has_an_id_of_its_own(coder: Coder) -> None:
    text = (
        "QUETTA - Gunmen killed a teacher in Quetta on Wednesday. In another attack, gunmen killed two doctors in "
        "Quetta the same day."
    )
    found = coder.code(Article("a", text, published=PUBLISHED)).rows
    assert sorted(row.values["fatalities"] for row in found) == [1, 2]  # type: ignore[type-var]
    ids = [row.values["event_id_cnty"] for row in found]
    assert len(set(ids)) == 2 and ids == [row.event_id for row in found]
    assert ids == [row.values["event_id_cnty"] for row in coder.code(Article("b", text, published=PUBLISHED)).rows]


def test_a_sentence_that_stands_twice_tells_of_one_event(coder: Coder) -> None:
    again = "In another attack, gunmen killed two doctors in Quetta on Wednesday."
    text = f"QUETTA - Gunmen killed a teacher in Quetta on Wednesday. {again} {again}"
    result = coder.code(Article("a", text, published=PUBLISHED))
    assert sorted(row.values["fatalities"] for row in result.rows) == [1, 2]  # type: ignore[type-var]
    assert "same_event" in {reason.reason for reason in result.not_coded}


def test_plain_words_name_a_group_in_its_years_only(report_rows: Reader) -> None:
    (row,) = report_rows("PRISTINA - Serb forces attacked a village near Podujevo on Tuesday, killing two farmers.")
    assert row[3] != "BSA: Army of Republika Srpska"
    (row,) = report_rows("COLOMBO - The LTTE attacked an army post in Vavuniya on Tuesday, killing two soldiers.")
    assert row[3] == "LTTE: Liberation Tigers of Tamil Eelam"


def test_a_day_after_the_report_is_none_of_its_news(report_rows: Reader) -> None:
    text = (
        "HONIARA - Rioters burned shops in Honiara on Thursday. Before that came a third day of violence, in which the "
        "home of the prime minister was attacked."
    )
    assert {row[1] for row in report_rows(text)} == {"03-16"}


SIDES: dict[str, tuple[str, set[Row]]] = {
    "rockets from across a border": (
        "JERUSALEM - Eight rockets fired from southern Lebanon hit Kiryat Shmona on Tuesday.",
        {("Shelling/artillery/missile attack", "03-14", "Qiryat Shmona", "Unidentified Armed Group (Lebanon)",
          None, 0)}),
    "a group of another country that strikes from there": (
        "GAZA - Palestinian militants fired at least 20 rockets at Ashkelon on Tuesday.",
        {("Shelling/artillery/missile attack", "03-14", "Ashkelon", "Unidentified Armed Group (Palestine)", None, 0)}),
    "both sides of a gun battle among its dead": (
        "SRINAGAR - Two suspected militants and a soldier were killed in a gun battle in Pulwama on Tuesday.",
        {("Armed clash", "03-14", "Pulwama", "Unidentified Armed Group (India)", "Military Forces of India", 3)}),
    "supporters of two parties are two crowds": (
        "DHAKA - Supporters of the Awami League and the BNP clashed in Sylhet on Tuesday, leaving 30 people injured.",
        {("Mob violence", "03-14", "Sylhet", "Rioters (Bangladesh)", "Rioters (Bangladesh)", 0)}),
    "heavy weapons fire is exchanged": (
        "GOMA - Congolese soldiers and M23 rebels exchanged heavy weapons fire near Sake on Tuesday.",
        {("Armed clash", "03-14", "Sake", "M23: March 23 Movement", "Military Forces of Democratic Republic of Congo",
          0)}),
    "boats that are sunk": (
        "COLOMBO - The navy sank two rebel boats off Mullaitivu on Tuesday.",
        {("Armed clash", "03-14", "Mullaittivu", "Military Forces of Sri Lanka", "Unidentified Armed Group (Sri Lanka)",
          0)}),
    "students who occupy a building demonstrate": (
        "SANTIAGO - Students occupied a university building in Santiago on Tuesday in protest at tuition fees.",
        {("Peaceful protest", "03-14", "Santiago", "Protesters (Chile)", None, 0)}),
    "rebels who occupy buildings take a town": (
        "GOMA - M23 rebels occupied government buildings in Goma on Tuesday after heavy fighting.",
        {("Non-state actor overtakes territory", "03-14", "Goma", "M23: March 23 Movement",
          "Government of Democratic Republic of Congo", 0)}),
    "a country that is one town": (
        "HONG KONG - Police arrested 47 pro-democracy activists in Hong Kong on Tuesday.",
        {("Arrests", "03-14", "Hong Kong", "Police Forces of Hong Kong", "Civilians (Hong Kong)", 0)}),
    "rebels by plain words are no known group of another country": (
        "JAKARTA - Three Indonesian soldiers were shot dead by separatist rebels in Puncak on Tuesday.",
        {("Armed clash", "03-14", "Puncak", "Opposition Rebels (Indonesia)", "Military Forces of Indonesia", 3)}),
    "who tells it is no victim": (
        "BAGHDAD - A bomb went off in Mosul on Tuesday, killing 12 people and wounding 30, police and hospital sources "
        "said.",
        {("Remote explosive/landmine/IED", "03-14", "Mosul", "Unidentified Armed Group (Iraq)", "Civilians (Iraq)",
          12)}),
    "a far town only says where another lies": (
        "A priest was hacked to death in Qwrtyganj, 300 km west of Dhaka, on Tuesday, police said.",
        set()),
}  # fmt: skip


@pytest.mark.parametrize("name", SIDES)
def test_a_report_names_its_sides(report_rows: Reader, name: str) -> None:
    text, expected = SIDES[name]
    assert report_rows(text) == expected


DEFAULTS: dict[str, tuple[str, set[Row]]] = {
    "allies are no opponents": (
        "The Syrian army and the Russian air force recaptured the town of Saraqib on Tuesday.",
        {("Government regains territory", "03-14", "Saraqib", "Military Forces of Syria",
          "Unidentified Armed Group (Syria)", 0)}),
    "from whom a place is won back": (
        "The Syrian army regained control of the village of Hatla from Islamic State on Tuesday.",
        {("Government regains territory", "03-14", "Hatla", "Military Forces of Syria", "Islamic State", 0)}),
    "a shootout with the police": (
        "Three gunmen were killed in a shootout with police in Khasavyurt on Tuesday.",
        {("Armed clash", "03-14", "Khasavyurt", "Police Forces of Russia", "Unidentified Armed Group (Russia)", 3)}),
    "how an attacker ended is no deed of his": (
        "KABUL - A gunman in army uniform killed three NATO soldiers in Kandahar on Tuesday before being shot dead by "
        "police.",
        {("Armed clash", "03-14", "Kandahar", "Unidentified Armed Group (Afghanistan)",
          "NATO: North Atlantic Treaty Organization", 3)}),
    "two factions of one cartel": (
        "Clashes between two factions of the Sinaloa cartel in Culiacan on Tuesday left nine people dead.",
        {("Armed clash", "03-14", "Culiacán", "Sinaloa Cartel", "Sinaloa Cartel", 9)}),
    "who is blamed did it": (
        "An attack blamed on Boko Haram killed four soldiers near Diffa on Tuesday.",
        {("Armed clash", "03-14", "Diffa", "Boko Haram", "Military Forces of Niger", 4)}),
    "dead and hurt of one sentence are of one event": (
        "In a separate attack, two Turkish soldiers were killed and seven others injured by makeshift explosives in "
        "Cukurca on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Çukurca", "Unidentified Armed Group (Turkey)",
          "Military Forces of Turkey", 2)}),
    "dead and hurt of two towns": (
        "Two soldiers were killed in Garissa and five wounded in Mandera on Tuesday when mines exploded.",
        {("Remote explosive/landmine/IED", "03-14", "Garissa", KENYA, "Military Forces of Kenya", 2)}),
    "a dateline with its country on the line of the news": (
        "Benghazi, Libya: Gunmen shot dead three policemen in Tripoli on Tuesday.",
        {("Armed clash", "03-14", "Tripoli", "Unidentified Armed Group (Libya)", "Police Forces of Libya", 3)}),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFAULTS)
def test_who_stood_against_whom(report_rows: Reader, name: str) -> None:
    text, expected = DEFAULTS[name]
    assert report_rows(text) == expected


TOLD_AGAIN: dict[str, tuple[str, set[Row]]] = {
    "the toll that opens a report stands": (
        "LAGOS - Gunmen killed at least 18 people in Kura on Tuesday, police said. Residents said that 25 bodies had "
        "been recovered.",
        {("Attack", "03-14", "Kura", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 18)}),
    "arms that are taken in a fight": (
        "BOGOTA - Colombian troops killed seven ELN rebels in a raid in the department of Choco on Tuesday, the "
        "defence ministry said. Five rifles and a machine gun were seized in the operation.",
        {("Armed clash", "03-14", "Chocó", "Military Forces of Colombia", "ELN: National Liberation Army", 7)}),
    "arms that are taken elsewhere on another day": (
        "SRINAGAR - Police killed two militants in Shopian on Tuesday. Police seized 40 rifles in Srinagar on "
        "Wednesday.",
        {("Armed clash", "03-14", "Shopian", "Police Forces of India", "Unidentified Armed Group (India)", 2),
         ("Disrupted weapons use", "03-15", "Srinagar", "Police Forces of India", None, 0)}),
    "an age behind a victim is no number of dead": (
        "MADRID - The last death was that of a police officer, 41, killed on Tuesday when a van bomb exploded in front "
        "of a police barracks in Burgos.",
        {("Remote explosive/landmine/IED", "03-14", "Burgos", "Unidentified Armed Group (Spain)",
          "Police Forces of Spain", 1)}),
    "a place that only lies near the one of the event": (
        "MADRID - A van bomb exploded in Getxo on Tuesday. The blast came on the promenade of the resort, which lies "
        "just outside Bilbao, and damaged buildings.",
        {("Remote explosive/landmine/IED", "03-14", "Getxo", "Unidentified Armed Group (Spain)", None, 0)}),
    "an explosion of gas in a city at war": (
        "DONETSK - An explosion of methane in a coal mine killed at least 24 workers in Donetsk on Tuesday. Fighting "
        "between Ukrainian troops and rebels has gone on there for a year.",
        set()),
    "the latest in a series is one of them": (
        "LAGOS - Gunmen shot dead 18 villagers near Jos on Tuesday, the latest in a series of clashes between herders "
        "and farmers.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 18)}),
    "fighting of days before, told of in a statement": (
        "KHARTOUM - Tribal clashes in Sudan's West Darfur state have left at least 40 people dead, the UN said on "
        "Wednesday. The fighting between Arab tribesmen and members of the Masalit community started on Saturday in El "
        "Geneina.",
        {("Armed clash", "03-11", "Al-Junaynah", "Arab Communal Militia (Sudan)", "Masalit Communal Militia (Sudan)",
          40)}),
    "in the past 24 hours, counted from the statement": (
        "KIEV - Three soldiers were killed near Avdiivka in the past 24 hours in fighting with rebels, a spokesman "
        "said on Tuesday.",
        {("Armed clash", "03-13", "Avdiyivka", "Opposition Rebels (Ukraine)", "Military Forces of Ukraine", 3)}),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD_AGAIN)
def test_what_is_told_again_is_one_event(report_rows: Reader, name: str) -> None:
    text, expected = TOLD_AGAIN[name]
    assert report_rows(text) == expected
