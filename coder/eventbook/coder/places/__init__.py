"""Places: the shipped gazetteer, look-up, choice among homonyms, and finding places in text."""

from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Gazetteer, GazetteerError, open_gazetteer
from eventbook.coder.places.mentions import find_places
from eventbook.coder.places.records import Candidate, Context, Place, PlaceMention, Resolution
from eventbook.coder.places.resolve import resolve, resolve_place
from eventbook.coder.places.votes import country_votes

__all__ = [
    "Candidate",
    "Context",
    "Gazetteer",
    "GazetteerError",
    "Place",
    "PlaceMention",
    "Resolution",
    "country_votes",
    "find_places",
    "fold",
    "open_gazetteer",
    "resolve",
    "resolve_place",
]
