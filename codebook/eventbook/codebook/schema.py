"""JSON Schemas (draft 2020-12) of a codebook and of a row by it."""

from typing import Any

from pydantic import TypeAdapter

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import Checks, Column, Countries, Dates, Deaths, EventTypes, Head, Places, Record
from eventbook.codebook.model_sides import Actors, Community, Group

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_JSON_TYPES = {"string": "string", "integer": "integer", "number": "number", "date": "string"}
_REQUIRED = ("codebook.yaml", "columns.yaml", "event_types.yaml", "actors.yaml", "deaths.yaml", "dates.yaml",
             "places.yaml", "not_coded.yaml")  # fmt: skip


class _Columns(Record):
    columns: tuple[Column, ...]


class _Groups(Record):
    groups: tuple[Group, ...] = ()
    communities: tuple[Community, ...] = ()


class _Sentence(Record):
    text: str
    reason: str | None = None


class _Exemplars(Record):
    sub_event_type: str | None
    exemplars: tuple[str | _Sentence, ...]


class _Reasons(Record):
    reasons: dict[str, str]


_FILES: dict[str, Any] = {
    "codebook.yaml": Head, "columns.yaml": _Columns, "event_types.yaml": EventTypes, "actors.yaml": Actors,
    "deaths.yaml": Deaths, "dates.yaml": Dates, "places.yaml": Places, "countries.yaml": Countries,
    "not_coded.yaml": _Reasons, "checks.yaml": Checks,
}  # fmt: skip
_FOLDERS: dict[str, Any] = {"groups": _Groups, "exemplars": _Exemplars}


def codebook_schema() -> dict[str, Any]:
    """The schema of a codebook's folder: one property for each file, by its path."""
    definitions: dict[str, Any] = {}
    properties = {name: _define(kind, definitions) for name, kind in _FILES.items()}
    patterns = {rf"^{folder}/[^/]+\.yaml$": _define(kind, definitions) for folder, kind in _FOLDERS.items()}
    return {
        "$schema": DRAFT, "title": "A codebook of eventbook", "type": "object",
        "description": "A folder of YAML files. Each property is a file, by its path in the folder.",
        "properties": properties, "patternProperties": patterns, "required": list(_REQUIRED),
        "$defs": dict(sorted(definitions.items())),
    }  # fmt: skip


def row_json_schema(codebook: Codebook) -> dict[str, Any]:
    """The schema of a row in JSON: one property for each column; dates as ISO 8601."""
    return {
        "$schema": DRAFT, "title": f"A row by the codebook {codebook.id} {codebook.version}", "type": "object",
        "description": codebook.head.description,
        "properties": {column.name: _property(column, codebook) for column in codebook.columns},
        "required": [column.name for column in codebook.columns if column.required], "additionalProperties": False,
    }  # fmt: skip


def _define(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    made = TypeAdapter(kind).json_schema(ref_template="#/$defs/{model}", by_alias=True)
    definitions.update(made.pop("$defs", {}))
    return made


def _property(column: Column, codebook: Codebook) -> dict[str, Any]:
    kind = _JSON_TYPES[column.type]
    made: dict[str, Any] = {
        "type": kind if column.required else [kind, "null"], "description": column.description,
    }  # fmt: skip
    allowed = codebook.allowed_values(column)
    if allowed is not None:
        made["enum"] = [*allowed] if column.required else [*allowed, None]
    if column.type == "date":
        made["format"] = "date"
    if column.pattern is not None:
        made["pattern"] = f"^(?:{column.pattern})$"
    for name in ("minimum", "maximum"):
        if getattr(column, name) is not None:
            made[name] = getattr(column, name)
    if column.example is not None:
        made["examples"] = [str(column.example) if column.type == "date" else column.example]
    return made | ({"x-unit": column.unit} if column.unit else {})
