"""The scan before any parse: which sentences have words of an act, and which of them can be where an event begins."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from eventbook.codebook.codebook import Codebook
from eventbook.coder.acts.finding import ActHit, find_acts, find_words, is_month, split_words
from eventbook.coder.acts.lexicon import ActLexicon
from eventbook.coder.acts.wanting import may_tell
from eventbook.coder.articles.boilerplate import find_boilerplate
from eventbook.coder.dates import find_dates, written_on
from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.context import LEAD_SENTENCES, Knowledge
from eventbook.coder.events.frames import Frames, day_led_by, days_of_labels, find_labels
from eventbook.coder.events.records import CIRCUMSTANCES, Dropped
from eventbook.coder.events.timing import day_of, window_reason
from eventbook.coder.parsing.sentences import split_sentences

_STOPS = (".", "!", "?", '"', "”", "’", "'")
_HEADING_WORDS = 8

# Bounds of the time that one article can take: no news report is near them.
MOST_CHARACTERS = 200_000  # of a text that are looked at
MOST_TOLD = 40_000  # of its sentences with words of an act


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with words of an act: its number, its words, the acts, and the dates it names.

    `idle` says that no parse can find an act in it, as it names nothing that these acts are done to.
    """

    number: int
    words: tuple[str, ...]
    hits: tuple[ActHit, ...]
    dates: tuple[DateMention, ...]
    idle: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """The sentences of an article as spans of characters, and those that may tell something.

    `beyond` is the first sentence that was not looked at because the text is too long, None where all were.
    """

    sentences: tuple[tuple[int, int], ...]
    told: tuple[Told, ...]
    lead: int  # the last of the sentences that open the article
    beyond: tuple[int, int] | None = None
    frames: Frames = field(default_factory=Frames)

    @property
    def candidates(self) -> tuple[int, ...]:
        """The numbers of the sentences with words of an act."""
        return tuple(one.number for one in self.told)


def scan_text(text: str, knowledge: Knowledge, published: date | None) -> Scan:
    """Cut a text into sentences, boilerplate left out, and find acts and dates; no parser, no places."""
    sentences, written = _sentences(text), written_on(text, published)
    told: list[Told] = []
    length = 0
    beyond = None
    for number, (start, end) in enumerate(sentences):
        words, hits = _acts(text, start, end, knowledge.acts)
        length += (end - start) if hits else 0
        if end > MOST_CHARACTERS or length > MOST_TOLD:
            sentences, beyond = sentences[:number], (start, end)
            break
        if hits:
            dates = find_dates(text, start, end, published=written)
            told.append(Told(number, tuple(words), hits, dates, idle=_is_idle(text[start:end], words, hits, knowledge)))
    lead = _headings(text, sentences) + LEAD_SENTENCES
    frames = _frames(text, sentences, told, knowledge, written, lead)
    return Scan(tuple(sentences), tuple(told), lead, beyond, frames)


def _frames(
    text: str,
    sentences: list[tuple[int, int]],
    told: Sequence[Told],
    knowledge: Knowledge,
    published: date | None,
    lead: int,
) -> Frames:
    """The days that labels and the sentences before give to sentences that name none."""
    if not told:
        return Frames()
    # Words that need an object may tell of no act: "troops entered 2 km inside the country".
    telling = frozenset(one.number for one in told if not all(hit.pattern.act.object for hit in one.hits))
    bare = [one.number for one in told if not one.dates]
    led = {
        n: day
        for n in bare
        if (day := day_led_by(text, sentences, n, published, knowledge.saying_forms, telling, lead))
    }
    inside = {n: day for n, day in led.items() if window_reason(day.date, published, knowledge.codebook) is None}
    labels = find_labels(text, sentences)
    return Frames(tuple(sentences), labels, days_of_labels(text, sentences, labels, published), inside)


def founders(scan: Scan, published: date | None, codebook: Codebook) -> tuple[int, ...]:
    """The numbers of the sentences where an event can begin: those that open the article or name a day.

    `events.merging` makes events of no others, unless an event was told before them. A word that only hints is not
    enough either.
    """
    return tuple(
        one.number
        for one in scan.told
        if _is_firm(one)
        and (
            published is None
            or one.number <= scan.lead
            or one.number in scan.frames.days
            or one.number in scan.frames.led
            or _is_dated(one, published, codebook)
        )
    )


def unread(text: str, scan: Scan, read: Collection[int], published: date | None, knowledge: Knowledge) -> list[Dropped]:
    """Why the sentences with words of an act that were not read give no event, each with its first act's words."""
    found = []
    figures = knowledge.language.background.metaphor["phrases"]
    for one in scan.told:
        if one.number not in read:
            first, last = scan.sentences[one.number]
            start, end = find_words(text, first, last, one.hits[0])
            sentence = text[first:last].lower()
            figurative = any(phrase in sentence for phrase in figures)
            reason = "metaphor" if figurative else _reason(one, published, knowledge.codebook)
            found.append(Dropped(start, end, reason))
    if scan.beyond:
        found.append(Dropped(*scan.beyond, "too_long"))
    return found


def _sentences(text: str) -> list[tuple[int, int]]:
    blocked = find_boilerplate(text)
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in (*blocked, (len(text), len(text))):
        if start > at:
            spans.extend(split_sentences(text, start=at, end=start))
        at = max(at, end)
    return spans


def _headings(text: str, sentences: Sequence[tuple[int, int]]) -> int:
    """How many headings stand before the first sentence: short lines without a stop, or what ends in a colon."""
    for number, (start, end) in enumerate(sentences):
        line = text[start:end].strip()
        if not line.endswith(":") and (line.endswith(_STOPS) or len(line.split()) > _HEADING_WORDS):
            return number
    return 0


def _acts(text: str, start: int, end: int, lexicon: ActLexicon) -> tuple[list[str], tuple[ActHit, ...]]:
    words = split_words(text, start, end)
    if lexicon.patterns.keys().isdisjoint(words):
        return words, ()

    def fits(hit: ActHit) -> bool:
        before = words[hit.first - 1] if hit.first else ""
        after = words[hit.first + 1] if hit.first + 1 < len(words) else ""
        return not is_month(words[hit.first], before, after)

    return words, find_acts(words, lexicon, fits if "march" in words else None)


def _is_idle(sentence: str, words: Sequence[str], hits: Sequence[ActHit], knowledge: Knowledge) -> bool:
    if not all(hit.pattern.act.object for hit in hits):
        return False
    return not may_tell(words, sentence, knowledge.acts, knowledge.objects, knowledge.number_words)


def _is_firm(one: Told) -> bool:
    """Whether more than a hint tells of an act: a word that can stand alone, two hints, or a crowd that may act."""
    meet = any("assembly" in hit.pattern.act.features for hit in one.hits)  # "gathered to demand"
    acts = {
        hit.pattern.act.act for hit in one.hits if meet or not CIRCUMSTANCES.issuperset(hit.pattern.act.features)
    }
    return len(acts) > 1 or any(not hit.pattern.act.weak or "gathering" in hit.pattern.act.features for hit in one.hits)


def _is_dated(one: Told, published: date, codebook: Codebook) -> bool:
    """Whether a sentence names a day that may lie in the reporting window."""
    for mention in one.dates:
        if mention.kind in ("anchored", "duration"):
            return True
        day = day_of(mention, None)
        if day is not None and window_reason(day.date, published, codebook) is None:
            return True
    return False


def _reason(one: Told, published: date | None, codebook: Codebook) -> str:
    """The reason for which a sentence founds no event: its days are too old or to come, or it has none."""
    days = [day for mention in one.dates if (day := day_of(mention, None))]
    outside = [reason for day in days if (reason := window_reason(day.date, published, codebook))]
    return outside[0] if outside else "undated"
