"""Events on a map: circles over the outlines of countries."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.pictures.amounts import ALL, amounts, labels_of, some, type_column
from eventbook.datasets.analysis.pictures.picture import (
    SOFT,
    WIDTH,
    Picture,
    make_caption,
    start_picture,
    style,
)
from eventbook.datasets.analysis.selection import Selection, select
from eventbook.datasets.analysis.units import POINT
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import counted
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from matplotlib.axes import Axes

_AREAS, _AREAS_DENSE = (14.0, 420.0), (4.0, 70.0)  # smallest and largest circle, square points; side by side in cells
_LAND, _COAST, _SEA = "#ECEBE4", "#B9B9AE", "#F6F8F9"
_STEPS = 1600  # points across the map to which outlines are rounded
_TALLEST, _LOWEST = 7.5, 3.2  # inches
_MOST, _ACROSS = 800, 80  # circles before they are gathered, and the cells across the map in which they are
_FEW = 4  # countries that a map shows whole
_SMALLEST_MAP = 30.0  # degrees, so that it is seen where in the world a map lies


def draw_world(version: Version, selection: Selection, *, by: str | None, measure: str) -> Picture:
    """Circles at each place, one for each label; their area is the number of events or deaths."""
    import numpy as np

    from eventbook.validation.report.world import map_extent

    with style():
        events, by = select(version, selection), type_column(version, by)
        names = [version.column(f"place.{axis}", purpose="a map") for axis in ("latitude", "longitude")]
        placed = events[events[names].notna().all(axis=1)]
        if placed.empty:
            raise BadQuestion("nothing to draw: none of the events that were chosen has coordinates")
        circles, colours = _circles(version, placed, names, by, measure)
        corners, smallest = _corners(version, placed)
        points = np.concatenate([circles[["y", "x"]].to_numpy(), corners])
        south, west, north, east = map_extent(points, smallest=smallest)
        circles, near = _gather(circles, (east - west) / _ACROSS)
        wide = _shrink((south + north) / 2)
        height = min(_TALLEST, max(_LOWEST, (WIDTH - 2.0) * (north - south) / ((east - west) * wide) + 0.9))
        caption = make_caption(version, placed, selection, *_notes(version, events, placed, circles, measure), near,
                               "Outlines: Natural Earth")  # fmt: skip
        title = f"{measure.capitalize()}" + (f" by {by.replace('_', ' ')}" if by else "") + " where they happened"
        figure, axes = start_picture(title, caption, height=height)
        _draw_land(axes, (south, west, north, east))
        areas = _AREAS_DENSE if near else _AREAS
        _draw_circles(axes, circles, colours, areas, (east - west) / ((WIDTH - 2.0) * 72))
        axes.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[], aspect=1 / wide, anchor="NW")
        for side in axes.spines.values():
            side.set(visible=True, color=_COAST)
    return Picture(figure, caption)


def _shrink(latitude: float) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle of the map."""
    from math import cos, radians

    return max(0.4, cos(radians(latitude)))


def _corners(version: Version, events: "pd.DataFrame") -> "tuple[np.ndarray, float]":
    """Corners of the main lands of the countries, where there are few, and the degrees that the map has at least."""
    import numpy as np

    from eventbook.validation.checks.outlines import rings_of

    facts, codebook = version.facts(), version.codebook
    name = facts.get("place.country") or facts.get("place.iso3")
    codes = {c.label: iso3 for iso3, c in codebook.country_by_iso3.items()} if codebook else {}
    countries = events[name].dropna().unique().tolist() if name else []
    rings = [max(found, key=lambda ring: float(np.ptp(ring, axis=0).prod()))
             for label in countries if (found := rings_of(codes.get(label, label)))]  # fmt: skip
    if not rings or len(countries) > _FEW:
        return np.empty((0, 2)), _SMALLEST_MAP
    corners = np.concatenate([[ring.min(axis=0), ring.max(axis=0)] for ring in rings])[:, ::-1]
    return np.clip(corners, (-90, -180), (90, 180)), _SMALLEST_MAP / 6


def _circles(
    version: Version, events: "pd.DataFrame", names: Sequence[str], by: str | None, measure: str
) -> "tuple[pd.DataFrame, dict[str, str]]":
    """y, x, label, fine (known as a point), amount: one row for each circle, the largest first."""
    values = some(amounts(version, events, measure), measure)
    labels, colours = labels_of(version, events, by, values)
    precision = version.facts().get("place.precision")
    fine = (events[precision] <= POINT).fillna(False) if precision else values.notna()
    work = events[list(names)].set_axis(["y", "x"], axis=1)
    work = work.assign(label=labels, fine=fine.astype(bool), amount=values)
    circles = work.groupby(["y", "x", "label", "fine"], as_index=False)["amount"].sum()
    circles = circles[circles["amount"] > 0]
    return circles.sort_values(["amount", "y", "x", "label"], ascending=[False, True, True, True]), colours


def _gather(circles: "pd.DataFrame", cell: float) -> "tuple[pd.DataFrame, str]":
    """One circle for each cell of so many degrees where there are too many to be seen, and a note that says so."""
    import numpy as np

    if len(circles) <= _MOST:
        return circles, ""
    cells = circles.assign(row=np.floor(circles["y"] / cell), column=np.floor(circles["x"] / cell))
    cells = cells.assign(y=cells["y"] * cells["amount"], x=cells["x"] * cells["amount"])
    by_label = cells.groupby(["row", "column", "label"], as_index=False).agg(amount=("amount", "sum"))
    by_label = by_label.sort_values(["amount", "label"], ascending=[False, True], kind="stable")
    found = cells.groupby(["row", "column"]).agg(y=("y", "sum"), x=("x", "sum"), fine=("fine", "max"),
                                                 amount=("amount", "sum"))  # fmt: skip
    found["label"] = by_label.drop_duplicates(["row", "column"]).set_index(["row", "column"])["label"]
    found = found.assign(y=found["y"] / found["amount"], x=found["x"] / found["amount"])
    colours = "" if circles["label"].nunique() == 1 else ", coloured by what is most frequent"
    order = found.reset_index(drop=True).sort_values(["amount", "y", "x"], ascending=[False, True, True])
    return order, f"Places in cells of {cell:.2g} degrees are drawn as one circle{colours}"


def _notes(
    version: Version, events: "pd.DataFrame", placed: "pd.DataFrame", circles: "pd.DataFrame", measure: str
) -> list[str]:
    notes = []
    if lost := len(events) - len(placed):
        notes.append(f"Without coordinates: {counted(lost, 'event')}")
    if not circles["fine"].all():
        notes.append("Open circles: only the division is known, drawn at its capital")
    if measure != "events":
        none = int((amounts(version, placed, measure) == 0).sum())
        notes.append(f"With 0 {measure}, not drawn: {counted(none, 'event')}")
    return notes


def _draw_land(axes: "Axes", extent: tuple[float, float, float, float]) -> None:
    from matplotlib.collections import PolyCollection

    from eventbook.validation.checks.outlines import outline_codes
    from eventbook.validation.report.world import rings_within

    rings = [ring for code in outline_codes() for ring in rings_within(code, *extent, steps=_STEPS)]
    axes.set_facecolor(_SEA)
    axes.add_collection(PolyCollection(rings, facecolors=_LAND, edgecolors=_COAST, linewidths=0.5, zorder=1))


def _draw_circles(
    axes: "Axes", circles: "pd.DataFrame", colours: Mapping[str, str], areas: tuple[float, float], degrees: float
) -> None:
    """Circles of one place stand side by side; `degrees` is what a point of the picture spans."""
    import numpy as np
    from matplotlib.colors import to_rgba_array

    most = float(circles["amount"].max())
    area = np.maximum(areas[0], areas[1] * circles["amount"].to_numpy(dtype=float) / max(most, 20.0))
    at = circles.groupby(["y", "x"])["amount"]
    rank, together = at.cumcount().to_numpy(), at.transform("size").to_numpy()
    apart = np.where(together > 1, np.sqrt(area / np.pi) * 0.9, 0.0) * degrees
    angle = 2 * np.pi * rank / together
    x, y = circles["x"] + apart * np.cos(angle), circles["y"] + apart * np.sin(angle)
    edge = circles["label"].map(colours).astype(str)
    face = to_rgba_array(list(edge), np.where(circles["fine"], 0.8, 0.0))
    axes.scatter(x, y, s=area, c="none", edgecolors="white", linewidths=2.0, zorder=2)
    axes.scatter(x, y, s=area, facecolors=face, edgecolors=list(edge), linewidths=1.1, zorder=3)
    _legend(axes, colours, areas, most)


def _legend(axes: "Axes", colours: Mapping[str, str], areas: tuple[float, float], most: float) -> None:
    from math import sqrt

    from matplotlib.lines import Line2D

    def key(area: float, colour: str, label: str, fill: str) -> Line2D:
        return Line2D([], [], linestyle="none", marker="o", markersize=sqrt(area), markerfacecolor=fill,
                      markeredgecolor=colour, label=label)  # fmt: skip

    keys = [key(40, colour, label, colour) for label, colour in colours.items() if label != ALL]
    if keys:
        types = axes.legend(handles=keys, loc="upper left", bbox_to_anchor=(1.0, 1.0), fontsize=8)
        axes.add_artist(types).set_clip_on(False)  # clipped, it would not count when room is made for it
    if most > 1:
        numbers = sorted({1, round(most / 4) or 1, round(most)})
        sizes = {n: max(areas[0], areas[1] * n / max(most, 20.0)) for n in numbers}
        rings = [key(area, SOFT, f"{n:,}", "none") for n, area in sizes.items()]
        apart = max(0.5, (sqrt(max(sizes.values())) - 8) / 8)  # in heights of the letters, so that rings do not touch
        axes.legend(handles=rings, loc="lower left", bbox_to_anchor=(1.0, 0.0), fontsize=8, labelspacing=apart,
                    handletextpad=0.4 + apart / 2, borderpad=apart)  # fmt: skip
