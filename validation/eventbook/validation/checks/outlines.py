"""How far a point lies from a country."""

from typing import TYPE_CHECKING

from eventbook.validation.checks.divisions import places_of

if TYPE_CHECKING:
    import numpy as np

_EARTH_KM = 6371.0088  # mean radius


def distance_to_country(
    points: "np.ndarray", iso3: str, *, tolerance_km: float, nearest_km: float | None
) -> "np.ndarray":
    """Kilometres by which each point (latitude, longitude) lies too far from the country, 0 where it is near enough."""
    import numpy as np

    if nearest_km is None:
        return np.zeros(len(points))
    places = places_of(iso3)
    if not len(places):
        return np.zeros(len(points))
    away = _nearest(points, places)
    return np.where(away > nearest_km, away, 0.0)


def _nearest(points: "np.ndarray", places: "np.ndarray") -> "np.ndarray":
    """Great-circle kilometres from each point to the nearest place."""
    import numpy as np
    from scipy.spatial import cKDTree

    chord, _ = cKDTree(_on_sphere(places)).query(_on_sphere(points))
    return 2 * _EARTH_KM * np.arcsin(np.clip(chord / 2, 0, 1))


def _on_sphere(points: "np.ndarray") -> "np.ndarray":
    import numpy as np

    latitude, longitude = np.radians(points[:, 0]), np.radians(points[:, 1])
    return np.column_stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
    )
