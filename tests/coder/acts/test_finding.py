"""Finding the words of acts: phrases with gaps, hyphens, overlaps, and any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.acts.finding import ActHit, find_acts, split_words
from eventbook.coder.acts.lexicon import MAX_GAP, ActLexicon, compile_acts


@pytest.fixture(scope="module")
def lexicon() -> ActLexicon:
    return compile_acts("en")


def found(text: str, lexicon: ActLexicon) -> list[str]:
    words = split_words(text, 0, len(text))
    return [" ".join(words[index] for index in hit.words) for hit in find_acts(words, lexicon)]


CASES = {
    "a verb in the past": ("Rebels attacked the town", ["attacked"]),
    "a noun in the plural": ("Clashes erupted", ["clashes"]),
    "an irregular verb": ("They fought all night", ["fought"]),
    "a phrase without a gap": ("Guards opened fire", ["opened fire"]),
    "a phrase with words between": ("They set the two parked cars on fire", ["set on fire"]),
    "the later word of a phrase in the plural": ("Boys threw several large stones at them", ["threw stones"]),
    "capitals do not matter": ("GUNMEN ATTACKED", ["attacked"]),
    "a hyphen is a space": ("A counter-attack", ["counter attack"]),
    "the longest wins over its parts": ("An exchange of gunfire was heard", ["exchange of gunfire"]),
    "a longer verb wins over the short one": ("The mob beat him to death", ["mob", "beat to death"]),
    "a curly apostrophe splits no word": ("The army’s raid", ["raid"]),
    "two acts in one sentence": ("Gunmen ambushed a bus and abducted a nun", ["ambushed", "abducted"]),
    "nothing to find": ("The cabinet met for lunch", []),
    "no words": ("... !!! 12", []),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_found(name: str, lexicon: ActLexicon) -> None:
    text, wanted = CASES[name]
    assert list(dict.fromkeys(found(text, lexicon))) == wanted


def test_a_gap_has_an_end(lexicon: ActLexicon) -> None:
    near, far = " red" * MAX_GAP, " red" * (MAX_GAP + 1)
    assert "set on fire" in found(f"They set{' red' * MAX_GAP} on fire", lexicon)
    assert "set on fire" not in found(f"They set{far} on fire", lexicon), near


def test_a_phrase_of_nouns_has_no_gap(lexicon: ActLexicon) -> None:
    assert "car bomb" in found("A car bomb went off", lexicon)
    assert "car bomb" not in found("A car with a bomb", lexicon)


def test_offsets_of_the_span_are_kept_to(lexicon: ActLexicon) -> None:
    text = "Rebels attacked. Police fled."
    assert split_words(text, 17, len(text)) == ["police", "fled"]


PIECES = (
    "set on fire beat to death threw stones at attacked the clashes open car bomb exchange of gunfire . ; red 7 killed "
    "dead shot gunned down took hostage held a rally blew up"
)
WORDS = st.sampled_from(PIECES.split())


@given(st.lists(WORDS, max_size=40))
def test_hits_are_inside_in_order_and_apart(words: list[str]) -> None:
    hits = find_acts(words, compile_acts("en"))
    assert [hit.first for hit in hits] == sorted(hit.first for hit in hits)
    for hit in hits:
        assert list(hit.words) == sorted(set(hit.words)) and hit.words[0] == hit.first
        assert 0 <= hit.first <= hit.last < len(words) and len(hit.words) == hit.pattern.size
    assert not _overlapping(hits)


def _overlapping(hits: tuple[ActHit, ...]) -> bool:
    """Whether two hits share a word, other than readings of the same words: "shot down" a man, or a plane."""
    phrases = {hit.words for hit in hits if len(hit.words) > 1}
    taken = [index for words in phrases for index in words]
    singles = {hit.first for hit in hits if len(hit.words) == 1}
    return len(taken) != len(set(taken)) or bool(singles & set(taken))


@given(st.text(max_size=300))
def test_any_text_is_searched(text: str) -> None:
    words = split_words(text, 0, len(text))
    assert all(hit.last < len(words) for hit in find_acts(words, compile_acts("en")))
    assert find_acts(words, compile_acts("en")) == find_acts(words, compile_acts("en"))


def test_a_hundred_thousand_words_take_no_time(lexicon: ActLexicon) -> None:
    import time

    words = ["set", "the", "cars", "on", "fire", "and", "beat", "three", "men", "to", "death"] * 10_000
    start = time.process_time()
    hits = find_acts(words, lexicon)
    assert len(hits) >= 20_000
    assert time.process_time() - start < 10
