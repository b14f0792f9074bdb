"""Rows coded under one codebook brought to the columns and labels of another, so that both can be compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import Column
from eventbook.validation.scoring.cells import text_of
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme
from eventbook.validation.scoring.tables import Table

What = Literal["renamed", "only in the first", "only in the second"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A column or a code that two codebooks do not share as it is; '' where one of them has none."""

    kind: Literal["column", "code"]
    column: str
    first: str
    second: str
    what: What


@dataclass(frozen=True, slots=True)
class Concordance:
    """How rows of the second codebook read in the first: `columns` from second to first, `codes` by first column."""

    first: str
    second: str
    columns: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    differences: tuple[Difference, ...]


def concordance(first: Codebook, second: Codebook) -> Concordance:
    """Match the columns of two codebooks by the fact that fills them, and their codes by id, then by label."""
    theirs = _by_fact(second)
    columns = {theirs[fact].name: own.name for fact, own in _by_fact(first).items() if fact in theirs}
    differences = [*_column_differences(first, second)]
    codes = {}
    for fact, own in _by_fact(first).items():
        if fact in theirs and (named := _codes(first, fact)):
            codes[own.name], found = _match(own.name, named, _codes(second, fact))
            follows = fact == "sides.interaction"  # from the categories, which are told already
            differences += [one for one in found if not (follows and one.what == "renamed")]
    return Concordance(_name(first), _name(second), columns, codes, tuple(differences))


def translate(articles: Iterable[CodedArticle], concordance: Concordance) -> list[CodedArticle]:
    """The articles in the columns and codes of the first codebook; a code that it lacks stays, and agrees with none."""
    return [replace(one, rows=tuple(_translate(row, concordance) for row in one.rows)) for one in articles]


def shared_scheme(scheme: ScoreScheme, concordances: Sequence[Concordance]) -> ScoreScheme:
    """The scheme of the first codebook without the columns that another one lacks."""
    lost = {difference.first for one in concordances for difference in one.differences
            if difference.kind == "column" and difference.what == "only in the first"}  # fmt: skip
    changes: dict[str, Any] = {}
    for slot in fields(scheme):
        value = getattr(scheme, slot.name)
        if isinstance(value, str) and value in lost and slot.name != "article_id":
            changes[slot.name] = None
        elif isinstance(value, tuple):
            changes[slot.name] = tuple(name for name in value if name not in lost)
    return replace(scheme, **changes)


def concordance_table(found: Concordance) -> Table:
    """What two codebooks do not share, for a person."""
    rows = tuple(
        (one.kind, one.column, one.first or "–", one.second or "–", _TOLD[one.kind][one.what])
        for one in found.differences
    )
    shared = ", ".join(sorted(found.columns.values()))
    header = ("", "column", found.first, found.second, "so")
    return Table(f"{found.second} read as {found.first}", header, rows, note=f"Columns that both have: {shared}.")


_TOLD: Mapping[str, Mapping[str, str]] = {
    "column": {
        "renamed": "compared", "only in the first": "not compared", "only in the second": "not compared",
    },
    "code": {
        "renamed": "read as one", "only in the first": "the second cannot agree", "only in the second":
        "the first cannot agree",
    },
}  # fmt: skip


def _name(codebook: Codebook) -> str:
    return f"{codebook.id} {codebook.version} ({codebook.hash[:8]})"


def _by_fact(codebook: Codebook) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column in codebook.columns:
        found.setdefault(column.source, column)
    return found


def _column_differences(first: Codebook, second: Codebook) -> Iterable[Difference]:
    ours, theirs = _by_fact(first), _by_fact(second)
    for fact, own in ours.items():
        if fact not in theirs:
            yield Difference("column", own.name, own.name, "", "only in the first")
        elif own.name != theirs[fact].name:
            yield Difference("column", own.name, own.name, theirs[fact].name, "renamed")
    for fact, other in theirs.items():
        if fact not in ours:
            yield Difference("column", other.name, "", other.name, "only in the second")


def _codes(codebook: Codebook, fact: str) -> dict[str, str]:
    """The codes of a closed column by the id of what they stand for."""
    kinds, categories = codebook.kinds, codebook.actors.categories
    match fact:
        case "kind.sub_event_type":
            return {kind.id: kind.sub_event_type.label for kind in kinds}
        case "kind.code":
            return {kind.id: text_of(code) for kind in kinds if (code := kind.sub_event_type.code) is not None}
        case "kind.event_type":
            return {event_type.id: event_type.label for event_type in codebook.event_types}
        case "kind.disorder_type":
            return dict(codebook.disorder_labels)
        case "first.category" | "second.category":
            return {category.id: category.label for category in categories}
        case "sides.interaction":
            pairs = [(one.id, other) for one in categories for other in (None, *(each.id for each in categories))]
            return {f"{one}-{other or ''}": codebook.write_interaction(one, other) for one, other in pairs}
        case "place.country":
            return {country.iso3: country.label for country in codebook.world.countries}
        case "place.region":
            return {region.label: region.label for region in codebook.world.regions}
        case _:
            return {}


def _match(
    column: str, ours: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[dict[str, str], list[Difference]]:
    """The second's codes in the first's words, and the codes that are not the same in both."""
    if not ours or not theirs:  # one of the two leaves the list open
        return {}, []
    ids = {label: name for name, label in ours.items()}
    meant = {name: name if name in ours else ids.get(label, "") for name, label in theirs.items()}
    codes = {label: ours[meant[name]] for name, label in theirs.items() if meant[name]}
    changed = [(ours[meant[name]], label, "renamed") for name, label in theirs.items()
               if meant[name] and ours[meant[name]] != label]  # fmt: skip
    changed += [("", label, "only in the second") for name, label in theirs.items() if not meant[name]]
    taken = set(meant.values())
    changed += [(label, "", "only in the first") for name, label in ours.items() if name not in taken]
    told = dict.fromkeys(changed)  # two ids may share one label
    return codes, [Difference("code", column, first, second, what) for first, second, what in told]  # type: ignore[arg-type]


def _translate(row: CodedRow, concordance: Concordance) -> CodedRow:
    values = {}
    for name, value in row.values.items():
        column = concordance.columns.get(name)
        if column is not None:
            values[column] = concordance.codes.get(column, {}).get(text_of(value), value)
    return replace(row, values=values)
