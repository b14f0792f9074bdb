"""What a codebook says decides the coding: every change below is a change of YAML or of --set alone."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.errors import CodebookError
from eventbook.codebook.loading import SHIPPED, load_codebook
from eventbook.coder.coding import Coder
from eventbook.coder.parsing.errors import ParserError
from eventbook.coder.parsing.parser import load_parser
from eventbook.coder.records import Article
from eventbook.coder.rows import Row

Edit = Callable[[str, str, str], Path]
TINY = Path(__file__).parent / "tiny"


@pytest.fixture(autouse=True, scope="module")
def parser() -> None:
    try:
        load_parser()
    except ParserError:
        pytest.skip("no parser is installed")


def code(text: str, codebook: Path | str | None = None, *, published: date = date(2024, 5, 7), **overrides: Any) -> list[Row]:  # fmt: skip  # noqa: E501
    coder = Coder(str(codebook) if codebook else None, overrides=overrides.get("overrides"))
    return list(coder.code(Article("a", text, published=published)).rows)


def values(rows: list[Row], column: str) -> list[Any]:
    return [row.values[column] for row in rows]


MARKET = "KANO, May 6 - Gunmen killed several villagers in Kano on Monday, police said."


@pytest.mark.parametrize(
    ("overrides", "deaths"), [(None, 3), ({"deaths.vague.several": 5}, 5)], ids=["as shipped", "several is five"]
)
def test_a_vague_word_stands_for_the_number_of_the_codebook(overrides: Mapping[str, Any] | None, deaths: int) -> None:
    assert values(code(MARKET, overrides=overrides), "fatalities") == [deaths]


@pytest.mark.parametrize(("days", "rows"), [(31, 0), (90, 1)], ids=["a window of 31 days", "a window of 90 days"])
def test_the_reporting_window_is_the_codebooks(days: int, rows: int) -> None:
    text = "KANO, July 1 - Gunmen killed nine villagers in Kano on 6 May 2024, police said."
    found = code(text, published=date(2024, 7, 1), overrides={"policies.reporting_window_days": days})
    assert len(found) == rows


def test_a_side_is_called_as_the_template_says() -> None:
    key = "actors.templates.unidentified_armed_group.name"
    found = code(MARKET, overrides={key: "Unknown Gunmen of {country}"})
    assert values(found, "actor1") == ["Unknown Gunmen of Nigeria"]


def test_the_first_type_in_order_wins(edit: Edit) -> None:
    text = "MOMBASA, May 6 - Dockers held a protest in Mombasa on Monday and beat a guard."
    assert values(code(text, TINY), "incident")[:1] == ["Blockade"]
    path = TINY / "event_types.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if "- id: blockade" in line)
    middle = next(n for n, line in enumerate(lines) if "- id: quarrel" in line)
    end = next(n for n, line in enumerate(lines) if "- id: settled" in line)
    swapped = [*lines[:start], *lines[middle:end], *lines[start:middle], *lines[end:]]
    folder = edit("event_types.yaml", path.read_text(encoding="utf-8"), "".join(swapped))
    assert values(code(text, folder), "incident")[:1] == ["Quarrel"]


def test_a_new_sub_type_is_coded(edit: Edit) -> None:
    text = "MOMBASA, May 6 - Men burned a boat in Mombasa on Monday."
    assert "Fire" not in values(code(text, TINY), "incident")
    old = "  - id: settled\n"
    new = (
        "  - id: fires\n    label: Fires\n    definition: Something burns.\n    sub_event_types:\n"
        "      - id: fire\n        label: Fire\n        definition: Somebody sets a fire.\n"
        "        when: [{acts: [fire]}]\n        sides: {first: crew}\n" + old
    )
    assert values(code(text, edit("event_types.yaml", old, new)), "incident") == ["Fire"]


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        pytest.param({"policies.reporting_window_days": "soon"}, "reporting_window_days", id="a value of another type"),
        pytest.param({"policies.reporting_windows": 3}, "did you mean 'reporting_window_days'", id="no such policy"),
        pytest.param({"nothing.here": 3}, "no key of this codebook", id="no such key"),
    ],
)
def test_an_override_that_the_schema_refuses_is_an_error(overrides: dict[str, Any], message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        load_codebook(overrides=overrides)


def test_an_override_changes_the_hash_and_is_recorded() -> None:
    plain = load_codebook()
    changed: Codebook = load_codebook(overrides={"policies.reporting_window_days": 90})
    assert changed.hash != plain.hash
    assert dict(changed.overrides) == {"policies.reporting_window_days": 90}


def test_a_codebook_may_stand_anywhere(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "acled-style", tmp_path / "mine")
    assert load_codebook(folder).hash == load_codebook().hash
