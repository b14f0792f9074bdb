"""How far the day of one sentence holds for others. Every incident is invented."""

from collections.abc import Callable

from .conftest import Row

Reader = Callable[[str], set[Row]]
ASIDE = "The minister thanked the delegation. The budget is in print. The road is open again. It will be paved. "

NEWS = "Police fired tear gas at a march in Almaty, Kazakhstan, on Sunday.\n\n"
OLDER = "Soldiers shot dead a driver in Oral on March 7. His family mourned.\n\n"


def days(rows: set[Row]) -> dict[str, str]:
    """The day of each place."""
    return {place: day for _, day, place, *_ in rows}


def test_behind_a_paragraph_about_older_days_the_day_of_the_news_holds_again(report_rows: Reader) -> None:
    told = report_rows(NEWS + OLDER + "In Shymkent, police beat some 40 protesters.")
    assert days(told) == {"Almaty": "03-12", "Oral": "03-07", "Shymkent": "03-12"}


def test_in_the_paragraph_about_an_older_day_that_day_holds(report_rows: Reader) -> None:
    told = report_rows(NEWS + OLDER.rstrip() + " In Shymkent, police beat some 40 protesters.")
    assert days(told)["Shymkent"] == "03-07"


def test_what_somebody_is_quoted_with_takes_no_day_from_afar(report_rows: Reader) -> None:
    dated = "Gunmen killed a judge in Tumaco on Tuesday. Two soldiers were wounded by a mine near Cali on Sunday. "
    dated += ASIDE
    assert "Pasto" in days(report_rows(dated + "A bomb killed two traders in Pasto."))
    assert "Pasto" not in days(report_rows(dated + '"It is terrible. A bomb killed two traders in Pasto," he said.'))
