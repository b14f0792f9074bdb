"""Places that open a sentence without a comma, and places that are none of the deed. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "gunmen in a village": (
        "In the village of Gwoza, Nigeria, gunmen killed three farmers on Tuesday.",
        {("Attack", "03-14", "Gwoza", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 3)}),
    "gunmen without a comma": (
        "In the village of Gwoza gunmen killed three Nigerian farmers on Tuesday.",
        {("Attack", "03-14", "Gwoza", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 3)}),
    "bandits of a state": (
        "In the Nigerian state of Zamfara bandits killed 20 people on Tuesday.",
        {("Attack", "03-14", "Zamfara", "Unidentified Gang (Nigeria)", "Civilians (Nigeria)", 20)}),
    "protesters of a city": (
        "In the Nigerian city of Jos protesters burned two police cars on Tuesday.",
        {("Violent demonstration", "03-14", "Jos", "Rioters (Nigeria)", "Police Forces of Nigeria", 0)}),
    "soldiers of another country": (
        "In Ramallah Israeli troops shot dead a Palestinian teenager on Tuesday.",
        {("Attack", "03-14", "Ramallah", "Military Forces of Israel", "Civilians (Palestine)", 1)}),
    "a hospital elsewhere": (
        "Three officers died in a blast in Mandera, Kenya, on Tuesday and two are in hospital in Nairobi.",
        {("Remote explosive/landmine/IED", "03-14", "Mandera", "Unidentified Armed Group (Kenya)",
          "Police Forces of Kenya", 3)}),
    "who was flown out": (
        "Gunmen fired at a lawmaker in Gulu, Uganda, on Tuesday; he was flown to Kampala for treatment.",
        {("Attack", "03-14", "Gulu", "Unidentified Armed Group (Uganda)", "Civilians (Uganda)", 0)}),
    "a district with a longer name": (
        "A car bomb blew up in the Lima district of San Juan de Lurigancho, Peru, on Tuesday night, killing two "
        "policemen and a woman.",
        {("Remote explosive/landmine/IED", "03-14", "Lima", "Unidentified Armed Group (Peru)",
          "Police Forces of Peru", 3)}),
    "this town": (
        "GARISSA, Kenya: An usher died when a hand grenade was lobbed into a church in this north-eastern town on "
        "Tuesday.",
        {("Grenade", "03-14", "Garissa", "Unidentified Armed Group (Kenya)", "Civilians (Kenya)", 1)}),
    "a town that lies on a road": (
        "Militants torched the mayor's office in Boni, Burkina Faso, on Tuesday. Boni lies on the highway that links "
        "the capital with Bobo-Dioulasso.",
        {("Looting/property destruction", "03-14", "Boni", "Unidentified Armed Group (Burkina Faso)",
          "Civilians (Burkina Faso)", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
