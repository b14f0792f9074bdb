"""Whose value stands in a merged row, and where reports disagree."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from eventbook.codebook.loading import load_codebook
from eventbook.datasets.merging import Merged

Run = Callable[..., Merged]
Make = Callable[..., dict[str, Any]]
TEXT = "A bomber blew herself up beside a mosque in the Muna ward at prayers, and worshippers were hurt."
D = [date(2019, 3, 10 + n) for n in range(5)]


def only(merged: Merged) -> dict[str, Any]:
    assert merged.events.num_rows == 1
    row: dict[str, Any] = merged.events.to_pylist()[0]
    return row


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        pytest.param("lowest_of_latest", 6, id="lowest of the most recent"),
        pytest.param("min", 4, id="lowest"),
        pytest.param("max", 9, id="highest"),
        pytest.param("median", 5, id="lower median"),
        pytest.param("most_trusted", 5, id="the trusted source's"),
    ],
)
def test_deaths_follow_the_policy(merge: Run, report: Make, policy: str, expected: int) -> None:
    told = [("a", 4, D[1]), ("b", 5, D[1]), ("c", 9, D[2]), ("d", 6, D[2]), ("e", 0, D[3])]
    rows = [
        report(f"NGA{n}", name, fatalities=dead, published=day, text=TEXT) for n, (name, dead, day) in enumerate(told)
    ]
    merged = merge(rows, policy={"deaths": policy, "trusted": ("Paper b", "Paper a")})
    assert only(merged)["fatalities"] == expected
    figures = {"event_id": "NGA0", "low": 4, "best": expected, "high": 9, "reports": 5, "reports_with_deaths": 4}
    assert merged.figures.to_pylist() == [figures]


def test_a_late_copy_of_an_early_report_is_not_recent(merge: Run, report: Make) -> None:
    rows = [
        report("NGA1", "a", fatalities=3, published=D[1], hash="x"), report("NGA2", "b", fatalities=5, published=D[2]),
        report("NGA3", "c", fatalities=3, published=D[3], hash="x"),
    ]  # fmt: skip
    assert only(merge(rows))["fatalities"] == 5


def test_no_deaths_anywhere_stay_none(merge: Run, report: Make) -> None:
    merged = merge([report("NGA1", "a", fatalities=0), report("NGA2", "b", fatalities=0)])
    assert only(merged)["fatalities"] == 0


@pytest.mark.parametrize(
    ("policy", "changes", "expected"),
    [
        pytest.param(
            {}, [{"geo_precision": 3, "location": "Borno"}] * 2 + [{}], {"location": "Maiduguri", "geo_precision": 1},
            id="the exact place over two vague ones",
        ),
        pytest.param(
            {}, [{}, {"actor1": "Boko Haram", "inter1": "Rebel group", "interaction": "Rebel group-Civilians"}, {}],
            {"actor1": "Boko Haram", "inter1": "Rebel group", "interaction": "Rebel group-Civilians"},
            id="the named actor with all its cells",
        ),
        pytest.param(
            {"sides": "majority"}, [{}, {"actor1": "Boko Haram", "inter1": "Rebel group"}, {}],
            {"actor1": "Unidentified Armed Group (Nigeria)"}, id="the majority where the codebook says so",
        ),
        pytest.param(
            {}, [{}, {}, {"sub_event_type": "Sexual violence"}], {"sub_event_type": "Attack"}, id="the kind of most",
        ),
        pytest.param(
            {"kind": "latest"}, [{}, {}, {"sub_event_type": "Sexual violence", "published": D[4]}],
            {"sub_event_type": "Sexual violence"}, id="the latest kind where the codebook says so",
        ),
        pytest.param(
            {}, [{"event_date": D[0], "time_precision": 2}] * 2 + [{"event_date": D[1]}],
            {"event_date": D[1], "time_precision": 1}, id="the known day over two vague ones",
        ),
        pytest.param(
            {"kind": "most_confident"}, [{}, {}, {"sub_event_type": "Sexual violence", "confidence": 0.9}],
            {"sub_event_type": "Sexual violence"}, id="the surest kind where the codebook says so",
        ),
        pytest.param({}, [{"tags": "a; b"}, {"tags": "b; c"}, {}], {"tags": "a; b; c"}, id="tags of all"),
        pytest.param({}, [{"timestamp": 5}, {"timestamp": 9}, {}], {"timestamp": 9}, id="the latest change"),
    ],
)  # fmt: skip
def test_each_part_follows_its_policy(
    merge: Run, report: Make, policy: dict[str, Any], changes: list[dict[str, Any]], expected: dict[str, Any]
) -> None:
    rows = [
        report(f"NGA{n}", name, **({"text": TEXT} | change))
        for n, (name, change) in enumerate(zip("abc", changes, strict=True))
    ]
    row = only(merge(rows, policy=policy))
    assert {name: row[name] for name in expected} == expected
    assert row["source"] == "Paper a; Paper b; Paper c"
    assert row["notes"].startswith("An attack. Merged from 3 reports.")


def test_copies_count_once_in_a_majority(merge: Run, report: Make) -> None:
    other = {"sub_event_type": "Sexual violence"}
    rows = [report(f"NGA{n}", f"copy {n}", hash="x", **other) for n in range(3)] + [
        report("NGA8", "a"),
        report("NGA9", "b"),
    ]
    assert only(merge([row | {"text": TEXT} for row in rows]))["sub_event_type"] == "Attack"


def test_every_source_stays_with_what_it_reported(merge: Run, report: Make) -> None:
    rows = [report("NGA1", "a", fatalities=3), report("NGA2", "b", fatalities=4, published=D[2], title="Toll rises")]
    lines = merge(rows).sources.to_pylist()
    told = [
        (line["event_id"], line["article_id"], line["source"], line["reported_fatalities"], line["title"])
        for line in lines
    ]
    assert told == [("NGA1", "a", "Paper a", "3", None), ("NGA1", "b", "Paper b", "4", "Toll rises")]


def test_contradictions_name_every_report(merge: Run, report: Make) -> None:
    rows = [
        report("NGA1", "a", fatalities=3, text=TEXT), report("NGA2", "b", fatalities=4, published=D[2], text=TEXT),
        report("NGA3", "c", fatalities=0, event_date=D[1], text=TEXT),
    ]  # fmt: skip
    lines = merge(rows).contradictions.to_pylist()
    told = [(line["column"], line["chosen"], line["reported"], line["article_id"], line["policy"]) for line in lines]
    assert told == [
        ("event_date", "2019-03-10", "2019-03-10", "a", "most_precise"),
        ("event_date", "2019-03-10", "2019-03-11", "c", "most_precise"),
        ("event_date", "2019-03-10", "2019-03-10", "b", "most_precise"),
        ("fatalities", "4", "3", "a", "lowest_of_latest"),
        ("fatalities", "4", "4", "b", "lowest_of_latest"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"fatalities": 0}, id="no figure beside one"),
        pytest.param({"geo_precision": 3, "location": "Borno"}, id="a division beside a town in it"),
        pytest.param({"actor1": "Boko Haram", "inter1": "Rebel group"}, id="a template beside a name"),
        pytest.param({"event_date": D[1], "time_precision": 2}, id="a vague day beside a known one"),
    ],
)
def test_saying_less_is_no_contradiction(merge: Run, report: Make, change: dict[str, Any]) -> None:
    merged = merge([report("NGA1", "a", text=TEXT), report("NGA2", "b", text=TEXT, **change)])
    assert merged.events.num_rows == 1
    assert merged.contradictions.num_rows == 0


def test_policies_come_from_the_codebook(report: Make, merge: Run) -> None:
    strict = load_codebook(overrides={"merging.threshold": 50.0})
    assert merge([report("NGA1", "a"), report("NGA2", "b")], codebook=strict).events.num_rows == 2
