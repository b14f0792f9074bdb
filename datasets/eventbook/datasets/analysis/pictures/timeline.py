"""Events over time, as bars stacked by type."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from eventbook.datasets.analysis import periods as period
from eventbook.datasets.analysis.coverage import Span, covered_days, share_covered
from eventbook.datasets.analysis.pictures.amounts import ALL, amounts, labels_of, some, type_column
from eventbook.datasets.analysis.pictures.picture import (
    Picture,
    make_caption,
    start_picture,
    style,
)
from eventbook.datasets.analysis.selection import Selection, select
from eventbook.datasets.analysis.version import Version

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MOST_BARS = {"D": 92, "W": 732, "M": 4_000}  # days that a picture of days, weeks, months shows at most

_GAP = "no article read"


def draw_timeline(
    version: Version, selection: Selection, *, freq: str | None, by: str | None, measure: str
) -> Picture:
    """Bars by period, stacked by the labels of `by`; periods that no article covers are hatched."""
    with style():
        events, by = select(version, selection), type_column(version, by)
        day = version.column("day.date", purpose="a time line")
        events = events[events[day].notna()]
        freq = freq or fitting_freq(events[day])
        values = some(amounts(version, events, measure), measure)
        labels, colours = labels_of(version, events, by, values)
        when = period.period_range(events[day].min(), events[day].max(), freq)
        table = values.groupby([period.periods_of(events[day], freq), labels]).sum().unstack(fill_value=0)
        table = table.reindex(index=when, columns=list(colours), fill_value=0)
        spans, known = period.spans_of(when), covered_days(version)
        covered = share_covered(spans, known) if known else [1.0] * len(when)
        caption = make_caption(version, events, selection, _late(version, events, freq))
        word = period.WORDS[freq]
        title = f"{measure.capitalize()} by {word}" + (f" and {by.replace('_', ' ')}" if by else "")
        figure, axes = start_picture(title, caption, height=4.2)
        _draw(axes, table, spans, colours, covered)
        axes.set_ylabel(f"{measure} a {word}")
    return Picture(figure, caption)


def fitting_freq(days: "pd.Series") -> str:
    """Days, weeks, months or years, so that a picture has some 15 to 130 columns."""
    length = (days.max() - days.min()).days
    return next((freq for freq, most in _MOST_BARS.items() if length <= most), "Y")


def _draw(
    axes: "Axes", table: "pd.DataFrame", spans: Sequence[Span], colours: Mapping[str, str],
    covered: Sequence[float],
) -> None:  # fmt: skip
    import numpy as np
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
    from matplotlib.ticker import MaxNLocator

    starts = np.array([_at(first) for first, _ in spans])
    widths = np.array([(last - first).days + 1 for first, last in spans])
    base = np.zeros(len(table))
    for label in colours:
        heights = table[label].to_numpy(dtype=float)
        axes.bar(starts, heights, widths * 0.92, bottom=base, align="edge", color=colours[label], label=label,
                 linewidth=0)  # fmt: skip
        base += heights
    _hatch(axes, spans, covered)
    axes.set_xlim(float(starts[0]), _at(spans[-1][1] + timedelta(1)))
    axes.set_ylim(0, base.max() * 1.06)
    locator = AutoDateLocator(minticks=4, maxticks=12)
    axes.xaxis_date()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.grid(axis="y")
    if list(colours) != [ALL] or min(covered) == 0:
        keys, names = axes.get_legend_handles_labels()
        last = [names.index(_GAP)] if _GAP in names else []
        places = [n for n in range(len(names)) if n not in last and names[n] != ALL] + last
        axes.legend([keys[n] for n in places], [names[n] for n in places], loc="upper left", bbox_to_anchor=(1.0, 1.0),
                    fontsize=8)  # fmt: skip


def _hatch(axes: "Axes", spans: Sequence[Span], covered: Sequence[float]) -> None:
    """Hatch the periods in which no article could have told of an event, neighbours in one piece."""
    label, start = _GAP, None
    firsts = [*(first for first, _ in spans), spans[-1][1] + timedelta(1)]
    for first, share in zip(firsts, [*covered, 1.0], strict=True):
        if share == 0 and start is None:
            start = first
        elif share > 0 and start is not None:
            axes.axvspan(_at(start), _at(first), facecolor="#F3F4F4", hatch="////", edgecolor="#C9CED2", linewidth=0,
                         label=label, zorder=0)  # fmt: skip
            label, start = "_again", None


def _late(version: Version, events: "pd.DataFrame", freq: str) -> str:
    name = version.facts().get("day.precision")
    coarse = int((events[name] > period.FINE_ENOUGH[freq]).sum()) if name else 0
    return f"Dated less precisely than by {period.WORDS[freq]}: {coarse:,}" if coarse else ""


def _at(day: date) -> float:
    from matplotlib.dates import date2num

    return float(date2num(day))
