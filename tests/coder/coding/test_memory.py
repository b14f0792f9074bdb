"""What was read of an article is let go with it, without the help of the garbage collector."""

import gc
from datetime import date

from eventbook.coder.coding import Coder
from eventbook.coder.parsing.records import Parse
from eventbook.coder.records import Article

TEXT = "Gunmen killed six soldiers in Mosul on Monday. Protesters burned tyres in Baghdad on Tuesday, police said."


def count_parses() -> int:
    return sum(isinstance(one, Parse) for one in gc.get_objects())


def test_no_parse_of_an_article_outlives_its_coding() -> None:
    coder = Coder(gazetteers="shipped")
    article = Article("a", TEXT, published=date(2024, 5, 8))
    assert coder.code(article).rows
    gc.collect()
    before = count_parses()  # other tests may hold some
    gc.disable()
    try:
        coder.code(article)
        assert count_parses() == before
    finally:
        gc.enable()
