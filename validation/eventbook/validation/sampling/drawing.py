"""Drawing rows to be checked by hand."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

How = Literal["least-confident", "stratified", "random", "mix"]
SEED = 20_240_229
HOW: tuple[How, ...] = ("least-confident", "stratified", "random", "mix")


def draw_rows(
    keys: "np.ndarray", *, count: int, how: How, confidence: "np.ndarray", strata: "np.ndarray", seed: int = SEED
) -> "list[tuple[int, str]]":
    """Positions of the drawn rows, ascending, each with the way it was drawn by.

    `keys` are the event ids, by which the draw does not depend on the order of the rows; `strata` a value for each
    row; an unknown confidence counts as the lowest. `mix` takes a half at random, a quarter by strata and a quarter of
    the least confident; only rows drawn at random may enter an estimate of accuracy without weights.
    """
    import numpy as np

    order = np.argsort(keys.astype(str), kind="stable")
    random = np.random.default_rng(seed)
    shuffled = order[random.permutation(len(order))]
    ways: list[tuple[str, int, list[int]]] = []
    weakest = [int(n) for n in order[np.argsort(np.nan_to_num(confidence[order], nan=-1.0), kind="stable")]]
    spread = _by_strata(shuffled, strata)
    chance = [int(n) for n in shuffled]
    if how == "mix":
        half, quarter = count - 2 * (count // 4), count // 4
        ways = [("random", half, chance), ("stratified", quarter, spread), ("least-confident", quarter, weakest)]
    else:
        ways = [(how, count, {"random": chance, "stratified": spread, "least-confident": weakest}[how])]
    drawn: dict[int, str] = {}
    for name, wanted, ranked in ways:
        fresh = [row for row in ranked if row not in drawn]
        drawn |= dict.fromkeys(fresh[:wanted], name)
    return sorted(drawn.items())


def _by_strata(shuffled: "np.ndarray", strata: "np.ndarray") -> list[int]:
    """The rows in turns over the strata, so that each has its share, small ones too."""
    groups: dict[str, list[int]] = {}
    for row in shuffled:
        groups.setdefault(str(strata[row]), []).append(int(row))
    ranked = [(turn, name, row) for name in sorted(groups) for turn, row in enumerate(groups[name])]
    return [row for _, _, row in sorted(ranked, key=lambda item: (item[0], item[1]))]
