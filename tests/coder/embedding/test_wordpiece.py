"""Word pieces: expected ids are line numbers (from 0) of vocab.txt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.embedding.wordpiece import MAX_PIECES, encode, load_vocabulary, split_words

CLS, SEP, UNK = 101, 102, 100


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Hello, World!", ["hello", ",", "world", "!"], id="punctuation stands alone and case is lowered"),
        pytest.param("Malmö's café", ["malmo", "'", "s", "cafe"], id="accents are dropped"),
        pytest.param("北京x", ["北", "京", "x"], id="ideographs stand alone"),
        pytest.param("a\u200bb\0c\ufffdd", ["abcd"], id="format characters and NUL vanish"),
        pytest.param("a\tb\nc\u00a0d", ["a", "b", "c", "d"], id="all white space separates"),
        pytest.param("$5 ^ `x`", ["$", "5", "^", "`", "x", "`"], id="ASCII symbols count as punctuation"),
        pytest.param("€5", ["€5"], id="other symbols do not"),
        pytest.param("“So”—he", ["“", "so", "”", "—", "he"], id="typographic marks are punctuation"),
        pytest.param("", [], id="nothing gives nothing"),
    ],
)
def test_words_are_split_as_bert_does(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("", [], id="an empty text has no pieces"),
        pytest.param("Hello world", [7592, 2088], id="known words are one piece"),
        pytest.param("embeddings", [7861, 8270, 4667, 2015], id="em ##bed ##ding ##s"),
        pytest.param("unaffable", [14477, 20961, 3468], id="una ##ffa ##ble"),
        pytest.param("x" * 101, [UNK], id="a word of more than 100 characters is unknown"),
        pytest.param("\U0001f600", [UNK], id="a character outside the vocabulary is unknown"),
    ],
)
def test_pieces_have_the_ids_of_the_vocabulary(text: str, ids: list[int]) -> None:
    assert encode(text) == [CLS, *ids, SEP]


def test_special_pieces_stand_where_bert_has_them() -> None:
    vocabulary = load_vocabulary()
    found = {piece: vocabulary[piece] for piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")}
    assert found == {"[PAD]": 0, "[UNK]": UNK, "[CLS]": CLS, "[SEP]": SEP}


def test_long_texts_are_cut_and_still_end_with_the_separator() -> None:
    ids = encode("attack " * 200_000)
    assert len(ids) == MAX_PIECES
    assert ids[-1] == SEP


@given(st.text(max_size=300))
def test_any_text_gives_ids_within_the_vocabulary(text: str) -> None:
    ids = encode(text)
    assert ids[0] == CLS and ids[-1] == SEP
    assert 2 <= len(ids) <= MAX_PIECES
    assert all(0 <= number < 30_522 for number in ids)
