"""Mending a parse keeps it a tree over the same words."""

import pytest

from eventbook.coder.clauses.mending import mend
from eventbook.coder.parsing.parser import load_parser

SAYING = frozenset({"say", "tell", "report"})
SENTENCES = (
    "Officials condemned an attack on an army patrol by jihadists that killed four soldiers in Peshawar on Tuesday.",
    "Police confirmed the use of tear gas by officers against protesters in Maiduguri on Tuesday.",
    "The president spoke on Wednesday after the killing of three traders by gunmen in Maiduguri on Tuesday.",
    "The president spoke on Wednesday after a roadside bomb hit a police van, killing two officers on Tuesday.",
    "Unknown assailants, who have not been identified, hurled a grenade into a bar in Homs on Tuesday.",
    "According to police, on Monday gunmen killed three people in Lagos.",
    "A car bomb went off in Afgoye on Sunday, killing no fewer than three Somali soldiers.",
    "In the town of Jos gunmen believed to be herders killed six people, among them a boy, residents and police said.",
    "The base was the target of an attack by rebels of the front who, police said, fled on Friday and jets hit a road.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_word_of_a_mended_parse_leads_up_to_its_one_root(text: str) -> None:
    parse = mend(load_parser(None).parse(text, [(0, len(text))])[0], SAYING)
    assert sum(token.head == token.index for token in parse.tokens) == 1
    for token in parse.tokens:
        at, steps = token, 0
        while at.head != at.index:
            at, steps = parse.tokens[at.head], steps + 1
            assert steps <= len(parse.tokens), token
