"""Measure how well the coder reads: `eventbook bench` from a checkout that need not be installed (see README.md)."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAGES = ("codebook", "coder", "validation", "datasets", "cli")
sys.path[:0] = [str(HERE), *(str(HERE.parents[1] / stage) for stage in STAGES)]

from eventbook.cli.bench import command as main  # noqa: E402

if __name__ == "__main__":
    main()
