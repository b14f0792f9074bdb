"""What merging is told by people, and what it gives back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.datasets.errors import DatasetError

if TYPE_CHECKING:
    import pyarrow as pa

ROW = "row_id"  # `event_id@article_id` of a row as it was coded
SAME_ID, SCORE, COPY, PERSON, ALONE = "same event id", "score", "near-identical articles", "person", "one report"


class MergingError(DatasetError):
    """Rows or decisions cannot be merged; `problems` lists every reason."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided, for this and every later run.

    A name is the event id a row was coded under (all rows of that id), or its row id, `event_id@article_id`.
    `keep_apart`: no two rows of different names in a set are ever one event. `join`: all rows of a set are one event,
    whatever they say. Names that no row has are reported, not refused: their articles may come back.
    """

    keep_apart: frozenset[frozenset[str]] = frozenset()
    join: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Merged:
    """The tables of a merging, all in the order of event ids.

    `events`: the codebook's columns, one row per event. `sources`: one row per event and article, with what it
    reported. `merges`: one row per coded row, with the row it was joined to, the points of that pair and their parts,
    and the rule. `contradictions`: one row per event, column and report, where reports disagree. `figures`: lowest,
    chosen and highest deaths of each event. `unused`: names in decisions that no row has.
    """

    events: "pa.Table"
    sources: "pa.Table"
    merges: "pa.Table"
    contradictions: "pa.Table"
    figures: "pa.Table"
    unused: tuple[str, ...]
