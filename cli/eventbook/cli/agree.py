"""`eventbook agree`: how far two or more coders agree."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from eventbook.cli.score import WRONG_USAGE, check_columns, fail, load_scheme, show, stop, write

if TYPE_CHECKING:
    from eventbook.validation.agreement.ratings import Level

_LEVELS = ("nominal", "ordinal", "interval", "ratio")


@click.command("agree", short_help="Measure how far two or more coders agree.")
@click.argument("codings", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="A B [C ...]")
@click.option("--columns", multiple=True, metavar="COLUMNS", help="Compare these columns; commas or repeated options.")
@click.option("--level", "levels", multiple=True, metavar="COLUMN=LEVEL",
              help="Level of measurement of a column: nominal, ordinal, interval or ratio.")
@click.option("--common", is_flag=True, help="Compare only articles that all coders have.")
@click.option("--codebook", metavar="ID|PATH", help="The codebook that names the columns. Default: the shipped one.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "html"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--disagreements", is_flag=True, help="Add the list of events and cells that the coders see differently.")
@click.option("--resamples", type=click.IntRange(0, 100_000), default=1000, show_default=True,
              help="Bootstrap resamples for the intervals; 0 for none.")
@click.option("--seed", type=click.IntRange(0), default=20_240_229, show_default=True, help="Seed of the resamples.")
def command(
    codings: tuple[Path, ...], columns: tuple[str, ...], levels: tuple[str, ...], common: bool, codebook: str | None,
    form: str, output: Path | None, disagreements: bool, resamples: int, seed: int,
) -> None:  # fmt: skip
    """Compare the codings A, B and more of the same articles.

    Each is JSONL, CSV or Parquet with an `article_id` column and the codebook's columns, or one article a line
    with `events`, its rows. Coders may be people, the program, or two versions of a codebook.

    \b
    eventbook agree anna.csv ben.csv
    eventbook agree anna.csv ben.csv rows.jsonl --level fatalities=ordinal --format json -o reliability.json
    """
    if len(codings) < 2:
        stop(WRONG_USAGE, "give at least two codings to compare")
    scheme = load_scheme(codebook)
    level_of = _parse_levels(levels)
    from eventbook.validation.agreement.agree import agree_rows
    from eventbook.validation.agreement.report import TITLE, report_tables, to_json
    from eventbook.validation.scoring.intervals import Resampling
    from eventbook.validation.scoring.reading import read_coded
    from eventbook.validation.scoring.records import InputError

    try:
        coders = {name: read_coded(path, scheme=scheme) for name, path in _names(codings).items()}
    except InputError as error:
        fail(error)
    chosen = [name.strip() for part in columns for name in part.split(",") if name.strip()]
    rows = [row.values for articles in coders.values() for article in articles for row in article.rows]
    check_columns([*chosen, *level_of], rows, "these codings")
    try:
        report = agree_rows(coders, scheme=scheme, columns=chosen or None, levels=level_of, common=common,
                            resampling=Resampling(resamples=resamples, seed=seed))  # fmt: skip
    except ValueError as error:
        stop(WRONG_USAGE, str(error))
    if form == "json":
        write(to_json(report, disagreements=disagreements), output)
    else:
        show(TITLE, report_tables(report, disagreements=disagreements), form, output)


def _parse_levels(levels: tuple[str, ...]) -> "dict[str, Level]":
    """COLUMN=LEVEL as a mapping, or exit 2."""
    found: dict[str, Level] = {}
    for text in levels:
        column, _, level = text.partition("=")
        if not column or level not in _LEVELS:
            stop(WRONG_USAGE, f"--level {text}: expected COLUMN=LEVEL with one of {', '.join(_LEVELS)}")
        found[column] = cast("Level", level)
    return found


def _names(paths: tuple[Path, ...]) -> dict[str, Path]:
    """The coders by the shortest of file name, path and place in the list that tells them apart."""
    for names in ([path.stem for path in paths], [str(path) for path in paths]):
        if len(set(names)) == len(names):
            return dict(zip(names, paths, strict=True))
    return {f"{number}: {path}": path for number, path in enumerate(paths, start=1)}
