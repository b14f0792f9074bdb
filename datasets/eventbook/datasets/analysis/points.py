"""Events as points for GeoPandas."""

from typing import TYPE_CHECKING

from eventbook.datasets.analysis.extras import extra
from eventbook.datasets.analysis.version import Version

if TYPE_CHECKING:
    import geopandas


def to_geopandas(version: Version, *, geo_precision: int | None = None) -> "geopandas.GeoDataFrame":
    """The events with a column `geometry`: points in WGS 84 (EPSG:4326), None where coordinates are missing.

    With `geo_precision` only those known that well or better. Raises BadQuestion, MissingExtra.
    """
    with extra("geo", package="geopandas", purpose="to_geopandas"):
        import geopandas
    events = version.frame()
    if geo_precision is not None:
        name = version.column("place.precision", purpose="a filter of precision")
        events = events[(events[name] <= geo_precision).fillna(False)].reset_index(drop=True)
    latitude, longitude = (version.column(f"place.{axis}", purpose="points") for axis in ("latitude", "longitude"))
    points = geopandas.points_from_xy(events[longitude], events[latitude])
    known = events[[latitude, longitude]].notna().all(axis=1)
    return geopandas.GeoDataFrame(events, geometry=[p if k else None for p, k in zip(points, known, strict=True)],
                                  crs="EPSG:4326")  # fmt: skip
