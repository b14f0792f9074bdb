"""One event told in many ways gives the same row: what is done, by whom, where and when may stand anywhere."""

from collections.abc import Callable

import pytest

from .conftest import Row

# What was done: who does it, in the active voice, in the passive voice, as a noun, the kind and the deaths.
DEEDS = {
    "a killing": (
        "gunmen", "killed three traders", "three traders were killed by gunmen",
        "the killing of three traders by gunmen", "Attack", 3),
    "an attack on a base": (
        "insurgents", "attacked an army base, killing five soldiers",
        "an army base was attacked by insurgents, who killed five soldiers",
        "an attack by insurgents on an army base that left five soldiers dead", "Armed clash", 5),
    "an ambush": (
        "insurgents", "ambushed a military convoy, killing seven soldiers",
        "seven soldiers were killed when insurgents ambushed a military convoy",
        "an ambush on a military convoy in which seven soldiers died", "Armed clash", 7),
    "a suicide bomb": (
        "a suicide bomber", "blew himself up at a market, killing nine people",
        "nine people were killed when a suicide bomber blew himself up at a market",
        "", "Suicide bomb", 10),
    "a roadside bomb": (
        "a roadside bomb", "hit a police van, killing two officers",
        "two officers were killed when a roadside bomb hit a police van",
        "a roadside bombing that killed two officers", "Remote explosive/landmine/IED", 2),
    "a grenade": (
        "unknown assailants", "hurled a grenade into a bar, wounding eight people",
        "eight people were wounded when a grenade was hurled into a bar by unknown assailants",
        "a grenade attack on a bar that wounded eight people", "Grenade", 0),
    "shelling": (
        "government forces", "shelled a residential district, killing four people",
        "four people were killed when government forces shelled a residential district",
        "the shelling of a residential district by government forces that left four people dead",
        "Shelling/artillery/missile attack", 4),
    "an air strike": (
        "warplanes", "bombed a village, killing six civilians",
        "six civilians were killed when warplanes bombed a village",
        "an air strike on a village that killed six civilians", "Air/drone strike", 6),
    "a drone strike": (
        "a drone", "struck a vehicle, killing two suspected militants",
        "two suspected militants were killed when a drone struck a vehicle",
        "a drone strike on a vehicle that killed two suspected militants", "Air/drone strike", 2),
    "an abduction": (
        "militants", "abducted four aid workers", "four aid workers were abducted by militants",
        "the abduction of four aid workers by militants", "Abduction/forced disappearance", 0),
    "rape": (
        "soldiers", "raped six women", "six women were raped by soldiers", "the rape of six women by soldiers",
        "Sexual violence", 0),
    "a march": (
        "hundreds of teachers", "marched to demand better pay", "a march was held by hundreds of teachers",
        "a march by hundreds of teachers", "Peaceful protest", 0),
    "tear gas": (
        "police", "fired tear gas at protesters", "protesters were dispersed with tear gas by police", "",
        "Protest with intervention", 0),
    "shots at a crowd": (
        "security forces", "opened fire on demonstrators, killing three",
        "three demonstrators were shot dead by security forces", "", "Excessive force against protesters", 3),
    "a lynching": (
        "a mob", "beat a suspected thief to death", "a suspected thief was beaten to death by a mob",
        "the lynching of a suspected thief by a mob", "Mob violence", 1),
    "arrests": (
        "police", "arrested more than 200 opposition activists",
        "more than 200 opposition activists were arrested by police",
        "the arrest of more than 200 opposition activists by police", "Arrests", 0),
    "a ceasefire": (
        "the government and rebels", "signed a ceasefire agreement",
        "a ceasefire agreement was signed by the government and rebels", "", "Agreement", 0),
    "arms that are found": (
        "soldiers", "seized a large cache of weapons", "a large cache of weapons was seized by soldiers",
        "the seizure of a large cache of weapons by soldiers", "Disrupted weapons use", 0),
    "a town that is taken": (
        "rebels", "captured the town", "the town was captured by rebels", "the capture of the town by rebels",
        "Non-state actor overtakes territory", 0),
    "looting": (
        "gunmen", "looted and burned a clinic", "a clinic was looted and burned by gunmen", "",
        "Looting/property destruction", 0),
    "a roadblock": (
        "angry residents", "blocked the main road with burning tyres",
        "the main road was blocked with burning tyres by angry residents", "", "Violent demonstration", 0),
    "a sit-in": (
        "students", "staged a sit-in outside the ministry", "a sit-in was staged outside the ministry by students",
        "a sit-in by students outside the ministry", "Peaceful protest", 0),
    "a base": (
        "the army", "established a new base", "a new base was established by the army", "",
        "Headquarters or base established", 0),
    "rockets": (
        "rockets", "hit a hospital, killing three patients", "three patients were killed when rockets hit a hospital",
        "a rocket attack on a hospital that killed three patients", "Shelling/artillery/missile attack", 3),
    "a minibus under fire": (
        "troops", "opened fire on a minibus, killing five passengers",
        "five passengers were killed when troops opened fire on a minibus", "", "Attack", 5),
}  # fmt: skip
ACTIVE = (
    "{doer} {did} in Kaduna, Nigeria, on Tuesday.",
    "On Tuesday, {doer} {did} in Kaduna, Nigeria.",
    "On Tuesday {doer} {did} in Kaduna, Nigeria.",
    "{doer} on Tuesday {did} in Kaduna, Nigeria.",
    "In Kaduna, Nigeria, {doer} {did} on Tuesday.",
    "{doer} {did} Tuesday in Kaduna, Nigeria.",
    "Police said {doer} {did} in Kaduna, Nigeria, on Tuesday.",
    "{doer} {did} in Kaduna, Nigeria, on Tuesday, police said.",
    "{doer} {did} in the Nigerian city of Kaduna on Tuesday, officials said on Wednesday.",
    "According to residents, {doer} {did} in Kaduna, Nigeria, on Tuesday.",
    "{doer} {did} in Kaduna, Nigeria, late on Tuesday, a hospital source told AFP.",
    "KADUNA (Reuters) - {doer} {did} in the Nigerian city on Tuesday, witnesses said.",
    "{doer} {did} on the outskirts of Kaduna, Nigeria, on Tuesday morning, the governor said.",
    "It was about noon on Tuesday when {doer} {did} in Kaduna, Nigeria.",
    "Residents of Kaduna, Nigeria, said {doer} {did} there on Tuesday.",
    "{doer} {did} in Kaduna, Nigeria, on 14 March 2023.",
    "On Tuesday night in Kaduna, Nigeria, {doer} {did}.",
    "At least two separate sources said {doer} {did} in Kaduna, Nigeria, on Tuesday.",
    "In the latest violence, {doer} {did} in Kaduna, Nigeria, on Tuesday.",
    "Meanwhile, {doer} {did} in Kaduna, Nigeria, on Tuesday.",
    "{doer} {did}, police said on Wednesday. The incident took place on Tuesday in the city of Kaduna, Nigeria.",
    "KADUNA, Nigeria (AP) — {doer} {did} on Tuesday, officials said. No group has claimed responsibility.",
    "Nigeria's president spoke on Wednesday after {doer} {did} in Kaduna on Tuesday.",
    "UN chief Antonio Guterres condemned on Wednesday the events in Kaduna, Nigeria, where {doer} {did} on Tuesday.",
)
PASSIVE = (
    "{done} in Kaduna, Nigeria, on Tuesday.",
    "On Tuesday, {done} in Kaduna, Nigeria.",
    "In Kaduna, Nigeria, {done} on Tuesday.",
    "Police said {done} in Kaduna, Nigeria, on Tuesday.",
    "Officials said on Wednesday that {done} in Kaduna, Nigeria, on Tuesday.",
    "{done}, officials said on Wednesday. It happened in Kaduna, Nigeria, on Tuesday night.",
    "{done} in Kaduna, Nigeria, on Tuesday. Troops have since launched an operation to find those responsible.",
)
NOMINAL = (
    "Officials condemned {noun} in Kaduna, Nigeria, on Tuesday.",
    "Kaduna, Nigeria, saw {noun} on Tuesday.",
    "There was {noun} in Kaduna, Nigeria, on Tuesday.",
    "Police confirmed {noun} in Kaduna, Nigeria, on Tuesday.",
)


def _told() -> dict[str, tuple[str, str, int]]:
    told = {}
    for name, (doer, did, done, noun, kind, deaths) in DEEDS.items():
        for frame in (*ACTIVE, *PASSIVE, *(NOMINAL if noun else ())):
            parts = frame.format(doer=doer, did=did, done=done, noun=noun).split(". ")
            text = ". ".join(part[:1].upper() + part[1:] for part in parts)
            told[f"{name}: {frame}"] = text, kind, deaths
    return told


TOLD = _told()


@pytest.mark.parametrize(("text", "kind", "deaths"), TOLD.values(), ids=TOLD)
def test_an_event_gives_its_row_however_it_is_told(
    report_rows: Callable[[str], set[Row]], text: str, kind: str, deaths: int
) -> None:
    assert {(row[0], *row[1:3], row[5]) for row in report_rows(text)} == {(kind, "03-14", "Kaduna", deaths)}
