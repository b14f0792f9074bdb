"""Clashes, arrests and crowds in reports about demonstrations. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "clashes in which a march ended": (
        "Tuesday's march in Conakry, Guinea, ended in clashes with police.",
        {("Violent demonstration", "03-14", "Conakry", "Rioters (Guinea)", "Police Forces of Guinea", 0)}),
    "crowds that attack the police": (
        "Protesters marched in Vlore, Albania, on Monday. On Tuesday, crowds attacked the main police station in "
        "Vlore with stones.",
        {("Peaceful protest", "03-13", "Vlorë", "Protesters (Albania)", None, 0),
         ("Violent demonstration", "03-14", "Vlorë", "Rioters (Albania)", "Police Forces of Albania", 0)}),
    "clashes of nobody who is named": (
        "Around a dozen people were hurt in clashes in parts of Srinagar, India, on Tuesday as hundreds marched "
        "through the city.",
        {("Violent demonstration", "03-14", "Srinagar", "Rioters (India)", "Rioters (India)", 0)}),
    "many who were arrested": (
        "Police clashed with marchers in Hakkari, Turkey, on Sunday. Dozens of people were taken into custody in "
        "Batman on Sunday.",
        {("Protest with intervention", "03-12", "Batman", "Protesters (Turkey)", "Police Forces of Turkey", 0),
         ("Violent demonstration", "03-12", "Hakkâri", "Rioters (Turkey)", "Police Forces of Turkey", 0)}),
    "who fill a square": (
        "Protesters blocked roads in Beirut, Lebanon, on Tuesday. In Tripoli, Lebanon, thousands filled Al-Nour "
        "Square.",
        {("Peaceful protest", "03-14", "Beirut", "Protesters (Lebanon)", None, 0),
         ("Peaceful protest", "03-14", "Tripoli", "Protesters (Lebanon)", None, 0)}),
    "a march told by a noun": (
        "A march by teachers in Conakry, Guinea, on Tuesday drew some 2,000 people.",
        {("Peaceful protest", "03-14", "Conakry", "Protesters (Guinea)", None, 0)}),
    "a march that is met with gas": (
        "The march in Conakry, Guinea, on Tuesday was met with tear gas and batons.",
        {("Protest with intervention", "03-14", "Conakry", "Protesters (Guinea)", "Police Forces of Guinea", 0)}),
    "riot police who beat": (
        "Hundreds of residents of Dongguan, China, took to the streets on Tuesday, facing riot police who beat "
        "protesters and led them away.",
        {("Protest with intervention", "03-14", "Dongguan", "Protesters (China)", "Police Forces of China", 0)}),
    "rioters who were detained": (
        "In the town of Hakkari, Turkey, demonstrators lit bonfires and put up barricades on Tuesday, and at least "
        "four of them were detained.",
        {("Violent demonstration", "03-14", "Hakkâri", "Rioters (Turkey)", "Police Forces of Turkey", 0)}),
    "youths who march": (
        "Kurdish youths marched in the northeastern city of Qamishli, Syria, on Tuesday.",
        {("Peaceful protest", "03-14", "Al Qamishli", "Protesters (Syria)", None, 0)}),
    "members of two communities": (
        "Members of two communities clashed in Bhainsa, India, on Tuesday, pelting each other with stones.",
        {("Mob violence", "03-14", "Bhainsa", "Rioters (India)", None, 0)}),
    "factions of a party": (
        "Two factions of the ruling party clashed in Khulna, Bangladesh, on Tuesday and 10 people were injured.",
        {("Mob violence", "03-14", "Khulna", "Rioters (Bangladesh)", "Rioters (Bangladesh)", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "gunfire of unknown cause": (
        "Gunfire was heard in Harasta, Syria, on Tuesday."),
    "a march only spoken of": (
        "The budget of South Africa will be laid before parliament in May. The minister thanked the delegation. He "
        "flies home tonight. The party will walk through Pretoria on Friday. A minister claimed on Tuesday that the "
        "march was a stunt."),
}  # fmt: skip
