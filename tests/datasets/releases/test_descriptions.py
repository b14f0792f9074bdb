"""Descriptions for programs hold by the programs' own judgement."""

import json

import pyarrow as pa
import pytest
import yaml

from eventbook.datasets.errors import BadRelease
from eventbook.datasets.releases.about import about_from, parse_author
from eventbook.datasets.releases.citing import STYLES, Cited, to_apa, to_bibtex, to_cff


@pytest.fixture(scope="module", params=[1, 2], ids=["first release", "second release"])
def folder(made, request):
    return made[request.param].folder


def test_frictionless_finds_the_data_package_valid(folder):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "note", "message"])[:5]


def test_tables_of_the_data_package_name_keys_and_what_they_refer_to(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert schemas["events"]["primaryKey"] == ["event_id_cnty"]
    references = [key["reference"] for key in schemas["evidence"]["foreignKeys"]]
    assert {"resource": "events", "fields": ["event_id_cnty"]} in references
    assert {"resource": "sources", "fields": ["event_id", "article_id"]} in references
    assert schemas["sources"]["primaryKey"] == ["event_id", "article_id"]


def test_mlcroissant_reads_the_records(folder):
    mlcroissant = pytest.importorskip("mlcroissant")
    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert not dataset.metadata.issues.errors and not dataset.metadata.issues.warnings
    rows = list(dataset.records("events"))
    assert len(rows) == 3
    assert sorted(row["events/event_id_cnty"] for row in rows)[-1].startswith(b"KEN")


def test_datacite_takes_the_metadata(folder):
    schema = pytest.importorskip("datacite.schema45")
    schema.validator.validate(json.loads((folder / "datacite.json").read_text(encoding="utf-8")))


def test_the_citation_file_names_version_hash_and_authors(made, folder):
    content = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(content)
    assert content["type"] == "dataset"
    assert content["date-released"] == "2026-01-31"
    assert content["authors"][0] == {
        "family-names": "Doe", "given-names": "Jane Ann", "orcid": "https://orcid.org/0000-0002-1825-0097",
    }  # fmt: skip
    release = next(one for one in made[1:] if one.folder == folder).release
    assert content["identifiers"][0]["value"] == f"sha256:{release.row_hash}"


def cited(**given):
    told = {"title": "Unrest_in 50% of {towns} & cities", "authors": ["Doe, Jane Ann", "de la Cruz, José-María", "Lab"],
            "licence": "cc-by-4.0"} | given  # fmt: skip
    return Cited(about_from(told), "2026.1", 7, "ab" * 32, "2026-01-31", "codebook c 1.0.0", "eventbook 0.1.0")


def test_apa_has_initials_year_version_and_hash():
    text = to_apa(cited(doi="https://doi.org/10.5281/zenodo.1", publisher="Archive"))
    assert text.startswith("Doe, J. A., de la Cruz, J.-M., & Lab. (2026). *Unrest\\_in 50% of {towns} & cities* ")
    assert "(Version 2026.1) [Data set]. Archive. https://doi.org/10.5281/zenodo.1\n" in text
    assert "Version 7 of the dataset, row hash SHA-256 " + "ab" * 32 in text


def test_bibtex_escapes_what_tex_would_run():
    text = to_bibtex(cited())
    assert text.startswith("@misc{unrest-in-50-2026.1,\n")
    assert r"title        = {{Unrest\_in 50\% of \{towns\} \& cities}}" in text
    assert "author       = {Doe, Jane Ann and de la Cruz, José-María and {Lab}}" in text


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_style_names_the_exact_hash(style):
    assert "ab" * 32 in STYLES[style](cited())


def test_a_licence_that_is_an_address_stands_as_one():
    content = yaml.safe_load(to_cff(cited(licence="https://example.org/terms")))
    assert content["license-url"] == "https://example.org/terms" and "license" not in content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Doe, Jane", ("Doe", "Jane", ""), id="a person"),
        pytest.param("Example Lab", ("Example Lab", "", ""), id="an institution"),
        pytest.param("Doe, J. (0000-0002-1825-0097)", ("Doe", "J.", "0000-0002-1825-0097"), id="an ORCID in brackets"),
        pytest.param("Doe, J. https://orcid.org/0000-0002-1694-233X", ("Doe", "J.", "0000-0002-1694-233X"),
                     id="an ORCID as an address"),
        pytest.param("Doe,\n Jane\x1b[31m", ("Doe", "Jane [31m", ""), id="signs that move the cursor are gone"),
    ],
)  # fmt: skip
def test_authors_are_read(text, expected):
    author = parse_author(text)
    assert (author.name, author.given, author.orcid) == expected


def test_everything_wrong_is_told_at_once():
    with pytest.raises(BadRelease) as error:
        about_from({"licence": "WTF", "doi": "11.1/x", "url": "javascript:alert(1)"})
    told = str(error.value).splitlines()
    assert [line.partition(" ")[0] for line in told] == ["no", "no", "doi", "url", "licence"]


def test_reports_that_became_one_event_are_released_with_what_each_said(marches, publish):
    frictionless = pytest.importorskip("frictionless")
    tables = {name: marches.table(name) for name in marches.manifest().tables}
    other = {"article_id": ["b9"], "hash": ["0" * 64], "source": ["Post"], "title": ["March"], "url": [None]}
    for name in ("reports", "sources"):
        line = tables[name].slice(0, 1)
        for column, cells in other.items():
            if column in line.column_names and (name == "sources" or column == "article_id"):
                at = line.column_names.index(column)
                line = line.set_column(at, line.schema.field(at), pa.array(cells, pa.string()))
        tables[name] = pa.concat_tables([tables[name], line])
    event = tables["sources"]["event_id"][-1].as_py()
    tables["sources"] = tables["sources"].append_column(
        "reported_fatalities", pa.array(["0"] * tables["sources"].num_rows)
    )
    tables["figures"] = pa.table({"event_id": [event], "low": [0], "best": [0], "high": [4], "reports": [2]})
    tables["merges"] = pa.table({"event_id": [event], "row_id": ["x"], "other_row_id": ["y"], "score": [0.9]})
    tables["contradictions"] = pa.table({"event_id": [event], "column": ["fatalities"], "article_id": ["b9"]})
    manifest = marches.manifest()
    marches.commit(tables, reason="merged", base=2, codebook=manifest.codebook, inputs=manifest.inputs,
                   keys=dict.fromkeys(("figures", "merges", "contradictions"), ("event_id",)))  # fmt: skip
    folder = publish(marches, "2026.3").folder
    assert frictionless.validate(str(folder / "datapackage.json")).valid
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert {"figures", "merges", "contradictions", "reports"} <= set(schemas)
    assert schemas["reports"]["primaryKey"] == ["event_id_cnty", "article_id"]
    told = {field["name"]: field["description"] for field in schemas["sources"]["fields"]}
    assert told["reported_fatalities"] == "What this article reports as fatalities, as text."
    sheet = (folder / "datasheet.md").read_text(encoding="utf-8")
    assert "| events with several reports | 1 |" in sheet
    assert "| events with reports that contradict each other | 1 |" in sheet
