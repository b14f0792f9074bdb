"""Drawing rows to be checked by hand, so that what they tell of the whole dataset can be worked out afterwards."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

How = Literal["least-confident", "stratified", "random", "mix"]
SEED = 20_240_229
HOW: tuple[How, ...] = ("least-confident", "stratified", "random", "mix")
LEAST_CONFIDENT = "least confident"  # the stratum that is drawn whole


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn row: its position, the way it was drawn, its stratum with the rows that this has in the dataset.

    `weight` is the number of rows of the dataset that it stands for. Within a stratum the draw is a plain random one.
    """

    row: int
    way: str
    stratum: str
    stratum_rows: int
    weight: float


def draw_rows(
    keys: "np.ndarray", *, count: int, how: How, confidence: "np.ndarray", strata: "np.ndarray", seed: int = SEED
) -> list[Drawn]:
    """The drawn rows by their position.

    `keys` are the event ids, by which the draw does not depend on the order of the rows; `strata` a value for each
    row; an unknown confidence counts as the lowest. `mix` takes the least confident quarter first, which stand for
    themselves, then of the others a quarter in turns over the strata and a half at random. Strata are few enough for
    two rows each: the smallest become one.
    """
    import numpy as np

    order = np.argsort(keys.astype(str), kind="stable")
    random = np.random.default_rng(seed)
    shuffled = order[random.permutation(len(order))].tolist()
    weakest = order[np.argsort(np.nan_to_num(confidence[order], nan=-1.0), kind="stable")].tolist()
    sure, spread, chance = _shares(count, how)
    ways = dict.fromkeys(weakest[:sure], "least-confident")
    stratum = dict.fromkeys(ways, LEAST_CONFIDENT)
    others = [row for row in shuffled if row not in ways]
    stratum |= _merged({row: str(strata[row]) for row in others}, most=max(1, spread // 2) if spread else 1)
    ways |= dict.fromkeys(_in_turns(others, stratum)[:spread], "stratified")
    ways |= dict.fromkeys([row for row in others if row not in ways][:chance], "random")
    sizes, taken = Counter(stratum.values()), Counter(stratum[row] for row in ways)
    return [
        Drawn(row, ways[row], stratum[row], sizes[stratum[row]], sizes[stratum[row]] / taken[stratum[row]])
        for row in sorted(ways)
    ]


def _shares(count: int, how: How) -> tuple[int, int, int]:
    """How many rows are drawn as least confident, in turns over the strata, and at random."""
    quarter = count // 4
    return {
        "least-confident": (count, 0, 0), "stratified": (0, count, 0), "random": (0, 0, count),
        "mix": (quarter, quarter, count - 2 * quarter),
    }[how]  # fmt: skip


def _merged(strata: dict[int, str], *, most: int) -> dict[int, str]:
    """The stratum of each row; beyond `most` strata, the smallest are one."""
    sizes = Counter(strata.values())
    if len(sizes) <= most:
        return strata
    kept = {name for name, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[: most - 1]}
    rest = "all others" if kept else "all rows"
    return {row: name if name in kept else rest for row, name in strata.items()}


def _in_turns(rows: list[int], stratum: dict[int, str]) -> list[int]:
    """The rows in turns over the strata, so that each has its share, small ones too."""
    groups: dict[str, list[int]] = {}
    for row in rows:
        groups.setdefault(stratum[row], []).append(row)
    ranked = [(turn, name, row) for name in sorted(groups) for turn, row in enumerate(groups[name])]
    return [row for _, _, row in sorted(ranked, key=lambda item: (item[0], item[1]))]
