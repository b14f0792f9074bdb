"""What the shipped gazetteer knows of countries and their divisions."""

import sqlite3
from functools import cache
from typing import TYPE_CHECKING

from eventbook.coder.places.folding import fold, variants
from eventbook.coder.places.gazetteer import SHIPPED
from eventbook.coder.places.records import KINDS

if TYPE_CHECKING:
    import numpy as np

_DIVISIONS = (KINDS.index("division"), KINDS.index("subdivision"))


def _open() -> sqlite3.Connection:
    return sqlite3.connect(f"{SHIPPED.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


@cache
def iso3_by_number() -> dict[int, str]:
    """ISO 3166-1 numeric to alpha-3."""
    with _open() as base:
        return {number: iso3 for number, iso3 in base.execute("SELECT numeric, iso3 FROM country") if number}


class Divisions:
    """Names of first- and second-order divisions by country; one look-up for each different name."""

    def __init__(self) -> None:
        self._base = _open()
        self._iso3 = dict(self._base.execute("SELECT iso2, iso3 FROM country"))

    def elsewhere(self, name: str, iso3: str) -> tuple[str, ...]:
        """Other countries (alpha-3) that alone have a division of this name; none where it is unknown or fits."""
        query = (
            "SELECT DISTINCT p.country FROM name n JOIN place p ON p.id = n.place "
            f"WHERE n.key = ? AND p.kind IN ({_DIVISIONS[0]}, {_DIVISIONS[1]})"
        )
        key = fold(name)
        found: set[str] = set()
        for spelling in (key, *variants(key)):
            found |= {self._iso3.get(iso2, iso2) for (iso2,) in self._base.execute(query, (spelling,))}
        return () if iso3 in found or self._is_place_in(key, iso3) else tuple(sorted(found))

    def _is_place_in(self, key: str, iso3: str) -> bool:
        """Whether any place of the country bears the name: many divisions are called by their town."""
        query = "SELECT p.country FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
        return any(self._iso3.get(iso2) == iso3 for (iso2,) in self._base.execute(query, (key,)))


def division_names(iso3: str) -> tuple[str, ...]:
    """Names of the first-order divisions of a country (alpha-3), as rows give them in `admin1`."""
    query = (
        "SELECT DISTINCT p.name FROM place p JOIN country c ON p.country = c.iso2 "
        f"WHERE c.iso3 = ? AND p.kind = {KINDS.index('division')} ORDER BY p.name"
    )
    with _open() as base:
        return tuple(name for (name,) in base.execute(query, (iso3,)))


def places_of(iso3: str) -> "np.ndarray":
    """Latitude and longitude in degrees of all gazetteer places of a country, shape (n, 2)."""
    import numpy as np

    with _open() as base:
        rows = base.execute(
            "SELECT p.latitude, p.longitude FROM place p JOIN country c ON p.country = c.iso2 WHERE c.iso3 = ?", (iso3,)
        ).fetchall()
    return np.array(rows, np.float64).reshape(-1, 2) / 1e5
