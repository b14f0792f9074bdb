"""Days of sources, deeds told by nouns, and who is one of many. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "some of whom are counted": (
        "In Sagaing region, at least 17 civilians, nine of them children, died on Sunday when jets bombed "
        "the village of Khampat in Myanmar.",
        {("Air/drone strike", "03-12", "Khampat", "Military Forces of Myanmar", "Civilians (Myanmar)", 17)}),
    "a day of a source": (
        "According to a report by the police on Wednesday, gunmen killed three people in Lagos on Monday.",
        {("Attack", "03-13", "Lagos", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 3)}),
    "a day of a vote": (
        "Gunmen killed three traders in Kaduna, Nigeria, on Tuesday, ahead of Saturday's election.",
        {("Attack", "03-14", "Kaduna", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 3)}),
    "soldiers of two states": (
        "Azerbaijani soldiers killed two Armenian soldiers near Jermuk, Armenia, on Tuesday.",
        {("Armed clash", "03-14", "Jermuk", "Military Forces of Azerbaijan", "Military Forces of Armenia", 2)}),
    "a village head": (
        "Gunmen killed a village head in Sukma, India, on Tuesday.",
        {("Attack", "03-14", "Sukma", "Unidentified Armed Group (India)", "Civilians (India)", 1)}),
    "two sources and a toll": (
        "A bomb exploded at a market in Kano, Nigeria, on Tuesday. Police said six people had been killed, "
        "but residents put the toll at 15.",
        {("Remote explosive/landmine/IED", "03-14", "Kano",
          "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 6)}),
    "another who died": (
        "A bomb exploded at a market in Kano, Nigeria, on Tuesday. Five traders were killed and another "
        "died later in hospital.",
        {("Remote explosive/landmine/IED", "03-14", "Kano",
          "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 6)}),
    "a release told by a noun": (
        "The release of 20 prisoners by rebels in Homs, Syria, on Tuesday was welcomed.",
        {("Agreement", "03-14", "Homs", "Opposition Rebels (Syria)", "Civilians (Syria)", 0)}),
    "a fall told by a noun": (
        "The capture of Homs by rebels on Tuesday stunned Syria.",
        {("Non-state actor overtakes territory", "03-14", "Homs",
          "Opposition Rebels (Syria)", "Military Forces of Syria", 0)}),
    "an airplane": (
        "An airplane bombed a fruit market in Sanaa, Yemen, on Tuesday.",
        {("Air/drone strike", "03-14", "Sanaa", "Unidentified Armed Group (Yemen)", "Civilians (Yemen)", 0)}),
    "both parties behind a town": (
        "On Tuesday night in Homs, Syria, the government and rebels signed a ceasefire agreement.",
        {("Agreement", "03-14", "Homs", "Government of Syria", "Opposition Rebels (Syria)", 0)}),
    "bodies that a hospital received": (
        "An explosion ripped through a bus station in Kandahar, Afghanistan, on Tuesday. Hospital officials "
        "said they had received seven bodies.",
        {("Remote explosive/landmine/IED", "03-14", "Kandahar",
          "Unidentified Armed Group (Afghanistan)", "Civilians (Afghanistan)", 7)}),
    "two more who died on the next day": (
        "Unknown gunmen opened fire on a bar in Guayaquil, Ecuador, on Tuesday night. Six people died at "
        "the scene. Two more died in hospital on Wednesday.",
        {("Attack", "03-14", "Guayaquil", "Unidentified Armed Group (Ecuador)", "Civilians (Ecuador)", 8)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
    "a town in a state of siege": (
        "People left Madaya, a town near Damascus besieged by government forces, on Tuesday."),
    "the discovery of oil": (
        "The discovery of oil near Homs, Syria, was announced on Tuesday."),
    "cars that are seized": (
        "Police announced the seizure of 40 cars in Homs, Syria, on Tuesday."),
    "a release of a film": (
        "The release of a film in Lagos, Nigeria, on Tuesday drew crowds."),
}  # fmt: skip
