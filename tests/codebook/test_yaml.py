"""YAML from strangers is read or refused with a line; it never makes objects, never grows, never ends the process."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.codebook.errors import CodebookError
from eventbook.codebook.yaml_reading import MAX_BYTES, parse_yaml, read_yaml

BOMB = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("a: &x [1]\nb: *x\n", "t.yaml:2: is an alias", id="an alias"),
        pytest.param(BOMB, "t.yaml:2: is an alias", id="an expansion bomb"),
        pytest.param("a: !!python/object/apply:f [1]", "t.yaml:1: is not valid", id="a tag that makes an object"),
        pytest.param("a: !mine 1", "t.yaml:1: is not valid", id="a tag of one's own"),
        pytest.param("[" * 100_000, "nested too deeply", id="brackets without end"),
        pytest.param("- " * 50_000 + "a", "nested too deeply", id="dashes without end"),
        pytest.param("".join(" " * n + "a:\n" for n in range(2000)), "nested too deeply", id="steps without end"),
        pytest.param("a: 1\nb: 2\na: 3\n", "t.yaml:3: .*'a' stands twice", id="a key twice"),
        pytest.param("? [a, b]\n: 1", "no plain word", id="a list as a key"),
        pytest.param("a: 2024-13-45", "month must be", id="a day that is none"),
        pytest.param("a: " + "9" * 5000, "number is too long", id="a number of 5000 digits"),
        pytest.param("a: [1, 2", "is not valid", id="an open bracket"),
        pytest.param("a: \x00", "not valid", id="a null character"),
    ],
)  # fmt: skip
def test_hostile_yaml_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        parse_yaml(text, name="t.yaml")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(CodebookError, match="larger than"):
        read_yaml(path)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: é".encode("latin-1"))
    with pytest.raises(CodebookError, match="not UTF-8"):
        read_yaml(path)


@given(st.text(alphabet="ab:-[]{}&*!?|>'\"# \n\t%@", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_yaml(text, name="t.yaml")
    except CodebookError as error:
        assert all(problem.line >= 1 for problem in error.problems)


def test_stars_that_are_no_aliases_are_read() -> None:
    assert parse_yaml("a: 'x *y'\nb: 2*3\n", name="t") == {"a": "x *y", "b": "2*3"}
