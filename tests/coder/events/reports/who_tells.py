"""Reports in which somebody tells of others, of crowds that had gathered, of gates and graves, and of suspects."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "who tells of the dead is none of them": (
        "MOGADISHU -- A car bomb exploded in Beledweyne on Tuesday, killing at least 12 soldiers, an officer told "
        "Reuters.",
        {("Remote explosive/landmine/IED", "03-14", "Beledweyne", "Unidentified Armed Group (Somalia)",
          "Military Forces of Somalia", 12)}),
    "who is suspected did it": (
        "KANO -- A bomb killed 17 people in Potiskum on Tuesday. Boko Haram is suspected of the attack.",
        {("Remote explosive/landmine/IED", "03-14", "Potiskum", "Boko Haram", "Civilians (Nigeria)", 17)}),
    "police who beat people who had gathered meet a protest": (
        "HARARE -- Police beat opposition supporters who had gathered outside a courthouse in Harare on Tuesday.",
        {("Protest with intervention", "03-14", "Harare", "Protesters (Zimbabwe)", "Police Forces of Zimbabwe", 0)}),
    "police who only arrest are no side of a mob": (
        "LAHORE -- A mob of several hundred people attacked a church in Jaranwala on Tuesday. Houses were set ablaze."
        " Police arrested more than 100 people.",
        {("Mob violence", "03-14", "Jaranwala", "Rioters (Pakistan)", "Civilians (Pakistan)", 0)}),
    "a grave in which the dead are thrown is no find": (
        "BAGHDAD -- Islamic State militants executed 30 members of a tribe in Ramadi on Tuesday. The bodies were "
        "thrown into a mass grave near the town of Hit.",
        {("Attack", "03-14", "Ramadi", "Islamic State", "Civilians (Iraq)", 30)}),
    "a gate in a city is no other town": (
        "BERLIN -- Some 3,000 farmers blocked roads around the Brandenburg Gate in Berlin on Tuesday to demand "
        "subsidies.",
        {("Peaceful protest", "03-14", "Berlin", "Protesters (Germany)", None, 0)}),
    "a province of a country tells where a town lies": (
        "JAKARTA -- Separatist gunmen killed 19 construction workers in Nduga, in Indonesia's Papua province, on "
        "Tuesday.",
        {("Attack", "03-14", "Kenyam", "Unidentified Armed Group (Indonesia)", "Civilians (Indonesia)", 19)}),
    "who is held to be responsible did it": (
        "LIMA -- A former defense minister was assassinated on Tuesday by two young men who shot him in the San "
        "Isidro district of Lima. Police believe the Shining Path is responsible.",
        {("Attack", "03-14", "San Isidro", "SL: Shining Path", "Civilians (Peru)", 1)}),
    "doers behind a comma are still the doers": (
        "LIMA -- Fifteen peasants, including four women, were murdered on Tuesday in the village of Chungui, "
        "Ayacucho, by about 40 hooded Shining Path members.",
        {("Attack", "03-14", "Chungui", "SL: Shining Path", "Civilians (Peru)", 15)}),
    "men who massacre people with guns are armed": (
        "MEDELLIN -- Fourteen young people were massacred on Tuesday in a bar in Itagui by men who arrived in three "
        "vehicles and opened fire with submachine guns.",
        {("Attack", "03-14", "Itagüí", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 14)}),
    "who is machinegunned to death has died": (
        "LA PAZ -- Two missionaries were machinegunned to death on Tuesday in La Paz by hooded men.",
        {("Attack", "03-14", "La Paz", "Unidentified Armed Group (Bolivia)", "Civilians (Bolivia)", 2)}),
    "hooded youths who clash with police riot": (
        "ATHENS -- Clashes broke out between police and hooded youths in Athens on Tuesday.",
        {("Mob violence", "03-14", "Athens", "Rioters (Greece)", "Police Forces of Greece", 0)}),
    "a vehicle that runs over the mine told before attacks nobody": (
        "GAO -- A landmine killed four UN peacekeepers when their vehicle ran over it near Tessalit on Tuesday, the "
        "UN mission said.",
        {("Remote explosive/landmine/IED", "03-14", "Tessalit", "Unidentified Armed Group (Mali)",
          "UN: United Nations peacekeepers", 4)}),
    "a week of fighting before a town fell is no total": (
        "SITTWE -- The Arakan Army said on Tuesday it had captured a junta base in Paletwa after a week of fighting.",
        {("Non-state actor overtakes territory", "03-14", "Paletwa", "AA: Arakan Army",
          "Military Forces of Myanmar", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
