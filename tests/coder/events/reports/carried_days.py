"""Deeds without a day of their own: the day that the report lends them. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "some sentences behind dated news": (
        "Police fired rubber bullets at a crowd in Thokoza on Tuesday. The municipality has set up a task team. It "
        "will look into the complaints. The mayor will speak to the residents. In Mpumalanga, residents of a township"
        " near Sabie went on the rampage, burning down a library.",
        {("Mob violence", "03-14", "Sabie", "Rioters (South Africa)", None, 0),
         ("Protest with intervention", "03-14", "Tokoza", "Protesters (South Africa)",
          "Police Forces of South Africa", 0)}),
    "a third mine": (
        "Mines killed a sailor in Trincomalee, Sri Lanka, on Tuesday. The boat was on its way back from picket duty. "
        "Four others were treated in hospital. Nobody has claimed it. The navy has sent divers. A third mine went off"
        " in Mannar and wounded a soldier.",
        {("Remote explosive/landmine/IED", "03-14", "Mannar", "Unidentified Armed Group (Sri Lanka)",
          "Military Forces of Sri Lanka", 0),
         ("Remote explosive/landmine/IED", "03-14", "Trincomalee", "Unidentified Armed Group (Sri Lanka)",
          "Civilians (Sri Lanka)", 1)}),
    "a weekday in brackets": (
        "\"They marched to the offices in Soweto, South Africa, this morning [Tuesday],\" a captain said.",
        {("Peaceful protest", "03-14", "Soweto", "Protesters (South Africa)", None, 0)}),
    "a bloody Saturday": (
        "The violence followed a bloody Saturday on which a car packed with explosives blew up in Sadr City, Iraq, "
        "killing 66 people.",
        {("Remote explosive/landmine/IED", "03-11", "Sadr City", "Unidentified Armed Group (Iraq)",
          "Civilians (Iraq)", 66)}),
    "what an attack followed": (
        "The attack in Mopti, Mali, on Tuesday followed a raid on an army post in Gao on Sunday in which nine "
        "soldiers died.",
        {("Armed clash", "03-12", "Gao", "Unidentified Armed Group (Mali)", "Military Forces of Mali", 9),
         ("Attack", "03-14", "Mopti", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 0)}),
    "what an assault came after": (
        "The assault came after a March 12 Taliban raid on an army base in the Khakrez district of Kandahar Province "
        "in which 26 soldiers were killed.",
        {("Armed clash", "03-12", "Khakrez", "Taliban", "Military Forces of Afghanistan", 26)}),
    "hours after something else": (
        "Government troops drove rebels from Guereda, Chad, on Sunday, twenty-four hours after losing it.",
        {("Government regains territory", "03-12", "Guéréda", "Military Forces of Chad",
          "Opposition Rebels (Chad)", 0)}),
    "in spite of something this week": (
        "In Qamishli, Syria, Kurdish youths marched on Tuesday, in spite of an offer by the president last week.",
        {("Peaceful protest", "03-14", "Al Qamishli", "Protesters (Syria)", None, 0)}),
    "one more deed at the same place": (
        "A soldier was shot by rebels at a barracks in Kitgum, Uganda, on Tuesday night. The rebels also blew up two "
        "high-tension posts.",
        {("Armed clash", "03-14", "Kitgum", "Opposition Rebels (Uganda)", "Military Forces of Uganda", 0),
         ("Remote explosive/landmine/IED", "03-14", "Kitgum", "Opposition Rebels (Uganda)", None, 0)}),
    "a day counted back from another in the sentence": (
        "Soldiers patrolled the streets of Bissau on Wednesday, a day after rebels attacked the airport.",
        {("Armed clash", "03-14", "Bissau", "Opposition Rebels (Guinea-Bissau)",
          "Military Forces of Guinea-Bissau", 0)}),
    "a day counted back from that of what is no event": (
        "Shops were closed in Jos on Wednesday, two days after gunmen killed nine people in the city.",
        {("Attack", "03-13", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 9)}),
    "a day counted back from that of the main clause behind it": (
        "A day after gunmen killed nine people in Jos, protesters blocked roads on Wednesday.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 9),
         ("Peaceful protest", "03-15", "Jos", "Protesters (Nigeria)", None, 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "deeds of several days in several places": (
        "In the past three days the rebels have hit the forces in Kanker and Dantewada, India."),
}  # fmt: skip
