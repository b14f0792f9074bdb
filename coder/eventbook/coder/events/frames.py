"""What opens a paragraph says when and where all of it happened: "MOSUL -", "- Kharkiv.", "THURSDAY."."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from eventbook.coder.acts.finding import WORD, split_words
from eventbook.coder.clauses.words import grammar
from eventbook.coder.dates import find_dates
from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.siting import Site, site_of
from eventbook.coder.events.timing import Day, day_of
from eventbook.coder.places.records import PlaceMention

_MOST_WORDS = 4  # of a label
_LEAST_LABELS = 2  # one town that opens a report is where it was sent from
_LED = 3  # sentences for which a day holds
_POINTS = frozenset("*•▪●>-–—·")
_BULLET = re.compile(r"[\s\-–—*•▪●>]*")

Span = tuple[int, int]
FindPlaces = Callable[[int, int], Sequence[PlaceMention]]


@dataclass(frozen=True, slots=True)
class Frames:
    """The sentences of an article; the numbers of those that are labels; the days of those under a label; the days
    that lead up to an undated sentence.
    """

    sentences: tuple[Span, ...] = ()
    labels: tuple[int, ...] = ()
    days: Mapping[int, Day] = field(default_factory=dict)
    led: Mapping[int, Day] = field(default_factory=dict)


def find_labels(text: str, sentences: Sequence[Span]) -> tuple[int, ...]:
    """The numbers of the short pieces before a sentence on the same line that open a paragraph or end in a colon."""
    return tuple(
        n
        for n in range(len(sentences) - 1)
        if (opens_paragraph(text, sentences, n) or text[sentences[n][1] - 1] == ":")
        and not opens_paragraph(text, sentences, n + 1)
        and len(WORD.findall(text, *sentences[n])) <= _MOST_WORDS
    )


def opens_paragraph(text: str, sentences: Sequence[Span], number: int) -> bool:
    """Whether a sentence is the first of its paragraph."""
    return number == 0 or "\n" in text[sentences[number - 1][1] : sentences[number][0]]


def days_of_labels(
    text: str, sentences: Sequence[Span], labels: Sequence[int], published: date | None
) -> dict[int, Day]:
    """The days of the sentences under a label that is a day; it holds until the next, as in a chronicle.

    The day that a line before a list names holds for the list: "In other violence on Wednesday:" and its points.
    """
    told = {n: found for n in labels if (found := _label_day(text, sentences[n], published))}
    days: dict[int, Day] = {}
    day: Day | None = None
    of_list: Day | None = None
    for n in range(len(sentences)):
        day = told.get(n, day)
        point = n in labels or _is_point(text, sentences[n])
        goes_on = point or not opens_paragraph(text, sentences, n)
        of_list = _list_day(text, sentences[n], published) or (of_list if goes_on else None)
        if (here := of_list or day) is not None:
            days[n] = here
    return days


def _is_point(text: str, span: Span) -> bool:
    """Whether a sentence is a point of a list."""
    return text[span[0]] in _POINTS or text[: span[0]].rstrip(" \t")[-1:] in _POINTS


def _list_day(text: str, span: Span, published: date | None) -> Day | None:
    """The one day that a line before a list of events names: "In other violence on Sunday:", "Following are"."""
    line = text[slice(*span)].lower()
    lists = line.startswith(grammar().apart_openings) or any(words in line for words in grammar().list_openings)
    if not (line.endswith(":") and lists):
        return None
    days = [day for mention in find_dates(text, *span, published=published) if (day := _plain(mention))]
    return replace(days[0], rule="dates.label") if len(days) == 1 else None


def places_of_labels(text: str, frames: Frames, find_places: FindPlaces) -> dict[int, Site]:
    """The places of the sentences whose paragraph opens with one, where several paragraphs do."""
    if len(frames.labels) < _LEAST_LABELS:
        return {}
    sentences = frames.sentences
    sites = {n: site for n in frames.labels if (site := _label_site(text, sentences[n], find_places))}
    if len(sites) < _LEAST_LABELS:
        return {}
    found: dict[int, Site] = {}
    for n in range(len(sentences)):
        here = sites.get(n, None if opens_paragraph(text, sentences, n) else found.get(n - 1))
        if here is not None:
            found[n] = here
    return found


def day_led_by(
    text: str,
    sentences: Sequence[Span],
    number: int,
    published: date | None,
    saying: frozenset[str],
    telling: frozenset[int],
    lead: int,
) -> Day | None:
    """The day named just before a sentence where no deed is told: "He was stopped on Friday. Men shot him".

    `telling` are the numbers of the sentences with words of an act. A day holds in its paragraph, that of the article's
    opening, up to sentence `lead`, also behind it. Not of a dateline, and not where somebody says something (`saying`,
    forms of verbs): that may be the day of saying.
    """
    within = True
    for n in range(number - 1, max(number - 1 - _LED, -1), -1):
        within = within and not opens_paragraph(text, sentences, n + 1)
        if n in telling or not (within or n <= lead):
            return None
        start, end = sentences[n]
        if not text[start:end].endswith(".") or not saying.isdisjoint(split_words(text, start, end)):
            return None
        days = [day for mention in find_dates(text, start, end, published=published) if (day := _plain(mention))]
        if days:
            return days[-1]
    return None


def _plain(mention: DateMention) -> Day | None:
    """The day of a date that names one by itself."""
    day = day_of(mention, None) if mention.kind in ("absolute", "relative") and mention.precision == 1 else None
    return replace(day, rule="dates.sentences_before", confidence=0.6) if day else None


def place_of_opening(text: str, frames: Frames, find_places: FindPlaces) -> Site | None:
    """The place from which a report is sent: that of the first label, "MULTAN:"."""
    first = next((frames.sentences[n] for n in frames.labels), None)
    site = _label_site(text, first, find_places) if first is not None else None
    return replace(site, rule="places.here") if site is not None else None


def _label_site(text: str, span: Span, find_places: FindPlaces) -> Site | None:
    named = (site for mention in find_places(*_inside(text, span)) if (site := site_of(mention)))
    return next((replace(site, rule="places.label") for site in named), None)


def _inside(text: str, span: Span) -> Span:
    bullet = _BULLET.match(text, *span)
    return bullet.end() if bullet else span[0], span[1]


def _label_day(text: str, span: Span, published: date | None) -> Day | None:
    """The day of a label that is nothing but a date: "THURSDAY.", "WEDNESDAY (Feb. 22)."."""
    dates = find_dates(text, *span, published=published)
    words = [match.start() for match in WORD.finditer(text, *span)]
    if not all(any(mention.start <= word < mention.end for mention in dates) for word in words):
        return None
    return next((replace(day, rule="dates.label") for mention in dates if (day := day_of(mention, None))), None)
