"""A scheme of invented columns: nothing in scoring may know those of a shipped codebook."""

from pathlib import Path

import pytest

from eventbook.validation.scoring.scheme import ScoreScheme

SHARED = Path(__file__).resolve().parents[4] / "shared"


@pytest.fixture
def scheme() -> ScoreScheme:
    return ScoreScheme(
        event_type="family", sub_event_type="kind", day="when", latitude="north", longitude="east", location="town",
        country="land", deaths="dead", actors=("who", "whom"), categories=("who_is", "whom_is"), article_id="doc",
        type_of={"fight": "force", "siege": "force", "march": "crowd"},
    )  # fmt: skip


@pytest.fixture
def shared() -> Path:
    if not (SHARED / "gold" / "score.py").exists():
        pytest.skip("../shared is not here")
    return SHARED
