"""Messages written all in capitals, from the text to the place of the row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from eventbook.coder.coding import CodedArticle

Code = Callable[..., CodedArticle]
PUBLISHED = date(1990, 6, 3)


@pytest.mark.parametrize(
    ("text", "location", "country"),
    [
        pytest.param("CLANDESTINE, 3 JUN 90 (RADIO X) -- FMLN FORCES ATTACKED AN ARMY PATROL IN SAN MIGUEL TODAY, "
                     "KILLING FOUR SOLDIERS.", "San Miguel", "El Salvador", id="only a group tells the country"),
        pytest.param("SAN SALVADOR, 3 JUN 90 (AFP) -- A BOMB EXPLODED TODAY IN THE ESCALON NEIGHBORHOOD IN SAN "
                     "SALVADOR, KILLING TWO SALVADORAN POLICEMEN.", "San Salvador - Escalón", "El Salvador",
                     id="a quarter is finer than its town"),
        pytest.param("PANAMA CITY (PANAMA), 3 JUN 90 (RADIO X) -- SALVADORAN REBELS ATTACKED THE ARMY GARRISON IN "
                     "PERQUIN, EL SALVADOR, TODAY AND KILLED FIVE SOLDIERS.", "Perquín", "El Salvador",
                     id="not where the station was heard"),
    ],
)  # fmt: skip
def test_the_row_is_where_the_message_says(code: Code, text: str, location: str, country: str) -> None:
    rows = code(text, published=PUBLISHED).rows
    assert [(row.values["location"], row.values["country"]) for row in rows] == [(location, country)]
