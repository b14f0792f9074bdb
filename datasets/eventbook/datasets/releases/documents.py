"""The papers of a release: README, licence, codebook and data dictionary."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.rendering import render_html, render_markdown
from eventbook.datasets.errors import BadRelease
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.citing import Cited, to_apa
from eventbook.datasets.releases.datasheet import attributions
from eventbook.datasets.releases.sections import render
from eventbook.datasets.releases.tables import LONGEST_QUOTE, Column, ReleasedTable
from eventbook.validation.scoring.tables import Table, to_html, to_markdown

_PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONG = 40  # values; a longer closed list is told by its number
DOCS = "docs"


def write_documents(
    folder: Path, manifest: Manifest, codebook: Codebook, tables: Sequence[ReleasedTable], cited: Cited
) -> dict[str, str]:
    """The codebook and the data dictionary as Markdown and HTML, the codebook's own files, the licence; what each is.

    Raises BadRelease where a file of the codebook has a name that not every system takes, or is a link.
    """
    (folder / DOCS).mkdir()
    title = f"Data dictionary of {cited.about.title}, release {cited.label}"
    dictionary = [_dictionary(table) for table in tables]
    texts = {
        f"{DOCS}/codebook.html": (render_html(codebook), "The codebook: every rule, as a page"),
        f"{DOCS}/codebook.md": (render_markdown(codebook), "The same as Markdown"),
        f"{DOCS}/dictionary.html": (to_html(title, dictionary), "What each column of each table means, as a page"),
        f"{DOCS}/dictionary.md": (to_markdown(title, dictionary), "The same as Markdown"),
        "LICENSE.txt": (_licence(manifest, codebook, cited), "Licence, and what is owed to others"),
    }
    for path, (text, _) in texts.items():
        (folder / path).write_text(text, encoding="utf-8")
    _copy_codebook(codebook.folder, folder / "codebook")
    return {path: what for path, (_, what) in texts.items()} | {
        "codebook/": "The codebook's own files, to code by it again"
    }


def write_readme(
    cited: Cited, listing: Mapping[str, str], *, events: int, key: str, day: str, empty: Sequence[str],
    renamed: Mapping[str, str],
) -> str:  # fmt: skip
    """README.md: the files, and how R, Stata and Python read them."""
    return render(
        "readme.md.j2", html=False, cited=cited, listing=listing.items(), events=events, key=key, day=day, empty=empty,
        renamed=renamed, apa=to_apa(cited),
    )  # fmt: skip


def _licence(manifest: Manifest, codebook: Codebook, cited: Cited) -> str:
    return render(
        "licence.txt.j2", html=False, cited=cited, codebook=codebook, quote=LONGEST_QUOTE, owed=attributions(manifest)
    )


def _dictionary(table: ReleasedTable) -> Table:
    key = f"Each row has its own {' and '.join(table.key)}. " if table.key else ""
    links = [f"{' and '.join(here)} as in the {other}" for here, other, _ in table.references]
    rows = tuple(
        (column.name, column.kind, column.unit, "always" if column.required else "",
         " ".join(filter(None, (column.description, _values(column)))), column.example)
        for column in table.columns
    )  # fmt: skip
    header = ("column", "type", "unit", "filled", "meaning and values", "example")
    note = f"{table.description} {key}{('; '.join(links) + '.') if links else ''}".strip()
    return Table(f"{table.name}: {table.title}", header, rows, frozenset(), note)


def _values(column: Column) -> str:
    said = []
    if column.labels:
        said.append("; ".join(f"{code}: {label}" for code, label in column.labels.items()))
    elif column.allowed:
        listed = ", ".join(map(str, column.allowed))
        said.append(listed if len(column.allowed) <= _LONG else f"one of {len(column.allowed)} values")
    if column.minimum is not None:
        said.append(f"{column.minimum:g} or more")
    if column.maximum is not None:
        said.append(f"{column.maximum:g} or less")
    if column.pattern:
        said.append(f"text of the form {column.pattern}")
    return f"Values: {'; '.join(said)}." if said else ""


def _copy_codebook(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*.yaml")):
        relative = path.relative_to(source)
        if path.is_symlink() or not all(_PLAIN_NAME.fullmatch(part) for part in relative.parts):
            raise BadRelease(
                f"{path}: expected a plain file with letters, digits and . _ - in its name; rename it to release"
            )
        (target / relative).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / relative)
