"""Measures of how well the coder reads, on sets that lie outside the project."""
