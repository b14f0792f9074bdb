"""Take a place description apart: "20 km south of Mosul", "Turbo municipality", "near X", "A, B"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from eventbook.coder.places.folding import fold
from eventbook.coder.places.lexicon import place_words

Hint = Literal["town", "district", "division", "feature", "country", None]

_TWO_WORDS: dict[str, Hint] = {
    "local government area": "district",
    "local government": "district",
    "refugee camp": "town",
    "military base": "town",
    "air base": "town",
    "city center": "town",
    "city centre": "town",
    "city municipality": "town",
    "capital city": "town",
    "provincial capital": "town",
    "tribal area": "district",
    "tribal region": "district",
    "tribal agency": "district",
    "administrative region": "division",
    "autonomous region": "division",
    "federal district": "division",
    "national park": "feature",
    "mountain range": "feature",
    "border area": "district",
    "border region": "district",
    "sub district": "district",
}
_UNITS = {"km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometre": 1.0, "mile": 1.609, "mi": 1.609, "m": 0.001}
COMPASS = "north|south|east|west|northeast|northwest|southeast|southwest"
_COMPASS = r"(?:north|south)?[\s-]?(?:east|west)(?:ern|wards?)?|(?:north|south)(?:ern|wards?)?"
_DISTANCE = re.compile(
    r"^(?:(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|c\.?)\s+)?"
    r"(\d+(?:[.,]\d+)?)\s*-?\s*(kms?|kilomet(?:er|re)s?|miles?|mi|meters?|metres?|m)\b\.?\s*"
    rf"(?:\([^)]*\)\s*)?(?:(?:to\s+the\s+)?({_COMPASS}|outside|away|off|inside)\s*)?(?:of|from|outside)?\s+(.+)$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"^(?:somewhere\s+)?(?:near(?:by)?(?:\s+to)?|close\s+to|outside(?:\s+of)?|around|"
    r"(?:in\s+|on\s+)?(?:the\s+)?(?:outskirts|edge|vicinity|surroundings|environs|suburbs)\s+of|"
    rf"(?:just\s+)?(?:to\s+the\s+)?(?:{_COMPASS})\s+of|off)\s+(?:the\s+)?(.+)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^(?:(?:the\s+)?(?:road|highway|route|area|path|border)\s+)?between\s+(.+?)\s+and\s+(.+)$", re.I)
_ROAD = re.compile(
    r"^(?:the\s+)?(.+?)\s*(?:-|–|—|/|\s+to\s+|\s+and\s+)\s*(.+?)\s+"
    r"(?:road|highway|route|expressway|motorway|axis|border|railway|line|bypass|street)(?:\s+area)?$",
    re.IGNORECASE,
)
_ONE_ROAD = re.compile(r"^(?:the\s+)?(.+?)\s+(?:road|highway|route|expressway|street|bypass|border)$", re.IGNORECASE)
_PREPOSITION = re.compile(r"^(?:in|at|on|inside|within|from|to|into)\s+(?:the\s+)?", re.IGNORECASE)
_OF = re.compile(
    r"^(?:the\s+)?(?:([\w-]+(?:\s+[\w-]+)??)\s+)?"
    r"(towns?|villages?|city|hamlet|settlement|suburb|district|province|state|region|governorate|department|"
    r"municipality|county|oblast|division|port|island|capital|commune|area|camp)\s+of\s+(.+)$",
    re.IGNORECASE,
)
_PAREN = re.compile(r"\s*\(([^)]*)\)")
_LEADING = re.compile(
    r"^(?:brgy\.?|bgy\.?|barangay|barrio|sitio|purok|vereda|corregimiento(?:\s+de)?|village|town|city|commune|"
    r"municipio(?:\s+de)?|kampung|kampong|desa|mount|mt\.?)\s+(.+)$",
    re.IGNORECASE,
)
_QUARTER = re.compile(rf"^(?:the\s+)?(?:{COMPASS}|central|upper|lower|greater)(?:ern)?\s+(.+)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _kind_words() -> dict[str, Hint]:
    words = place_words()
    return {
        **dict.fromkeys(words.kind_town, "town"),
        **dict.fromkeys(words.kind_district, "district"),
        **dict.fromkeys(words.kind_division, "division"),
        **dict.fromkeys(words.kind_feature, "feature"),
    }


@dataclass(frozen=True, slots=True)
class Description:
    """A description taken apart: `cores` are spellings to look up in order.

    `wider` are places named after it ("A, B"); `loose` are names that only hold or neighbour it.
    """

    cores: tuple[str, ...]
    hint: Hint = None
    relation: Literal["at", "near", "between"] = "at"
    distance_km: float | None = None
    compass: str | None = None
    other: str | None = None
    wider: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()


def describe(text: str) -> Description:
    """Parse one description, as data sets and reports write them; never fails."""
    text = " ".join(text.split()).strip(" .,;")
    text = _PREPOSITION.sub("", text)
    if match := _DISTANCE.match(text):
        number, unit, compass, rest = match.groups()
        scale = _UNITS.get(unit.lower().rstrip("s").rstrip("."), 0.001)
        inner = describe(rest)
        where = fold(compass) if compass and re.match(_COMPASS, compass, re.IGNORECASE) else None
        return _with(inner, relation="near", distance_km=float(number.replace(",", ".")) * scale, compass=where)
    if match := _BETWEEN.match(text) or _ROAD.match(text):
        first, second = describe(match.group(1)), describe(match.group(2))
        return _with(first, relation="between", other=second.cores[0], wider=second.wider or first.wider)
    if match := _NEAR.match(text):
        return _with(describe(match.group(1)), relation="near")
    head, *wider = [part.strip() for part in text.split(",") if part.strip()] or [text]
    head, wider = _split_in(head, wider)
    if (match := _ONE_ROAD.match(head)) and len(match.group(1)) > 2:
        inner = describe(match.group(1))
        return _with(inner, relation="near", cores=(head, *inner.cores), wider=(*inner.wider, *wider))
    cores, hint, loose = _cores(head)
    return Description(cores=cores, hint=hint, wider=tuple(wider), loose=loose)


def _with(inner: Description, **changes: object) -> Description:
    return replace(inner, **changes)  # type: ignore[arg-type]


def _split_in(head: str, wider: list[str]) -> tuple[str, list[str]]:
    """ "Hyderabad in Pakistan's Sindh province" into its head and the wider places."""
    parts = re.split(r"\s+(?:in|of the)\s+(?:the\s+)?(?=[A-Z\u00c0-\u024f])", head, maxsplit=1)
    if len(parts) == 2 and len(parts[0]) > 2:
        tail = re.split(r"['’]s?\s+", parts[1], maxsplit=1)
        return parts[0], [*reversed(tail), *wider]
    return head, wider


def _cores(head: str) -> tuple[tuple[str, ...], Hint, tuple[str, ...]]:
    """The name with and without its kind word, what the kind word says, and looser names."""
    inside = [part for part in _PAREN.findall(head) if part and not part.isdigit()]
    plain = _PAREN.sub("", head).strip() or head
    cores, hint = _strip_kind(plain)
    loose = [_strip_kind(part)[0][0] for part in inside]
    parts = re.split(r"\s*/\s*|\s+or\s+|\s+and\s+|\s*&\s*|\s+-\s+", cores[0])
    if len(parts) > 1:
        loose += [part for part in parts if len(part) > 2]
    if match := _QUARTER.match(cores[0]):
        loose.append(match.group(1))
    return tuple(dict.fromkeys(cores)), hint, tuple(dict.fromkeys(loose))


def _strip_kind(plain: str) -> tuple[list[str], Hint]:
    if match := _OF.match(plain):
        _, word, rest = match.groups()
        hint = _kind_words().get(fold(word).rstrip("s"), _kind_words().get(fold(word)))
        return [rest, plain], hint
    words = plain.split()
    for length in (3, 2, 1):
        if len(words) <= length:
            continue
        tail = fold(" ".join(words[-length:]))
        found = _kind_words().get(tail) if length == 1 else _TWO_WORDS.get(tail)
        if not found:
            continue
        rest = " ".join(words[:-length])
        more, second = _strip_kind(rest)
        if found == "feature":
            return [plain, *more], "feature"
        return [*more, plain], second if second == "district" else found
    if match := _LEADING.match(plain):
        if words[0].lower().startswith(("mt", "mount")):
            return [plain, match.group(1)], None
        return [match.group(1), plain], "town"
    return [plain], None
