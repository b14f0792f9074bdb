"""Names that no village may bear: words, people, groups, and whatever larger place is called so."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import yaml
from roman import romanise
from sources import Row

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.folding import fold
from eventbook.coder.places.lexicon import place_words

#: Locales of Faker whose given names and surnames news of conflicts is full of.
LOCALES = (
    "ar_DZ", "ar_PS", "az_AZ", "en_GB", "en_IN", "en_KE", "en_NG", "en_PK", "en_TH", "en_US", "es_AR", "es_CL",
    "es_CO", "es_ES", "es_MX", "fr_DZ", "fr_FR", "ha_NG", "hr_HR", "id_ID", "ig_NG", "it_IT", "pt_BR", "ro_RO",
    "ru_RU", "sw", "tr_TR", "uk_UA", "uz_UZ", "yo_NG", "zu_ZA",
)  # fmt: skip
#: Inhabitants from which a name belongs to a town wherever it lies.
_KNOWN = 15_000


def barred_names(names: Iterable[str], towns: Iterable[Row], codebook: Path) -> frozenset[str]:
    """Folded names of people (`names`), of groups in `codebook`, and of towns known abroad."""
    found = set(names) | set(_groups(codebook))
    for town in towns:
        if town.population >= _KNOWN:
            found.update(fold(alias) for alias in (town.name, *town.own, *town.aliases))
    return frozenset(found)


def is_word(key: str) -> bool:
    """Whether a folded name is a word of English or of the lexicon of places."""
    words = place_words()
    lists = (words.words, words.titles, words.person_nouns, words.common, words.kind_town, words.kind_district)
    if any(key in one for one in (*lists, words.first_names, words.given_names, words.facilities, words.team_words)):
        return True
    return all(is_common_word(part) for part in key.split())


def people_names(folder: Path) -> tuple[str, ...]:
    """Folded given names and surnames of Faker's lists, as unpacked in `folder`, in order."""
    sys.path.insert(0, str(folder))
    found: set[str] = set()
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for field in sorted(vars(provider)):
            listed = vars(provider)[field]
            if field.startswith(("first_names", "last_names")) and isinstance(listed, tuple | list | dict):
                found.update(_spellings(listed, locale[-2:]))
    return tuple(sorted(found))


def _spellings(names: Iterable[str], country: str) -> Iterator[str]:
    for name in names:
        for spelling in romanise(name, country):
            yield fold(spelling)


def _groups(codebook: Path) -> Iterator[str]:
    for path in sorted((codebook / "groups").glob("*.yaml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for entry in (*loaded.get("groups", ()), *loaded.get("communities", ())):
            for name in (entry["name"], *entry.get("aliases", ()), *entry.get("forms", ())):
                yield fold(str(name))
                yield from fold(str(name)).split()
