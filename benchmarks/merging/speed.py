"""Measure merging on made-up rows: `python benchmarks/merging/speed.py [--rows 1000000] [--check]`, JSON on stdout.

Happenings fall on `--days` days and some thousand towns, a few of them busy; each is reported by one to five articles
of which some are copies, with tolls, days, names and places a little off. Limits in limits.json: seconds and megabytes
of `merge_rows` for a million rows on two cores, with sketches and words.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / folder) for folder in ("codebook", "coder", "validation", "datasets")]

from eventbook.codebook.loading import load_codebook  # noqa: E402
from eventbook.datasets.merging import merge_rows  # noqa: E402

KINDS = [
    ("Political violence", "Battles", "Armed clash"), ("Demonstrations", "Protests", "Peaceful protest"),
    ("Political violence", "Violence against civilians", "Attack"),
    ("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Demonstrations", "Riots", "Violent demonstration"),
]  # fmt: skip


def make(rows: int, days: int) -> dict[str, Any]:
    """Rows in the codebook's columns, sources, sketches and words, made by a fixed seed."""
    import numpy as np
    import pyarrow as pa

    from eventbook.codebook.arrow import row_schema

    rng = np.random.default_rng(11)
    happenings = rows // 3 + 1
    towns, countries = 6000, 60
    country_of = rng.integers(0, countries, towns)
    town = np.minimum((rng.pareto(1.0, happenings) * 40).astype(np.int64), towns - 1)
    day, kind, toll = (
        rng.integers(0, days, happenings),
        rng.integers(0, 5, happenings),
        rng.geometric(0.3, happenings) - 1,
    )
    group = rng.integers(0, 400, happenings)
    of = np.sort(rng.integers(0, happenings, rows))
    latitude, longitude = rng.uniform(-30, 60, towns), rng.uniform(-100, 120, towns)
    seen = day[of] + (rng.random(rows) < 0.05)
    where = town[of]
    unnamed = rng.random(rows) < 0.4
    armed = np.char.add(_label("Unidentified Armed Group (Land ", country_of[where]), ")")
    names = np.where(unnamed, armed, _label("Front of the people of ", group[of]))
    ids = np.char.add("LND", rng.permutation(rows).astype(str))
    start = np.datetime64("2015-01-01")
    kinds = np.array(KINDS)[kind[of]]
    land = _label("Land ", country_of[where])
    text = {
        "event_id_cnty": ids, "disorder_type": kinds[:, 0], "event_type": kinds[:, 1], "sub_event_type": kinds[:, 2],
        "actor1": names, "inter1": np.where(unnamed, "Political militia", "Rebel group"),
        "actor2": np.char.add(np.char.add("Civilians (", land), ")"), "inter2": np.full(rows, "Civilians"),
        "interaction": np.full(rows, "Rebel group-Civilians"), "region": np.full(rows, "World"), "country": land,
        "admin1": _label("Province ", where // 20), "location": _label("Town ", where),
        "source": _label("Paper ", rng.integers(0, 300, rows)),
        "notes": _label("A report of what happened in the town, number ", of),
    }  # fmt: skip
    numbers = {
        "event_date": start + seen, "year": 2015 + seen // 366,
        "time_precision": np.where(rng.random(rows) < 0.1, 2, 1),
        "iso": country_of[where] + 1,
        "latitude": np.round(latitude[where], 4), "longitude": np.round(longitude[where], 4),
        "geo_precision": np.where(rng.random(rows) < 0.1, 3, 1), "fatalities": toll[of] + (rng.random(rows) < 0.2),
        "timestamp": (start + seen).astype("datetime64[s]").astype(np.int64),
    }  # fmt: skip
    schema = row_schema(load_codebook())
    columns = [
        pa.array(text[name], pa.string()) if name in text else pa.array(numbers[name]).cast(schema.field(name).type)
        if name in numbers else pa.nulls(rows, schema.field(name).type) for name in schema.names
    ]  # fmt: skip
    articles = pa.array(np.char.add("article ", np.arange(rows).astype(str)))
    table = pa.table(columns, schema=schema).append_column("article_id", articles)
    published = pa.array(start + seen + rng.integers(0, 3, rows)).cast(pa.date32())
    sources = pa.table({"article_id": articles, "source": table["source"], "published": published})
    return {"rows": table, "sources": sources, **_texts(of, rng, table["event_id_cnty"], articles)}


def _label(stem: str, numbers: Any) -> Any:
    import numpy as np

    return np.char.add(stem, numbers.astype(str))


def _texts(of: Any, rng: Any, ids: Any, articles: Any) -> dict[str, Any]:
    """Sketches of 40 shingles, a third of the reports copies of their happening's first, and 14 words for each."""
    import numpy as np
    import pyarrow as pa

    rows, size = len(of), 40
    copied = rng.random(rows) < 0.33
    seed = np.where(copied, of, rows + np.arange(rows)).astype(np.uint64)
    shingles = (
        (seed[:, None] * np.uint64(2654435761) + np.arange(size, dtype=np.uint64) * np.uint64(40503)) % np.uint64(2**32)
    ).astype(np.uint32)
    offsets = np.arange(0, rows * size + 1, size, dtype=np.int32)
    sketch = pa.ListArray.from_arrays(pa.array(offsets), pa.array(shingles.ravel() // 8 * 8, pa.uint32()))
    lexicon = np.array(
        [f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}word" for n in range(4000)]
    )
    own = (of[:, None] * 7919 + np.arange(14) * 104729) % 4000
    other = rng.integers(0, 4000, (rows, 14))
    words = lexicon[np.where(rng.random((rows, 14)) < 0.5, own, other)]
    texts = pa.array([" ".join(line) for line in words.tolist()])
    return {
        "sketches": pa.table({"article_id": articles, "sketch": sketch}),
        "wording": pa.table({"event_id": ids, "article_id": articles, "wording": texts}),
    }


def read(folder: Path) -> dict[str, Any]:
    """The tables that `make` wrote."""
    import pyarrow.parquet as pq

    return {path.stem: pq.read_table(path) for path in sorted(folder.glob("*.parquet"))}


def main() -> None:
    """Make the rows in a process of their own, merge them, print seconds, processor seconds and peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--days", type=int, default=3000)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="exit 1 where a limit of limits.json is broken")
    options = parser.parse_args()
    if options.make:
        import pyarrow.parquet as pq

        for name, table in make(options.rows, options.days).items():
            pq.write_table(table, options.make / f"{name}.parquet")
        return
    with tempfile.TemporaryDirectory() as folder:
        size = ["--rows", str(options.rows), "--days", str(options.days)]
        subprocess.run([sys.executable, __file__, "--make", folder, *size], check=True)
        given = read(Path(folder))
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    merged = merge_rows(given.pop("rows"), load_codebook(), **given)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    figures = {
        "rows": options.rows, "events": merged.events.num_rows, "joins": merged.merges.num_rows,
        "contradictions": merged.contradictions.num_rows, "seconds": round(seconds, 1),
        "cpu_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
        "peak_mb": after.ru_maxrss // 1024, "input_mb": before.ru_maxrss // 1024,
    }  # fmt: skip
    print(json.dumps(figures))
    if options.check:
        limits = json.loads((HERE / "limits.json").read_text(encoding="utf-8"))
        broken = [f"{name}: {figures[name]}, allowed {most}" for name, most in limits.items() if figures[name] > most]
        if broken:
            sys.exit("\n".join(broken))


if __name__ == "__main__":
    main()
