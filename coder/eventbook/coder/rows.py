"""Rows: a settled event in the codebook's columns, each cell with its evidence, rule and confidence."""

import calendar
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from string import digits

from eventbook.codebook.codebook import Codebook
from eventbook.coder.actors.naming import Side
from eventbook.coder.events.context import Scene
from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.siting import Site
from eventbook.coder.events.timing import Day
from eventbook.coder.kinds.conditions import Decision
from eventbook.coder.places.records import Candidate
from eventbook.coder.records import Article, Evidence, evidence

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A coded value: what stands in the cell, why, and the words that support it."""

    value: Value
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One event in the codebook's columns, and the places that the name of its place may mean, the chosen one first."""

    article_id: str
    event_id: str
    cells: Mapping[str, Cell]
    candidates: tuple[Candidate, ...] = ()

    @property
    def values(self) -> dict[str, Value]:
        """Column to value, in the order of the codebook."""
        return {name: cell.value for name, cell in self.cells.items()}

    @property
    def confidence(self) -> float:
        """The lowest confidence among the cells that decide what the event is."""
        return min(cell.confidence for cell in self.cells.values())

    @property
    def evidence(self) -> dict[str, tuple[Evidence, ...]]:
        """Column to the words that support it."""
        return {name: cell.evidence for name, cell in self.cells.items()}


@dataclass(frozen=True, slots=True)
class Settled:
    """Everything that is decided of one event."""

    draft: Draft
    decision: Decision
    day: Day
    site: Site
    iso3: str
    iso: int
    first: Side
    second: Side | None
    deaths: tuple[int, int, int]
    deaths_cell: Cell
    kind_confidence: float = 0.9

    @property
    def pair(self) -> tuple[str, str | None]:
        """The names of both sides."""
        return self.first.name, self.second.name if self.second else None


def write_row(settled: Settled, article: Article, scene: Scene) -> Row:
    """Write a settled event as a row; every column of the codebook is filled or None."""
    facts = _facts(settled, article, scene)
    codebook = scene.codebook
    facts["event.id"] = Cell(_event_id(settled, codebook), "policies.event_id", 1.0)
    cells = {}
    for column in codebook.columns:
        cell = facts[column.source]
        value = cell.value
        if isinstance(value, str) and value == "":
            value = None
        if isinstance(value, float) and column.decimals is not None:
            value = round(value, column.decimals)
        cells[column.name] = Cell(value, cell.rule, round(cell.confidence, 3), cell.evidence)
    return Row(article.id, str(facts["event.id"].value), cells, settled.site.mention.candidates)


def _facts(settled: Settled, article: Article, scene: Scene) -> dict[str, Cell]:
    codebook = scene.codebook
    kind = settled.decision.kind
    sub, parent = kind.sub_event_type, kind.event_type
    acts = _act_evidence(settled, article)
    sure = settled.kind_confidence
    rule = settled.decision.rule
    disorder = codebook.disorder_labels.get(sub.disorder_type or "", "")
    day, place = settled.day, settled.site.place
    day_words = (evidence(article, day.mention.start, day.mention.end),) if day.mention else ()
    known = codebook.country_by_iso3.get(settled.iso3)
    label = known.label if known else settled.iso3
    mention = settled.site.mention
    place_words = (evidence(article, mention.start, mention.end),)

    def where(value: Value) -> Cell:
        return Cell(value, settled.site.rule, settled.site.confidence, place_words)

    def when(value: Value) -> Cell:
        return Cell(value, day.rule, day.confidence, day_words)

    return {
        "day.date": when(day.date),
        "day.year": when(day.date.year),
        "day.month": when(day.date.month),
        "day.precision": when(day.precision),
        "kind.disorder_type": Cell(disorder, rule, sure, acts),
        "kind.event_type": Cell(parent.label, rule, sure, acts),
        "kind.sub_event_type": Cell(sub.label, rule, sure, acts),
        "kind.id": Cell(sub.id, rule, sure, acts),
        "kind.code": Cell(sub.code, rule, sure, acts),
        **_sides(settled, article, codebook),
        "place.iso": where(settled.iso),
        "place.iso3": where(settled.iso3),
        "place.region": where(known.region if known else None),
        "place.country": where(label),
        "place.admin1": where(place.admin1 or (place.name if place.kind == "division" else None)),
        "place.admin2": where(place.admin2),
        "place.admin3": where(None),
        "place.name": where(scene.knowledge.gazetteer.location(place)),
        "place.latitude": where(round(place.latitude, codebook.places.coordinate_decimals)),
        "place.longitude": where(round(place.longitude, codebook.places.coordinate_decimals)),
        "place.precision": where(settled.site.precision),
        "deaths.count": settled.deaths_cell,
        "deaths.low": _other(settled.deaths_cell, settled.deaths[0]),
        "deaths.best": _other(settled.deaths_cell, settled.deaths[1]),
        "deaths.high": _other(settled.deaths_cell, settled.deaths[2]),
        "report.source": Cell(article.source or "Undisclosed Source", "report.source", 1.0),
        "report.source_scale": Cell(codebook.places.source_scale_when_unknown, "policies.source_scale", 0.5),
        "report.notes": _notes(settled, article, scene),
        "report.headline": Cell(article.title, "report.headline", 1.0),
        "report.tags": _tags(settled, article),
        "report.timestamp": Cell(_timestamp(article.published or day.date), "policies.timestamp", 1.0),
    }


def _other(cell: Cell, value: int) -> Cell:
    return Cell(value, cell.rule, cell.confidence, cell.evidence)


def _act_evidence(settled: Settled, article: Article) -> tuple[Evidence, ...]:
    spans = sorted({(act.start, act.end) for h in settled.draft.happenings for act in h.acts})
    return tuple(evidence(article, start, end) for start, end in spans)


def _sides(settled: Settled, article: Article, codebook: Codebook) -> dict[str, Cell]:
    first, second = settled.first, settled.second
    cells: dict[str, Cell] = {}
    for role, side in (("first", first), ("second", second)):
        if side is None:
            empty = Cell(None, "sides.one_sided", 0.8)
            cells |= {f"{role}.name": empty, f"{role}.associates": empty, f"{role}.category": empty}
            continue
        words = (evidence(article, side.mention.start, side.mention.end),) if side.mention else ()
        cells[f"{role}.name"] = Cell(side.name, side.rule, side.confidence, words)
        cells[f"{role}.category"] = Cell(
            codebook.category_by_id[side.category].label, side.rule, side.confidence, words
        )
        cells[f"{role}.associates"] = Cell(
            "; ".join(side.associates), side.rule, side.confidence, words if side.associates else ()
        )
    pair = codebook.write_interaction(first.category, second.category if second else None)
    cells["sides.interaction"] = Cell(
        pair, "sides.interaction", min(first.confidence, second.confidence if second else 1)
    )
    cells["sides.civilian_targeting"] = Cell(_targeting(settled, codebook), "sides.civilian_targeting", 0.9)
    return cells


def _targeting(settled: Settled, codebook: Codebook) -> str | None:
    column = codebook.column_from("sides.civilian_targeting")
    if column is None or not column.allowed:
        return None
    rule = settled.decision.kind.targeting
    if isinstance(rule, str):
        return str(column.allowed[0]) if rule == "always" else None
    hit = settled.second is not None and settled.second.category in rule.if_second
    return str(column.allowed[0]) if hit else None


def _notes(settled: Settled, article: Article, scene: Scene) -> Cell:
    """The house pattern: when, where, who, whom, what, and how many died; made of coded values alone."""
    day, place = settled.day.date, settled.site.place
    who = settled.first.name + (f" and {settled.second.name}" if settled.second else "")
    when = f"On {day.day} {calendar.month_name[day.month]} {day.year}"
    where = f"in {place.name}" + (f" ({place.admin1})" if place.admin1 and place.admin1 != place.name else "")
    deaths = settled.deaths[0] if settled.deaths_cell.evidence else 0
    told = f"{deaths} reported dead." if deaths else "No deaths reported."
    kind = settled.decision.kind.sub_event_type.label
    text = f"{when}, {where}: {kind} ({who}). {told}"
    low, _, high = settled.deaths
    if high > low:
        text += f" Figures from {low} to {high}."
    if settled.draft.share > 1:
        text += f" Part {settled.draft.part + 1} of {settled.draft.share} rows of one report."
    return Cell(text, "report.notes", 0.9, _act_evidence(settled, article)[:1])


def _tags(settled: Settled, article: Article) -> Cell:
    """Crowd size as reported, for events with a crowd."""
    features = settled.draft.features
    if not features & {"gathering", "crowd"}:
        return Cell(None, "report.tags", 1.0)
    spans = [h.crowd for h in settled.draft.happenings if h.crowd]
    if not spans:
        return Cell("crowd size=no report", "report.tags", 0.8)
    found = evidence(article, *spans[0])
    return Cell(f"crowd size={' '.join(found.quote.split()).lower()}", "report.tags", 0.8, (found,))


def number_again(row: Row, ordinal: int, key: str) -> Row:
    """The row of a further event of an article that shares kind, day, place and sides with one told before it.

    `key` is the column of the event id; the id is that of the first, counted on.
    """
    prefix = row.event_id.rstrip(digits)
    event_id = f"{prefix}{_digits(f'{row.event_id}#{ordinal}')}"
    return replace(row, event_id=event_id, cells={**row.cells, key: replace(row.cells[key], value=event_id)})


def _timestamp(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _event_id(settled: Settled, codebook: Codebook) -> str:
    """Three letters and a number of up to ten digits from what identifies the event: kind, day, place, sides."""
    key = json.dumps(
        [
            codebook.id,
            settled.decision.kind.id,
            settled.day.date.isoformat(),
            settled.site.place.id,
            settled.first.name,
            settled.second.name if settled.second else None,
        ],
        ensure_ascii=False,
    )
    prefix = (
        settled.iso3 if codebook.head.table.id_prefix == "country_iso3" else codebook.id.replace("-", "").upper()[:3]
    )
    return f"{prefix}{_digits(key)}"


def _digits(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % 10**10
