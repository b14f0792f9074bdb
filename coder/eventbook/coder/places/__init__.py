"""Places: the shipped gazetteer, look-up, choice among homonyms, and finding places in text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventbook.coder.places.folding import fold
    from eventbook.coder.places.gazetteer import Gazetteer, GazetteerError, open_gazetteer
    from eventbook.coder.places.mentions import find_places
    from eventbook.coder.places.records import Candidate, Context, Place, PlaceMention, Resolution
    from eventbook.coder.places.resolution import resolve, resolve_place
    from eventbook.coder.places.user import open_all, open_chosen
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
    "open_all",
    "open_chosen",
    "open_gazetteer",
    "resolve",
    "resolve_place",
]

# Names load their module when first asked for: a look-up needs two of the twenty.
_MODULES = {
    "fold": "folding",
    **dict.fromkeys(("Gazetteer", "GazetteerError", "open_gazetteer"), "gazetteer"),
    "find_places": "mentions",
    **dict.fromkeys(("Candidate", "Context", "Place", "PlaceMention", "Resolution"), "records"),
    **dict.fromkeys(("resolve", "resolve_place"), "resolution"),
    **dict.fromkeys(("open_all", "open_chosen"), "user"),
    "country_votes": "votes",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"eventbook.coder.places.{_MODULES[name]}"), name)
