"""Pictures of a version, each with a caption that names the version, the number of events and the sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.selection import Selection

if TYPE_CHECKING:
    from eventbook.datasets.analysis.periods import Freq
    from eventbook.datasets.analysis.pictures.picture import Picture
    from eventbook.datasets.analysis.units import Unit
    from eventbook.datasets.analysis.version import Version

PICTURES = ("timeline", "map", "heatmap", "actors")


@dataclass(frozen=True, slots=True)
class Plots:
    """What can be drawn of a version. `countries`, `start` and `end` choose the events that a picture shows.

    Every method raises BadQuestion where there is nothing to draw or a word is unknown, MissingExtra where matplotlib
    is not installed.
    """

    version: "Version"

    def timeline(
        self, freq: "Freq | None" = None, *, by: str | None = "event_type", measure: str = "events",
        countries: Sequence[str] = (), start: date | str | None = None, end: date | str | None = None,
    ) -> "Picture":  # fmt: skip
        """Bars by day, week, month or year (by default what fits), stacked by the labels of the column `by`."""
        from eventbook.datasets.analysis.pictures.timeline import draw_timeline

        return draw_timeline(self.version, _selection(countries, start, end), freq=freq, by=by, measure=measure)

    def map(
        self, *, by: str | None = "event_type", measure: str = "events", countries: Sequence[str] = (),
        start: date | str | None = None, end: date | str | None = None,
    ) -> "Picture":  # fmt: skip
        """Circles whose area is the number of events or deaths; open where only a division is known."""
        from eventbook.datasets.analysis.pictures.world import draw_world

        return draw_world(self.version, _selection(countries, start, end), by=by, measure=measure)

    def heatmap(
        self, unit: "Unit" = "country", freq: "Freq | None" = None, *, measure: str = "events", top: int = 25,
        countries: Sequence[str] = (), start: date | str | None = None, end: date | str | None = None,
    ) -> "Picture":  # fmt: skip
        """Units by periods, the `top` units with most; hatched where no article could tell."""
        from eventbook.datasets.analysis.pictures.heatmap import draw_heatmap

        chosen = _selection(countries, start, end)
        return draw_heatmap(self.version, chosen, unit=unit, freq=freq, measure=measure, top=top)

    def actors(
        self, *, measure: str = "events", top: int = 15, countries: Sequence[str] = (),
        start: date | str | None = None, end: date | str | None = None,
    ) -> "Picture":  # fmt: skip
        """The `top` actors by the events in which they took part, on either side."""
        from eventbook.datasets.analysis.pictures.sides import draw_actors

        return draw_actors(self.version, _selection(countries, start, end), measure=measure, top=top)


def _selection(countries: Sequence[str], start: date | str | None, end: date | str | None) -> Selection:
    return Selection((countries,) if isinstance(countries, str) else tuple(countries), start, end)
