"""What is published: versions of a dataset, their differences, people's corrections.

dataset = open_dataset("my-dataset")
events = dataset.load()              # a pandas frame of the latest version
events = dataset.load(tag="paper")   # of the version with this tag

version = load("my-dataset")         # the latest version, for questions
version.panel(unit="country", freq="M")
version.plot.map()
"""

from eventbook.datasets.analysis.version import Version, load
from eventbook.datasets.dataset import Dataset, VersionInfo, create_dataset, open_dataset
from eventbook.datasets.errors import (
    BadName,
    BadQuestion,
    BadRevision,
    BadTable,
    Conflict,
    Damaged,
    DatasetError,
    DatasetExists,
    MissingExtra,
    NotADataset,
    NotWritable,
    UnknownEvent,
    UnknownTable,
    UnknownVersion,
    Withdrawn,
)

__all__ = [
    "BadName",
    "BadQuestion",
    "BadRevision",
    "BadTable",
    "Conflict",
    "Damaged",
    "Dataset",
    "DatasetError",
    "DatasetExists",
    "MissingExtra",
    "NotADataset",
    "NotWritable",
    "UnknownEvent",
    "UnknownTable",
    "UnknownVersion",
    "Version",
    "VersionInfo",
    "Withdrawn",
    "create_dataset",
    "load",
    "open_dataset",
]
