"""Rules on places: the point lies in the named country, the division belongs to it."""

from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.validation.checks.cell_rules import positions
from eventbook.validation.checks.records import Check, Failures
from eventbook.validation.checks.tables import Tables


def is_in_country(tables: Tables, check: Check) -> Failures:
    """Further from the named country than the tolerance, in kilometres.

    By the country's outline; where there is none, by the nearest of its places in the gazetteer (`nearest`).
    """
    import numpy as np
    import pyarrow as pa

    from eventbook.validation.checks.outlines import distance_to_country

    country, latitude, longitude = check.columns
    names = tables.cells[country].dictionary_encode()
    codes = [_iso3(tables.codebook, country, value) for value in names.dictionary.to_pylist()]
    which = names.indices.fill_null(-1).to_numpy()
    points = np.column_stack([
        tables.cells[column].to_numpy(zero_copy_only=False).astype(np.float64) for column in (latitude, longitude)
    ])
    valid = np.isfinite(points).all(axis=1) & (np.abs(points[:, 0]) <= 90) & (np.abs(points[:, 1]) <= 180)
    away = np.zeros(tables.size)
    order = np.argsort(which, kind="stable")
    bounds = np.searchsorted(which[order], np.arange(len(codes) + 1))
    for number, iso3 in enumerate(codes):
        rows = order[bounds[number] : bounds[number + 1]]
        rows = rows[valid[rows]]
        if iso3 is not None and len(rows):
            away[rows] = distance_to_country(
                points[rows], iso3, tolerance_km=check.arguments["limit"], nearest_km=check.arguments["nearest"]
            )
    failed = np.flatnonzero(away > 0)
    told = [f"{tables.cells[latitude][int(n)].as_py()}, {tables.cells[longitude][int(n)].as_py()}" for n in failed]
    far = [f"{away[n]:.0f} km" if np.isfinite(away[n]) else "far away" for n in failed]
    return Failures(failed, pa.array(told, pa.string()), pa.array(far, pa.string()))


def is_division_of(tables: Tables, check: Check) -> Failures:
    """A first-order division that the gazetteer knows in other countries alone."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    from eventbook.validation.checks.divisions import Divisions

    country, division = check.columns
    pairs = pa.table({"country": tables.cells[country], "division": tables.cells[division]})
    unique = pairs.group_by(["country", "division"], use_threads=False).aggregate([])
    divisions = Divisions()
    wrong: dict[tuple[Any, str], str] = {}
    for row in unique.to_pylist():
        iso3 = _iso3(tables.codebook, country, row["country"])
        if iso3 is None or row["division"] is None:
            continue
        others = divisions.elsewhere(row["division"], iso3)
        if others:
            labels = (tables.codebook.country_by_iso3.get(other) for other in others)
            wrong[row["country"], row["division"]] = ", ".join(
                label.label if label else other for label, other in zip(labels, others, strict=True)
            )
    if not wrong:
        return Failures(np.array([], np.int64))
    keys = pc.binary_join_element_wise(pc.cast(pairs["country"], pa.string()), pairs["division"], "\x1f")
    listed = pa.array([f"{name}\x1f{place}" for name, place in wrong], pa.string())
    found = pc.index_in(keys, value_set=listed).combine_chunks()
    rows = positions(pc.is_valid(found))
    told = pa.array(list(wrong.values()), pa.string()).take(found.take(pa.array(rows)))
    return Failures(rows, expected=told)


def _iso3(codebook: Codebook, column: str, value: Any) -> str | None:
    """ISO 3166-1 alpha-3 of a cell, by what fills its column; None where it names no country."""
    if value is None:
        return None
    fact = next(entry.source for entry in codebook.columns if entry.name == column)
    if fact == "place.iso3":
        return str(value)
    if fact == "place.country":
        labels = {country.label: country.iso3 for country in codebook.world.countries}
        if labels or not isinstance(value, str):
            return labels.get(value)
        return value if len(value) == 3 and value.isupper() else None
    from eventbook.validation.checks.divisions import iso3_by_number

    return iso3_by_number().get(int(value))
