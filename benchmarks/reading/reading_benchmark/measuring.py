"""Running the sets one after the other, and their figures as a table and as JSON."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eventbook.validation.scoring.tables import Table, figure_cells
from reading_benchmark import case, glocon, gold, indiapolice, muc4, speed
from reading_benchmark.common import SetResult, Setting
from reading_benchmark.floors import Floors

SETS: dict[str, Callable[[Setting], SetResult]] = {
    "gold": gold.run,
    "case": case.run,
    "muc4": muc4.run,
    "indiapolice": indiapolice.run,
    "glocon": glocon.run,
    "speed": speed.run,
}


def measure(names: Sequence[str], setting: Setting) -> Iterator[tuple[SetResult, float]]:
    """The result of each set and the seconds that it took, as it is done."""
    for name in names:
        start = time.perf_counter()
        result = SETS[name](setting)
        yield result, time.perf_counter() - start


def read_figures(path: Path | None) -> dict[tuple[str, str], float | None]:
    """The figures of an earlier run by set and measure; ValueError where the file is none of ours."""
    if path is None:
        return {}
    try:
        results: Any = json.loads(path.read_text(encoding="utf-8"))
        return {(one["name"], name): found["value"] for one in results for name, found in one["measures"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{path}: not the figures of an earlier run; expected what --json wrote") from None


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
