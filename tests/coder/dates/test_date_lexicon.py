"""The lexicons of dates and numbers say what the coder can read."""

from typing import Any

import pytest

from eventbook.coder.dates import anchored, relative, written
from eventbook.coder.dates.rules import date_rules
from eventbook.coder.numbers.lexicon import number_lexicon, read_language


def leaves(node: Any, path: str) -> list[tuple[str, Any]]:
    if isinstance(node, dict):
        return [leaf for key, value in node.items() for leaf in [(path, key), *leaves(value, f"{path}.{key}")]]
    if isinstance(node, list):
        return [leaf for value in node for leaf in leaves(value, f"{path}[]")]
    return [(path, node)]


@pytest.mark.parametrize("name", ["dates", "numbers"])
def test_no_word_is_taken_for_true_or_false(name: str) -> None:
    """Unquoted on, off, yes and no are booleans in YAML."""
    wrong = [(path, leaf) for path, leaf in leaves(read_language(name), name) if isinstance(leaf, bool)]
    assert [leaf for leaf in wrong if not leaf[0].endswith(".closed")] == []


def test_every_rule_has_its_reading() -> None:
    means = {rule.means for rules in date_rules().rules.values() for rule in rules}
    known = {name for module in (written, relative, anchored) for name in vars(module)}
    assert means - known == set()


def test_every_rule_can_begin_somewhere() -> None:
    told = {f"dates.{rule['rule']}" for rule in read_language("dates")["rules"]}
    assert {rule.id for rules in date_rules().rules.values() for rule in rules} == told


def test_a_word_has_one_date_class() -> None:
    seen: dict[str, str] = {}
    for name, words in read_language("dates")["words"].items():
        for word in words:
            assert word not in seen, f"{word} is {seen.get(word)} and {name}"
            seen[word] = name


def test_vague_words_have_no_value_in_the_lexicon() -> None:
    assert number_lexicon().openers.isdisjoint(["dozens", "hundreds", "several", "scores", "many", "some"])
