"""Clauses: who did it to whom, whether it happened, read from the dependency parse."""
