"""Ukrainian and Russian names in Latin letters, as English news writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping


def _split(latin: str) -> list[str]:
    """Spellings parted by blanks; "_" is of a letter that is left out."""
    return [letters.strip("_") for letters in latin.split()]


# The national system of 2010, and what it sets at the start of a word.
_UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ",
        _split("a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia _ _ _"),
        strict=True,
    )
)
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        _split("a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya"),
        strict=True,
    )
)
_VOWELS = "аеёиоуыэюя"
#: For each country whose names come in Cyrillic, the usual spelling first: letters inside a word, those that differ
#: at its start, and the letters behind which they do too. Military reports write y where the Ukrainian system has i.
_TABLES: Mapping[str, tuple[tuple[Mapping[str, str], Mapping[str, str], str], ...]] = {
    "UA": ((_UKRAINIAN, _UKRAINIAN_FIRST, ""), ({**_UKRAINIAN, **_UKRAINIAN_FIRST}, {}, "")),
    "RU": ((_RUSSIAN, {"е": "ye"}, _VOWELS), (_RUSSIAN, {}, "")),
}
_ADJECTIVE = re.compile(r"(?:iy|yy)\b")


def romanise(name: str, country: str) -> tuple[str, ...]:
    """The usual spelling of a name, then the others; a name of other countries as it is."""
    if country not in _TABLES:
        return (name,)
    return tuple(dict.fromkeys(_spell(name, *tables) for tables in _TABLES[country]))


def _spell(name: str, inside: Mapping[str, str], first: Mapping[str, str], opening: str) -> str:
    made: list[str] = []
    before = " "
    for letter in name:
        small = letter.lower()
        within = (before.isalpha() or before in "'’ʼ") and before not in opening
        latin = inside.get(small, small) if within else first.get(small, inside.get(small, small))
        if before == "з" and small == "г":
            latin = "gh"
        made.append(latin.capitalize() if letter != small else latin)
        before = small
    return _ADJECTIVE.sub("y", "".join(made))
