"""What the checks found, summed up: as lines, as JSON, as one page for a browser."""
