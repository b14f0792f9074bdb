"""Crowds and those whom they face, soldiers who fall, mines, ceasefires, roads and days that open a sentence. All is
invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a community that clashes with police": (
        "Kurds clashed with police in Batman, Turkey, on Tuesday.",
        {("Mob violence", "03-14", "Batman", "Rioters (Turkey)", "Police Forces of Turkey", 0)}),
    "a community and police in one phrase": (
        "Roma and police clashed in Plovdiv, Bulgaria, on Tuesday.",
        {("Mob violence", "03-14", "Plovdiv", "Rioters (Bulgaria)", "Police Forces of Bulgaria", 0)}),
    "villagers who clash with police, with dead": (
        "Police clashed with villagers in Plovdiv, Bulgaria, on Tuesday; two people were killed.",
        {("Mob violence", "03-14", "Plovdiv", "Rioters (Bulgaria)", "Police Forces of Bulgaria", 2)}),
    "two forces of the state that clash": (
        "Soldiers clashed with police in Plovdiv, Bulgaria, on Tuesday, killing three villagers.",
        {("Armed clash", "03-14", "Plovdiv", "Military Forces of Bulgaria", "Police Forces of Bulgaria", 3)}),
    "herders who clash with soldiers": (
        "Fulani herders clashed with soldiers in Jos, Nigeria, on Tuesday, killing five people.",
        {("Armed clash", "03-14", "Jos", "Fulani Communal Militia (Nigeria)", "Military Forces of Nigeria", 5)}),
    "a rally that breaks up": (
        "Thousands of teachers marched through Arequipa, Peru, on Tuesday. The rally broke up without "
        "incident.",
        {("Peaceful protest", "03-14", "Arequipa", "Protesters (Peru)", None, 0)}),
    "a rally that police break up": (
        "Police broke up a rally of teachers in Arequipa, Peru, on Tuesday.",
        {("Protest with intervention", "03-14", "Arequipa", "Protesters (Peru)", "Police Forces of Peru", 0)}),
    "men of a regiment": (
        "Thirteen men of the 11th Infantry Regiment were killed in an ambush near Djibo, Burkina Faso, on "
        "Tuesday.",
        {("Armed clash", "03-14", "Djibo", "Unidentified Armed Group (Burkina Faso)",
          "Military Forces of Burkina Faso", 13)}),
    "men of a group and of a battalion": (
        "Members of the New People's Army and men of the 62nd Infantry Battalion traded fire at Himamaylan, "
        "Philippines, on Tuesday.",
        {("Armed clash", "03-14", "Himamaylan", "NPA: New People's Army", "Military Forces of Philippines", 0)}),
    "men of a group by its name before them": (
        "Al-Shabaab men shot two Somalis dead in Baidoa on Tuesday.",
        {("Attack", "03-14", "Baidoa", "Al Shabaab", "Civilians (Somalia)", 2)}),
    "soldiers who fall": (
        "Nine soldiers fell on Tuesday in an ambush by Islamic State riders at Tillia, Niger.",
        {("Armed clash", "03-14", "Tillia", "Islamic State", "Military Forces of Niger", 9)}),
    "soldiers who fall back": (
        "Rebels attacked an army post near Bangassou, Central African Republic, on Tuesday. The soldiers "
        "fell back to the town.",
        {("Armed clash", "03-14", "Bangassou", "Opposition Rebels (Central African Republic)",
          "Military Forces of Central African Republic", 0)}),
    "a corporal who loses his life": (
        "Seven rebels were killed in a battle near Beni, Congo, on Tuesday, while one Ugandan corporal lost "
        "his life.",
        {("Armed clash", "03-14", "Beni", "Opposition Rebels (Democratic Republic of Congo)",
          "Military Forces of Uganda", 8)}),
    "bodies that medics count": (
        "The two sides traded heavy gunfire in Khartoum, Sudan, on Tuesday. Medics counted 12 bodies.",
        {("Armed clash", "03-14", "Khartoum", "Unidentified Armed Group (Sudan)", "Military Forces of Sudan", 12)}),
    "villagers who were slain": (
        "Scores of villagers were slain by armed Fulani in Bokkos, Nigeria, on Tuesday.",
        {("Attack", "03-14", "Bokkos", "Fulani Communal Militia (Nigeria)", "Civilians (Nigeria)", 20)}),
    "a shell in a schoolyard": (
        "A mortar round landed in a schoolyard at Kherson, Ukraine, on Tuesday, killing a caretaker.",
        {("Shelling/artillery/missile attack", "03-14", "Kherson", "Unidentified Armed Group (Ukraine)",
          "Civilians (Ukraine)", 1)}),
    "a ceasefire between two sides": (
        "A ceasefire between the army and the rebels was signed on Tuesday in Wau, South Sudan.",
        {("Agreement", "03-14", "Wau", "Military Forces of South Sudan", "Opposition Rebels (South Sudan)", 0)}),
    "a ceasefire between two communities": (
        "A ceasefire between the Dinka and the Murle was signed on Tuesday in Bor, South Sudan.",
        {("Agreement", "03-14", "Bor", "Dinka Communal Militia (South Sudan)",
          "Murle Communal Militia (South Sudan)", 0)}),
    "two communities that sign": (
        "The Dinka and Murle communities signed a truce in Bor, South Sudan, on Tuesday.",
        {("Agreement", "03-14", "Bor", "Dinka Communal Militia (South Sudan)",
          "Murle Communal Militia (South Sudan)", 0)}),
    "who answers with tear gas": (
        "Students threw stones in Kisumu, Kenya, on Tuesday; the police replied with rubber bullets.",
        {("Violent demonstration", "03-14", "Kisumu", "Rioters (Kenya)", "Police Forces of Kenya", 0)}),
    "stones at police who answer": (
        "A rally ended in stone-throwing at the police in Dhaka, Bangladesh, on Tuesday, who answered with "
        "rubber bullets.",
        {("Violent demonstration", "03-14", "Dhaka", "Rioters (Bangladesh)", "Police Forces of Bangladesh", 0)}),
    "graduates who had been chanting": (
        "Police used tear gas on Tuesday to clear several hundred graduates who had been chanting outside "
        "the governor's office in Kasserine, Tunisia.",
        {("Protest with intervention", "03-14", "Kasserine", "Protesters (Tunisia)",
          "Police Forces of Tunisia", 0)}),
    "people who line a street with flags": (
        "Supporters of the former president lined Rustaveli Avenue in Tbilisi, Georgia, with flags on "
        "Tuesday.",
        {("Peaceful protest", "03-14", "Tbilisi - Rustaveli Avenue", "Protesters (Georgia)", None, 0)}),
    "protesters who burn by the thousand": (
        "Thousands of protesters set cars alight in Nairobi, Kenya, on Tuesday.",
        {("Violent demonstration", "03-14", "Nairobi", "Rioters (Kenya)", None, 0)}),
    "a crowd of men that burns a post": (
        "A crowd of young men torched a police post in Khorog, Tajikistan, on Tuesday in the course of a "
        "rally.",
        {("Violent demonstration", "03-14", "Khorugh", "Rioters (Tajikistan)", "Police Forces of Tajikistan", 0)}),
    "residents who beat men to death": (
        "Two men were beaten to death by enraged residents on Tuesday in Cochabamba, Bolivia.",
        {("Mob violence", "03-14", "Cochabamba", "Rioters (Bolivia)", "Civilians (Bolivia)", 2)}),
    "lorries with a participle before them": (
        "Masked separatists set fire to eleven logging trucks outside Collipulli, Chile, on Tuesday.",
        {("Looting/property destruction", "03-14", "Collipulli", "Unidentified Armed Group (Chile)",
          "Civilians (Chile)", 0)}),
    "protesters who are carried away": (
        "Officers carried protesters to buses in Yerevan, Armenia, on Tuesday.",
        {("Protest with intervention", "03-14", "Yerevan", "Protesters (Armenia)", "Police Forces of Armenia", 0)}),
    "villagers driven off a road": (
        "Villagers protesting against a mine were driven off the road by riot police near Ganja, Azerbaijan, "
        "on Tuesday.",
        {("Protest with intervention", "03-14", "Ganja", "Protesters (Azerbaijan)",
          "Police Forces of Azerbaijan", 0)}),
    "a mine that kills": (
        "A mine killed two soldiers at Vavuniya, Sri Lanka, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Vavuniya", "Unidentified Armed Group (Sri Lanka)",
          "Military Forces of Sri Lanka", 2)}),
    "killed by a mine": (
        "Two soldiers were killed by a mine at Vavuniya, Sri Lanka, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Vavuniya", "Unidentified Armed Group (Sri Lanka)",
          "Military Forces of Sri Lanka", 2)}),
    "a patrol that kills": (
        "A patrol killed four Taliban at Sangin, Afghanistan, on Tuesday.",
        {("Armed clash", "03-14", "Sangin", "Military Forces of Afghanistan", "Taliban", 4)}),
    "guns and missiles are two events": (
        "Missiles slammed into a market in Mogadishu, Somalia, on Tuesday, killing five civilians. Earlier "
        "on Tuesday, al-Shabaab men shot two Somalis dead at the harbour.",
        {("Attack", "03-14", "Mogadishu", "Al Shabaab", "Civilians (Somalia)", 2),
         ("Shelling/artillery/missile attack", "03-14", "Mogadishu", "Al Shabaab", "Civilians (Somalia)", 5)}),
    "most of the victims were soldiers": (
        "A bomb killed 21 people, including 17 soldiers, in Mogadishu, Somalia, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Mogadishu", "Unidentified Armed Group (Somalia)",
          "Military Forces of Somalia", 21)}),
    "some of the victims were soldiers": (
        "A bomb killed 21 people, including three soldiers, in Mogadishu, Somalia, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Mogadishu", "Unidentified Armed Group (Somalia)",
          "Civilians (Somalia)", 21)}),
    "mostly policemen": (
        "A bomb killed a dozen people, mostly policemen, in Mogadishu, Somalia, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Mogadishu", "Unidentified Armed Group (Somalia)",
          "Police Forces of Somalia", 12)}),
    "whose lives a bomb took": (
        "A bomb took the lives of six soldiers in Mogadishu, Somalia, on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Mogadishu", "Unidentified Armed Group (Somalia)",
          "Military Forces of Somalia", 6)}),
    "fire that soldiers come under": (
        "Soldiers came under fire from gunmen in Nablus on Tuesday; one gunman was killed.",
        {("Armed clash", "03-14", "Nablus", "Unidentified Armed Group (Palestine)",
          "Military Forces of Israel", 1)}),
    "soldiers who shoot back": (
        "Israeli troops on a raid in Jenin came under fire on Tuesday and shot back, killing two gunmen.",
        {("Armed clash", "03-14", "Janin", "Military Forces of Israel",
          "Unidentified Armed Group (Palestine)", 2)}),
    "explosives among other weapons": (
        "Rebels attacked a camp in Gao, Mali, on Tuesday with rifles and explosives, killing seven soldiers.",
        {("Armed clash", "03-14", "Gao", "Opposition Rebels (Mali)", "Military Forces of Mali", 7)}),
    "soldiers sent fleeing": (
        "M23 rebels seized Rutshuru, Congo, on Tuesday, sending government soldiers fleeing.",
        {("Non-state actor overtakes territory", "03-14", "Rutshuru", "M23: March 23 Movement",
          "Military Forces of Democratic Republic of Congo", 0)}),
    "a town in the district of another": (
        "Gunmen killed four men on Tuesday at Araihazar in Narayanganj, Bangladesh.",
        {("Attack", "03-14", "Araihazar", "Unidentified Armed Group (Bangladesh)", "Civilians (Bangladesh)", 4)}),
    "the capital by the words of the article": (
        "Gunmen killed a priest in the Burmese capital, Rangoon, on Tuesday. A bomb also went off in the "
        "capital on Wednesday, wounding two people.",
        {("Attack", "03-14", "Yangon", "Unidentified Armed Group (Myanmar)", "Civilians (Myanmar)", 1),
         ("Remote explosive/landmine/IED", "03-15", "Yangon", "Unidentified Armed Group (Myanmar)",
          "Civilians (Myanmar)", 0)}),
    "a road in a country": (
        "Rebels ambushed an army convoy on the Goma-Rutshuru road in Congo on Tuesday.",
        {("Armed clash", "03-14", "Goma", "Opposition Rebels (Democratic Republic of Congo)",
          "Military Forces of Democratic Republic of Congo", 0)}),
    "a day before the doers": (
        "On Tuesday gunmen also shot dead three farmers in Saravena, Colombia.",
        {("Attack", "03-14", "Saravena", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 3)}),
    "a town before the doers": (
        "In Baghdad gunmen shot dead three farmers on Tuesday.",
        {("Attack", "03-14", "Baghdad", "Unidentified Armed Group (Iraq)", "Civilians (Iraq)", 3)}),
    "fighting that was over long ago": (
        "Three policemen were shot dead in Ambon, Indonesia, on Tuesday. Fighting there claimed as many as "
        "9,000 lives before a peace pact was signed in 2002.",
        {("Armed clash", "03-14", "Ambon", "Unidentified Armed Group (Indonesia)",
          "Police Forces of Indonesia", 3)}),
    "what goes on telling of an old event": (
        "The Dinka and Murle communities signed a truce in Bor, South Sudan, on Tuesday. In January armed "
        "youths fell upon Murle villages. Fighting cut the road from Juba to Pibor.",
        {("Agreement", "03-14", "Bor", "Dinka Communal Militia (South Sudan)",
          "Murle Communal Militia (South Sudan)", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "a saint's name that goes on": (
        "A crowd burned a man to death in the Guatemalan town of San Juan Comalapa on Tuesday."),
    "a leader who is due to rally his men": (
        "The rebel leader is due to rally his followers on Thursday in Vavuniya, Sri Lanka."),
}  # fmt: skip
