"""Which columns of a codebook say what, and how near two cells must be to agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventbook.codebook.codebook import Codebook
    from eventbook.codebook.model import Column


@dataclass(frozen=True, slots=True)
class ScoreScheme:
    """The columns that scoring and intercoder reliability look at; None where a codebook has no such column.

    `type_of` gives the event type of each sub-event type; it widens what a gold row accepts as event type.
    Distances in km, days in days; `name_similarity` is a token-set ratio from 0 to 100.
    """

    event_type: str | None = None
    sub_event_type: str | None = None
    day: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    location: str | None = None
    country: str | None = None
    deaths: str | None = None
    actors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()  # not scored; compared between coders
    article_id: str = "article_id"
    type_of: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)  # column -> level of measurement
    near_days: int = 1
    near_km: float = 25.0
    far_km: float = 50.0
    name_similarity: float = 85.0

    def columns(self) -> tuple[str, ...]:
        """The names of all columns that are compared, in the order of the slots."""
        single = (
            self.event_type, self.sub_event_type, self.day, self.latitude, self.longitude,
            self.location, self.country, self.deaths,
        )  # fmt: skip
        return tuple(name for name in (*single, *self.actors, *self.categories) if name)

    def has_place(self) -> bool:
        """Whether rows can be compared by place, through coordinates or a name."""
        return bool(self.location or (self.latitude and self.longitude))


def scheme_of(codebook: "Codebook") -> ScoreScheme:
    """The scheme of a codebook: its first column for each fact that scoring looks at."""

    def column(*facts: str) -> str | None:
        found = (codebook.column_from(fact) for fact in facts)
        return next((column.name for column in found if column), None)

    def sides(part: str) -> tuple[str, ...]:
        return tuple(name for side in ("first", "second") if (name := column(f"{side}.{part}")))

    return ScoreScheme(
        event_type=column("kind.event_type"),
        sub_event_type=column("kind.sub_event_type"),
        day=column("day.date"),
        latitude=column("place.latitude"),
        longitude=column("place.longitude"),
        location=column("place.name"),
        country=column("place.country"),
        deaths=column("deaths.count", "deaths.best"),
        actors=sides("name"),
        categories=sides("category"),
        precisions=tuple(name for fact in ("day.precision", "place.precision") if (name := column(fact))),
        type_of={kind.sub_event_type.label: kind.event_type.label for kind in codebook.kinds},
        levels={column.name: _level(column) for column in codebook.columns},
    )


def _level(column: "Column") -> str:
    """Interval for measured numbers, ordinal for counts and codes, nominal for the rest.

    Counts of deaths have long tails: a few massacres alone would set alpha on an interval scale. Days are
    nominal: over years of news any two codings of a day are near one another on a scale of days.
    """
    return {"number": "interval", "integer": "ordinal"}.get(column.type, "nominal")
