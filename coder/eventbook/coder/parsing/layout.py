"""Lines and paragraphs: where the layout of a text ends a sentence whatever the words say."""

import re
from collections.abc import Iterator

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"\s*(?:[*\u2022\u25aa\u25cf\u2023>]|-{1,2}\s|\(?\d{1,2}[.)]\s|\[)")
_FIRST_WORD = re.compile(r"\s*(\S*)")
# Typewriter and wire text is wrapped at 60 to 80 columns; longer lines are paragraphs.
_WIDEST = 100
_NARROWEST = 40
_FEWEST_LINES = 3
# A line this much shorter than the others was still full if the next word had not fitted.
_SLACK = 6
_GOES_ON = (",", ";", "-", "\u2013", "\u2014", "(", "&")
_UNFINISHED = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|is|are|was|were|be|has|have|had|will|"
    r"would|their|his|its|as|than|not|into|between)\Z",
    re.IGNORECASE,
)
_POINT = r"\s*(?:[*\u2022\u25aa\u25cf\u2023]\s+)?"  # "* MOSUL - " in a list
_DATELINE = re.compile(
    _POINT + r"(?:"
    # GOMA, Aug 5 (Agency) --    KABUL (Agency) -    BAGHDAD \u2014
    r"[A-Z][A-Z'\u2019.\s/-]{2,40}(?:,[^()\n\u2013\u2014]{1,45}?)?(?P<agency>\s*\([^()]{2,60}\)(?:,[^()\n]{1,30}?(?:\([^()]{2,60}\))?)?)?"
    # Goma (Agency) \u2013
    r"|[A-Z][\w'\u2019.\s-]{2,40}(?:,[^()\n\u2013\u2014]{1,45}?)?(?P<named>\s*\([^()]{2,60}\))"
    # Manila \u2013    New Delhi, 3 May -
    r"|[A-Z][a-z'\u2019]+(?: [A-Z][a-z'\u2019]+){0,2}"
    r"(?:, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}))?(?=\s)"
    r")\s*(?:--+|[-\u2013\u2014])\s+(?P<tags>(?:\[[^\][]{2,60}\]\s*)*)"
)
# BAGHDAD -    * BAGHDAD -
_SENT_FROM = re.compile(_POINT + r"[A-Z][A-Z'\u2019./ -]{2,40} (?:--|[-\u2013\u2014]) ")
_DATELINE_LOOK = 240
_LABEL_WORDS = 4  # "CERRO DE PASCO --"
# Srinagar:    Imphal, Aug 19:    Kathmandu, April 5 (Agency):
_COLON = re.compile(
    r"\s*[A-Z][\w'\u2019.-]*(?:[ /][A-Z][\w'\u2019.-]*){0,2}"
    r"(?:, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}))?(?:\s*\([^()\n]{2,60}\))?:\s+(?=[\"\u201cA-Z\d])"
)


def find_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of prose between blank lines, headings, list items and datelines, as half-open offsets.

    A line break inside a wrapped paragraph ends no run: there the first word of the next
    line would not have fitted.
    """
    lines = _lines(text, start, end)
    width = _wrap_width(text, lines)
    begin: int | None = None
    last = start
    for index, (first, final) in enumerate(lines):
        if not text[first:final].strip():
            if begin is not None:
                yield from _without_dateline(text, begin, last)
            begin = None
            continue
        if begin is not None and _is_hard(text, lines[index - 1], (first, final), width):
            yield from _without_dateline(text, begin, last)
            begin = first
        begin, last = first if begin is None else begin, final
    if begin is not None:
        yield from _without_dateline(text, begin, last)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = start
    for found in _BREAK.finditer(text, start, end):
        lines.append((at, found.start()))
        at = found.end()
    lines.append((at, end))
    return lines


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """The column at which the text was wrapped, or None where lines are paragraphs."""
    lengths = sorted((len(text[first:final].rstrip()) for first, final in lines), reverse=True)
    filled = [length for length in lengths if length]
    if len(filled) < _FEWEST_LINES:
        return None
    width = filled[len(filled) // 20]
    return width if width >= _NARROWEST and filled[0] <= 2 * _WIDEST and width <= _WIDEST else None


def _is_hard(text: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    above = text[line[0] : line[1]].rstrip()
    below = text[following[0] : following[1]]
    if _BULLET.match(below):
        return not above.endswith(_GOES_ON) or below.lstrip()[:1] in "*\u2022"
    if above[-1:] in ".!?" and _SENT_FROM.match(below):
        return True
    first = _FIRST_WORD.match(below)
    word = first.group(1) if first else ""
    mixed = any(letter.isupper() for letter in above) and any(letter.islower() for letter in above)
    if word[:1].islower() and mixed and above[-1:] not in ".!?":
        return False
    if width is None:
        return not above.endswith(_GOES_ON[:2])
    # A part of the line may be left out before the run: "CITY, 3 MAY -- [TEXT] GUNMEN"
    whole = len(text[text.rfind("\n", 0, line[0]) + 1 : line[1]].rstrip())
    if whole + 1 + len(word) > width - _SLACK or above.endswith(_GOES_ON):
        return False
    return _UNFINISHED.search(above) is None


def _without_dateline(text: str, begin: int, last: int) -> Iterator[tuple[int, int]]:
    """A run, cut behind its dateline: "KHARTOUM, 3 May (Agency) -- " says where, and is no part of the clause.

    So is a town behind it: "PARIS, 5 APR 88 (AFP) -- [TEXT] BOGOTA -- ".
    """
    for _ in range(2):
        head = text[begin : min(last, begin + _DATELINE_LOOK)]
        found = _DATELINE.match(head)
        if not (found and found.end() < last - begin and _is_dateline(head, found)):
            break
        yield begin, begin + found.end()
        begin += found.end()
    yield begin, last


def label_end(text: str, begin: int, last: int) -> int | None:
    """Where the label ends that opens a sentence, "Srinagar: " or "Imphal, Aug 19: "; None where none does."""
    found = _COLON.match(text, begin, min(last, begin + _DATELINE_LOOK))
    return found.end() if found and found.end() < last else None


def _is_dateline(head: str, found: re.Match[str]) -> bool:
    place = found.group()
    if found["agency"] or found["named"] or found["tags"]:
        return True
    rest = head[found.end() :]
    if not any(letter.islower() for letter in rest):
        dashed = place.rstrip().endswith("--") and len(place.split()) <= _LABEL_WORDS
        return dashed or any(letter.isdigit() for letter in place)
    return not rest[:1].islower()
