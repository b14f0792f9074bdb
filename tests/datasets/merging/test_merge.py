"""Which rows become one event, and which never do."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.merging import Decisions, Merged, MergingError

Run = Callable[..., Merged]
Make = Callable[..., dict[str, Any]]
BOMB = "A bomber blew herself up beside a mosque in the Muna ward at prayers, and worshippers were hurt."
NEXT = {"event_date": date(2019, 3, 11)}
KONDUGA = {"location": "Konduga", "latitude": 11.6519, "longitude": 13.4193}
NAMED = {"actor1": "Boko Haram", "inter1": "Rebel group"}


@pytest.mark.parametrize(
    ("change", "events"),
    [
        pytest.param({}, 1, id="the same of another outlet is one event"),
        pytest.param({"fatalities": 5, "published": date(2019, 3, 12)}, 1, id="a toll that grew is one event"),
        pytest.param(NAMED, 1, id="an actor named later is one event"),
        pytest.param({"geo_precision": 3, "location": "Borno"}, 1, id="a division for a town is one event"),
        pytest.param({**NEXT, "text": BOMB}, 1, id="a day that one report has wrong is one event"),
        pytest.param(KONDUGA, 2, id="two towns are two events"),
        pytest.param({"event_date": date(2019, 3, 17)}, 2, id="a week apart are two events"),
        pytest.param(
            {"sub_event_type": "Peaceful protest", "event_type": "Protests"}, 2, id="other kinds are two events",
        ),
        pytest.param({"country": "Niger", "iso": 562}, 2, id="two countries are two events"),
        pytest.param(
            {"text": "Raiders carried off cattle at a well and burned huts."}, 2, id="other words are two events",
        ),
        pytest.param({"event_date": None}, 2, id="a row without a day is an event of its own"),
    ],
)  # fmt: skip
def test_two_reports(merge: Run, report: Make, change: dict[str, Any], events: int) -> None:
    first = report("NGA1", "a", text=BOMB)
    change = {"fatalities": 3} | change
    second = report("NGA2", "b", **({"text": None} | change))
    if "Raiders" in str(change.get("text")):
        second |= {"fatalities": 9, "actor1": "Fulani Ethnic Militia (Nigeria)", "inter1": "Identity militia"}
    assert merge([first, second]).events.num_rows == events


def test_rows_of_one_article_stay_apart(merge: Run, report: Make) -> None:
    rows = [report("NGA1", "a"), report("NGA2", "a"), report("NGA3", "b")]
    merged = merge(rows)
    assert merged.events.num_rows == 2
    assert merged.events["event_id_cnty"].to_pylist() == ["NGA1", "NGA2"]


def test_a_vague_report_does_not_tie_two_towns(merge: Run, report: Make) -> None:
    vague = {"geo_precision": 3, "location": "Borno"}
    merged = merge([report("NGA1", "a"), report("NGA2", "b", **KONDUGA), report("NGA3", "c", **vague)])
    assert merged.events.num_rows == 2


def test_two_named_actors_are_not_tied_by_an_unnamed_one(merge: Run, report: Make) -> None:
    other = {"actor1": "Ansaru", "inter1": "Rebel group"}
    merged = merge([report("NGA1", "a", **NAMED), report("NGA2", "b"), report("NGA3", "c", **other)])
    assert merged.events.num_rows == 2


def test_copies_of_an_article_are_one_event_though_coded_otherwise(merge: Run, report: Make) -> None:
    other = {"sub_event_type": "Armed clash", "event_type": "Battles", "fatalities": 9}
    rows = [report("NGA1", "a", hash="x"), report("NGA2", "b", hash="x", **other)]
    merged = merge(rows)
    assert merged.merges["rule"].to_pylist() == ["near-identical articles"]
    assert merged.events.num_rows == 1


def test_the_order_of_the_input_changes_nothing(merge: Run, report: Make) -> None:
    places: list[dict[str, Any]] = [{}, KONDUGA, {"geo_precision": 3}, NAMED, NEXT]
    rows = [
        report(f"NGA{n}", f"a{n % 17}", fatalities=n % 4, published=date(2019, 3, 11 + n % 3), **places[n % 5])
        for n in range(40)
    ]
    expected = merge(rows)
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        again = merge(rows)
        assert again == expected


def test_an_explanation_adds_up_and_names_its_rule(merge: Run, report: Make, codebook: Codebook) -> None:
    merged = merge([report("NGA1", "a", text=BOMB), report("NGA2", "b", text=BOMB), report("NGA2", "c")])
    parts = ("place", "day", "kind", "sides", "deaths", "words")
    lines = merged.merges.to_pylist()
    assert len(lines) == 2
    assert all(line["score"] == pytest.approx(sum(line[part] for part in parts), abs=0.01) for line in lines)
    assert [line["rule"] for line in lines] == ["score", "same event id"]
    assert all(line["score"] >= codebook.merging.threshold for line in lines if line["rule"] == "score")
    members = {line[name] for line in lines for name in ("row_id", "other_row_id")}
    assert members == {"NGA1@a", "NGA2@b", "NGA2@c"}


@pytest.mark.parametrize(
    ("apart", "events"),
    [
        pytest.param({"NGA1", "NGA2"}, [{"a", "c"}, {"b"}], id="by event ids"),
        pytest.param({"NGA1@a", "NGA2@b", "NGA3@c"}, [{"a"}, {"b"}, {"c"}], id="by row ids, each from each"),
        pytest.param({"NGA1", "gone"}, [{"a", "b", "c"}], id="an id that no row has keeps nothing apart"),
    ],
)
def test_rows_that_a_person_keeps_apart_stay_apart(
    merge: Run, report: Make, apart: set[str], events: list[set[str]]
) -> None:
    rows = [
        report("NGA1", "a", text=BOMB),
        report("NGA2", "b", published=date(2019, 3, 12)),
        report("NGA3", "c", text=BOMB),
    ]
    merged = merge(rows, decisions=Decisions(keep_apart=frozenset({frozenset(apart)})))
    assert sorted(map(sorted, _articles(merged).values())) == sorted(map(sorted, events))
    assert merged.unused == (("gone",) if "gone" in apart else ())


def test_rows_of_one_id_that_a_person_keeps_apart_get_two_ids(merge: Run, report: Make) -> None:
    rows = [report("NGA1", "a"), report("NGA1", "b")]
    merged = merge(rows, decisions=Decisions(keep_apart=frozenset({frozenset({"NGA1@a", "NGA1@b"})})))
    ids = merged.events["event_id_cnty"].to_pylist()
    assert len(set(ids)) == 2
    assert "NGA1" in ids
    assert all(name.startswith("NGA") and name[3:].isdecimal() for name in ids)


def test_rows_that_a_person_joins_are_one_event(merge: Run, report: Make) -> None:
    rows = [report("NGA1", "a"), report("NGA2", "a", **KONDUGA), report("NGA3", "b", event_date=date(2019, 5, 1))]
    join = frozenset({frozenset({"NGA1", "NGA2"}), frozenset({"NGA2", "NGA3"})})
    merged = merge(rows, decisions=Decisions(join=join))
    assert merged.events.num_rows == 1
    assert set(merged.merges["rule"].to_pylist()) == {"person"}


def test_contradicting_decisions_are_refused(merge: Run, report: Make) -> None:
    join = frozenset({frozenset({"NGA1", "NGA2"}), frozenset({"NGA2", "NGA3"})})
    apart = frozenset({frozenset({"NGA1", "NGA3"}), frozenset({"NGA9"})})
    with pytest.raises(MergingError) as caught:
        merge([report("NGA1", "a")], decisions=Decisions(join=join, keep_apart=apart))
    assert len(caught.value.problems) == 2
    assert "NGA1 and NGA3 are both joined and kept apart" in str(caught.value)


def test_the_earliest_published_report_gives_the_id(merge: Run, report: Make) -> None:
    rows = [report("NGA1", "a", published=date(2019, 3, 12)), report("NGA2", "b"), report("NGA3", "c", published=None)]
    assert merge(rows).events["event_id_cnty"].to_pylist() == ["NGA2"]
    assert merge(rows, known_ids=["NGA1"]).events["event_id_cnty"].to_pylist() == ["NGA1"]


def test_wrong_input_is_named(merge: Run, report: Make, codebook: Codebook) -> None:
    import pyarrow as pa

    from eventbook.datasets.merging import merge_rows

    with pytest.raises(MergingError, match="NGA1@a stands twice"):
        merge([report("NGA1", "a"), report("NGA1", "a")])
    with pytest.raises(MergingError, match="'article_id' is missing"):
        merge_rows(pa.table({"event_id_cnty": ["A"]}), codebook)


def test_nothing_gives_nothing(merge: Run, codebook: Codebook) -> None:
    import pyarrow as pa

    from eventbook.codebook.arrow import row_schema
    from eventbook.datasets.merging import merge_rows

    rows = row_schema(codebook).append(pa.field("article_id", pa.string())).empty_table()
    merged = merge_rows(rows, codebook)
    assert merged.events.num_rows == merged.merges.num_rows == merged.contradictions.num_rows == 0


def test_a_codebook_of_other_columns_is_merged_too(codebook: Codebook, report: Make) -> None:
    import pyarrow as pa

    from eventbook.datasets.merging import merge_rows

    kept = {"event.id", "day.date", "kind.event_type", "first.name", "place.country", "place.name", "deaths.count"}
    small = codebook.model_copy(update={"columns": tuple(c for c in codebook.columns if c.source in kept)})
    names = [column.name for column in small.columns]
    reports = [report("NGA1", "a"), report("NGA2", "b"), report("NGA3", "c", **KONDUGA)]
    rows = pa.Table.from_pylist([{name: r[name] for name in [*names, "article_id"]} for r in reports])
    assert merge_rows(rows, small).events["location"].to_pylist() == ["Maiduguri", "Konduga"]


def _articles(merged: Merged) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in merged.sources.to_pylist():
        found.setdefault(row["event_id"], set()).add(row["article_id"])
    return found
