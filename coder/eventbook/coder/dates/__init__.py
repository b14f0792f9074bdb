"""Dates: mentions of time in a sentence, resolved against the publication date, and datelines."""

from .dateline import find_dateline, written_on
from .find import find_dates
from .records import Dateline, DateMention

__all__ = ["DateMention", "Dateline", "find_dateline", "find_dates", "written_on"]
