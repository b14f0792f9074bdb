"""What became of something: targets, scenes and victims of attacks, incidents named again, means that were used, the
first of two bombs, and what was only the occasion. All is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "offices that were the target of an attack": (
        "The offices of a bank in La Paz, Bolivia, were the target of a dynamite attack on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "La Paz", "Unidentified Armed Group (Bolivia)",
          "Civilians (Bolivia)", 0)}),
    "a police station that became the target of gunmen": (
        "A police station in Jos, Nigeria, became the target of an attack by gunmen on Tuesday.",
        {("Armed clash", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Police Forces of Nigeria", 0)}),
    "a town that was the scene of clashes": (
        "The town of Sidon, Lebanon, was the scene of clashes between soldiers and militants on Tuesday.",
        {("Armed clash", "03-14", "Sidon", "Unidentified Armed Group (Lebanon)", "Military Forces of Lebanon", 0)}),
    "a senator who was the victim of an attack": (
        "A senator was the victim of an armed attack by gunmen on Tuesday in Cali, Colombia.",
        {("Attack", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 0)}),
    "a post that was subjected to an attack": (
        "A police post in Jos, Nigeria, was subjected to an attack by gunmen on Tuesday.",
        {("Armed clash", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Police Forces of Nigeria", 0)}),
    "a house that was the object of a grenade attack": (
        "The house of the mayor in Bujumbura, Burundi, was the object of a grenade attack on Tuesday night.",
        {("Grenade", "03-14", "Bujumbura", "Unidentified Armed Group (Burundi)", "Civilians (Burundi)", 0)}),
    "the incident that took place on a day": (
        "Four people were shot dead by gunmen in Jos, Nigeria. The incident took place on Tuesday.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 4)}),
    "the incident that happened in the evening": (
        "Four people died when a bomb exploded in Cali, Colombia, police said. The incident happened on Tuesday "
        "evening.",
        {("Remote explosive/landmine/IED", "03-14", "Cali", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 4)}),
    "charges that were used to bring pylons down": (
        "Rebels used explosive charges on Tuesday to bring down three power pylons near San Miguel, El Salvador.",
        {("Remote explosive/landmine/IED", "03-14", "San Miguel", "Opposition Rebels (El Salvador)", None, 0)}),
    "a drone that was used to attack a post": (
        "Militants used a drone on Tuesday to attack an army post in Goma, Democratic Republic of Congo.",
        {("Air/drone strike", "03-14", "Goma", "Unidentified Armed Group (Democratic Republic of Congo)",
          "Military Forces of Democratic Republic of Congo", 0)}),
    "the first and the second of two bombs": (
        "Two bombs went off on Tuesday in Chile. The first destroyed the door of a church in Valparaiso; the second "
        "exploded minutes later in front of a bank in Concepcion.",
        {("Remote explosive/landmine/IED", "03-14", "Concepción", "Unidentified Armed Group (Chile)", None, 0),
         ("Remote explosive/landmine/IED", "03-14", "Valparaíso", "Unidentified Armed Group (Chile)", None, 0)}),
    "people arrested during an operation": (
        "Soldiers arrested 60 people in Maiduguri, Nigeria, on Tuesday during a military operation.",
        {("Arrests", "03-14", "Maiduguri", "Military Forces of Nigeria", "Civilians (Nigeria)", 0)}),
    "people arrested as part of an offensive": (
        "Police detained 80 people in Cali, Colombia, on Tuesday as part of the government's offensive against the "
        "cartels.",
        {("Arrests", "03-14", "Cali", "Police Forces of Colombia", "Civilians (Colombia)", 0)}),
    "an offensive in which some were killed": (
        "Five rebels were killed in Sake, Democratic Republic of Congo, on Tuesday during a military offensive.",
        {("Armed clash", "03-14", "Sake", "Military Forces of Democratic Republic of Congo",
          "Opposition Rebels (Democratic Republic of Congo)", 5)}),
    "throats that were slit": (
        "Nine peasants had their throats slit on Tuesday by rebels near Goma, Democratic Republic of Congo.",
        {("Attack", "03-14", "Goma", "Unidentified Armed Group (Democratic Republic of Congo)",
          "Civilians (Democratic Republic of Congo)", 9)}),
    "a candidate who was introduced before": (
        "Presidential candidate Bernardo Arce was in Cali, Colombia, for a debate. Arce was hit by four bullets on "
        "Tuesday outside his hotel in Cali.",
        {("Attack", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 0)}),
    "a journalist who was forced into a van": (
        "A journalist was forced into a van by armed men in Guatemala City, Guatemala, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Guatemala City", "Unidentified Armed Group (Guatemala)",
          "Civilians (Guatemala)", 0)}),
    "engineers who were led away": (
        "Two engineers were stopped on Tuesday by armed men near Arauca, Colombia, and led away.",
        {("Abduction/forced disappearance", "03-14", "Arauca", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 0)}),
    "a cattle rancher who was taken away": (
        "Armed men took away cattle rancher Alvaro Arce from his farm near Arauca, Colombia, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Arauca", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 0)}),
    "buses on which petrol was poured": (
        "Guerrillas stopped two buses on Tuesday near Arauca, Colombia, poured petrol on the vehicles and set fire to"
        " them.",
        {("Looting/property destruction", "03-14", "Arauca", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 0)}),
    "mortar rounds that were fired": (
        "Eight mortar rounds were fired on Tuesday at the town of Avdiivka, Ukraine.",
        {("Shelling/artillery/missile attack", "03-14", "Avdiyivka", "Unidentified Armed Group (Ukraine)", None, 0)}),
    "a car full of dynamite beside a stolen one": (
        "At least 11 people were hurt when a car loaded with dynamite exploded on Tuesday in Cali, Colombia. The car "
        "had been stolen by thieves.",
        {("Remote explosive/landmine/IED", "03-14", "Cali", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 0)}),
    "a day told before a sentence that needs an object": (
        "On Tuesday, soldiers entered two kilometres inside the border near Goma, Democratic Republic of Congo. Two "
        "young men were taken from their homes by gunmen.",
        {("Abduction/forced disappearance", "03-14", "Goma", "Unidentified Armed Group (Democratic Republic of Congo)",
          "Civilians (Democratic Republic of Congo)", 0)}),
    "the deadliest attack since another": (
        "Gunmen killed 12 people in Jos, Nigeria, on Tuesday, the deadliest attack in the city since the massacre on "
        "March 2.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 12)}),
    "a place that is denied": (
        "A bomb exploded on Tuesday in Cali, Colombia, and not in Medellin.",
        {("Remote explosive/landmine/IED", "03-14", "Cali", "Unidentified Armed Group (Colombia)", None, 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "a station that was no target": (
        "A police station in Jos, Nigeria, was not the target of an attack by gunmen on Tuesday, the police said."),
    "what has been a scene of clashes for years": (
        "The border near Sidon, Lebanon, has been the scene of clashes for years."),
    "two suspects arrested in an operation": (
        "Two suspects were arrested on Tuesday in Maiduguri, Nigeria, as part of a military operation."),
    "a march that is only called": (
        "A march has been called for Saturday in Lima, Peru."),
    "a state that carries out a sentence": (
        "Iran executed three men in Isfahan on Tuesday over a robbery."),
    "police who set up checkpoints": (
        "Police have set up checkpoints on the roads to Esmeraldas, Ecuador, since Tuesday."),
    "laws that will be used": (
        "The law will be used by the government to target opponents, a lawyer said in Lima, Peru, on Tuesday."),
    "a private person who is shot": (
        "Maria Arce, a nurse, lived in Cali, Colombia. Arce was shot dead on Tuesday in Cali."),
}  # fmt: skip
