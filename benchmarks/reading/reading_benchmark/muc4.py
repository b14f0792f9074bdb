"""Messages of 1988 to 1991 about attacks in Latin America, with templates of their incidents (MUC-4)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from eventbook.validation.scoring.cells import describe_row
from eventbook.validation.scoring.intervals import Floats, bootstrap, to_measures
from eventbook.validation.scoring.measures import precision_recall_f1
from eventbook.validation.scoring.misses import Miss
from eventbook.validation.scoring.pairing import assign
from reading_benchmark.common import (
    WIDE_WINDOW_DAYS,
    SetResult,
    Setting,
    evidence_text,
    hash_files,
    make_article,
    read_jsonl,
)

TARGETS = {"document.f1": 0.85, "incident.f1": 0.65}
# The official figures count every row; "in scope" leaves out unmatched rows of kinds that the set does not record.
MEASURED = ("document", "incident", "in scope.document", "in scope.incident")
NEAR_DAYS = timedelta(days=3)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_COMMON_WORDS = frozenset((
    "the", "of", "a", "in", "city", "town", "department", "neighborhood", "region", "province", "country",
    "san", "santa", "de", "la", "el", "los", "las",
))  # fmt: skip
_SHOWN = ("sub_event_type", "event_date", "location", "admin1", "country", "fatalities")
_PARTS = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Incident:
    """A template: its kind, the words of its place, its days; `required` if it must be found."""

    kind: str
    place: frozenset[str]
    days: tuple[date, ...]
    required: bool
    text: str


def run(setting: Setting) -> SetResult:
    """Code the messages with a wide reporting window and pair rows with templates."""
    path = setting.shared / "bench" / "muc4_dev.jsonl"
    messages = read_jsonl(path, setting.limit)
    scheme = _scheme()
    coder = setting.make_coder(WIDE_WINDOW_DAYS)
    counts, misses = np.zeros((len(messages), 12)), []
    for index, message in enumerate(messages):
        day = message.get("dateline_date")
        text = message.get("text_mixed_case") or message["text"]
        result = coder.code(make_article(message["doc_id"], text, date.fromisoformat(day) if day else None))
        incidents = read_incidents(message)
        rows = [row.values for row in result.rows]
        hits = pair(incidents, rows, scheme.kinds)
        scoped = [at for at, row in enumerate(rows) if scheme.wants(row) or at in {other for _, other in hits}]
        counts[index] = [
            figure
            for n_rows in (len(rows), len(scoped))
            for figure in (
                *_document(incidents, bool(message["templates"]), bool(n_rows)),
                *_incidents(incidents, n_rows, hits),
            )
        ]
        misses += _misses(message["doc_id"], incidents, result, hits)
    names = [f"{what}.{part}" for what in MEASURED for part in _PARTS]

    def figures(weights: Floats) -> Floats:
        totals = np.moveaxis(weights @ counts, -1, 0)
        return np.stack([x for at in range(0, 12, 3) for x in precision_recall_f1(*totals[at : at + 3])], axis=-1)

    bases = np.repeat(counts.sum(axis=0).reshape(4, 3).sum(axis=1), 3)
    measures = to_measures(*bootstrap(len(messages), figures, resampling=setting.resampling), bases)
    return SetResult("muc4", hash_files(path), dict(zip(names, measures, strict=True)), TARGETS, tuple(misses),
                     f"{len(messages)} messages")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scheme:
    """The sub-event types that answer to each kind of incident, and those of combat between forces."""

    kinds: Mapping[str, frozenset[str]]
    combat: frozenset[str]

    def wants(self, row: Mapping[str, object]) -> bool:
        """Whether a row is of a kind that the set records: its templates leave out combat, truces and arrests."""
        kind = row.get("sub_event_type")
        return kind not in self.combat and any(kind in names for names in self.kinds.values())


@cache
def _scheme() -> Scheme:
    raw = json.loads(files("reading_benchmark").joinpath("muc4_kinds.json").read_text(encoding="utf-8"))
    return Scheme({kind: frozenset(names) for kind, names in raw["kinds"].items()}, frozenset(raw["combat"]))


def read_incidents(message: Mapping[str, Any]) -> list[Incident]:
    """The templates of a message.

    Required: not optional, accomplished or attempted, in a place below the country, with a date.
    """
    found, kinds = [], _scheme().kinds
    for template in message["templates"]:
        kind = _first(template["incident_type"]).strip("? ").split(" / ")[0].strip()
        if kind not in kinds:
            continue
        place, days = _first(template["incident_location"]).strip("? "), _days(_first(template["incident_date"]))
        optional = "OPTIONAL" in _first(template["message_template"]) or "?" in _first(template["incident_type"])
        stage = _first(template["stage_of_execution"])
        happened = "ACCOMPLISHED" in stage or "ATTEMPTED" in stage
        text = f"{kind} | {_first(template['incident_date'])} | {place}"
        required = not optional and happened and ":" in place and bool(days)
        found.append(Incident(kind, _words(place), days, required, text))
    return found


def pair(
    incidents: list[Incident], rows: list[Mapping[str, object]], kinds: Mapping[str, frozenset[str]]
) -> list[tuple[int, int]]:
    """Incidents and rows of one kind and a near day or a common word of the place, best pairs first."""
    if not incidents or not rows:
        return []
    weights = [[_likeness(incident, row, kinds) for row in rows] for incident in incidents]
    return [(one, other) for one, other in assign(weights) if weights[one][other] >= 1]


def _likeness(incident: Incident, row: Mapping[str, object], kinds: Mapping[str, frozenset[str]]) -> float:
    if row.get("sub_event_type") not in kinds[incident.kind]:
        return 0
    place = " ".join(str(row.get(name) or "") for name in ("location", "admin1", "admin2"))
    points = 2 * _near(incident.days, row.get("event_date")) + bool(_words(place) & incident.place)
    return points + 0.1 * incident.required if points else 0


def _near(days: tuple[date, ...], value: object) -> bool:
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError:
        return False
    within = len(days) > 1 and min(days) - NEAR_DAYS <= day <= max(days) + NEAR_DAYS
    return within or any(abs(day - other) <= NEAR_DAYS for other in days)


def _document(incidents: list[Incident], has_templates: bool, found: bool) -> tuple[float, float, float]:
    """Hit, false, missed: a message with optional incidents alone counts neither way."""
    if any(incident.required for incident in incidents):
        return float(found), 0.0, float(not found)
    return 0.0, float(found and not has_templates), 0.0


def _incidents(incidents: list[Incident], n_rows: int, hits: list[tuple[int, int]]) -> tuple[float, float, float]:
    found = sum(incidents[at].required for at, _ in hits)
    return float(found), float(n_rows - len(hits)), float(sum(one.required for one in incidents) - found)


def _misses(article_id: str, incidents: list[Incident], result: Any, hits: list[tuple[int, int]]) -> list[Miss]:
    found, right = {at for at, _ in hits}, {at for _, at in hits}
    lost = [
        Miss("missed incident", article_id, "", incident.text, "", "", "")
        for at, incident in enumerate(incidents)
        if at not in found and incident.required
    ]
    false = [
        Miss("false row", article_id, "", "", describe_row(row.values, _SHOWN), evidence_text(row), "")
        for at, row in enumerate(result.rows)
        if at not in right
    ]
    return lost + false


def _first(value: Any) -> str:
    return str((value[0] if isinstance(value, list) and value else value) or "")


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower())) - _COMMON_WORDS


def _days(text: str) -> tuple[date, ...]:
    """The days of a fill such as `- 25 APR 90` or `01 MAY 89 - 25 MAY 89`; the years are of the 1900s."""
    days = []
    for day, month, year in re.findall(r"(\d{1,2}) ([A-Z]{3}) (\d{2})", text):
        if month in _MONTHS:
            try:
                days.append(date(1900 + int(year), _MONTHS.index(month) + 1, int(day)))
            except ValueError:
                continue  # the 31st of a short month, as a few fills have it
    return tuple(days)
