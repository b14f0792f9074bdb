"""Reading news articles: from files of several formats to `Article` records, or the reason why not."""

from eventbook.coder.articles.boilerplate import find_boilerplate
from eventbook.coder.articles.language import detect_language
from eventbook.coder.articles.read import MAX_CHARACTERS, read_articles
from eventbook.coder.articles.reasons import INPUT_REASONS
from eventbook.coder.articles.sources import FieldsUnknown, SourceError, SourceMissing

__all__ = [
    "INPUT_REASONS",
    "MAX_CHARACTERS",
    "FieldsUnknown",
    "SourceError",
    "SourceMissing",
    "detect_language",
    "find_boilerplate",
    "read_articles",
]
