"""Schemas, the human codebook and the data dictionary say what the codebook says."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.codebook import Codebook
from eventbook.codebook.dictionary import data_dictionary
from eventbook.codebook.facts import FACTS
from eventbook.codebook.loading import SHIPPED, load_codebook
from eventbook.codebook.rendering import render_html, render_markdown
from eventbook.codebook.schema import codebook_schema, row_json_schema

Edit = Callable[[str, str, str], Path]
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TINY = Path(__file__).parent / "tiny"


@pytest.fixture(params=["acled-style", "tiny"])
def book(request: pytest.FixtureRequest) -> Codebook:
    return load_codebook(TINY if request.param == "tiny" else request.param)


def test_the_schema_of_a_row_is_valid_and_lists_all_columns(book: Codebook) -> None:
    schema = row_json_schema(book)
    jsonschema.Draft202012Validator.check_schema(schema)
    json.dumps(schema)
    assert list(schema["properties"]) == [column.name for column in book.columns]


def test_the_schema_of_a_row_refuses_what_the_codebook_does() -> None:
    validator = jsonschema.Draft202012Validator(row_json_schema(load_codebook(TINY)))
    row = {
        "case": "HAR1", "day": "2024-05-06", "day_known": 1, "incident": "Blockade", "who": "Crew", "port": "Calais",
        "land": "FRA", "lat": 1.5, "lon": 2.5, "lost": 0, "told_by": "x", "parties": None,
    }  # fmt: skip
    validator.validate(row)
    for change in ({"incident": "Party"}, {"lat": 91}, {"lost": -1}, {"case": "x"}, {"more": 1}, {"day_known": "1"}):
        assert list(validator.iter_errors(row | change)), change


@pytest.mark.parametrize("folder", [SHIPPED / "acled-style", TINY], ids=["shipped", "tiny"])
def test_codebooks_meet_the_schema_of_codebooks(folder: Path) -> None:
    schema = codebook_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    body = {}
    for path in sorted(folder.rglob("*.yaml")):
        relative = path.relative_to(folder).as_posix()
        if not relative.startswith("groups/"):  # 2,500 entries of one form
            body[relative] = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    errors = sorted(jsonschema.Draft202012Validator(schema).iter_errors(body), key=str)
    assert not errors, errors[0].message


def test_the_schema_of_codebooks_refuses_an_unknown_key() -> None:
    body = {"codebook.yaml": {"titel": "x"}}
    assert list(jsonschema.Draft202012Validator(codebook_schema()).iter_errors(body))


def test_the_arrow_schema_carries_descriptions_and_units(book: Codebook) -> None:
    schema = row_schema(book)
    assert schema.names == [column.name for column in book.columns]
    kinds = {"string": "string", "integer": "int64", "number": "double", "date": "date32[day]"}
    for column in book.columns:
        field = schema.field(column.name)
        assert str(field.type) == kinds[column.type]
        assert field.metadata[b"description"].decode() == column.description
        assert field.metadata.get(b"unit", b"").decode() == (column.unit or "")
    assert schema.metadata[b"codebook.hash"].decode() == book.hash


def test_both_documents_tell_all_rules(book: Codebook) -> None:
    for text in (render_html(book), render_markdown(book)):
        for kind in book.kinds:
            assert kind.sub_event_type.label in text.replace("&#39;", "'").replace("\\", "")
        for entry in data_dictionary(book):
            assert entry.name in text.replace("\\_", "_")
        assert "Applies where" in text and book.hash[:16] in text
    assert len(data_dictionary(book)) == len(book.columns)


def test_the_page_loads_nothing(book: Codebook) -> None:
    page = render_html(book)
    assert not re.search(r"<(script|link|iframe|img)|@import|url\(|src=", page)
    assert "prefers-color-scheme: dark" in page


@pytest.mark.parametrize(
    ("file", "old"),
    [
        pytest.param("codebook.yaml", "Incidents in harbours and at sea", id="the title"),
        pytest.param("event_types.yaml", "Boats across the harbour mouth", id="what counts"),
        pytest.param("event_types.yaml", "label: Quarrel", id="a label"),
        pytest.param("exemplars/quarrel.yaml", "Sailors beat a docker in Marseille on Friday.", id="an exemplar"),
        pytest.param("columns.yaml", "The first party.", id="a description"),
        pytest.param("actors.yaml", "Harbour of {country}", id="a template"),
        pytest.param("not_coded.yaml", "No port is named", id="a reason"),
    ],
)
def test_a_hostile_codebook_stays_text(edit: Edit, file: str, old: str) -> None:
    prefix = "label: " if old.startswith("label") else ""
    new = HOSTILE if old.startswith("Harbour") else f'{prefix}"{HOSTILE}"'
    book = load_codebook(edit(file, old, new))
    page, text = render_html(book), render_markdown(book)
    assert "<script>" not in page and "<img" not in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in text.replace("\\<", "")


def test_facts_have_the_types_that_columns_use() -> None:
    assert set(FACTS.values()) <= {"string", "integer", "number", "date"}
