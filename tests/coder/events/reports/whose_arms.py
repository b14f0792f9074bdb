"""Whose arms, bases and losses they are, and places told by the verb alone, in plain reports. All is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "whose drone it is, by of": (
        "A drone of the paramilitary Rapid Support Forces struck El Fasher, Sudan, on Tuesday, killing ten "
        "people.",
        {("Air/drone strike", "03-14", "El Fasher", "RSF: Rapid Support Forces", "Civilians (Sudan)", 10)}),
    "who sent the drone that was shot down": (
        "The army shot down a drone launched by the Houthis over Marib, Yemen, on Tuesday.",
        {("Disrupted weapons use", "03-14", "Ma'rib", "Military Forces of Yemen", "Houthi Movement", 0)}),
    "rockets that were fired and intercepted": (
        "Rockets fired by Hamas were intercepted over Ashkelon, Israel, on Tuesday.",
        {("Disrupted weapons use", "03-14", "Ashkelon", "Military Forces of Israel", "Hamas", 0)}),
    "whose patrol a bomb hit": (
        "A bomb hit a U.S. patrol in Mosul, Iraq, on Tuesday, wounding two soldiers.",
        {("Remote explosive/landmine/IED", "03-14", "Mosul", "Unidentified Armed Group (Iraq)",
          "Military Forces of United States", 0)}),
    "a base and those who use it": (
        "Rockets hit a base used by American troops at Balad, Iraq, on Tuesday.",
        {("Shelling/artillery/missile attack", "03-14", "Balad", "Unidentified Armed Group (Iraq)",
          "Military Forces of United States", 0)}),
    "prisoners and guards": (
        "Prisoners beat guards and burned cells in a jail in Medan, Indonesia, on Tuesday.",
        {("Mob violence", "03-14", "Medan", "Rioters (Indonesia)", "Police Forces of Indonesia Prison Guards", 0)}),
    "a toll that rose": (
        "The toll from a suicide bombing in Quetta, Pakistan, on Monday rose to 92, officials said.",
        {("Suicide bomb", "03-13", "Quetta", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 92)}),
    "men whom a side lost": (
        "The rebels lost six men in a battle with soldiers near Goma, Democratic Republic of Congo, on "
        "Tuesday.",
        {("Armed clash", "03-14", "Goma", "Opposition Rebels (Democratic Republic of Congo)",
          "Military Forces of Democratic Republic of Congo", 6)}),
    "a number before a group's name": (
        "Islamic State fighters killed two Taliban in Jalalabad, Afghanistan, on Tuesday.",
        {("Armed clash", "03-14", "Jalalabad", "Islamic State", "Taliban", 2)}),
    "a militia that guards villages": (
        "PKK militants killed a village guard in Sirnak, Turkey, on Tuesday.",
        {("Armed clash", "03-14", "Şırnak", "PKK: Kurdistan Workers Party", "Village Guards (Turkey)", 1)}),
    "a town overrun": (
        "The Taliban overran the town of Imam Sahib, Afghanistan, on Monday after a siege.",
        {("Non-state actor overtakes territory", "03-13", "Imam Sahib", "Taliban",
          "Military Forces of Afghanistan", 0)}),
    "a small town without a preposition": (
        "Government forces retook Mocimboa da Praia on Tuesday.",
        {("Government regains territory", "03-14", "Mocímboa da Praia", "Military Forces of Mozambique",
          "Unidentified Armed Group (Mozambique)", 0)}),
    "a village shelled": (
        "Rebels shelled Khan Sheikhoun on Tuesday, killing two children.",
        {("Shelling/artillery/missile attack", "03-14", "Khan Shaykhun", "Opposition Rebels (Syria)",
          "Civilians (Syria)", 2)}),
    "a village of a name that lies abroad as well": (
        "Rebels attacked the village of Boyo, in Ituri, on Tuesday.",
        {("Attack", "03-14", "Ituri", "Opposition Rebels (Democratic Republic of Congo)",
          "Civilians (Democratic Republic of Congo)", 0)}),
    "a group of several countries, told by the town": (
        "Al Shabaab fighters stormed an army base in Beledweyne on Tuesday.",
        {("Armed clash", "03-14", "Beledweyne", "Al Shabaab", "Military Forces of Somalia", 0)}),
    "dead of an attack by": (
        "Twelve people lost their lives in an attack by gunmen in Mopti, Mali, on Tuesday.",
        {("Attack", "03-14", "Mopti", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 12)}),
    "soldiers who died in an ambush by": (
        "Nine soldiers died in an ambush by the Taliban in Kunduz, Afghanistan, on Tuesday.",
        {("Armed clash", "03-14", "Kunduz", "Taliban", "Military Forces of Afghanistan", 9)}),
    "a loss in an attack by": (
        "The army lost six men in an attack by rebels near Goma, Democratic Republic of Congo, on Tuesday.",
        {("Armed clash", "03-14", "Goma", "Opposition Rebels (Democratic Republic of Congo)",
          "Military Forces of Democratic Republic of Congo", 6)}),
    "where a village lies in a province": (
        "Riot police clashed with villagers in Shangpu, in the south of Guangdong province, China, on "
        "Tuesday.",
        {("Mob violence", "03-14", "Guangdong", "Rioters (China)", "Police Forces of China", 0)}),
    "two states in one phrase": (
        "Armenian and Azerbaijani soldiers exchanged fire near Gegharkunik, Armenia, on Tuesday; one soldier "
        "died.",
        {("Armed clash", "03-14", "Gegharkunik", "Military Forces of Armenia",
          "Military Forces of Azerbaijan", 1)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "guards of a bank": (
        "Robbers shot dead two guards of a bank in Cali, Colombia, on Tuesday."),
    "a name after a verb of force": (
        "Troops in Jakarta, Indonesia, captured Santoso on Tuesday."),
    "a person who is attacked": (
        "Men attacked Paris Hilton with eggs in Lyon on Tuesday."),
}  # fmt: skip
