"""A scheme of invented columns."""

import pytest

from eventbook.validation.scoring.scheme import ScoreScheme


@pytest.fixture
def scheme() -> ScoreScheme:
    return ScoreScheme(event_type="family", sub_event_type="kind", day="when", location="town", deaths="dead",
                       precisions=("sure",), levels={"dead": "interval", "sure": "ordinal"})  # fmt: skip
