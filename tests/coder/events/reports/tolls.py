"""How many died, as reports put it."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "the lives lost in fighting": (
        "Thirty-eight people lost their lives in fighting at Guereda on Tuesday.",
        {("Armed clash", "03-14", "Guéréda", "Unidentified Armed Group (Chad)", "Military Forces of Chad", 38)}),
    "a boy among the three": (
        "Three Palestinians, among them a boy of 14, were shot dead by Israeli troops in Jenin on Tuesday.",
        {("Attack", "03-14", "Janin", "Military Forces of Israel", "Civilians (Palestine)", 3)}),
    "a toll that the police put": (
        "A bomb went off in a market in Quetta on Tuesday. Police put the toll at six.",
        {("Remote explosive/landmine/IED", "03-14", "Quetta", "Unidentified Armed Group (Pakistan)",
          "Civilians (Pakistan)", 6)}),
    "the next one to die": (
        "Four people were killed in Tuesday's shelling of Donetsk. A fifth died of his wounds on Wednesday.",
        {("Shelling/artillery/missile attack", "03-14", "Donetsk", "Unidentified Armed Group (Ukraine)",
          "Civilians (Ukraine)", 5)}),
    "the lives that an attack cost": (
        "Tuesday's attack on a bus in Kurram cost the lives of 38 people.",
        {("Attack", "03-14", "Kurram", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 38)}),
    "as many dead as were taken": (
        "Gunmen stopped a bus near Suárez, Colombia, on Tuesday and took away six peasants. Their bodies were found "
        "the next day by a stream.",
        {("Abduction/forced disappearance", "03-14", "Suárez", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 0),
         ("Attack", "03-15", "Suárez", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 6)}),
}  # fmt: skip
