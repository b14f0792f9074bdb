"""The words of grammar that the readers of the parse look up."""

from eventbook.codebook.language_layer import Grammar, load_grammar

LANGUAGE = "en"  # the relations and prepositions that the readers know are English


def grammar() -> Grammar:
    """The grammar words, loaded once."""
    return load_grammar(LANGUAGE)
