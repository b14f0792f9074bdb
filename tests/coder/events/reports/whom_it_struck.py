"""Who did it and whom it struck, told by a car, a pronoun or another sentence. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a truck over a mine": (
        "A mine exploded on Tuesday under a water truck near Tessalit, Mali.",
        {("Remote explosive/landmine/IED", "03-14", "Tessalit", "Unidentified Armed Group (Mali)",
          "Civilians (Mali)", 0)}),
    "a shop that a bomb damaged": (
        "A bomb damaged a shop in Jalalabad, Afghanistan, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Jalalabad", "Unidentified Armed Group (Afghanistan)",
          "Civilians (Afghanistan)", 0)}),
    "pylons are nobody's": (
        "Rebels blew up two pylons near Huancayo, Peru, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Huancayo", "Opposition Rebels (Peru)", None, 0)}),
    "power poles": (
        "Guerrillas destroyed 11 power poles with explosives near Apopa, El Salvador, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Apopa", "Unidentified Armed Group (El Salvador)", None, 0)}),
    "tourists from abroad": (
        "Gunmen seized a group of 17 French tourists near Marib, Yemen, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Ma'rib", "Unidentified Armed Group (Yemen)",
          "Civilians (France)", 0)}),
    "they who shoot": (
        "Soldiers entered the village of Ekona, Cameroon, on Tuesday. They shot dead three young men there.",
        {("Attack", "03-14", "Ekona", "Military Forces of Cameroon", "Civilians (Cameroon)", 3)}),
    "they who are shot": (
        "Rebels seized twelve villagers near Bria, Central African Republic, on Tuesday and shot them dead.",
        {("Attack", "03-14", "Bria", "Opposition Rebels (Central African Republic)",
          "Civilians (Central African Republic)", 12)}),
    "together with his wife": (
        "A mayor was shot dead in Jos, Nigeria, on Tuesday together with his wife and a bodyguard.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 3)}),
    "who was only hurt": (
        "A bomb exploded in Mosul, Iraq, on Sunday, killing a 51-year-old man and injuring five other customers, one "
        "of them a girl of nine.",
        {("Remote explosive/landmine/IED", "03-12", "Mosul", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 1)}),
    "separatists told of elsewhere": (
        "Separatist fighters killed two soldiers in Bamenda, Cameroon, on Tuesday. At least seven soldiers fell in an"
        " ambush at Kumbo on Monday. The separatists shot dead a teacher in Buea on Sunday.",
        {("Armed clash", "03-13", "Kumbo", "Ambazonian Separatists (Cameroon)", "Military Forces of Cameroon", 7),
         ("Armed clash", "03-14", "Bamenda", "Ambazonian Separatists (Cameroon)", "Military Forces of Cameroon", 2),
         ("Attack", "03-12", "Buea", "Ambazonian Separatists (Cameroon)", "Civilians (Cameroon)", 1)}),
    "quarters of a city": (
        "At least 12 people were killed in bomb attacks in Baghdad, Iraq, on Tuesday. The deadliest, in the Karrada "
        "district, killed six. Another in Sadr City killed four people, and two died in Kadhimiya.",
        {("Remote explosive/landmine/IED", "03-14", "Baghdad - Kadhimiya", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 2),
         ("Remote explosive/landmine/IED", "03-14", "Baghdad - Karrada", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 6),
         ("Remote explosive/landmine/IED", "03-14", "Sadr City", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 4)}),
    "the dead of a war": (
        "The battle for Huambo, Angola, went on on Tuesday. The front has not moved. Nobody can leave. No aid has "
        "come. Officials believe that 10,000 people have lost their lives there.",
        {("Armed clash", "03-14", "Huambo", "Unidentified Armed Group (Angola)", "Military Forces of Angola", 0)}),
    "those whose camp it is": (
        "Jets attacked a camp of bandits in a forest near Jibia, Nigeria, on Tuesday.",
        {("Air/drone strike", "03-14", "Jibia", "Military Forces of Nigeria", "Unidentified Gang (Nigeria)", 0)}),
    "a lair that troops attack": (
        "Troops attacked a hideout of bandits near Jibia, Nigeria, on Tuesday.",
        {("Armed clash", "03-14", "Jibia", "Military Forces of Nigeria", "Unidentified Gang (Nigeria)", 0)}),
    "residents killed behind a sentence about gunmen who came": (
        "On Tuesday, gunmen entered the centre of Djugu before sunrise. Twelve civilians were killed with machetes.",
        {("Attack", "03-14", "Djugu", "Unidentified Armed Group (Democratic Republic of Congo)",
          "Civilians (Democratic Republic of Congo)", 12)}),
    "persons whom gunmen take": (
        "Kidnappers broke into the staff quarters of a hospital in Zaria in the early hours of Tuesday and took eight"
        " persons.",
        {("Abduction/forced disappearance", "03-14", "Zaria", "Unidentified Armed Group (Nigeria)",
          "Civilians (Nigeria)", 0)}),
    "a bombing that marchers condemn": (
        "Protesters denounced the bombing of a school in Sanaa on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Sanaa", "Unidentified Armed Group (Yemen)",
          "Civilians (Yemen)", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
