"""Make the index of each shipped codebook's exemplars: python coder/training/embedding/build_index.py.

Run it after an exemplar, the weights or the constants of `eventbook.coder.kinds.exemplar_index` have changed;
a test fails when the index is stale.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "codebook"), str(ROOT / "coder")]


def main() -> None:
    """Write coder/eventbook/coder/embedding/index/<codebook id>.npz."""
    from eventbook.codebook.loading import list_shipped, load_codebook
    from eventbook.coder.kinds.exemplar_index import SHIPPED, build_index, exemplar_key, index_bytes

    SHIPPED.mkdir(parents=True, exist_ok=True)
    for name in list_shipped():
        codebook = load_codebook(name)
        path = SHIPPED / f"{name}.npz"
        path.write_bytes(index_bytes(build_index(codebook), exemplar_key(codebook)))
        print(f"{path.relative_to(ROOT)}: {len(codebook.exemplars)} exemplars, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
