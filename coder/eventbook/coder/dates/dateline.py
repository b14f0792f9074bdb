"""Datelines: "RUSTENBURG, September 24 (ANA) -", "BOGOTA, 18 FEB 90 (PRAVDA) --", "KABUL (Reuters) -"."""

import re
from datetime import date
from functools import lru_cache

from .find import find_dates
from .records import Dateline

_WINDOW = 400  # characters from the start of a text in which a dateline is looked for
_PLACE = r"[A-Z\u00c0-\u00de][\w'’.\-]*(?:[ /](?:[A-Z\u00c0-\u00de][\w'’.\-]*|de|del|la|el|al|of)){0,4}"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    place = rf"(?P<place>{_PLACE})"
    region = r"(?:\s*\([A-Z][A-Za-z .'\-]{1,30}\)|,\s*[A-Z][A-Za-z.'\- ]{1,30}?)??"
    when = r"(?:,?\s+(?P<date>[^()\n]{0,25}?(?:\d|day\b|DAY\b)[^()\n]{0,12}?))?"
    agency = r"\s*(?:[(\[](?P<agency>[^()\[\]\n]{2,60})[)\]])"
    close = r"\s*(?:--+|[-–—:])(?=\s|$)"
    capitals = r"(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.\- ]{2,40})"
    return (
        re.compile(rf"[ \t]*{place}{region}{when}{agency}{close}"),
        re.compile(rf"[ \t]*{capitals}{region}{when}\s*(?:--+|[–—]|\s-)(?=\s)"),
    )


def find_dateline(text: str, *, published: date | None = None) -> Dateline | None:
    """The dateline that opens one of the first lines of `text`; None where there is none.

    `published` infers a year that the dateline leaves out; without it such a date is unresolved.
    """
    head = text[:_WINDOW]
    line = 0
    while line < len(head):
        for pattern in _patterns():
            match = pattern.match(head, line)
            if match is not None and (found := _dateline(text, match, published)) is not None:
                return found
        newline = head.find("\n", line)
        if newline < 0:
            return None
        line = newline + 1
    return None


def _dateline(text: str, match: re.Match[str], published: date | None) -> Dateline | None:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    when = None
    if match["date"] is not None:
        dates = find_dates(text, match.start("date"), match.end("date"), published=published)
        if not dates:
            return None
        when = dates[0]
    place = match["place"].rstrip(" ,")
    named = match.re.groupindex.get("agency") is not None
    if not named and when is None and not place.isupper():
        return None
    if find_dates(text, match.start("place"), match.start("place") + len(place), published=published):
        return None  # "May 3 (Reuters) -": a date, no place
    if named and when is None and not (place.isupper() or match["agency"][:1].isupper()):
        return None
    return Dateline(start, match.end(), match.start("place"), match.start("place") + len(place), when)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATED = re.compile(
    rf"[ \t]*{_PLACE}(?:\s*\([A-Z][A-Za-z .'\-]{{1,30}}\))?(?:/{_PLACE})?,\s+"
    rf"(?P<date>{_MONTH}\s+\d{{1,2}})\b(?!\s*,?\s*\d)"
)
#: Days before its publication on which a report may have been written: a morning paper's was the day before.
_DAYS_BEFORE = 3


def written_on(text: str, published: date | None) -> date | None:
    """The day on which a report was written, from which "today" and "yesterday" count: that of its dateline
    ("SRINAGAR, June 27:") where it lies shortly before the publication, else the day of publication."""
    if published is None:
        return None
    line = find_dateline(text, published=published)
    day = line.date.day if line is not None and line.date is not None else None
    if day is None and (match := _DATED.match(text)) is not None:
        found = find_dates(text, match.start("date"), match.end("date"), published=published)
        day = found[0].day if found else None
    return day if day is not None and 0 < (published - day).days <= _DAYS_BEFORE else published
