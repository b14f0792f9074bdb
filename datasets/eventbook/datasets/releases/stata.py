"""Tables as Stata files, with the labels that Stata shows."""

import math
import warnings
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.datasets.releases.tables import ReleasedTable

if TYPE_CHECKING:
    import pandas as pd

_LONGEST_NAME, _LONGEST_LABEL, _LONGEST_TEXT = 32, 80, 2045  # characters, characters, bytes (Stata, `help limits`)

# Words that Stata and its matrix language keep for themselves (`help reserved`); str1, str2 and so on too.
_RESERVED = frozenset({
    "_N", "_all", "_b", "_coef", "_cons", "_n", "_pi", "_pred", "_rc", "_se", "_skip", "NULL", "aggregate", "array",
    "boolean", "break", "byte", "case", "catch", "class", "colvector", "complex", "const", "continue", "default",
    "delegate", "delete", "do", "double", "else", "eltypedef", "end", "enum", "explicit", "export", "external",
    "float", "for", "friend", "function", "global", "goto", "if", "in", "inline", "int", "local", "long", "pragma",
    "protected", "quad", "rowvector", "short", "strL", "typedef", "typename", "using", "virtual", "with",
})  # fmt: skip


def write_stata(table: ReleasedTable, path: Path, *, title: str, day: datetime) -> dict[str, str]:
    """A .dta file for Stata 14 and newer; the new names of columns that Stata would not take, by the old ones.

    Every variable has a label, numbers of a closed list their values' labels; days are %td. Texts of more than 2,045
    bytes make a column strL. A missing text is an empty one: Stata knows no other.
    """
    # 118: Stata 14 and newer, UTF-8
    renamed = stata_names([column.name for column in table.columns])
    frame, long = _frame(table)
    frame.columns = [renamed[name] for name in frame.columns]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # whole numbers beyond 2^31 become doubles, which hold them
        frame.to_stata(
            path, write_index=False, version=118, byteorder="little", time_stamp=day,
            data_label=_short(title), convert_strl=[renamed[name] for name in long],
            convert_dates={renamed[column.name]: "td" for column in table.columns if column.kind == "date"},
            variable_labels={renamed[column.name]: _short(column.description) for column in table.columns},
            value_labels={
                renamed[column.name]: {float(code): label for code, label in column.labels.items()}
                for column in table.columns if column.labels and column.kind == "integer"
            },
        )  # fmt: skip
    return {old: new for old, new in renamed.items() if old != new}


def stata_names(names: list[str]) -> dict[str, str]:
    """A name that Stata takes for each: at most 32 letters, digits and underscores, none of its words, no two alike."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign == "_") else "_" for sign in name) or "_"
        if plain in _RESERVED or plain[0].isdigit() or (plain.startswith("str") and plain[3:].isdigit()):
            plain = f"_{plain}"
        base, number = plain[:_LONGEST_NAME], 1
        while (made_name := base) in taken:
            number += 1
            ending = f"_{number}"
            base = plain[: _LONGEST_NAME - len(ending)] + ending
        taken.add(made_name)
        made[name] = made_name
    return made


def _frame(table: ReleasedTable) -> "tuple[pd.DataFrame, list[str]]":
    """The table as a frame that pandas can write for Stata, and the columns with long texts."""
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    columns: dict[str, Any] = {}
    long = []
    for column in table.columns:
        cells = table.rows[column.name]
        if column.kind == "string":
            texts = pc.replace_substring(pc.fill_null(cells.cast(pa.string()), ""), "\0", "")  # \0 ends a text there
            if (pc.max(pc.binary_length(texts)).as_py() or 0) > _LONGEST_TEXT:
                long.append(column.name)
            columns[column.name] = texts.to_pandas(deduplicate_objects=True).astype(object)
        elif column.kind == "date":
            columns[column.name] = pd.Series(cells.cast(pa.timestamp("s")).to_pandas())
        elif column.kind == "integer" and not cells.null_count:
            columns[column.name] = pd.Series(cells.cast(pa.int64()).to_numpy())
        else:
            columns[column.name] = pd.Series(
                [math.nan if value is None else float(value) for value in cells.to_pylist()], dtype="float64"
            )
    return pd.DataFrame(columns), long


def _short(text: str) -> str:
    """The text in one line, cut at a word where it is too long for a label."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_LABEL:
        return line
    return line[: _LONGEST_LABEL - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
