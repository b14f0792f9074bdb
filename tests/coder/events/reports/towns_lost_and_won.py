"""Towns that change hands, and armies that are driven out. Every incident is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "a town lost to rebels": (
        "The Angolan army lost Negage to the rebels on Wednesday.",
        {("Non-state actor overtakes territory", "03-15", "Negage", "Opposition Rebels (Angola)",
          "Military Forces of Angola", 0)}),
    "a town seized from the army": (
        "Rebels seized the border town of Tine, Chad, from government forces on Tuesday.",
        {("Non-state actor overtakes territory", "03-14", "Tiné", "Opposition Rebels (Chad)",
          "Military Forces of Chad", 0)}),
    "a march into a town": (
        "M23 fighters marched into Goma, DR Congo, on Tuesday, meeting no resistance.",
        {("Non-violent transfer of territory", "03-14", "Goma", "M23: March 23 Movement", None, 0)}),
    "an army that is driven out": (
        "The town of Bria, Central African Republic, changed hands on Tuesday when rebels drove out the army.",
        {("Armed clash", "03-14", "Bria", "Opposition Rebels (Central African Republic)",
          "Military Forces of Central African Republic", 0)}),
    "rebels killed in clashes": (
        "A further seven Maoist rebels were killed in clashes in Sarlahi, Nepal, on Tuesday.",
        {("Armed clash", "03-14", "Sarlahi", "CPN-M: Communist Party of Nepal (Maoist)",
          "Military Forces of Nepal", 7)}),
    "a coup on television": (
        "Soldiers seized the state television building in Libreville, Gabon, on Tuesday and declared that the "
        "president had been removed.",
        {("Other", "03-14", "Libreville", "Military Forces of Gabon", "Government of Gabon", 0)}),
    "officers who say that they overthrew him": (
        "A group of officers appeared on television in Niamey, Niger, on Tuesday to say they had overthrown the "
        "president.",
        {("Other", "03-14", "Niamey", "Government of Niger", None, 0)}),
    "troops that are sent": (
        "The army sent 500 more troops to Kismayo, Somalia, on Tuesday.",
        {("Change to group/activity", "03-14", "Kismayo", "Military Forces of Somalia", None, 0)}),
    "a depot of arms": (
        "The army said on Tuesday it had destroyed a rebel arms depot near Kitgum, Uganda.",
        {("Disrupted weapons use", "03-14", "Kitgum", "Military Forces of Uganda", None, 0)}),
    "arms that are brought out": (
        "Police searching a night bus in Nepalgunj, Nepal, on Tuesday took out two pressure cooker bombs.",
        {("Disrupted weapons use", "03-14", "Nepalgunj", "Police Forces of Nepal", None, 0)}),
    "cameras that are snatched": (
        "On Tuesday a mob burned houses in Jos, Nigeria. The mob snatched away the camera of a journalist from Abuja.",
        {("Mob violence", "03-14", "Jos", "Rioters (Nigeria)", "Civilians (Nigeria)", 0)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
