"""Counts, charges and counterparts: who is counted, for what, and with whom. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "no fewer than three soldiers": (
        "A car bomb went off at the entrance of an army base in Afgoye, Somalia, on Tuesday, killing no "
        "fewer than three Somali soldiers.",
        {("Remote explosive/landmine/IED", "03-14", "Afgooye",
          "Unidentified Armed Group (Somalia)", "Military Forces of Somalia", 3)}),
    "a bus that carried soldiers": (
        "Rebels blew up a bus that carried soldiers near Bijapur, India, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Vijayapura",
          "Opposition Rebels (India)", "Military Forces of India", 0)}),
    "a priest in a gunfight": (
        "A Catholic priest was killed by a stray bullet in a shootout between armed groups in Lagos on "
        "Tuesday.",
        {("Armed clash", "03-14", "Lagos",
          "Unidentified Armed Group (Nigeria)", "Unidentified Armed Group (Nigeria)", 1)}),
    "an earlier toll": (
        "Bombs struck the cathedral in Jolo, Philippines, on Tuesday. At least 20 were killed. This revised "
        "downwards an earlier toll of 27 dead.",
        {("Remote explosive/landmine/IED", "03-14", "Jolo",
          "Unidentified Armed Group (Philippines)", "Civilians (Philippines)", 20)}),
    "an age behind a name": (
        "Ahmed Jarrar, who is 22 and whose father was a fighter killed in 2002, was shot dead by soldiers "
        "in Jenin on Tuesday.",
        {("Attack", "03-14", "Janin", "Military Forces of Israel", "Civilians (Palestine)", 1)}),
    "terms made abroad": (
        "The government of South Sudan and the rebels signed a ceasefire on Tuesday in Addis Ababa, the "
        "capital of Ethiopia.",
        {("Agreement", "03-14", "Addis Ababa", "Government of South Sudan", "Opposition Rebels (South Sudan)", 0)}),
    "troops who run into rebels": (
        "Troops ran into rebels near Bubong, Philippines, on Tuesday.",
        {("Armed clash", "03-14", "Bubong",
          "Opposition Rebels (Philippines)", "Military Forces of Philippines", 0)}),
    "men of a company": (
        "Men of the 2nd Special Forces Company clashed with rebels in the town of Bubong, Philippines, on "
        "Tuesday.",
        {("Armed clash", "03-14", "Bubong",
          "Opposition Rebels (Philippines)", "Military Forces of Philippines", 0)}),
    "passers-by who strike": (
        "A knifeman attacked shoppers in London on Tuesday, and others struck him with their fists.",
        {("Attack", "03-14", "London",
          "Unidentified Armed Group (United Kingdom)", "Civilians (United Kingdom)", 0)}),
    "grenades, guns and those who shoot back": (
        "More than 40 armed men threw grenades and fired at a station of the federal police in Uruapan, "
        "Mexico, on Tuesday, and three of them were killed when the officers shot back.",
        {("Armed clash", "03-14", "Uruapan", "Unidentified Armed Group (Mexico)", "Police Forces of Mexico", 3)}),
    "two counts and a bombing": (
        "Suicide bombings hit the capital, Tunis, last month. Two people were killed and eight people were "
        "injured in a suicide bombing on Tuesday.",
        {("Suicide bomb", "02-15", "Tunis", "Unidentified Armed Group (Tunisia)", "Civilians (Tunisia)", 0),
         ("Suicide bomb", "03-14", "Tunis", "Unidentified Armed Group (Tunisia)", "Civilians (Tunisia)", 2)}),
    "arrested for a protest": (
        "Police arrested 40 people in Minsk, Belarus, on Tuesday for protesting against the killing of a "
        "student.",
        {("Protest with intervention", "03-14", "Minsk", "Protesters (Belarus)", "Police Forces of Belarus", 0)}),
    "a thief who is burned": (
        "Residents caught a thief in Mbale, Uganda, on Tuesday and set him on fire.",
        {("Mob violence", "03-14", "Mbale", "Rioters (Uganda)", None, 0)}),
    "soldiers before stones": (
        "Israeli soldiers shot dead a man on Tuesday in Burqin in the West Bank. Residents threw stones at "
        "the soldiers, who fired live rounds and tear gas.",
        {("Violent demonstration", "03-14", "Birqin", "Rioters (Palestine)", "Military Forces of Israel", 1)}),
    "another article in a name": (
        "Gunmen killed two people in Bayt el-Faqih, Yemen, on Tuesday.",
        {("Attack", "03-14", "Bayt al Faqih", "Unidentified Armed Group (Yemen)", "Civilians (Yemen)", 2)}),
    "the day of a charge": (
        "A man was hit on Tuesday when troops entered the village of Burqin in the West Bank in search of a "
        "man suspected of having killed a settler last month.",
        {("Attack", "03-14", "Birqin", "Military Forces of Israel", "Civilians (Palestine)", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "arrested for a killing": (
        "Twenty-three people have been arrested for taking part in the killing of five men by a crowd in "
        "Dhule, India, on Tuesday."),
}  # fmt: skip
