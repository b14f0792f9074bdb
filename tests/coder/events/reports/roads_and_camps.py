"""Roads between two towns, camps and quarters of a town, where people are stationed, and names that hold the name of a
place. All is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a road between two towns of a state": (
        "Gunmen killed two traders on Tuesday on the road between Jos and Bukuru, in Plateau state, Nigeria.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 2)}),
    "a road that links two towns": (
        "Gunmen killed two traders on Tuesday on the road linking Jos to Bukuru in Plateau state, Nigeria.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 2)}),
    "a road named by its ends": (
        "Gunmen killed two traders on Tuesday on the Jos-Bukuru road in Plateau state, Nigeria.",
        {("Attack", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 2)}),
    "a road from a town to another": (
        "Gunmen killed two traders on Tuesday on the road from Bamenda to Kumbo, in the North-West region of "
        "Cameroon.",
        {("Attack", "03-14", "Bamenda", "Unidentified Armed Group (Cameroon)", "Civilians (Cameroon)", 2)}),
    "a road that leads past the place": (
        "Gunmen killed two traders on Tuesday on the Delhi-Agra highway at Mathura, India.",
        {("Attack", "03-14", "Mathura", "Unidentified Armed Group (India)", "Civilians (India)", 2)}),
    "a refugee camp in a town": (
        "Troops shot dead two men in the Balata refugee camp in Nablus on Tuesday.",
        {("Attack", "03-14", "Balatah", "Military Forces of Israel", "Civilians (Palestine)", 2)}),
    "an area of a town": (
        "Gunmen killed two traders in the Rukuba area of Jos, Nigeria, on Tuesday.",
        {("Attack", "03-14", "Rukuba", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 2)}),
    "soldiers who are stationed elsewhere": (
        "A grenade was thrown at soldiers, who are stationed at Palmerola, outside a bar in Comayagua, Honduras, on "
        "Tuesday.",
        {("Grenade", "03-14", "Comayagua", "Unidentified Armed Group (Honduras)", "Military Forces of Honduras", 0)}),
    "an airport of a city": (
        "A senator was shot dead on Tuesday at the El Dorado air terminal in Bogota, Colombia.",
        {("Attack", "03-14", "Bogotá", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 1)}),
    "a front that bears the name of a person": (
        "Nine rebels were killed on Tuesday in Arauca, Colombia, in combat with columns of the Armando Cacua Guerrero"
        " front of the ELN.",
        {("Armed clash", "03-14", "Arauca", "ELN: National Liberation Army", "Opposition Rebels (Colombia)", 9)}),
    "a town known in many countries": (
        "MADRID - A retired colonel was shot dead on Tuesday in San Sebastian by two gunmen.",
        {("Attack", "03-14", "Donostia / San Sebastián", "Unidentified Armed Group (Spain)", "Civilians (Spain)", 1)}),
    "a brigade named after a day": (
        "Militants of the \"1 March\" Brigade attacked a police post in Jos, Nigeria, on Tuesday, killing two.",
        {("Armed clash", "03-14", "Jos", "Unidentified Armed Group (Nigeria)", "Police Forces of Nigeria", 2)}),
    "a place handed over": (
        "Rebels handed over the town of Kitshanga, Democratic Republic of Congo, to the army on Tuesday.",
        {("Non-violent transfer of territory", "03-14", "Kitshanga", "Opposition Rebels (Democratic Republic of Congo)",
          None, 0)}),
    "a make of car named like a town": (
        "BEIRUT - Gunmen in a Toyota shot dead a judge on Tuesday.",
        {("Attack", "03-14", "Beirut", "Unidentified Armed Group (Lebanon)", "Civilians (Lebanon)", 1)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "the month beside a number": (
        "On 14 March, a lawyer in Lima, Peru, wrote to the union."),
    "two vehicles that met": (
        "Five people were killed near Ibadan on Tuesday when a bus hit a truck."),
}  # fmt: skip
