"""`eventbook bench`: how well the coder reads, measured on sets that lie beside a checkout."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from eventbook.cli.errors import FINDINGS, UNREADABLE, WRONG_USAGE, stop
from eventbook.cli.output import say, volume_options

# Known here so that --help needs no checkout; a test holds that the benchmark has the same.
SETS = ("gold", "case", "muc4", "indiapolice", "glocon", "speed")
CHECKOUT = Path(__file__).resolve().parents[3]


@click.command("bench", short_help="Measure how well the coder reads (from a checkout).")
@click.option("--set", "names", multiple=True, type=click.Choice(SETS), help="Only this set; may be repeated.")
@click.option(
    "--shared",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where gold/ and bench/ lie. Default: shared/ beside the checkout.",
)
@click.option("--json", "json_path", type=click.Path(dir_okay=False, path_type=Path), help="Write the figures here.")
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Figures of an earlier run (--json) to show the difference to.",
)
@click.option(
    "--misses", type=click.Choice(SETS), help="List the misses of this set: article, expected, got, evidence."
)
@click.option(
    "--floors",
    "floors_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The pinned floors. Default: those of the checkout.",
)
@click.option("--pin", is_flag=True, help="Raise the floors to what was reached.")
@click.option("--limit", type=click.IntRange(1), help="Only the first articles of each set; no floors.")
@click.option(
    "--resamples",
    type=click.IntRange(0, 100_000),
    default=1000,
    show_default=True,
    help="Bootstrap resamples for the intervals; 0 for none.",
)
@volume_options
def command(
    names: tuple[str, ...], shared: Path | None, json_path: Path | None, against: Path | None, misses: str | None,
    floors_path: Path | None, pin: bool, limit: int | None, resamples: int,
) -> None:  # fmt: skip
    """Print every measure of the reader with its 95 % interval, what is to be reached, and the pinned floor.

    The articles and their gold standards are no part of the program: it needs a checkout of the project, and the
    folders gold/ and bench/ beside it or where --shared says. Exit code 1: a measure fell below its floor.

    \b
    eventbook bench --set gold --json before.json
    eventbook bench --set gold --against before.json
    eventbook bench --misses case
    """
    folder = CHECKOUT / "benchmarks" / "reading"
    shared = shared or CHECKOUT.parent / "shared"
    measuring, floors_of = _load(folder)
    if not (shared / "gold").is_dir() or not (shared / "bench").is_dir():
        stop(UNREADABLE, f"{shared}: no gold/ and bench/ here; name the folder with --shared")
    if json_path is not None and not json_path.absolute().parent.is_dir():
        stop(WRONG_USAGE, f"--json {json_path}: no folder {json_path.absolute().parent}; make it first")
    floors_path = floors_path or folder / "floors.json"
    floors = floors_of.read_floors(floors_path)
    earlier = _earlier(measuring, against)
    chosen = [name for name in SETS if name in names or name == misses] or list(SETS)
    results = _run(measuring, chosen, shared, limit, resamples)
    _show(measuring.figures_table(results, floors, earlier), results, misses)
    if json_path is not None:
        json_path.write_text(measuring.to_json(results), encoding="utf-8")
    if pin and not limit:
        floors_of.write_floors(floors_path, floors.raised(results))
    elif not limit and (breaches := floors.breaches(results)):
        stop(FINDINGS, *breaches)


def _load(folder: Path) -> tuple[Any, Any]:
    """The benchmark's own modules, from the checkout that this program runs from and no other folder."""
    if not (folder / "reading_benchmark").is_dir():
        stop(
            WRONG_USAGE,
            "bench runs from a checkout of the project only, and this is an installed copy without benchmarks/; "
            "get the repository, then in it: pip install --editable . && eventbook bench --shared FOLDER",
        )
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return import_module("reading_benchmark.measuring"), import_module("reading_benchmark.floors")


def _earlier(measuring: Any, path: Path | None) -> Any:
    try:
        return measuring.read_figures(path)
    except ValueError as error:
        stop(UNREADABLE, str(error))


def _run(measuring: Any, names: list[str], shared: Path, limit: int | None, resamples: int) -> list[Any]:
    from eventbook.validation.scoring.intervals import Resampling

    common = import_module("reading_benchmark.common")
    setting = common.Setting(shared, common.make_coder, Resampling(resamples=resamples), limit)
    results = []
    for result, seconds in measuring.measure(names, setting):
        results.append(result)
        say(f"{result.name}: {seconds:.1f} s")
    return results


def _show(table: Any, results: list[Any], misses: str | None) -> None:
    from eventbook.validation.scoring.report import misses_text
    from eventbook.validation.scoring.tables import print_tables

    print_tables("Benchmark of the reader", [table], file=sys.stdout)
    for result in results:
        if result.name == misses:
            click.echo(f"\nMisses of {misses}: {len(result.misses)}\n\n{misses_text(result.misses)}", nl=False)
