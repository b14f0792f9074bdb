"""SQL over the tables of a version, by DuckDB: nothing can be written, no other file can be read."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.extras import extra
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pyarrow as pa

# Statements that only ask. The database lies in memory and holds views alone; the rest could not harm a file either.
_ASKING = ("SELECT", "EXPLAIN", "MULTI")  # MULTI: a PIVOT
_OPTIONS = {
    "python_enable_replacements": "false",  # a query must not see the variables of this program
    "autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
    "enable_external_access": "false",  # no file, no network, no ATTACH, no COPY
}  # fmt: skip


def run_query(version: Version, query: str) -> "pa.Table":
    """The answer to one query over the tables of a version, each of them under its name.

    Tables are read with their hashes checked, and only those that the query names; all where it names none. Raises
    BadQuestion for a query that is wrong or does more than ask, MissingExtra, Damaged.
    """
    with extra("duckdb", package="duckdb", purpose="SQL"):
        import duckdb
    with duckdb.connect(":memory:", config=_OPTIONS) as connection:
        try:
            statements = connection.extract_statements(query)
            if len(statements) != 1 or statements[0].type.name not in _ASKING:
                raise BadQuestion("expected one SELECT; a version is never altered, and only one answer is given")
            for name in _named(version, query):
                connection.register(name, version.table(name))
            connection.execute("SET lock_configuration = true")
            return _plain(connection.sql(query).to_arrow_table())
        except duckdb.Error as error:
            raise BadQuestion(_in_words(version, str(error))) from error


def _plain(table: "pa.Table") -> "pa.Table":
    """Column names each once; sums, which DuckDB gives 38 digits, as 64-bit numbers where they fit."""
    import pyarrow as pa

    names: list[str] = []
    for name in table.column_names:  # a join may give two columns one name
        same = sum(made == name or made.startswith(f"{name}_") for made in names)
        names.append(name if name not in names else f"{name}_{same + 1}")
    table = table.rename_columns(names)
    for position, field in enumerate(table.schema):
        if pa.types.is_decimal(field.type) and field.type.scale == 0:
            with suppress(pa.ArrowInvalid):
                table = table.set_column(position, field.name, table.column(position).cast(pa.int64()))
    return table


def _named(version: Version, query: str) -> list[str]:
    tables = sorted(version.manifest.tables)
    named = [name for name in tables if re.search(rf"\b{re.escape(name)}\b", query, re.IGNORECASE)]
    return named or tables


def _in_words(version: Version, message: str) -> str:
    """DuckDB's message, and what there is to ask where a table is unknown."""
    text = "SQL: " + " ".join(message.split("\n\n")[0].split())
    if "does not exist" in message and "Table" in message:
        text += f"\nthe tables of version {version.number} are {', '.join(sorted(version.manifest.tables))}"
    if "disabled by configuration" in message:
        text += "\nonly the tables of the version can be read, no other file"
    return text
