"""Measure the checks: time and memory over made-up rows.

    python benchmarks/validation/run.py [ROWS ...] [--bad one-value|tenth] [--json FILE]

Rows are made by a fixed seed in the shipped codebook's columns with the sides, days and places varied, and padded to
36 columns. Each size runs in a process of its own. Limits: 1,000,000 rows in 40 s and 3 GB, 10,000 rows in 2 s, the
import of Great Expectations not counted.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

SEED = 20_240_229
LIMITS = {10_000: (2.0, 3.0), 1_000_000: (40.0, 3.0)}  # rows: seconds, GB


def make_rows(count: int, *, bad: str | None) -> "pa.Table":
    """`count` rows that keep the codebook, or with one value of a column, or a tenth of two columns, spoilt."""
    import numpy as np
    import pyarrow as pa

    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.checks.divisions import places_of

    codebook = load_codebook()
    random = np.random.default_rng(SEED)
    kinds, categories = codebook.kinds, codebook.actors.categories
    kind = random.integers(0, len(kinds), count)
    first, second = random.integers(0, len(categories), (2, count))
    countries = [codebook.country_by_iso3[code] for code in ("KAZ", "NGA", "IDN", "RUS", "BRA", "FRA", "IND", "USA")]
    where = random.integers(0, len(countries), count)
    days = random.integers(np.datetime64("1997-01-01").astype(int), np.datetime64("2024-12-31").astype(int), count)
    dates = days.astype("datetime64[D]")
    points = np.empty((count, 2))
    for number, country in enumerate(countries):
        places = places_of(country.iso3)
        chosen = where == number
        points[chosen] = places[random.integers(0, len(places), int(chosen.sum()))]

    def listed(values: list[Any], which: Any) -> "pa.Array":
        return pa.array(values, pa.string()).take(pa.array(which))

    labels = [category.label for category in categories]
    pairs = [codebook.write_interaction(a.id, b.id) for a in categories for b in categories]
    targets = [
        "Civilian targeting" if (rule == "always" if isinstance(rule := k.targeting, str) else c.id in rule.if_second)
        else None for k in kinds for c in categories
    ]  # fmt: skip
    numbers = np.arange(count).astype(str)
    prefixes = np.array([country.iso3 for country in countries])[where]
    place = np.char.add("Place ", (days % 5000).astype(str))
    columns = {
        "event_id_cnty": pa.array(np.char.add(prefixes, numbers)),
        "event_date": pa.array(dates), "year": pa.array(dates.astype("datetime64[Y]").astype(int) + 1970),
        "time_precision": pa.array(random.integers(1, 4, count)),
        "disorder_type": listed([codebook.disorder_labels[k.sub_event_type.disorder_type or ""] for k in kinds], kind),
        "event_type": listed([k.event_type.label for k in kinds], kind),
        "sub_event_type": listed([k.sub_event_type.label for k in kinds], kind),
        "actor1": pa.array(np.char.add("Group ", (days % 997).astype(str))),
        "assoc_actor_1": pa.nulls(count, pa.string()), "inter1": listed(labels, first),
        "actor2": pa.array(np.char.add("Side ", numbers)), "assoc_actor_2": pa.nulls(count, pa.string()),
        "inter2": listed(labels, second), "interaction": listed(pairs, first * len(labels) + second),
        "civilian_targeting": listed(targets, kind * len(labels) + second),
        "iso": pa.array(np.full(count, 398)), "region": listed([c.region for c in countries], where),
        "country": listed([c.label for c in countries], where), "admin1": pa.nulls(count, pa.string()),
        "admin2": pa.nulls(count, pa.string()), "admin3": pa.nulls(count, pa.string()), "location": pa.array(place),
        "latitude": pa.array(points[:, 0]), "longitude": pa.array(points[:, 1]),
        "geo_precision": pa.array(random.integers(1, 4, count)),
        "source": listed(["Gazette", "Courier; Gazette", "Radio"], random.integers(0, 3, count)),
        "source_scale": listed(["National", "Regional-International"], random.integers(0, 2, count)),
        "notes": pa.array(np.char.add("On that day something happened at a place; report number ", numbers)),
        "fatalities": pa.array(random.poisson(1.0, count)), "tags": pa.nulls(count, pa.string()),
        "timestamp": pa.array(days * 86_400),
    }  # fmt: skip
    if bad == "one-value":
        columns["inter2"] = pa.repeat(pa.scalar("Somebody"), count)
    elif bad == "tenth":
        spoilt = random.random(count) < 0.1
        columns["fatalities"] = pa.array(np.where(spoilt, -1, 0))
        columns["sub_event_type"] = pa.array(np.where(spoilt, "Riot", columns["sub_event_type"].to_numpy(False)))
    extra = {f"extra_{n}": pa.array(np.full(count, n)) for n in range(36 - len(columns))}
    return pa.table(columns | extra)


def measure(count: int, *, bad: str | None) -> dict[str, Any]:
    """Seconds, findings and memory of one run in this process."""
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.checks import check_rows

    codebook = load_codebook()
    check_rows(make_rows(10, bad=None), codebook)  # imports what is not counted
    rows = make_rows(count, bad=bad)
    before = _peak_gb()
    start = time.perf_counter()
    findings = check_rows(rows, codebook)
    seconds = time.perf_counter() - start
    counts = findings.group_by("check_id").aggregate([("check_id", "count")]).to_pylist()
    by_check = {row["check_id"]: row["check_id_count"] for row in counts}
    return {"rows": count, "columns": rows.num_columns, "bad": bad, "seconds": round(seconds, 2),
            "peak_gb": round(_peak_gb(), 2), "peak_before_gb": round(before, 2), "findings": by_check}  # fmt: skip


def _peak_gb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**30 if sys.platform == "darwin" else 2**20)


def main() -> None:
    """Run every size in its own process; exit 1 where a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="*", default=[10_000, 1_000_000])
    parser.add_argument("--bad", choices=["one-value", "tenth"])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        print(json.dumps(measure(arguments.rows[0], bad=arguments.bad)))
        return
    results = []
    for count in arguments.rows:
        command = [sys.executable, __file__, str(count), "--here", *(["--bad", arguments.bad] if arguments.bad else [])]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        results.append(json.loads(done.stdout.splitlines()[-1]))
        print(json.dumps(results[-1]))
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    broken = [r for r in results if (limit := LIMITS.get(r["rows"])) and (r["seconds"], r["peak_gb"]) > limit
              and (r["seconds"] > limit[0] or r["peak_gb"] > limit[1])]  # fmt: skip
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
