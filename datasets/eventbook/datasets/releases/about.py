"""Who made a dataset and under which terms it may be used: asked for once, written into every citation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from eventbook.datasets.errors import BadRelease

# The first four fields of a DOI's prefix and what may follow, as the citation file format writes it.
_DOI = re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
_ORCID = re.compile(r"^(.*?)\s*\(?(?:https://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)?$")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Author:
    """A person (`given` is not empty) or an institution; `orcid` without the address."""

    name: str
    given: str = ""
    orcid: str = ""

    @property
    def full(self) -> str:
        """Family name and given name, or the institution's name."""
        return f"{self.name}, {self.given}" if self.given else self.name


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: SPDX identifier (empty for one that is only an address), title, address."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class About:
    """What a citation says of a dataset beside its version; what is not known is empty."""

    title: str
    description: str
    authors: tuple[Author, ...]
    licence: Licence
    publisher: str
    doi: str
    url: str
    keywords: tuple[str, ...]

    @property
    def publisher_or_authors(self) -> str:
        """Who publishes it: where nobody else is named, the authors."""
        return self.publisher or "; ".join(author.full for author in self.authors)

    @property
    def address(self) -> str:
        """Where to find it: the DOI's address, else the one given, else nothing."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    def to_json(self) -> dict[str, Any]:
        """As plain values, for the record of a release."""
        return asdict(self)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "About":
        """What `to_json` gave; raises TypeError or KeyError for anything else."""
        told = dict(body) | {
            "authors": tuple(Author(**author) for author in body["authors"]), "licence": Licence(**body["licence"]),
            "keywords": tuple(body["keywords"]),
        }  # fmt: skip
        return cls(**told)


def about_from(identity: Mapping[str, Any], **given: Any) -> About:
    """What `dataset.json` says, with what was given instead of it.

    `given` may hold title, description, authors, licence, publisher, doi, url, keywords; None leaves the identity's.
    Raises BadRelease with every problem.
    """
    told = dict(identity) | {name: value for name, value in given.items() if value not in (None, "", ())}
    problems: list[str] = []
    authors = tuple(parse_author(str(name)) for name in _list(told.get("authors")))
    title, doi, url = (_line(told.get(name, "")) for name in ("title", "doi", "url"))
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", doi, flags=re.I)
    if not title:
        problems.append("no title; write one into dataset.json, or release with --title")
    if not authors or not all(author.name for author in authors):
        problems.append("no authors; write them into dataset.json, or release with --author 'Family, Given' for each")
    if doi and not _DOI.fullmatch(doi):
        problems.append(f"doi {doi!r}: expected one such as 10.5281/zenodo.1234567")
    if url and not _ADDRESS.fullmatch(url):
        problems.append(f"url {url!r}: expected an address that begins with https://")
    licence = find_licence(_line(told.get("licence", "")))
    if licence is None:
        known = ", ".join(_licences())
        problems.append(f"licence {_line(told.get('licence', ''))!r}: expected an address, or one of {known}")
    if problems or licence is None:
        raise BadRelease("\n".join(problems))
    return About(
        title, _line(told.get("description", "")), authors, licence, _line(told.get("publisher", "")), doi, url,
        tuple(_line(word) for word in _list(told.get("keywords")) if _line(word)),
    )  # fmt: skip


def parse_author(text: str) -> Author:
    """`Family, Given`, with an ORCID behind it if there is one; without a comma an institution."""
    line, orcid = _line(text), ""
    if match := _ORCID.match(line):
        line, orcid = match[1], match[2]
    name, _, rest = (part.strip() for part in line.partition(","))
    return Author(name, rest, orcid)


def find_licence(text: str) -> Licence | None:
    """The licence of this SPDX identifier, in any case, or at this address; None for anything else."""
    for name, entry in _licences().items():
        if text.casefold() == name.casefold() or text == entry["url"]:
            return Licence(name, entry["title"], entry["url"])
    return Licence("", text, text) if _ADDRESS.fullmatch(text) else None


def parse_day(text: str) -> date:
    """A day as 2026-01-31; raises BadRelease."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRelease(f"date {text!r}: expected a day such as 2026-01-31") from error


@cache
def _licences() -> Mapping[str, Mapping[str, str]]:
    import yaml

    text = files("eventbook.datasets.releases").joinpath("licences.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return found


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else [value] if value else []


def _line(value: object) -> str:
    """The text on one line, without signs that move a cursor or turn the direction of reading."""
    return " ".join(_CONTROL.sub(" ", str(value)).split())
