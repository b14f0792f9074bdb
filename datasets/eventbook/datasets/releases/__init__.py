"""Releases: a version frozen for the public, in the formats that people open, with all that is needed to cite it."""
