"""`eventbook agree`: how far two or more coders agree."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from eventbook.cli.codings import read_coding
from eventbook.cli.dataset_output import dataset_errors
from eventbook.cli.score import WRONG_USAGE, check_columns, fail, load, show, stop, write

if TYPE_CHECKING:
    from eventbook.validation.agreement.codebooks import Concordance
    from eventbook.validation.agreement.ratings import Level
    from eventbook.validation.scoring.records import CodedArticle
    from eventbook.validation.scoring.scheme import ScoreScheme

_LEVELS = ("nominal", "ordinal", "interval", "ratio")


@click.command("agree", short_help="Measure how far two or more coders agree.")
@click.argument("codings", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="A B [C ...]")
@click.option("--columns", multiple=True, metavar="COLUMNS", help="Compare these columns; commas or repeated options.")
@click.option("--level", "levels", multiple=True, metavar="COLUMN=LEVEL",
              help="Level of measurement of a column: nominal, ordinal, interval or ratio.")
@click.option("--common", is_flag=True, help="Compare only articles that all coders have.")
@click.option("--codebook", "codebooks", multiple=True, metavar="ID|PATH",
              help="The codebook that names the columns; repeated: the codebook of each coding, in their order. "
                   "Default: the shipped one.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "html"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--disagreements", is_flag=True, help="Add the list of events and cells that the coders see differently.")
@click.option("--resamples", type=click.IntRange(0, 100_000), default=1000, show_default=True,
              help="Bootstrap resamples for the intervals; 0 for none.")
@click.option("--seed", type=click.IntRange(0), default=20_240_229, show_default=True, help="Seed of the resamples.")
@dataset_errors()
def command(
    codings: tuple[Path, ...], columns: tuple[str, ...], levels: tuple[str, ...], common: bool,
    codebooks: tuple[str, ...], form: str, output: Path | None, disagreements: bool, resamples: int, seed: int,
) -> None:  # fmt: skip
    """Compare the codings A, B and more of the same articles.

    Each is JSONL, CSV or Parquet with an `article_id` column and the codebook's columns, or one article a line
    with `events`, its rows, or a dataset. Coders may be people, the program, or two versions of a codebook: then name
    the codebook of each. Columns are matched by what fills them and codes by their ids; what was renamed is read as
    one, and what only one of them has is told.

    \b
    eventbook agree anna.csv ben.csv
    eventbook agree anna.csv ben.csv rows.jsonl --level fatalities=ordinal --format json -o reliability.json
    eventbook agree old.jsonl new.jsonl --codebook acled-style --codebook mine/
    """
    if len(codings) < 2:
        stop(WRONG_USAGE, "give at least two codings to compare")
    if len(codebooks) not in {0, 1, len(codings)}:
        stop(WRONG_USAGE, f"{len(codebooks)} codebooks for {len(codings)} codings; give one, or one for each")
    level_of = _parse_levels(levels)
    from eventbook.validation.agreement.agree import agree_rows
    from eventbook.validation.agreement.codebooks import concordance_table
    from eventbook.validation.agreement.report import TITLE, report_tables, to_json
    from eventbook.validation.scoring.intervals import Resampling
    from eventbook.validation.scoring.records import InputError

    try:
        coders, scheme, concordances = _read(codings, codebooks)
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
        write(to_json(report, disagreements=disagreements, codebooks=concordances), output)
    else:
        tables = [concordance_table(one) for one in concordances if one.differences]
        show(TITLE, [*tables, *report_tables(report, disagreements=disagreements)], form, output)


def _read(
    codings: tuple[Path, ...], codebooks: tuple[str, ...]
) -> "tuple[dict[str, list[CodedArticle]], ScoreScheme, list[Concordance]]":
    """The codings in the words of the first codebook, what is compared, and how the other codebooks differ from it."""
    from eventbook.validation.agreement.codebooks import concordance, shared_scheme, translate

    own, scheme = load(codebooks[0] if codebooks else None)
    concordances: dict[str, Concordance] = {}
    coders = {}
    named = codebooks if len(codebooks) == len(codings) else (None,) * len(codings)
    for (name, path), codebook in zip(_names(codings).items(), named, strict=True):
        rules, mine = load(codebook) if codebook else (own, scheme)
        articles = read_coding(path, codebook=rules, scheme=mine)
        if rules.hash != own.hash:
            found = concordances.setdefault(rules.hash, concordance(own, rules))
            articles = translate(articles, found)
        coders[name] = articles
    return coders, shared_scheme(scheme, list(concordances.values())), list(concordances.values())


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
