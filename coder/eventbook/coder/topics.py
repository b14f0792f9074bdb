"""What an article is about that tells no event: the topic with most of its words in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from eventbook.codebook.language_layer import load_topics

_WORD = re.compile(r"\w+")
_DEEDS = "deeds"  # no topic, but what outweighs one
MAX_CHARACTERS = 20_000  # a topic shows early


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, where its first word stands, as characters of the text, and how many different words tell it.

    `deeds` is the number of different words of fights and unrest beside them.
    """

    id: str
    start: int
    end: int
    words: int = 0
    deeds: int = 0


@lru_cache(maxsize=4)  # asked of one article up to three times
def find_topic(text: str, language: str) -> Topic | None:
    """The topic that has most different words in a text; None where no topic has as many as the language asks.

    Of equals the one listed first. Takes time in proportion to the length of the text.
    """
    small = _lower(text[:MAX_CHARACTERS])
    phrases = _phrases(language)
    found: dict[str, dict[str, tuple[int, int]]] = {topic: {} for topic in (*load_topics(language).topics, _DEEDS)}
    past = dict.fromkeys(found, 0)  # where the last words of each topic end
    for match in [match for match in _WORD.finditer(small) if match.group() in phrases]:
        for topic, phrase in phrases[match.group()]:
            start, end = match.start(), match.start() + len(phrase)
            if start >= past[topic] and small.startswith(phrase, start) and not _WORD.match(small, end):
                found[topic].setdefault(phrase, (start, end))
                past[topic] = end
    deeds = len(found.pop(_DEEDS))
    best = max(found, key=lambda topic: len(found[topic]))
    if len(found[best]) < load_topics(language).fewest_words:
        return None
    return Topic(best, *next(iter(found[best].values())), words=len(found[best]), deeds=deeds)


def is_quiet(topic: Topic, language: str) -> bool:
    """Whether an article of this topic tells of no event but what armed people or a crowd do."""
    least = load_topics(language).unarmed.get(topic.id)
    return least is not None and topic.words >= least and topic.words > topic.deeds


def _lower(text: str) -> str:
    """A text in small letters, of the same length whatever its letters."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@cache
def _phrases(language: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """(topic, phrase) by the first word of the phrase, the longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    topics = load_topics(language)
    for topic, phrases in {**topics.topics, _DEEDS: topics.deeds}.items():
        for phrase in phrases:
            if first := _WORD.match(phrase):
                table.setdefault(first.group(), []).append((topic, phrase))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[1]))) for word, pairs in table.items()}
