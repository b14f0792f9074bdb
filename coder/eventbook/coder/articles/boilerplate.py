"""Find what stands on a news page but is no part of the report, without moving a character."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Span = tuple[int, int]
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
FEWEST_WRAPPED_LINES = 5
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The compiled patterns of a language and the limits that go with them."""

    paragraph: re.Pattern[str]
    inline: tuple[tuple[str, re.Pattern[str]], ...]  # each with the letters that a text must hold
    tail: tuple[tuple[str, re.Pattern[str]], ...]
    link_list: re.Pattern[str]
    limits: dict[str, float]


def find_boilerplate(text: str) -> tuple[Span, ...]:
    """Spans of a text that are never coded: teasers, credits, captions, notices, buttons.

    Half-open character offsets, merged and sorted. The patterns are those of the language's
    `boilerplate.yaml`; a headline that stands twice at the beginning is no boilerplate.
    """
    patterns = _patterns("en")
    limits = patterns.limits
    paragraphs = _paragraphs(text, limits["wrapped_width"])
    spans = _found(text, patterns.inline)
    begin = limits["tail_begins_after"] * len(text)
    end = min((start for start, _ in _found(text, patterns.tail) if start >= begin), default=len(text))
    if end < len(text):
        spans.append((end, len(text.rstrip())))
    body = [span for span in paragraphs if span[0] < end]
    spans += [span for span in body if _matches(text, span, patterns)]
    spans += _link_lists(text, body, patterns)
    spans += _repeated(text, body, limits)
    return _merged(spans)


def _found(text: str, guarded: Sequence[tuple[str, re.Pattern[str]]]) -> list[Span]:
    lowered = text.lower()
    return [match.span() for word, pattern in guarded if word in lowered for match in pattern.finditer(text)]


def _paragraphs(text: str, wrapped_width: float) -> list[Span]:
    """The paragraphs of a text without the white space around them: its lines, or its blocks if lines are wrapped."""
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        start = match.end() - len(match[0].lstrip())
        if match[0].strip():
            lines.append((start, start + len(match[0].strip())))
    run_on = sum(_SENTENCE_END.search(text, *span) is None for span in lines)
    narrow = all(end - start <= wrapped_width for start, end in lines)
    if not narrow or len(lines) < FEWEST_WRAPPED_LINES or run_on <= len(lines) / 2:
        return lines
    blocks: list[Span] = []
    for start, end in lines:
        if blocks and text.count("\n", blocks[-1][1], start) == 1:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _matches(text: str, span: Span, patterns: _Patterns) -> bool:
    start, end = span
    short = end - start <= patterns.limits["paragraph_characters"]
    return short and patterns.paragraph.fullmatch(text, start, end) is not None


def _link_lists(text: str, paragraphs: Sequence[Span], patterns: _Patterns) -> list[Span]:
    """Headings of link lists, with the titles below each."""
    found: list[Span] = []
    below = False
    for start, end in paragraphs:
        if patterns.link_list.fullmatch(text, start, end):
            below = True
        elif below:
            below = _is_title(text[start:end], patterns.limits)
        if below:
            found.append((start, end))
    return found


def _repeated(text: str, paragraphs: Sequence[Span], limits: dict[str, float]) -> list[Span]:
    """Teasers: short paragraphs that stand twice, and the block that they open at the end of a text."""
    quotes = [" ".join(text[start:end].split()) for start, end in paragraphs]
    first = int(limits["opening_paragraphs"])
    counts = Counter(quotes)
    opening = set(quotes[:first])
    repeats = [
        counts[quote] > 1 and quote not in opening and len(quote.split()) <= limits["repeated_words"]
        for quote in quotes
    ]
    block = _teaser_block(quotes, repeats, first, limits)
    seen: set[str] = set()
    found = list(paragraphs[block:])
    for index, quote in enumerate(quotes[:block]):
        twice = quote in quotes[max(index - 1, 0) : index] or quote in quotes[index + 1 : index + 2]
        if repeats[index] and (quote in seen or (twice and _is_title(quote, limits))):
            found.append(paragraphs[index])
        seen.add(quote)
    return found


def _teaser_block(quotes: Sequence[str], repeats: Sequence[bool], first: int, limits: dict[str, float]) -> int:
    """Where a block of titles and blurbs begins that reaches to the end of the text; its length if none does."""
    titles = [_is_title(quote, limits) for quote in quotes]
    block = first
    for index, quote in enumerate(quotes):
        blurb = index > 0 and titles[index - 1] and len(quote.split()) <= limits["blurb_words"]
        if not titles[index] and not blurb:
            block = max(block, index + 1)
    for begin in range(block, len(quotes) - 1):
        if titles[begin] and repeats[begin] and quotes[begin] == quotes[begin + 1]:
            return begin
    return len(quotes)


def _is_title(quote: str, limits: dict[str, float]) -> bool:
    return len(quote.split()) <= limits["title_words"] and not _SENTENCE_END.search(quote)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@cache
def _patterns(language: str) -> _Patterns:
    import yaml

    file = files("eventbook.codebook").joinpath("language", language, "boilerplate.yaml")
    content = yaml.safe_load(file.read_text("utf-8"))

    def compiled(name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{entry['pattern']})" for entry in content[name]), re.I | re.S)

    def guarded(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((entry["word"], re.compile(entry["pattern"], re.I | re.M)) for entry in content[name])

    return _Patterns(
        paragraph=compiled("paragraph"),
        inline=guarded("inline"),
        tail=guarded("tail"),
        link_list=compiled("link_list"),
        limits=content["limits"],
    )
