"""Blocking loses no pair, and words and pairs are counted as the plain way counts them."""

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.loading import load_codebook
from eventbook.datasets.merging.candidates import candidate_pairs
from eventbook.datasets.merging.fields import read_fields
from eventbook.datasets.merging.kinds import kind_relations
from eventbook.datasets.merging.scoring import score_facts
from eventbook.datasets.merging.wording import hash_words, shared_words

PLACES = [
    ("Maiduguri", "Borno", 11.8464, 13.1603),
    ("Konduga", "Borno", 11.6519, 13.4193),
    ("Bama", "Borno", 11.5204, 13.6893),
    ("Mafa", "Borno", 11.9244, 13.6007),
    ("Damaturu", "Yobe", 11.747, 11.9608),
    ("Nowhere", "Yobe", None, None),
]
Row = tuple[tuple[str, str, float | None, float | None], int, int, int, int]
ROW = st.tuples(st.sampled_from(PLACES), st.integers(0, 12), st.integers(1, 3), st.integers(1, 3), st.integers(0, 5))

WORDS = ("market", "mosque", "convoy", "bridge", "school", "camp", "clinic")


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=2, max_size=25))
def test_no_pair_within_reach_and_window_is_lost(rows: list[Row]) -> None:
    codebook = load_codebook()
    schema = row_schema(codebook)
    cells = [
        {"location": place[0], "admin1": place[1], "latitude": place[2], "longitude": place[3], "iso": 566,
         "event_date": date(2019, 1, 1) + timedelta(day), "time_precision": vague_day, "geo_precision": vague_place,
         "sub_event_type": "Attack"}
        for place, day, vague_day, vague_place, _ in rows
    ]  # fmt: skip
    table = pa.Table.from_pylist(cells, schema=schema)
    articles = np.array([article for *_, article in rows])
    fields = read_fields(table, codebook, article=articles, published=np.zeros(len(rows), dtype=np.int64))
    none = np.empty(0, dtype=np.int64)
    chunks = list(candidate_pairs(fields, window=3, block_km=30.0, copies=(none, none)))
    found = {pair for a, b in chunks for pair in zip(a.tolist(), b.tolist(), strict=True)}
    assert all(a < b for a, b in found)
    every = np.array(list(combinations(range(len(rows)), 2)))
    _, out = score_facts(every[:, 0], every[:, 1], fields, codebook.merging, kind_relations(fields.kinds, codebook))
    for (a, b), apart in zip(every.tolist(), out.tolist(), strict=True):
        gap = abs(rows[a][1] - rows[b][1])
        vague = 3 in (rows[a][3], rows[b][3])
        near = fields.admin1[a] == fields.admin1[b] if vague else not apart
        if gap <= 3 and near:
            assert (a, b) in found


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6), min_size=1))
def test_shared_words_are_those_of_plain_sets(texts: list[list[str]]) -> None:
    starts, words = hash_words([" ".join(text) or None for text in texts], [()] * len(texts))
    pairs = np.array(list(combinations(range(len(texts)), 2)), dtype=np.int64).reshape(-1, 2)
    shared = shared_words(starts, words, pairs[:, 0], pairs[:, 1])
    for (a, b), share in zip(pairs.tolist(), shared.tolist(), strict=True):
        one, two = set(texts[a]), set(texts[b])
        least = min(len(one), len(two))
        assert np.isnan(share) if least == 0 else share == len(one & two) / least
