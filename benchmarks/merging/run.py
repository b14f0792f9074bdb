"""Measure merging on the labelled pairs: `python benchmarks/merging/run.py [--check]`; floors in floors.json.

`reports.jsonl` holds short reports written for this benchmark, coded by hand as a coder would, with the event that
each tells of; real towns, invented or freely retold happenings. `pairs.jsonl` names pairs of them and whether they are
one event. Pairs are judged two ways: alone, and with all reports merged at once. Stories of the part `held` were not
looked at while points were set.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / folder) for folder in ("codebook", "coder", "validation", "datasets")]

from eventbook.codebook.codebook import Codebook  # noqa: E402
from eventbook.codebook.loading import load_codebook  # noqa: E402
from eventbook.datasets.merging import Merged, merge_rows, sketch_table  # noqa: E402

FILLED = {"notes": "-", "timestamp": 0, "region": "-", "year": 0}


def read(name: str) -> list[dict[str, Any]]:
    """The records of a file beside this one."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def merge(reports: Sequence[dict[str, Any]], codebook: Codebook) -> Merged:
    """Merge these reports, each as an article of its own with one row."""
    import pyarrow as pa

    from eventbook.codebook.arrow import row_schema

    schema = row_schema(codebook)
    rows = []
    for report in reports:
        cells = {name: report.get(name, FILLED.get(name)) for name in schema.names}
        cells |= {"event_date": date.fromisoformat(report["event_date"]), codebook.key: report["id"]}
        rows.append(cells)
    table = pa.Table.from_pylist(rows, schema=schema).append_column(
        "article_id", pa.array([f"article {r['id']}" for r in reports])
    )
    articles = table["article_id"]
    sources = pa.table({
        "article_id": articles, "source": [r["source"] for r in reports],
        "published": [date.fromisoformat(r["published"]) for r in reports],
    })  # fmt: skip
    wording = pa.table(
        {"event_id": table[codebook.key], "article_id": articles, "wording": [r["text"] for r in reports]}
    )
    sketches = sketch_table(zip(articles.to_pylist(), [r["text"] for r in reports], strict=True))
    return merge_rows(table, codebook, sources=sources, sketches=sketches, wording=wording)


def judge(codebook: Codebook) -> list[dict[str, Any]]:
    """The pairs with `alone` and `together`: whether each way of merging makes them one event."""
    reports = {report["id"]: report for report in read("reports.jsonl")}
    merged = merge(list(reports.values()), codebook)
    event = dict(zip(merged.sources["article_id"].to_pylist(), merged.sources["event_id"].to_pylist(), strict=True))
    judged = []
    for pair in read("pairs.jsonl"):
        two = merge([reports[pair["a"]], reports[pair["b"]]], codebook)
        together = event[f"article {pair['a']}"] == event[f"article {pair['b']}"]
        judged.append(pair | {"alone": two.events.num_rows == 1, "together": together})
    return judged


def measure(judged: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of the pairs by part and way of merging."""
    found = {}
    for part in ("tune", "held", "all"):
        for way in ("alone", "together"):
            some = [pair for pair in judged if part in (pair["part"], "all")]
            right = sum(pair["same"] and pair[way] for pair in some)
            said, true = sum(pair[way] for pair in some), sum(pair["same"] for pair in some)
            precision, recall = right / max(said, 1), right / max(true, 1)
            found[f"{part} {way}"] = {
                "pairs": len(some), "same": true, "precision": round(precision, 4), "recall": round(recall, 4),
                "f1": round(2 * right / max(said + true, 1), 4),
            }  # fmt: skip
    return found


def below_floors(figures: dict[str, dict[str, float]]) -> list[str]:
    """The floors of floors.json that the figures miss."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return [
        f"{name}: {what} {figures[name][what]}, floor {least}"
        for name, wanted in floors.items() for what, least in wanted.items() if figures[name][what] < least
    ]  # fmt: skip


def show_miss(pair: dict[str, Any], reports: dict[str, dict[str, Any]], codebook: Codebook) -> None:
    """A pair that is judged wrongly, with its points."""
    lowered = codebook.model_copy(update={"merging": codebook.merging.model_copy(update={"threshold": -99.0})})
    points = merge([reports[pair["a"]], reports[pair["b"]]], lowered).merges.drop_columns(["event_id"]).to_pylist()
    print(json.dumps({key: pair[key] for key in ("a", "b", "same", "family", "part", "alone", "together")}), points)
    for name in ("a", "b"):
        report = reports[pair[name]]
        print(
            "   ",
            report["event_date"],
            report["location"],
            report["sub_event_type"],
            report["fatalities"],
            report["text"],
        )


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=["tune", "held", "all"], help="show the pairs judged wrongly")
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure is below its floor")
    options = parser.parse_args()
    codebook = load_codebook()
    judged = judge(codebook)
    figures = measure(judged)
    if options.misses:
        reports = {report["id"]: report for report in read("reports.jsonl")}
        for pair in judged:
            wrong = pair["same"] != pair["alone"] or pair["same"] != pair["together"]
            if wrong and options.misses in (pair["part"], "all"):
                show_miss(pair, reports, codebook)
    print(json.dumps(figures, indent=2))
    if options.check and (below := below_floors(figures)):
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
