"""What can be wrong with a parser setting."""


class ParserError(ValueError):
    """A pipeline that cannot be loaded or does not parse; says which, and what to do."""
