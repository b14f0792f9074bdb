"""Scores of coded rows against a gold standard, with intervals, confusions and the list of misses."""
