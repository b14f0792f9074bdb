"""How well exemplars are told apart by models that have not seen them: python coder/training/embedding/evaluate.py.

Five folds; prints accuracy, the Brier score of the first choice and a table of reliability.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "codebook"), str(ROOT / "coder")]


def main() -> None:
    """Print the figures of the model card."""
    import numpy as np

    from eventbook.codebook.loading import load_codebook
    from eventbook.coder.embedding.fitting import fit_temperature, log_softmax
    from eventbook.coder.embedding.words import word_matrix
    from eventbook.coder.kinds.exemplar_index import cross_score, load_index

    index = load_index(load_codebook())
    assert index is not None
    places = {word: place for place, word in enumerate(index.words)}
    features = np.hstack([index.vectors, word_matrix(index.texts, places, index.rarity)])
    scores = cross_score(index.vectors, features, index.labels, len(index.classes))
    temperature = fit_temperature(scores, index.labels)
    probabilities = np.exp(log_softmax(scores / temperature))
    first, sure = probabilities.argmax(axis=1), probabilities.max(axis=1)
    right = first == index.labels
    coded = index.labels < len(index.classes) - 1
    two = (np.argsort(-probabilities, axis=1)[:, :2] == index.labels[:, None]).any(axis=1)
    print(f"{len(right)} exemplars, temperature {temperature:.2f}")
    print(f"right: all {right.mean():.3f}, codable {right[coded].mean():.3f}, not codable {right[~coded].mean():.3f}, "
          f"first two {two.mean():.3f}, Brier {((sure - right) ** 2).mean():.3f}")
    for low in np.arange(0, 1, 0.2):
        rows = (sure >= low) & (sure < low + 0.2 + 1e-9)
        if rows.any():
            print(f"{low:.1f} to {low + 0.2:.1f}: n {rows.sum()}, said {sure[rows].mean():.2f}, "
                  f"right {right[rows].mean():.2f}")


if __name__ == "__main__":
    main()
