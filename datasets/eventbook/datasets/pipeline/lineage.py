"""Which new row of an article is which of its old rows, so that an event keeps its id when it is coded again."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.building import ARTICLE, CODED, EVENT, ROW
from eventbook.datasets.columns import join_rows
from eventbook.datasets.merging import wordings

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_NEW = "new"  # marks rows of the new coding while they are compared with the old


@dataclass(frozen=True, slots=True)
class Lineage:
    """`reports` with the `row_id` that each row keeps; `vanished`: old rows that no new row continues.

    `former` has the columns `row_id` (as merging names rows) and `event_id`: the event that a row was of.
    """

    reports: "pa.Table"
    vanished: "pa.Table"
    former: "pa.Table"


def trace_rows(
    reports: "pa.Table", old: "pa.Table | None", vanished: "pa.Table | None", *, articles: Collection[str],
    evidence: "pa.Table", old_evidence: "pa.Table | None", codebook: Codebook,
) -> Lineage:  # fmt: skip
    """Name the rows of all reports, which stand under the ids that they were coded under.

    `old` are the parent's reports, under the ids of its events, with `coded_id` and `row_id`; `vanished` such rows of
    earlier versions. A row of an article coded anew continues the old row of the same coded id; else the one that it
    scores highest with, by the points of merging, if these reach the threshold. Rows that vanished come last.
    """
    import pyarrow as pa

    key = codebook.key
    if old is None:
        schema = reports.schema.append(pa.field(CODED, pa.string())).append(pa.field(ROW, pa.string()))
        empty = schema.empty_table()
        return Lineage(_named(reports, key, {}), empty, pa.table({ROW: [], EVENT: []}, schema=_former_schema()))
    recoded = set(articles)
    earlier = _rows(old, key) + (_rows(vanished, key) if vanished is not None else [])
    kept = {(coded, article): row for _, coded, article, row in _rows(old, key) if article not in recoded}
    concerned = [line for line in earlier if line[2] in recoded]
    fresh = [line for line in zip(reports[key].to_pylist(), reports[ARTICLE].to_pylist(), strict=True)
             if line[1] in recoded]  # fmt: skip
    found = _same_ids(fresh, concerned)
    taken = set(found.values())
    left = [line for line in fresh if line not in found]
    open_rows = [line for line in concerned if line[3] not in taken]
    if left and open_rows and {article for _, article in left} & {line[2] for line in open_rows}:
        lost = vanished if vanished is not None else old.slice(0, 0)
        before = join_rows("reports", old, lost) if lost.num_rows else old
        found |= _by_score(reports, left, before, open_rows, evidence, old_evidence, codebook)
    named = _named(reports, key, kept | found)
    events = {row: event for event, _, _, row in reversed(earlier)}
    return Lineage(named, _vanished(old, vanished, named, recoded), _former(named, events, key))


def _rows(table: "pa.Table", key: str) -> list[tuple[str, str, str, str]]:
    """Event, id as coded, article and row name of each row."""
    import pyarrow as pa

    return list(zip(*(table[name].cast(pa.string()).to_pylist() for name in (key, CODED, ARTICLE, ROW)), strict=True))


def _same_ids(
    fresh: list[tuple[str, str]], earlier: list[tuple[str, str, str, str]]
) -> dict[tuple[str, str], str]:  # fmt: skip
    held: dict[tuple[str, str], str] = {}
    for _, coded, article, row in earlier:
        held.setdefault((coded, article), row)
    return {line: held[line] for line in fresh if line in held}


def _by_score(
    reports: "pa.Table", left: list[tuple[str, str]], before: "pa.Table", open_rows: list[tuple[str, str, str, str]],
    evidence: "pa.Table", old_evidence: "pa.Table | None", codebook: Codebook,
) -> dict[tuple[str, str], str]:  # fmt: skip
    """The best pairs first, each row once."""
    import numpy as np
    import pyarrow as pa

    from eventbook.datasets.merging.fields import read_fields
    from eventbook.datasets.merging.input import prepare
    from eventbook.datasets.merging.scoring import score_given

    key = codebook.key
    new = _marked(reports, set(left), key, mark=_NEW)
    old = _marked(_as_coded(before, key), {(coded, article) for _, coded, article, _ in open_rows}, key, mark="old")
    rows = join_rows("reports", _once(old, key), new)
    told = [_words(evidence, set(left), mark=_NEW)]
    if old_evidence is not None:
        told.append(_words(old_evidence, {(coded, article) for _, coded, article, _ in open_rows}, mark="old"))
    given = prepare(rows, codebook, sources=None, sketches=None, wording=pa.concat_tables(told))
    fields = read_fields(given.rows, codebook, article=given.article, published=given.published)
    first, second = _pairs(given.rows[ARTICLE].to_pylist())
    edges = score_given(first, second, fields, given.texts, codebook)
    names = {(coded, article): row for _, coded, article, row in reversed(open_rows)}
    ids, articles = given.rows[key].to_pylist(), [name.split(":", 1)[1] for name in given.rows[ARTICLE].to_pylist()]
    found: dict[tuple[str, str], str] = {}
    used: set[int] = set()
    for place in np.lexsort((second, first, -edges.score)).tolist():
        one, two = int(first[place]), int(second[place])
        if edges.score[place] >= codebook.merging.threshold and not used & {one, two}:
            used |= {one, two}
            found[ids[two], articles[two]] = names[ids[one], articles[one]]
    return found


def _pairs(articles: list[str]) -> "tuple[np.ndarray, np.ndarray]":
    """Old and new rows of one article."""
    import numpy as np

    old: dict[str, list[int]] = {}
    for place, name in enumerate(articles):
        if name.startswith("old:"):
            old.setdefault(name[4:], []).append(place)
    pairs = [(one, two) for two, name in enumerate(articles) if name.startswith(f"{_NEW}:")
             for one in old.get(name[len(_NEW) + 1 :], ())]  # fmt: skip
    made = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return made[:, 0], made[:, 1]


def _marked(table: "pa.Table", wanted: set[tuple[str, str]], key: str, *, mark: str) -> "pa.Table":
    """The wanted rows, their articles named after the coding that they are of."""
    import pyarrow as pa
    import pyarrow.compute as pc

    pairs = zip(table[key].to_pylist(), table[ARTICLE].to_pylist(), strict=True)
    chosen = table.filter(pa.array([pair in wanted for pair in pairs], pa.bool_()))
    named = pc.binary_join_element_wise(mark, chosen[ARTICLE].cast(pa.string()), ":")
    return chosen.set_column(chosen.column_names.index(ARTICLE), ARTICLE, named)


def _words(evidence: "pa.Table", wanted: set[tuple[str, str]], *, mark: str) -> "pa.Table":
    """The words quoted for these rows; titles are left out, for all rows of an article share them."""
    import pyarrow as pa

    lines = _marked(evidence, wanted, EVENT, mark=mark)
    return wordings(lines, pa.table({ARTICLE: pa.array([], pa.string()), "title": pa.array([], pa.string())}))


def _as_coded(table: "pa.Table", key: str) -> "pa.Table":
    """The rows under the ids that they were coded under."""
    place = table.column_names.index(key)
    return table.set_column(place, table.schema.field(key), table[CODED]).drop_columns([CODED, ROW])


def _once(table: "pa.Table", key: str) -> "pa.Table":
    """The first row of each id and article: a row may have vanished, come back and vanished again."""
    import pyarrow as pa

    seen: set[tuple[str, str]] = set()
    keep = []
    for pair in zip(table[key].to_pylist(), table[ARTICLE].to_pylist(), strict=True):
        keep.append(pair not in seen)
        seen.add(pair)
    return table.filter(pa.array(keep, pa.bool_()))


def _named(reports: "pa.Table", key: str, names: dict[tuple[str, str], str]) -> "pa.Table":
    """The reports with `coded_id` and `row_id`: as given, else the id and article, each name once."""
    import pyarrow as pa

    taken, made = set(names.values()), []
    coded, articles = reports[key].cast(pa.string()), reports[ARTICLE].to_pylist()
    for event, article in zip(coded.to_pylist(), articles, strict=True):
        name = names.get((event, article))
        if name is None:
            name, attempt = f"{event}@{article}", 2
            while name in taken:
                name, attempt = f"{event}@{article}#{attempt}", attempt + 1
            taken.add(name)
        made.append(name)
    return reports.append_column(CODED, coded).append_column(ROW, pa.array(made, pa.string()))


def _vanished(old: "pa.Table", vanished: "pa.Table | None", named: "pa.Table", recoded: set[str]) -> "pa.Table":
    """Rows that no row continues, those of articles coded just now and those of before."""
    import pyarrow as pa
    import pyarrow.compute as pc

    there = named[ROW].combine_chunks()
    ours = pc.is_in(old[ARTICLE].cast(pa.string()), value_set=pa.array(sorted(recoded), pa.string()))
    gone = old.filter(pc.and_(ours, pc.invert(pc.is_in(old[ROW], value_set=there))))
    if vanished is None or vanished.num_rows == 0:
        return gone
    still = vanished.filter(pc.invert(pc.is_in(vanished[ROW], value_set=there)))
    return join_rows("vanished", still, gone)


def _former(named: "pa.Table", events: dict[str, str], key: str) -> "pa.Table":
    """The event that each row was of, under the name that merging gives the row."""
    import pyarrow as pa

    lines = [
        (f"{coded}@{article}", events[row])
        for coded, article, row in zip(*(named[name].to_pylist() for name in (CODED, ARTICLE, ROW)), strict=True)
        if row in events
    ]
    return pa.table([[line[0] for line in lines], [line[1] for line in lines]], schema=_former_schema())


def _former_schema() -> "pa.Schema":
    import pyarrow as pa

    return pa.schema([(ROW, pa.string()), (EVENT, pa.string())])
