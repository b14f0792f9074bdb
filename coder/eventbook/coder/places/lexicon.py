"""The words around place names, from the language knowledge of the codebook package."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of folded words; the fields are the keys of `place_words.yaml`."""

    at: frozenset[str]
    near: frozenset[str]
    firmly_at: frozenset[str]
    origin: frozenset[str]
    leaving: frozenset[str]
    motion: frozenset[str]
    between: frozenset[str]
    compass: frozenset[str]
    kind_of: frozenset[str]
    near_of: frozenset[str]
    kind_after: frozenset[str]
    division_words: frozenset[str]
    district_words: frozenset[str]
    speaks: frozenset[str]
    plays: frozenset[str]
    team_words: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    companies: frozenset[str]
    bands: frozenset[str]
    titles: frozenset[str]
    person_nouns: frozenset[str]
    town_words: frozenset[str]
    words: frozenset[str]
    first_names: frozenset[str]
    backed: frozenset[str]
    metonym_before: frozenset[str]
    relations_nouns: frozenset[str]
    governs: frozenset[str]
    kind_town: frozenset[str]
    kind_district: frozenset[str]
    kind_division: frozenset[str]
    kind_feature: frozenset[str]
    inner: frozenset[str]
    common: frozenset[str]
    calendar: frozenset[str]
    distance: frozenset[str]
    facility_adjectives: frozenset[str]
    facilities: frozenset[str]
    quarters: frozenset[str]
    capital_words: frozenset[str]
    seats: frozenset[str]
    seat_cues: frozenset[str]
    capital_cues: frozenset[str]
    lesser_capitals: frozenset[str]
    kind_before: frozenset[str]
    settlements: frozenset[str]
    name_heads: frozenset[str]
    kinds_after_lists: frozenset[str]
    after_names: frozenset[str]
    named_after: frozenset[str]
    given_names: frozenset[str]
    city_states: frozenset[str]
    watersides: frozenset[str]
    namesakes: frozenset[str]
    likenesses: frozenset[str]
    missions: frozenset[str]
    tells: frozenset[str]
    sided: frozenset[str]


@lru_cache(maxsize=1)
def place_words(language: str = "en") -> Words:
    """The words of a language; raises FileNotFoundError for one that is not shipped."""
    from importlib.resources import files

    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = files("eventbook.codebook") / "language" / language / "place_words.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return Words(**{field.name: frozenset(loaded[field.name]) for field in fields(Words)})
