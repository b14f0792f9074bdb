"""A codebook's author draws the lines, words the findings and adds checks; any scheme of columns can be checked."""

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from eventbook.codebook.errors import CodebookError
from eventbook.codebook.loading import SHIPPED, load_codebook
from eventbook.validation.checks import check_rows
from eventbook.validation.checks.compiling import compile_checks

OWN = """
own:
  - id: {id}
    kind: {kind}
    columns: {columns}
    sentence: The author wants it so.
{more}
"""


@pytest.fixture
def edited(tmp_path):
    """The shipped codebook with another checks.yaml, or with none."""

    def make(checks: str | None):
        folder = tmp_path / "edited"
        shutil.copytree(SHIPPED / "acled-style", folder)
        (folder / "checks.yaml").unlink()
        if checks is not None:
            (folder / "checks.yaml").write_text(checks)
        return load_codebook(folder)

    return make


def own(kind: str, columns: str, *more: str) -> str:
    return OWN.format(id="own.test", kind=kind, columns=columns, more="\n".join(f"    {line}" for line in more))


@pytest.mark.parametrize(
    ("checks", "change"),
    [
        pytest.param(own("required_if", "[tags]", "when: {event_type: [Protests]}"), {"tags": None}, id="required if"),
        pytest.param(own("empty_if", "[actor2]", "when: {sub_event_type: [Peaceful protest]}"),
                     {"sub_event_type": "Peaceful protest"}, id="empty if"),
        pytest.param(own("allowed_together", "[country, region]", "together: [[Kenya, Europe]]"), {}, id="together"),
        pytest.param(own("pattern", "[notes]", "pattern: 'On .*'"), {}, id="pattern"),
        pytest.param(own("range", "[fatalities]", "maximum: 5"), {"fatalities": 6}, id="range"),
        pytest.param(own("ordered", "[geo_precision, time_precision]"), {"geo_precision": 3}, id="ordered"),
    ],
)  # fmt: skip
def test_an_own_check_finds_what_breaks_it(edited, rows_of, checks, change):
    found = check_rows(rows_of(change), edited(checks)).to_pylist()
    mine = [finding for finding in found if finding["check_id"] == "own.test"]
    assert [finding["event_id"] for finding in mine] == ["KEN1"]


def test_unique_together_names_every_row_of_the_group(edited, rows_of):
    codebook = edited(own("unique_together", "[location, event_date]"))
    found = check_rows(rows_of({"location": "A"}, {"location": "A"}, {}), codebook).to_pylist()
    assert [f["event_id"] for f in found if f["check_id"] == "own.test"] == ["KEN1", "KEN2"]


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        pytest.param(own("required_if", "[tags]"), "needs when", id="a condition is missing"),
        pytest.param(own("eval", "[tags]"), "kind", id="a kind outside the vocabulary"),
        pytest.param(
            "texts: {required: {message: '{column.__class__}'}}", "placeholder", id="a placeholder that reaches in"
        ),
        pytest.param("thresholds: {share_of_one_type: 3}", "share_of_one_type", id="a share above one"),
        pytest.param("surprise: 1", "unknown key", id="an unknown key"),
    ],
)
def test_a_checks_file_with_a_fault_is_refused_with_its_line(edited, checks, words):
    with pytest.raises(CodebookError, match=words) as caught:
        edited(checks)
    assert "checks.yaml:" in str(caught.value)


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        pytest.param(own("pattern", "[note]", "pattern: x"), "no column 'note'; did you mean 'notes'", id="a column"),
        pytest.param("second_side_required_for: [battle]", "did you mean 'battles'", id="a kind of event"),
    ],
)
def test_a_name_that_the_codebook_lacks_is_refused_with_its_line(edited, rows_of, checks, words):
    with pytest.raises(CodebookError, match=words) as caught:
        check_rows(rows_of(), edited(checks))
    assert "checks.yaml:" in str(caught.value)


def test_a_codebook_knows_every_family_of_the_programs_checks(codebook):
    from eventbook.codebook.model import CHECK_FAMILIES
    from eventbook.validation.checks.wording import _default_texts

    assert {*CHECK_FAMILIES, "own"} >= set(_default_texts())
    made = compile_checks(codebook, columns=[column.name for column in codebook.columns], evidence=True)
    assert {check.id.partition(".")[0] for check in made} <= {*CHECK_FAMILIES, "own"}


def test_the_author_words_and_weighs_a_check(edited, rows_of):
    text = "texts: {range.fatalities: {severity: warning, message: 'odd: {value} in {event_id}'}}"
    found = check_rows(rows_of({"fatalities": -1}), edited(text)).to_pylist()
    assert [(f["severity"], f["message"]) for f in found] == [("warning", "odd: -1 in KEN1")]


def test_a_check_can_be_switched_off(edited, rows_of):
    found = check_rows(rows_of({"fatalities": -1, "year": 1999}), edited("without: [range, part_of_date.year]"))
    assert found.num_rows == 0


def test_a_codebook_without_the_file_is_checked_all_the_same(edited, rows_of):
    found = check_rows(rows_of({"fatalities": -1}), edited(None)).to_pylist()
    assert [finding["check_id"] for finding in found] == ["range.fatalities"]


TINY = {
    "codebook.yaml": """
id: tiny
version: 0.1.0
title: Strikes
description: Strikes of dockers.
licence: Apache-2.0
authors: [A]
language: en
policies: {reporting_window_days: 7, day_when_unsaid: not_coded, day_when_unsaid_precision: 2, minimum_confidence: 0.2,
  crowd_minimum: 2, mass_arrest_minimum: 5}
table: {key: strike}
interaction: {none: "{first}", pair: "{lower}/{higher}"}
""",
    "columns.yaml": """
columns:
  - {name: strike, type: string, from: event.id, description: Id, required: true}
  - {name: day, type: date, from: day.date, description: Day, required: true}
  - {name: month, type: integer, from: day.month, description: Month}
  - {name: what, type: integer, from: kind.code, description: Code of the kind, required: true, allowed: [1, 2]}
  - {name: kind, type: string, from: kind.sub_event_type, description: Kind, allowed_from: sub_event_types}
  - {name: who, type: string, from: first.category, description: Who, allowed_from: categories}
  - {name: whom, type: string, from: second.category, description: Whom, allowed_from: categories}
  - {name: sides, type: string, from: sides.interaction, description: Sides}
  - {name: land, type: string, from: place.iso3, description: Land}
  - {name: north, type: number, from: place.latitude, description: North}
  - {name: east, type: number, from: place.longitude, description: East}
  - {name: least, type: integer, from: deaths.low, description: Low}
  - {name: best, type: integer, from: deaths.best, description: Best}
  - {name: most, type: integer, from: deaths.high, description: High}
""",
    "event_types.yaml": """
event_types:
  - id: strikes
    label: Strikes
    definition: Strikes.
    sub_event_types:
      - {id: walkout, label: Walk-out, code: 1, definition: A, when: [{acts: [gathering]}]}
      - {id: lockout, label: Lock-out, code: 2, definition: B, when: [{acts: [arrest]}]}
""",
    "actors.yaml": """
categories: [{id: dockers, label: Dockers, code: 1}, {id: owners, label: Owners, code: 2}]
classes: {armed: [], state: [], unarmed: dockers, people: dockers}
templates: {dockers: {name: Dockers, category: dockers}}
role_words: []
""",
    "deaths.yaml": "vague: {}\n",
    "dates.yaml": "precision: [{code: 1, label: A}]\n",
    "places.yaml": "precision: [{code: 1, label: A}]\n",
    "not_coded.yaml": "reasons: {}\n",
}


@pytest.fixture
def tiny(tmp_path: Path):
    for name, text in TINY.items():
        (tmp_path / name).write_text(text)
    return load_codebook(tmp_path)


def test_another_scheme_of_columns_is_checked_by_the_same_rules(tiny):
    import datetime

    good = {"strike": "TIN1", "day": datetime.date(2024, 5, 1), "month": 5, "what": 1, "kind": "Walk-out",
            "who": "Dockers",
            "whom": "Owners", "sides": "Dockers/Owners", "land": "NLD", "north": 51.92, "east": 4.48, "least": 0,
            "best": 0, "most": 0}  # fmt: skip
    bad = good | {"strike": "TIN2", "month": 6, "kind": "Lock-out", "sides": "Owners", "north": -51.0, "least": 4}
    found = check_rows(pa.Table.from_pylist([good, bad]), tiny).to_pylist()
    assert {finding["event_id"] for finding in found} == {"TIN2"}
    assert [finding["check_id"] for finding in found] == [
        "kind.kind", "interaction.sides", "part_of_date.month", "country.point", "ordered.deaths",
    ]  # fmt: skip


def test_no_check_of_the_tiny_scheme_speaks_of_the_other(tiny):
    checks = compile_checks(tiny, columns=[column.name for column in tiny.columns])
    assert not [c.id for c in checks if "actor" in c.sentence or "event_type" in c.id]
