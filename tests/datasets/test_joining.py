"""Versions made from reports: one event of many reports, ids that stay, decisions that hold."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.datasets.diff_reasons import explain_diff
from eventbook.datasets.diffing import DatasetDiff, diff_tables
from eventbook.datasets.merge_decisions import rows_named
from eventbook.datasets.pipeline.joining import join_version, read_parent
from eventbook.datasets.pipeline.tables import Gathered, evidence_schema
from eventbook.datasets.revisions import Revision

from .merging.conftest import make_report

KEY = "event_id_cnty"
Tables = dict[str, pa.Table]
Report = Mapping[str, Any]
_numbers = count()


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def coded(codebook: Codebook, reports: Sequence[Report]) -> Tables:
    """The tables of newly coded rows, one quote for each."""
    gathered = Gathered(codebook)
    tables = gathered.tables()
    rows = [{name: report.get(name) for name in tables["reports"].schema.names} for report in reports]
    lines = [
        {"event_id": report[KEY], "article_id": report["article_id"], "column": "fatalities", "start": 0, "end": 1,
         "quote": report.get("text", "attack on a market"), "rule": report.get("rule", "deaths.exact"),
         "confidence": 0.9}
        for report in reports
    ]  # fmt: skip
    sources = [
        {"event_id": report[KEY], "article_id": report["article_id"], "source": report["source"],
         "published": report["published"], "title": "News"}
        for report in reports
    ]  # fmt: skip
    return tables | {
        "reports": pa.Table.from_pylist(rows, schema=tables["reports"].schema),
        "evidence": pa.Table.from_pylist(lines, schema=evidence_schema()),
        "sources": pa.Table.from_pylist(sources, schema=tables["sources"].schema),
    }


def build(
    codebook: Codebook, parent: Tables, reports: Sequence[Report], *, articles: Sequence[str] = (),
    revisions: tuple[Revision, ...] = (), number: int = 1,
) -> Tables:  # fmt: skip
    read = {report["article_id"] for report in reports} | set(articles)
    before = read_parent(parent, number=number, event_key=KEY)
    return join_version(before, coded(codebook, reports), articles=read, codebook=codebook, revisions=revisions)


def ids(tables: Tables) -> list[str]:
    found: list[str] = tables["events"][KEY].to_pylist()
    return found


def groups(tables: Tables, *, named: bool = False) -> set[Any]:
    """The articles of each event, with its id or without."""
    found: dict[str, set[str]] = {}
    for row in tables["reports"].to_pylist():
        found.setdefault(row[KEY], set()).add(row["article_id"])
    return {(event, frozenset(names)) if named else frozenset(names) for event, names in found.items()}


def values(tables: Tables) -> list[str]:
    return sorted(str(row) for row in tables["events"].drop_columns([KEY]).to_pylist())


def decide(tables: Tables, kind: str, event: str, *names: str, **changes: Any) -> Revision:
    problems, value = rows_named(kind, event, names, tables["reports"], KEY)
    assert not problems
    return revision(kind, event, value=value, **changes)


def revision(kind: str, event: str = "", **changes: Any) -> Revision:
    number = next(_numbers)
    when = (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=number)).isoformat()
    body = {"column": "", "value": None, "was": None, "who": "Ada", "when": when, "why": "w", "evidence": "",
            "undoes": ""}  # fmt: skip
    return Revision(id=f"r{number}", kind=kind, event_id=event, **(body | changes))


def difference(old: Tables, new: Tables, *decided: tuple[Revision, ...]) -> DatasetDiff:
    found = diff_tables(old["events"], new["events"], key=[KEY], names=(1, 2))
    return explain_diff(found, old, new, decided=(decided[0], decided[1]) if decided else ((), ()))


TOWNS = {"Maiduguri": (11.8464, 13.1603), "Damboa": (11.1553, 12.7558), "Bama": (11.5204, 13.6856)}


def report(event: str, article: str, *, town: str = "Maiduguri", day: int = 0, **changes: Any) -> Report:
    place = dict(zip(("latitude", "longitude"), TOWNS[town], strict=True)) | {"location": town}
    when = date(2019, 3, 10) + timedelta(days=day)
    told = {"event_date": when, "published": when + timedelta(days=1)}
    return make_report(event, article, **(told | place | changes))


@st.composite
def stories(draw: st.DrawFn) -> list[Report]:
    """Reports of a few events, each article telling one, published on days of their own."""
    made = []
    for number in range(draw(st.integers(1, 7))):
        town, day = draw(st.sampled_from(sorted(TOWNS))), draw(st.integers(0, 4))
        deaths = draw(st.sampled_from([0, 3, 3, 5, 12]))
        when = date(2019, 3, 20) + timedelta(days=number)
        made.append(report(f"NGA{town[:2]}{day}{deaths}", f"a{number}", town=town, day=day, fatalities=deaths,
                           published=when))  # fmt: skip
    return made


def test_an_event_that_falls_apart_leaves_its_id_with_the_report_that_gave_it(codebook: Codebook) -> None:
    told = [
        report(f"NGABa{day}0", f"a{number}", town="Bama", day=day, fatalities=0, published=date(2019, 3, 20 + number))
        for number, day in enumerate((4, 1, 0))
    ]
    tables: Tables = {}
    for number, one in enumerate(told, start=1):  # the second joins the first, until the third comes
        tables = build(codebook, tables, [one], number=number)
    assert groups(tables, named=True) == {("NGABa40", frozenset({"a0"})), ("NGABa10", frozenset({"a1", "a2"}))}


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=stories(), data=st.data())
def test_articles_one_by_one_give_the_events_that_they_give_together(
    codebook: Codebook, told: list[Report], data: st.DataObject
) -> None:
    whole = build(codebook, {}, told)
    tables: Tables = {}
    for number, one in enumerate(told, start=1):  # as they were published: the ids are the same too
        tables = build(codebook, tables, [one], number=number)
    assert groups(tables, named=True) == groups(whole, named=True)
    assert tables["events"].to_pylist() == whole["events"].to_pylist()
    shuffled: Tables = {}
    cut = data.draw(st.integers(0, len(told)))
    mixed = data.draw(st.permutations(told))
    for number, batch in enumerate((mixed[:cut], mixed[cut:], mixed[:1]), start=1):
        shuffled = build(codebook, shuffled, batch, number=number)
    assert groups(shuffled) == groups(whole)
    assert values(shuffled) == values(whole)


def test_an_event_has_every_source_and_the_evidence_of_each(codebook: Codebook) -> None:
    tables = build(codebook, {}, [report("NGA1", "a1"), report("NGA2", "a2", fatalities=5)])
    assert ids(tables) == ["NGA1"]
    assert tables["events"]["source"].to_pylist() == ["Paper a1; Paper a2"]
    sources = tables["sources"].to_pylist()
    assert [(row["event_id"], row["article_id"], row["reported_fatalities"]) for row in sources] == [
        ("NGA1", "a1", "3"), ("NGA1", "a2", "5"),
    ]  # fmt: skip
    evidence = tables["evidence"].to_pylist()
    assert {(row["event_id"], row["article_id"], row["coded_id"]) for row in evidence} == {
        ("NGA1", "a1", "NGA1"), ("NGA1", "a2", "NGA2"),
    }  # fmt: skip
    assert tables["figures"].to_pylist()[0] | {"event_id": ""} == {
        "event_id": "", "low": 3, "best": 3, "high": 5, "reports": 2, "reports_with_deaths": 2
    }  # fmt: skip
    assert tables["contradictions"]["column"].to_pylist() == ["fatalities", "fatalities"]
    assert tables["merges"]["rule"].to_pylist() == ["score"]


def test_an_event_keeps_its_id_when_the_coder_gives_another(codebook: Codebook) -> None:
    first = build(codebook, {}, [report("NGA1", "a1"), report("NGA7", "a1", town="Bama", text="a march")])
    second = build(codebook, first, [report("NGA2", "a1", fatalities=4), report("NGA9", "a1", town="Bama")], number=2)
    assert ids(second) == ["NGA1", "NGA7"]
    assert second["tombstones"].num_rows == 0
    assert build(codebook, second, [report("NGA2", "a1", fatalities=4), report("NGA9", "a1", town="Bama")])[
        "events"
    ].equals(second["events"])


def test_an_event_that_comes_back_gets_its_old_id(codebook: Codebook) -> None:
    first = build(codebook, {}, [report("NGA1", "a1")])
    second = build(codebook, first, [], articles=["a1"], number=1)
    assert second["tombstones"].to_pylist() == [{"event_id": "NGA1", "last_version": 1, "reason": "recoded"}]
    third = build(codebook, second, [report("NGA3", "a1", fatalities=4)], number=2)
    assert ids(third) == ["NGA1"]
    assert third["tombstones"].num_rows == 0 and third["vanished"].num_rows == 0


def test_an_event_merged_into_another_leaves_a_tombstone_and_its_corrections_are_told(codebook: Codebook) -> None:
    first = build(codebook, {}, [report("NGA1", "a1"), report("NGA5", "a2", day=2, fatalities=40, text="shells fell")])
    assert ids(first) == ["NGA1", "NGA5"]
    corrected = revision("cell", "NGA5", column="fatalities", value=6)
    joined = decide(first, "join", "NGA1", "NGA5")
    second = build(codebook, first, [], revisions=(corrected, joined))
    assert ids(second) == ["NGA1"]
    assert second["tombstones"]["reason"].to_pylist() == ["merged into NGA1"]
    told = {row["id"]: row["status"] for row in second["revisions"].to_pylist()}
    assert told == {corrected.id: "merged into NGA1", joined.id: "applied"}


def test_a_join_and_a_parting_hold_when_articles_are_coded_under_other_ids(codebook: Codebook) -> None:
    first = build(codebook, {}, [
        report("NGA1", "a1"), report("NGA2", "a2"), report("NGA5", "a3", day=2, fatalities=40, text="shells fell"),
    ])  # fmt: skip
    assert groups(first) == {frozenset({"a1", "a2"}), frozenset({"a3"})}
    told = (decide(first, "keep-apart", "NGA1", "a2"), decide(first, "join", "NGA1", "NGA5"))
    # a2 is of NGA1 when the join is made, and kept apart from a1 by the decision before
    told = (told[0], decide(build(codebook, first, [], revisions=told[:1]), "join", "NGA1", "NGA5"))
    second = build(codebook, first, [], revisions=told)
    assert groups(second) == {frozenset({"a1", "a3"}), frozenset({"a2"})}
    again = [report("NGA11", "a1"), report("NGA12", "a2"),
             report("NGA15", "a3", day=2, fatalities=41, text="shells fell")]  # fmt: skip
    third = build(codebook, second, again, revisions=told)
    assert groups(third, named=True) == groups(second, named=True)
    free = build(codebook, third, again, revisions=(*told, *(revision("undo", undoes=one.id) for one in told)))
    assert groups(free) == groups(first)


def test_a_decision_whose_rows_are_gone_says_so(codebook: Codebook) -> None:
    first = build(codebook, {}, [report("NGA1", "a1"), report("NGA2", "a2")])
    told = decide(first, "keep-apart", "NGA1", "a2")
    second = build(codebook, first, [], articles=["a2"], revisions=(told,))
    assert second["revisions"]["status"].to_pylist() == ["event vanished"]


@pytest.mark.parametrize(
    ("kind", "names", "problem"),
    [
        pytest.param("join", ["NGA9"], "expected another event", id="an unknown event"),
        pytest.param("join", ["NGA1"], "expected another event", id="an event with itself"),
        pytest.param("join", [], "nothing to join", id="nothing to join with"),
        pytest.param("keep-apart", ["a9"], "or an article that reports", id="an article that does not report it"),
    ],
)
def test_decisions_on_merges_that_mean_nothing_are_refused(
    codebook: Codebook, kind: str, names: list[str], problem: str
) -> None:
    first = build(codebook, {}, [report("NGA1", "a1"), report("NGA2", "a2")])
    problems, _ = rows_named(kind, "NGA1", names, first["reports"], KEY)
    assert problem in problems[0]


def test_each_change_has_its_reason(codebook: Codebook) -> None:
    first = build(codebook, {}, [report("NGA1", "a1", fatalities=3), report("NGA4", "a4", town="Bama", fatalities=1)])
    grown = build(codebook, first, [report("NGA2", "a2", fatalities=5, published=date(2019, 3, 12))])
    reasons = {(c.column, c.reason, c.detail) for c in difference(first, grown).changes}
    assert ("fatalities", "new source", "a2") in reasons
    recoded = build(codebook, first, [report("NGA4", "a4", town="Bama", fatalities=2, rule="deaths.sum")])
    told = [(c.reason, c.detail) for c in difference(first, recoded).changes if c.column == "fatalities"]
    assert told == [("recoded", "deaths.sum")]
    person = revision("cell", "NGA1", column="fatalities", value=9)
    corrected = build(codebook, first, [], revisions=(person,))
    found = difference(first, corrected, (), (person,)).changes
    assert [(c.column, c.reason) for c in found] == [("fatalities", "corrected by person")]
    back = difference(corrected, first, (person,), ()).changes
    assert [(c.reason, c.detail) for c in back] == [("corrected by person", f"decision {person.id} no longer stands")]
    alone = build(codebook, grown, [], articles=["a2"])
    assert {c.reason for c in difference(grown, alone).changes} == {"withdrawn"}
    apart = build(codebook, grown, [], revisions=(decide(grown, "keep-apart", "NGA1", "a2"),))
    parted = difference(grown, apart)
    assert parted.added_because == ("parted",) and {c.reason for c in parted.changes} == {"parted"}
    joined = difference(apart, grown)
    assert joined.removed_because == ("merged into NGA1",) or joined.removed_because == ("withdrawn",)
    assert {c.reason for c in joined.changes} <= {"merged", "new source"}


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=stories(), after=stories())
def test_every_difference_of_two_builds_has_a_reason_and_none_is_missing(
    codebook: Codebook, before: list[Report], after: list[Report]
) -> None:
    old = build(codebook, {}, before)
    new = build(codebook, old, after)
    found = difference(old, new)
    assert all(change.reason for change in found.changes)
    assert len(found.added_because) == found.added.num_rows and all(found.added_because)
    assert len(found.removed_because) == found.removed.num_rows and all(found.removed_because)
    sides = [{row[KEY]: row for row in tables["events"].to_pylist()} for tables in (old, new)]
    naive = {(event, column) for event in sides[0].keys() & sides[1].keys() for column in sides[0][event]
             if sides[0][event][column] != sides[1][event][column]}  # fmt: skip
    assert {(change.key[0], change.column) for change in found.changes} == naive
    buried = set(new["tombstones"]["event_id"].to_pylist())
    assert sides[0].keys() - sides[1].keys() <= buried, "no event is gone without a word"


def test_a_label_that_was_renamed_parts_no_event_of_which_one_article_was_coded_again(codebook: Codebook) -> None:
    first = build(codebook, {}, [report("NGA1", "a1", sub_event_type="Assault"), report("NGA2", "a2")])
    assert groups(first) == {frozenset({"a1", "a2"})}
