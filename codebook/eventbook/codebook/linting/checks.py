"""Checks of checks.yaml: every name, value and pattern in it fits the rest of the codebook."""

from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.linting.columns import fits
from eventbook.codebook.linting.sheet import Keys, Sheet, meant, repeated, unknown
from eventbook.codebook.model import CHECK_FAMILIES, Checks, Column, OwnCheck

_NO_COLUMN = {"country": "point", "repeated": "event", "ordered": "deaths"}  # what stands there behind the family


def check_own_checks(sheet: Sheet) -> None:
    """The author's checks: ids, columns, values, patterns, bounds."""
    checks: Checks = sheet.parts["checks"]
    for place, name in repeated(own.id for own in checks.own):
        sheet.add("checks", ("own", place, "id"), f"the check '{name}' stands twice; give each its own id")
    columns = {column.name: column for column in sheet.parts["columns"]}
    for place, own in enumerate(checks.own):
        here = ("own", place)
        family = own.id.partition(".")[0]
        if family in CHECK_FAMILIES:
            sheet.add("checks", (*here, "id"), f"the id '{own.id}' is one of the program's; begin it with 'own.'")
        for key, names in (("columns", own.columns), ("when", tuple(own.when))):
            for number, name in unknown(names, columns):
                inside = (*here, key, name if key == "when" else number)
                sheet.add("checks", inside, f"check '{own.id}': no column '{name}'; {meant(name, columns)}")
        if {*own.columns, *own.when} <= columns.keys():
            _check_values(sheet, here, own, columns)
            _check_kind(sheet, here, own, columns)


def check_names_of_checks(sheet: Sheet) -> None:
    """Ids of checks that are worded anew or switched off, and kinds that need two sides."""
    checks: Checks = sheet.parts["checks"]
    own = {check.id for check in checks.own}
    for key, names in (("without", checks.without), ("texts", tuple(checks.texts))):
        for place, name in enumerate(names):
            hint = "" if name in own else _wrong_id(sheet, name, own)
            if hint:
                inside = (key, name if key == "texts" else place)
                sheet.add("checks", inside, f"{key}: no check has the id '{name}'; {hint}")
    event_types = sheet.parts["kinds_of_event"].event_types
    kinds = {one.id for one in event_types} | {sub.id for one in event_types for sub in one.sub_event_types}
    for place, name in unknown(checks.second_side_required_for, kinds):
        message = f"second_side_required_for: no event type or sub-type '{name}'; {meant(name, kinds)}"
        sheet.add("checks", ("second_side_required_for", place), message)


def _wrong_id(sheet: Sheet, name: str, own: set[str]) -> str:
    """What to do about an id that no check has; '' where one can have it."""
    family, _, rest = name.partition(".")
    if family not in {*CHECK_FAMILIES, "own"}:
        return meant(name, [*own, *CHECK_FAMILIES])
    columns = [column.name for column in sheet.parts["columns"]]
    known = [*columns, _NO_COLUMN[family]] if family in _NO_COLUMN else columns
    return "" if not rest or rest in known else f"behind {family}. {meant(rest, known)}"


def _check_values(sheet: Sheet, here: tuple[str, int], own: OwnCheck, columns: dict[str, Column]) -> None:
    """Values that the column can never hold: the check would never speak up, or always."""
    cells: list[tuple[Keys, Column, Any]] = []
    for name, values in own.when.items():
        cells += [((*here, "when", name), columns[name], value) for value in values]
    for number, row in enumerate(own.together):
        pairs = zip(own.columns, row, strict=True)
        cells += [((*here, "together", number), columns[name], value) for name, value in pairs]
    for inside, column, value in cells:
        allowed = _allowed(sheet, column)
        if value is None:
            continue
        if not fits(value, column):
            sheet.add("checks", inside, f"check '{own.id}': {value!r} is no {column.type}, which {column.name} holds")
        elif allowed is not None and value not in allowed:
            hint = meant(value, map(str, allowed))
            sheet.add("checks", inside, f"check '{own.id}': {column.name} never holds {value!r}; {hint}")


def _allowed(sheet: Sheet, column: Column) -> tuple[Any, ...] | None:
    return Codebook.model_construct(**sheet.parts, overrides={}).allowed_values(column) or None


def _check_kind(sheet: Sheet, here: tuple[str, int], own: OwnCheck, columns: dict[str, Column]) -> None:
    """What one kind of check needs of its columns."""
    types = {name: columns[name].type for name in own.columns}
    if own.kind == "range":
        texts = [name for name, kind in types.items() if kind not in {"integer", "number"}]
        for name in texts:
            sheet.add("checks", here, f"check '{own.id}': {name} is a {types[name]}, and a range needs numbers")
        if own.minimum is not None and own.maximum is not None and own.minimum > own.maximum:
            message = f"check '{own.id}': the minimum {own.minimum:g} is above the maximum {own.maximum:g}; swap them"
            sheet.add("checks", (*here, "minimum"), message)
    elif own.kind == "ordered" and len({"number" if kind == "integer" else kind for kind in types.values()}) > 1:
        told = ", ".join(f"{name} ({kind})" for name, kind in types.items())
        sheet.add("checks", (*here, "columns"), f"check '{own.id}': {told} cannot be put in one order; use one type")
    elif own.kind == "pattern" and own.pattern is not None:
        _check_pattern(sheet, here, own, own.pattern)
    if own.kind in {"pattern", "range"} and len(own.columns) > 1:
        message = f"check '{own.id}': a {own.kind} is of one column; write a check for each"
        sheet.add("checks", (*here, "columns"), message)


def _check_pattern(sheet: Sheet, here: tuple[str, int], own: OwnCheck, pattern: str) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    try:  # as the check runs it: RE2, which knows no look-ahead and no back-reference
        pc.match_substring_regex(pa.array([""]), pattern)
    except pa.ArrowInvalid as error:
        what = str(error).removeprefix("Invalid regular expression: ")
        sheet.add("checks", (*here, "pattern"), f"check '{own.id}': the pattern does not compile ({what}); mend it")
