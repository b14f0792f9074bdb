"""Whatever text comes, the coder gives a row or a reason, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventbook.coder.articles import read_articles
from eventbook.coder.records import Article
from eventbook.coder.sample import sample_path

if TYPE_CHECKING:
    from eventbook.coder.coding import CodedArticle, Coder

SAMPLE = [item for item in read_articles([sample_path() / "articles.jsonl"]) if isinstance(item, Article)]
REPORT = (
    "KANO, March 13 - Gunmen attacked the village of Kankara in Katsina state, Nigeria, on Tuesday, killing eleven "
    "farmers, residents said. Police denied that soldiers had fled.\n\n"
)
SECONDS = 15  # of processor time for one article; an idle core needs a third of it at most

TEXTS: dict[str, Callable[[], str]] = {
    "all capitals": REPORT.upper,
    "no capitals": REPORT.lower,
    "letters read in the wrong encoding": lambda: REPORT.replace("Kankara", "Kánkará").encode().decode("latin-1"),
    "characters that could not be read": lambda: REPORT.replace("a", "\ufffd"),
    "one sentence of 20,000 words": lambda: "Gunmen who killed " + "farmers who killed " * 6_600 + "men fled.",
    "two megabytes without an event": lambda: "The cabinet met and talked about roads and bridges. " * 40_000,
    "two megabytes of events": lambda: REPORT.replace("\n", " ") * 10_000,
    "one event told nine thousand times": lambda: "It rained on Monday. " * 100 + "Men shot him. " * 9_000,
    "five thousand labels": lambda: "Kharkiv: A bomb killed two on Monday.\n" * 5_000,
    "only digits": lambda: "1234567890 " * 500,
    "a script from right to left": lambda: "قتل مسلحون سبعة مزارعين في قرية يوم الثلاثاء. " * 20,
    "pictures of faces": lambda: "🔥💥😀 attack 🔫 killed 👮 " * 40,
    "zero bytes": lambda: REPORT.replace(" ", "\0"),
    "zero bytes between sentences": lambda: REPORT.replace(". ", ".\0 "),
    "marks of direction and blanks without width": lambda: REPORT.replace(" ", "\u200b \u202e"),
    "no full stop": lambda: REPORT.replace(".", "") * 20,
    "only full stops": lambda: "." * 20_000,
    "only line ends": lambda: "\r\n" * 20_000,
    "brackets and quotes that never close": lambda: "(\"'[{" * 2_000 + "killed",
    "one word of 100,000 letters": lambda: "kill" * 25_000,
    "acts alone": lambda: "killed attacked bombed " * 300,
}


def holds(coded: CodedArticle, article: Article) -> None:
    """A row or a reason, and every span inside the text."""
    assert coded.rows or coded.not_coded
    for row in coded.rows:
        for words in (item for cell in row.cells.values() for item in cell.evidence):
            assert article.text[words.start : words.end] == words.quote
    for item in coded.not_coded:
        assert item.start is None or article.text[item.start : item.end] == item.quote


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_gives_a_row_or_a_reason_in_time(name: str, coder: Coder) -> None:
    article = Article("bad", TEXTS[name](), published=SAMPLE[0].published)
    start = time.process_time()
    coded = coder.code(article)
    assert time.process_time() - start < SECONDS
    holds(coded, article)


def test_capitals_do_not_hide_an_event(code: Callable[..., CodedArticle]) -> None:
    (row,) = code(REPORT.upper()).rows
    assert (row.values["country"], row.values["fatalities"]) == ("Nigeria", 11)


SLICES = st.tuples(st.sampled_from(SAMPLE), st.integers(0, 2000), st.integers(1, 500))
NOISE = st.sampled_from(["", "\0", "\ufffd", "—", "\r\n\r\n", "killed", "12,000", " on Tuesday ", "😀", "((((", "ﬁre"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.tuples(SLICES, NOISE), min_size=1, max_size=3), dated=st.booleans())
def test_torn_articles_give_a_row_or_a_reason(
    parts: list[tuple[tuple[Article, int, int], str]], dated: bool, coder: Coder
) -> None:
    text = "".join(article.text[start : start + size] + noise for (article, start, size), noise in parts)
    article = Article("torn", text, published=SAMPLE[0].published if dated else None)
    holds(coder.code(article), article)


Change = Callable[[str], str]
CHANGES: dict[str, Change] = {
    "letters of other cases": str.swapcase,
    "words without blanks between": lambda text: text.replace(" ", "", len(text) // 80),
    "every sentence twice": lambda text: text.replace(". ", ". " + text[:80] + ". "),
    "read backwards": lambda text: text[::-1],
    "words in another order": lambda text: " ".join(sorted(text.split())),
    "cut in the middle": lambda text: text[len(text) // 3 : len(text) // 2],
    "no vowels": lambda text: "".join(letter for letter in text if letter not in "aeiou"),
    "numbers grown": lambda text: "".join(letter * 30 if letter.isdigit() else letter for letter in text),
    "marks for letters": lambda text: text.replace("e", "'").replace("t", '"'),
    "letters of another script": lambda text: text.replace("a", "а").replace("o", "о"),
    "tags of a page": lambda text: text.replace("\n", "<br/>").replace(". ", ".</p><p>"),
    "one long line": lambda text: " ".join(text.split()).replace(".", ","),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changed_articles_give_a_row_or_a_reason(name: str, coder: Coder) -> None:
    for sample in SAMPLE[::4]:
        article = Article("changed", CHANGES[name](sample.text), published=sample.published)
        holds(coder.code(article), article)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), dated=st.booleans())
def test_any_characters_give_a_reason(text: str, dated: bool, coder: Coder) -> None:
    article = Article("any", text, published=SAMPLE[0].published if dated else None)
    holds(coder.code(article), article)
