"""Is it right: checks, quarantine, scoring against a gold standard, intercoder reliability."""
