"""Does a predicted row agree with a gold row, cell by cell?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from eventbook.validation.scoring.cells import count_of, day_of, distance_km, point_of, text_of
from eventbook.validation.scoring.records import CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

FIELDS = ("sub_event_type", "day", "place", "country", "deaths", "categories", "actors")
ROW_RIGHT = ("sub_event_type", "day", "place", "deaths", "categories")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which parts of two rows agree; a part that the scheme has no column for counts as agreeing.

    `day` and `place` are the exact day and the nearer radius; `day_near` and `place_far` the looser ones.
    """

    event_type: bool
    sub_event_type: bool
    day: bool
    day_near: bool
    place: bool
    place_far: bool
    country: bool
    deaths: bool
    categories: bool
    actors: bool

    @property
    def lenient(self) -> bool:
        """The event type agrees and the day or the place is near."""
        return self.event_type and (self.day_near or self.place_far)

    @property
    def strict(self) -> bool:
        """The event type agrees and both the day and the place are near."""
        return self.event_type and self.day_near and self.place_far

    @property
    def two_of_three(self) -> bool:
        """Two of event type, day and place agree: one event, though a coder may have erred in the third."""
        return self.event_type + self.day_near + self.place_far >= 2

    @property
    def row_right(self) -> bool:
        """All cells of `ROW_RIGHT` agree."""
        return all(getattr(self, name) for name in ROW_RIGHT)


def compare_rows(gold: CodedRow, predicted: CodedRow, *, scheme: ScoreScheme) -> Comparison:
    """Compare a predicted row with a gold row and its accepted alternatives."""
    values = predicted.values
    day_gap = _day_gap(gold, values, scheme)
    gap_km = _gap_km(gold, values, scheme)
    named = _same_location(gold, values, scheme)
    return Comparison(
        event_type=_event_type_agrees(gold, values, scheme),
        sub_event_type=_equal(gold, values, scheme.sub_event_type),
        day=day_gap == 0,
        day_near=day_gap <= scheme.near_days,
        place=named or gap_km <= scheme.near_km,
        place_far=named or gap_km <= scheme.far_km,
        country=_equal(gold, values, scheme.country),
        deaths=_deaths_agree(gold, values, scheme.deaths),
        categories=_categories_agree(gold, values, scheme.categories),
        actors=_actors_agree(gold, values, scheme),
    )


def _equal(gold: CodedRow, values: Mapping[str, object], column: str | None) -> bool:
    return column is None or text_of(values.get(column)) in {text_of(option) for option in gold.options(column)}


def _event_type_agrees(gold: CodedRow, values: Mapping[str, object], scheme: ScoreScheme) -> bool:
    if scheme.event_type is None:
        return _equal(gold, values, scheme.sub_event_type)
    accepted = {text_of(option) for option in gold.options(scheme.event_type)}
    if scheme.sub_event_type:
        accepted |= {scheme.type_of.get(text_of(option), "") for option in gold.options(scheme.sub_event_type)}
    return text_of(values.get(scheme.event_type)) in accepted - {""}


def _day_gap(gold: CodedRow, values: Mapping[str, object], scheme: ScoreScheme) -> float:
    if scheme.day is None:
        return 0
    day = day_of(values.get(scheme.day))
    days = [option for value in gold.options(scheme.day) if (option := day_of(value))]
    return min((abs((option - day).days) for option in days), default=float("inf")) if day else float("inf")


def _gap_km(gold: CodedRow, values: Mapping[str, object], scheme: ScoreScheme) -> float:
    if not scheme.has_place():
        return 0
    if not (scheme.latitude and scheme.longitude):
        return float("inf")
    point = point_of(values.get(scheme.latitude), values.get(scheme.longitude))
    # Alternatives are listed by column, so every latitude is tried with every longitude.
    options = product(gold.options(scheme.latitude), gold.options(scheme.longitude))
    points = [found for north, east in options if (found := point_of(north, east))]
    return min((distance_km(option, point) for option in points), default=float("inf")) if point else float("inf")


def _same_location(gold: CodedRow, values: Mapping[str, object], scheme: ScoreScheme) -> bool:
    if scheme.location is None:
        return False
    name = text_of(values.get(scheme.location)).lower()
    return bool(name) and name in {text_of(option).lower() for option in gold.options(scheme.location)}


def _deaths_agree(gold: CodedRow, values: Mapping[str, object], column: str | None) -> bool:
    if column is None:
        return True
    count = count_of(values.get(column))
    return count is not None and count in {count_of(option) for option in gold.options(column)}


def _categories_agree(gold: CodedRow, values: Mapping[str, object], columns: Sequence[str]) -> bool:
    """The same categories on the two sides, in either order."""
    found = {text_of(values.get(column)) for column in columns}
    accepted = product(*([text_of(option) for option in gold.options(column)] for column in columns))
    return any(found == set(choice) for choice in accepted)


def _actors_agree(gold: CodedRow, values: Mapping[str, object], scheme: ScoreScheme) -> bool:
    """The names alike on both sides, straight or crossed; an empty side is like an empty one only."""
    found = [text_of(values.get(column)) for column in scheme.actors]
    accepted = [[text_of(option) for option in gold.options(column)] for column in scheme.actors]
    return any(
        all(_alike(names, name) >= scheme.name_similarity for names, name in zip(accepted, order, strict=True))
        for order in (found, found[::-1])
    )


def _alike(names: Sequence[str], name: str) -> float:
    from rapidfuzz.fuzz import token_set_ratio

    return max(token_set_ratio(option, name) if option and name else 100.0 * (option == name) for option in names)
