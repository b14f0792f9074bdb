"""The same input gives the same bytes, whatever the hash seed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import hashlib, sys
sys.path[:0] = [sys.argv[1]]
import run
merged = run.merge(run.read("reports.jsonl"), run.load_codebook())
tables = (merged.events, merged.sources, merged.merges, merged.contradictions, merged.figures)
print(hashlib.sha256(repr([table.to_pylist() for table in tables]).encode()).hexdigest())
"""


def test_two_hash_seeds_give_the_same_tables() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(ROOT / "benchmarks" / "merging")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
