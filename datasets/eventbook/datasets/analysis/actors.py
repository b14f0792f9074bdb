"""Who acted: events by side (monadic, long) and by pair of sides (dyadic, wide)."""

from typing import TYPE_CHECKING

from eventbook.datasets.analysis.periods import periods_of
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd

_SIDES = ("first", "second")
_KEPT = {  # fact -> column of the answer
    "event.id": "event_id", "day.date": "date", "kind.event_type": "event_type",
    "kind.sub_event_type": "sub_event_type", "place.country": "country", "place.admin1": "admin1",
}  # fmt: skip
_DEATHS = ("deaths.count", "deaths.best")


def actors(version: Version, *, associates: bool = False) -> "pd.DataFrame":
    """One row for each event and side: event_id, date, types, place, side, role, actor, category, other, fatalities.

    `side` is first or second, `role` actor, `other` the name of the other side. With `associates` the associated
    actors have rows of their own, with the role associate and the side that they belong to; several in one cell are
    told apart by the codebook's separator. The deaths are those of the whole event: never sum them over actors.
    Raises BadQuestion where the codebook has no sides.
    """
    import pandas as pd

    events, base = _events(version)
    parts = [_side(version, events, base, side, "actor") for side in _SIDES]
    if associates:
        parts += [_side(version, events, base, side, "associate") for side in _SIDES
                  if f"{side}.associates" in version.facts()]  # fmt: skip
    frame = pd.concat([part for part in parts if part is not None])
    frame = frame.sort_values(["event_id", "side", "role", "actor"], kind="stable", ignore_index=True)
    frame.attrs["note"] = "deaths are those of the event and stand in the row of each of its actors"
    return frame


def dyads(version: Version, *, freq: str | None = None, directed: bool = False) -> "pd.DataFrame":
    """One row for each event that has two sides: event_id, date, types, place, actor_a, actor_b, categories, deaths.

    a and b are the names in alphabetical order, or with `directed` the first and the second side. With `freq` (D, W,
    M, Y) one row for each pair and period instead, with the numbers of events and deaths; pairs without events in a
    period have no row. `attrs["one_sided"]` counts the events left out since they have one side. Raises BadQuestion.
    """
    events, base = _events(version)
    names = [version.column(f"{side}.name", purpose="dyads") for side in _SIDES]
    facts = version.facts()
    paired = events[events[names].notna().all(axis=1)]
    frame = base.loc[paired.index].copy()
    swap = (paired[names[0]] > paired[names[1]]).to_numpy(dtype=bool) & (not directed)
    for what in ("name", "category"):
        if not all(f"{side}.{what}" in facts for side in _SIDES):
            continue
        first, second = (paired[facts[f"{side}.{what}"]] for side in _SIDES)
        letters = ("actor_a", "actor_b") if what == "name" else ("category_a", "category_b")
        frame[letters[0]], frame[letters[1]] = first.where(~swap, second), second.where(~swap, first)
    frame = frame.sort_values("event_id", ignore_index=True) if freq is None else _by_period(frame, freq)
    frame.attrs["one_sided"] = len(events) - len(paired)
    return frame


def _events(version: Version) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """All events, and the columns of them that every answer has."""
    events, facts = version.frame(), version.facts()
    if events.empty:
        raise BadQuestion(f"{version.dataset.path}: version {version.number} has no events, so it has no actors")
    known = {facts[fact]: name for fact, name in _KEPT.items() if fact in facts}
    deaths = next((facts[fact] for fact in _DEATHS if fact in facts), None)
    if deaths is not None:
        known[deaths] = "fatalities"
    return events, events[list(known)].rename(columns=known)


def _side(
    version: Version, events: "pd.DataFrame", base: "pd.DataFrame", side: str, role: str
) -> "pd.DataFrame | None":
    facts = version.facts()
    other = facts.get(f"{_SIDES[1 - _SIDES.index(side)]}.name")
    if role == "actor":
        names = events[version.column(f"{side}.name", purpose="actors")]
        category = facts.get(f"{side}.category")
    else:
        names, category = _split(version, events, facts[f"{side}.associates"]), None
    frame = base.assign(
        side=side, role=role, category=events[category] if category else None, other=events[other] if other else None
    )
    frame = frame.join(names.rename("actor").dropna(), how="inner")
    deaths = [name for name in ("fatalities",) if name in frame]
    lead = [name for name in frame if name not in {"side", "role", "actor", "category", "other", *deaths}]
    return frame[[*lead, "side", "role", "actor", "category", "other", *deaths]].astype(
        dict.fromkeys(("side", "role", "category", "other"), "string")
    )


def _split(version: Version, events: "pd.DataFrame", column: str) -> "pd.Series":
    """The associated actors, each in a row of its own under the index of its event."""
    codebook = version.codebook
    found = next((entry for entry in codebook.columns if entry.name == column), None) if codebook else None
    separator = (found.separator if found else None) or "; "
    return events[column].str.split(separator.strip()).explode().str.strip().replace("", None)


def _by_period(frame: "pd.DataFrame", freq: str) -> "pd.DataFrame":
    dated = frame[frame["date"].notna()]
    keys = [name for name in ("actor_a", "actor_b", "category_a", "category_b") if name in dated]
    work = dated.assign(period=periods_of(dated["date"], freq).to_timestamp(), events=1)
    sums = [name for name in ("events", "fatalities") if name in work]
    return work.groupby([*keys, "period"], as_index=False, dropna=False, observed=True)[sums].sum()
