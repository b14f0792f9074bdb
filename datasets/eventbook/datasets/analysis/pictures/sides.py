"""The actors that took part in most events, as bars."""

import textwrap
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.actors import actors
from eventbook.datasets.analysis.measures import measure_columns
from eventbook.datasets.analysis.pictures.amounts import NONE
from eventbook.datasets.analysis.pictures.picture import (
    Picture,
    label_colours,
    make_caption,
    start_picture,
    style,
)
from eventbook.datasets.analysis.selection import Selection, select
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import known_word
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd

_LONG = 44  # characters of a name on one line


def draw_actors(version: Version, selection: Selection, *, measure: str, top: int) -> Picture:
    """Bars of the events, or of the deaths in events, in which an actor took part on either side."""
    if top < 1:
        raise BadQuestion(f"top {top}: expected 1 or more")
    with style():
        events = select(version, selection)
        measure_columns(version, (measure,))
        known_word(measure, ("events", "fatalities"), what="measure of actors")
        table = _count(version, events, measure)
        rows = table.head(top)
        notes = [f"The {top} of {len(table):,} actors with most"] if len(table) > top else []
        notes.append("An event counts for each of its sides")
        caption = make_caption(version, events, selection, *notes)
        title = "Actors by events" if measure == "events" else "Actors by deaths in their events"
        figure, axes = start_picture(title, caption, height=1.4 + 0.3 * max(3, len(rows)))
        categories = _order(version, rows)
        colours = label_colours(categories)
        names = [textwrap.fill(name, _LONG, max_lines=2, placeholder=" …") for name in rows["actor"]]
        places = list(range(len(rows)))
        shown = [name for name in categories if (rows["category"] == name).any()]
        for name in shown:
            mine = [n for n in places if rows["category"].iloc[n] == name]
            bars = axes.barh(mine, rows["amount"].iloc[mine], color=colours[name], height=0.72, label=name)
            axes.bar_label(bars, fmt="{:,.0f}", padding=3, fontsize=8)
        axes.set_yticks(places, names)
        axes.invert_yaxis()
        axes.tick_params(axis="y", length=0, labelcolor="#1D2226")
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        axes.margins(x=0.08, y=0.01)
        if shown != [NONE]:
            axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), fontsize=8)
    return Picture(figure, caption)


def _count(version: Version, events: "pd.DataFrame", measure: str) -> "pd.DataFrame":
    """actor, category, amount; most first."""
    key = version.manifest.tables["events"].key[0]
    sides = actors(version)
    sides = sides[sides["event_id"].isin(events[key])].drop_duplicates(["event_id", "actor"])
    if sides.empty:
        raise BadQuestion("nothing to draw: no event that was chosen has an actor")
    sides = sides.assign(category=sides["category"].fillna(NONE),
                         amount=1 if measure == "events" else sides["fatalities"].fillna(0))  # fmt: skip
    table = sides.groupby("actor", as_index=False).agg(category=("category", "first"), amount=("amount", "sum"))
    table = table[table["amount"] > 0].sort_values(["amount", "actor"], ascending=[False, True], ignore_index=True)
    if table.empty:
        raise BadQuestion(f"nothing to draw: {measure} are 0 in all events that were chosen")
    return table


def _order(version: Version, rows: "pd.DataFrame") -> list[str]:
    """All categories of the codebook in its order, so that a colour means the same in each picture."""
    column = version.facts().get("first.category")
    found = rows["category"].unique().tolist()
    return list(version.labels(column, values=found)) if column else sorted(found)
