"""What a run is asked to do, and what came of one article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from eventbook.coder.records import Article, NotCoded
from eventbook.coder.rows import Row

CODING_FAILED, WORKER_DIED = "coding_failed", "worker_died"  # reasons of articles that the coder broke on


@dataclass(frozen=True, slots=True)
class Job:
    """Sources and settings of a run; `fields`, `published` and `source` as in `read_articles`.

    `codebook` is a shipped id or a folder, None the default; `overrides` maps dotted keys of it to values;
    `parser` names another spaCy pipeline; `gazetteers` are "all" of the user's behind the shipped one, "shipped" for
    none, or their names or files. `workers` changes the speed alone, never the result.
    """

    sources: Sequence[str | Path]
    codebook: str | Path | None = None
    overrides: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    source: str | None = None
    parser: str | None = None
    gazetteers: str | Sequence[str | Path] = "all"
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one entry of the input: its rows, and the reasons for what was left out.

    `article` is None where the entry could not be read.
    """

    article: Article | None
    rows: tuple[Row, ...]
    not_coded: tuple[NotCoded, ...]
