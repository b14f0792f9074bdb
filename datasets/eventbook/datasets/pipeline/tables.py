"""The tables of a version, gathered from the outcomes of a run: everything but the articles' texts."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.codebook import Codebook
from eventbook.coder.records import Article, NotCoded
from eventbook.coder.rows import Row
from eventbook.datasets.building import ARTICLE, EVENT
from eventbook.datasets.environment import environment
from eventbook.datasets.merging import sketch_text
from eventbook.datasets.pipeline.records import Outcome
from eventbook.datasets.pipeline.scrubbing import shown_reason

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(slots=True)
class Gathered:
    """What a run has found so far, as plain rows; `texts` are those of articles with rows, to check quotes against."""

    codebook: Codebook
    articles: set[str] = field(default_factory=set)
    reports: list[dict[str, Any]] = field(default_factory=list)
    evidence: list[dict[str, Any]] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)
    candidates: list[dict[str, Any]] = field(default_factory=list)
    not_coded: list[dict[str, Any]] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    published: set[date] = field(default_factory=set)
    sketches: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    read: int = 0

    coded_by: str = field(init=False)  # codebook and program, by which rows that were not coded again can be told

    def __post_init__(self) -> None:
        book, program = self.codebook, environment().get("eventbook", "(not installed)")
        self.coded_by = f"{book.id} {book.version} {book.hash[:12]}, eventbook {program}"

    def add(self, outcome: Outcome) -> None:
        """Take in what came of one entry of the input."""
        if outcome.article is not None:
            self.read += 1
            self.articles.add(outcome.article.id)
            if outcome.article.published is not None:
                self.published.add(outcome.article.published)
        self.articles.update(reason.article_id for reason in outcome.not_coded if reason.article_id)
        for row in outcome.rows:
            assert outcome.article is not None
            self.texts[row.article_id] = outcome.article.text
            self.reports.append({ARTICLE: row.article_id, **row.values})
            self.evidence.extend(evidence_rows(row))
            self.candidates.extend(candidate_rows(row))
            if row.article_id not in self.sketches:
                self.sketches[row.article_id] = _sketch(outcome.article)
            self.sources.append(_source(row, outcome.article, self.codebook) | {"coded_by": self.coded_by})
        for reason in outcome.not_coded:
            self.reasons[reason.reason] += 1
            self.not_coded.append(reason_row(shown_reason(reason)))

    def tables(self) -> "dict[str, pa.Table]":
        """The tables `reports`, `evidence`, `candidates`, `sources`, `not_coded` and `sketches`."""
        import pyarrow as pa

        schemas = {
            "reports": report_schema(self.codebook), "evidence": evidence_schema(),
            "candidates": candidate_schema(), "sources": _source_schema(), "not_coded": reason_schema(),
            "sketches": pa.schema([(ARTICLE, pa.string()), ("sketch", pa.binary())]),
        }  # fmt: skip
        rows: dict[str, list[dict[str, Any]]] = {
            "reports": self.reports, "evidence": self.evidence, "candidates": self.candidates,
            "sources": self.sources, "not_coded": self.not_coded,
            "sketches": [{ARTICLE: article, "sketch": text} for article, text in self.sketches.items()],
        }  # fmt: skip
        return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in schemas.items()}


def evidence_rows(row: Row) -> Iterator[dict[str, Any]]:
    """One line for each cell and each piece of evidence; a cell that a policy set has one line without a span."""
    for column, cell in row.cells.items():
        base = {EVENT: row.event_id, "column": column, ARTICLE: row.article_id}
        decided = {"rule": cell.rule, "confidence": cell.confidence}
        if cell.value is None and not cell.evidence:
            continue
        for piece in cell.evidence or (None,):
            span = (None, None, None) if piece is None else (piece.start, piece.end, piece.quote)
            yield base | dict(zip(("start", "end", "quote"), span, strict=True)) | decided


def candidate_rows(row: Row) -> Iterator[dict[str, Any]]:
    """The places that the name of the event's place may mean, the chosen one first."""
    for rank, one in enumerate(row.candidates, start=1):
        place = one.place
        yield {
            EVENT: row.event_id, ARTICLE: row.article_id, "rank": rank, "place": place.id, "name": place.name,
            "kind": place.kind, "admin1": place.admin1 or None, "country": place.country, "latitude": place.latitude,
            "longitude": place.longitude, "geo_precision": one.precision, "score": one.score,
            "gazetteer": place.gazetteer, "reason": one.reason,
        }  # fmt: skip


def reason_row(reason: NotCoded) -> dict[str, Any]:
    """A reason as a row of the table `not_coded`."""
    return {
        ARTICLE: reason.article_id, "reason": reason.reason, "detail": reason.detail, "start": reason.start,
        "end": reason.end, "quote": reason.quote or None, "origin": reason.origin,
    }  # fmt: skip


def report_schema(codebook: Codebook) -> "pa.Schema":
    """The codebook's columns behind `article_id`."""
    import pyarrow as pa

    columns = row_schema(codebook)
    named = pa.field(ARTICLE, pa.string(), metadata={"description": "The article that reports the event."})
    return pa.schema([named, *columns], metadata=columns.metadata)


def evidence_schema() -> "pa.Schema":
    """Spans are half-open character offsets into the article's text."""
    import pyarrow as pa

    return pa.schema([
        (EVENT, pa.string()), ("column", pa.string()), (ARTICLE, pa.string()), ("start", pa.int64()),
        ("end", pa.int64()), ("quote", pa.string()), ("rule", pa.string()), ("confidence", pa.float64()),
    ])  # fmt: skip


def candidate_schema() -> "pa.Schema":
    """`country` is ISO 3166 alpha-2; degrees WGS 84; `score` the share among namesakes; `rank` from 1."""
    import pyarrow as pa

    texts, numbers = ("place", "name", "kind", "admin1", "country"), ("latitude", "longitude")
    return pa.schema([
        (EVENT, pa.string()), (ARTICLE, pa.string()), ("rank", pa.int8()), *((name, pa.string()) for name in texts),
        *((name, pa.float64()) for name in numbers), ("geo_precision", pa.int8()), ("score", pa.float64()),
        ("gazetteer", pa.string()), ("reason", pa.string()),
    ])  # fmt: skip


def reason_schema() -> "pa.Schema":
    """The table `not_coded`."""
    import pyarrow as pa

    return pa.schema([
        (ARTICLE, pa.string()), ("reason", pa.string()), ("detail", pa.string()), ("start", pa.int64()),
        ("end", pa.int64()), ("quote", pa.string()), ("origin", pa.string()),
    ])  # fmt: skip


def _sketch(article: Article) -> bytes:
    """Hashes of a few of the article's phrases, which tell its copies and not its text; four bytes each."""
    return b"".join(number.to_bytes(4, "little") for number in sketch_text(article.text))


def _source(row: Row, article: Article, codebook: Codebook) -> dict[str, Any]:
    column = codebook.column_from("report.source")
    source = article.source if column is None else row.values[column.name]
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        EVENT: row.event_id, ARTICLE: article.id, "source": source, "url": article.url, "title": article.title,
        "published": article.published, "hash": digest,
    }  # fmt: skip


def _source_schema() -> "pa.Schema":
    import pyarrow as pa

    return pa.schema([
        (EVENT, pa.string()), (ARTICLE, pa.string()), ("source", pa.string()), ("url", pa.string()),
        ("title", pa.string()), ("published", pa.date32()), ("hash", pa.string()), ("coded_by", pa.string()),
    ])  # fmt: skip


def without_events(table: "pa.Table", events: Sequence[str], *, key: str) -> "pa.Table":
    """The rows of all other events."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return table.filter(pc.invert(pc.is_in(table[key], value_set=pa.array(sorted(events), pa.string()))))
