"""Everything that is wrong with a codebook, found at once, each with file, line, and what to do."""
