""" "The Syrian border": a border named by a people lies in or beside that country, no town being told."""

from __future__ import annotations

from collections.abc import Sequence

from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.records import Candidate, PlaceMention
from eventbook.coder.places.tokens import Token

BORDERS = frozenset(("border", "frontier", "borderlands"))


def find_borders(text: str, tokens: Sequence[Token], taken: frozenset[int], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Mentions of borders by the adjective of a country: relation "near", the country as candidate."""
    found = []
    for index in range(1, len(tokens)):
        people = tokens[index - 1]
        if tokens[index].key not in BORDERS or not people.capital or index - 1 in taken:
            continue
        codes = [country for country, what in gazetteer.words(people.key) if what == "people"]
        entry = gazetteer.country(codes[0]) if len(set(codes)) == 1 else None
        if entry is None:
            continue
        start, end = people.start, tokens[index].end
        candidate = Candidate(entry.place, 1.0, 3, "its border is named, and no town")
        found.append(PlaceMention(start, end, text[start:end], (candidate,), "border", "near"))
    return found
