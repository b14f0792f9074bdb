"""The pinned floors: what every measure must reach from now on."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reading_benchmark.common import SetResult

# Speeds depend on the machine: shown against their targets, never pinned.
UNPINNED = frozenset({"speed"})


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by set and measure, with the hash of the data that they were measured on."""

    sha256: dict[str, str]
    floors: dict[str, dict[str, float]]

    def breaches(self, results: Sequence[SetResult]) -> list[str]:
        """A line for each measure below its floor and each set of other data."""
        lines = []
        for result in results:
            pinned = self.floors.get(result.name, {})
            if pinned and self.sha256.get(result.name) != result.sha256:
                lines.append(f"{result.name}: not the data that the floors were measured on; pin again, saying why")
                continue
            for name, floor in pinned.items():
                measure = result.measures.get(name)
                value = measure.value if measure else None
                if value is None or value < floor:
                    got = "nothing" if value is None else f"{value:.3f}"
                    lines.append(f"{result.name}: {name} is {got}, below its floor of {floor:.3f}")
        return lines

    def raised(self, results: Sequence[SetResult]) -> "Floors":
        """The floors raised to what was reached, never lowered unless the data of the set changed.

        Every measure with a target gets a floor; others keep one that was once given to them by hand.
        """
        sha256, floors = dict(self.sha256), {name: dict(pinned) for name, pinned in self.floors.items()}
        for result in results:
            if result.name in UNPINNED:
                continue
            old = floors.get(result.name, {}) if sha256.get(result.name) == result.sha256 else {}
            sha256[result.name] = result.sha256
            named = [*result.targets, *(name for name in old if name not in result.targets)]
            reached = {name: result.measures[name].value for name in named if name in result.measures}
            floors[result.name] = {
                name: max(old.get(name, 0.0), math.floor((value or 0.0) * 1000) / 1000)
                for name, value in reached.items()
            }
        return Floors(sha256, floors)


def read_floors(path: Path) -> Floors:
    """Read floors.json; no floors where there is none."""
    if not path.exists():
        return Floors({}, {})
    sets = json.loads(path.read_text(encoding="utf-8"))["sets"].items()
    return Floors({name: one["sha256"] for name, one in sets}, {name: one["floors"] for name, one in sets})


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors.json."""
    sets = {name: {"sha256": floors.sha256[name], "floors": floors.floors[name]} for name in sorted(floors.floors)}
    path.write_text(json.dumps({"sets": sets}, indent=1) + "\n", encoding="utf-8")
