"""The units of a panel: in which one each event lies, and which ones the panel has."""

from collections.abc import Callable, Sequence
from numbers import Integral
from typing import TYPE_CHECKING, Any, Literal

from eventbook.datasets.analysis.extras import extra
from eventbook.datasets.analysis.priogrid import CELLS, cell_centre, cell_of
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import known_word
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

Unit = Literal["country", "admin1", "priogrid", "h3"]
UNITS = ("country", "admin1", "priogrid", "h3")
GRIDS = ("priogrid", "h3")
POINT = 2  # the worst geo precision that is still a point: 3 is a division or a larger region, put at its capital


def unit_columns(version: Version, unit: str) -> tuple[str, ...]:
    """The columns that name a unit in a panel; the first ones are its key."""
    if unit in GRIDS:
        return ("gid",) if unit == "priogrid" else ("h3",)
    country = version.country_column(purpose=f"unit={unit!r}")
    return (country,) if unit == "country" else (country, version.column("place.admin1", purpose=f"unit={unit!r}"))


def with_units(version: Version, events: "pd.DataFrame", unit: str, resolution: int) -> "pd.DataFrame":
    """The events that lie in a unit, with its key columns; those without a place of that kind are left out."""
    keys = list(unit_columns(version, unit))
    if unit not in GRIDS:
        return events[events[keys].notna().all(axis=1)]
    names = [version.column(f"place.{axis}", purpose=f"unit={unit!r}") for axis in ("latitude", "longitude")]
    placed = events[events[names].notna().all(axis=1)]
    latitude, longitude = (placed[name].to_numpy(dtype=float) for name in names)
    cells = cell_of(latitude, longitude) if unit == "priogrid" else _h3_cells(latitude, longitude, resolution)
    return placed.assign(**{keys[0]: cells})


def wanted_units(
    version: Version, unit: str, units: str | Sequence[Any], seen: "pd.DataFrame", *, countries: Sequence[str],
    resolution: int,
) -> "pd.DataFrame":  # fmt: skip
    """The units of a panel in order, one row each: those of events, all of them, or those that are listed."""
    import pandas as pd

    keys = list(seen.columns)
    if isinstance(units, str):
        known_word(units, ("seen", "all"), what="units")
        found = [] if units == "seen" else _all_units(version, unit, countries)
        frame = pd.concat([seen, pd.DataFrame(found, columns=keys).astype(dict(seen.dtypes))])
    else:
        frame = pd.DataFrame(_listed(version, unit, units, seen, resolution), columns=keys).astype(dict(seen.dtypes))
    return frame.drop_duplicates().sort_values(keys, ignore_index=True)


def add_places(frame: "pd.DataFrame", unit: str) -> "pd.DataFrame":
    """The frame with the centre of each PRIO-GRID cell behind its number, named as PRIO-GRID does."""
    if unit != "priogrid":
        return frame
    latitude, longitude = cell_centre(frame["gid"])
    frame.insert(1, "ycoord", latitude)
    frame.insert(2, "xcoord", longitude)
    return frame


def _h3_cells(latitude: "np.ndarray", longitude: "np.ndarray", resolution: int) -> list[str]:
    with extra("h3", package="h3", purpose="unit='h3'"):
        import h3
    if not 0 <= resolution <= 15:
        raise BadQuestion(f"resolution {resolution}: H3 has 0 (4.4 million km² a cell) to 15 (0.9 m²)")
    return [h3.latlng_to_cell(y, x, resolution) for y, x in zip(latitude.tolist(), longitude.tolist(), strict=True)]


def _all_units(version: Version, unit: str, countries: Sequence[str]) -> list[Any]:
    """All units there are: of the codebook, else of the countries that have events."""
    if unit == "h3":
        raise BadQuestion("units='all' is known for country, admin1 and priogrid; list the cells of H3 that you want")
    if unit == "country":
        labels = version.labels(version.country_column(purpose="unit='country'"))
        if not labels:
            raise BadQuestion("units='all' needs a codebook that lists countries; load the version with codebook=")
        return list(labels)
    make: Callable[[str], list[Any]] = _cells_of if unit == "priogrid" else _divisions_of
    codes = iso3_of_labels(version, countries)
    if unit == "priogrid":
        return sorted({cell for iso3 in codes.values() for cell in make(iso3)})
    return [(label, name) for label, iso3 in codes.items() for name in make(iso3)]


def iso3_of_labels(version: Version, countries: Sequence[str]) -> dict[str, str]:
    """Label of a country to ISO 3166-1 alpha-3; raises BadQuestion where the codebook does not tell."""
    from eventbook.validation.checks.outlines import outline_codes

    codebook = version.codebook
    known = {iso3: iso3 for iso3 in outline_codes()}  # of codebooks that write codes for countries
    known |= {country.label: iso3 for iso3, country in codebook.country_by_iso3.items()} if codebook else {}
    lost = [label for label in countries if label not in known]
    if lost:
        raise BadQuestion(
            f"units='all': the codebook does not list {', '.join(lost[:5])}; load the version with codebook=, "
            "or list the units"
        )
    return {label: known[label] for label in countries}


def _divisions_of(iso3: str) -> list[str]:
    from eventbook.validation.checks.divisions import division_names

    return list(division_names(iso3))


def _cells_of(iso3: str) -> list[int]:
    """The cells whose centres lie in the outline of a country."""
    import numpy as np

    from eventbook.validation.checks.outlines import is_inside, rings_of

    found: set[int] = set()
    for ring in rings_of(iso3):
        low, high = np.floor(ring.min(axis=0) * 2), np.ceil(ring.max(axis=0) * 2)
        y, x = np.meshgrid(np.arange(low[1], high[1]) / 2 + 0.25, np.arange(low[0], high[0]) / 2 + 0.25, indexing="ij")
        points = np.column_stack([y.ravel(), (x.ravel() + 180) % 360 - 180])
        inside = points[is_inside(points, iso3)]
        found |= set(cell_of(inside[:, 0], inside[:, 1]).tolist())
    return sorted(found)


def _listed(
    version: Version, unit: str, units: Sequence[Any], seen: "pd.DataFrame", resolution: int
) -> list[Any]:
    """The units that a person listed, each known; raises BadQuestion."""
    if not units:
        raise BadQuestion("units is an empty list; give 'seen', 'all' or the units that you want")
    if unit == "priogrid":
        wrong = [cell for cell in units if not (isinstance(cell, Integral) and 1 <= int(cell) <= CELLS)]
        if wrong:
            raise BadQuestion(f"units: {wrong[0]!r} is no PRIO-GRID cell; expected numbers from 1 to {CELLS:,}")
        return list(units)
    if unit == "h3":
        return _listed_h3(units, resolution)
    places = _known_places(version, unit, units, seen)
    names = [_name(place) for place in places]
    for place in units:
        known_word(_name(place), names, what=unit)
    return list(units)


def _listed_h3(units: Sequence[Any], resolution: int) -> list[Any]:
    with extra("h3", package="h3", purpose="unit='h3'"):
        import h3
    for cell in units:
        if not (isinstance(cell, str) and h3.is_valid_cell(cell) and h3.get_resolution(cell) == resolution):
            raise BadQuestion(f"units: {cell!r} is no H3 cell of resolution {resolution}")
    return list(units)


def _known_places(version: Version, unit: str, units: Sequence[Any], seen: "pd.DataFrame") -> list[Any]:
    """Countries of the codebook, or (country, division) of those that are listed; with those of events."""
    if unit == "country":
        return list(version.labels(str(seen.columns[0]), values=seen.iloc[:, 0].astype(str).tolist()))
    if not all(isinstance(place, tuple | list) and len(place) == 2 for place in units):
        raise BadQuestion("units of admin1 are pairs of country and division, such as ('Kenya', 'Garissa')")
    codebook = version.codebook
    iso3 = {country.label: code for code, country in codebook.country_by_iso3.items()} if codebook else {}
    found = [tuple(row) for row in seen.itertuples(index=False)]
    return [*found, *((c, name) for c in dict.fromkeys(p[0] for p in units) if c in iso3
                      for name in _divisions_of(iso3[c]))]  # fmt: skip


def _name(place: Any) -> str:
    return place if isinstance(place, str) else " / ".join(map(str, place))
