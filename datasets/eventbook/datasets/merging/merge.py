"""Rows coded from different articles that tell of one event become one row."""

from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.merging.candidates import candidate_pairs
from eventbook.datasets.merging.clustering import Limits, cluster_rows
from eventbook.datasets.merging.decisions import read_decisions
from eventbook.datasets.merging.fields import Fields, read_fields
from eventbook.datasets.merging.input import prepare
from eventbook.datasets.merging.records import Decisions, Merged
from eventbook.datasets.merging.scoring import Edges, Texts, are_copies, score_given, score_pairs

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy as np
    import pyarrow as pa


def merge_rows(
    rows: "pa.Table", codebook: Codebook, *, sources: "pa.Table | None" = None, sketches: "pa.Table | None" = None,
    wording: "pa.Table | None" = None, decisions: Decisions | None = None, known_ids: "Collection[str]" = (),
    former: "pa.Table | None" = None,
) -> Merged:  # fmt: skip
    """Make one row of all rows that tell of one event; policies are those of the codebook's `merging`.

    `rows`: the codebook's columns and `article_id`, at most one row per event id and article; an extra column
    `confidence` (0 to 1) serves the policy most_confident. `sources`: `article_id`, and `source`, `published`,
    `title`, `hash` as far as known. `sketches` as `sketch_table` and `wording` as `wordings` make them. An event has
    the id of its earliest published row, of rows whose id is in `known_ids`, or that `former` (columns `row_id` and
    `event_id`) gives an id that they had, if there are any. The order of rows, sources and texts changes nothing.
    Raises MergingError.
    """
    from eventbook.datasets.merging.output import write_tables

    given = prepare(rows, codebook, sources=sources, sketches=sketches, wording=wording)
    fields = read_fields(given.rows, codebook, article=given.article, published=given.published)
    told = read_decisions(decisions or Decisions(), given.rows[codebook.key].to_pylist(), given.row_ids.to_pylist())
    policy = codebook.merging
    block_km = max(policy.apart_km, _reach(fields))
    copies = (given.texts.copy_keys // given.texts.count, given.texts.copy_keys % given.texts.count)
    pairs = candidate_pairs(fields, window=policy.day_window, block_km=block_km, copies=copies)
    edges = score_pairs(pairs, fields, given.texts, codebook)
    links, all_edges = _links(edges, _same_ids(given.rows, codebook.key), told.joined, fields, given.texts, codebook)
    limits = Limits(apart_km=policy.apart_km, day_window=policy.day_window)
    clusters = cluster_rows(len(fields), links, fields, limits=limits, apart=told.apart)
    return write_tables(
        given, fields, codebook, clusters=clusters, links=links, edges=all_edges, known_ids=known_ids,
        former=former, unused=told.unused,
    )  # fmt: skip


def _reach(fields: Fields) -> float:
    """Kilometres that a place that is not of the vaguest precision may lie off."""
    near = fields.reach[(fields.place_rank < fields.vaguest) | (fields.place_rank == 0)]
    return float(near.max(initial=1.0))


def _links(
    edges: Edges, same_ids: "tuple[np.ndarray, np.ndarray]", joined: "tuple[np.ndarray, np.ndarray]", fields: Fields,
    texts: Texts, codebook: Codebook,
) -> "tuple[np.ndarray, Edges]":  # fmt: skip
    """All pairs to join, best first: a person's, those of one id, then by score; and their points in that order."""
    import numpy as np

    groups = [score_given(*joined, fields, texts, codebook), score_given(*same_ids, fields, texts, codebook), edges]
    links = np.concatenate([_link_array(group, texts, fields) for group in groups])
    parts = np.concatenate([group.parts for group in groups])
    cuts = np.cumsum([len(group.first) for group in groups])
    links["forced"][: cuts[0]] = True
    links["same_id"][cuts[0] : cuts[1]] = True
    order = np.lexsort((links["second"], links["first"], -links["score"], ~links["same_id"], ~links["forced"]))
    links, parts = links[order], parts[order]
    return links, Edges(links["first"], links["second"], parts, links["score"])


def _link_array(edges: Edges, texts: Texts, fields: Fields) -> "np.ndarray":
    import numpy as np

    kinds: Any = [
        ("first", np.int64),
        ("second", np.int64),
        ("score", float),
        ("forced", bool),
        ("same_id", bool),
        ("copies", bool),
    ]
    links = np.zeros(len(edges.first), dtype=kinds)
    links["first"], links["second"], links["score"] = edges.first, edges.second, edges.score
    links["copies"] = are_copies(edges.first, edges.second, fields, texts)
    return links


def _same_ids(rows: "pa.Table", key: str) -> "tuple[np.ndarray, np.ndarray]":
    """Neighbouring rows of one event id."""
    import numpy as np
    import pyarrow.compute as pc

    ids = rows[key]
    if len(ids) < 2:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    first = np.flatnonzero(pc.equal(ids.slice(0, len(ids) - 1), ids.slice(1)).to_numpy())
    return first, first + 1
