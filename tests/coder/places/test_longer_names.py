"""Names of several words: found by their key, and not looked up where no name goes on so."""

import pytest

from eventbook.coder.places.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def book() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize("key", ["goma", "new york", "deir ez zor", "dire dawa", "port au prince", "san pedro sula"])
def test_a_name_is_found_whatever_its_number_of_words(key: str, book: Gazetteer) -> None:
    assert book.entries(key)


@pytest.mark.parametrize("key", ["prime minister goma", "goma goma", "new zzyzx", "zzyzx", "", " ", "port au", "goma "])
def test_what_no_name_begins_with_is_no_place(key: str, book: Gazetteer) -> None:
    assert book.entries(key) == ()


def test_a_key_has_the_places_that_the_file_holds(book: Gazetteer) -> None:
    rows = book._bases[0].execute("SELECT key, count(DISTINCT place) FROM name WHERE key LIKE 'san p% %' GROUP BY 1")
    held = dict(rows.fetchall())
    assert len(held) > 50
    assert {key: len(book.entries(key)) for key in held} == held
