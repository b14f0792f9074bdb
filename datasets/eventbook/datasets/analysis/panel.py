"""Panels: counts for every unit and every period, with 0 told apart from not known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from eventbook.datasets.analysis import periods as period
from eventbook.datasets.analysis.coverage import Span, covered_days, cut, share_covered
from eventbook.datasets.analysis.measures import Measured, measure
from eventbook.datasets.analysis.selection import names_of_countries
from eventbook.datasets.analysis.units import (
    GRIDS,
    POINT,
    UNITS,
    add_places,
    unit_columns,
    wanted_units,
    with_units,
)
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import counted, known_word
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 20_000_000  # of a panel; ten columns of that length fill 1.6 GB


@dataclass(frozen=True, slots=True)
class PanelQuestion:
    """What a panel is asked for; see `make_panel`."""

    unit: str = "country"
    freq: str = "M"
    measures: tuple[str, ...] = ("events", "fatalities")
    by: str | None = None
    fill: Literal["zero", "missing", "none"] = "zero"
    units: str | Sequence[Any] = "seen"
    start: date | str | None = None
    end: date | str | None = None
    coverage: Literal["articles", "all"] = "articles"
    geo_precision: int | None = None
    time_precision: int | None = None
    resolution: int = 4
    countries: tuple[str, ...] = ()


@dataclass(slots=True)
class _Chosen:
    """The events that a panel counts, and how many were left out, by reason."""

    events: "pd.DataFrame"
    left_out: dict[str, int] = field(default_factory=dict)

    def keep(self, events: "pd.DataFrame", reason: str) -> None:
        """Go on with fewer events."""
        if lost := len(self.events) - len(events):
            self.left_out[reason] = lost
        self.events = events


def make_panel(version: Version, question: PanelQuestion) -> "pd.DataFrame":
    """One row for each unit and period: the unit, `period` (its first day), `covered`, and the measures.

    `unit` is country, admin1, priogrid (PRIO-GRID cells) or h3 (cells of H3 at `resolution`), `freq` D, W (Monday to
    Sunday), M or Y. `measures` are `events` and columns of deaths (`fatalities` stands for the main one); `by` names
    a column, such as `event_type`, each label of which gets its measures too.

    The units are those of events (`units="seen"`), all of the codebook or of the countries with events (`"all"`:
    divisions of the gazetteer, cells with their centre in the country), or those listed; `countries` confines events
    and units to some countries. The periods go from `start`
    to `end`; by default from the first to the last day that articles cover. `covered` is the share of a period's days
    that lie in the reporting window of some article; `coverage="all"` says that every day from start to end was
    searched. With `fill="zero"` a unit without events has 0 in periods that are covered, at least in part, and is
    missing in the others; with `"missing"` it is missing in all, with `"none"` it has no row. A unit with events has
    its counts in any case.

    `geo_precision` and `time_precision` are the worst codes that count; cells of a grid leave out precision 3 (a
    division is no point) unless told otherwise, everything else counts all. What was left out, and all that a table
    note needs, stands in `attrs` of the frame. Raises BadQuestion, MissingExtra.
    """
    _check(question)
    day = version.column("day.date", purpose="a panel")
    chosen = _Chosen(version.frame())
    if chosen.events.empty:
        raise BadQuestion(f"{version.dataset.path}: version {version.number} has no events, so there is no panel")
    only = names_of_countries(version, question.countries, chosen.events)
    _filter(version, question, chosen, only)
    spans = _coverage(version, question)
    first, last = _limits(question, spans, chosen.events[day], version)
    chosen.keep(chosen.events[chosen.events[day].between(first, last)], "outside the periods of the panel")
    countries = only or _countries(version, chosen.events, question)
    chosen.keep(with_units(version, chosen.events, question.unit, question.resolution), f"in no {question.unit}")
    keys = list(unit_columns(version, question.unit))
    seen = chosen.events[keys].drop_duplicates()
    units = wanted_units(version, question.unit, question.units, seen, countries=countries,
                         resolution=question.resolution)  # fmt: skip
    if question.units not in ("seen", "all"):
        chosen.keep(chosen.events.merge(units, on=keys), "in units that are not listed")
    if units.empty:
        raise BadQuestion(f"no event lies in any {question.unit} from {first} to {last}; list the units, or widen it")
    when = period.period_range(first, last, question.freq)
    covered = share_covered(period.spans_of(when), cut(spans, first, last) if question.coverage == "articles"
                            else [(first, last)])  # fmt: skip
    measured = measure(version, chosen.events, keys, question)
    panel = _fill(measured, units, when, covered, question)
    panel.attrs |= _notes(version, question, chosen, units, when, spans, measured)
    return add_places(panel, question.unit)


def _check(question: PanelQuestion) -> None:
    known_word(question.unit, UNITS, what="unit")
    period.pandas_freq(question.freq)
    known_word(question.fill, ("zero", "missing", "none"), what="fill")
    known_word(question.coverage, ("articles", "all"), what="coverage")
    if not question.measures:
        raise BadQuestion("measures is empty; give 'events', 'fatalities' or both")


def _filter(version: Version, question: PanelQuestion, chosen: _Chosen, countries: Sequence[str]) -> None:
    """Leave out events of other countries, without a day, or known less well than was asked for."""
    if countries:
        name = version.country_column(purpose="a choice of countries")
        chosen.keep(chosen.events[chosen.events[name].isin(countries)], "in other countries")
    day = version.column("day.date", purpose="a panel")
    chosen.keep(chosen.events[chosen.events[day].notna()], "without a day")
    geo = question.geo_precision
    if geo is None and question.unit in GRIDS and "place.precision" in version.facts():
        geo = POINT
    for fact, worst in (("place.precision", geo), ("day.precision", question.time_precision)):
        if worst is not None:
            name = version.column(fact, purpose="a filter of precision")
            fine = (chosen.events[name] <= worst).fillna(False)
            chosen.keep(chosen.events[fine], f"{name} worse than {worst}")


def _coverage(version: Version, question: PanelQuestion) -> tuple[Span, ...]:
    return covered_days(version) if question.coverage == "articles" else ()


def _limits(
    question: PanelQuestion, spans: Sequence[Span], days: "pd.Series", version: Version
) -> tuple[date, date]:
    """First and last day of the panel: as asked, else what articles cover and events lie in."""
    if days.empty and (not spans or question.start is None or question.end is None):
        raise BadQuestion(f"{version.dataset.path}: no event of version {version.number} is left to count")
    known = [*days.dropna().tolist(), *(day for span in spans for day in span)]
    first = period.to_day(question.start, what="start") if question.start is not None else min(known)
    last = period.to_day(question.end, what="end") if question.end is not None else max(known)
    if first > last:
        raise BadQuestion(f"start {first} lies behind end {last}")
    return first, last


def _countries(version: Version, events: "pd.DataFrame", question: PanelQuestion) -> list[str]:
    """Labels of the countries that have events, for units='all'."""
    if question.units != "all" or question.unit == "h3":
        return []
    name = version.country_column(purpose="units='all'")
    return sorted(events[name].dropna().astype(str).unique())


def _fill(
    measured: Measured, units: "pd.DataFrame", when: "pd.PeriodIndex", covered: Sequence[float],
    question: PanelQuestion,
) -> "pd.DataFrame":  # fmt: skip
    """The product of units and periods, with the counts where there are any."""
    import pandas as pd

    starts = when.to_timestamp().rename("period")
    calendar = pd.DataFrame({"period": starts, "covered": covered})
    if question.fill == "none":
        return measured.frame.merge(calendar, on="period")[[*measured.keys, "period", "covered", *measured.names]]
    if len(units) * len(when) > MOST_ROWS:
        raise BadQuestion(
            f"{len(units):,} units in {len(when):,} periods are {len(units) * len(when):,} rows, more than "
            f"{MOST_ROWS:,}; take longer periods or fewer units, or fill='none'"
        )
    panel = units.merge(calendar, how="cross").merge(measured.frame, how="left", on=[*measured.keys, "period"])
    names = list(measured.names)
    if question.fill == "zero":
        known = panel["covered"].to_numpy() > 0
        panel[names] = panel[names].where(panel[names].notna() | ~known[:, None], 0)
    return panel[[*measured.keys, "period", "covered", *names]]


def _notes(
    version: Version, question: PanelQuestion, chosen: _Chosen, units: "pd.DataFrame", when: "pd.PeriodIndex",
    spans: Sequence[Span], measured: Measured,
) -> dict[str, Any]:  # fmt: skip
    """What a table note needs: plain values, so that they can be written beside the table."""
    known = "listed" if question.units not in ("seen", "all") else str(question.units)
    coarse = _coarse(version, question, chosen.events)
    return {
        "dataset": version.title, "version": version.number, "row_hash": version.manifest.row_hash,
        "unit": question.unit, "units": len(units), "units_are": known, "freq": question.freq, "periods": len(when),
        "first_period": str(when[0].start_time.date()), "last_period": str(when[-1].start_time.date()),
        "coverage": [[str(a), str(b)] for a, b in spans] if question.coverage == "articles" else "all",
        "fill": question.fill, "events": len(chosen.events), "left_out": dict(chosen.left_out),
        "day_known_less_well_than_period": coarse, "columns": dict(measured.labels),
        **({"resolution": question.resolution} if question.unit == "h3" else {}),
    }  # fmt: skip


def _coarse(version: Version, question: PanelQuestion, events: "pd.DataFrame") -> int:
    name = version.facts().get("day.precision")
    return int((events[name] > period.FINE_ENOUGH[question.freq]).sum()) if name else 0


def panel_notes(panel: "pd.DataFrame") -> list[str]:
    """What was counted and what was not, in sentences for a person."""
    about = panel.attrs
    units = {"seen": "those with events", "all": "all there are", "listed": "those listed"}[about["units_are"]]
    word = period.WORDS[about["freq"]]
    notes = [
        f"{about['dataset']}, version {about['version']}: {counted(about['events'], 'event')} in "
        f"{counted(about['units'], 'unit')} ({about['unit']}, {units}) and {counted(about['periods'], word)} "
        f"from {about['first_period']}"
    ]
    notes += [f"left out: {counted(count, 'event')} {reason}" for reason, count in about["left_out"].items()]
    if about["day_known_less_well_than_period"]:
        coarse = counted(about["day_known_less_well_than_period"], "event")
        notes.append(f"less precisely dated than by {word}: {coarse}")
    empty = int((panel.drop_duplicates("period")["covered"] == 0).sum())
    if empty and about["fill"] == "zero":
        notes.append(f"in the reporting window of no article, so missing and not 0: {counted(empty, word)}")
    return notes
