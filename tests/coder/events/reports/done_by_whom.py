"""Fighters, crowds, tolls and roads: what is done, by whom and where. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "one of its fighters": (
        "The Taliban lost one of its fighters in a clash with the army near Ghazni, Afghanistan, on "
        "Tuesday.",
        {("Armed clash", "03-14", "Ghazni", "Taliban", "Military Forces of Afghanistan", 1)}),
    "a crowd of masked men": (
        "Masked men threw petrol bombs at police in Athens, Greece, on Tuesday.",
        {("Mob violence", "03-14", "Athens", "Rioters (Greece)", "Police Forces of Greece", 0)}),
    "wounds that proved fatal": (
        "Gunmen shot a teacher in Yala, Thailand, on Tuesday, and his injuries proved fatal.",
        {("Attack", "03-14", "Yala", "Unidentified Armed Group (Thailand)", "Civilians (Thailand)", 1)}),
    "a town in rebel hands": (
        "The town of Sake in Democratic Republic of Congo was in the hands of M23 rebels on Tuesday, "
        "residents said.",
        {("Non-state actor overtakes territory", "03-14", "Sake",
          "M23: March 23 Movement", "Military Forces of Democratic Republic of Congo", 0)}),
    "a town that fell to rebels": (
        "The town of Sake, Democratic Republic of Congo, fell to M23 rebels on Tuesday.",
        {("Non-state actor overtakes territory", "03-14", "Sake",
          "M23: March 23 Movement", "Military Forces of Democratic Republic of Congo", 0)}),
    "a place read as subject": (
        "In Kaduna, the capital of the state, gunmen killed two traders on Tuesday.",
        {("Attack", "03-14", "Kaduna", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 2)}),
    "fighters who go for a patrol": (
        "Gunmen went for an army patrol near Gao, Mali, on Tuesday, killing two soldiers.",
        {("Armed clash", "03-14", "Gao", "Unidentified Armed Group (Mali)", "Military Forces of Mali", 2)}),
    "under fire from gunmen": (
        "A police post near Bannu, Pakistan, came under fire from gunmen on Tuesday and two officers were "
        "killed.",
        {("Armed clash", "03-14", "Bannu", "Unidentified Armed Group (Pakistan)", "Police Forces of Pakistan", 2)}),
    "beaten to death": (
        "Residents beat to death a man suspected of stealing a goat in Mbale, Uganda, on Tuesday.",
        {("Mob violence", "03-14", "Mbale", "Rioters (Uganda)", "Civilians (Uganda)", 1)}),
    "neighbours who burn a thief": (
        "Residents caught a thief in Mbale, Uganda, on Tuesday and set him on fire.",
        {("Mob violence", "03-14", "Mbale", "Rioters (Uganda)", None, 0)}),
    "marched into a town": (
        "M23 fighters marched into Sake, Democratic Republic of Congo, on Tuesday without a fight.",
        {("Non-violent transfer of territory", "03-14", "Sake",
          "M23: March 23 Movement", "Military Forces of Democratic Republic of Congo", 0)}),
    "bodies that people came upon": (
        "Villagers came upon the bodies of six herders near Barsalogho, Burkina Faso, on Tuesday. They had "
        "been shot by militiamen.",
        {("Attack", "03-14", "Barsalogho",
          "Unidentified Armed Group (Burkina Faso)", "Civilians (Burkina Faso)", 6)}),
    "the toll that rose": (
        "The death toll from a bombing at a market in Baghdad, Iraq, on Monday rose to six on Tuesday.",
        {("Remote explosive/landmine/IED", "03-13", "Baghdad",
          "Unidentified Armed Group (Iraq)", "Civilians (Iraq)", 6)}),
    "sides of an ethnic clash": (
        "Three people were killed in ethnic clashes in Wau, South Sudan, on Tuesday.",
        {("Armed clash", "03-14", "Wau",
          "Unidentified Communal Militia (South Sudan)", "Unidentified Communal Militia (South Sudan)", 3)}),
    "territory held by rebels": (
        "Shells fired from territory held by the Houthis hit a house in Marib, Yemen, on Tuesday and killed "
        "two people.",
        {("Shelling/artillery/missile attack", "03-14", "Ma'rib", "Houthi Movement", "Civilians (Yemen)", 2)}),
    "four men and two vehicles": (
        "Four men set fire to two government vehicles near Arauca, Colombia, on Tuesday.",
        {("Looting/property destruction", "03-14", "Arauca",
          "Unidentified Armed Group (Colombia)", "Government of Colombia", 0)}),
    "a road's ends beside a place near it": (
        "Rebels attacked a bus on Tuesday on the road from Bamenda to Kumbo, near Bambui, in the North-West "
        "region of Cameroon, killing two.",
        {("Attack", "03-14", "Bambui", "Opposition Rebels (Cameroon)", "Civilians (Cameroon)", 2)}),
    "a statue in a street": (
        "Protesters gathered at a statue of Columbus in Lima, Peru, on Tuesday.",
        {("Peaceful protest", "03-14", "Lima", "Protesters (Peru)", None, 0)}),
    "an embassy of another country": (
        "Hundreds of people protested outside the American embassy in Dhaka, Bangladesh, on Tuesday.",
        {("Peaceful protest", "03-14", "Dhaka", "Protesters (Bangladesh)", None, 0)}),
    "two villages with as many dead": (
        "Gunmen killed four people in Tominian, Mali, and four people in Koro, Mali, on Tuesday.",
        {("Attack", "03-14", "Koro", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 4),
         ("Attack", "03-14", "Tominian", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 4)}),
    "a police headquarters": (
        "A bomb exploded outside the police headquarters in Cotabato, Philippines, on Tuesday, wounding "
        "two.",
        {("Remote explosive/landmine/IED", "03-14", "Cotabato",
          "Unidentified Armed Group (Philippines)", "Civilians (Philippines)", 0)}),
    "a gang that soldiers fight": (
        "Two gunmen were killed in a gunfight between soldiers and gang members in Reynosa, Mexico, on "
        "Tuesday.",
        {("Armed clash", "03-14", "Reynosa", "Military Forces of Mexico", "Unidentified Armed Group (Mexico)", 2)}),
    "a priest who was taken": (
        "Gunmen kidnapped a priest in Kafanchan, Nigeria, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Kafanchan",
          "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 0)}),
    "a post that was set light to": (
        "Islamist militiamen set light to a police post in Bardera, Somalia, on Tuesday.",
        {("Looting/property destruction", "03-14", "Baardheere",
          "Unidentified Armed Group (Somalia)", "Police Forces of Somalia", 0)}),
    "shots to disperse a march": (
        "Police fired tear gas and live rounds to disperse protesters in Conakry, Guinea, on Tuesday, "
        "killing two.",
        {("Excessive force against protesters", "03-14", "Conakry",
          "Protesters (Guinea)", "Police Forces of Guinea", 2)}),
    "a fighter who gave himself up": (
        "A Boko Haram commander gave himself up to the army in Bama, Nigeria, on Tuesday.",
        {("Change to group/activity", "03-14", "Bama", "Boko Haram", None, 0)}),
    "kidnappers that a mob burned": (
        "A mob caught two kidnappers in Mbale, Uganda, on Tuesday and burned them to death.",
        {("Mob violence", "03-14", "Mbale", "Rioters (Uganda)", "Civilians (Uganda)", 2)}),
    "jets over a market": (
        "Jets bombed a market in Sarmada, Syria, on Tuesday and killed three people.",
        {("Air/drone strike", "03-14", "Sarmada", "Military Forces of Syria", "Civilians (Syria)", 3)}),
    "soldiers on the march": (
        "Soldiers were marching on Sake, Democratic Republic of Congo, on Tuesday when rebels ambushed "
        "them, killing two soldiers.",
        {("Armed clash", "03-14", "Sake",
          "Opposition Rebels (Democratic Republic of Congo)", "Military Forces of Democratic Republic of Congo", 2)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "three hundred men and two vehicles": (
        "Three hundred men set fire to two government vehicles in Arauca, Colombia, on Tuesday."),
    "a rally set for a day": (
        "A march has been called for Tuesday in Nairobi, Kenya, by the teachers' union."),
    "rallies that are to be held": (
        "Rallies are to be held in Lagos, Nigeria, on Tuesday, organisers said."),
    "a habit of squads": (
        "Squads in Gitega, Burundi, seize young men at night and torture them, a report said on Tuesday."),
    "who treats the wounded": (
        "Doctors in Gaza treated the wounded on Tuesday."),
    "a party named for a march": (
        "The Gorkha Janmukti Morcha held a meeting in Darjeeling, India, on Tuesday."),
    "feelings that are torn": (
        "Parents in Nairobi, Kenya, were torn by grief on Tuesday."),
    "a protest that went well": (
        "The teachers' meeting in Nairobi, Kenya, went off well on Tuesday."),
    "an operation that is under way": (
        "An operation is underway to retake the town of Sake, Democratic Republic of Congo, the army said "
        "on Tuesday."),
    "drinks and papers": (
        "The Belgrade daily wrote on Tuesday that a Molotov cocktail was found in a museum of history."),
    "sorts of deeds in a list": (
        "Killings, looting and abductions in Ituri, Democratic Republic of Congo, were attributed to the "
        "CODECO militia."),
    "families of the dead": (
        "Families of the dead met in Ogossagou, Mali, on Tuesday."),
    "a recession-hit town": (
        "Shops closed in the recession-hit city of Athens, Greece, on Tuesday."),
}  # fmt: skip
