"""The checks that relate the columns of a row, found by what fills each column."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eventbook.codebook.codebook import Codebook, Kind
from eventbook.codebook.model import Column
from eventbook.codebook.model_sides import Category

Part = tuple[str, str, Sequence[str], Mapping[str, Any]]

# What tells a kind of event, the finest first.
_KIND_FACTS = ("kind.id", "kind.code", "kind.sub_event_type", "kind.event_type", "kind.disorder_type")


class _Columns:
    """The present columns by the fact that fills them."""

    def __init__(self, codebook: Codebook, present: frozenset[str]) -> None:
        self.by_fact: dict[str, Column] = {}
        for column in codebook.columns:
            if column.name in present:
                self.by_fact.setdefault(column.source, column)

    def names(self, *facts: str) -> tuple[str, ...] | None:
        """The names of the columns of all these facts; None if one is absent."""
        if any(fact not in self.by_fact for fact in facts):
            return None
        return tuple(self.by_fact[fact].name for fact in facts)


def relation_checks(codebook: Codebook, *, present: frozenset[str]) -> list[Part]:
    """All checks between columns that a table with the columns `present` can have."""
    columns = _Columns(codebook, present)
    makers = (_kinds, _interaction, _targeting, _sides, _days, _places, _deaths, _identifier, _evidence, _doubts)
    return [part for maker in makers for part in maker(codebook, columns)]


def _value(codebook: Codebook, kind: Kind, fact: str) -> Any:
    sub = kind.sub_event_type
    return {
        "kind.id": sub.id, "kind.code": sub.code, "kind.sub_event_type": sub.label,
        "kind.event_type": kind.event_type.label,
        "kind.disorder_type": codebook.disorder_labels.get(sub.disorder_type or "") or None,
    }[fact]  # fmt: skip


def _finest(columns: _Columns) -> str | None:
    return next((fact for fact in _KIND_FACTS[:3] if fact in columns.by_fact), None)


def _unique(table: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return [list(row) for row in dict.fromkeys(tuple(row) for row in table)]


def _kinds(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    """Sub-type in type, disorder type of the sub-type: every coarser column follows from the finest."""
    finest = _finest(columns)
    for fact in _KIND_FACTS:
        names = columns.names(finest, fact) if finest is not None and fact != finest else None
        if names and finest is not None:
            table = [(_value(codebook, kind, finest), _value(codebook, kind, fact)) for kind in codebook.kinds]
            yield f"kind.{names[1]}", "allowed_together", names, {"table": _unique(table)}


def _interaction(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    names = columns.names("first.category", "second.category", "sides.interaction")
    if names:
        categories = codebook.actors.categories
        table = [
            (one.label, other.label if other else None,
             codebook.write_interaction(one.id, other.id if other else None) or None)
            for one in categories for other in (None, *categories)
        ]  # fmt: skip
        yield f"interaction.{names[2]}", "allowed_together", names, {"table": _unique(table)}


def _targeting(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    finest = _finest(columns)
    names = columns.names(finest, "second.category", "sides.civilian_targeting") if finest else None
    if not names or finest is None:
        return
    column = columns.by_fact["sides.civilian_targeting"]
    if not column.allowed:
        return
    table = []
    for kind in codebook.kinds:
        for category in (None, *codebook.actors.categories):
            cell = column.allowed[0] if _is_targeted(kind, category) else None
            table.append((_value(codebook, kind, finest), category.label if category else None, cell))
    yield f"targeting.{names[2]}", "allowed_together", names, {"table": _unique(table)}


def _is_targeted(kind: Kind, second: Category | None) -> bool:
    rule = kind.targeting
    if isinstance(rule, str):
        return rule == "always"
    return second is not None and second.id in rule.if_second


def _sides(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    for side in ("first", "second"):
        names = columns.names(f"{side}.name", f"{side}.category")
        if names:
            yield f"sides.{names[1]}", "filled_with", names, {"both": True}
        names = columns.names(f"{side}.name", f"{side}.associates")
        if names:
            yield f"sides.{names[1]}", "filled_with", names, {}
    finest = _finest(columns)
    names = columns.names(finest, "second.name") if finest else None
    needed = set(codebook.checks.second_side_required_for)
    kinds = [kind for kind in codebook.kinds if {kind.id, kind.event_type.id} & needed]
    if names and finest is not None and kinds:
        values = list(dict.fromkeys(_value(codebook, kind, finest) for kind in kinds))
        yield f"second_side.{names[1]}", "required_if", names, {"when": {names[0]: values}}


def _days(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    day = columns.names("day.date")
    if day is None or columns.by_fact["day.date"].type != "date":
        return
    yield f"future.{day[0]}", "not_future", day, {}
    yield f"window.{day[0]}", "window", day, {"limit": codebook.policies.reporting_window_days}
    for part in ("year", "month"):
        names = columns.names("day.date", f"day.{part}")
        if names:
            yield f"part_of_date.{names[1]}", "part_of_date", names, {"part": part}


def _country(columns: _Columns) -> str | None:
    return next((fact for fact in ("place.iso3", "place.country", "place.iso") if fact in columns.by_fact), None)


def _places(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    country, limits = _country(columns), codebook.checks.thresholds
    if country is None:
        return
    names = columns.names(country, "place.latitude", "place.longitude")
    if names and limits.country_tolerance_km is not None:
        yield "country.point", "in_country", names, {
            "limit": limits.country_tolerance_km, "nearest": limits.nearest_place_km,
        }  # fmt: skip
    names = columns.names(country, "place.admin1")
    if names:
        yield f"division.{names[1]}", "division_of", names, {}
    names = columns.names("place.country", "place.region")
    if names and codebook.world.countries:
        table = [(entry.label, entry.region) for entry in codebook.world.countries]
        yield f"region.{names[1]}", "allowed_together", names, {"table": _unique(table)}


def _deaths(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    figures = [columns.by_fact[fact].name for fact in ("deaths.low", "deaths.best", "deaths.high")
               if fact in columns.by_fact]  # fmt: skip
    if len(figures) > 1:
        yield "ordered.deaths", "ordered", figures, {}
    for fact in ("deaths.count", "deaths.best"):
        names = columns.names(fact)
        if names:
            yield f"total.{names[0]}", "adds_up", names, {}


def _identifier(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    country, key = _country(columns), columns.names("event.id")
    if codebook.head.table.id_prefix != "country_iso3" or country is None or key is None:
        return
    if country == "place.iso3":
        prefixes = [[entry.iso3, entry.iso3] for entry in codebook.world.countries]
    elif country == "place.country":
        prefixes = [[entry.label, entry.iso3] for entry in codebook.world.countries]
    else:
        return
    if prefixes:
        names = (columns.by_fact[country].name, key[0])
        yield f"prefix.{key[0]}", "prefix", names, {"prefixes": prefixes, "length": 3}


def _evidence(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    yield "quotes", "quotes", (), {}
    yield "evidence_source", "evidence_source", (), {}


def _doubts(codebook: Codebook, columns: _Columns) -> Iterator[Part]:
    limits = codebook.checks.thresholds
    deaths = next((fact for fact in ("deaths.count", "deaths.best") if fact in columns.by_fact), None)
    names = columns.names("report.source", deaths) if deaths else None
    if names and limits.deaths_need_second_source is not None:
        separator = columns.by_fact["report.source"].separator or "; "
        yield f"second_source.{names[1]}", "second_source", names, {
            "limit": limits.deaths_need_second_source, "separator": separator.strip() or separator,
        }  # fmt: skip
    same = [columns.by_fact[fact].name for fact in ("day.date", "place.name", "first.name", "second.name")
            if fact in columns.by_fact]  # fmt: skip
    if limits.repeated_events and len(same) >= 3:
        yield "repeated.event", "unique_together", same, {"optional": list(columns.names("second.name") or ())}
    for fact in ("kind.event_type", "kind.sub_event_type"):
        names = columns.names(fact)
        if names is None:
            continue
        if limits.share_of_one_type is not None:
            yield f"dominant.{names[0]}", "dominant", names, {
                "share": limits.share_of_one_type, "least": limits.share_minimum_rows,
                "limit": f"{limits.share_of_one_type:.0%}",
            }  # fmt: skip
        if limits.jump_share is not None:
            yield f"jump.{names[0]}", "jump", names, _jump(codebook)
    names = columns.names(deaths) if deaths else None
    if names and limits.jump_share is not None:
        yield f"jump.{names[0]}", "sum_jump", names, _jump(codebook)


def _jump(codebook: Codebook) -> dict[str, Any]:
    limits = codebook.checks.thresholds
    return {"share": limits.jump_share, "least": limits.jump_minimum_rows, "limit": f"{limits.jump_share:.0%}"}
