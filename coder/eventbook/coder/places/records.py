"""The frozen records of the place look-up: places, candidates, resolutions, mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PlaceKind = Literal["town", "district", "division", "subdivision", "region", "feature", "country"]

Relation = Literal["at", "near", "between", "division", "country", "origin", "metonym"]

#: Kinds in the order of their codes in a gazetteer file; append only.
KINDS: tuple[PlaceKind, ...] = (
    "town",
    "district",
    "division",
    "subdivision",
    "region",
    "feature",
    "country",
)

#: Geo precision of a place by its kind (codebook policy on place).
PRECISION: dict[PlaceKind, int] = {
    "town": 1,
    "district": 1,
    "subdivision": 2,
    "division": 3,
    "region": 3,
    "feature": 3,
    "country": 3,
}


@dataclass(frozen=True, slots=True)
class Place:
    """One named place: `latitude`, `longitude` in degrees WGS 84, of its centre.

    `admin1` and `admin2` are names (empty where unknown), `country` is ISO 3166 alpha-2. For a
    division or a region the coordinates are those of its representative town (its capital).
    `gazetteer` names the file that it was found in: "shipped", or one of the user's.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    source: str
    gazetteer: str = "shipped"

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, or None for a place of another source."""
        scheme, _, number = self.id.partition(":")
        return int(number) if scheme == "geonames" and number.isdigit() else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `precision` is the geo precision 1, 2 or 3 it would get.

    `score` in [0, 1] is the place's share among its namesakes; the best one's counts those within 25 km.
    """

    place: Place
    score: float
    precision: int
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Candidates of a name, best first; empty with `abstained_because` when none is safe."""

    candidates: tuple[Candidate, ...]
    abstained_because: str | None = None

    @property
    def best(self) -> Candidate | None:
        """The first candidate, or None."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the name: country votes, points nearby, divisions named.

    `votes`: share in [0, 1] per ISO alpha-2 country; `near`: (latitude, longitude) pairs of places
    in the same sentence; `divisions`: folded names of first- or second-order divisions; `around`: points
    of the article's other places; `away`: (latitude, longitude, km, compass) of "30 km north of" a place.
    """

    votes: tuple[tuple[str, float], ...] = ()
    near: tuple[tuple[float, float], ...] = ()
    divisions: tuple[str, ...] = ()
    around: tuple[tuple[float, float], ...] = ()
    away: tuple[float, float, float, str | None] | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in an article: half-open span of characters, `text[start:end] == quote`.

    `cue` is the word that showed it ("in", "town of", "province", "dateline"), None if there was
    none. `distance_km` is set where the text gives one ("20 km south of").
    """

    start: int
    end: int
    quote: str
    candidates: tuple[Candidate, ...]
    cue: str | None
    relation: Relation
    distance_km: float | None = None
    compass: str | None = None
    other: tuple[Candidate, ...] = field(default=())

    @property
    def place(self) -> Place | None:
        """The place of the best candidate, or None."""
        return self.candidates[0].place if self.candidates else None

    @property
    def precision(self) -> int | None:
        """The geo precision of the best candidate, or None."""
        return self.candidates[0].precision if self.candidates else None
