"""Checks of columns.yaml and of the key column."""

import re
from datetime import date
from typing import Any

from eventbook.codebook.facts import FACTS
from eventbook.codebook.linting.sheet import Sheet, meant, repeated
from eventbook.codebook.model import Column

_TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float), "date": (date,)}


def check_columns(sheet: Sheet) -> None:
    """Names that stand twice, facts, lists of values, patterns and bounds."""
    columns: tuple[Column, ...] = sheet.parts["columns"]
    for place, name in repeated(column.name for column in columns):
        sheet.add("columns", ("columns", place), f"the column '{name}' stands twice; give each its own name")
    for place, column in enumerate(columns):
        here = ("columns", place)
        _check_fact(sheet, here, column)
        _check_values(sheet, here, column)
        _check_bounds(sheet, here, column)
        _check_example(sheet, here, column)


def check_key(sheet: Sheet) -> None:
    """The key column is there and holds the event's id."""
    columns, key = sheet.parts["columns"], sheet.parts["head"].table.key
    found = next((place for place, column in enumerate(columns) if column.name == key), None)
    if found is None:
        hint = meant(key, [column.name for column in columns])
        sheet.add("head", ("table", "key"), f"the key column '{key}' is not in columns.yaml; {hint}")
    elif columns[found].source != "event.id":
        message = f"the key column '{key}' is filled from '{columns[found].source}', expected event.id"
        sheet.add("columns", ("columns", found, "from"), message)


def _check_fact(sheet: Sheet, here: tuple[str, int], column: Column) -> None:
    if column.source not in FACTS:
        message = f"column '{column.name}': '{column.source}' is no fact of an event; {meant(column.source, FACTS)}"
        sheet.add("columns", (*here, "from"), message)
    elif column.type != FACTS[column.source] and (FACTS[column.source], column.type) != ("integer", "number"):
        message = f"column '{column.name}' has type {column.type}, but {column.source} is {FACTS[column.source]}"
        sheet.add("columns", (*here, "type"), f"{message}; change the type")
    if not column.description:
        sheet.add("columns", here, f"column '{column.name}' has no description; say what stands in it")


def _check_values(sheet: Sheet, here: tuple[str, int], column: Column) -> None:
    for place, value in enumerate(column.allowed or ()):
        if not fits(value, column):
            message = f"column '{column.name}': the allowed value {value!r} is no {column.type}; mend it"
            sheet.add("columns", (*here, "allowed", place), message)
    if column.allowed is not None and column.allowed_from is not None:
        sheet.add("columns", here, f"column '{column.name}' has both allowed and allowed_from; remove one")
    for name, value in column.also_read.items():
        if column.allowed is not None and value not in column.allowed:
            message = f"column '{column.name}': '{value}' is not among the allowed values"
            hint = meant(value, map(str, column.allowed))
            sheet.add("columns", (*here, "also_read", name), f"{message}; {hint}")
    if column.separator is not None and column.type != "string":
        sheet.add("columns", (*here, "separator"), f"column '{column.name}' is no string; remove the separator")
    if column.pattern is None:
        return
    try:
        re.compile(column.pattern)
    except re.error as error:
        message = f"column '{column.name}': the pattern does not compile ({error}); mend the regular expression"
        sheet.add("columns", (*here, "pattern"), message)


def _check_bounds(sheet: Sheet, here: tuple[str, int], column: Column) -> None:
    low, high = column.minimum, column.maximum
    if low is not None and high is not None and low > high:
        message = f"column '{column.name}': the minimum {low:g} is above the maximum {high:g}; swap them"
        sheet.add("columns", (*here, "minimum"), message)
    for name, given in (("minimum", low), ("maximum", high), ("decimals", column.decimals)):
        if given is not None and column.type not in ("integer", "number"):
            sheet.add("columns", (*here, name), f"column '{column.name}' is a {column.type}; remove {name}")


def _check_example(sheet: Sheet, here: tuple[str, int], column: Column) -> None:
    value = column.example
    if value is None:
        return
    wrong = ""
    if not fits(value, column):
        wrong = f"is no {column.type}"
    elif column.allowed is not None and value not in column.allowed:
        wrong = "is not among the allowed values"
    elif isinstance(value, str) and column.pattern is not None and not _matches(column.pattern, value):
        wrong = "does not match the pattern"
    if wrong:
        sheet.add("columns", (*here, "example"), f"column '{column.name}': the example {value!r} {wrong}; mend it")


def fits(value: Any, column: Column) -> bool:
    """Whether a value of a YAML file is of the column's type."""
    return isinstance(value, _TYPES[column.type]) and not isinstance(value, bool)


def _matches(pattern: str, value: str) -> bool:
    try:
        return re.fullmatch(pattern, value) is not None
    except re.error:
        return True  # told already
