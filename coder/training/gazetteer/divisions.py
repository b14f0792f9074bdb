"""First- and second-order divisions: plain names, exonyms, representative towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from naming import plain
from sources import Row

from eventbook.coder.places.folding import fold, skeleton

#: Countries whose second-order divisions news and data sets treat as first-order: the Philippines'
#: provinces are its first local governments; its regions only group them.
PROMOTED = ("PH",)

#: Capitals named in exonyms.yaml that no town bears: the build lists them all and stops.
MISSING: list[str] = []


def promote(
    towns: list[Row], admin1: dict[str, str], admin2: dict[str, str]
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Lift second-order divisions of PROMOTED countries; returns admin1, admin2, regions."""
    regions = {}
    for country in PROMOTED:
        mine = [code for code in admin1 if code.startswith(country + ".")]
        lower = [code for code in admin2 if code.startswith(country + ".")]
        capital_region = f"{country}.NCR"
        for code in mine:
            if code != capital_region:
                regions[code] = admin1.pop(code)
        for code in lower:
            name = admin2.pop(code)
            if not code.startswith(capital_region):
                admin1[code] = name
        for town in towns:
            if town.country == country and town.admin1 != capital_region and town.admin2 in admin1:
                town.admin1, town.admin2 = town.admin2, ""
    return admin1, admin2, regions


def assign_second_order(towns: list[Row], known: Mapping[tuple[str, int, int], str]) -> None:
    """Set `admin2` by coordinates, or where the three nearest towns with one agree."""
    for town in towns:
        at = (town.country, round(town.latitude * 1e5), round(town.longitude * 1e5))
        code = known.get(at, "")
        if code.startswith(town.admin1 + "."):
            town.admin2 = code
    infer_second_order([town for town in towns if not town.admin2], towns)


def infer_second_order(unknown: Iterable[Row], towns: Iterable[Row]) -> None:
    """Set `admin2` of the unknown where the three nearest towns of their division that have one agree within 0.2°."""
    from scipy.spatial import cKDTree

    settled: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        if town.admin2:
            settled[town.admin1].append(town)
    trees = {code: cKDTree([(town.latitude, town.longitude) for town in group]) for code, group in settled.items()}
    for town in unknown:
        group = settled.get(town.admin1)
        if not group:
            continue
        distances, indices = trees[town.admin1].query((town.latitude, town.longitude), k=min(3, len(group)))
        pairs = list(zip(distances, indices, strict=False)) if len(group) > 1 else [(distances, indices)]
        near = {group[int(i)].admin2 for d, i in pairs if d < 0.2}
        if len(near) == 1:
            town.admin2 = near.pop()


def find_seat(name: str, towns: Iterable[Row], capital: str | None) -> Row | None:
    """The town called `capital`, else the one named as the division, else the largest."""
    ranked = sorted(towns, key=lambda town: (-town.population, str(town.ref)))
    wanted = fold(capital) if capital else fold(plain(name))
    largest = ranked[0].population if ranked else 0
    for exact, least in ((True, 0.03), (False, 0.2)):
        for town in ranked:
            names = [town.name] if exact else town.aliases
            likely = capital or town.population >= least * largest
            if likely and any(fold(alias) == wanted for alias in names):
                return town
    if capital:
        MISSING.append(f"no town {capital!r} in division {name!r}; largest: {[t.name for t in ranked[:4]]}")
    return ranked[0] if ranked else None


def division_rows(
    names: Mapping[str, str],
    towns: list[Row],
    *,
    kind: str,
    exonyms: Mapping[str, Mapping[str, Any]],
) -> list[Row]:
    """One row per division that has a town; its coordinates are those of its seat."""
    level = "admin1" if kind == "division" else "admin2"
    inside: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        inside[getattr(town, level)].append(town)
    rows = []
    for code, given in sorted(names.items()):
        extra = exonyms.get(code, {})
        seat = None if "at" in extra else find_seat(given, inside.get(code, []), extra.get("capital"))
        if seat is None and "at" not in extra:
            continue
        bare = plain(given)
        if seat is not None:
            _name_seat(seat, extra.get("name", bare), rename=kind == "division")
        latitude, longitude = extra.get("at") or (seat.latitude, seat.longitude)  # type: ignore[union-attr]
        rows.append(
            Row(
                ref=code,
                name=extra.get("name", bare),
                kind=kind,
                country=code.split(".")[0],
                latitude=latitude,
                longitude=longitude,
                population=sum(town.population for town in inside.get(code, [])),
                admin1=code if kind == "division" else code.rsplit(".", 1)[0],
                seat=seat.ref if seat else "",
                aliases=[given, bare, *extra.get("names", [])],
            )
        )
    return rows


def _name_seat(seat: Row, name: str, *, rename: bool) -> None:
    """A seat called as its division bears that name first: Ḩamāh is Hama."""
    known = {fold(alias) for alias in seat.aliases}
    if fold(name) in known and fold(name) != fold(seat.name) and _consonants(name) == _consonants(seat.name):
        if rename:
            seat.aliases.append(seat.name)
            seat.own.append(seat.name)
            seat.name = name
        else:
            seat.own.append(name)


def _consonants(name: str) -> str:
    """Spellings of one name share these: Ḩamāh and Hama, Janīn and Jenin."""
    return "".join(letter for letter in skeleton(fold(name)) if letter not in "aeiou")
