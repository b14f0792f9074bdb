"""Similar spellings inside one country: transliterations by sound key, then letters by rapidfuzz."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from eventbook.coder.places.folding import fold, skeleton
from eventbook.coder.places.gazetteer import Entry, Gazetteer, is_hamlet

#: Below 90 other towns come in ("kibumba" finds Kirumba at 86): accept from 92, and say so.
SIMILARITY = 92.0
_SHORTEST = 5
_SHORTEST_SKELETON = 4
#: Transliterations of one name share at least this much of their letters, in percent.
_LEAST_LIKE = 78.0
_SIFTED = 80


class Similar(NamedTuple):
    """An entry found by a similar key; `similarity` in percent; `how` says which likeness."""

    entry: Entry
    key: str
    similarity: float
    how: str


def similar(book: Gazetteer, name: str, country: str, *, limit: int = 8) -> tuple[Similar, ...]:
    """Entries of `country` whose key is a transliteration of `name` or at least 92 % like it."""
    key = fold(name)
    if len(key) < _SHORTEST:
        return ()
    return _similar(book, key, country)[:limit]


@lru_cache(maxsize=4096)
def _similar(book: Gazetteer, key: str, country: str) -> tuple[Similar, ...]:
    from rapidfuzz import fuzz, process

    sound = skeleton(key)
    found: dict[tuple[int, int], Similar] = {}
    # rapidfuzz sifts in C; sound keys are made only for the few that are left.
    for other, likeness, _ in process.extract(
        key, book.keys_in(country), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKE, limit=_SIFTED
    ):
        if likeness >= SIMILARITY:
            how = "spelling"
        elif len(sound) >= _SHORTEST_SKELETON and skeleton(other) == sound:
            how = "transliteration"
        else:
            continue
        for entry in book.entries(other):
            at = (entry.file, entry.number)
            if entry.place.country != country or is_hamlet(entry.place):
                continue
            if at not in found or found[at].similarity < likeness:
                found[at] = Similar(entry._replace(rank=1), other, round(likeness, 1), f"{how} {likeness:.0f} %")
    ranked = sorted(found.values(), key=lambda hit: (-hit.similarity, -hit.entry.place.population, hit.entry.place.id))
    return tuple(ranked)
