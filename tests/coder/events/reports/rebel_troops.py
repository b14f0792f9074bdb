"""Whose the troops are: those of rebels, of a speaker, of a mission; groups that are written in capitals; communities
that own something. All is invented."""

from ..conftest import Row

REPORTS: dict[str, tuple[str, set[Row]]] = {
    "rebel troops": (
        "Rebel troops clashed with soldiers in Sake, Democratic Republic of Congo, on Tuesday.",
        {("Armed clash", "03-14", "Sake", "Opposition Rebels (Democratic Republic of Congo)",
          "Military Forces of Democratic Republic of Congo", 0)}),
    "a guerrilla commando": (
        "A guerrilla commando attacked a police station in Cali, Colombia, on Tuesday.",
        {("Armed clash", "03-14", "Cali", "Unidentified Armed Group (Colombia)", "Police Forces of Colombia", 0)}),
    "a commando of a drug cartel": (
        "A drug cartel commando killed the mayor of a village near Cali, Colombia, on Tuesday.",
        {("Attack", "03-14", "Cali", "Unidentified Gang (Colombia)", "Civilians (Colombia)", 1)}),
    "troops against guerrillas": (
        "Anti-guerrilla troops killed a rebel in Cali, Colombia, on Tuesday.",
        {("Armed clash", "03-14", "Cali", "Military Forces of Colombia", "Opposition Rebels (Colombia)", 1)}),
    "paramilitary forces": (
        "Paramilitary forces killed two militants in Srinagar, India, on Tuesday.",
        {("Armed clash", "03-14", "Srinagar", "Military Forces of India", "Unidentified Armed Group (India)", 2)}),
    "troops of who speaks": (
        "Our forces ambushed an army company near Arauca, Colombia, on Tuesday, the rebel radio said.",
        {("Armed clash", "03-14", "Arauca", "Opposition Rebels (Colombia)", "Military Forces of Colombia", 0)}),
    "troops of a spokesman": (
        "\"Our forces killed 12 militants near Sake on Tuesday,\" the Congolese army spokesman said.",
        {("Armed clash", "03-14", "Sake", "Military Forces of Democratic Republic of Congo",
          "Unidentified Armed Group (Democratic Republic of Congo)", 12)}),
    "a group in capitals": (
        "LIMA (PERU), 15 MAR 23 -- TWO TECHNICIANS WERE SHOT TO DEATH ON TUESDAY BY A SHINING PATH COLUMN IN "
        "AYACUCHO.",
        {("Attack", "03-14", "Ayacucho", "SL: Shining Path", "Civilians (Peru)", 2)}),
    "a base of a mission": (
        "Al-Shabaab fighters attacked an African Union base in Baidoa, Somalia, on Tuesday, killing six peacekeepers.",
        {("Armed clash", "03-14", "Baidoa", "Al Shabaab", "ATMIS: African Union Transition Mission in Somalia", 6)}),
    "shops that people of a faith own": (
        "A Hindu mob attacked Muslim-owned shops in Purola, India, on Tuesday.",
        {("Mob violence", "03-14", "Purola", "Rioters (India)", "Civilians (India)", 0)}),
    "guerrillas who are named later": (
        "Colombian guerrillas released three engineers on Tuesday. The engineers were freed by the National "
        "Liberation Army in the town of Barrancabermeja.",
        {("Agreement", "03-14", "Barrancabermeja", "ELN: National Liberation Army", "Civilians (Colombia)", 0)}),
    "a young man named by his people": (
        "Israeli troops shot dead a 19-year-old Palestinian during a raid in Nablus on Tuesday.",
        {("Attack", "03-14", "Nablus", "Military Forces of Israel", "Civilians (Palestine)", 1)}),
    "men in uniform who take people": (
        "Eight men in military uniforms dragged a priest from his house near Arauca, Colombia, on Tuesday.",
        {("Abduction/forced disappearance", "03-14", "Arauca", "Unidentified Armed Group (Colombia)",
          "Civilians (Colombia)", 0)}),
    "people slain by an armed band": (
        "At least 28 people were slain on Tuesday by an armed band in Arauca, Colombia.",
        {("Attack", "03-14", "Arauca", "Unidentified Armed Group (Colombia)", "Civilians (Colombia)", 28)}),
}  # fmt: skip

NOTHING: dict[str, str] = {
}  # fmt: skip
