"""A picture: what all of them share, from the first canvas to the file."""

import io
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from eventbook.datasets.analysis.extras import extra
from eventbook.datasets.analysis.selection import Selection
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import counted, known_word
from eventbook.datasets.errors import NotWritable

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito's colours, told apart by people with any common kind of colour blindness; the glaring ones last.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#F0E442", "#000000")
OTHER, REST = "other", "#9A9A9A"  # the label of what has no colour of its own, and its grey
INK, SOFT, LINE = "#1D2226", "#5B656D", "#DCDFE1"
WIDTH = 9.0  # inches
_LEFT = 0.012  # of the width, free at the left of title and caption
_STYLE: dict[str, Any] = {
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
    "font.family": "DejaVu Sans",  # comes with matplotlib
    "font.size": 9, "axes.edgecolor": SOFT, "axes.labelcolor": INK, "text.color": INK, "xtick.color": SOFT,
    "ytick.color": SOFT, "axes.spines.top": False, "axes.spines.right": False, "legend.frameon": False,
    "axes.axisbelow": True, "grid.color": LINE, "hatch.color": "#B4BABF", "hatch.linewidth": 0.6,
    "svg.hashsalt": "eventbook", "svg.fonttype": "none", "pdf.fonttype": 42,
}  # fmt: skip
_METADATA: dict[str, dict[str, Any]] = {  # no time of making: the same picture gives the same bytes
    "png": {"Software": None}, "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}  # fmt: skip
ENDINGS = tuple(_METADATA)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure of matplotlib with its caption; a notebook shows it, `save` writes it."""

    figure: "Figure"
    caption: str

    def save(self, path: str | Path) -> Path:
        """Write the picture; the ending says how: .png, .svg or .pdf. Raises BadQuestion, NotWritable."""
        target = Path(path)
        kind = known_word(target.suffix.lower().lstrip("."), ENDINGS, what="ending of the picture's name")
        content = io.BytesIO()
        self._write(content, kind, dpi=200)
        try:
            target.write_bytes(content.getvalue())
        except OSError as error:
            raise NotWritable(f"{target}: cannot be written ({error.strerror}); give another file") from error
        return target

    def _repr_png_(self) -> bytes:
        content = io.BytesIO()
        self._write(content, "png", dpi=100)
        return content.getvalue()

    def _write(self, file: IO[bytes], kind: str, *, dpi: int) -> None:
        with style():
            self.figure.savefig(file, format=kind, dpi=dpi, metadata=_METADATA[kind])


@contextmanager
def style() -> Iterator[None]:
    """The settings under which everything is drawn, whatever a user has set; raises MissingExtra."""
    with extra("plot", package="matplotlib", purpose="a picture"):
        import matplotlib
    plain = {name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")}
    with matplotlib.rc_context(plain | _STYLE):
        yield


def start_picture(title: str, caption: str, *, height: float) -> "tuple[Figure, Axes]":
    """A canvas of 9 inches by `height` with title and caption in place, and axes that fill the rest."""
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    lines = textwrap.wrap(caption, 148)
    below, above = (0.16 * len(lines) + 0.14) / height, 0.42 / height
    engine = ConstrainedLayoutEngine(rect=(_LEFT, below, 1 - 3 * _LEFT, 1 - below - above))
    figure = Figure(figsize=(WIDTH, height), layout=engine, facecolor="white")
    figure.text(_LEFT, 1 - 0.1 / height, title, ha="left", va="top", fontsize=12, fontweight="bold")
    figure.text(_LEFT, 0.09 / height, "\n".join(lines), ha="left", va="bottom", fontsize=7.5, color=SOFT,
                linespacing=1.35)  # fmt: skip
    return figure, figure.add_subplot()


def make_caption(version: Version, events: "pd.DataFrame", selection: Selection, *notes: str) -> str:
    """Version, number of events, days, articles and outlets, what was left out, and the hash to cite."""
    tags = f" ({', '.join(version.tags)})" if version.tags else ""
    parts = [f"{version.title}, version {version.number}{tags}: {counted(len(events), 'event')}"]
    if chosen := selection.in_words():
        parts[0] += f" ({chosen})"
    day = version.facts().get("day.date")
    if day is not None and events[day].notna().any():
        parts[0] += f", {events[day].min()} to {events[day].max()}"
    parts += _sources(version, events)
    parts += [note for note in notes if note]
    parts.append(f"Row hash {version.manifest.row_hash[:12]}")
    return ". ".join(parts) + "."


def label_colours(labels: Sequence[str]) -> dict[str, str]:
    """A colour for each label; `other` and those beyond the palette share grey."""
    return {label: PALETTE[n] if n < len(PALETTE) and label != OTHER else REST for n, label in enumerate(labels)}


def _sources(version: Version, events: "pd.DataFrame") -> list[str]:
    """From how many articles and outlets the events come."""
    entry = version.manifest.tables.get("sources")
    names = version.columns_of("sources") if entry else ()
    if not {"event_id", "article_id", "source"} <= set(names):
        return []
    key = version.manifest.tables["events"].key[0]
    sources = version.frame("sources", columns=["event_id", "article_id", "source"])
    mine = sources[sources["event_id"].isin(events[key])]
    if mine.empty:
        return []
    articles, outlets = mine["article_id"].nunique(), mine["source"].nunique()
    return [f"Sources: {counted(articles, 'article')} of {counted(outlets, 'outlet')}"]
