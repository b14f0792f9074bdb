"""Measure place resolution: `python benchmarks/places/run.py [--rows]`; floors in floors.json."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
UCDP = ROOT.parent / "shared" / "bench" / "ucdp_places_dev.csv"
sys.path[:0] = [str(ROOT / "coder"), str(ROOT / "codebook")]

from eventbook.coder.places.distance import kilometres  # noqa: E402
from eventbook.coder.places.folding import fold  # noqa: E402
from eventbook.coder.places.gazetteer import Gazetteer, open_gazetteer  # noqa: E402
from eventbook.coder.places.mentions import find_places  # noqa: E402
from eventbook.coder.places.resolution import find_divisions, resolve_place  # noqa: E402
from eventbook.coder.places.votes import country_votes  # noqa: E402


def measure_ucdp(path: Path, book: Gazetteer) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """The measures of the floors, and one record per row."""
    records = []
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            answer = resolve_place(
                row["where_coordinates"], country=row["country"], admin1=row["adm_1"] or None, gazetteer=book
            )
            best = answer.best
            record: dict[str, Any] = {**row, "why": answer.abstained_because or "", "km": None, "precision": None}
            if best is not None:
                place = best.place
                record["km"] = kilometres(
                    (place.latitude, place.longitude), (float(row["latitude"]), float(row["longitude"]))
                )
                record |= {
                    "precision": best.precision,
                    "found": f"{place.name} [{place.kind}] {place.admin1}/{place.admin2}",
                    "score": best.score,
                    "reason": best.reason,
                    "division": _same_division(book, row, place.admin1, place.admin2, place.name),
                }
            records.append(record)
    sure = [r for r in records if r["precision"] == 1]
    exact = [r for r in records if float(r["where_prec"]) == 1]
    count = len(records)
    return {
        "rows": count,
        "precision_1_answers": len(sure),
        "precision_1_within_25km": _share(r["km"] <= 25 for r in sure),
        "precision_1_wrong_100km_of_all": sum(r["km"] > 100 for r in sure) / count,
        "exact_rows_within_25km": _share(r["km"] is not None and r["km"] <= 25 for r in exact),
        "exact_rows_at_precision_1_within_25km": _share(r["precision"] == 1 and r["km"] <= 25 for r in exact),
        "right_division": _share(bool(r.get("division")) for r in records),
        "answered": _share(r["precision"] is not None for r in records),
    }, records


def measure_traps(path: Path, book: Gazetteer) -> tuple[float, list[str]]:
    """Share of trap sentences read right, and what went wrong in the others."""
    wrong, count = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        trap = json.loads(line)
        text = trap["text"]
        votes = country_votes(text, book)
        mentions = find_places(text, 0, len(text), gazetteer=book, country_votes=votes)
        placed = {m.quote: m for m in mentions if m.relation != "metonym"}
        faults = [quote for quote in trap["none"] if quote in placed]
        for expected in trap["expect"]:
            mention = placed.get(expected["quote"])
            place = mention.place if mention else None
            right = (expected["latitude"], expected["longitude"])
            if place is None or kilometres((place.latitude, place.longitude), right) > 25:
                faults.append(f"{expected['quote']} -> {place and (place.name, place.country)}")
        count += 1
        if faults:
            wrong.append(f"{text} | {faults}")
    return round(1 - len(wrong) / count, 4), wrong


def measure_speed(book: Gazetteer) -> dict[str, float]:
    """Look-ups a second on one core, over names of the file and names that are in none."""
    import sqlite3
    import time

    with sqlite3.connect(f"{book.paths[0].as_uri()}?mode=ro&immutable=1", uri=True) as base:
        names = [row[0] for row in base.execute("SELECT name FROM place WHERE id % 13 = 0 LIMIT 20000")]
    names += [name + "x" for name in names]
    start = time.process_time()
    for name in names:
        book.lookup(name)
    return {"lookups_per_second": round(len(names) / (time.process_time() - start))}


def _same_division(book: Gazetteer, row: dict[str, str], *names: str) -> bool:
    """The answer's division is the row's: by name, by the gazetteer's aliases of it, or as a part of it."""
    if not row["adm_1"]:
        return True
    iso2 = book.country_code(row["country"])
    found = find_divisions(book, row["adm_1"], iso2)
    known = {fold(row["adm_1"]), *(fold(entry.place.name) for entry in found)}
    known |= {fold(name) for entry in found for _, name in book.members(entry)}
    return any(fold(name) in known for name in names if name)


def _share(flags: Any) -> float:
    values = list(flags)
    return round(sum(values) / len(values), 4) if values else 0.0


def main() -> None:
    """Print the figures, and with --rows the rows that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", action="store_true")
    options = parser.parse_args()
    book = open_gazetteer()
    figures, records = measure_ucdp(UCDP, book) if UCDP.is_file() else ({}, [])
    figures["traps"], wrong = measure_traps(HERE / "traps.jsonl", book)
    figures |= measure_speed(book)
    if options.rows:
        print(*wrong, sep="\n")
        for r in sorted((r for r in records if r["precision"] == 1 and r["km"] > 25), key=lambda r: -r["km"]):
            print(
                f"{r['km']:.0f} km",
                *(r[k] for k in ("country", "adm_1", "adm_2", "where_coordinates", "found")),
                f"{r['score']:.2f}",
                r["reason"],
                sep=" | ",
            )
        print(Counter(r["country"] for r in records if not r.get("division")))
        for r in records:
            if not r.get("division"):
                print("DIV", r["country"], r["adm_1"], r["where_coordinates"], r.get("found"), r["why"], sep=" | ")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
