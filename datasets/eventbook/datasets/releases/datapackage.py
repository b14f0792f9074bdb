"""The release described for programs: Data Package v2 with a Table Schema for each table, and Croissant."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eventbook.datasets.releases.citing import Cited, to_bibtex
from eventbook.datasets.releases.tables import Column, ReleasedTable

DATA = "data"  # the folder of the tables
_CROISSANT_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date", "string": "sc:Text"}
# https://docs.mlcommons.org/croissant/docs/croissant-spec.html, appendix 1: the context that version 1.0 asks for.
_CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/", "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty", "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
    "replace": "cr:replace", "samplingRate": "cr:samplingRate", "sc": "https://schema.org/",
    "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip


def data_package(cited: Cited, tables: Sequence[ReleasedTable], folder: Path, sha256: Mapping[str, str]) -> str:
    """`datapackage.json`: the CSV tables of the folder with their schemas, keys and references; hashes by path."""
    about = cited.about
    licence = {"name": about.licence.id, "title": about.licence.title, "path": about.licence.url}
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": cited.slug.lower(),
        "id": f"https://doi.org/{about.doi}" if about.doi else "", "title": about.title,
        "description": about.description, "version": cited.label, "created": f"{cited.date}T00:00:00Z",
        "homepage": about.url, "keywords": list(about.keywords), "licenses": [_filled(licence)],
        "contributors": [
            _filled({"title": author.full, "givenName": author.given, "familyName": author.given and author.name,
                     "path": author.orcid and f"https://orcid.org/{author.orcid}", "roles": ["creator"]})
            for author in about.authors
        ],
        "sources": [{"title": "GeoNames, CC BY 4.0", "path": "https://www.geonames.org"}],
        "resources": [_resource(table, folder, sha256) for table in tables],
    }  # fmt: skip
    return json.dumps(_filled(package), indent=2, ensure_ascii=False) + "\n"


def croissant(cited: Cited, tables: Sequence[ReleasedTable], folder: Path, sha256: Mapping[str, str]) -> str:
    """`croissant.json`: the same tables for the readers of Croissant 1.0."""
    about = cited.about
    content = {
        "@context": _CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": cited.slug.lower().replace(".", "-"), "alternateName": about.title,
        "description": about.description or about.title, "version": _semantic(cited.label),
        "datePublished": cited.date, "license": about.licence.url, "url": about.address or about.licence.url,
        "citeAs": to_bibtex(cited), "keywords": list(about.keywords), "isLiveDataset": False,
        "creator": [
            _filled({"@type": "sc:Person" if author.given else "sc:Organization", "name": author.full,
                     "url": author.orcid and f"https://orcid.org/{author.orcid}"})
            for author in about.authors
        ],
        "publisher": {"@type": "sc:Organization", "name": about.publisher_or_authors},
        "distribution": [
            {"@type": "cr:FileObject", "@id": f"{table.name}.csv", "name": f"{table.name}.csv",
             "description": table.title, "contentUrl": _path(table), "encodingFormat": "text/csv",
             "contentSize": f"{(folder / _path(table)).stat().st_size} B", "sha256": sha256[_path(table)]}
            for table in tables
        ],
        "recordSet": [_record_set(table) for table in tables],
    }  # fmt: skip
    return json.dumps(_filled(content), indent=2, ensure_ascii=False) + "\n"


def _path(table: ReleasedTable) -> str:
    return f"{DATA}/{table.name}.csv"


def _resource(table: ReleasedTable, folder: Path, sha256: Mapping[str, str]) -> dict[str, Any]:
    path = _path(table)
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns], "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": list(here), "reference": {"resource": other, "fields": list(there)}}
            for here, other, there in table.references
        ],
    }  # fmt: skip
    return {
        "name": table.name, "type": "table", "path": path, "title": table.title, "description": table.description,
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": (folder / path).stat().st_size,
        "hash": f"sha256:{sha256[path]}", "schema": _filled(schema),
    }  # fmt: skip


def _field(column: Column) -> dict[str, Any]:
    limits = {"minimum": column.minimum, "maximum": column.maximum}
    constraints: dict[str, Any] = {
        name: int(value) if column.kind == "integer" else value for name, value in limits.items() if value is not None
    }
    constraints |= _filled(
        {"required": column.required or None, "enum": list(column.allowed), "pattern": column.pattern}
    )
    return _filled(
        {"name": column.name, "type": column.kind, "description": column.description, "example": column.example,
         "constraints": constraints}
    )  # fmt: skip


def _record_set(table: ReleasedTable) -> dict[str, Any]:
    single = {here[0]: (other, there[0]) for here, other, there in table.references if len(here) == 1}
    fields = []
    for column in table.columns:
        field: dict[str, Any] = {
            "@type": "cr:Field", "@id": f"{table.name}/{column.name}", "name": column.name,
            "description": column.description, "dataType": _CROISSANT_TYPES[column.kind],
            "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
        }  # fmt: skip
        if column.name in single:
            other, there = single[column.name]
            field["references"] = {"field": {"@id": f"{other}/{there}"}}
        fields.append(_filled(field))
    content = {
        "@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key], "field": fields,
    }  # fmt: skip
    return _filled(content)


def _semantic(label: str) -> str:
    """The label as Croissant asks for it, three numbers; one that cannot be read so becomes 1.0.0."""
    parts = label.split(".")
    if len(parts) > 3 or not all(part.isdecimal() for part in parts):
        return "1.0.0"
    return ".".join(str(int(part)) for part in [*parts, "0", "0"][:3])


def _filled(content: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty; False and 0 stay."""
    return {name: value for name, value in content.items() if value not in ("", [], (), {}, None)}
