"""What all sets share: finding the data, building the coder, and the shape of a result."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from eventbook.validation.scoring.intervals import Measure, Resampling
from eventbook.validation.scoring.misses import Miss

CoderMaker = Callable[[int | None], Any]
# For texts that are not news of the last month: no event is too old.
WIDE_WINDOW_DAYS = 3650
_QUOTES = 3


@dataclass(frozen=True, slots=True)
class SetResult:
    """The figures of one set; `targets` are what to reach, `sha256` names the data."""

    name: str
    sha256: str
    measures: Mapping[str, Measure]
    targets: Mapping[str, float]
    misses: tuple[Miss, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a set is run: where the data lie, how a coder is made, how intervals are drawn."""

    shared: Path
    make_coder: CoderMaker
    resampling: Resampling = field(default_factory=Resampling)
    limit: int | None = None


def make_coder(window_days: int | None) -> Any:
    """The coder of the shipped codebook; `window_days` replaces its reporting window."""
    from eventbook.coder.coding import Coder

    overrides = {} if window_days is None else {"policies.reporting_window_days": window_days}
    return Coder(codebook=None, overrides=overrides, gazetteers="shipped")


def read_jsonl(path: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """The objects of a JSONL file, the first `limit` of them."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return records[:limit]


def hash_files(*paths: Path) -> str:
    """One sha256 over the contents of the files, in this order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_article(article_id: str, text: str, published: date | None) -> Any:
    """An article of the coder without title and source."""
    from eventbook.coder.records import Article

    return Article(id=article_id, text=text, published=published)


def evidence_text(row: Any) -> str:
    """The first different quotes of a coded row's evidence, for lists of misses."""
    found = getattr(row, "evidence", None) or ()
    quotes = dict.fromkeys(quote for item in _flatten(found) if (quote := getattr(item, "quote", "")))
    return " … ".join(re.sub(r"\s+", " ", quote) for quote in list(quotes)[:_QUOTES])


def _flatten(found: Any) -> Iterable[Any]:
    """Evidence as single items, however it is kept: by column, or in a row."""
    if isinstance(found, Mapping):
        found = found.values()
    for item in found:
        if isinstance(item, (list, tuple, Mapping)):
            yield from _flatten(item)
        else:
            yield item


def plain_values(values: Mapping[str, object]) -> dict[str, object]:
    """A row's cells with days as ISO text."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
