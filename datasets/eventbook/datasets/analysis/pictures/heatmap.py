"""Units by periods, the darker the more."""

import textwrap
from typing import TYPE_CHECKING, Any

from eventbook.datasets.analysis import periods as period
from eventbook.datasets.analysis.panel import PanelQuestion, make_panel
from eventbook.datasets.analysis.pictures.amounts import amounts, some
from eventbook.datasets.analysis.pictures.picture import Picture, make_caption, start_picture, style
from eventbook.datasets.analysis.pictures.timeline import fitting_freq
from eventbook.datasets.analysis.selection import Selection, select
from eventbook.datasets.analysis.units import unit_columns
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import counted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_WRITTEN = 700  # cells at most that have their number written in
_WIDE = 100  # a larger number makes the scale of colours logarithmic
_LONG = 34  # characters of a unit's name before it is cut


def draw_heatmap(
    version: Version, selection: Selection, *, unit: str, freq: str | None, measure: str, top: int
) -> Picture:
    """The `top` units with most, the largest first; white is 0, hatched is not covered by any article."""
    with style():
        events = select(version, selection)
        day = version.column("day.date", purpose="a heat map")
        freq = freq or fitting_freq(events[day].dropna())
        some(amounts(version, events, measure), measure)
        first, last = events[day].dropna().min(), events[day].dropna().max()
        question = PanelQuestion(unit=unit, freq=freq, measures=(measure,), start=first, end=last,
                                 countries=selection.countries)  # fmt: skip
        panel = make_panel(version, question)
        keys = list(unit_columns(version, unit))
        table = _pivot(panel, keys, measure)
        notes = [f"Left out: {counted(n, 'event')} {why}" for why, n in panel.attrs["left_out"].items()
                 if not why.startswith("outside")]  # fmt: skip
        if table.isna().any(axis=None):
            notes.append("White: 0; hatched: no article read")
        if len(table) > top:
            notes.append(f"The {top} of {len(table):,} units with most")
        table = table.head(top)
        caption = make_caption(version, events, selection, *notes)
        title = f"{measure.capitalize()} by {unit} and {period.WORDS[freq]}"
        figure, axes = start_picture(title, caption, height=1.5 + 0.24 * max(4, len(table)))
        mesh = _draw(axes, table)
        figure.colorbar(mesh, ax=axes, label=measure, shrink=0.9, pad=0.01, aspect=30, ticks=_ticks(mesh),
                        format="{x:,.0f}").ax.minorticks_off()  # fmt: skip
    return Picture(figure, caption)


def _pivot(panel: "pd.DataFrame", keys: list[str], measure: str) -> "pd.DataFrame":
    """Units in rows, those with most first, periods in columns; missing where not covered."""
    names = panel[keys].astype("string").agg(", ".join, axis=1) if len(keys) == 1 else (
        panel[keys[1]].astype("string") + ", " + panel[keys[0]].astype("string")
    )  # fmt: skip
    table = panel.assign(_unit=names).pivot(index="_unit", columns="period", values=measure).astype("Float64")
    order = table.sum(axis=1).rename("amount").reset_index()
    order = order.sort_values(["amount", "_unit"], ascending=[False, True])
    return table.loc[order["_unit"]]


def _draw(axes: "Axes", table: "pd.DataFrame") -> Any:
    import numpy as np
    from matplotlib.colors import ListedColormap, LogNorm, Normalize
    from matplotlib.ticker import FixedLocator

    values = table.to_numpy(dtype=float, na_value=np.nan)
    most = float(np.nanmax(values))
    norm = LogNorm(1, most) if most > _WIDE else Normalize(0, max(most, 1))
    shown = np.ma.masked_where(~(values > 0), values)
    axes.patch.set(facecolor="#F3F4F4", hatch="////", edgecolor="#C9CED2")
    zeros = np.ma.masked_where(~(values == 0), values)
    axes.pcolormesh(zeros, cmap=ListedColormap(["white"]), edgecolors="#EDEFF0", linewidth=0.4)
    mesh = axes.pcolormesh(shown, cmap="cividis_r", norm=norm, edgecolors="white", linewidth=0.4)
    axes.invert_yaxis()
    names = [textwrap.shorten(str(name), _LONG, placeholder=" …") for name in table.index]
    axes.set_yticks(np.arange(len(table)) + 0.5, names)
    labels = 12 if table.shape[1] and _all_new_years(table.columns) else 8
    step = max(1, -(-table.shape[1] // labels))
    places = np.arange(0, table.shape[1], step)
    axes.xaxis.set_major_locator(FixedLocator((places + 0.5).tolist()))
    axes.set_xticklabels(_day_labels(table.columns, places.tolist()))
    axes.tick_params(length=0)
    if values.size <= _WRITTEN and table.shape[1] <= 40:
        _write(axes, shown, norm)
    return mesh


def _ticks(mesh: Any) -> Any:
    """Whole numbers: steps of equal size on a linear scale, 1, 2, 5, 10 ... on a logarithmic one."""
    from matplotlib.colors import LogNorm
    from matplotlib.ticker import LogLocator, MaxNLocator

    return LogLocator(subs=(1, 2, 5)) if isinstance(mesh.norm, LogNorm) else MaxNLocator(nbins=6, integer=True)


def _write(axes: "Axes", cells: Any, norm: Any) -> None:
    """The numbers in their cells, light on dark."""
    import numpy as np

    for y, x in np.argwhere(~np.ma.getmaskarray(cells)).tolist():
        value = float(cells[y, x])
        dark = float(norm(value)) > 0.5
        axes.text(x + 0.5, y + 0.5, f"{value:,.0f}", ha="center", va="center", fontsize=7,
                  color="white" if dark else "#1D2226")  # fmt: skip


def _all_new_years(columns: "pd.Index") -> bool:
    return all((day.month, day.day) == (1, 1) for day in columns)


def _day_labels(columns: "pd.Index", places: list[int]) -> list[str]:
    """Years where all periods begin one, months where all begin one, else days."""
    days = [columns[place] for place in places]
    if _all_new_years(columns):
        return [f"{day:%Y}" for day in days]
    form = "%Y-%m" if all(day.day == 1 for day in columns) else "%Y-%m-%d"
    return [day.strftime(form) for day in days]
