"""The deaths of an event sentence by sentence: parts add up, further dead are added to those told before."""

from collections.abc import Sequence

from eventbook.coder.events.records import Figure, Happening

Sum = tuple[int, int, int, tuple[Figure, ...]]  # low, best, high, and the figures that were added


def sum_figures(told: Sequence[Happening]) -> list[Sum]:
    """What each sentence that counts the dead makes of them, in text order; a bomber is added once to each."""
    bombers = [figure for h in told for figure in h.figures if figure.attacker][:1]
    sums: list[Sum] = []
    for happening in told:
        figures = tuple(figure for figure in happening.figures if not figure.attacker)
        totals = tuple(figure for figure in figures if figure.total)
        if not figures:
            continue
        last = sums[-1][3] if sums and all(figure.further for figure in figures) else ()
        sums.append(_sum((*last, *(totals or figures))))
    if not bombers:
        return sums
    return [_sum((*figures, *bombers)) for _, _, _, figures in sums] or [_sum(tuple(bombers))]


def _sum(figures: tuple[Figure, ...]) -> Sum:
    return sum(f.low for f in figures), sum(f.best for f in figures), sum(f.high for f in figures), figures
