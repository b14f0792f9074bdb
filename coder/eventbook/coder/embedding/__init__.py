"""Sentence embeddings of shipped weights, in plain NumPy."""
