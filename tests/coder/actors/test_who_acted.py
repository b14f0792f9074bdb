"""Who acted against whom: claims, groups by a general word, mines, acronyms, states; sentences of our own."""

from datetime import date

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

NEWS = date(2021, 6, 14)  # a Monday

CASES = {
    "a group claims it for its wing": (
        "A bomb killed four people in Quetta on Friday. The TTP, in a call to reporters, claimed that its suicide wing "
        "had carried out the attack.",
        ("TTP: Tehreek-i-Taliban Pakistan", "Civilians (Pakistan)")),
    "a group owns up to it": (
        "A bomb killed four policemen in Kandahar on Friday. The Taliban owned up to the attack.",
        ("Taliban", "Police Forces of Afghanistan")),
    "no group owns up to it": (
        "A bomb killed four policemen in Mandera on Friday. No group has owned up to the attack.",
        ("Unidentified Armed Group (Kenya)", "Police Forces of Kenya")),
    "a spokesman owns it": (
        "Gunmen ambushed soldiers near Davao in the Philippines on Friday. A spokesman of the New People's Army "
        "owned the ambush.",
        ("NPA: New People's Army", "Military Forces of Philippines")),
    "rebels by their creed at the head of a sentence": (
        "Communist rebels attacked a police station in Davao, in the Philippines, on Friday.",
        ("NPA: New People's Army", "Police Forces of Philippines")),
    "militants of the one group that is named": (
        "Militants ambushed soldiers in Kismayo on Friday. Al-Shabaab has stepped up its raids in Somalia.",
        ("Al Shabaab", "Military Forces of Somalia")),
    "gunmen are not the group that is named": (
        "Gunmen ambushed soldiers in Kismayo on Friday. Al-Shabaab is strong in that part of Somalia.",
        ("Unidentified Armed Group (Somalia)", "Military Forces of Somalia")),
    "militants where two groups are named": (
        "Militants ambushed soldiers in Kismayo on Friday. Al-Shabaab and Hizbul Islam are at home in Somalia.",
        ("Unidentified Armed Group (Somalia)", "Military Forces of Somalia")),
    "an acronym behind a name in another language": (
        "Fighters of the Mouvement du 23 mars (M23) attacked soldiers in Goma on Friday.",
        ("M23: March 23 Movement", "Military Forces of Democratic Republic of Congo")),
    "soldiers in a lorry that hits a mine": (
        "A lorry carrying soldiers hit a landmine near Kaya on Friday, killing six.",
        ("Unidentified Armed Group (Burkina Faso)", "Military Forces of Burkina Faso")),
    "policemen whose vehicle runs over a device": (
        "Two policemen were killed and three others hurt when their lorry ran over an explosive device near Mandera on "
        "Friday.",
        ("Unidentified Armed Group (Kenya)", "Police Forces of Kenya")),
    "a president who is deposed is the government": (
        "Soldiers deposed President Alpha Conde on Friday in Conakry.",
        ("Military Forces of Guinea", "Government of Guinea")),
    "a state named near by plants no bombs": (
        "Malian jets flew over Kidal on Thursday. A bomb went off under a cart in Mopti on Friday, killing a woman.",
        ("Unidentified Armed Group (Mali)", "Civilians (Mali)")),
    "marchers who are shot are the protesters": (
        "Police opened fire on a protest in Lima on Friday, killing two students.",
        ("Protesters (Peru)", "Police Forces of Peru")),
    "a coalition led by a state": (
        "A Russian-led force bombed a market in Idlib, in Syria, on Friday, killing ten people.",
        ("Military Forces of Russia", "Civilians (Syria)")),
    "a coalition led by a state written with dots": (
        "The U.S.-led coalition bombed a village near Raqqa, in Syria, on Friday, killing ten people.",
        ("Military Forces of United States", "Civilians (Syria)")),
    "an alliance of parties is no army": (
        "The opposition-led alliance bombed out in the polls. Gunmen killed a man in Beira, in Mozambique, on Friday.",
        ("Unidentified Armed Group (Mozambique)", "Civilians (Mozambique)")),
}  # fmt: skip


@pytest.fixture(scope="module")
def coder() -> Coder:
    """A coder without the user's places."""
    return Coder(gazetteers="shipped")


@pytest.mark.parametrize(("text", "sides"), CASES.values(), ids=CASES.keys())
def test_both_sides_of_the_event(coder: Coder, text: str, sides: tuple[str, str]) -> None:
    rows = coder.code(Article("a", text, published=NEWS)).rows
    assert sides in [(row.values["actor1"], row.values["actor2"]) for row in rows]
