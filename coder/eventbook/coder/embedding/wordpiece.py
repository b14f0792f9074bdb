"""WordPiece for the uncased English vocabulary of BERT: cleaning, splitting, greedy longest pieces."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

VOCABULARY = Path(__file__).parent / "model" / "vocab.txt"
MAX_PIECES = 128  # [CLS] and [SEP] included
MAX_CHARACTERS = 16_384  # what lies beyond cannot change the first 128 pieces of real text
MAX_WORD = 100  # longer words are unknown, as in BERT

_DROPPED = re.compile("[\0\ufffd]")
_CJK = re.compile(
    "([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002ceaf\U0002f800-\U0002fa1f])"
)


@cache
def load_vocabulary() -> Mapping[str, int]:
    """The 30,522 pieces and their ids; a piece that continues a word begins with `##`."""
    lines = VOCABULARY.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def encode(text: str, *, max_pieces: int = MAX_PIECES) -> list[int]:
    """The ids of a text's pieces between [CLS] and [SEP], at most `max_pieces` of them."""
    vocabulary = load_vocabulary()
    ids = [vocabulary["[CLS]"]]
    for word in split_words(text[:MAX_CHARACTERS]):
        ids.extend(_pieces(word))
        if len(ids) >= max_pieces:
            break
    return [*ids[: max_pieces - 1], vocabulary["[SEP]"]]


def piece_ids(word: str) -> list[int]:
    """The ids of one token's pieces, without [CLS] and [SEP]; empty for white space."""
    if word.isascii() and word.isalnum():
        return list(_pieces(word[:MAX_CHARACTERS].lower()))  # nothing to clean or to split
    return [number for part in split_words(word[:MAX_CHARACTERS]) for number in _pieces(part)]


def split_words(text: str) -> list[str]:
    """Lower-cased words without accents, every punctuation mark and ideograph on its own."""
    text = _CJK.sub(r" \1 ", _clean(text)).lower()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
    return [part for word in text.split() for part in _split_punctuation(word)]


def _clean(text: str) -> str:
    """Control and format characters dropped; white space becomes blanks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if character in "\t\n\r" else character
        for character in _DROPPED.sub("", text)
        if character in "\t\n\r" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def _split_punctuation(word: str) -> list[str]:
    if word.isalnum():
        return [word]
    parts: list[str] = []
    open_word = False
    for character in word:
        if _is_punctuation(character):
            parts.append(character)
            open_word = False
        elif open_word:
            parts[-1] += character
        else:
            parts.append(character)
            open_word = True
    return parts


def _is_punctuation(character: str) -> bool:
    """BERT counts all ASCII symbols as punctuation, `$` and `^` too."""
    if character.isascii():
        return not character.isalnum() and character.isprintable() and character != " "
    return unicodedata.category(character).startswith("P")


@lru_cache(maxsize=65_536)
def _pieces(word: str) -> tuple[int, ...]:
    """The longest known piece first, again and again; [UNK] for the whole word where none fits."""
    vocabulary = load_vocabulary()
    unknown = (vocabulary["[UNK]"],)
    if len(word) > MAX_WORD:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            number = vocabulary.get(prefix + word[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return unknown
    return tuple(found)
