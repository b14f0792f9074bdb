"""What merging reads, brought into one order: rows, articles, near-identical articles and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.merging.fields import column_name, day_numbers
from eventbook.datasets.merging.records import MergingError
from eventbook.datasets.merging.scoring import Texts
from eventbook.datasets.merging.sketches import find_copies
from eventbook.datasets.merging.wording import hash_words

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

ARTICLE = "article_id"


@dataclass(frozen=True, slots=True)
class Input:
    """Rows in the order of event id and article, with one entry per row in every array.

    `article` numbers the articles in the order of their ids; `sources` has one row for each of them, in that order.
    """

    rows: "pa.Table"
    row_ids: "pa.Array"
    sources: "pa.Table"
    article: "np.ndarray"
    published: "np.ndarray"
    copy_group: "np.ndarray"
    texts: Texts


def prepare(
    rows: "pa.Table", codebook: Codebook, *, sources: "pa.Table | None", sketches: "pa.Table | None",
    wording: "pa.Table | None",
) -> Input:  # fmt: skip
    """Bring everything into one order; raises MergingError."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    from eventbook.datasets.taking import take_rows

    _refuse(rows, codebook)
    rows = take_rows(rows, pc.sort_indices(rows, sort_keys=[(codebook.key, "ascending"), (ARTICLE, "ascending")]))
    row_ids = row_ids_of(rows, codebook.key)
    repeated = _repeated(row_ids)
    if repeated:
        raise MergingError(
            [f"rows: {name} stands twice, expected one row per event id and article" for name in repeated]
        )
    articles = rows[ARTICLE].cast(pa.string()).combine_chunks().unique().sort()
    article = pc.index_in(rows[ARTICLE].cast(pa.string()), value_set=articles).to_numpy().astype(np.int64)
    known = _sources(articles, sources)
    published = day_numbers(known["published"])
    keys = _copy_keys(articles, known, sketches, codebook.merging.near_duplicate)
    starts, words = hash_words(_wording(row_ids, wording), _place_names(rows, codebook))
    texts = Texts(starts, words, keys, max(len(articles), 1))
    return Input(rows, row_ids, known, article, published[article], _copy_groups(keys, texts.count)[article], texts)


def row_ids_of(table: "pa.Table", event_key: str) -> "pa.Array":
    """`event_id@article_id` of each row."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [table[name].cast(pa.string()) for name in (event_key, ARTICLE)]
    return pc.binary_join_element_wise(*parts, "@").combine_chunks()


def _refuse(rows: "pa.Table", codebook: Codebook) -> None:
    wanted = [codebook.key, ARTICLE]
    missing = [name for name in wanted if name not in rows.column_names]
    problems = [f"rows: column {name!r} is missing; they have {', '.join(rows.column_names)}" for name in missing]
    for name in wanted:
        if name not in missing and rows[name].null_count:
            problems.append(f"rows: {rows[name].null_count} have no {name!r}; every row needs one")
    if problems:
        raise MergingError(problems)


def _repeated(row_ids: "pa.Array") -> list[str]:
    import pyarrow.compute as pc

    if len(row_ids) < 2:
        return []
    same = pc.equal(row_ids.slice(0, len(row_ids) - 1), row_ids.slice(1))
    found: list[str] = row_ids.slice(1).filter(same).to_pylist()
    return sorted(set(found))[:20]


def _sources(articles: "pa.Array", sources: "pa.Table | None") -> "pa.Table":
    """One row per article, in their order; what nobody gave is empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    needed = {"source": pa.string(), "published": pa.date32(), "title": pa.string(), "hash": pa.string()}
    table = pa.table({ARTICLE: articles})
    if sources is None:
        return _with_columns(table, needed)
    if ARTICLE not in sources.column_names:
        raise MergingError([f"sources: column {ARTICLE!r} is missing; they have {', '.join(sources.column_names)}"])
    names = [name for name in sources.column_names if name not in (ARTICLE, "event_id")]
    given = sources.select([ARTICLE, *names])
    plain = [name for name in names if not pa.types.is_nested(given.schema.field(name).type)]
    order = pc.sort_indices(given, sort_keys=[(name, "ascending") for name in [ARTICLE, *plain]])
    given = given.take(order)  # of an article given twice the first in this order stands
    place = pc.index_in(articles, value_set=given[ARTICLE].cast(pa.string()).combine_chunks())
    for name in names:
        table = table.append_column(given.schema.field(name), given[name].take(place))
    return _with_columns(table, needed)


def _with_columns(table: "pa.Table", needed: "dict[str, pa.DataType]") -> "pa.Table":
    import pyarrow as pa

    for name, kind in needed.items():
        if name not in table.column_names:
            table = table.append_column(name, pa.nulls(table.num_rows, kind))
        elif not table.schema.field(name).type.equals(kind):
            table = table.set_column(table.column_names.index(name), name, table[name].cast(kind))
    return table


def _copy_keys(articles: "pa.Array", sources: "pa.Table", sketches: "pa.Table | None", least: float) -> "np.ndarray":
    """Near-identical articles as `a * count + b`, ascending: equal texts, and sketches that contain one another."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    count = max(len(articles), 1)
    found = []
    hashes = pc.fill_null(sources["hash"].combine_chunks().dictionary_encode().indices, -1).to_numpy(
        zero_copy_only=False
    )
    order = np.lexsort((np.arange(len(hashes)), hashes))
    equal = np.flatnonzero((hashes[order][1:] == hashes[order][:-1]) & (hashes[order][1:] >= 0))
    found.append(order[equal] * count + order[equal + 1])
    if sketches is not None and sketches.num_rows:
        place = pc.index_in(sketches[ARTICLE].cast(pa.string()), value_set=articles)
        sketches = sketches.filter(pc.is_valid(place))
        numbers = place.drop_null().to_numpy().astype(np.int64)
        lengths = pc.fill_null(pc.list_value_length(sketches["sketch"]), 0).to_numpy().astype(np.int64)
        shingles = pc.list_flatten(sketches["sketch"]).to_numpy()
        first, second, _ = find_copies(np.repeat(numbers, lengths), shingles, count=count, least=least)
        found.append(first * count + second)
    return np.unique(np.concatenate(found))


def _copy_groups(keys: "np.ndarray", count: int) -> "np.ndarray":
    """A number for each article, shared by articles that are copies of one another."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(keys), dtype=np.int8), (keys // count, keys % count)), shape=(count, count))
    groups: np.ndarray = connected_components(graph, directed=False)[1].astype(np.int64)
    return groups


def _place_names(rows: "pa.Table", codebook: Codebook) -> "Iterator[tuple[str | None, ...]]":
    import pyarrow as pa

    names = [column_name(rows, codebook, fact) for fact in ("place.name", "place.admin1", "place.country")]
    columns = [rows[name].cast(pa.string()).to_pylist() for name in names if name]
    return zip(*columns, strict=True) if columns else iter([()] * rows.num_rows)


def _wording(row_ids: "pa.Array", wording: "pa.Table | None") -> "list[str | None]":
    """What each row's article says of its event; None where nobody gave it."""
    import pyarrow.compute as pc

    if wording is None:
        return [None] * len(row_ids)
    place = pc.index_in(row_ids, value_set=row_ids_of(wording, "event_id"))
    texts: list[str | None] = wording["wording"].take(place).to_pylist()
    return texts
