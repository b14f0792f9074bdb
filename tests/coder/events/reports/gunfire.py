"""Reports of gunfire between two, of bodies pulled out, of wounds that kill later, of raids and of who served once."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "gunfire between two militias is a fight": (
        "TRIPOLI -- Heavy gunfire erupted between rival militias in Tripoli on Tuesday, killing five fighters.",
        {("Armed clash", "03-14", "Tripoli", "Unidentified Armed Group (Libya)", None, 5)}),
    "a gun battle in which both sides died is between them": (
        "SRINAGAR -- Two militants and a soldier were killed in a gun battle in Kupwara on Tuesday.",
        {("Armed clash", "03-14", "Kopawor", "Unidentified Armed Group (India)", "Military Forces of India", 3)}),
    "bodies that were pulled out of the rubble are a toll": (
        "KHARKIV -- Russian shelling hit a block of flats in Kharkiv on Tuesday. Four bodies were pulled from the "
        "rubble, officials said.",
        {("Shelling/artillery/missile attack", "03-14", "Kharkiv", "Military Forces of Russia",
          "Civilians (Ukraine)", 4)}),
    "who succumbs later was shot on the day of the shooting": (
        "KADUNA -- Gunmen shot a teacher in Kaduna on Tuesday. He succumbed to his injuries on Thursday, police said.",
        {("Attack", "03-14", "Kaduna", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 1)}),
    "former rebels who are shot are civilians": (
        "BOGOTA -- Gunmen shot dead a former FARC guerrilla in Florencia on Tuesday, police said.",
        {("Attack", "03-14", "Florencia", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 1)}),
    "a raid in which arms were found is one event": (
        "JOS -- Police seized 20 rifles in a raid on a house in Jos on Tuesday, a spokesman said.",
        {("Disrupted weapons use", "03-14", "Jos", "Police Forces of Nigeria", "Civilians (Nigeria)", 0)}),
    "militants from a place are of its country": (
        "SDEROT -- Militants from Gaza fired rockets at Sderot on Tuesday, the army said. Nobody was hurt.",
        {("Shelling/artillery/missile attack", "03-14", "Sderot", "Unidentified Armed Group (Palestine)", None, 0)}),
    "two more who die in hospital add to the dead": (
        "JOS -- Five people were killed when a bomb exploded in a market in Jos on Tuesday. Two more died in "
        "hospital.",
        {("Remote explosive/landmine/IED", "03-14", "Jos", "Unidentified Armed Group (Nigeria)",
          "Civilians (Nigeria)", 7)}),
    "a day of death is not the day of the raid": (
        "JENIN -- A protester succumbed to his wounds on Thursday after police opened fire at a rally in Jenin on "
        "Tuesday.",
        {("Excessive force against protesters", "03-14", "Janin", "Protesters (Palestine)",
          "Police Forces of Palestine", 1)}),
    "a former guerrilla without a group is a civilian too": (
        "BOGOTA -- Gunmen shot dead a former guerrilla in Florencia on Tuesday, police said.",
        {("Attack", "03-14", "Florencia", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 1)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
