"""Which day and which place of a sentence belong to the deed: those of its own clause. Every incident is invented."""

from collections.abc import Callable

import pytest

Expected = tuple[str, str, str, str, str | None, int]  # kind, month and day, place, first side, second side, deaths
Reader = Callable[[str], set[Expected]]
ATTACK, ABDUCTION, AGREEMENT = "Attack", "Abduction/forced disappearance", "Agreement"

SENTENCES: dict[str, tuple[str, set[Expected]]] = {
    "where somebody travels afterwards": (
        "Three engineers who were kidnapped on Monday in Maiduguri will fly to Vienna on Saturday.",
        {(ABDUCTION, "03-13", "Maiduguri", "Unidentified Armed Group (Nigeria)", "Civilians (Nigeria)", 0)}),
    "when it was written about": (
        "The newspaper published on Friday a report on the priests who were murdered in Goma on Tuesday.",
        {(ATTACK, "03-14", "Goma", "Unidentified Armed Group (Democratic Republic of Congo)",
          "Civilians (Democratic Republic of Congo)", 3)}),
    "taken and freed on two days": (
        "A Swiss priest kidnapped on 7 March in Bamenda was released on 14 March.",
        {(ABDUCTION, "03-07", "Bamenda", "Unidentified Armed Group (Cameroon)", "Civilians (Switzerland)", 0),
         (AGREEMENT, "03-14", "Bamenda", "Civilians (Cameroon)", None, 0)}),
    "taken and freed, by a participle in capitals": (
        "BRITISH PRIEST JOHN HOWARD CARTER, KIDNAPPED ON 7 MARCH IN QUIBDO, WAS RELEASED ON 14 MARCH BY THE ELN.",
        {(ABDUCTION, "03-07", "Quibdó", "ELN: National Liberation Army", "Civilians (United Kingdom)", 0),
         (AGREEMENT, "03-14", "Quibdó", "ELN: National Liberation Army", "Civilians (Colombia)", 0)}),
    "freed, and taken long ago": (
        "Twenty of the schoolgirls kidnapped from Dapchi have been freed on Wednesday.",
        {(AGREEMENT, "03-15", "Dapchi", "Civilians (Nigeria)", None, 0)}),
    "two deeds of one verb": (
        "Gunmen attacked a church in Mopti on Monday and a market in Gao on Tuesday.",
        {(ATTACK, "03-13", "Mopti", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 0),
         (ATTACK, "03-14", "Gao", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 0)}),
    "two marches of the same people": (
        "Protesters who gathered in Tunis on Monday marched again in Sfax on Tuesday.",
        {("Peaceful protest", "03-13", "Tunis", "Protesters (Tunisia)", None, 0),
         ("Peaceful protest", "03-14", "Sfax", "Protesters (Tunisia)", None, 0)}),
    "a place that is part of a title": (
        "The mayors of Palma and Mueda were kidnapped in Pemba on Thursday.",
        {(ABDUCTION, "03-16", "Pemba", "Unidentified Armed Group (Mozambique)", "Civilians (Mozambique)", 0)}),
    "a title alone": (
        "The mayor of Bamenda was kidnapped by gunmen on Thursday.",
        {(ABDUCTION, "03-16", "Bamenda", "Unidentified Armed Group (Cameroon)", "Civilians (Cameroon)", 0)}),
    "arms that are taken on a farm": (
        "Police seized 20 rifles on a farm near Cali on Monday.",
        {("Disrupted weapons use", "03-13", "Cali", "Police Forces of Colombia", None, 0)}),
    "a commander who is caught on a farm": (
        "Soldiers captured a rebel commander on a farm near Goma on Monday.",
        {("Arrests", "03-13", "Goma", "Military Forces of Democratic Republic of Congo",
          "Opposition Rebels (Democratic Republic of Congo)", 0)}),
    "a town that is taken": (
        "Rebels captured the town of Goma on Monday.",
        {("Non-state actor overtakes territory", "03-13", "Goma", "Opposition Rebels (Democratic Republic of Congo)",
          "Military Forces of Democratic Republic of Congo", 0)}),
    "initials in the name of a town": (
        "THE 2ND BRIGADE IN SANTA ANA, EL SALVADOR, WAS ATTACKED BY REBELS ON MONDAY.",
        {("Armed clash", "03-13", "Santa Ana", "Opposition Rebels (El Salvador)", "Military Forces of El Salvador",
          0)}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_a_deed_has_the_day_and_place_of_its_clause(report_rows: Reader, text: str, expected: set[Expected]) -> None:
    assert report_rows(text) == expected
