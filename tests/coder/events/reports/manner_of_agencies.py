"""Sides, places and deaths in the manner of agencies: who is blamed, whose weapons they are. All is invented."""

from ..conftest import Row

BLAMED: dict[str, tuple[str, set[Row]]] = {
    "residents who blame a group": (
        "A bomb killed two people in Baidoa, Somalia, on Wednesday. Residents blamed al-Shabaab.",
        {("Remote explosive/landmine/IED", "03-15", "Baidoa", "Al Shabaab", "Civilians (Somalia)", 2)}),
    "a suspicion in the same sentence": (
        "A bomb killed two people in Baidoa, Somalia, on Wednesday; the mayor said he suspected al-Shabaab.",
        {("Remote explosive/landmine/IED", "03-15", "Baidoa", "Al Shabaab", "Civilians (Somalia)", 2)}),
    "the finger pointed at a group": (
        "A bomb killed two people in Baidoa, Somalia, on Wednesday. Police pointed the finger at al-Shabaab.",
        {("Remote explosive/landmine/IED", "03-15", "Baidoa", "Al Shabaab", "Civilians (Somalia)", 2)}),
    "who is said to be behind it": (
        "A bomb killed two people in Baidoa, Somalia, on Wednesday. Investigators believe al-Shabaab was behind "
        "the blast.",
        {("Remote explosive/landmine/IED", "03-15", "Baidoa", "Al Shabaab", "Civilians (Somalia)", 2)}),
    "nobody claimed it, but residents blame": (
        "A bomb killed two people in Baidoa, Somalia, on Wednesday. No one has said who planted it, though "
        "residents blame al-Shabaab.",
        {("Remote explosive/landmine/IED", "03-15", "Baidoa", "Al Shabaab", "Civilians (Somalia)", 2)}),
    "who planted the bomb": (
        "A bomb planted by al-Shabaab killed two soldiers near Baidoa, Somalia, on Wednesday.",
        {("Remote explosive/landmine/IED", "03-15", "Baidoa", "Al Shabaab", "Military Forces of Somalia", 2)}),
    "two deeds that one group claims": (
        "The Balochistan Liberation Army claimed two bombings on Tuesday: a roadside bomb that killed a soldier "
        "near Mach, and a bomb that killed two soldiers at Kohlu.",
        {("Remote explosive/landmine/IED", "03-14", "Kohlu", "BLA: Balochistan Liberation Army",
          "Military Forces of Pakistan", 2),
         ("Remote explosive/landmine/IED", "03-14", "Mach", "BLA: Balochistan Liberation Army",
          "Military Forces of Pakistan", 1)}),
    "what a party says that another did": (
        "KIDAL - The army shelled a school in Kidal on Tuesday, Tuareg rebels said, accusing it of war crimes.",
        {("Shelling/artillery/missile attack", "03-14", "Kidal", "Military Forces of Mali", "Civilians (Mali)", 0)}),
    "what the claimant avenges is not his": (
        "KABUL - A suicide bomber attacked a hotel in Kandahar on Tuesday. The Taliban claimed responsibility, "
        "calling it a response to air strikes which killed 30 people in Kunduz on Monday.",
        {("Suicide bomb", "03-14", "Kandahar", "Taliban", "Civilians (Afghanistan)", 0)}),
}  # fmt: skip

WEAPONS: dict[str, tuple[str, set[Row]]] = {
    "rebels who bombard a town do not stand in it": (
        "Rebels bombarded the town of Taiz on Tuesday, killing three people.",
        {("Shelling/artillery/missile attack", "03-14", "Taiz", "Opposition Rebels (Yemen)", "Civilians (Yemen)", 3)}),
    "who fired the rockets": (
        "SANAA - Fourteen civilians were killed when rockets fired by Houthi fighters came down on Taiz on "
        "Tuesday, residents said.",
        {("Shelling/artillery/missile attack", "03-14", "Taiz", "Houthi Movement", "Civilians (Yemen)", 14)}),
    "lines that guns fire from": (
        "KHERSON - A mortar barrage from Russian lines struck the bus station in Kherson on Tuesday.",
        {("Shelling/artillery/missile attack", "03-14", "Kherson", "Military Forces of Russia",
          "Civilians (Ukraine)", 0)}),
    "jets of an air force": (
        "YANGON - Two jets of the Myanmar air force bombed a school in Kanbalu on Tuesday, killing eight "
        "villagers.",
        {("Air/drone strike", "03-14", "Kanbalu", "Military Forces of Myanmar", "Civilians (Myanmar)", 8)}),
    "a vehicle of foreign forces": (
        "BAGHDAD - A roadside bomb hit a British armoured vehicle south of Amarah on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Al 'Amarah", "Unidentified Armed Group (Iraq)",
          "Military Forces of United Kingdom", 0)}),
    "a patrol of a force": (
        "NAIROBI - Two hand grenades were lobbed at a patrol of the Kenyan police in Mandera on Tuesday.",
        {("Grenade", "03-14", "Mandera", "Unidentified Armed Group (Kenya)", "Police Forces of Kenya", 0)}),
    "foreign fire on a soldier": (
        "NEW DELHI - An Indian soldier was killed by Pakistani firing in Poonch on Tuesday.",
        {("Armed clash", "03-14", "Punch", "Military Forces of Pakistan", "Military Forces of India", 1)}),
    "a uniform says whose men they are": (
        "Seven women were raped near Kabkabiya in Sudan on Tuesday by men in the uniform of the Rapid Support "
        "Forces.",
        {("Sexual violence", "03-14", "Kabkabiyah", "RSF: Rapid Support Forces", "Civilians (Sudan)", 0)}),
    "men in camouflage are armed": (
        "BAMAKO - Men in camouflage stopped a bus near Kidal on Tuesday and shot dead four passengers.",
        {("Attack", "03-14", "Kidal", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 4)}),
    "civilians attacked with machetes are not armed": (
        "BENI - ADF rebels attacked villagers with machetes near Beni on Tuesday, killing six.",
        {("Attack", "03-14", "Beni", "ADF: Allied Democratic Forces",
          "Civilians (Democratic Republic of Congo)", 6)}),
    "canisters of a chemical": (
        "KYIV - Russian drones dropped canisters of chloropicrin on trenches at Vuhledar on Tuesday.",
        {("Chemical weapon", "03-14", "Vuhledar", "Military Forces of Russia", "Civilians (Ukraine)", 0)}),
}  # fmt: skip

PAIRS: dict[str, tuple[str, set[Row]]] = {
    "one pair of sides, day and place is one event, of the kind that goes before": (
        "GOMA - M23 rebels fought soldiers in Goma on Tuesday, killing six soldiers. Also on Tuesday, M23 fighters "
        "shelled an army camp in Goma.",
        {("Armed clash", "03-14", "Goma", "M23: March 23 Movement",
          "Military Forces of Democratic Republic of Congo", 6)}),
    "a group written with a hyphen and without, far from any country named": (
        "Boko Haram killed nine villagers in Dikwa on Tuesday.",
        {("Attack", "03-14", "Dikwa", "Boko Haram", "Civilians (Nigeria)", 9)}),
    "clans that fight each other": (
        "At least ten people died in fighting between clans over land in the Somali town of Galkayo on Tuesday.",
        {("Armed clash", "03-14", "Gaalkacyo", "Unidentified Communal Militia (Somalia)",
          "Unidentified Communal Militia (Somalia)", 10)}),
    "a government of a country and rebels": (
        "The government of the Central African Republic and the 3R rebels signed a truce in Bocaranga on Tuesday.",
        {("Agreement", "03-14", "Bocaranga", "3R: Return, Reclamation, Rehabilitation",
          "Government of Central African Republic", 0)}),
    "troops and gunmen of a group": (
        "JENIN - An exchange of fire between Israeli troops and gunmen of Islamic Jihad in Jenin left two of the "
        "militants dead on Tuesday.",
        {("Armed clash", "03-14", "Janin", "PIJ: Palestinian Islamic Jihad", "Military Forces of Israel", 2)}),
    "nobody is said to have begun": (
        "MANILA - Troops of the Philippine army clashed with New People's Army guerrillas in Himamaylan on "
        "Tuesday, leaving two of the rebels dead.",
        {("Armed clash", "03-14", "Himamaylan", "NPA: New People's Army", "Military Forces of Philippines", 2)}),
    "an attack beaten back": (
        "GOMA - The army beat back an assault by the Allied Democratic Forces (ADF) at Beni on Tuesday.",
        {("Armed clash", "03-14", "Beni", "ADF: Allied Democratic Forces",
          "Military Forces of Democratic Republic of Congo", 0)}),
    "battles with police": (
        "CARACAS - Opposition supporters fought running battles with riot police in Caracas on Tuesday.",
        {("Mob violence", "03-14", "Caracas", "Rioters (Venezuela)", "Police Forces of Venezuela", 0)}),
    "who took the place after clashes": (
        "BAMAKO - Tuareg rebels said they captured the town of Ber on Tuesday after clashes with the army and "
        "Wagner mercenaries.",
        {("Non-state actor overtakes territory", "03-14", "Ber", "Opposition Rebels (Mali)",
          "Military Forces of Mali", 0)}),
    "soldiers and gunmen, of whom four die": (
        "MEXICO CITY - Soldiers and gunmen of the Northeast Cartel fought in Nuevo Laredo on Tuesday; four gunmen "
        "died.",
        {("Armed clash", "03-14", "Nuevo Laredo", "Northeast Cartel", "Military Forces of Mexico", 4)}),
    "prisoners are no party": (
        "BEIRUT - Syrian rebels and government forces swapped dozens of prisoners near al-Bab on Tuesday.",
        {("Agreement", "03-14", "Al Bab", "Opposition Rebels (Syria)", "Military Forces of Syria", 0)}),
    "herdsmen and farmers are no allies": (
        "JOS - Fulani herdsmen and Berom farmers clashed in Barkin Ladi on Tuesday, leaving at least 15 dead.",
        {("Armed clash", "03-14", "Barkin Ladi", "Fulani Communal Militia (Nigeria)",
          "Berom Communal Militia (Nigeria)", 15)}),
    "a crowd shot at comes first": (
        "QUETTA - Police opened fire with live rounds on a crowd demanding electricity in Chaman on Tuesday, "
        "killing two protesters, hospital doctors said.",
        {("Excessive force against protesters", "03-14", "Chaman", "Protesters (Pakistan)",
          "Police Forces of Pakistan", 2)}),
    "who is killed by a grenade and has no side": (
        "BUJUMBURA - A grenade thrown over the wall of a bar in Bujumbura on Tuesday killed two patrons and "
        "wounded seven more.",
        {("Grenade", "03-14", "Bujumbura", "Unidentified Armed Group (Burundi)", "Civilians (Burundi)", 2)}),
    "policewomen who are abducted did not fight": (
        "MANILA - Two policewomen were snatched by Abu Sayyaf gunmen near Jolo on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Jolo", "Abu Sayyaf", "Civilians (Philippines)", 0)}),
    "a coup is no reconquest": (
        "BAMAKO - The president of Mali was overthrown on Tuesday when mutinous soldiers seized the presidential "
        "palace in Bamako.",
        {("Other", "03-14", "Bamako", "Military Forces of Mali", "Government of Mali", 0)}),
}  # fmt: skip

PLACES: dict[str, tuple[str, set[Row]]] = {
    "a university is no second place": (
        "NEW DELHI - Some 400 students of Delhi University marched to parliament in New Delhi on Tuesday.",
        {("Peaceful protest", "03-14", "New Delhi", "Protesters (India)", None, 0)}),
    "a highway named after towns": (
        "Farmers squatted on the Delhi-Chandigarh highway at Ambala, in India, on Tuesday to press for a higher "
        "price.",
        {("Peaceful protest", "03-14", "Ambala", "Protesters (India)", None, 0)}),
    "a district and its province": (
        "KABUL - Shells landed on two houses in Spera district, Khost, on Tuesday, killing three people.",
        {("Shelling/artillery/missile attack", "03-14", "Sperah", "Unidentified Armed Group (Afghanistan)",
          "Civilians (Afghanistan)", 3)}),
    "the suburb of a city": (
        "Rioting broke out in the Marseille suburb of Allauch on Tuesday, as youths smashed bus shelters and "
        "pelted officers with bottles.",
        {("Mob violence", "03-14", "Allauch", "Rioters (France)", "Police Forces of France", 0)}),
    "a quarter named like a far town": (
        "Sudan's army on Tuesday took back the Yarmouk district of Khartoum from the Rapid Support Forces.",
        {("Government regains territory", "03-14", "Khartoum", "Military Forces of Sudan",
          "RSF: Rapid Support Forces", 0),
         ("Non-state actor overtakes territory", "03-14", "al-Yarmuk", "Military Forces of Sudan",
          "RSF: Rapid Support Forces", 0)}),
    "a place within the name of a group": (
        "BAGHDAD - A Turkish drone killed three members of the Kurdistan Workers' Party (PKK) in Sulaymaniyah on "
        "Tuesday.",
        {("Air/drone strike", "03-14", "Sulaymaniyah", "Military Forces of Turkey",
          "PKK: Kurdistan Workers Party", 3)}),
    "a capital that signs": (
        "New Delhi and the United Liberation Front of Asom signed a peace accord in Guwahati on Tuesday.",
        {("Agreement", "03-14", "Guwahati", "ULFA: United Liberation Front of Assam",
          "Military Forces of India", 0)}),
    "a name that goes on is another place": (
        "Settlers rampaged through Luban al-Sharqiya in the West Bank on Tuesday, burning cars.",
        {("Mob violence", "03-14", "West Bank", "Rioters (Palestine)", "Civilians (Palestine)", 0)}),
    "a name written as two words": (
        "KABUL - A bomb killed three policemen in the Garm Ser district of Helmand on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Garmsir", "Unidentified Armed Group (Afghanistan)",
          "Police Forces of Afghanistan", 3)}),
    "on the way to a town is not there": (
        "ADDIS ABABA - Fano fighters took control of Lalibela on Tuesday, federal troops having left for Gondar.",
        {("Non-state actor overtakes territory", "03-14", "Lalibela", "Fano Youth Militia",
          "Military Forces of Ethiopia", 0)}),
    "a region of the country that owns it": (
        "Iran's Revolutionary Guards fired missiles at a base in Iraq's Kurdistan region on Tuesday, killing nine "
        "people.",
        {("Shelling/artillery/missile attack", "03-14", "Kurdistan Region",
          "Military Forces of Iran IRGC: Islamic Revolutionary Guard Corps", "Civilians (Iraq)", 9)}),
    "a pipeline named after a place": (
        "BOGOTA - FARC dissidents blew up a stretch of the Caño Limón pipeline in Arauca on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Arauca", "FARC Dissidents", None, 0)}),
    "a town that is a word": (
        "PARIS - Riot police fired tear gas at protesters in Nice on Tuesday.",
        {("Protest with intervention", "03-14", "Nice", "Protesters (France)", "Police Forces of France", 0)}),
    "a capital before a bombing is its place": (
        "ANKARA - Two people died in the Ankara bombing on Tuesday.",
        {("Remote explosive/landmine/IED", "03-14", "Ankara", "Unidentified Armed Group (Turkey)",
          "Civilians (Turkey)", 2)}),
}  # fmt: skip

DEATHS: dict[str, tuple[str, set[Row]]] = {
    "an office and a name tell it": (
        "A Russian glide bomb hit a store in Orikhiv on Tuesday, killing a watchman and his wife, the regional "
        "governor of Zaporizhzhia, Yurii Malashko, wrote on Telegram.",
        {("Air/drone strike", "03-14", "Orikhiv", "Military Forces of Russia", "Civilians (Ukraine)", 2)}),
    "some of them, beside the bomber": (
        "QUETTA - A man blew himself up beside a truck of soldiers in Quetta on Tuesday, killing three of them.",
        {("Suicide bomb", "03-14", "Quetta", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 4)}),
    "dying at once": (
        "YANGON - An administrator was shot in the head by gunmen in Yangon on Tuesday, dying at once.",
        {("Attack", "03-14", "Yangon", "Unidentified Armed Group (Myanmar)", "Civilians (Myanmar)", 1)}),
    "who lay dead": (
        "YAOUNDE - Soldiers and separatists traded shots in Kumbo on Tuesday; four fighters and a bystander lay "
        "dead, said a nurse.",
        {("Armed clash", "03-14", "Kumbo", "Unidentified Armed Group (Cameroon)",
          "Military Forces of Cameroon", 5)}),
    "who is said to have died": (
        "YANGON - Troops retook the town of Moebye on Tuesday from Karenni fighters. Four defenders are said to "
        "have died.",
        {("Government regains territory", "03-14", "Moebye", "Military Forces of Myanmar",
          "Unidentified Armed Group (Myanmar)", 4)}),
    "most of them are no more of them": (
        "ADDIS ABABA - At least 40 people, most of them women and children, died in an air strike on a market in "
        "Togoga on Tuesday.",
        {("Air/drone strike", "03-14", "Togoga", "Unidentified Armed Group (Ethiopia)",
          "Civilians (Ethiopia)", 40)}),
    "an elderly couple": (
        "KYIV - Russian shelling killed an elderly couple in Kupiansk on Tuesday.",
        {("Shelling/artillery/missile attack", "03-14", "Kupyansk", "Military Forces of Russia",
          "Civilians (Ukraine)", 2)}),
    "a tally told far behind is of no event": (
        "IMPHAL - Armed Kuki militants fired at a group of people at Kangchup on Tuesday. The injured were taken "
        "to Imphal. Shops stayed shut. Schools were closed. Roads were empty. Leaders called for calm. At least "
        "178 people have been killed in the ethnic clashes that broke out in May.",
        {("Attack", "03-14", "Kangchup", "Kuki Militia (India)", "Civilians (India)", 0)}),
    "the day on which a toll rose": (
        "MAKHACHKALA - The number of dead in the suicide bombing of March 13 in Khasavyurt rose to four on "
        "Wednesday, when another of the wounded died.",
        {("Suicide bomb", "03-13", "Khasavyurt", "Unidentified Armed Group (Russia)", "Civilians (Russia)", 4)}),
    "the date of a source in brackets": (
        "MAKHACHKALA - A suicide attack in Kizlyar on Tuesday claimed 12 lives (RIA Novosti, March 15).",
        {("Suicide bomb", "03-14", "Kizlyar", "Unidentified Armed Group (Russia)", "Civilians (Russia)", 12)}),
}  # fmt: skip

NOTHING = {
    "a claim that is false": (
        "The claim that saboteurs had blown up a bridge near Bryansk on Tuesday is pure invention, the railway "
        "company said."),
    "the day on which it happened years ago": (
        "It is ten years this week since the police cleared a park in Istanbul."),
    "burnt lorries that lie on a road": (
        "RAIPUR - Two lorries and a tractor lay charred beside the road at Dantewada on Tuesday."),
    "a verdict on men who fell": (
        "A colonel was found guilty on Tuesday of the murder of peasants in Dabeiba whom he had presented as "
        "guerrillas fallen in combat."),
    "what a government orders to be done": (
        "The government ordered that the suburbs of Taiz be bombarded on Tuesday."),
    "a husband who turns himself in": (
        "A jealous husband stabbed his wife in Surabaya on Tuesday and turned himself in."),
    "people taken to hospitals in a town": (
        "Dozens of villagers were taken to hospitals in the town of Jieyang on Tuesday."),
}  # fmt: skip


TABLES = {
    "who is said to have done it": BLAMED,
    "whose weapons they are": WEAPONS,
    "who stands against whom": PAIRS,
    "where it was": PLACES,
    "how many died": DEATHS,
}
