"""Words of the made-up news sentences; places and groups stand for any."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


# past, participle, third person, base, gerund
ATTACKS = [
    tuple(row.split())
    for row in (
        "killed killed kills kill killing", "attacked attacked attacks attack attacking",
        "wounded wounded wounds wound wounding", "abducted abducted abducts abduct abducting",
        "kidnapped kidnapped kidnaps kidnap kidnapping", "ambushed ambushed ambushes ambush ambushing",
        "shot shot shoots shoot shooting", "beheaded beheaded beheads behead beheading",
        "arrested arrested arrests arrest arresting", "detained detained detains detain detaining",
        "executed executed executes execute executing", "tortured tortured tortures torture torturing",
        "beat beaten beats beat beating", "assaulted assaulted assaults assault assaulting",
        "stabbed stabbed stabs stab stabbing", "injured injured injures injure injuring",
        "captured captured captures capture capturing", "massacred massacred massacres massacre massacring",
        "targeted targeted targets target targeting", "lynched lynched lynches lynch lynching",
    )
]  # fmt: skip
RAIDS = [
    tuple(row.split())
    for row in (
        "attacked attacked attacks attack attacking", "raided raided raids raid raiding",
        "stormed stormed storms storm storming", "shelled shelled shells shell shelling",
        "bombed bombed bombs bomb bombing", "seized seized seizes seize seizing",
        "captured captured captures capture capturing", "looted looted loots loot looting",
        "torched torched torches torch torching", "destroyed destroyed destroys destroy destroying",
        "vandalised vandalised vandalises vandalise vandalising", "retook retaken retakes retake retaking",
        "blocked blocked blocks block blocking", "hit hit hits hit hitting",
    )
]  # fmt: skip
PEOPLE = _words(
    "soldiers militants gunmen rebels villagers civilians insurgents policemen protesters students farmers herders "
    "bandits fighters troops officers prisoners inmates guards workers teachers miners supporters activists attackers "
    "residents children women men passengers jihadists vigilantes militiamen guerrillas demonstrators rioters pilgrims"
)
PERSONS = _words(
    "soldier policeman civilian guard farmer teacher journalist man woman child boy girl rebel commander activist "
    "priest student gunman bystander driver councillor mayor judge chief pastor lawyer candidate bomber prisoner"
)
BODIES = ["army", "military", "police", "militia", "government", "group", "mob", "crowd", "coalition", "navy"]
GROUPS = [
    ("Taliban",), ("Boko", "Haram"), ("Shabaab",), ("Houthi",), ("Maoist",), ("Hutu",), ("Tuareg",), ("Kurdish",),
    ("Islamic", "State"), ("FARC",), ("ISIS",), ("M23",), ("Hamas",), ("Hezbollah",), ("ELN",), ("Fulani",),
]  # fmt: skip
ADJECTIVES = _words(
    "suspected armed unidentified masked unknown local young Nigerian Kenyan Syrian Israeli Turkish Russian Indian "
    "Palestinian Somali Afghan Iraqi Ukrainian Colombian Muslim Christian Sunni Shiite separatist communist off-duty"
)
PLACES = _words(
    "Goma Mogadishu Kabul Mosul Aleppo Kandahar Lagos Maiduguri Srinagar Quetta Karachi Bujumbura Juba Bamako Gao "
    "Tripoli Benghazi Sanaa Aden Donetsk Kherson Hebron Jenin Nairobi Mombasa Kampala Bangui Khartoum Nyala Kano "
    "Medellin Tegucigalpa Culiacan Yangon Manila Dhaka Imphal Ouagadougou Niamey Beni Bunia Palma"
)
SITES = _words(
    "market village church mosque checkpoint school hospital prison camp base station hotel convoy bus patrol funeral "
    "border university barracks courthouse bridge airport compound farm house stadium"
)
REGIONS = ["northern", "southern", "eastern", "western", "central", "north-eastern", "south-western"]
COUNTRIES = _words(
    "Nigeria Mali Somalia Kenya Syria Iraq Afghanistan Pakistan India Yemen Sudan Congo Colombia Mexico Myanmar Libya "
    "Ukraine Burundi Mozambique Niger Cameroon Thailand"
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SMALL = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty"
)
CAUSES = ["elections", "corruption", "taxes", "power cuts", "wages", "killings", "price rises", "evictions"]
# who holds a place, who stands behind a force; what the participles are
HOLDERS = [
    *((word, "NN") for word in _words("government rebel opposition militia army regime militant police state")),
    *((word, "NNP") for word in _words("Taliban Houthi IS ISIS Shabaab Hamas Kurdish Separatist Maoist FARC Israeli")),
]
PATRONS = [
    *((word, "NNP") for word in _words("US UN Saudi Turkish Iran Russia Western Kurdish NATO Rwanda AU")),
    *((word, "NN") for word in _words("government foreign state army opposition")),
]
HELD = _words("held held controlled controlled run occupied dominated ruled besieged")
BACKED = _words("backed backed led allied trained funded sponsored supported")
