"""What an article is about that tells no event: the topic with most of its words in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from eventbook.codebook.language_layer import load_topics

MAX_CHARACTERS = 20_000  # a topic shows early


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and where its first word stands, as characters of the text."""

    id: str
    start: int
    end: int


def find_topic(text: str, language: str) -> Topic | None:
    """The topic that has most different words in a text; None where no topic has as many as the language asks.

    Of equals the one listed first. Takes time in proportion to the length of the text.
    """
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for topic, pattern in _patterns(language).items():
        words = found.setdefault(topic, {})
        for match in pattern.finditer(text, 0, MAX_CHARACTERS):
            words.setdefault(match.group().lower(), match.span())
    best = max(found, key=lambda topic: len(found[topic]))
    if len(found[best]) < load_topics(language).fewest_words:
        return None
    return Topic(best, *next(iter(found[best].values())))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    return {
        topic: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)", re.I)
        for topic, words in load_topics(language).topics.items()
    }
