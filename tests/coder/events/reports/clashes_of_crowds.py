"""Reports of crowds that clash, of what somebody did before he left, and of whose the thing is that was struck."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a death in clashes with police is of the protest told beside it": (
        "LIMA -- Protesters blocked the Pan-American highway in Puno on Tuesday, and one person was killed in clashes"
        " with police.",
        {("Excessive force against protesters", "03-14", "Puno", "Protesters (Peru)", "Police Forces of Peru", 1)}),
    "clashes with police that break out at a march are the crowd's": (
        "LIMA -- Students marched in Lima on Tuesday, and clashes with police broke out.",
        {("Violent demonstration", "03-14", "Lima", "Rioters (Peru)", "Police Forces of Peru", 0)}),
    "a person killed as protesters clashed is one event": (
        "LIMA -- One person was killed as protesters clashed with police in Puno on Tuesday.",
        {("Excessive force against protesters", "03-14", "Puno", "Protesters (Peru)", "Police Forces of Peru", 1)}),
    "who leaves after killing killed there": (
        "NAIROBI -- The rebels withdrew from Baringo on Tuesday after killing two soldiers.",
        {("Armed clash", "03-14", "Baringo", "Opposition Rebels (Kenya)", "Military Forces of Kenya", 2),
         ("Change to group/activity", "03-14", "Baringo", "Opposition Rebels (Kenya)", None, 0)}),
    "who loots after killing did both at once": (
        "NAIROBI -- Gunmen looted a village in Baringo on Tuesday after killing two herders.",
        {("Attack", "03-14", "Baringo", "Unidentified Armed Group (Kenya)", "Civilians (Kenya)", 2)}),
    "soldiers and mercenaries are two sides that act together": (
        "BAMAKO -- Malian soldiers and Wagner mercenaries killed 15 civilians in the village of Moura on Tuesday, "
        "witnesses said.",
        {("Attack", "03-14", "Moura", "Wagner Group", "Civilians (Mali)", 15)}),
    "a checkpoint that is attacked killed nobody": (
        "QUETTA -- The Baloch Liberation Army claimed responsibility for an attack on a Frontier Corps checkpoint in "
        "Kech that killed two soldiers on Tuesday.",
        {("Armed clash", "03-14", "Kech", "BLA: Balochistan Liberation Army",
          "Military Forces of Pakistan FC: Frontier Corps", 2)}),
    "a depot that belongs to a group is of the group": (
        "BEIRUT -- Israeli warplanes struck a weapons depot belonging to Hezbollah near Baalbek on Tuesday night.",
        {("Air/drone strike", "03-14", "Baalbek", "Military Forces of Israel", "Hezbollah", 0)}),
    "the Muslim Brotherhood is no Muslim community": (
        "CAIRO -- Egyptian police arrested 12 members of the Muslim Brotherhood in Giza on Tuesday.",
        {("Arrests", "03-14", "Giza", "Police Forces of Egypt", "Civilians (Egypt)", 0)}),
    "both sides of a clash that left men dead count": (
        "MAIDUGURI -- The clash left ten soldiers and five Boko Haram fighters dead in Maiduguri on Tuesday, "
        "witnesses said.",
        {("Armed clash", "03-14", "Maiduguri", "Boko Haram", "Military Forces of Nigeria", 15)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
