"""The parts of a datasheet that tell what a version holds: its events, what is missing, its sources."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.coder.articles.reasons import INPUT_REASONS
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.sections import Bars, Section, count_bars, plural, share
from eventbook.datasets.releases.tables import LONGEST_QUOTE, LONGEST_TITLE, ReleasedTable
from eventbook.validation.scoring.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

_COUNTRIES, _KINDS, _OUTLETS, _PERIODS = 20, 30, 30, 48  # values that get a bar of their own
_FAILED = {"coding_failed": "The coder broke on the article", "worker_died": "The coder broke on the article"}


def tell_contents(events: "pa.Table", codebook: Codebook) -> Section:
    """Counts of events, countries and deaths, the period, and the distributions."""
    days = [day for day in _cells(events, codebook, "day.date") if isinstance(day, date)]
    countries = _cells(events, codebook, "place.country")
    deaths = [count for count in _cells(events, codebook, "deaths.count") if count is not None]
    facts = [("events", f"{events.num_rows:,}"), ("columns", str(events.num_columns))]
    if days:
        facts.append(("period", f"{min(days)} to {max(days)}"))
    if countries:
        facts.append(("countries", f"{len(set(countries) - {None}):,}"))
    if deaths:
        facts.append(("events with deaths", f"{sum(count > 0 for count in deaths):,}"))
        facts.append(("deaths reported", f"{sum(deaths):,}"))
    bars = [
        count_bars(title, values, most=most)
        for title, fact, most in (
            ("Events by type", "kind.event_type", _KINDS), ("Events by sub-type", "kind.sub_event_type", _KINDS),
            ("Events by country", "place.country", _COUNTRIES),
        ) if (values := _cells(events, codebook, fact))
    ]  # fmt: skip
    if days:
        bars.append(_periods(days))
    return Section("contents", "What is in it", (codebook.head.description,), tuple(facts), tuple(bars))


def tell_gaps(dataset: Dataset, manifest: Manifest, events: "pa.Table", codebook: Codebook) -> Section:
    """What was not coded and why, rows held back by checks, empty cells, vague days and places."""
    tables: list[Table] = []
    text = [
        "An event that is not here may have happened all the same: only what the articles report, in words that the "
        "rules know, can be found.",
        f"An article tells of the {plural(codebook.policies.reporting_window_days, 'day')} before its publication; "
        "older events in it count as background.",
    ]
    text += _covered(dataset, manifest, codebook)
    if "not_coded" in manifest.tables:
        reasons = Counter(dataset.table("not_coded", version=manifest.number, columns=["reason"])["reason"].to_pylist())
        tables += _reasons_table(reasons, codebook) if reasons else []
        left_out = plural(sum(reasons.values()), "article or event", "articles and events")
        text.append(f"Left out with a reason: {left_out}.")
    held = manifest.counts.get("quarantine", 0)
    text.append(
        f"Held back because a check failed, and not part of this release: {plural(held, 'row')}." if held
        else "No row is held back by a failed check."
    )  # fmt: skip
    if held:
        tables += _checks_table(dataset, manifest)
    tables += _empty_table(events, codebook)
    tables += _precision_tables(events, codebook)
    return Section("gaps", "What is missing", tuple(text), tables=tuple(tables))


def tell_sources(tables: tuple[ReleasedTable, ...]) -> Section:
    """Outlets by the number of reports, articles, and what of the articles is not in the release."""
    kept_out = (
        "The articles themselves are not part of this release. Of each there is a hash of its text, its outlet, day "
        f"and address where known, the headline (at most {LONGEST_TITLE} characters) and, for each coded cell, the "
        f"words that support it: where they stand, and at most {LONGEST_QUOTE} characters of them."
    )
    sources = next((table.rows for table in tables if table.name == "sources"), None)
    if sources is None or not sources.num_rows:
        return Section("sources", "Sources", ("The version does not name its sources.", kept_out))
    articles = set(sources["article_id"].to_pylist())
    facts = [("articles that report an event", f"{len(articles):,}"), ("reports", f"{sources.num_rows:,}")]
    several = sum(count > 1 for count in Counter(sources["event_id"].to_pylist()).values())
    facts.append(("events with several reports", f"{several:,}"))
    differing = next((table.rows for table in tables if table.name == "contradictions"), None)
    if differing is not None:
        facts.append(("events with reports that contradict each other", f"{len(differing['event_id'].unique()):,}"))
    if "published" in sources.column_names:
        published = [day for day in sources["published"].to_pylist() if day is not None]
        facts += [("published", f"{min(published)} to {max(published)}")] if published else []
    if "url" in sources.column_names:
        pairs = zip(sources["article_id"].to_pylist(), sources["url"].to_pylist(), strict=True)
        facts.append(("articles with an address", f"{len({article for article, url in pairs if url}):,}"))
    bars: tuple[Bars, ...] = ()
    if "source" in sources.column_names:
        outlets = sources["source"].to_pylist()
        facts.append(("outlets", f"{len(set(outlets) - {None}):,}"))
        bars = (count_bars("Reports by outlet", outlets, most=_OUTLETS),)
    return Section("sources", "Sources", (kept_out,), tuple(facts), bars)


def _covered(dataset: Dataset, manifest: Manifest, codebook: Codebook) -> list[str]:
    """The days on which an event could have been seen at all."""
    from eventbook.datasets.analysis.coverage import covered_days

    spans = covered_days(dataset.at(manifest.number, codebook=codebook.folder))
    if not spans:
        return []
    days = sum((last - first).days + 1 for first, last in spans)
    whole = (spans[-1][1] - spans[0][0]).days + 1
    gaps = "without a gap" if days == whole else f"{share(days, whole)} of the days from the first to the last"
    return [
        f"The articles cover {plural(days, 'day')}, {gaps} ({spans[0][0]} to {spans[-1][1]}). On other days nothing "
        "could be seen, and no event there means nothing."
    ]


def _cells(events: "pa.Table", codebook: Codebook, fact: str) -> list[Any]:
    column = codebook.column_from(fact)
    if column is None or column.name not in events.column_names:
        return []
    cells: list[Any] = events[column.name].to_pylist()
    return cells


def _periods(days: list[date]) -> Bars:
    """Events by month, by year where there are more than four years of them; periods without events are named too."""
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= _PERIODS:
        counts = Counter(f"{day:%Y-%m}" for day in days)
        numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        names = [f"{number // 12}-{number % 12 + 1:02d}" for number in numbers]
        return Bars("Events by month", tuple((name, counts[name]) for name in names))
    years = Counter(day.year for day in days)
    span = range(first.year, last.year + 1) if last.year - first.year < 2 * _PERIODS else sorted(years)
    return Bars("Events by year", tuple((str(year), years[year]) for year in span))


def _reasons_table(reasons: Counter[str], codebook: Codebook) -> list[Table]:
    labels = {**INPUT_REASONS, **_FAILED, **codebook.reasons}
    rows = [(reason, labels.get(reason, ""), f"{count:,}")
            for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))]  # fmt: skip
    header = ("reason", "what it means", "articles and events")
    return [Table("Not coded, by reason", header, tuple(rows), frozenset({2}))]


def _checks_table(dataset: Dataset, manifest: Manifest) -> list[Table]:
    held = dataset.table("quarantine", version=manifest.number)
    if "check_ids" not in held.column_names:
        return []
    counts = Counter(check for cell in held["check_ids"].to_pylist() for check in str(cell or "").split("; ") if check)
    rows = [(check, f"{count:,}") for check, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return [Table("Rows held back, by check", ("check", "rows"), tuple(rows), frozenset({1}))]


def _empty_table(events: "pa.Table", codebook: Codebook) -> list[Table]:
    required = {column.name for column in codebook.columns if column.required}
    rows = [
        (name, f"{events[name].null_count:,}", share(events[name].null_count, events.num_rows),
         "yes" if name in required else "")
        for name in events.column_names if events[name].null_count
    ]  # fmt: skip
    if not rows:
        return []
    note = "Many columns may be empty by the codebook: a second side, tags, the lower divisions of a place."
    header = ("column", "empty cells", "share", "must be filled")
    return [Table("Empty cells", header, tuple(rows), frozenset({1, 2}), note)]


def _precision_tables(events: "pa.Table", codebook: Codebook) -> list[Table]:
    made = []
    told = (("day.precision", "How well the days are known", codebook.dates.precision),
            ("place.precision", "How well the places are known", codebook.places.precision))  # fmt: skip
    for fact, title, codes in told:
        counts = Counter(_cells(events, codebook, fact))
        rows = [(str(code.code), code.label, f"{counts[code.code]:,}", share(counts[code.code], events.num_rows))
                for code in codes]  # fmt: skip
        if counts:
            made.append(Table(title, ("code", "meaning", "events", "share"), tuple(rows), frozenset({2, 3})))
    return made
