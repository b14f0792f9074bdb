"""Measure the store: `python benchmarks/store/run.py [--rows 1000000] [--folder DIR]`, one JSON object on stdout.

Each step runs in its own process, so that peak memory is that step's; the 36 columns are those of an ACLED-style row
with provenance.
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

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "datasets")]

from eventbook.datasets import create_dataset, open_dataset  # noqa: E402

# unchanged runs straight after correct: its content is the latest's
STEPS = ("generate", "create", "correct", "unchanged", "append", "load", "diff", "verify", "first build", "next build")
HERE = Path(__file__).resolve().parent


def generate(rows: int, path: Path) -> None:
    """Write `rows` made-up rows of 36 columns as Parquet: the input of the commits."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    rng = np.random.default_rng(7)

    def words(distinct: int, stem: str) -> pa.Array:
        names = pa.array([f"{stem} {number}" for number in range(distinct)])
        return names.take(pa.array(rng.integers(0, distinct, rows)))

    table: dict[str, Any] = {"event_id": pa.array([f"E{number:016x}" for number in rng.permutation(rows) * 2654435761])}
    table["event_date"] = pa.array((rng.integers(10000, 20000, rows)).astype("int32")).cast(pa.date32())
    for number in range(8):
        table[f"whole_{number}"] = pa.array(rng.integers(0, 100, rows).astype("int32"))
    for number in range(4):
        table[f"real_{number}"] = pa.array(np.round(rng.uniform(-90, 90, rows), 4))
    for number in range(20):
        table[f"words_{number}"] = words(10 ** (1 + number % 4), f"actor or place {number}")
    table["notes"] = pa.array([f"On that day, in place {n}, something of note number {n} happened to many." for n in rng.integers(0, rows, rows)])  # fmt: skip  # noqa: E501
    table["tags"] = words(50, "crowd size=around")
    pq.write_table(pa.table(table), path)


def step(name: str, rows: int, folder: Path) -> dict[str, Any]:
    """Run one step; the seconds are the store's alone, without reading the input."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    source = folder / "source.parquet"
    if name == "generate":
        generate(rows, source)
        return {}
    if name.endswith("build"):
        return build(name, pq.read_table(source), folder / "built")
    if name == "create":
        dataset = create_dataset(folder / "dataset", identity={"title": "benchmark"})
    else:
        dataset = open_dataset(folder / "dataset")
    start = time.perf_counter()
    if name in {"create", "correct", "append", "unchanged"}:
        table = pq.read_table(source)
        if name in {"correct", "unchanged"}:  # one cell
            first = pa.array([i == rows // 2 for i in range(rows)])
            table = table.set_column(2, "whole_0", pc.if_else(first, pa.scalar(999, pa.int32()), table["whole_0"]))
        if name == "append":
            extra = table.slice(0, rows // 100)
            extra = extra.set_column(0, "event_id", pc.binary_join_element_wise(extra["event_id"], "b", ""))
            table = pa.concat_tables([table, extra])
        start = time.perf_counter()
        latest = dataset.versions()[-1].number if dataset.versions() else None
        done = dataset.commit({"events": table}, reason=name, base=latest, keys={"events": ["event_id"]})
        if name == "unchanged":
            return {"seconds": round(time.perf_counter() - start, 2), "created": done.created}
    elif name == "load":
        dataset.load()
    elif name == "diff":
        dataset.diff(1, 2)
    elif name == "verify":
        assert dataset.verify() == []
    return {"seconds": round(time.perf_counter() - start, 2)}


def build(name: str, table: Any, path: Path) -> dict[str, Any]:
    """Build from reports of a tenth as many articles: all at first, then one in a hundred of them again."""
    import pyarrow as pa

    from eventbook.datasets.building import store_keys, upserting

    articles = pa.array([f"article {number // 10}" for number in range(table.num_rows)])
    reports = table.append_column("article_id", articles)
    if name == "first build":
        dataset = create_dataset(path, identity={"title": "benchmark"})
    else:
        dataset = open_dataset(path)
        reports = reports.slice(0, table.num_rows // 100)
    wanted = reports["article_id"].unique().to_pylist()
    start = time.perf_counter()
    merge = upserting(wanted, event_key="event_id")
    dataset.commit({"reports": reports}, reason=name, merge=merge, keys=store_keys("event_id"))
    return {"seconds": round(time.perf_counter() - start, 2)}


def exceeded(figures: dict[str, Any]) -> list[str]:
    """The limits of limits.json that the figures break."""
    limits = json.loads((HERE / "limits.json").read_text(encoding="utf-8"))
    return [
        f"{name}: {what} {figures[name][what]}, allowed {most}"
        for name, wanted in limits["steps"].items()
        for what, most in wanted.items()
        if figures[name][what] > most
    ]


def main() -> None:
    """Run all steps and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to work; default a temporary folder")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="exit 1 where a limit of limits.json is broken")
    options = parser.parse_args()
    if options.step:
        result = step(options.step, options.rows, options.folder)
        used = resource.getrusage(resource.RUSAGE_SELF)
        result["peak_mb"], result["cpu_seconds"] = used.ru_maxrss // 1024, round(used.ru_utime + used.ru_stime, 1)
        print(json.dumps(result))
        return
    figures: dict[str, Any] = {"rows": options.rows}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for name in STEPS:
            command = [sys.executable, __file__, "--rows", str(options.rows), "--folder", folder, "--step", name]
            figures[name] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        versions = Path(folder, "dataset", "versions")
        files = {path.stat().st_ino: path.stat().st_size for path in versions.rglob("*.parquet")}
        figures["disk_mb"] = sum(files.values()) // 2**20
        figures["files"] = {"distinct": len(files), "names": len(list(versions.rglob("*.parquet")))}
    print(json.dumps(figures, indent=2))
    if options.check and (broken := exceeded(figures)):
        sys.exit("\n".join(broken))


if __name__ == "__main__":
    main()
