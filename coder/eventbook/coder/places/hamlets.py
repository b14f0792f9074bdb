"""Villages of which but name and point are known: read only where the article speaks of their surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventbook.coder.places.cues import Cue
from eventbook.coder.places.distance import kilometres
from eventbook.coder.places.folding import fold, fold_text
from eventbook.coder.places.gazetteer import Gazetteer, is_hamlet
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.people import people_named
from eventbook.coder.places.records import Place
from eventbook.coder.places.spans import Case, Span
from eventbook.coder.places.votes import clear_points

#: Kilometres from a large place of the article within which a village may be meant.
_AROUND_KM = 150.0
#: Inhabitants of a town of the sentence beside which a village may be meant.
_TOWN = 20_000


def names_hamlets(span: Span) -> bool:
    """Whether a name is of hamlets alone."""
    return all(is_hamlet(entry.place) for entry in span.entries)


def may_be_hamlet(
    span: Span, cue: Cue, words: Words, case: Case, *, text: str, beside: Iterable[Span], book: Gazetteer
) -> bool:
    """Whether a name that only hamlets bear is one here: no facility's or person's, and near what the article names.

    Where no large place is named, a kind word has to stand by it ("the village of"); where capitals tell nothing, its
    division has to be named. `beside`: the names of the sentence.
    """
    kind = (cue.word or "").removesuffix(" of")
    if cue.strength < 2 or (cue.strength == 3 and kind in words.kind_after and not _is_settlement(kind, words)):
        return False  # "Fatehpuri mosque", "Tihar jail"
    if cue.strength == 2 and span.key in people_named(text):
        return False  # "trust in Kalin", who was "Ibrahim Kalin" above
    if any(_is_told(entry.place, text) for entry in span.entries):
        return True
    if case != "mixed":
        return False
    points = [*clear_points(text, book), *_points(beside)]
    here = [(entry.place.latitude, entry.place.longitude) for entry in span.entries]
    near = any(kilometres(one, point) <= _AROUND_KM for one in here for point in points)
    return near or (not points and cue.strength == 3)


def _points(spans: Iterable[Span]) -> Iterator[tuple[float, float]]:
    """Where the larger towns lie whose own names a sentence holds."""
    for span in spans:
        for entry in span.entries:
            if entry.rank <= 0 and entry.place.kind in ("town", "subdivision") and entry.place.population >= _TOWN:
                yield entry.place.latitude, entry.place.longitude


def _is_settlement(kind: str, words: Words) -> bool:
    return kind in words.settlements or kind in words.district_words or kind in words.division_words


def _is_told(place: Place, text: str) -> bool:
    """Whether an article names a division in which a place lies."""
    return any(division and f" {fold(division)} " in fold_text(text) for division in (place.admin1, place.admin2))
