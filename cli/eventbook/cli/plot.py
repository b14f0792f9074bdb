"""`eventbook plot`: pictures of a version."""

from pathlib import Path
from typing import Any

import click

from eventbook.cli.answers import open_version, selection_options, version_options
from eventbook.cli.dataset_output import dataset_errors
from eventbook.cli.output import say, volume_options

# What each picture understands, beside the choice of events.
_OPTIONS = {
    "timeline": ("freq", "by", "measure"), "map": ("by", "measure"), "heatmap": ("unit", "freq", "measure", "top"),
    "actors": ("measure", "top"),
}  # fmt: skip


@click.command("plot", short_help="Draw a version: time line, map, heat map, actors.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("picture", type=click.Choice(list(_OPTIONS)))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", required=True,
              help="Write to this .png, .svg or .pdf file.")
@click.option("--freq", type=click.Choice(["D", "W", "M", "Y"], case_sensitive=False), help="Default: what fits.")
@click.option("--by", metavar="COLUMN", help="Colours by the labels of this column; none for one colour. "
              "Default: event_type.")
@click.option("--measure", metavar="NAME", help="events (the default) or fatalities.")
@click.option("--unit", type=click.Choice(["country", "admin1", "priogrid", "h3"]), help="Rows of a heat map.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Rows of a heat map, bars of actors.")
@selection_options
@version_options
@volume_options
@dataset_errors()
def command(
    dataset: Path, picture: str, output: Path, version: str | None, codebook: Path | None, countries: tuple[str, ...],
    start: str | None, end: str | None, **options: Any,
) -> None:  # fmt: skip
    """Draw PICTURE of DATASET, with a caption that names the version, the number of events and the sources.
    Needs: pip install 'eventbook[plot]'

    \b
    eventbook plot my-dataset map -o map.png
    eventbook plot my-dataset timeline --freq M --country Kenya --measure fatalities -o kenya.pdf
    """
    from eventbook.datasets.analysis.pictures.picture import ENDINGS
    from eventbook.datasets.analysis.words import known_word

    given = {name: value for name, value in options.items() if value is not None}
    foreign = sorted(set(given) - set(_OPTIONS[picture]))
    if foreign:
        known = ", ".join(f"--{name}" for name in _OPTIONS[picture])
        raise click.UsageError(f"{picture} has no --{foreign[0]}; it has {known}, --country, --start and --end")
    known_word(output.suffix.lower().lstrip("."), ENDINGS, what="ending of the picture's name")
    if "freq" in given:
        given["freq"] = given["freq"].upper()
    if given.get("by") == "none":
        given["by"] = None
    draw = getattr(open_version(dataset, version, codebook).plot, picture)
    drawn = draw(countries=countries, start=start, end=end, **given)
    say(f"written: {drawn.save(output)}", drawn.caption)
