"""Reports of who claims an attack and when, of bodies that are found, of those who fire back and of names that are
no places."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "who claims an attack on a day did it on that day": (
        "SANTIAGO -- The Manuel Rodriguez Patriotic Front claimed responsibility for an attack on a barracks in "
        "Santiago on Tuesday.",
        {("Armed clash", "03-14", "Santiago", "FPMR: Manuel Rodriguez Patriotic Front",
          "Military Forces of Chile", 0)}),
    "a claim has a day of its own": (
        "SANTIAGO -- The Manuel Rodriguez Patriotic Front on Wednesday claimed responsibility for an attack on a "
        "barracks in Santiago on Tuesday.",
        {("Armed clash", "03-14", "Santiago", "FPMR: Manuel Rodriguez Patriotic Front",
          "Military Forces of Chile", 0)}),
    "the day behind an attack told before is that of the claim": (
        "QUETTA -- A bomb killed three policemen in Quetta on Tuesday. The Islamic State group claimed responsibility"
        " for the attack on Wednesday.",
        {("Remote explosive/landmine/IED", "03-14", "Quetta", "Islamic State", "Police Forces of Pakistan", 3)}),
    "who denies an attack did not do it": (
        "QUETTA -- The Pakistani Taliban denied responsibility for an attack on a school in Quetta on Tuesday.",
        {("Attack", "03-14", "Quetta", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 0)}),
    "a body that bears signs of torture was killed": (
        "GUATEMALA CITY -- The body of student leader Carlos Cabrera, bearing signs of torture, appeared on Tuesday "
        "in Mixco.",
        {("Attack", "03-14", "Mixco", "Unidentified Armed Group (Guatemala)", "Civilians (Guatemala)", 1)}),
    "a body of somebody kidnapped was killed": (
        "GUATEMALA CITY -- The body of a union leader who was kidnapped on Sunday was found on Tuesday in Mixco.",
        {("Abduction/forced disappearance", "03-12", "Mixco", "Unidentified Armed Group (Guatemala)",
          "Civilians (Guatemala)", 0),
         ("Attack", "03-14", "Mixco", "Unidentified Armed Group (Guatemala)", "Civilians (Guatemala)", 1)}),
    "the body found after an abduction is told by a pronoun": (
        "GUATEMALA CITY -- Gunmen kidnapped the mayor of Mixco on Monday. His body was found by a river on Tuesday.",
        {("Abduction/forced disappearance", "03-13", "Mixco", "Unidentified Armed Group (Guatemala)",
          "Civilians (Guatemala)", 0),
         ("Attack", "03-14", "Mixco", "Unidentified Armed Group (Guatemala)", "Civilians (Guatemala)", 1)}),
    "bodies with wounds that are dumped are killed": (
        "GUATEMALA CITY -- Two bodies with gunshot wounds were dumped on a road in Mixco on Tuesday.",
        {("Attack", "03-14", "Mixco", "Unidentified Armed Group (Guatemala)", "Civilians (Guatemala)", 2)}),
    "two men who shoot a policeman are armed": (
        "BOGOTA -- A policeman was shot dead by two men on a motorcycle in Medellin on Tuesday.",
        {("Armed clash", "03-14", "Medellín", "Unidentified Armed Group (Colombia)", "Police Forces of Colombia", 1)}),
    "the third time this year is no time of its own": (
        "BOGOTA -- ELN guerrillas blew up an oil pipeline for the third time this year. The attack took place in "
        "Arauca on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Arauca", "ELN: National Liberation Army", None, 0)}),
    "who fires back is in the fight told before": (
        "SAN SALVADOR -- FMLN guerrillas shelled the barracks in San Salvador on Tuesday. One rebel was killed when "
        "the troops returned fire.",
        {("Armed clash", "03-14", "San Salvador", "FMLN: Farabundo Marti National Liberation Front",
          "Military Forces of El Salvador", 1)}),
    "a name of a group holds no place": (
        "QUITO -- Three armed men kidnapped the manager of a rubber company in Quito on Tuesday. Police said they "
        "might belong to the Alfaro Lives group.",
        {("Abduction/forced disappearance", "03-14", "Quito", "Unidentified Armed Group (Ecuador)",
          "Civilians (Ecuador)", 0)}),
    "peasant patrols are armed": (
        "TRUJILLO -- Peasants' patrols clashed with a column of Shining Path terrorists in the district of Santiago "
        "de Chuco on Tuesday. Eleven terrorists and four patrol members died.",
        {("Armed clash", "03-14", "Santiago de Chuco", "Unidentified Communal Militia (Peru)",
          "SL: Shining Path", 15)}),
    "two surnames of a person are no towns": (
        "SAN SALVADOR -- Attorney General Roberto Garcia Alvarado was killed on Tuesday when a bomb exploded at an "
        "intersection in San Salvador.",
        {("Remote explosive/landmine/IED", "03-14", "San Salvador", "Unidentified Armed Group (El Salvador)",
          "Civilians (El Salvador)", 1)}),
    "an attack carried out against troops is claimed": (
        "SAN SALVADOR -- An attack carried out on Tuesday against the troops in San Salvador was claimed by the FMLN.",
        {("Armed clash", "03-14", "San Salvador", "FMLN: Farabundo Marti National Liberation Front",
          "Military Forces of El Salvador", 0)}),
    "a soldier wounded on a day dies later": (
        "JENIN -- A soldier wounded in a clash with rebels in Jenin on Tuesday died on Thursday, the army said.",
        {("Armed clash", "03-14", "Janin", "Opposition Rebels (Palestine)", "Military Forces of Israel", 1)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "the body of a soldier who fell last year is no new killing": (
        "KYIV -- The body of a soldier who fell near Bakhmut in 2021 was flown home on Tuesday."),
}  # fmt: skip
