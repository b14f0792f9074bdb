"""Numbers: counts of people and things in a sentence, and sums over noun phrases."""

from .counts import find_counts
from .people import count_people
from .records import Count, CountKind, PeopleCount

__all__ = ["Count", "CountKind", "PeopleCount", "count_people", "find_counts"]
