"""Linting finds every mistake of a codebook at its line, and says what to do."""
# ruff: noqa: E501  (one case a line)

from collections.abc import Callable
from pathlib import Path

import pytest

from eventbook.codebook.errors import CodebookError
from eventbook.codebook.linting.lint import lint_codebook, refuse_problems
from eventbook.codebook.loading import list_shipped, load_codebook

Edit = Callable[[str, str, str], Path]


def errors(folder: Path | str) -> list[str]:
    return [str(finding) for finding in lint_codebook(folder) if finding.severity == "error"]


@pytest.mark.parametrize("name", list_shipped())
def test_shipped_codebooks_lint_clean(name: str) -> None:
    assert errors(name) == []


def test_the_tiny_codebook_lints_clean(tiny: Path) -> None:
    assert errors(tiny) == []
    refuse_problems(load_codebook(tiny))


BROKEN = [
    pytest.param("codebook.yaml", "title:", "titel:", 3, "did you mean 'title'?", id="a misspelt key of the head"),
    pytest.param("codebook.yaml", "key: case", "key: cases", 21, "did you mean 'case'?", id="a key column that is no column"),
    pytest.param("codebook.yaml", "[settled]", "[setled]", 13, "did you mean 'settled'?", id="a policy naming an unknown type"),
    pytest.param("codebook.yaml", "reporting_window_days: 60", "reporting_window_days: soon", 10, "mend the value", id="a word for a number"),
    pytest.param("codebook.yaml", "{first} alone", "{frist} alone", 25, "did you mean 'first'?", id="an interaction filled by nothing"),
    pytest.param("codebook.yaml", 'pair: "{lower} and {higher}"', 'exceptions: {wardens-seamen: X}', 26, "expected two categories", id="an interaction exception of an unknown category"),
    pytest.param("codebook.yaml", "language: en", "language: xx", 1, "language 'xx' is not shipped", id="a language that is not shipped"),
    pytest.param("codebook.yaml", "unsaid_precision: 9", "unsaid_precision: 7", 15, "7 is not in dates.yaml", id="a precision that is no code"),
    pytest.param("columns.yaml", "from: day.date", "from: day.dat", 3, "did you mean 'day.date'?", id="a column from no fact"),
    pytest.param("columns.yaml", "type: date", "type: string", 3, "day.date is date", id="a column of another type than its fact"),
    pytest.param("columns.yaml", "[A-Z]{3}[0-9]+", "[A-Z{3}", 2, "does not compile", id="a regular expression that does not compile"),
    pytest.param("columns.yaml", "name: port", "name: whom", 9, "stands twice", id="two columns of one name"),
    pytest.param("columns.yaml", "minimum: -90, maximum: 90", "minimum: 90, maximum: -90", 11, "above the maximum", id="a minimum above the maximum"),
    pytest.param("columns.yaml", "[1, 2, 3, 5, 9]", "[1, 2, 3, 5, soon]", 4, "'soon' is no integer", id="a value of another type in a list"),
    pytest.param("columns.yaml", "[1, 2, 3, 5, 9]", "[1, 2, 3, 5, 8]", 4, "8 is not in dates.yaml", id="a code that dates.yaml lacks"),
    pytest.param("columns.yaml", "description: The port.", "example: 3, description: The port.", 9, "is no string", id="an example of another type"),
    pytest.param("columns.yaml", "description: The day of the incident.", "decimals: 2, description: x", 3, "remove decimals", id="decimals of a day"),
    pytest.param("columns.yaml", "allowed_from: interactions", "allowed_from: regions", 8, "list of regions is empty", id="values from an empty list"),
    pytest.param("event_types.yaml", "definition: Somebody is attacked.", 'definition: ""', 19, "has no definition", id="a sub-type without definition"),
    pytest.param("event_types.yaml", "id: quarrel", "id: blockade", 19, "stands twice", id="two sub-types of one id"),
    pytest.param("event_types.yaml", "label: Quarrel", "label: Blockade", 19, "stands twice", id="two sub-types of one label"),
    pytest.param("event_types.yaml", "disorder_type: trouble", "disorder_type: trubble", 12, "did you mean 'trouble'?", id="an unknown disorder type"),
    pytest.param("event_types.yaml", "acts: [force]", "acts: [farce]", 24, "did you mean 'force'?", id="an unknown feature"),
    pytest.param("event_types.yaml", "acts: [force]", "acts: [force], without: [force]", 24, "never holds", id="a feature asked for and excluded"),
    pytest.param("event_types.yaml", "acts: [force]", "acts: [force], by: [wardans]", 24, "did you mean 'wardens'?", id="a condition by an unknown category"),
    pytest.param("event_types.yaml", "acts: [force]", "acts: [force], target: [soul]", 24, "mend the value", id="a condition on an unknown target"),
    pytest.param("event_types.yaml", "{acts: [force]}", "{}", 24, "holds for everything", id="an empty condition"),
    pytest.param("event_types.yaml", "acts: [gathering|barricade]", "acts: [force|gathering]", 19, "'quarrel' is never coded", id="a type that a weaker one hides"),
    pytest.param("event_types.yaml", "sides: {first: harbour}", "sides: {first: harbor}", 35, "did you mean 'harbour'?", id="a side of an unknown template"),
    pytest.param("event_types.yaml", "civilian_targeting: never", "civilian_targeting: {if_second: [crews]}", 8, "category 'crews'", id="targeting of an unknown category"),
    pytest.param("exemplars/release.yaml", "sub_event_type: release", "sub_event_type: releases", 3, "did you mean 'release'?", id="exemplars of an unknown sub-type"),
    pytest.param("exemplars/quarrel.yaml", "Sailors beat a docker in Marseille on Friday.", "A fisherman was stabbed by a sailor in Mombasa.", 4, "stands twice", id="an exemplar twice"),
    pytest.param("actors.yaml", "category: wardens}", "category: warden}", 6, "did you mean 'wardens'?", id="a template of an unknown category"),
    pytest.param("actors.yaml", "Harbour of {country}", "Harbour of {port}", 6, "{port} is filled by nothing", id="a template filled by nothing"),
    pytest.param("actors.yaml", "side: crew", "side: crews", 11, "did you mean 'crew'?", id="role words of an unknown template"),
    pytest.param("actors.yaml", "armed: [wardens]", "armed: [guards]", 4, "'guards' is not defined", id="a class of an unknown category"),
    pytest.param("actors.yaml", "people: seafarers", "people: seafarer", 4, "did you mean 'seafarers'?", id="people of an unknown template"),
    pytest.param("actors.yaml", "label: Seafarers, code: 2", "label: Seafarers, code: 1", 3, "stands twice", id="two categories of one code"),
    pytest.param("groups/a.yaml", "", "groups:\n  - {name: Wreckers, category: wreckers}\n", 2, "'wreckers' is not defined", id="a group of an unknown category"),
    pytest.param("groups/a.yaml", "", "groups:\n  - {name: W, category: wardens, countries: [QQQ]}\n", 2, "alpha-3", id="a group in no country"),
    pytest.param("groups/a.yaml", "", "groups:\n  - {name: W, category: wardens, years: [1999, 1990]}\n", 2, "before it begins", id="a group that ends before it begins"),
    pytest.param("countries.yaml", "", "countries:\n  - {iso3: FRA, label: France, region: Gaul}\n", 2, "'Gaul' is not defined", id="a country in an unknown region"),
]  # fmt: skip


OWN = "own:\n  - id: own.x\n    kind: {}\n    columns: [{}]\n    {}\n    sentence: So.\n"
BROKEN_CHECKS = [
    pytest.param("second_side_required_for: [quarel]\n", 1, "no event type or sub-type 'quarel'; did you mean 'quarrel'?", id="a kind of event that is not there"),
    pytest.param("without:\n  - windw\n", 2, "no check has the id 'windw'; did you mean 'window'?", id="a check switched off that is none"),
    pytest.param("texts:\n  range.lots: {severity: warning}\n", 2, "behind range. did you mean 'lost'?", id="a sentence for a column that is not there"),
    pytest.param("texts:\n  range: {severity: grave}\n", 2, "mend the value", id="a severity that is none"),
    pytest.param("texts:\n  range: {message: '{vlaue}'}\n", 2, "unknown placeholder {vlaue}", id="an unknown placeholder"),
    pytest.param(OWN.format("range", "los", "minimum: 1"), 4, "no column 'los'; did you mean 'lost'?", id="a column that is not there"),
    pytest.param(OWN.format("required_if", "lost", "when: {dya: []}"), 5, "no column 'dya'; did you mean 'day'?", id="a condition on a column that is not there"),
    pytest.param(OWN.format("required_if", "lost", "when: {incident: [Blokade]}"), 5, "incident never holds 'Blokade'; did you mean 'Blockade'?", id="a condition that never holds"),
    pytest.param(OWN.format("empty_if", "who", "when: {lost: ['2']}"), 5, "'2' is no integer, which lost holds", id="a condition of another type"),
    pytest.param(OWN.format("pattern", "who", "pattern: '(?=x)'"), 5, "does not compile", id="a pattern with look-ahead"),
    pytest.param(OWN.format("range", "who", "minimum: 1"), 2, "a range needs numbers", id="a range of words"),
    pytest.param(OWN.format("range", "lost", "{minimum: 1}").replace("{minimum: 1}", "minimum: 3\n    maximum: 1"), 5, "swap them", id="bounds the wrong way round"),
    pytest.param(OWN.format("ordered", "lost, who", "severity: error"), 4, "cannot be put in one order", id="columns of two types in order"),
    pytest.param(OWN.format("range", "lost, who", "minimum: 1"), 4, "is of one column", id="a range of two columns"),
    pytest.param(OWN.format("range", "lost", "minimum: 1").replace("own.x", "window.lost"), 2, "is one of the program's", id="an id of the program's"),
    pytest.param(OWN.format("range", "lost", "minimum: 1") + OWN.format("range", "lost", "minimum: 1").replace("own:\n", ""), 7, "stands twice", id="an id twice"),
    pytest.param("surprise: 1\n", 1, "unknown key", id="an unknown key of the file"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), BROKEN_CHECKS)
def test_a_fault_of_the_checks_is_told_at_its_line(tiny: Path, text: str, line: int, message: str) -> None:
    (tiny / "checks.yaml").write_text(text, encoding="utf-8")
    found = errors(tiny)
    assert any(told.startswith(f"tiny/checks.yaml:{line}: ") and message in told for told in found), found


def test_checks_without_fault_lint_clean(tiny: Path) -> None:
    text = OWN.format("required_if", "who", "when: {incident: [Blockade]}") + (
        "texts: {own: {severity: warning}, own.x: {section: A}, range.lost: {section: B}, country.point: {section: C}}\n"
        "without: [jump, evidence.who]\nsecond_side_required_for: [quarrel]\n"
    )
    (tiny / "checks.yaml").write_text(text, encoding="utf-8")
    assert errors(tiny) == []


@pytest.mark.parametrize(("file", "old", "new", "line", "message"), BROKEN)
def test_a_broken_codebook_is_told_at_its_line(
    edit: Edit, tiny: Path, file: str, old: str, new: str, line: int, message: str
) -> None:
    (tiny / "groups").mkdir()
    found = errors(edit(file, old, new))
    assert any(text.startswith(f"tiny/{file}:{line}: ") and message in text for text in found), found
    if file != "codebook.yaml":
        assert all(text.startswith("tiny/") for text in found)


def test_all_problems_of_all_files_are_told_at_once(edit: Edit) -> None:
    edit("codebook.yaml", "title:", "titel:")
    edit("columns.yaml", "from: day.date", "from: day.dat")
    edit("actors.yaml", "side: crew", "side: crews")
    found = errors(edit("event_types.yaml", "acts: [force]", "acts: [farce]"))
    assert {text.split(":")[0] for text in found} == {
        "tiny/codebook.yaml", "tiny/columns.yaml", "tiny/actors.yaml", "tiny/event_types.yaml",
    }  # fmt: skip


def test_a_sub_type_without_exemplars_is_a_problem_and_one_with_few_a_warning(tiny: Path) -> None:
    (tiny / "exemplars" / "quarrel.yaml").unlink()
    assert [text.split(";")[0] for text in errors(tiny)] == [
        "tiny/event_types.yaml:19: the sub-event type 'quarrel' has no exemplar"
    ]
    warnings = [str(finding) for finding in lint_codebook(tiny) if finding.severity == "warning"]
    assert any("'blockade' has 2 exemplars, expected 12" in text for text in warnings)


def test_a_missing_file_is_told(tiny: Path) -> None:
    (tiny / "deaths.yaml").unlink()
    assert errors(tiny) == ["tiny/deaths.yaml:1: is missing; a codebook needs this file"]


def test_a_line_that_a_comma_split_is_suspected(edit: Edit) -> None:
    folder = edit("event_types.yaml", "[Bad weather]", "[Storms, fog and ice]")
    assert any("begins in lower case" in str(finding) for finding in lint_codebook(folder))


def test_a_codebook_that_does_not_lint_is_refused(edit: Edit) -> None:
    book = load_codebook(edit("actors.yaml", "side: crew", "side: crews"))
    with pytest.raises(CodebookError, match="did you mean 'crew'"):
        refuse_problems(book)
