"""Put a trained pipeline into the package.

python coder/training/parser/package.py build/parser/last coder/eventbook/coder/parsing/model/pipeline
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2] / "codebook")]

NAME = "eventbook_small"
VERSION = "1.1.0"
META = {
    "name": NAME,
    "version": VERSION,
    "description": "Penn tags and Universal Dependencies for English news, with vectors of the embedding's word pieces",
    "author": "The eventbook maintainers",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {"name": "UD English-EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM (academic, bio, court, interview, news, voyage)", "license": "CC BY 4.0"},
        {"name": "all-MiniLM-L6-v2 (its table of word pieces)", "license": "Apache-2.0"},
    ],
}


def package(trained: Path, out: Path) -> None:
    """Write the pipeline without what only training needs; of the strings, the labels alone."""
    import spacy

    from eventbook.coder.parsing.pieces import piece_vectors

    nlp = spacy.load(trained)
    nlp.vocab.vectors = piece_vectors(nlp.vocab.strings)
    nlp.meta.update(META)
    for section in ("initialize", "training", "corpora"):
        nlp.config[section] = {}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab"])
    tags = nlp.get_pipe("tagger").labels
    relations = nlp.get_pipe("parser").labels
    strings = out / "vocab" / "strings.json"
    strings.parent.mkdir()
    strings.write_text(json.dumps(sorted({*tags, *relations}), indent=0) + "\n", encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("trained", type=Path)
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    package(given.trained, given.out)


if __name__ == "__main__":
    main()
