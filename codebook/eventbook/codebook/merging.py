"""merging.yaml: when rows of different articles are one event, and which of their values stands.

A codebook may lack the file, or any key of it: what stands here is then the policy. Points are log-odds to the base e,
set by hand on the tuning part of benchmarks/merging and added up; a pair that reaches `threshold` is one event.
"""

from typing import Literal

from pydantic import Field

from eventbook.codebook.model import Record

ValuePolicy = Literal[
    "majority", "most_precise", "most_specific", "most_confident", "most_trusted", "latest", "earliest"
]
DeathsPolicy = Literal["lowest_of_latest", "min", "max", "median", "most_trusted"]


class Points(Record):
    """What each agreement or disagreement of two rows is worth."""

    place_same: float = 3.0  # both exact, one name or one point
    place_near: float = 0.5  # both exact, other names, within `near_km`
    place_other: float = -2.5  # both exact, other names, at `near_km`; twice that at `apart_km`
    place_vague: float = 1.5  # one is exact, or nearly, and lies within the other's reach
    place_vague_both: float = 0.5  # the same division or region, no town
    admin1_same: float = 0.5  # added where a place is not exact
    day_same: float = 2.0
    day_off: float = -1.0  # for each day between two known days
    day_within: float = 0.5  # a day is vague, and the other lies within its slack
    kind_same: float = 1.5
    kind_type: float = 0.25  # one event type, other sub-types
    kind_confusable: float = -0.25
    side_named: float = 1.5  # one name that is no template
    side_generic: float = 0.25  # one template, such as protesters of a country
    side_found: float = 0.0  # one is a template or missing, the other a fitting name
    side_category: float = -0.75  # other categories
    side_other: float = -3.0  # two names of different actors
    associates_same: float = 0.75
    associates_other: float = -0.75
    deaths_same: float = 0.5  # for each doubling above one death, up to `deaths_same_most`
    deaths_same_most: float = 2.0
    deaths_none: float = 0.25  # both report none
    deaths_grow: float = 0.25  # the later report has more, up to three times as many
    deaths_differ: float = -1.0  # for each doubling between them otherwise, down to `deaths_differ_least`
    deaths_differ_least: float = -3.0
    words_slope: float = 9.0  # times the shared part of content words above `words_pivot`
    words_pivot: float = 0.25
    words_least: float = -2.75
    words_most: float = 3.5
    copies: float = 4.0  # the articles are near-identical; stands instead of the words


class Merging(Record):
    """How rows of different articles become one event (merging.yaml)."""

    day_window: int = Field(default=3, ge=0, le=31)  # days between reports of one event
    day_slack: dict[int, int] = Field(
        default={}
    )  # days by precision code; else 0, 3 and 15 from the first code to the last
    place_reach_km: dict[int, float] = Field(
        default={}
    )  # by precision code; else 5, 30 and 150 from the first code to the last
    near_km: float = Field(default=6, gt=0)
    apart_km: float = Field(default=25, gt=0)  # two exact places farther apart are never one event
    confusable: tuple[tuple[str, ...], ...] = ()  # ids of event types and sub-types; else those of one disorder type
    near_duplicate: float = Field(default=0.35, gt=0, le=1)  # containment of 4-word shingles of two articles
    threshold: float = 5.0
    points: Points = Points()
    trusted: tuple[str, ...] = ()  # sources, the most trusted first
    day: ValuePolicy = "most_precise"
    place: ValuePolicy = "most_precise"
    kind: ValuePolicy = "majority"
    sides: ValuePolicy = "most_specific"
    deaths: DeathsPolicy = "lowest_of_latest"
