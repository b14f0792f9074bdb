"""Build the shipped country outlines from Natural Earth's countries at 1:50 million (public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python validation/training/outlines/build.py package/countries-50m.json OUTPUT.npz

The npm package world-atlas (ISC) holds Natural Earth 4.1.0 as TopoJSON. Coordinates are kept to 0.01 degrees. Where
sovereignty is disputed a ring is given to every side that a codebook may name, so that no check takes sides.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from eventbook.validation.checks.divisions import iso3_by_number

# Shapes without an ISO number, by name: whose they may count as.
UNNUMBERED = {
    "Kosovo": ("XKX", "SRB"),
    "Somaliland": ("SOM",),
    "N. Cyprus": ("CYP",),
    "Siachen Glacier": ("IND", "PAK"),
    "Indian Ocean Ter.": ("CXR", "CCK"),
}
# Parts of a country's shape that others claim or that have a code of their own: south, west, north, east in degrees.
PARTS = (
    ("RUS", "UKR", (44.2, 32.4, 46.3, 36.8)),  # Crimea
    ("FRA", "GUF", (1.5, -55.0, 6.5, -51.0)),
    ("FRA", "GLP", (15.7, -62.0, 16.6, -60.9)),
    ("FRA", "MTQ", (14.2, -61.4, 15.0, -60.7)),
    ("FRA", "REU", (-21.6, 55.0, -20.7, 56.0)),
    ("FRA", "MYT", (-13.1, 44.9, -12.5, 45.4)),
    ("NOR", "SJM", (74.0, 5.0, 81.5, 35.0)),
    ("NLD", "BES", (11.9, -69.0, 18.0, -62.5)),
)
SHARED = {"MAR": ("ESH",), "TWN": ("CHN",), "HKG": ("CHN",), "MAC": ("CHN",), "PSE": ("ISR",)}
SCALE = 100  # hundredths of a degree


def main() -> None:
    """Read TopoJSON, write the rings of every country."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    topology = json.loads(arguments.source.read_text(encoding="utf-8"))
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    countries: dict[str, list[np.ndarray]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        for code in _codes(shape):
            countries.setdefault(code, []).extend(_rings(shape, arcs))
    for country, part, box in PARTS:
        found = [ring for ring in countries[country] if _inside(ring, box)]
        countries.setdefault(part, []).extend(found)
        print(f"{part}: {len(found)} rings of {country}")
    for code, others in SHARED.items():
        for other in others:
            countries[other] = [*countries[other], *countries.get(code, [])]
    _write(countries, arguments.output)


def _decode(arc: list[list[int]], transform: dict[str, Any]) -> np.ndarray:
    points = np.cumsum(np.array(arc, np.int64), axis=0)
    return points * np.array(transform["scale"]) + np.array(transform["translate"])


def _codes(shape: dict[str, Any]) -> tuple[str, ...]:
    if shape.get("id"):
        code = iso3_by_number().get(int(shape["id"]))
        return (code,) if code else ()
    return UNNUMBERED.get(shape["properties"]["name"], ())


def _rings(shape: dict[str, Any], arcs: list[np.ndarray]) -> list[np.ndarray]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [_join(ring, arcs) for polygon in polygons for ring in polygon]


def _join(ring: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    line = np.concatenate(parts)
    line[:, 0] = np.unwrap(line[:, 0], period=360)  # a ring across the date line goes on beyond 180 degrees
    points = np.round(line * SCALE).astype(np.int16)
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (points[1:] != points[:-1]).any(axis=1)
    return points[keep]


def _inside(ring: np.ndarray, box: tuple[float, float, float, float]) -> bool:
    south, west, north, east = (value * SCALE for value in box)
    longitude, latitude = ring[:, 0], ring[:, 1]
    inside = (longitude >= west) & (longitude <= east) & (latitude >= south) & (latitude <= north)
    return bool(inside.all())


def _write(countries: dict[str, list[np.ndarray]], output: Path) -> None:
    """`points`: longitude and latitude in hundredths; `ring_ends`, `country_ends`: where each ring, country ends."""
    codes = sorted(code for code in countries if countries[code])
    rings = [ring for code in codes for ring in countries[code] if len(ring) > 3]
    counts = [sum(len(ring) > 3 for ring in countries[code]) for code in codes]
    np.savez_compressed(
        output, codes=np.array(codes, "U3"), points=np.concatenate(rings),
        ring_ends=np.cumsum([len(ring) for ring in rings]).astype(np.int32),
        country_ends=np.cumsum(counts).astype(np.int32),
    )  # fmt: skip
    print(f"{len(codes)} countries, {len(rings)} rings, {sum(map(len, rings))} points, {output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
