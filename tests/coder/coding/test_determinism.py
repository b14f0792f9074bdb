"""The same articles give the same bytes, whatever the order of sets and dictionaries in memory."""

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
STAGES = [str(CHECKOUT / stage) for stage in ("codebook", "coder")]

CODE = """
from eventbook.coder.articles import read_articles
from eventbook.coder.coding import Coder
from eventbook.coder.records import Article
from eventbook.coder.sample import sample_path

coder = Coder()
for item in read_articles([sample_path() / "articles.jsonl"]):
    if isinstance(item, Article):
        coded = coder.code(item)
        for row in coded.rows:
            print(row.event_id, [(name, cell) for name, cell in row.cells.items()])
        print(coded.not_coded)
"""


def coded_with(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(STAGES)}
    return subprocess.run([sys.executable, "-c", CODE], env=environment, check=True, capture_output=True).stdout


def test_two_hash_seeds_give_the_same_bytes() -> None:
    first = coded_with("1")
    assert first.count(b"\n") > 40
    assert coded_with("4242") == first
