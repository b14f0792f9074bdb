"""Reports without an event, and events that look like none, by the class of words that decides. All is invented."""

from datetime import date
from functools import cache

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

PUBLISHED = date(2020, 3, 12)  # a Thursday


@cache
def coder() -> Coder:
    return Coder(gazetteers="shipped")


def kinds(text: str) -> set[object]:
    found = coder().code(Article("a", text, published=PUBLISHED)).rows
    return {row.values["sub_event_type"] for row in found}


NONE: dict[str, str] = {
    "prices explode": "Copper prices exploded in London on Monday, hitting a six-year high.",
    "a board under fire": "Two airlines fired warning shots in Lagos on Monday in a price war over shares and profits.",
    "people bombarded with messages": "Pupils in Dhaka bombarded the ministry with messages on Sunday.",
    "a tennis match": "Kovac survived a late assault from Meier in Melbourne on Tuesday, saving four break points "
    "before firing an ace to win in three sets.",
    "a film that shows": "A film about the siege of Leningrad opened in Berlin on Saturday.",
    "a novel that tells": "Her new novel, launched in Lagos on Tuesday, follows a girl whose village is attacked by "
    "gunmen who kill her father and abduct her sisters.",
    "an exhibition that shows": "An exhibition in Sarajevo, opened on Thursday, shows how snipers shot at people.",
    "a court that hears": "The high court in Kampala heard on Wednesday how the gunmen opened fire on the general.",
    "a jury that was told": "A jury in Leeds was told on Monday that the man drove at worshippers and killed two.",
    "an inquest": "An inquest in Belfast heard on Tuesday that the soldier fired three shots at the woman.",
    "a storm by its name": "Typhoon Rai hit Cebu on Sunday, killing 12 people; Cyclone Idai struck Beira on Monday.",
    "a shark": "A shark attacked a surfer off Perth on Sunday, and a man was wounded as he fought the animal off.",
    "a herd": "A herd of elephants raided a village near Guwahati on Monday, destroying houses and killing a woman.",
    "locusts": "Swarms of locusts invaded Rajasthan on Tuesday, attacking crops near Jaisalmer.",
    "a volcano and what goes on": "A volcano exploded near Manila on Sunday, forcing thousands to flee and hurling "
    "rocks on the town of Talisay.",
    "soldiers in a flood": "Soldiers were deployed to Kerman on Monday to help the rescue after the floods.",
    "firemen battle": "Firefighters battled a blaze at a warehouse in Hull on Thursday and two were injured.",
    "a helicopter crash": "An army helicopter crashed near Bogota on Sunday, killing all six soldiers on board.",
    "a bomb of a world war": "A bomb of the Second World War was found in Warsaw on Tuesday and defused.",
    "an exercise": "Marines stormed a beach near Gdansk on Tuesday in an exercise in which tanks fired live rounds.",
    "a drunken fight": "Two drunken neighbours fought with knives in Vilnius on Saturday.",
    "a march that is planned": "Unions plan to march through Lyon on Saturday and to block the ring road.",
    "alarm at the fighting": "The envoy said in Geneva on Wednesday that he was alarmed by the fighting.",
    "in memory of the killed": "A flame was lit in Kigali on Tuesday in memory of the Tutsis who were slaughtered by "
    "militias.",
    "an old date of its own": "Thousands filed past the memorial in Nanjing on Friday where troops massacred "
    "civilians in 1937.",
    "a weekday of another year": "A court in Leeds began on Monday to hear of the bomb that killed nine people in "
    "Omagh on a Saturday in August 1998.",
    "a total of half a year": "Landmines killed 38 civilians in Donetsk in the second half of the year.",
    "pilgrims": "Pilgrims marched through Karbala on Friday, beating their chests.",
    "a campaign rally": "Thousands of supporters attended a campaign rally of the president in Tulsa on Saturday.",
    "what would be bombed": "The rebels said in Goma on Tuesday that their men had been placed on alert and would bomb "
    "the airport.",
    "protests that are expected": "Protests are expected in Osaka on Saturday, police said on Wednesday.",
    "a march called off": "A march through Durban on Monday was called off after talks with the mayor.",
    "a quarrel that explodes": "The row over the estuary exploded in Cardiff on Tuesday as both parties traded fire.",
    "chains that battle": "The battle between two supermarket chains broke out in Lyon on Monday as prices fell.",
    "one who fights back": "Novak fought back from a set down in Doha on Wednesday.",
    "combat aircraft": "Peru signed a contract for nine combat aircraft in Lima on Monday.",
    "a bomb scare": "A bomb scare emptied the library in Turin on Tuesday.",
    "what he once did": "Once he ambushed convoys for the rebels. On Monday he opened a cafe in Cali.",
    "what she used to do": "She used to bomb bridges near Derry. On Monday she was sworn in as mayor.",
    "raids that are a habit": "The bishop called in Wau on Tuesday for an end to raids in which youths kill herders.",
    "a wreath for the fallen": "A wreath was laid in Jaffna on Tuesday for soldiers who were killed in the war.",
    "wanted for a bombing": "A man wanted in connection with a bombing that killed a nun was held in Rome on Monday.",
    "a bomb of long ago": "A bomb dropped in 1943 was blown up in Kiel on Monday after builders found it.",
    "a gas blast": "A blast in a bakery in Samara on Sunday killed four. It was caused by a leak of household gas.",
    "drugs that were seized": "Police raided a villa near Split on Tuesday, seized heroin and arrested two men.",
    "ten years ago today": "Ten years ago today gunmen attacked a hotel in Tunis. Guests met to light candles.",
    "hackers": "A hacker group attacked the port of Antwerp on Tuesday.",
}

EVENTS: dict[str, tuple[str, str]] = {
    "a brigade with the name of a storm": (
        "The Storm Brigade shelled a market in Donetsk on Tuesday, killing two women.",
        "Shelling/artillery/missile attack"),
    "rebels who tried to occupy": (
        "Rebels tried to occupy the police station in Tibu on Wednesday and were repelled.", "Armed clash"),
    "rebels who failed to capture": (
        "Fighters of the Islamic State failed to capture the oilfield near Deir ez-Zor on Monday.", "Armed clash"),
    "an attempt by insurgents": (
        "An attempt by insurgents to seize the town of Palma was beaten back by the army on Saturday.", "Armed clash"),
    "responsibility that is denied": (
        "The Taliban denied responsibility for the bomb that killed nine people at a market in Khost on Tuesday.",
        "Remote explosive/landmine/IED"),
    "a battle of four hours": (
        "A four-hour gun battle in Nablus on Tuesday left eleven Palestinians dead.", "Armed clash"),
    "fire that was exchanged": (
        "Two rival gangs exchanged fire in Port-au-Prince on Monday, killing 12 residents.", "Armed clash"),
    "a missile that was shot down": (
        "A missile launched by the Houthis towards Marib was shot down by a Patriot battery on Wednesday.",
        "Disrupted weapons use"),
    "a clinic that was shot at": (
        "A lone gunman shot at an abortion clinic in Tulsa on Friday and wounded a guard.", "Attack"),
    "a bus on a mine": (
        "A bus hit a landmine near Bamako on Tuesday and overturned, killing eleven passengers.",
        "Remote explosive/landmine/IED"),
    "a drone that crashed": (
        "A drone crashed into an apartment block in Odesa on Monday and killed a woman.", "Air/drone strike"),
    "a march over a trial": (
        "Hundreds marched in Lusaka on Tuesday to demand justice for the accused in a murder trial.",
        "Peaceful protest"),
    "a film crew": (
        "Militants attacked a film crew near Bamenda on Tuesday and abducted the director.", "Attack"),
    "a pipeline and its shares": (
        "Shell said saboteurs blew up its pipeline near Warri on Sunday; its shares fell two per cent.",
        "Remote explosive/landmine/IED"),
    "a total beside the news": (
        "A car bomb killed six people in Mogadishu on Saturday; more than 500 have died in such blasts since 2017.",
        "Remote explosive/landmine/IED"),
    "a husband who was wounded": (
        "A shell hit a house in Nikopol on Tuesday; a woman was killed and her husband wounded.",
        "Shelling/artillery/missile attack"),
    "thieves who were lynched": (
        "A mob lynched two robbers in Kampala on Monday.", "Mob violence"),
    "a town hall burned in protest": (
        "Residents set fire to the town hall in Khouribga on Monday in protest at the death of a youth.",
        "Mob violence"),
    "pilgrims who were bombed": (
        "Pilgrims on their way to Karbala were hit by a suicide bomber in Baghdad on Monday; 20 died.",
        "Suicide bomb"),
    "a court that was bombed": (
        "A car bomb exploded outside the courthouse in Cizre on Friday, killing a clerk.",
        "Remote explosive/landmine/IED"),
    "fans who fight the police": (
        "Fans of two clubs clashed with police in Belgrade on Saturday and 30 officers were hurt.", "Mob violence"),
    "troops in a town of floods": (
        "Soldiers fought rebels near Beira on Monday, a week after the floods there.", "Armed clash"),
    "a fight that an attack set off": (
        "Rebels attacked a post near Bunia on Tuesday, setting off a gunfight with soldiers; three died.",
        "Armed clash"),
    "a church burned over claims": (
        "A crowd set fire to a church in Multan on Wednesday over claims that a book was torn.", "Mob violence"),
    "soldiers once": (
        "Gunmen who were once soldiers killed five traders near Bambari on Monday.", "Attack"),
    "a bomb at a gas company": (
        "A car bomb exploded outside a gas company in Kirkuk on Monday and killed six.",
        "Remote explosive/landmine/IED"),
    "arms that were seized": (
        "Soldiers seized 20 rifles and explosives in a raid on a rebel hideout near Cali on Monday.",
        "Disrupted weapons use"),
    "attack helicopters that fire": (
        "Attack helicopters of the army fired rockets at a village near Sagaing on Wednesday, killing four.",
        "Air/drone strike"),
    "people who had gathered to protest": (
        "Police used water cannon against thousands who had gathered in Tbilisi on Tuesday to protest against a bill.",
        "Protest with intervention"),
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_event_gives_no_row(name: str) -> None:
    assert kinds(NONE[name]) == set()


@pytest.mark.parametrize("name", EVENTS)
def test_what_only_looks_like_none_gives_its_row(name: str) -> None:
    text, expected = EVENTS[name]
    assert expected in kinds(text)
