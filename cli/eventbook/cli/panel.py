"""`eventbook panel`: counts for every unit and period."""

from pathlib import Path
from typing import Any

import click

from eventbook.cli.answers import open_version, selection_options, version_options, write_table
from eventbook.cli.dataset_output import dataset_errors
from eventbook.cli.output import say, volume_options


@click.command("panel", short_help="Count events and deaths for every unit and period.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--unit", type=click.Choice(["country", "admin1", "priogrid", "h3"]), default="country",
              show_default=True)
@click.option("--freq", type=click.Choice(["D", "W", "M", "Y"], case_sensitive=False), default="M", show_default=True,
              help="Day, week (Monday to Sunday), month or year.")
@click.option("--measure", "measures", multiple=True, default=("events", "fatalities"), show_default=True,
              metavar="NAME", help="events, fatalities or another column of deaths; may be repeated.")
@click.option("--by", metavar="COLUMN", help="Each measure by the labels of this column too, such as event_type.")
@click.option("--fill", type=click.Choice(["zero", "missing", "none"]), default="zero", show_default=True,
              help="What stands where there are no events: 0 where articles cover the period, nothing, or no row.")
@click.option("--units", type=click.Choice(["seen", "all"]), default="seen", show_default=True,
              help="Units with events, or all of the codebook, or of the countries with events.")
@click.option("--coverage", type=click.Choice(["articles", "all"]), default="articles", show_default=True,
              help="Days that may have 0: the reporting windows of the articles, or all from start to end.")
@click.option("--geo-precision", type=click.IntRange(1), metavar="N", help="Count places known this well or better. "
              "Default: 2 for cells of a grid, else all.")
@click.option("--time-precision", type=click.IntRange(1), metavar="N", help="Count days known this well or better.")
@click.option("--resolution", type=click.IntRange(0, 15), default=4, show_default=True, help="Of the cells of H3.")
@selection_options
@version_options
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write to this .csv, .json, .parquet or .dta (Stata) file in place of CSV on standard output.")
@volume_options
@dataset_errors()
def command(
    dataset: Path, version: str | None, codebook: Path | None, freq: str, output: Path | None, **options: Any
) -> None:
    """Count the events of DATASET for every unit and period, with 0 told apart from not known: an empty cell is not
    known, and `covered` is the share of the period's days of which the articles could tell.

    \b
    eventbook panel my-dataset --unit admin1 --freq M -o panel.csv
    eventbook panel my-dataset --freq Y --by event_type --country Kenya --units all --unit admin1 -o kenya.dta
    """
    from eventbook.datasets.analysis.panel import panel_notes
    from eventbook.datasets.analysis.writing import frame_to_table

    panel = open_version(dataset, version, codebook).panel(freq=freq.upper(), **options)  # type: ignore[arg-type]
    labels = {"period": "first day of the period", "covered": "share of days of which articles could tell"}
    write_table(frame_to_table(panel), output, "csv", labels=labels | panel.attrs["columns"])
    say(*panel_notes(panel))
