"""Why an event is coded as it is: its cells, each with the rule that decided and the words behind it."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from eventbook.datasets.building import ARTICLE, CODED, EVENT, ROW
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.errors import UnknownVersion
from eventbook.datasets.revisions import load_revisions, standing


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: half-open character offsets into its text."""

    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ExplainedCell:
    """A cell with the rules that decided it, the lowest confidence among them, and the quotes of all articles."""

    column: str
    value: Any
    rules: tuple[str, ...]
    confidence: float | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """An event: its cells in the codebook's order, the articles that report it, and the checks it failed if any.

    `merges` are the joins that made it one event of several reports: the articles, the points of each part and in
    all, and the rule; `contradictions` say where these reports disagree. `candidates` are the places that the name of
    its place may mean, by article and rank, each with its gazetteer.
    """

    event_id: str
    version: int
    cells: tuple[ExplainedCell, ...]
    sources: tuple[dict[str, Any], ...]
    failed_checks: tuple[str, ...] = ()
    candidates: tuple[dict[str, Any], ...] = ()
    merges: tuple[dict[str, Any], ...] = ()
    contradictions: tuple[dict[str, Any], ...] = ()


def explain_event(dataset: Dataset, event_id: str, *, version: int | str | None = None) -> Explained:
    """Explain an event of a version, default the latest; rows in quarantine too.

    Raises UnknownVersion where no row has this id.
    """
    import pyarrow.compute as pc

    manifest = dataset.manifest(version)
    key = manifest.tables["events"].key[0]

    def rows(table: str, column: str) -> list[dict[str, Any]]:
        if table not in manifest.tables:
            return []
        found = dataset.table(table, version=manifest.number)
        kept: list[dict[str, Any]] = found.filter(pc.equal(found[column], event_id)).to_pylist()
        return kept

    events, aside = rows("events", key), rows("quarantine", key)
    if not events and not aside:
        raise _unknown(dataset, event_id, key, manifest.number)
    row = events[0] if events else aside[0]
    evidence: dict[str, list[dict[str, Any]]] = {}
    for line in rows("evidence", EVENT):
        evidence.setdefault(line["column"], []).append(line)
    decided = {
        revision.column: revision.id for revision in standing(load_revisions(dataset.path))
        if revision.event_id == event_id and revision.kind == "cell"
    }  # fmt: skip
    cells = tuple(
        _cell(name, value, evidence.get(name, []), decided.get(name))
        for name, value in row.items() if name not in (ARTICLE, "check_ids")
    )  # fmt: skip
    checks = () if events else tuple(aside[0]["check_ids"].split("; "))
    candidates = sorted(rows("candidates", EVENT), key=lambda one: (one[ARTICLE], one["rank"]))
    sources = rows("sources", EVENT)
    article_of = {f"{source.get(CODED)}@{source[ARTICLE]}": source[ARTICLE] for source in sources}
    merges = tuple(
        {"article_id": article_of.get(line[ROW]), "other_article_id": article_of.get(line["other_row_id"])}
        | {name: value for name, value in line.items() if name not in (EVENT, ROW, "other_row_id")}
        for line in rows("merges", EVENT)
    )
    return Explained(
        event_id, manifest.number, cells, tuple(sources), checks, tuple(candidates), merges,
        tuple(rows("contradictions", EVENT)),
    )  # fmt: skip


def _cell(name: str, value: Any, lines: list[dict[str, Any]], decision: str | None) -> ExplainedCell:
    quotes = tuple(
        Quote(line[ARTICLE], line["start"], line["end"], line["quote"]) for line in lines if line["quote"] is not None
    )
    rules = tuple(sorted({line["rule"] for line in lines}))
    confidence = min((line["confidence"] for line in lines), default=None)
    if decision is not None:
        rules, confidence = (f"decision {decision} of a person",), 1.0
    return ExplainedCell(name, value, rules, confidence, quotes)


def _unknown(dataset: Dataset, event_id: str, key: str, number: int) -> UnknownVersion:
    known = dataset.table(version=number, columns=[key])[key].to_pylist()
    near = get_close_matches(event_id, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"`eventbook log {dataset.path.name} {event_id}` tells its history"
    return UnknownVersion(f"{dataset.path}: version {number} has no event {event_id!r}; {hint}")
