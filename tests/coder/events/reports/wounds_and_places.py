"""Who suffers what: names before brackets, victims behind "to death", wounds, tolls that are none, directions. All is
invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a name with its abbreviation before a noun": (
        "A Border Security Force (BSF) jawan was shot dead in Kanker, India, on Tuesday.",
        {("Armed clash", "03-14", "Kanker", "Unidentified Armed Group (India)",
          "Police Forces of India BSF: Border Security Force", 1)}),
    "those who die when a bomb goes off": (
        "Two policemen died when a roadside bomb aimed at a police station went off in Samarra, Iraq, on "
        "Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Samarra'", "Unidentified Armed Group (Iraq)",
          "Police Forces of Iraq", 2)}),
    "a bomb that causes damage": (
        "A bomb caused heavy damage to a party office in Iskandariya, Iraq, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Nahiyat al Iskandariyah", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 0)}),
    "rockets fired and the launch site struck": (
        "Militants in the Gaza Strip fired a rocket into Israel on Tuesday, and Israeli aircraft struck back "
        "at the launch site near Beit Hanoun, the army said.",
        {("Air/drone strike", "03-14", "Bayt Hanun", "Military Forces of Israel", None, 0),
         ("Shelling/artillery/missile attack", "03-14", "Gaza Strip", "Unidentified Armed Group (Palestine)",
          None, 0)}),
    "people in custody at a riot": (
        "Demonstrators lit bonfires and put up barricades across the streets of Hakkari, Turkey, on Tuesday; "
        "police took eleven people into custody.",
        {("Violent demonstration", "03-14", "Hakkâri", "Rioters (Turkey)", "Police Forces of Turkey", 0)}),
    "a rally enraged by deaths": (
        "Enraged by the deaths of two farmers, party workers took out a rally in Janakpur, Nepal, on Tuesday "
        "and burnt an effigy. It passed off peacefully.",
        {("Peaceful protest", "03-14", "Janakpur", "Protesters (Nepal)", None, 0)}),
    "a crowd's size is no toll": (
        "A man in his forties was assaulted by a crowd of more than 50 in Ramgarh, India, on Tuesday and "
        "died.",
        {("Mob violence", "03-14", "Ramgarh", "Rioters (India)", "Civilians (India)", 1)}),
    "a family that is wiped out": (
        "Gunmen wiped out a family of six in Gusau, Nigeria, on Tuesday night.",
        {("Attack", "03-14", "Gusau", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 6)}),
    "gendarmes who fall": (
        "A post of the gendarmerie in Seytenga, Burkina Faso, came under attack from terrorists on Tuesday. "
        "Eleven gendarmes fell.",
        {("Armed clash", "03-14", "Seytenga", "Unidentified Armed Group (Burkina Faso)",
          "Police Forces of Burkina Faso Gendarmerie", 11)}),
    "who suffers injuries": (
        "Two officers suffered injuries in a clash with rebels near Lokori, Kenya, on Tuesday.",
        {("Armed clash", "03-14", "Lokori", "Opposition Rebels (Kenya)", "Police Forces of Kenya", 0)}),
    "rebels who strike": (
        "Rebels struck at targets across Jalalabad, Afghanistan, and dynamited power lines on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Jalalabad", "Opposition Rebels (Afghanistan)", None, 0)}),
    "police who storm a sit-in": (
        "Riot police stormed a campus in Seoul, South Korea, on Tuesday to end a strike by railway workers, "
        "who were holding a sit-in.",
        {("Protest with intervention", "03-14", "Seoul", "Protesters (South Korea)",
          "Police Forces of South Korea", 0)}),
    "a crowd that attacks shops": (
        "Several thousand people moved through the streets of Medan, Indonesia, on Tuesday, attacking shops "
        "and cars.",
        {("Mob violence", "03-14", "Medan", "Rioters (Indonesia)", None, 0)}),
    "victims behind to death": (
        "Gunmen shot to death three off-duty policemen and three civilians near Santa Marta, Colombia, on "
        "Tuesday.",
        {("Attack", "03-14", "Santa Marta", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 6)}),
    "a bus that is raked": (
        "Snipers raked a bus carrying 28 soldiers near Tegucigalpa, Honduras, on Tuesday, wounding eight.",
        {("Armed clash", "03-14", "Tegucigalpa", "Unidentified Armed Group (Honduras)",
          "Military Forces of Honduras", 0)}),
    "a direction behind a town": (
        "Gunmen seized ten children around Aguelhok, north of Kidal, Mali, on Tuesday and killed two others "
        "who had tried to escape.",
        {("Attack", "03-14", "Aguelhok", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 2)}),
    "the far end of a road": (
        "A lorry ran over a mine outside Bur Hakaba, Somalia, on the road from Baidoa to Mogadishu, on "
        "Tuesday. Six passengers died and another 11 were taken to hospital.",
        {("Remote explosive/landmine/IED", "03-14", "Buurhakaba", "Unidentified Armed Group (Somalia)",
          "Civilians (Somalia)", 6)}),
    "some of the dead": (
        "Five people were killed by bandits at Kapenguria, Kenya, on Tuesday. A herder said two of the dead "
        "were his neighbours.",
        {("Attack", "03-14", "Kapenguria", "Unidentified Gang (Kenya)", "Civilians (Kenya)", 5)}),
    "corpses that are carried along": (
        "At least seven soldiers were killed in an ambush near Kumbo, Cameroon, on Tuesday, as they were on "
        "their way with the corpses of two comrades.",
        {("Armed clash", "03-14", "Kumbo", "Unidentified Armed Group (Cameroon)",
          "Military Forces of Cameroon", 7)}),
    "a deputy who is no policeman": (
        "A deputy director of a gas company was driving in Quetta, Pakistan, on Tuesday when armed men "
        "opened fire on his car.",
        {("Attack", "03-14", "Quetta", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 0)}),
    "struck in the head": (
        "A protester was struck in the head by soldiers in Nablus on Tuesday and died.",
        {("Excessive force against protesters", "03-14", "Nablus", "Protesters (Palestine)",
          "Military Forces of Israel", 1)}),
    "a morning paper that counts from the day before": (
        "SRINAGAR, March 16: Police fired on protesters in Srinagar, India, today, killing two.",
        {("Excessive force against protesters", "03-16", "Srinagar", "Protesters (India)",
          "Police Forces of India", 2)}),
    "who storms a school and kidnaps": (
        "Gunmen stormed a school in Zaria, Nigeria, on Tuesday and kidnapped eight students.",
        {("Abduction/forced disappearance", "03-14", "Zaria", "Unidentified Armed Group (Nigeria)",
          "Civilians (Nigeria)", 0)}),
    "who storms a village, kills and kidnaps": (
        "Bandits attacked a village near Zaria, Nigeria, on Tuesday, killed two people and abducted eight.",
        {("Attack", "03-14", "Zaria", "Unidentified Gang (Nigeria)", "Civilians (Nigeria)", 2)}),
    "a company named after a town": (
        "A worker of the Sui Southern Gas Company was gunned down by militants in Quetta, Pakistan, on "
        "Tuesday.",
        {("Attack", "03-14", "Quetta", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 1)}),
    "a crowd that police fire at, with dead": (
        "Protesters set fire to a party office in Vlora, Albania, on Tuesday and threw stones at police, who "
        "fired tear gas; one man died.",
        {("Violent demonstration", "03-14", "Vlorë", "Rioters (Albania)", "Police Forces of Albania", 1)}),
    "offices shut by a strike": (
        "Residents marched to the offices in Sabie, South Africa, on Tuesday and found them shut because of "
        "the strike in that sector.",
        {("Peaceful protest", "03-14", "Sabie", "Protesters (South Africa)", None, 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "a coal mine is no mine": (
        "An explosion of methane in a coal mine killed at least 24 workers in Donetsk, Ukraine, on Tuesday."),
    "an attack that only caused damage, told aside": (
        "His home in San Salvador, El Salvador, was the target last year of an attack which caused damage."),
    "a gang that specialises in kidnapping": (
        "Police in Awka, Nigeria, arrested six men on Tuesday alleged to be members of a gang that "
        "specialises in kidnapping along the Onitsha-Owerri road."),
    "who confesses": (
        "The men confessed to the abduction of a businessman in Nnewi, Nigeria, on Tuesday, police said."),
}  # fmt: skip
