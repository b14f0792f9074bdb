"""Rules on the evidence: every filled cell has its words or the policy that set it, and the words are quoted."""

from collections.abc import Mapping

from eventbook.validation.checks.cell_rules import positions
from eventbook.validation.checks.cells import as_text
from eventbook.validation.checks.records import Check, Failures
from eventbook.validation.checks.tables import Tables


def has_evidence(tables: Tables, check: Check) -> Failures:
    """A filled cell of the column without words and without a rule or policy."""
    import numpy as np
    import pyarrow.compute as pc

    (name,) = check.columns
    evidence = tables.evidence
    if evidence is None or not {"event_id", "column"} <= set(evidence.column_names):
        return Failures(np.array([], np.int64))
    mine = evidence.filter(pc.equal(as_text(evidence["column"]), name))
    told = None
    for source in ("quote", "rule"):
        if source in mine.column_names:
            here = pc.is_valid(as_text(mine[source]))
            told = here if told is None else pc.or_(told, here)
    if told is not None:
        mine = mine.filter(told)
    supported = pc.is_in(tables.ids, value_set=as_text(mine["event_id"]))
    return Failures(positions(pc.and_(pc.is_valid(tables.cells[name]), pc.invert(supported))))


def quotes_text(tables: Tables, check: Check) -> Failures:
    """Evidence whose quote is not what stands at its place in the article."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    needed = {"event_id", "column", "article_id", "start", "end", "quote"}
    evidence, texts = tables.evidence, tables.texts
    none = Failures(np.array([], np.int64))
    if evidence is None or texts is None or not needed <= set(evidence.column_names):
        return none
    articles = as_text(evidence["article_id"])
    spans = zip(articles.to_pylist(), evidence["start"].to_pylist(), evidence["end"].to_pylist(),
                evidence["quote"].to_pylist(), strict=True)  # fmt: skip
    bad = [n for n, (article, start, end, quote) in enumerate(spans)
           if quote and article in texts and not _stands(texts[article], start, end, quote)]  # fmt: skip
    if not bad:
        return none
    wrong = evidence.take(pa.array(bad, pa.int64()))
    rows = pc.fill_null(pc.index_in(as_text(wrong["event_id"]), value_set=tables.ids), -1).to_numpy()
    quotes = as_text(wrong["quote"])
    return Failures(rows.astype(np.int64), quotes, expected=as_text(wrong["article_id"]), quotes=quotes,
                    columns=as_text(wrong["column"]))  # fmt: skip


def _stands(text: str, start: int | None, end: int | None, quote: str) -> bool:
    return start is not None and end is not None and 0 <= start < end and text[start:end] == quote


def has_source(tables: Tables, check: Check) -> Failures:
    """Evidence of an article that the table of sources does not have."""
    import numpy as np
    import pyarrow.compute as pc

    evidence, sources = tables.evidence, tables.sources
    if evidence is None or sources is None or "article_id" not in evidence.column_names:
        return Failures(np.array([], np.int64))
    articles = as_text(evidence["article_id"])
    lost = pc.and_(pc.is_valid(articles), pc.invert(pc.is_in(articles, value_set=as_text(sources["article_id"]))))
    wrong = evidence.filter(lost).group_by(["event_id", "article_id"], use_threads=False).aggregate([])
    rows = pc.fill_null(pc.index_in(as_text(wrong["event_id"]), value_set=tables.ids), -1)
    return Failures(rows.to_numpy().astype(np.int64), as_text(wrong["article_id"]))


def adds_up(tables: Tables, check: Check) -> Failures:
    """Rows that share one quoted total and whose figures do not add up to it."""
    import numpy as np
    import pyarrow as pa

    (name,) = check.columns
    shared = _shared_spans(tables, name)
    counts = tables.cells[name].to_pylist() if shared else []
    rows: list[int] = []
    values: list[str] = []
    quotes: list[str] = []
    totals: list[str] = []
    for quote, group in shared:
        total = _stated_total(quote, tables.codebook.deaths.vague)
        found = sum(counts[row] or 0 for row in group)
        if total is not None and not total[0] <= found <= total[1]:
            rows += group
            values += [str(found)] * len(group)
            quotes += [quote] * len(group)
            totals += [str(total[0]) if total[0] == total[1] else f"{total[0]} to {total[1]}"] * len(group)
    text = pa.string()
    return Failures(np.array(rows, np.int64), pa.array(values, text), pa.array(totals, text), pa.array(quotes, text))


def _shared_spans(tables: Tables, name: str) -> list[tuple[str, list[int]]]:
    """Quote and rows of each span that is the only evidence of the column in several rows."""
    import pyarrow.compute as pc

    evidence = tables.evidence
    if evidence is None or not {"event_id", "column", "article_id", "start", "quote"} <= set(evidence.column_names):
        return []
    mine = evidence.filter(pc.equal(as_text(evidence["column"]), name))
    rows = pc.index_in(as_text(mine["event_id"]), value_set=tables.ids).to_pylist()
    spans: dict[int, list[tuple[str, int, str]]] = {}
    for row, article, start, quote in zip(rows, mine["article_id"].to_pylist(), mine["start"].to_pylist(),
                                          mine["quote"].to_pylist(), strict=True):  # fmt: skip
        if row is not None and start is not None and quote:
            spans.setdefault(row, []).append((str(article), start, quote))
    groups: dict[tuple[str, int, str], list[int]] = {}
    for row, found in spans.items():
        if len(found) == 1:
            groups.setdefault(found[0], []).append(row)
    return [(key[2], group) for key, group in groups.items() if len(group) > 1]


def _stated_total(quote: str, vague: Mapping[str, int]) -> tuple[int, int] | None:
    """The lowest and highest reading of the one number that a quote states; None where it has none or several.

    A stated one is left out: "one in each town" is no total.
    """
    from eventbook.coder.numbers import find_counts

    found = [count for count in find_counts(quote, 0, len(quote), vague=vague) if count.kind != "ordinal"]
    if len(found) != 1 or found[0].high < 2:
        return None
    return found[0].low, max(found[0].low, found[0].high)
