"""Who a person is that is named by surname alone: what the article called them at first."""

import re
from collections.abc import Set

from eventbook.coder.events.context import Scene
from eventbook.coder.parsing.records import Parse

_LEAST = 4  # letters of a surname; shorter ones are words too
_TITLE_WORDS = 6  # words before a surname in which its title stands: "presidential candidate Bernardo Jaramillo"
_MARKS = ".,;:()[]\"'“”‘’"


def is_introduced(parse: Parse, index: int, titles: Set[str], scene: Scene) -> bool:
    """Whether the text before named a person by one of these words: "Senator Luis Galan", then "Galan was shot"."""
    surname = parse.tokens[max(parse.tokens[index].index, *_flat(parse, index))].text
    if len(surname) < _LEAST:
        return False
    first = re.search(rf"\b{re.escape(surname)}\b", scene.text[: parse.start])
    if first is None:
        return False
    words = [word.strip(_MARKS) for word in scene.text[: first.start()].split()[-_TITLE_WORDS:]]
    at = next((n for n in reversed(range(len(words))) if words[n].lower() in titles), None)
    return at is not None and all(word[:1].isupper() for word in words[at + 1 :])


def _flat(parse: Parse, index: int) -> list[int]:
    return [kid.index for kid in parse.children(index, "flat")] or [index]
