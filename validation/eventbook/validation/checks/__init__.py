"""Checks of rows by their codebook, run as a Great Expectations suite; findings come back as a table."""

from .checking import FINDINGS_COLUMNS, check_rows

__all__ = ["FINDINGS_COLUMNS", "check_rows"]
