"""Which names of a place become keys, and the plain name of a division."""

from __future__ import annotations

import re
import unicodedata

from eventbook.coder.places.folding import fold

_KIND_WORD = (
    "province|region|district|department|state|county|oblast|oblisi|governorate|division|prefecture|territory|"
    "voivodeship|municipality|raion|rayon|krai|kray|republic|zone|cercle|canton|zila|zilla|agency|"
    "local government area|lga|i̇lçesi|ilçesi|voblasc’|aimak|aymag|city municipality|city|pradesh|"
    "autonomous district|autonomous region|township|regency|novads|governorate district|republic|mis’krada"
)
_SUFFIX = re.compile(rf"\s+(?:{_KIND_WORD})$", re.IGNORECASE)
_PREFIX = re.compile(
    r"^(?:province of(?: the)?|state of|district of|cercle de|cercle d’|region of|ville de|"
    r"muhafazat|qaḑā’|mudīrīyat|opština|raionul|republic of|county of|departamento de|partido de|"
    r"municipio de|county borough of|nefat|commune de|daïra de|daira de)\s+",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[a-z0-9][a-z0-9 ]*$")
_VOWEL = re.compile(r"[aeiouy]")
_KEPT_SUFFIX = {"pradesh", "city"}


def plain(name: str) -> str:
    """A division's name without its kind: "Kars Province" is Kars; "Mexico City" stays."""
    bare = _PREFIX.sub("", name)
    match = _SUFFIX.search(bare)
    if match and match.group(0).strip().lower() not in _KEPT_SUFFIX:
        bare = bare[: match.start()]
    return bare.strip() or name


def is_name(alias: str) -> bool:
    """False for airport codes and machine romanisations, which GeoNames writes in lower case."""
    if len(alias) < 3 or alias[0].islower() or any(c.isdigit() for c in alias):
        return False
    return not (alias.isupper() and len(alias) < 5)


def keys(name: str, aliases: list[str], own: list[str]) -> list[tuple[str, int]]:
    """(key, rank) of all usable names: rank 0 for a name in `own` or the place's name, 1 for another."""
    found: dict[str, int] = {}
    for first in (name, *own):
        if _LATIN.match(fold(first)):
            found[fold(first)] = 0
    for alias in aliases:
        if alias != name and is_name(alias):
            key = fold(alias)
            if 2 < len(key) <= 40 and _LATIN.match(key) and _VOWEL.search(key):
                found.setdefault(key, 1)
    return sorted(found.items())


# Signs of romanisation, which English news leaves out; kept where the country's own spelling has them.
_MARKED = "āīūēōĀĪŪĒŌḩḥşṣţṭḑḍẓġḡŏŭḨḤŞṢŢṬḐḌẒĠŎŬ"
_BARE = "aiueoAIUEOhhssttddzggouHHSSTTDDZGOU"
_ROMAN = str.maketrans({**dict(zip(_MARKED, _BARE, strict=True)), **dict.fromkeys("‘’ʻʼ", "'")})
_OWN_SPELLING = frozenset(
    ("TR", "RO", "MD", "AZ", "LV", "NZ", "LT", "EE", "TM", "XK", "WS", "TO", "PF", "CK", "NU", "FJ", "VN")
)


def displayed(name: str, country: str) -> str:
    """A place's name as English news writes it: romanisation marks off, national letters on."""
    if country in _OWN_SPELLING:
        return name
    return unicodedata.normalize("NFC", name.replace("z\u0327", "z").translate(_ROMAN)).lstrip("'")
