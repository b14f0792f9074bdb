"""Checks of rows by their codebook, run as a Great Expectations suite; findings come back as a table."""

from .checking import ACROSS, FINDINGS_COLUMNS, check_rows

__all__ = ["ACROSS", "FINDINGS_COLUMNS", "check_rows"]
