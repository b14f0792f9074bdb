"""Which report's value stands in each part of a merged row, by the codebook's policies."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.merging import DeathsPolicy, ValuePolicy
from eventbook.datasets.merging.fields import UNKNOWN_DAY, Fields

if TYPE_CHECKING:
    import numpy as np

GROUPS = ("day", "place", "kind", "sides")  # parts of a row that come from one report each, so that they agree


@dataclass(frozen=True, slots=True)
class Members:
    """The rows of events with several reports, one entry per row in every array.

    `event` numbers the events, `published` is the day of the earliest copy of the article, `group` its copies.
    """

    row: "np.ndarray"
    event: "np.ndarray"
    published: "np.ndarray"
    group: "np.ndarray"
    trust: "np.ndarray"
    confidence: "np.ndarray"

    @property
    def age(self) -> "np.ndarray":
        """Sorts the earliest report first, those without a date last."""
        import numpy as np

        return np.where(self.published == UNKNOWN_DAY, np.iinfo(np.int64).max, self.published)


@dataclass(frozen=True, slots=True)
class Deaths:
    """Lowest, chosen and highest count of deaths by event, and how many reports give one."""

    low: "np.ndarray"
    best: "np.ndarray"
    high: "np.ndarray"
    reports: "np.ndarray"


def choose_rows(members: Members, fields: Fields, codebook: Codebook) -> "dict[str, np.ndarray]":
    """For each group the row of each event whose cells stand; `notes` for all other columns.

    Sides are those of a report that gives the chosen kind, so that the two fit together.
    """
    import numpy as np

    policy = codebook.merging
    rows = members.row
    specific = _specific(fields, rows)
    sides = _joint([fields.first[rows], fields.second[rows]])
    ranks = {
        "day": (policy.day, fields.day[rows], fields.slack[rows]),
        "place": (policy.place, fields.place[rows], fields.place_rank[rows]),
        "kind": (policy.kind, fields.kind[rows], np.zeros(len(rows))),
    }  # fmt: skip
    chosen = {name: _first(members, _keys(members, *rank)) for name, rank in ranks.items()}
    other_kind = fields.kind[rows] != fields.kind[chosen["kind"]][members.event]
    chosen["sides"] = _first(members, [*_keys(members, policy.sides, sides, -specific), other_kind])
    differing = np.stack([
        fields.day[rows] != fields.day[chosen["day"]][members.event],
        fields.place[rows] != fields.place[chosen["place"]][members.event], other_kind,
        sides != sides[_position(members, chosen["sides"])][members.event],
    ])  # fmt: skip
    chosen["notes"] = _first(members, [-members.age, differing.sum(axis=0)])
    return chosen


def choose_deaths(members: Members, fields: Fields, *, count: int, policy: DeathsPolicy, unsaid: int) -> Deaths:
    """Reports that say nothing of deaths do not count, unless none says anything."""
    import numpy as np

    told = fields.deaths[members.row] >= 0
    deaths, event, published = fields.deaths[members.row][told], members.event[told], members.published[told]
    reports = np.bincount(event, minlength=count)
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, -1)
    np.minimum.at(low, event, deaths)
    np.maximum.at(high, event, deaths)
    best = low.copy()
    if policy == "max":
        best = high.copy()
    elif policy == "lowest_of_latest":
        latest = np.full(count, UNKNOWN_DAY - 1)
        np.maximum.at(latest, event, published)
        best = np.full(count, np.iinfo(np.int64).max)
        recent = published == latest[event]
        np.minimum.at(best, event[recent], deaths[recent])
    elif policy in ("median", "most_trusted") and len(event):
        first_key = members.trust[told] if policy == "most_trusted" else np.zeros(len(event))
        second_key = members.age[told] if policy == "most_trusted" else deaths
        order = np.lexsort((deaths, second_key, first_key, event))
        starts = np.concatenate([[0], np.cumsum(reports)[:-1]])
        middle = starts + (np.maximum(reports - 1, 0) // 2 if policy == "median" else 0)
        best = np.where(reports > 0, deaths[order][np.minimum(middle, len(event) - 1)], 0)
    silent = reports == 0
    low, best, high = (np.where(silent, unsaid, figures) for figures in (low, best, high))
    return Deaths(low, best, high, reports)


def support(members: Members, values: "np.ndarray") -> "np.ndarray":
    """How many reports of its event give each row's value; copies of one report count once, empty cells nothing."""
    import numpy as np

    event_value = _joint([members.event, values])
    _, once = np.unique(_joint([event_value, members.group]), return_index=True)
    counts = np.bincount(event_value[once], minlength=int(event_value.max(initial=-1)) + 1)
    return np.where(values < 0, 0, counts[event_value])


def _keys(members: Members, policy: ValuePolicy, values: "np.ndarray", vague: "np.ndarray") -> "list[np.ndarray]":
    """Sort keys, the last the first to decide."""
    common = [members.age, -support(members, values)]
    match policy:
        case "most_precise" | "most_specific":
            return [*common, vague]
        case "most_confident":
            return [*common, -members.confidence]
        case "most_trusted":
            return [*common, members.trust]
        case "latest":
            return [*common, -members.published]
        case "earliest":
            return [*common, members.age]
        case "majority":
            return common


def _first(members: Members, keys: "list[np.ndarray]") -> "np.ndarray":
    """The first row of each event in the order of the keys, then of the rows."""
    import numpy as np

    order = np.lexsort((members.row, *keys, members.event))
    event = members.event[order]
    start = np.ones(len(event), dtype=bool)
    start[1:] = event[1:] != event[:-1]
    return members.row[order[start]]


def _specific(fields: Fields, rows: "np.ndarray") -> "np.ndarray":
    """Twice the number of sides with a name of their own, and once that of all others."""
    import numpy as np

    result = np.zeros(len(rows), dtype=np.int64)
    for names in (fields.first[rows], fields.second[rows]):
        result += np.where(names < 0, 0, np.where(fields.sides.generic[names], 1, 2))
        result -= np.where(fields.sides.unknown[names], 1, 0)
    return result


def _position(members: Members, rows: "np.ndarray") -> "np.ndarray":
    """Where these rows stand among the members."""
    import numpy as np

    order = np.argsort(members.row)
    return order[np.searchsorted(members.row, rows, sorter=order)]


def _joint(columns: "list[np.ndarray]") -> "np.ndarray":
    """One number for each distinct combination."""
    import numpy as np

    joint = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        values = np.unique(column, return_inverse=True)[1]
        joint = np.unique(joint * (int(values.max(initial=0)) + 1) + values, return_inverse=True)[1]
    return joint
