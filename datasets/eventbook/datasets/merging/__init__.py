"""Rows of different articles that tell of the same event become one row, with every report kept beside it."""

from eventbook.datasets.merging.merge import merge_rows
from eventbook.datasets.merging.records import Decisions, Merged, MergingError
from eventbook.datasets.merging.sketches import sketch_table, sketch_text
from eventbook.datasets.merging.wording import wordings

__all__ = ["Decisions", "Merged", "MergingError", "merge_rows", "sketch_table", "sketch_text", "wordings"]
