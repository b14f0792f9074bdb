"""Names as keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.places.folding import fold, skeleton, variants


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("Şanlıurfa", "sanliurfa", id="Turkish letters lose their marks"),
        pytest.param("Sana'a", "sanaa", id="an apostrophe is dropped"),
        pytest.param("Mazar-i-Sharif", "mazar i sharif", id="hyphens are spaces"),
        pytest.param("U.S.", "us", id="full stops are dropped"),
        pytest.param("Łódź", "lodz", id="Polish l is plain"),
        pytest.param("  Ad\u00a0Dali‘ ", "ad dali", id="a no-break space is a space"),
    ],
)
def test_a_name_is_folded(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("maarrat al numan", "maarat an numan"), ("qamishli", "kamishly"), ("hamah", "hama")],
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_variants_try_the_article_and_the_joined_form() -> None:
    assert "hasakah" in variants("al hasakah")
    assert "lashkargah" in variants("lashkar gah")
    assert "saint louis" in variants("st louis")
