"""What is no part of a report is found, and the report itself is left whole."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.articles import find_boilerplate

BODY = (
    "Protesters threw stones at the police in the port city of Bata on Monday, residents said.",
    "Two officers were taken to hospital, and the market stayed closed for the rest of the day.",
    "The governor of the province called for calm and promised an inquiry into the price of fish.",
)
NBSP = "\u00a0"


def kept(text: str) -> str:
    """The text without its boilerplate, and with single spaces."""
    spans = find_boilerplate(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    cut = list(text)
    for start, end in spans:
        cut[start:end] = " " * (end - start)
    return " ".join("".join(cut).split())


NOISE = {
    "advertisement": "Advertisement",
    "advertisement to scroll past": "Story continues below",
    "share buttons": "Share  Tweet  Email  WhatsApp",
    "share buttons with counts": "Facebook Twitter LinkedIn Mail 12",
    "read more with a title": "Read more: Fishermen burn nets on the quay",
    "read more alone": "READ MORE",
    "also read": "ALSO READ | Rioters torch town hall",
    "also read with non-breaking spaces": f"Also{NBSP}read:{NBSP}Rioters torch town hall",
    "related": "Related: Ten people killed in harbour blast",
    "newsletter": "Sign up to our newsletter and get the best of the week in your inbox.",
    "subscription": "Subscribe to our daily briefing for news from the coast",
    "follow": "Follow us on Twitter @harbournews and on Instagram",
    "click here": "Click here to watch the video of the clashes",
    "copyright with year": "Copyright 2012 Harbour News. All rights reserved.",
    "copyright sign": "© 2019 Harbour News Ltd",
    "copyright in brackets": "(c) 2012 Harbour News",
    "rights": "Harbour News. All Rights Reserved. No part of this page may be copied.",
    "image source": "Image source, Getty Images",
    "image caption": "Image caption, Protesters were shot at near the harbour in 2009",
    "file photo": "File photo: soldiers shell a village in the hills",
    "caption of an agency": "FILE - In this May 18, 2017 file photo, rebels fire at an army post.",
    "credit at the end": "A burned lorry at the gate of the port. Photograph: Ana Ruiz/AFP",
    "credit in brackets": "A burned lorry at the gate of the port. [Ana Ruiz/Reuters]",
    "old story": "This story is from March 12, 2002",
    "reporting and editing": "(Reporting by Ana Ruiz in Malabo; Editing by Tom Hall)",
    "additional reporting": "Additional reporting by Ana Ruiz",
    "contributed": "Ana Ruiz in Malabo contributed to this report.",
    "cookies": "We use cookies to improve your experience. By clicking accept you agree.",
    "last updated": "Last updated 11 August 2010 at 9:50 p.m. GMT",
    "updated": "Updated: 2017-09-15 17:52",
    "byline": "By Ana Ruiz and Tom Hall in Malabo",
    "byline in capitals": "BY ANA RUIZ",
    "paywall": "Subscribe to continue reading",
    "paywall dots": "...",
    "picture alone": "Photo",
    "video that does not play": "Media playback is not supported on this device",
    "wire marker": "[TEXT]",
    "source in the middle": "Source: Ministry of Fisheries",
}


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
@pytest.mark.parametrize(
    "line_end", ["\n", "\r\n", "\n\n    ", "\r\n\r\n"], ids=["unix", "windows", "indented", "blank"]
)
def test_noise_between_paragraphs_is_cut_and_nothing_else(noise: str, line_end: str) -> None:
    text = line_end.join([BODY[0], noise, *BODY[1:]])
    assert kept(text) == " ".join(BODY)


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_noise_at_the_end_is_cut(noise: str) -> None:
    assert kept("\n\n".join([*BODY, noise])) == " ".join(BODY)


INNOCENT = [
    "Copyright law drove thousands of musicians onto the streets of Madrid on Saturday.",
    "Reporting by Human Rights Watch documented thirty killings in the district.",
    "Follow-up talks on the harbour begin on Friday.",
    "Share prices fell after the blast at the refinery, which killed two workers.",
    "Police fired on a crowd outside the newspaper that had printed the photo.",
    "By Friday the rebels had taken three villages.",
    "By Monday Evening Hundreds Were Dead, the headline said.",
    "Advertisement hoardings were torn down by the crowd and set on fire.",
    "Watch towers along the border came under fire on Sunday, the army said.",
    "The group posted a video on Twitter in which it claimed the attack.",
    "Related protests were held in four other towns, and police detained nine people.",
    "Updated figures from the hospital put the number of dead at 12.",
    "Published accounts differ, but at least 20 villagers were shot dead.",
    "Print workers clashed with police in the capital.",
    "He was a source of pride: agencies wrote of him as a hero when he was killed.",
    "Email threats were followed by a bomb at the radio station, its editor said.",
    "Sign language teachers marched through Lyon to demand better pay.",
    "“No justice, no peace,” the crowd chanted...",
    "KABUL (Reuters) - A bomb killed two policemen in Kabul on Tuesday.",
    "Click here, the message said, and four people who did so were arrested at a rally.",
    "More on this story emerged when witnesses said that soldiers had opened fire on the crowd.",
    "Photographers were beaten by police at the march.",
    "The image caption said that forty people had been killed in the raid.",
]


@pytest.mark.parametrize("sentence", INNOCENT, ids=[text[:40] for text in INNOCENT])
def test_sentences_of_a_report_are_kept(sentence: str) -> None:
    text = "\n\n".join([BODY[0], sentence, *BODY[1:]])
    assert find_boilerplate(text) == ()


def test_everything_after_the_agencies_line_goes() -> None:
    tail = "SOURCE: AGENCIES\n\nRebels at the gates\n\nA series on the last war.\n\nTen were shot dead that day."
    assert kept("\n\n".join([*BODY, tail])) == " ".join(BODY)


def test_a_source_line_at_the_top_cuts_no_report() -> None:
    assert kept("\n".join(["Source: Agencies", *BODY])).endswith(" ".join(BODY))


def test_a_page_footer_without_line_ends_goes() -> None:
    text = " ".join(BODY) + "Source: News AgenciesAboutShow moreAbout UsCode of EthicsContact Us"
    assert kept(text) == " ".join(BODY)


def test_teasers_that_stand_twice_go_with_their_blurbs() -> None:
    teasers = [
        *("The bombing of Guernica",) * 2,
        "A film about the raid that killed hundreds of people and moved a painter.",
        *("Shot at dawn",) * 2,
        "Why deserters were executed, and who asks for their pardon.",
    ]
    assert kept("\n\n".join([*BODY, *teasers])) == " ".join(BODY)


def test_a_teaser_amid_the_report_takes_no_paragraph_with_it() -> None:
    text = "\n\n".join([*BODY, "Shot at dawn", "Shot at dawn", *(f"{n} {BODY[0]}" for n in range(4))])
    assert "Shot at dawn" not in kept(text)
    assert all(f"{n} {BODY[0]}" in kept(text) for n in range(4))


def test_a_headline_that_stands_twice_at_the_beginning_is_kept() -> None:
    text = "\n\n".join(["Stones fly in Bata", "Stones fly in Bata", *BODY])
    assert find_boilerplate(text) == ()


def test_titles_below_a_heading_of_links_go_with_it() -> None:
    text = "\n".join([*BODY, "More on this story", "Ten shot dead in harbour", "Army shells island"])
    assert kept(text) == " ".join(BODY)


def test_a_credit_at_the_end_of_a_paragraph_leaves_the_paragraph() -> None:
    text = "\n".join([*BODY[:2], BODY[2] + " (Reporting by Ana Ruiz; editing by Tom Hall)"])
    assert kept(text) == " ".join(BODY)


@given(st.text(max_size=300) | st.lists(st.sampled_from([*NOISE.values(), *BODY]), max_size=12).map("\n".join))
def test_spans_lie_inside_any_text(text: str) -> None:
    kept(text)


def test_a_report_whose_lines_are_wrapped_is_read_by_its_blocks() -> None:
    body = """THE POLICE SAID THAT FOUR PEOPLE WERE KILLED IN THE HARBOUR ON MONDAY
BY ARMED MEN WHO CAME IN TWO BOATS.  THE SHOTS WERE HEARD BY THE
TROOPS.

THE GOVERNOR SAID THAT THE ATTACKERS HAD BEEN PURSUED BY A PATROL OF THE
TROOPS."""
    assert kept(f"[TEXT] {body}\n\nCOPYRIGHT 1989 HARBOUR NEWS.\nALL RIGHTS RESERVED.") == " ".join(body.split())


ODD = {
    "blanks without end": "a b\n" * 9 + " " * 300_000 + "\n" + "\t \n" * 100_000,
    "a stamp without end": "Updated 1 " + "mar may " * 70 + "!",
    "buttons without end": "Share " + "facebook twitter 1 " * 30 + "!",
    "a name without end": "By " + "Ana van de Ruiz " * 36 + "!",
    "brackets without end": "(Reporting by " * 40_000,
    "lines without end": "a\n" * 50_000,
    "pairs of titles before a long sentence": "x\ny\nz\n"
    + "".join(f"t{n // 2}\n" for n in range(20_000))
    + "It ends here. " * 50,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_cost_no_minutes(text: str) -> None:
    start = time.process_time()
    find_boilerplate(text)
    assert time.process_time() - start < 2


def test_the_first_article_of_the_project_ends_at_its_source_line() -> None:
    path = Path(__file__).resolve().parents[4] / "shared" / "seed" / "article.json"
    if not path.is_file():
        pytest.skip("the seed article is not beside this checkout")
    text = json.loads(path.read_text("utf-8"))["text"]
    [(start, end)] = find_boilerplate(text)
    assert text[start:end].strip().startswith("SOURCE: Agencies")
    assert end == len(text)
