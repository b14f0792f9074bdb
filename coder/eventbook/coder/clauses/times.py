"""Words of a parse that are times."""

from eventbook.coder.dates.rules import date_rules
from eventbook.coder.parsing.records import Token


def is_weekday(token: Token) -> bool:
    """Whether a word is the name of a day of the week."""
    return date_rules().class_of.get(token.text.lower()) == "WEEKDAY"


def is_time_unit(token: Token) -> bool:
    """Whether a word is a unit of time: the "day" of "a day after"."""
    return date_rules().class_of.get(token.text.lower()) == "UNIT"
