"""Words, figures and marks of a stretch of text with their offsets: what dates and counts are read from."""

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"[^\W\d_]\w*"  # a word, or a letter-led mix such as MH17
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}([/.])[0-9]{1,2}\1[0-9]{4}(?!\w)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
    r"|[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9,.:/-])"  # 300 000
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?(?:[^\W\d_]\w*)?"
    r"|[0-9]+(?:\.[0-9]+)?(?:[^\W\d_]\w*)?"  # the tail keeps 3rd, 5pm, 2.5m, 1990s in one piece
    r"|['’]s(?!\w)"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Lower-cased tokens of one stretch of text; offsets are characters into that stretch.

    `raw` is the stretch as written; `raw[starts[i]:ends[i]]` is token `i` with its own capitals.
    """

    raw: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The lower-cased token at `index`, or "" outside the stretch."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def written(self, index: int) -> str:
        """The token at `index` as written, or "" outside the stretch."""
        return self.raw[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """True when token `index` touches the next one without a space."""
        return 0 <= index < len(self.words) - 1 and self.ends[index] == self.starts[index + 1]


@lru_cache(maxsize=4)  # dates and counts read the same sentence one after the other
def tokenise(raw: str) -> Tokens:
    """Split `raw` into tokens; linear in its length."""
    low = raw.lower()
    if len(low) != len(raw):  # U+0130 is the one character that grows when lower-cased
        low = raw.replace("\u0130", "i").lower()
    spans = [match.span() for match in _TOKEN.finditer(low)]
    return Tokens(
        raw,
        tuple([low[a:b] for a, b in spans]),
        tuple([a for a, _ in spans]),
        tuple([b for _, b in spans]),
    )
