"""Where sentences begin and end."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.coder.parsing.sentences import MOST_CHARACTERS, MOST_TOKENS, split_sentences

SENTENCES = {
    "two plain sentences": ["Rebels took the town.", "The army withdrew."],
    "an initial is no end": ["Gov. A. B. Ochieng spoke.", "He left."],
    "a rank is no end": ["Gen. Okello and Lt. Col. Musa met.", "They agreed."],
    "a clock time before a weekday goes on": ["A bomb exploded at 9:30 a.m. Tuesday near Goma."],
    "a clock time before another sentence ends": ["It began at 6 p.m.", "The crowd grew."],
    "U.S. before a noun goes on": ["Two U.S. troops and a U.N. Mission guard died."],
    "U.S. before an opener ends": ["They flew to the U.S.", "The talks failed."],
    "No. before a number goes on": ["Prison No. 5 was stormed.", "Guards fled."],
    "no before a word ends": ["The answer was no.", "Police fired."],
    "a decimal number goes on": ["About 1.5 million people fled.", "Aid came."],
    "a month before a day goes on": ["It was Aug. 5 when they met.", "All agreed."],
    "a numeral opens a sentence": ["The army attacked.", "16 inmates died."],
    "a spelled numeral opens a sentence": ["The army attacked.", "Sixteen inmates died."],
    "a year ends a sentence": ["The war began in 2011.", "It goes on."],
    "a quote closes behind the stop": ['"We did it."', "Police denied this."],
    "a curly quote closes behind the stop": ["“We did it.”", "Police denied this."],
    "a quote goes on with small letters": ['"Why did they come?" a woman asked.'],
    "a quote opens a sentence": ["He was calm.", "“They ran,” he said."],
    "brackets close behind the stop": ["(It was not clear why.)", "They left."],
    "an ellipsis before a small letter goes on": ["They waited... and then fled."],
    "an ellipsis before a capital ends": ["They waited...", "Then the army came."],
    "a name with an exclamation mark goes on": ["The Yahoo! Offices in Lagos were hit."],
    "a name with a small article opens a sentence": ["The town fell.", "al-Shabaab claimed the attack."],
    "a company's abbreviation goes on": ["Acme Corp. Chairman Li was held.", "He is free."],
    "a street goes on": ["Police closed St. Mary Road.", "Nobody was hurt."],
    "a missing blank does not hide an end": ["The gunmen fled.", "Police gave chase."],
    "a lost break after a small word ends": ["Fighting, military aid", "Ukraine asked for more."],
    "a lost break after a date ends": ["Saturday, 4 February 2023:", "Fighting went on."],
    "a name with a capital inside is one word": ["PowerPoint, ExxonMobil and iPhone are names."],
    "a careless sentence with a small letter": ["Any other use is prohibited.", "just call me."],
    "an address of the web is one word": ["See www.example.org/a.B for more."],
    "small letters only": ["two men were shot dead in srinagar.", "police gave no reason."],
    "small letters only with a rank": ["dr. khan was abducted by men on friday."],
    "capitals only": ["TWO SOLDIERS DIED.", "GEN. PEREZ WAS HELD IN THE U.S. EMBASSY."],
    "right-to-left script": ["قتل ثلاثة جنود.", "انسحب الجيش."],
}
GLUED = {
    "a missing blank does not hide an end",
    "a lost break after a small word ends",
    "a lost break after a date ends",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_prose_is_cut(name: str) -> None:
    wanted = SENTENCES[name]
    text = ("" if name in GLUED else " ").join(wanted)
    assert [text[a:b] for a, b in split_sentences(text)] == wanted


WRAPPED = (
    "THE GUERRILLAS ATTACKED THE POLICE STATION OF THE SMALL TOWN BEFORE\n"
    "DAWN.  GEN. PEREZ SAID THAT SEVEN POLICEMEN WERE KILLED AND THAT THE\n"
    "REBELS LOST THREE MEN.\n"
    "\n"
    "   THE GOVERNMENT SENT TROOPS."
)
LAYOUTS = {
    "a heading ends at its line": ("Ten die in market blast\nA bomb went off. Ten died.", 3),
    "a blank line ends a sentence": ("Ten die in blast\n\nA bomb went off", 2),
    "carriage returns count as lines": ("Ten die in blast\r\n\r\nA bomb went off\r\nPolice came", 3),
    "a line break before a small letter goes on": ("The army said\nit killed ten rebels.", 1),
    "a no-break space is a blank": ("Ten\xa0died.\xa0Sixteen\xa0fled.", 2),
    "wrapped capitals are one paragraph": (WRAPPED, 3),
    "list items are apart": ("Attacks today:\n- ten died in Goma\n- two died in Beni", 3),
    "a dateline stands alone": ("MOGADISHU, Aug 5 (Agency) -- At least 17 died. Police came.", 3),
    "a dateline with a name and an agency stands alone": ("Goma (Agency) – Rebels fled.", 2),
    "a dateline in capitals with tags stands alone": ("LIMA, 2 FEB 89 (APA) -- [TEXT] REBELS FLED.", 2),
    "a dash is no dateline": ("NATO - which has troops there - said nothing.", 1),
    "nothing": ("", 0),
    "only white space": (" \n\t\xa0\n ", 0),
    "only digits": ("12345 678.90 12", 1),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_counts(name: str) -> None:
    text, count = LAYOUTS[name]
    assert len(split_sentences(text)) == count, [text[a:b] for a, b in split_sentences(text)]


def test_dateline_is_cut_from_its_sentence() -> None:
    text = "GOMA, DR Congo (Agency) — Rebels took the town."
    assert [text[a:b] for a, b in split_sentences(text)] == ["GOMA, DR Congo (Agency) —", "Rebels took the town."]


def test_part_of_an_article_keeps_the_offsets_of_the_whole() -> None:
    text = "One died. Two fled. Three stayed."
    found = split_sentences(text, start=10, end=19)
    assert [text[a:b] for a, b in found] == ["Two fled."]


def test_a_sentence_of_twenty_thousand_words_is_cut_at_semicolons() -> None:
    text = "; ".join(["the army attacked the town and the rebels fled to the hills"] * 1_700)
    pieces = split_sentences(text)
    assert all(len(text[a:b].split()) <= MOST_TOKENS for a, b in pieces)
    assert all(text[b - 1] in ";s" for a, b in pieces)


def test_a_word_of_a_million_letters_is_cut() -> None:
    pieces = split_sentences("x" * 1_000_000)
    assert max(b - a for a, b in pieces) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    "text",
    ["." * 500_000, "a." * 250_000, "A. " * 170_000, '."' * 250_000, "\n" * 500_000, "A\n" * 250_000, "(" * 500_000,
     "A (" * 170_000, "no. " * 125_000, "word " * 100_000, "-- " * 170_000],
    ids=["stops", "letters and stops", "initials", "stops and quotes", "empty lines", "one-letter lines", "brackets",
         "open brackets", "abbreviations", "words", "dashes"],
)  # fmt: skip
def test_strange_text_takes_linear_time(text: str) -> None:
    begun = time.perf_counter()
    split_sentences(text)
    assert time.perf_counter() - begun < 20  # seconds: quadratic time would be minutes


PIECES = st.sampled_from(
    ["A", "a", "Mr.", "U.S.", "5", "1.5", ".", "!", "...", "…", '"', "”", "(", ")", " ", "  ", "\n", "\r\n", "\n\n",
     "\xa0", "\u2028", "No.", "p.m.", "KABUL (X) -- ", "- ", "x" * 400, ", ", "; ", "İ", "ß", "\x1c", "\x85", "the "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=120).map("".join))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_sentences_are_ordered_stripped_and_hold_every_character(text: str) -> None:
    found = split_sentences(text)
    last = 0
    for start, end in found:
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@given(TEXTS, st.integers(0, 60), st.integers(0, 200))
@settings(max_examples=200, deadline=None)
def test_a_range_is_respected(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    for first, final in split_sentences(text, start=start, end=start + length):
        assert start <= first < final <= end
