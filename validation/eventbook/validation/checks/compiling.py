"""From a codebook to its checks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.linting.lint import refuse_wrong_checks
from eventbook.codebook.model import Column, OwnCheck
from eventbook.validation.checks.records import Check
from eventbook.validation.checks.relations import relation_checks
from eventbook.validation.checks.wording import text_for

_DEGREES = {"place.latitude": 90.0, "place.longitude": 180.0}  # WGS 84
_WORDS = {"string": "text", "integer": "whole number", "number": "number", "date": "date as YYYY-MM-DD"}

Part = tuple[str, str, Sequence[str], Mapping[str, Any]]  # id, kind, columns, arguments


def compile_checks(codebook: Codebook, *, columns: Sequence[str], evidence: bool = False) -> tuple[Check, ...]:
    """All checks of a codebook for a table with these columns, in a fixed order.

    A column of the codebook that the table lacks gets one check, which fails if it is required; what else needs it is
    left out. With `evidence` each column is checked for its evidence too. Raises CodebookError where checks.yaml
    does not fit the codebook.
    """
    refuse_wrong_checks(codebook)
    missing = [column for column in codebook.columns if column.name not in columns]
    present = [column for column in codebook.columns if column.name in columns]
    parts: list[Part] = [(f"column.{c.name}", "missing_column", (c.name,), {}) for c in missing if c.required]
    for column in present:
        parts += _column_checks(codebook, column)
    parts += relation_checks(codebook, present=frozenset(column.name for column in present))
    if evidence:
        parts += [(f"evidence.{c.name}", "evidence", (c.name,), {}) for c in present if c.name != codebook.key]
    checks = [make_check(codebook, *part) for part in parts]
    checks += [_own_check(codebook, own) for own in codebook.checks.own if {*own.columns, *own.when} <= set(columns)]
    off = codebook.checks.without
    return tuple(check for check in checks if check.id not in off and check.id.partition(".")[0] not in off)


def make_check(
    codebook: Codebook, name: str, kind: str, columns: Sequence[str], arguments: Mapping[str, Any]
) -> Check:
    """The check of this id, with the words that the codebook or the program has for it."""
    text = text_for(codebook, name)
    return Check(
        id=name, kind=kind, columns=tuple(columns), severity=text.severity or "error",
        sentence=_fill(text.sentence or "", columns, arguments), message=text.message or "",
        section=text.section or "", arguments=dict(arguments),
    )  # fmt: skip


def _column_checks(codebook: Codebook, column: Column) -> Iterator[Part]:
    name = (column.name,)
    yield f"type.{column.name}", "type", name, {"expected": _WORDS[column.type]}
    if column.required:
        yield f"required.{column.name}", "required", name, {}
    allowed = _allowed(codebook, column)
    if allowed is not None:
        yield f"allowed.{column.name}", "allowed", name, {"allowed": list(allowed)}
    if column.pattern is not None:
        yield f"pattern.{column.name}", "pattern", name, {"pattern": column.pattern, "limit": column.pattern}
    bound = _DEGREES.get(column.source)
    low = column.minimum if column.minimum is not None else None if bound is None else -bound
    high = column.maximum if column.maximum is not None else bound
    if column.type in {"integer", "number"} and (low is not None or high is not None):
        yield f"range.{column.name}", "range", name, {"minimum": low, "maximum": high, "limit": tell_range(low, high)}
    if column.name == codebook.key:
        yield f"unique.{column.name}", "unique_together", name, {}
        if not column.required:
            yield f"required.{column.name}", "required", name, {}


def _allowed(codebook: Codebook, column: Column) -> Sequence[Any] | None:
    """The closed list of a column; codes of precision come from their own lists where the column has none."""
    values = codebook.allowed_values(column)
    if values is None and column.source in {"day.precision", "place.precision"}:
        part = codebook.dates if column.source == "day.precision" else codebook.places
        values = tuple(code.code for code in part.precision)
    return values or None


def tell_range(low: float | None, high: float | None) -> str:
    """The range in words."""
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    return f"{low:g} or more" if low is not None else f"{high:g} or less"


def _own_check(codebook: Codebook, own: OwnCheck) -> Check:
    arguments: dict[str, Any] = {"limit": own.sentence}
    match own.kind:
        case "required_if" | "empty_if":
            arguments["when"] = {name: list(values) for name, values in own.when.items()}
        case "allowed_together":
            arguments |= {"table": [list(row) for row in own.together], "closed": True}
        case "pattern":
            arguments["pattern"] = own.pattern
        case "range":
            arguments |= {"minimum": own.minimum, "maximum": own.maximum}
        case _:
            pass
    fallback = text_for(codebook, "own")
    sentence = _fill(own.sentence, own.columns, arguments)
    return Check(own.id, own.kind, own.columns, own.severity, sentence, own.message or fallback.message or "",
                 own.section, arguments)  # fmt: skip


def _fill(sentence: str, columns: Sequence[str], arguments: Mapping[str, Any]) -> str:
    limit = arguments.get("limit", "")
    shown = f"{limit:g}" if isinstance(limit, float) else limit
    told = {"expected": arguments.get("expected", ""), "limit": shown, "value": "", "event_id": ""}
    return sentence.format(column=columns[-1] if columns else "", columns=" and ".join(columns), **told)
