"""People's decisions are appended, checked, and outlive every recoding."""

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from eventbook.cli.main import main
from eventbook.datasets import BadRevision, Damaged, Dataset, create_dataset
from eventbook.datasets.building import store_keys, upserting
from eventbook.datasets.correcting import apply_to_latest, correct_events, corrector, review
from eventbook.datasets.history import event_history
from eventbook.datasets.revision_files import decisions_of, read_decisions
from eventbook.datasets.revisions import Decision, load_revisions, record, standing

KEY = "event_id_cnty"
KINDS = ["Battles", "Protests", "Riots"]


def reports_of(rows: dict[str, tuple[int, str]], article: str = "a1") -> dict[str, pa.Table]:
    kinds = pa.DictionaryArray.from_arrays(pa.array([KINDS.index(kind) for _, kind in rows.values()], pa.int8()), KINDS)
    size = len(rows)
    return {
        "reports": pa.table(
            {
                KEY: pa.array(list(rows), pa.string()),
                "article_id": pa.array([article] * size, pa.string()),
                "event_date": pa.array([dt.date(2024, 5, 4)] * size, pa.date32()),
                "event_type": kinds,
                "fatalities": pa.array([deaths for deaths, _ in rows.values()], pa.int32()),
                "latitude": pa.array([1.5] * size, pa.float64()),
                "armed": pa.array([True] * size, pa.bool_()),
                "places": pa.array([["x"]] * size, pa.list_(pa.string())),
                "notes": pa.array(["n"] * size, pa.string()),
            }
        )
    }


def build(dataset: Dataset, rows: dict[str, tuple[int, str]], article: str = "a1") -> bool:
    merge = upserting([article], event_key=KEY, revise=corrector(dataset, event_key=KEY))
    tables = reports_of(rows, article)
    return dataset.commit(tables, reason="build", merge=merge, keys=store_keys(KEY)).created


@pytest.fixture
def built(tmp_path: Path) -> Dataset:
    dataset = create_dataset(tmp_path / "dataset", identity={})
    build(dataset, {"E1": (3, "Riots"), "E2": (5, "Battles")})
    return dataset


def decide(dataset: Dataset, event: str, *changes: str) -> None:
    record(dataset, decisions_of(event, changes, why="second reading", evidence="p. 4"), who="Ada")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("fatalities=17", 17, id="a whole number"),
        pytest.param("fatalities=", None, id="an emptied cell"),
        pytest.param("event_date=2024-02-29", dt.date(2024, 2, 29), id="a date"),
        pytest.param("event_type=Protests", "Protests", id="a category that no row has"),
        pytest.param("latitude=-1.25", -1.25, id="a number"),
        pytest.param("armed=no", False, id="a truth value"),
        pytest.param('places=["a", "b"]', ["a", "b"], id="a list as JSON"),
        pytest.param("notes=a=b, c", "a=b, c", id="a text with an equals sign"),
    ],
)
def test_a_decision_on_a_cell_is_applied_with_the_columns_type(built: Dataset, change: str, expected: object) -> None:
    before = built.table().schema
    decide(built, "E1", change)
    assert apply_to_latest(built)[0].created
    row = next(row for row in built.table().to_pylist() if row[KEY] == "E1")
    assert row[change.split("=")[0]] == expected
    assert built.table().schema.equals(before)
    assert len(built.diff(1, 2).changes) == 1
    assert built.verify() == []


def test_a_correction_outlives_recodings(built: Dataset) -> None:
    decide(built, "E1", "fatalities=4")
    build(built, {"E1": (9, "Protests"), "E3": (0, "Riots")})
    events = {row[KEY]: (row["fatalities"], row["event_type"]) for row in built.table().to_pylist()}
    assert events == {"E1": (4, "Protests"), "E3": (0, "Riots")}
    reports = {row[KEY]: row["fatalities"] for row in built.table("reports").to_pylist()}
    assert reports["E1"] == 9, "what was coded stays beside what a person says"
    assert not build(built, {"E1": (9, "Protests"), "E3": (0, "Riots")})


def test_an_event_removed_by_a_person_stays_away_and_says_so(built: Dataset) -> None:
    record(built, [Decision("remove", "E1", why="a film")], who="Ada")
    build(built, {"E1": (3, "Riots"), "E2": (5, "Battles")})
    assert built.load()[KEY].tolist() == ["E2"]
    assert built.table("tombstones").to_pylist() == [
        {"event_id": "E1", "last_version": 1, "reason": "removed by person"}
    ]


def test_an_undone_decision_leaves_what_the_coder_says(built: Dataset) -> None:
    decide(built, "E1", "fatalities=4")
    apply_to_latest(built)
    first = load_revisions(built.path)[0]
    record(built, [Decision("undo", undoes=first.id, why="misread")], who="Ben")
    apply_to_latest(built)
    assert built.load()["fatalities"].tolist() == [3, 5]
    assert [outcome.status for outcome in review(built)] == ["undone", "applied"]
    decide(built, "E1", "fatalities=4")
    apply_to_latest(built)
    assert built.load()["fatalities"].tolist() == [4, 5]


def test_the_last_decision_on_a_cell_stands(built: Dataset) -> None:
    for deaths in (7, 8):
        decide(built, "E1", f"fatalities={deaths}")
    assert [revision.value for revision in standing(load_revisions(built.path))] == [8]
    assert [outcome.status for outcome in review(built)] == ["a later decision stands", "applied"]


def test_decisions_that_no_longer_apply_are_reported(built: Dataset) -> None:
    decide(built, "E1", "fatalities=4", "notes=x", "event_type=Protests")
    decide(built, "E2", "fatalities=6")
    events = pa.table({KEY: ["E1"], "fatalities": pa.array([4], pa.int32())})
    events = events.append_column("event_type", pa.array(["Riots"]).dictionary_encode())
    corrected = correct_events(events, load_revisions(built.path), event_key=KEY)
    assert [(outcome.revision.column, outcome.status) for outcome in corrected.idle] == [
        ("fatalities", "coder agrees"),
        ("notes", "column vanished"),
        ("event_type", "value no longer fits"),
        ("fatalities", "event vanished"),
    ]
    assert corrected.events.equals(events)


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        pytest.param(Decision("cell", "E9", "fatalities", 1, "w"), "no event 'E9'", id="an unknown event"),
        pytest.param(Decision("cell", "E1", "deaths", 1, "w"), "no column 'deaths'; expected one of", id="no column"),
        pytest.param(Decision("cell", "E1", KEY, "E5", "w"), "identifies the event", id="the key"),
        pytest.param(Decision("cell", "E1", "fatalities", "many", "w"), "expected a whole number", id="no number"),
        pytest.param(Decision("cell", "E1", "fatalities", "1.5", "w"), "expected a whole number", id="a fraction"),
        pytest.param(Decision("cell", "E1", "fatalities", 2**40, "w"), "expected a whole number", id="too large"),
        pytest.param(Decision("cell", "E1", "event_date", "4 May", "w"), "expected a date such as", id="no date"),
        pytest.param(Decision("cell", "E1", "event_type", "Riot", "w"), "did you mean 'Riots'", id="near a category"),
        pytest.param(Decision("cell", "E1", "armed", "maybe", "w"), "expected true or false", id="no truth value"),
        pytest.param(Decision("cell", "E1", "places", "x", "w"), "written as JSON", id="no list"),
        pytest.param(Decision("cell", "E1", "fatalities", 1, " "), "say why", id="no reason"),
        pytest.param(Decision("merge", "E1", why="w"), "expected one of cell, remove, undo", id="an unknown kind"),
        pytest.param(Decision("undo", undoes="123", why="w"), "no decision '123'", id="nothing to undo"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(built: Dataset, decision: Decision, message: str) -> None:
    good = Decision("cell", "E2", "fatalities", 1, "w")
    with pytest.raises(BadRevision, match=message):
        record(built, [good, decision], who="Ada")
    assert load_revisions(built.path) == ()


def test_a_recorded_decision_says_who_when_why_and_what_stood_there(built: Dataset) -> None:
    decide(built, "E1", "fatalities=4")
    (revision,) = load_revisions(built.path)
    assert (revision.who, revision.why, revision.evidence, revision.was) == ("Ada", "second reading", "p. 4", 3)
    assert dt.datetime.fromisoformat(revision.when).tzinfo is not None


def test_decisions_of_several_people_at_once_all_stand(built: Dataset) -> None:
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda n: decide(built, "E1", f"notes=note {n}"), range(24)))
    notes = {revision.value for revision in load_revisions(built.path)}
    assert notes == {f"note {n}" for n in range(24)}


@pytest.mark.parametrize("spoil", ["alter", "cut", "remove", "empty"])
def test_a_spoilt_file_of_decisions_is_noticed(built: Dataset, spoil: str) -> None:
    for number in range(3):
        decide(built, "E1", f"fatalities={number}")
    path = built.path / "revisions/000002.jsonl"
    path.chmod(0o644)
    text = path.read_text()
    {
        "alter": lambda: path.write_text(text.replace("Ada", "Eve")),
        "cut": lambda: path.write_text(text[:40]),
        "remove": path.unlink,
        "empty": lambda: path.write_text(""),
    }[spoil]()
    with pytest.raises(Damaged, match="000002"):
        load_revisions(built.path)
    assert any("000002" in damage.what for damage in built.verify())


def test_decisions_from_a_spreadsheet_name_all_wrong_lines(built: Dataset, tmp_path: Path) -> None:
    table = tmp_path / "decisions.csv"
    table.write_text(
        "\ufeffevent_id,column,value,why\nE1,fatalities,4,\nE9,fatalities,4,\nE2,event_type,Riot,\n", encoding="utf-8"
    )
    with pytest.raises(BadRevision) as caught:
        record(built, read_decisions(table, why="second reading"), who="Ada")
    assert [problem.rsplit("decisions.csv", 1)[1][:3] for problem in caught.value.problems] == [":3:", ":4:"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("event_id,colour\nE1,x\n", "unknown column 'colour'", id="an unknown column"),
        pytest.param("column,value\nx,1\n", "no column 'event_id'", id="no event id"),
        pytest.param("event_id,column,value\nE1,x\n", ":2: 2 cells, expected 3", id="a cell too few"),
        pytest.param("event_id,column,value\nE1,x,1,2\n", ":2: 4 cells, expected 3", id="a cell too many"),
    ],
)
def test_a_spreadsheet_of_another_shape_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text)
    with pytest.raises(BadRevision, match=message):
        read_decisions(path)


def run(dataset: Dataset, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["revise", str(dataset.path), *map(str, arguments)], env={"EVENTBOOK_CODER": "Ada"})


def test_the_command_records_applies_lists_and_undoes(built: Dataset) -> None:
    result = run(built, "E1", "fatalities=4", "--why", "list", "--json")
    assert result.exit_code == 0, result.output
    identity = json.loads(result.stdout)[0]["id"]
    assert built.load()["fatalities"].tolist() == [3, 5]
    assert "version 2 made" in run(built, "--apply").stderr
    assert "version 2 holds them already" in run(built, "--apply").stderr
    assert built.load()["fatalities"].tolist() == [4, 5]
    assert "applied" in run(built, "--list").stdout
    assert run(built, "--undo", identity, "--why", "misread", "--apply").exit_code == 0
    assert built.load()["fatalities"].tolist() == [3, 5]
    assert run(built, "E2", "--remove", "--why", "a film", "--apply").exit_code == 0
    assert [entry["status"] for entry in json.loads(run(built, "--list", "--json").stdout)] == [
        "undone", "applied", "applied",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="nothing to do"),
        pytest.param(("E1",), id="an event and no change"),
        pytest.param(("E1", "fatalities=4"), id="no reason"),
        pytest.param(("E1", "fatalities", "--why", "w"), id="a change without a value"),
        pytest.param(("E1", "fatalities=x", "--why", "w"), id="a value that does not fit"),
        pytest.param(("E1", "fatalities=4", "--remove", "--why", "w"), id="a change and a removal"),
        pytest.param(("--undo", "nope", "--why", "w"), id="undoing nothing"),
    ],
)
def test_a_command_that_cannot_be_is_wrong_usage(built: Dataset, arguments: tuple[str, ...]) -> None:
    result = run(built, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert load_revisions(built.path) == ()


def test_a_diff_says_why_each_row_and_cell_differs(built: Dataset) -> None:
    decide(built, "E1", "fatalities=4")
    build(built, {"E1": (3, "Protests"), "E3": (0, "Riots")})
    build(built, {"E4": (1, "Riots")}, article="a0")
    build(built, {"E4": (1, "Riots"), "E1": (8, "Battles")}, article="a0")
    diff = built.diff(1, 2)
    assert {change.column: change.reason for change in diff.changes} == {
        "event_type": "recoded", "fatalities": "corrected by person",
    }  # fmt: skip
    assert (diff.added_because, diff.removed_because) == (("recoded",), ("recoded",))
    assert built.diff(2, 3).added_because == ("new source",)
    assert [(change.column, change.reason) for change in built.diff(3, 4).changes] == [("event_type", "recoded")]
    assert [(change.column, change.reason) for change in built.diff(2, 4).changes] == [("event_type", "new source")]
    record(built, [Decision("remove", "E4", why="a film")], who="Ada")
    apply_to_latest(built)
    assert built.diff(4, 5).removed_because == ("removed by person",)
    assert built.diff(5, 4).added_because == ()
    assert "removed by person" in built.diff(4, 5).to_dict()["removed_because"]
    assert [(step["version"], step["what"], step["reason"]) for step in event_history(built, "E4")] == [
        (5, "removed", "removed by person"),
        (3, "added", "new source"),
    ]
    assert [(step["column"], step["after"], step["reason"]) for step in event_history(built, "E1", last=2)] == [
        ("event_type", "Battles", "recoded"),
        ("event_type", "Protests", "recoded"),
        ("fatalities", 4, "corrected by person"),
    ]
