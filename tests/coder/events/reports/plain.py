"""Plain reports in the manner of agencies, each of one class of sentence, with counter-examples. All is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "since a day, when": (
        "Tension has run high in Imphal, India, since Monday, when a policeman was shot dead by militants at the "
        "border town of Moreh.",
        {("Armed clash", "03-13", "Moreh", "Unidentified Armed Group (India)", "Police Forces of India", 1)}),
    "a day after the deed of another town": (
        "A police officer was shot dead by militants at Moreh, India, on Wednesday, a day after clashes in Imphal.",
        {("Armed clash", "03-14", "Imphal", "Unidentified Armed Group (India)", "Military Forces of India", 0),
         ("Armed clash", "03-15", "Moreh", "Unidentified Armed Group (India)", "Police Forces of India", 1)}),
    "a raid on the heels of clashes": (
        "Shells fired by the Rapid Support Forces killed 12 civilians in El Fasher, Sudan, on Monday. The "
        "bombardment came on the heels of clashes between the RSF and the army.",
        {("Shelling/artillery/missile attack", "03-13", "El Fasher", "RSF: Rapid Support Forces",
          "Civilians (Sudan)", 12)}),
    "a title before a name is one person": (
        "On Tuesday police officer Mohan Rao was shot dead by militants in Imphal, India.",
        {("Armed clash", "03-14", "Imphal", "Unidentified Armed Group (India)", "Police Forces of India", 1)}),
    "bodies that were found shot": (
        "Police in Baghdad, Iraq, came upon the bodies of 14 men on Tuesday, all shot in the head.",
        {("Attack", "03-14", "Baghdad", "Unidentified Armed Group (Iraq)", "Civilians (Iraq)", 14)}),
    "a list under a day": (
        "Iraq. A suicide bomber killed ten people in Fallujah on Wednesday.\n\nIn other violence on Tuesday:\n\n* "
        "Gunmen attacked a police patrol in Baqubah, killing one officer.\n\n* A roadside bomb wounded two people in"
        " Tikrit.",
        {("Armed clash", "03-14", "Baqubah", "Unidentified Armed Group (Iraq)", "Police Forces of Iraq", 1),
         ("Remote explosive/landmine/IED", "03-14", "Tikrit", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 0),
         ("Suicide bomb", "03-15", "Al Fallujah", "Unidentified Armed Group (Iraq)", "Civilians (Iraq)", 10)}),
    "taken by fighters": (
        "He was taken on Tuesday by fighters of the Rapid Support Forces in Nyala, Sudan, a cousin said.",
        {("Abduction/forced disappearance", "03-14", "Nyala", "RSF: Rapid Support Forces", "Civilians (Sudan)", 0)}),
    "who led them off with two verbs": (
        "Passengers of a bus were dragged off and led into the forest by gunmen near Minna, Nigeria, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Minna", "Unidentified Armed Group (Nigeria)",
          "Civilians (Nigeria)", 0)}),
    "men described as bandits": (
        "Six people were killed in Jos, Nigeria, on Tuesday by men described only as bandits.",
        {("Attack", "03-14", "Jos", "Unidentified Gang (Nigeria)", "Civilians (Nigeria)", 6)}),
    "gunmen believed to be herders": (
        "Gunmen believed to be Fulani herders killed six people in Jos, Nigeria, on Tuesday.",
        {("Attack", "03-14", "Jos", "Fulani Communal Militia (Nigeria)", "Civilians (Nigeria)", 6)}),
    "men suspected of being members": (
        "Men suspected of being members of Boko Haram killed six people in Maiduguri, Nigeria, on Tuesday.",
        {("Attack", "03-14", "Maiduguri", "Boko Haram", "Civilians (Nigeria)", 6)}),
    "two men believed to be members who were killed": (
        "Two men believed to be members of the gang were killed by police in Cali, Colombia, on Tuesday.",
        {("Armed clash", "03-14", "Cali", "Police Forces of Colombia", "Unidentified Gang (Colombia)", 2)}),
    "two events around a semicolon": (
        "Gunmen killed an army sergeant in Ocaña, Colombia, on Monday; on Tuesday, two recruits died in Tibú when a "
        "mine exploded beneath their patrol.",
        {("Armed clash", "03-13", "Ocaña", "Unidentified Armed Group (Colombia)", "Military Forces of Colombia", 1),
         ("Remote explosive/landmine/IED", "03-14", "Tibú", "Unidentified Armed Group (Colombia)", None, 2)}),
    "who found the arms is no victim": (
        "Sixteen rockets, eleven rifles and a drone in its box were found by the army on Tuesday in Al-Qaim, Iraq.",
        {("Disrupted weapons use", "03-14", "Al Qa'im", "Military Forces of Iraq", None, 0)}),
    "an off-duty policeman": (
        "An off-duty policeman was gunned down by rebels in Davao, the Philippines, on Tuesday.",
        {("Attack", "03-14", "Davao", "Opposition Rebels (Philippines)", "Civilians (Philippines)", 1)}),
    "the ministry that tells it": (
        "A commander and two guards died when a drone of the Nigerien air force fired at their car near Agadez on "
        "Tuesday, the defence ministry in Niamey announced.",
        {("Air/drone strike", "03-14", "Agadez", "Military Forces of Niger", "Civilians (Niger)", 3)}),
    "police of one town who arrest in another": (
        "Police in Kampala, Uganda, detained the leader of the opposition party at Entebbe airport on Tuesday.",
        {("Arrests", "03-14", "Entebbe", "Police Forces of Uganda", "Civilians (Uganda)", 0)}),
    "clashes that broke out between": (
        "Clashes that broke out on Tuesday between Fulani gunmen and a Dogon militia near Bankass, Mali, claimed 12 "
        "lives.",
        {("Armed clash", "03-14", "Bankass", "Fulani Communal Militia (Mali)", "Dogon Communal Militia (Mali)", 12)}),
    "soldiers of an army are no more than they are": (
        "Three soldiers of Pakistan's army and two of the attackers were killed in an assault on a checkpoint in "
        "Miranshah on Tuesday.",
        {("Armed clash", "03-14", "Miran Shah", "Unidentified Armed Group (Pakistan)",
          "Military Forces of Pakistan", 5)}),
    "dead and hurt children": (
        "Doctors in Taiz, Yemen, gave the toll of Tuesday's Houthi shelling as one dead child and four injured "
        "siblings.",
        {("Shelling/artillery/missile attack", "03-14", "Taiz", "Houthi Movement", "Civilians (Yemen)", 1)}),
    "those whom an army lost": (
        "The army recaptured El Obeid, Sudan, on Tuesday from the Rapid Support Forces, killing twenty of them and "
        "losing five of their own.",
        {("Government regains territory", "03-14", "El Obeid", "Military Forces of Sudan",
          "RSF: Rapid Support Forces", 25)}),
    "who lost their lives": (
        "Eighteen people lost their lives when gunmen raided a village near Gusau, Nigeria, on Tuesday.",
        {("Attack", "03-14", "Gusau", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 18)}),
    "cattle thieves are people": (
        "Villagers beat to death two suspected cattle thieves near Nakuru, Kenya, on Tuesday.",
        {("Mob violence", "03-14", "Nakuru", "Rioters (Kenya)", "Civilians (Kenya)", 2)}),
    "a toll with an unknown village": (
        "Gunmen on Tuesday killed two people in Bokkos, seven in Ajakpumbo and eleven in Riyom, in Nigeria.",
        {("Attack", "03-14", "Bokkos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 2),
         ("Attack", "03-14", "Riyom", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 11)}),
    "what observers note on a day": (
        "Observers noted on Monday about 150 fishermen sitting on the national highway at Badin, Pakistan, holding "
        "banners.",
        {("Peaceful protest", "03-13", "Badin", "Protesters (Pakistan)", None, 0)}),
    "a march to protest at last week's deed": (
        "Hundreds of women marched to the governor's office in Jos, Nigeria, on Monday to protest at the killing of "
        "farmers last week.",
        {("Peaceful protest", "03-13", "Jos", "Protesters (Nigeria)", None, 0)}),
    "a blockade that police ended": (
        "Police moved in on Tuesday to end a blockade by members of a union near Vancouver, Canada, and took 14 "
        "people into custody.",
        {("Protest with intervention", "03-14", "Vancouver", "Protesters (Canada)", "Police Forces of Canada", 0)}),
    "a crowd that destroys after its march was stopped": (
        "Supporters of the former premier torched a police van in Rawalpindi, Pakistan, on Tuesday after officers "
        "had blocked their procession.",
        {("Violent demonstration", "03-14", "Rawalpindi", "Rioters (Pakistan)", "Police Forces of Pakistan", 0)}),
    "inmates who turn on guards": (
        "Inmates of a prison in Guayaquil, Ecuador, turned on guards on Tuesday, killing one.",
        {("Mob violence", "03-14", "Guayaquil", "Rioters (Ecuador)", "Police Forces of Ecuador Prison Guards", 1)}),
    "uniformed men": (
        "Uniformed men took the journalist Blaise Kouassi from his home in Bobo-Dioulasso, Burkina Faso, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Bobo-Dioulasso", "Unidentified Armed Group (Burkina Faso)",
          "Civilians (Burkina Faso)", 0)}),
    "men of an army of liberation": (
        "Two soldiers died when men of the Karen National Liberation Army opened fire on their post at Hpapun, "
        "Myanmar, on Tuesday.",
        {("Armed clash", "03-14", "Papun", "KNLA: Karen National Liberation Army", "Military Forces of Myanmar", 2)}),
    "a journalist shot by nobody knows whom": (
        "Shot from a passing motorcycle, the journalist Ali Sakhi died in Tegucigalpa, Honduras, on Tuesday.",
        {("Attack", "03-14", "Tegucigalpa", "Unidentified Armed Group (Honduras)", "Civilians (Honduras)", 1)}),
    "a base and those who move in": (
        "The army opened a permanent base in Argelia, Cauca, Colombia, on Tuesday, moving 240 soldiers into the old "
        "mill.",
        {("Headquarters or base established", "03-14", "Argelia", "Military Forces of Colombia", None, 0)}),
    "a town that one side left and another entered": (
        "The army's troops left the town of Kawlin, Myanmar, on Tuesday without a fight, and fighters of the "
        "People's Defence Force moved in.",
        {("Non-violent transfer of territory", "03-14", "Kawlin", "PDF: People's Defense Force", None, 0)}),
    "shelling told by an -ing word": (
        "Shelling by government forces wounded four farm workers in Idlib, Syria, on Tuesday.",
        {("Shelling/artillery/missile attack", "03-14", "Idlib", "Military Forces of Syria",
          "Civilians (Syria)", 0)}),
    "burnt or cut down by": (
        "Twelve pupils near Bwera, Uganda, were burnt alive or cut down by Allied Democratic Forces rebels on "
        "Tuesday.",
        {("Attack", "03-14", "Bwera", "ADF: Allied Democratic Forces", "Civilians (Uganda)", 12)}),
    "two bombers and their vests": (
        "Two bombers on foot set off their vests outside an army office at Baidoa, Somalia, on Tuesday, killing five"
        " recruits.",
        {("Suicide bomb", "03-14", "Baidoa", "Unidentified Armed Group (Somalia)", "Civilians (Somalia)", 7)}),
    "prisoners whom two sides exchange": (
        "The army and the rebels exchanged prisoners at Marib, Yemen, on Tuesday.",
        {("Agreement", "03-14", "Ma'rib", "Military Forces of Yemen", "Opposition Rebels (Yemen)", 0)}),
    "a town left in darkness": (
        "On Tuesday Ayacucho, Peru, was left in darkness after a Shining Path attack. At least three people were "
        "killed.",
        {("Attack", "03-14", "Ayacucho", "SL: Shining Path", "Civilians (Peru)", 3)}),
    "a bomb beside another town's murder": (
        "Peru: Shops closed in Lima on Wednesday after a bomb exploded at a bank.\n\nLast week in Huancayo a "
        "candidate was murdered by Shining Path. On Tuesday a policeman was wounded when a car bomb exploded.",
        {("Attack", "03-08", "Huancayo", "SL: Shining Path", "Civilians (Peru)", 1),
         ("Remote explosive/landmine/IED", "03-14", "Huancayo", "SL: Shining Path", "Police Forces of Peru", 0),
         ("Remote explosive/landmine/IED", "03-15", "Lima", "Unidentified Armed Group (Peru)", None, 0)}),
    "crosses for murdered colleagues": (
        "Truckers marched to the governor's office in Cali, Colombia, on Tuesday, carrying crosses for murdered "
        "colleagues.",
        {("Peaceful protest", "03-14", "Cali", "Protesters (Colombia)", None, 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "bodies without a mark of violence": (
        "Police in Basra, Iraq, found the bodies of three men in a house on Tuesday."),
    "without marches": (
        "The strike in Harare, Zimbabwe, on Tuesday passed without pickets, marches or gatherings."),
    "gatherings that were planned": (
        "The demonstrations that the opposition planned for the weekend in Lusaka, Zambia, were called off on "
        "Tuesday."),
    "a deserted village": (
        "Officials toured the deserted village of Abala, Mali, on Tuesday."),
    "an offensive named beside another matter": (
        "The situation in El Salvador has worsened since Monday, when the guerrillas launched their largest "
        "offensive in ten years."),
    "people taken to hospital": (
        "Dozens of villagers were taken to hospitals in Jieyang, China, on Tuesday."),
    "ground that is cleared": (
        "Workers oversaw the clearing of ground for a helipad in Moreh, India, on Tuesday."),
}  # fmt: skip
