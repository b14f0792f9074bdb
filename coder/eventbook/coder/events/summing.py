"""The deaths of an event sentence by sentence: parts add up, further dead are added to those told before."""

from collections.abc import Collection, Sequence

from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.records import Figure, Happening
from eventbook.coder.events.tolls import CLAIMED

LEAST_WHOLE = 3  # dead that open a report as its toll: one or two may be named first of many
_COUNTED = frozenset({"deaths.exact", "deaths.at_least"})

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


def total_figure(draft: Draft, *, policy: str, armed: Collection[str]) -> Sum | None:
    """Low, best and high deaths of an event with the phrases, None where nobody is said to have died.

    Figures of one sentence are parts and add up; figures of several sentences tell the same deaths again: that of the
    opening stands, else the largest, unless a later one gives a new total. The dead of the two armed sides, told
    apart, add up; `armed` are the categories of such sides.
    """
    if draft.toll is not None and not any(h.figures for h in draft.happenings[1:]):
        return draft.toll.low, draft.toll.best, draft.toll.high, (draft.toll,)
    told = draft.happenings if any(h.figures for h in draft.happenings) else draft.retold
    sums = sum_figures(_best_counted(told))
    if not sums:
        return None
    totals = [item for item in sums if any(figure.total for figure in item[3])]
    chosen = totals[-1] if totals else _told_first(told, sums) or max(sums, key=lambda item: item[0])
    claims = [item for item in sums if any(figure.rule == CLAIMED for figure in item[3])]
    if claims and policy == "lowest":
        chosen = min((chosen, *claims, *(item for item in sums if item[0] >= LEAST_WHOLE)), key=lambda item: item[0])
    if not totals and (others := _of_other_side(told, chosen, armed)):
        chosen = _sum((*chosen[3], *others))
        sums = [*sums, chosen]
    low, best, high, figures = chosen
    value = {"lowest": low, "highest": high, "latest": sums[-1][0]}[policy]
    if draft.share > 1:
        value = value // draft.share + (value % draft.share if draft.part == 0 else 0)
    return value, best, max(high, *(item[2] for item in sums)), figures


def _of_other_side(told: Sequence[Happening], chosen: Sum, armed: Collection[str]) -> tuple[Figure, ...]:
    """The dead of the other side of a fight: "three policemen were shot dead. Two of the attackers were killed"."""
    counted = [h for h in told if any(figure in chosen[3] for figure in h.figures)]
    mine = {actor.category for h in counted for actor in h.patients}
    if not mine or not mine <= set(armed):
        return ()
    for happening in told:
        theirs = {actor.category for actor in happening.patients}
        if happening.figures and theirs and theirs <= set(armed) - mine:
            return happening.figures
    return ()


def _told_first(told: Sequence[Happening], sums: Sequence[Sum]) -> Sum | None:
    """The figure that opens the report, where it counts a whole, with those who died later.

    A larger one behind it is another source's claim.
    """
    whole = all(figure.rule in _COUNTED for figure in told[0].figures)
    if not told[0].figures or not whole or sums[0][0] < LEAST_WHOLE:
        return None
    return [item for item in sums if item[3][: len(sums[0][3])] == sums[0][3]][-1]


def _best_counted(told: Sequence[Happening]) -> list[Happening]:
    """Those that count the dead best: in numbers ahead of "the victims", of this event ahead of "have been killed"."""
    counted = [h for h in told if h.figures]
    numbered = [h for h in counted if any(figure.rule != "deaths.vague_plural" for figure in h.figures)] or counted
    return [h for h in numbered if h.tense != "perfect" or h.dates or h.places or h is told[0]] or numbered
