"""The data dictionary: what stands in each column, for people and for other programs."""

from dataclasses import dataclass

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import Column

LONG = 40  # values; a longer closed list is told by its number


@dataclass(frozen=True, slots=True)
class Entry:
    """One column. `values` says in words what may stand in it; `filled` whether it may be empty."""

    name: str
    type: str
    unit: str
    filled: str
    values: str
    description: str
    example: str


def data_dictionary(codebook: Codebook) -> tuple[Entry, ...]:
    """One entry for each column, in order."""
    return tuple(_entry(column, codebook) for column in codebook.columns)


def _entry(column: Column, codebook: Codebook) -> Entry:
    return Entry(
        name=column.name,
        type=column.type,
        unit=column.unit or "",
        filled="always" if column.required else "may be empty",
        values=_values(column, codebook),
        description=column.description,
        example="" if column.example is None else str(column.example),
    )


def _values(column: Column, codebook: Codebook) -> str:
    said = []
    allowed = codebook.allowed_values(column)
    if allowed is not None:
        listed = ", ".join(map(str, allowed))
        said.append(listed if len(allowed) <= LONG else f"one of {len(allowed)} {column.allowed_from or 'values'}")
    if column.minimum is not None or column.maximum is not None:
        low, high = column.minimum, column.maximum
        said.append(
            f"from {low:g} to {high:g}" if low is not None and high is not None
            else f"{low:g} or more" if low is not None else f"{high:g} or less"
        )  # fmt: skip
    if column.pattern is not None:
        said.append(f"text of the form {column.pattern}")
    if column.decimals is not None:
        said.append(f"{column.decimals} decimals")
    if column.separator is not None:
        said.append(f"several joined by '{column.separator}'")
    return "; ".join(said)
