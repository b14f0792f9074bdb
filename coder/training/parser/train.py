"""Train the parsing pipeline from the treebanks.

    python coder/training/parser/train.py TREEBANKS OUT --minutes 60

The learning rate falls linearly to zero over the given wall time (or over ``--steps``),
so that a run on a slow machine still ends with a settled model.  The averaged weights
are saved: ``OUT/last`` at every check, and at the end.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parents[2] / "codebook")]

from prepare import batches, example, split_dev, training_sentences  # noqa: E402
from tokens import make_tokenizer  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Schedule:
    """Progress from 0 to 1 by wall time or by steps, and the learning rate it implies."""

    minutes: float
    steps: int | None
    peak: float = 0.001
    warmup_steps: int = 200

    def progress(self, step: int, begun: float) -> float:
        if self.steps is not None:
            return min(1.0, step / self.steps)
        return min(1.0, (time.monotonic() - begun) / (60 * self.minutes))

    def rate(self, step: int, progress: float) -> float:
        return self.peak * min(1.0, (step + 1) / self.warmup_steps) * max(0.01, 1.0 - progress)


def build(treebanks: Path, *, resume: Path | None, with_dev: bool) -> tuple[Language, Any, list[Any]]:
    """A pipeline, new or to be trained on, its optimizer, and the training trees."""
    import spacy
    from spacy.util import fix_random_seed, load_config
    from thinc.api import Adam, NumpyOps, set_current_ops

    from eventbook.coder.parsing.pieces import piece_vectors

    # NumPy's own matrix product is two to three times as fast as thinc's on one core.
    set_current_ops(NumpyOps(use_blis=False))

    fix_random_seed(0)
    sentences = training_sentences(treebanks, with_dev=with_dev)
    if resume is not None:
        nlp = spacy.load(resume)
        nlp.vocab.vectors = piece_vectors(nlp.vocab.strings)
        nlp.tokenizer = make_tokenizer(nlp)
    else:
        nlp = spacy.util.load_model_from_config(load_config(HERE / "config.cfg"), auto_fill=True)
        nlp.vocab.vectors = piece_vectors(nlp.vocab.strings)
        nlp.tokenizer = make_tokenizer(nlp)
        examples = [example(nlp, s) for s in sentences]
        nlp.initialize(lambda: examples)
    optimizer = Adam(
        learn_rate=0.001,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        L2_is_weight_decay=True,
        grad_clip=1.0,
        use_averages=True,
    )
    return nlp, optimizer, sentences


def train(
    treebanks: Path,
    out: Path,
    *,
    schedule: Schedule,
    batch_words: int,
    dropout: float,
    every: float,
    resume: Path | None,
    with_dev: bool,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    nlp, optimizer, sentences = build(treebanks, resume=resume, with_dev=with_dev)
    dev = [example(nlp, s) for s in split_dev(treebanks)[0]]
    gc.freeze()
    begun = last_check = time.monotonic()
    losses: dict[str, float] = {}
    seen = 0
    for step, batch in enumerate(batches(nlp, sentences, words=batch_words, seed=2 if resume else 1)):
        progress = schedule.progress(step, begun)
        done = progress >= 1.0
        now = time.monotonic()
        if done or now - last_check > 60 * every:
            row = check(nlp, optimizer, dev, out)
            row |= {
                "step": step,
                "words": seen,
                "minutes": round((now - begun) / 60, 1),
                "rate": round(optimizer.learn_rate, 6),
            }
            row |= {f"loss_{k}": round(v) for k, v in losses.items()}
            print(json.dumps(row), flush=True)
            losses = {}
            last_check = time.monotonic()
        if done:
            break
        optimizer.learn_rate = schedule.rate(step, progress)
        nlp.update(batch, sgd=optimizer, drop=dropout, losses=losses)
        optimizer.step_schedules()
        seen += sum(len(eg.reference) for eg in batch)


def check(nlp: Language, optimizer: Any, dev: list[Any], out: Path) -> dict[str, Any]:
    """Score the averaged weights on the development sample, and save them."""
    from prepare import one_sentence
    from spacy.training import Example

    with nlp.use_params(optimizer.averages):
        fresh = [Example(one_sentence(nlp, eg.reference.text), eg.reference) for eg in dev]
        scores = nlp.evaluate(fresh)
        nlp.to_disk(out / "last")
    return {k: round(100 * scores[k], 2) for k in ("tag_acc", "dep_uas", "dep_las")}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("treebanks", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--minutes", type=float, default=60.0)
    arguments.add_argument("--steps", type=int, default=None)
    arguments.add_argument("--batch-words", type=int, default=800)
    arguments.add_argument("--dropout", type=float, default=0.12)
    arguments.add_argument("--every", type=float, default=3.0, help="minutes between checks")
    arguments.add_argument("--peak", type=float, default=0.001, help="highest learning rate")
    arguments.add_argument("--resume", type=Path, default=None, help="a saved pipeline to train on")
    arguments.add_argument("--with-dev", action="store_true", help="train on the unwatched development trees too")
    given = arguments.parse_args()
    train(
        given.treebanks,
        given.out,
        schedule=Schedule(minutes=given.minutes, steps=given.steps, peak=given.peak),
        batch_words=given.batch_words,
        dropout=given.dropout,
        every=given.every,
        resume=given.resume,
        with_dev=given.with_dev,
    )


if __name__ == "__main__":
    main()
