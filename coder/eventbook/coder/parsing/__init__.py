"""Sentences and dependency parses with offsets into the article's text."""
