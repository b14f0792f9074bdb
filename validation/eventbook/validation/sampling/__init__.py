"""How right a dataset is: rows drawn to be checked by hand, and confidence held against a gold standard."""
