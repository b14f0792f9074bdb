"""The whole codebook: everything that a folder of YAML files says, with the look-ups that all stages use."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pydantic import ConfigDict

from eventbook.codebook.merging import Merging
from eventbook.codebook.model import (
    Checks,
    Column,
    Countries,
    Country,
    Dates,
    Deaths,
    EventType,
    EventTypes,
    Exemplar,
    Head,
    Places,
    Policies,
    Record,
    SubEventType,
    Targeting,
)
from eventbook.codebook.model_sides import Actors, Category, Community, Group


class Kind(Record):
    """A sub-event type with its event type and its rank in the order of precedence (0 the highest)."""

    rank: int
    event_type: EventType
    sub_event_type: SubEventType

    @property
    def id(self) -> str:
        """The id of the sub-event type."""
        return self.sub_event_type.id

    @property
    def targeting(self) -> Targeting:
        """The civilian targeting of the sub-type, else of its type."""
        return self.sub_event_type.civilian_targeting or self.event_type.civilian_targeting


class Codebook(Record):
    """A loaded codebook. `hash` is the sha256 of all its rules and of the language layer that it uses."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))

    head: Head
    columns: tuple[Column, ...]
    kinds_of_event: EventTypes
    actors: Actors
    groups: tuple[Group, ...]
    communities: tuple[Community, ...]
    deaths: Deaths
    dates: Dates
    places: Places
    world: Countries
    reasons: dict[str, str]
    exemplars: tuple[Exemplar, ...]
    checks: Checks = Checks()
    merging: Merging = Merging()
    folder: Path
    hash: str
    overrides: Mapping[str, str | int | float | bool] = MappingProxyType({})

    @property
    def id(self) -> str:
        """The codebook's id."""
        return self.head.id

    @property
    def version(self) -> str:
        """The codebook's semantic version."""
        return self.head.version

    @property
    def policies(self) -> Policies:
        """The policies of codebook.yaml, overrides applied."""
        return self.head.policies

    @property
    def event_types(self) -> tuple[EventType, ...]:
        """The event types in order of precedence."""
        return self.kinds_of_event.event_types

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """All sub-event types in order of precedence."""
        pairs = [(event_type, sub) for event_type in self.event_types for sub in event_type.sub_event_types]
        return tuple(Kind(rank=n, event_type=t, sub_event_type=s) for n, (t, s) in enumerate(pairs))

    @cached_property
    def kind_by_id(self) -> Mapping[str, Kind]:
        """Kinds by the id of their sub-event type."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def category_by_id(self) -> Mapping[str, Category]:
        """Categories of sides by id."""
        return {category.id: category for category in self.actors.categories}

    @cached_property
    def disorder_labels(self) -> Mapping[str, str]:
        """Labels of the disorder types by id."""
        return {disorder.id: disorder.label for disorder in self.kinds_of_event.disorder_types}

    @cached_property
    def country_by_iso3(self) -> Mapping[str, Country]:
        """The scheme's label and region of each country."""
        return {country.iso3: country for country in self.world.countries}

    @property
    def key(self) -> str:
        """The name of the key column."""
        return self.head.table.key

    def column_from(self, fact: str) -> Column | None:
        """The first column that is filled from `fact`, None if there is none."""
        return next((column for column in self.columns if column.source == fact), None)

    def write_interaction(self, first: str | None, second: str | None) -> str:
        """The cell for two category ids, `second` None for a one-sided event; '' without a first side."""
        rule = self.head.interaction
        if first is None:
            return ""
        one = self.category_by_id[first]
        if second is None:
            return rule.none.format(first=one.label)
        lower, higher = sorted((one, self.category_by_id[second]), key=lambda category: category.code)
        exception = rule.exceptions.get(f"{lower.id}-{higher.id}")
        return exception or rule.pair.format(lower=lower.label, higher=higher.label)

    def allowed_values(self, column: Column) -> tuple[int | float | str, ...] | None:
        """The closed list of values of a column, None where any value of its type may stand."""
        if column.allowed is not None:
            return column.allowed
        match column.allowed_from:
            case "disorder_types":
                return tuple(self.disorder_labels.values())
            case "event_types":
                return tuple(event_type.label for event_type in self.event_types)
            case "sub_event_types":
                return tuple(kind.sub_event_type.label for kind in self.kinds)
            case "categories":
                return tuple(category.label for category in self.actors.categories)
            case "interactions":
                return self._interactions()
            case "regions":
                return tuple(region.label for region in self.world.regions)
            case "countries":
                return tuple(country.label for country in self.world.countries)
            case None:
                return None

    def _interactions(self) -> tuple[str, ...]:
        ids = [category.id for category in self.actors.categories]
        pairs = [(a, b) for n, a in enumerate(ids) for b in ids[n:]]
        return tuple(self.write_interaction(a, None) for a in ids) + tuple(
            self.write_interaction(a, b) for a, b in pairs
        )
