"""How a release, or a version, is cited: BibTeX, APA, CSL, CITATION.cff, DataCite, always with the exact hash."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eventbook.datasets.releases.about import About, Author

# What TeX takes for commands, and how it writes them.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MARKDOWN = str.maketrans({sign: "\\" + sign for sign in "\\`*_[]<>|#"})


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: a dataset's `version` under the name that the public knows (`label`), made public on `date`.

    `row_hash` is that of the events, `codebook` and `program` with their versions.
    """

    about: About
    label: str
    version: int
    row_hash: str
    date: str
    codebook: str
    program: str

    @property
    def year(self) -> str:
        """The year of publication."""
        return self.date[:4]

    @property
    def slug(self) -> str:
        """The title and the label as a name of a file or a key: its first three words, lower case, hyphens."""
        plain = unicodedata.normalize("NFKD", self.about.title).encode("ascii", "ignore").decode()
        kept = re.match(r"(?:[a-z0-9]{1,40}\b-?){0,3}", "-".join(re.findall(r"[a-z0-9]+", plain.casefold())))
        words = kept[0].strip("-") if kept else ""
        return f"{words or 'dataset'}-{self.label}"

    @property
    def exact(self) -> str:
        """The version and the hash in words."""
        return f"Version {self.version} of the dataset, row hash SHA-256 {self.row_hash}"


def to_bibtex(cited: Cited) -> str:
    """An entry that BibTeX and biber both read."""
    about = cited.about
    note = f"Data set, version {cited.label}. {cited.exact}. Coded by {cited.codebook} with {cited.program}."
    fields = {
        "author": " and ".join(_tex_author(author) for author in about.authors),
        "title": f"{{{_tex(about.title)}}}", "year": cited.year, "version": _tex(cited.label),
        "howpublished": "Data set", "publisher": _tex(about.publisher), "doi": about.doi, "url": about.address,
        "note": _tex(note),
    }  # fmt: skip
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.slug},", *lines, "}"]) + "\n"


def to_apa(cited: Cited) -> str:
    """The reference in the style of the APA, 7th edition, the hash behind it; the title in Markdown's italics."""
    about = cited.about
    names = [_initials(author) for author in about.authors]
    if len(names) > 20:
        names = [*names[:19], "…", names[-1]]
    people = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f", & {names[-1]}"
    if len(about.authors) > 20:
        people = ", ".join(names)
    publisher = f" {about.publisher}." if about.publisher else ""
    stop = "" if people.endswith(".") else "."
    title = about.title.translate(_MARKDOWN)
    text = f"{people}{stop} ({cited.year}). *{title}* (Version {cited.label}) [Data set].{publisher}"
    return f"{text}{f' {about.address}' if about.address else ''}\n{cited.exact}.\n"


def to_csl(cited: Cited) -> str:
    """CSL-JSON, which Zotero and Pandoc read."""
    about = cited.about
    entry = {
        "id": cited.slug, "type": "dataset", "title": about.title, "version": cited.label,
        "author": [_csl_author(author) for author in about.authors], "publisher": about.publisher,
        "issued": {"date-parts": [[int(part) for part in cited.date.split("-")]]}, "DOI": about.doi,
        "URL": about.address, "note": f"{cited.exact}.",
    }  # fmt: skip
    return _json([{name: value for name, value in entry.items() if value}])


def to_cff(cited: Cited) -> str:
    """CITATION.cff, the citation file format 1.2.0."""
    import yaml

    about = cited.about
    content: dict[str, Any] = {
        "cff-version": "1.2.0", "message": "If you use this dataset, please cite it with its version and hash.",
        "type": "dataset", "title": about.title, "abstract": about.description, "version": cited.label,
        "date-released": cited.date, "doi": about.doi, "url": about.url,
        "authors": [_cff_author(author) for author in about.authors],
        "license" if about.licence.id else "license-url": about.licence.id or about.licence.url,
        "keywords": list(about.keywords),
        "identifiers": [
            {"type": "other", "value": f"sha256:{cited.row_hash}",
             "description": f"Row hash of version {cited.version} of the dataset"}
        ],
    }  # fmt: skip
    kept = {name: value for name, value in content.items() if value}
    return str(yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=120))


def to_datacite(cited: Cited) -> str:
    """The metadata of DataCite, schema 4.5, as its service takes them."""
    about = cited.about
    content: dict[str, Any] = {
        "doi": about.doi, "url": about.url, "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Event data"},
        "creators": [_datacite_author(author) for author in about.authors],
        "titles": [{"title": about.title, "lang": "en"}], "publisher": {"name": about.publisher_or_authors},
        "publicationYear": cited.year, "dates": [{"date": cited.date, "dateType": "Issued"}], "language": "en",
        "version": cited.label, "subjects": [{"subject": word} for word in about.keywords],
        "rightsList": [_datacite_rights(about)],
        "alternateIdentifiers": [
            {"alternateIdentifier": f"sha256:{cited.row_hash}", "alternateIdentifierType": "row hash"}
        ],
        "descriptions": [
            {"description": text, "descriptionType": kind}
            for text, kind in (
                (about.description, "Abstract"),
                (f"Coded by {cited.codebook} with {cited.program}. {cited.exact}.", "Methods"),
            )
            if text
        ],
    }  # fmt: skip
    return _json({name: value for name, value in content.items() if value})


STYLES: Mapping[str, Callable[[Cited], str]] = {
    "bibtex": to_bibtex, "apa": to_apa, "csl": to_csl, "cff": to_cff, "datacite": to_datacite,
}  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _tex_author(author: Author) -> str:
    return f"{_tex(author.name)}, {_tex(author.given)}" if author.given else f"{{{_tex(author.name)}}}"


def _initials(author: Author) -> str:
    if not author.given:
        return author.name
    letters = ["-".join(f"{part[0]}." for part in word.split("-") if part) for word in author.given.split()]
    return f"{author.name}, {' '.join(letters)}"


def _csl_author(author: Author) -> dict[str, str]:
    return {"family": author.name, "given": author.given} if author.given else {"literal": author.name}


def _cff_author(author: Author) -> dict[str, str]:
    found = {"family-names": author.name, "given-names": author.given} if author.given else {"name": author.name}
    return found | ({"orcid": f"https://orcid.org/{author.orcid}"} if author.orcid else {})


def _datacite_author(author: Author) -> dict[str, Any]:
    found: dict[str, Any] = {"name": author.full, "nameType": "Personal" if author.given else "Organizational"}
    if author.given:
        found |= {"familyName": author.name, "givenName": author.given}
    if author.orcid:
        found["nameIdentifiers"] = [
            {"nameIdentifier": author.orcid, "nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}
        ]
    return found


def _datacite_rights(about: About) -> dict[str, str]:
    licence = about.licence
    found = {"rights": licence.title, "rightsUri": licence.url}
    if licence.id:
        found |= {"rightsIdentifier": licence.id, "rightsIdentifierScheme": "SPDX"}
    return found
