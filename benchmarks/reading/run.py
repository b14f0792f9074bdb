"""Measure how well the coder reads, compare with the floors, and list the misses (see README.md)."""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
# Works from a checkout that is not installed, too.
sys.path[:0] = [str(HERE), *(str(CHECKOUT / stage) for stage in ("codebook", "coder", "validation"))]

from reading_benchmark import case, glocon, gold, indiapolice, muc4, speed  # noqa: E402
from reading_benchmark.common import SetResult, Setting, make_coder  # noqa: E402
from reading_benchmark.floors import Floors, read_floors, write_floors  # noqa: E402

from eventbook.validation.scoring.intervals import Resampling  # noqa: E402
from eventbook.validation.scoring.report import misses_text  # noqa: E402
from eventbook.validation.scoring.tables import Table, figure_cells, print_tables  # noqa: E402

SETS: dict[str, Callable[[Setting], SetResult]] = {
    "gold": gold.run,
    "case": case.run,
    "muc4": muc4.run,
    "indiapolice": indiapolice.run,
    "glocon": glocon.run,
    "speed": speed.run,
}
BELOW_FLOOR, NO_DATA = 1, 3


@click.command()
@click.option("--set", "names", multiple=True, type=click.Choice(list(SETS)), help="Only this set; may be repeated.")
@click.option("--shared", type=click.Path(file_okay=False, path_type=Path), default=CHECKOUT.parent / "shared",
              help="Where gold/ and bench/ lie. Default: shared/ beside the checkout.")
@click.option("--json", "json_path", type=click.Path(dir_okay=False, path_type=Path), help="Write the figures here.")
@click.option("--against", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Figures of an earlier run (--json) to show the difference to.")
@click.option("--misses", type=click.Choice(list(SETS)), help="List the misses of this set.")
@click.option("--floors", "floors_path", type=click.Path(dir_okay=False, path_type=Path), default=HERE / "floors.json",
              help="The pinned floors.")
@click.option("--pin", is_flag=True, help="Raise the floors to what was reached.")
@click.option("--limit", type=click.IntRange(1), help="Only the first articles of each set; no floors.")
@click.option("--resamples", type=click.IntRange(0, 100_000), default=1000, show_default=True)
def main(
    names: tuple[str, ...], shared: Path, json_path: Path | None, against: Path | None, misses: str | None,
    floors_path: Path, pin: bool, limit: int | None, resamples: int,
) -> None:  # fmt: skip
    """Print every measure of the chosen sets with its 95 % interval, target and floor."""
    chosen = [name for name in SETS if name in names] or ([misses] if misses else list(SETS))
    if not (shared / "gold").is_dir() or not (shared / "bench").is_dir():
        click.echo(f"{shared}: no gold/ and bench/ here; name the folder with --shared", err=True)
        sys.exit(NO_DATA)
    setting = Setting(shared, make_coder, Resampling(resamples=resamples), limit)
    floors = read_floors(floors_path)
    results = []
    for name in chosen:
        start = time.perf_counter()
        results.append(SETS[name](setting))
        click.echo(f"{name}: {time.perf_counter() - start:.1f} s", err=True)
    print_tables("Benchmark of the reader", [figures_table(results, floors, read_figures(against))], file=sys.stdout)
    for result in results:
        if result.name == misses:
            click.echo(f"\nMisses of {misses}: {len(result.misses)}\n\n{misses_text(result.misses)}", nl=False)
    if json_path:
        json_path.write_text(to_json(results), encoding="utf-8")
    if limit:
        return
    if pin:
        write_floors(floors_path, floors.raised(results))
        return
    breaches = floors.breaches(results)
    for line in breaches:
        click.echo(line, err=True)
    sys.exit(BELOW_FLOOR if breaches else 0)


def read_figures(path: Path | None) -> dict[tuple[str, str], float | None]:
    """The figures of an earlier run by set and measure."""
    results = json.loads(path.read_text(encoding="utf-8")) if path else []
    return {(one["name"], name): found["value"] for one in results for name, found in one["measures"].items()}


def figures_table(
    results: Sequence[SetResult], floors: Floors, earlier: Mapping[tuple[str, str], float | None]
) -> Table:
    """One line a measure, with what is to be reached, what is pinned and the difference to an earlier run."""
    rows = []
    for result in results:
        for name, measure in result.measures.items():
            target, floor = result.targets.get(name), floors.floors.get(result.name, {}).get(name)
            reached = "" if target is None or measure.value is None else "yes" if measure.value >= target else "no"
            rows.append((result.name, name, *figure_cells(measure), "" if target is None else f"{target:.2f}", reached,
                         "" if floor is None else f"{floor:.3f}",
                         _difference(measure.value, earlier.get((result.name, name)))))  # fmt: skip
    header = ("set", "measure", "value", "95 % interval", "base", "reach", "reached", "floor", "change")
    note = "; ".join(f"{result.name}: {result.note}" for result in results if result.note)
    return Table("Measures", header, tuple(rows), frozenset({2, 3, 4, 5, 7, 8}), note)


def _difference(value: float | None, earlier: float | None) -> str:
    return "" if value is None or earlier is None else f"{value - earlier:+.3f}"


def to_json(results: Sequence[SetResult]) -> str:
    """The figures without the misses: those quote texts that lie outside the project."""
    plain = [{**asdict(result), "misses": len(result.misses)} for result in results]
    return json.dumps(plain, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


if __name__ == "__main__":
    main()
