"""What the parser gets to see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.parsing.casing import count_cases, natural_case, prepare_sentence

CASES = {
    "capitals become prose": (
        "GUERRILLAS KILLED TWO SOLDIERS IN OCOTEPEQUE.",
        "Guerrillas killed two soldiers in Ocotepeque.",
    ),
    "small letters get names": ("two men were shot in ocotepeque.", "Two men were shot in Ocotepeque."),
    "headline capitals become prose": (
        "Gunmen Attack Village And Kill Seven Soldiers",
        "Gunmen attack village and kill seven soldiers",
    ),
    "prose stays": ("Gunmen killed seven soldiers near Goma.", "Gunmen killed seven soldiers near Goma."),
    "a list of names stays": ("Okello, Musa, Karanja, Otieno and Mwangi spoke.",) * 2,
    "a short name in capitals stays": ("NATO", "NATO"),
    "abbreviations in headline capitals stay": (
        "UN Troops Kill Three Rebels During Attack in DRC",
        "UN troops kill three rebels during attack in DRC",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    written, wanted = CASES[name]
    assert natural_case(written) == wanted


@given(st.text(max_size=80))
def test_the_length_never_changes(text: str) -> None:
    assert len(natural_case(text)) == len(text)


@given(
    st.lists(st.sampled_from(["word", "İSTANBUL", "ß", " ", "\n", "\xa0", "\r\n", "DIED"]), max_size=12).map("".join)
)
def test_offsets_lead_back(text: str) -> None:
    reading = prepare_sentence(text)
    offsets = reading.offsets or tuple(range(len(text) + 1))
    assert len(offsets) == len(reading.text) + 1
    for at, letter in enumerate(reading.text):
        written = text[offsets[at]]
        assert written.isspace() if letter == " " else written.casefold() == letter.casefold()


@given(st.text(max_size=60))
def test_letters_are_counted_as_python_counts_them(text: str) -> None:
    assert count_cases(text) == (sum(map(str.isupper, text)), sum(map(str.islower, text)))
