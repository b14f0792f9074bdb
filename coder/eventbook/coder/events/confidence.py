"""How sure it is that a draft is an event of its own: a logistic model over what the text gives.

The weights are fitted by `coder/training/confidence/fit.py` on coded articles; the threshold is the codebook's
policy `minimum_confidence`. Likeness to the exemplars takes longer than all else that is done with an event, so it is
asked only where it decides whether there is one; elsewhere the usual likeness, the mean of the fit, stands for it.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.siting import Site
from eventbook.coder.events.timing import Day

MODEL = Path(__file__).parent / "confidence.json"


@cache
def _model() -> Mapping[str, Mapping[str, float]]:
    """The fitted weights by sign, and the usual likeness."""
    model: dict[str, dict[str, float]] = json.loads(MODEL.read_text(encoding="utf-8"))
    return model


def read_signs(draft: Draft, day: Day, site: Site, length: int) -> dict[str, float]:
    """What the words of a draft show, each sign in [0, 1]; `length` is the number of sentences of the article."""
    told = draft.told
    near = day.rule in ("dates.sentences_before", "dates.article")
    return {
        "bias": 1.0,
        "own_day": float(draft.own_day),
        "vague_day": float(draft.own_day and day.precision > 1),
        "near_day": float(not draft.own_day and near),
        "own_site": float(draft.site is not None),
        "near_site": float(draft.site is None and site.rule == "places.sentences_before"),
        "wide_site": float(site.place.kind in ("division", "region", "feature")),
        "figure": float(any(h.figures for h in draft.happenings)),
        "lead": float(draft.sentence <= 1),
        "early": float(1 < draft.sentence <= 4),
        "late": float(length > 8 and draft.sentence > 0.6 * length),
        "past": float(any(h.tense in ("past", "perfect") for h in told)),
        "pluperfect": float(all(h.tense == "pluperfect" for h in told)),
        "nominal": float(all(act.part == "noun" for h in told for act in h.acts)),
        "told_again": float(len(told) > 1),
        "agent": float(any(h.agents for h in told)),
        "patient": float(any(h.patients for h in told)),
        "secondary": float(all(h.secondary for h in draft.happenings)),
    }


def read_likeness(likeness: Mapping[str | None, float], kind: str) -> dict[str, float]:
    """The signs of likeness, each in [0, 1], from the probability of each kind (None: no event) by the exemplars."""
    return {"unlike": likeness.get(None, 0.0), "alike": likeness.get(kind, 0.0)}


def event_confidence(signs: Mapping[str, float], likeness: Mapping[str, float] | None = None) -> float:
    """Probability in (0, 1) that the draft is an event of its own; without its likeness, with the usual one."""
    weights = _model()["weights"]
    known = {**signs, **(_model()["usual"] if likeness is None else likeness)}
    return 1.0 / (1.0 + math.exp(-sum(weights[name] * value for name, value in known.items())))


def confidence_range(signs: Mapping[str, float]) -> tuple[float, float]:
    """The least and the most that the confidence of a draft can be, whatever its likeness."""
    extremes = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0))  # the two are probabilities of different kinds: at most 1 together
    found = [event_confidence(signs, {"unlike": unlike, "alike": alike}) for unlike, alike in extremes]
    return min(found), max(found)
