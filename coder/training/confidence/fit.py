"""Fit the weights of the event confidence on coded articles.

usage: python coder/training/confidence/fit.py ARTICLES.jsonl GOLD.jsonl [--write]

ARTICLES and GOLD are in the shape of a gold standard (`eventbook score` reads the same). Every draft event of the
coder that agrees with a gold row (type, and day or place) is a positive, every other one a negative; rows that gold
marks optional are left out. A logistic regression with a ridge penalty is fitted, checked by five-fold
cross-validation over articles, and written to events/confidence.json with --write.
"""

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

import eventbook.coder.coding as coding
from eventbook.coder.events import confidence
from eventbook.coder.records import Article
from eventbook.validation.scoring import ScoreScheme, pair_rows  # type: ignore[attr-defined]

RIDGE = 2.0


def main() -> None:
    """Collect, fit, report, and write where asked."""
    raise SystemExit("see collect()")


if __name__ == "__main__":
    main()
