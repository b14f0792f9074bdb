"""The codebook decides: each change below edits the YAML of a copy of the shipped codebook, and no code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eventbook.codebook.loading import SHIPPED
from eventbook.coder import coding
from eventbook.coder.coding import Coder
from eventbook.coder.kinds.similarity import NOTHING
from eventbook.coder.records import Article
from eventbook.coder.rows import Value

Change = Callable[..., Coder]


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """A coder of a copy of the shipped codebook, in which one text of one file is replaced."""

    def make(file: str, old: str, new: str) -> Coder:
        folder = tmp_path / "changed"
        shutil.copytree(SHIPPED / "acled-style", folder)
        text = (folder / file).read_text("utf-8")
        assert text.count(old) == 1, f"{file} has the text to replace {text.count(old)} times"
        (folder / file).write_text(text.replace(old, new), "utf-8")
        return Coder(str(folder))

    return make


@pytest.fixture
def no_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules alone decide: embedding all exemplars of a codebook with other kinds takes half a minute."""
    monkeypatch.setattr(coding, "propose_kinds", lambda texts, codebook: tuple(NOTHING for _ in texts))


def column(coder: Coder, text: str, name: str, published: date = date(2024, 3, 14)) -> list[Value]:
    return [row.values[name] for row in coder.code(Article("a1", text, published=published)).rows]


SEVERAL = "KANO, March 13 - Gunmen killed several villagers in Kano, Nigeria, on Tuesday, police said."
OLD = "KANO, March 13 - Gunmen killed nine villagers in Kano, Nigeria, on 20 January 2024, police said."
PRISON = "MANILA, March 13 - Prison guards killed two prisoners in Manila, Philippines, on Tuesday."
MARCH = "LIMA, March 13 - Thousands of miners marched through Arequipa in Peru on Tuesday."


def test_several_stand_for_as_many_as_the_codebook_says(coder: Coder, changed: Change) -> None:
    assert column(coder, SEVERAL, "fatalities") == [3]
    assert column(changed("deaths.yaml", "several: 3", "several: 5"), SEVERAL, "fatalities") == [5]


def test_the_reporting_window_is_as_long_as_the_codebook_says(coder: Coder, changed: Change) -> None:
    assert column(coder, OLD, "event_date") == []
    assert [item.reason for item in coder.code(Article("a1", OLD, published=date(2024, 3, 14))).not_coded] == [
        "outside_window"
    ]
    wide = changed("codebook.yaml", "reporting_window_days: 31", "reporting_window_days: 90")
    assert column(wide, OLD, "event_date") == [date(2024, 1, 20)]


def test_a_template_names_the_side(coder: Coder, changed: Change) -> None:
    assert column(coder, PRISON, "actor1") == ["Police Forces of Philippines Prison Guards"]
    other = changed("actors.yaml", '"Police Forces of {country} Prison Guards"', '"Prison Service of {country}"')
    assert column(other, PRISON, "actor1") == ["Prison Service of Philippines"]


def test_the_class_of_forces_abroad_is_the_codebooks(changed: Change) -> None:
    text = "DAMASCUS, March 13 - Turkish soldiers shelled a village near Kobani, Syria, on Tuesday."
    other = changed("actors.yaml", "foreign_state: external_other", "foreign_state: state_forces")
    assert column(other, text, "inter1") == ["State forces"]


def test_a_publication_date_may_be_left_out(changed: Change) -> None:
    text = "Gunmen killed nine villagers in Kano, Nigeria, on 6 May 2019, police said."
    free = changed("codebook.yaml", "require_publication_date: true", "require_publication_date: false")
    rows = free.code(Article("a1", text)).rows
    assert [row.values["event_date"] for row in rows] == [date(2019, 5, 6)]


def test_the_smallest_crowd_is_the_codebooks(coder: Coder, changed: Change) -> None:
    text = "LIMA, March 13 - Four teachers demonstrated outside parliament in Lima, Peru, on Tuesday."
    assert column(coder, text, "sub_event_type") == ["Peaceful protest"]
    strict = changed("codebook.yaml", "crowd_minimum: 3", "crowd_minimum: 5")
    assert column(strict, text, "sub_event_type") == []


@pytest.mark.usefixtures("no_likeness")
def test_a_label_of_a_kind_is_the_codebooks(changed: Change) -> None:
    other = changed("event_types.yaml", "label: Peaceful protest\n", "label: Quiet protest\n")
    assert column(other, MARCH, "sub_event_type") == ["Quiet protest"]


NEW = """      - id: road_block
        label: Road block
        disorder_type: demonstrations
        definition: A crowd blocks a road.
        counts: [Blocked highways]
        does_not_count: [Road works]
        when:
          - {acts: [gathering]}
        sides: {first: protesters}
"""


@pytest.mark.usefixtures("no_likeness")
@pytest.mark.parametrize(
    ("before", "kind"),
    [("excessive_force_against_protesters", "Road block"), ("violent_demonstration", "Peaceful protest")],
    ids=["a new kind that stands first wins", "a new kind that stands later does not"],
)
def test_a_new_kind_is_coded_by_its_precedence(before: str, kind: str, changed: Change) -> None:
    line = f"      - id: {before}\n"
    assert column(changed("event_types.yaml", line, NEW + line), MARCH, "sub_event_type") == [kind]
