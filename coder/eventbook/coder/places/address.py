"""The line a monitored broadcast begins with: "MOSCOW (USSR), 10 SEP 89 (TASS) -- " says where it was heard."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Gazetteer

# A town, its country in brackets, then day and station up to two dashes; a plain dateline names no country so.
_ADDRESS = re.compile(r"\s*([A-Z][^\n()]{1,40}?)\s*\(([^()\n]{2,30})\),?[^\n]{0,70}?-{2}")


# "LIMA, 3 MAY 90 (EFE) -- ": the town where an agency's own writer is.
_DATELINE = re.compile(r"\s*([A-Z][A-Z .'-]{2,40}), (?:NO DATE|\d{1,2} [A-Z]{3})\b[^\n]{0,60}-{2}")


class Address(NamedTuple):
    """Where a text was heard: the folded town, its ISO alpha-2 country, and the offset behind the line."""

    town: str
    country: str
    end: int


@lru_cache(maxsize=8)
def read_address(text: str, gazetteer: Gazetteer) -> Address | None:
    """The address at the start of a text, None where it has none."""
    found = _ADDRESS.match(text)
    country = gazetteer.country_code(found.group(2)) if found else None
    return Address(fold(found.group(1)), country, found.end()) if found and country else None


def read_dateline(text: str) -> str | None:
    """The folded town of a dateline in capitals with a day and no country, None where there is none."""
    found = _DATELINE.match(text)
    return fold(found.group(1)) if found else None


@lru_cache(maxsize=8)
def sender(text: str, gazetteer: Gazetteer) -> Address | None:
    """The address, else the capital in whose dateline a message in capitals stands: that town wherever it is named."""
    if address := read_address(text, gazetteer):
        return address
    town = read_dateline(text)
    countries = [country for country, what in gazetteer.words(town) if what == "metonym"] if town else []
    return Address(town, countries[0], 0) if town and len(countries) == 1 else None
