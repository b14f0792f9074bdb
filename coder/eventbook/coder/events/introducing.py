"""Who a person is that is named by surname alone: what the article called them at first."""

import re
from collections.abc import Callable

from eventbook.coder.events.context import Scene
from eventbook.coder.parsing.records import Parse

_LEAST = 4  # letters of a surname; shorter ones are words too
_TITLE_WORDS = 6  # words before a surname in which its title stands: "presidential candidate Bernardo Jaramillo"
_MARKS = ".,;:()[]\"'“”‘’"


def is_introduced(parse: Parse, index: int, is_title: Callable[[str], bool], scene: Scene) -> bool:
    """Whether the text before named a person by such a word: "Senator Luis Galan", then "Galan was shot"."""
    surname = parse.tokens[max([index, *(kid.index for kid in parse.children(index, "flat"))])].text
    if len(surname) < _LEAST:
        return False
    first = re.search(rf"\b{re.escape(surname)}\b", scene.text[: parse.start])
    if first is None:
        return False
    words = [word.strip(_MARKS) for word in scene.text[: first.start()].split()[-_TITLE_WORDS:]]
    at = next((n for n in reversed(range(len(words))) if is_title(words[n].lower())), None)
    return at is not None and all(word[:1].isupper() for word in words[at + 1 :])
