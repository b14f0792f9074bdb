"""What is published: versions of a dataset, their differences, people's corrections.

dataset = open_dataset("my-dataset")
events = dataset.load()              # a pandas frame of the latest version
events = dataset.load(tag="paper")   # of the version with this tag
"""

from eventbook.datasets.dataset import Dataset, VersionInfo, create_dataset, open_dataset
from eventbook.datasets.errors import (
    BadName,
    BadRevision,
    BadTable,
    Conflict,
    Damaged,
    DatasetError,
    DatasetExists,
    NotADataset,
    NotWritable,
    UnknownEvent,
    UnknownTable,
    UnknownVersion,
    Withdrawn,
)

__all__ = [
    "BadName",
    "BadRevision",
    "BadTable",
    "Conflict",
    "Damaged",
    "Dataset",
    "DatasetError",
    "DatasetExists",
    "NotADataset",
    "NotWritable",
    "UnknownEvent",
    "UnknownTable",
    "UnknownVersion",
    "VersionInfo",
    "Withdrawn",
    "create_dataset",
    "open_dataset",
]
