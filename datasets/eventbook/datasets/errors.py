"""What can go wrong with a dataset; every message says what, where, what was expected and what to do next."""


class DatasetError(Exception):
    """Anything a dataset refuses or cannot do."""


class NotADataset(DatasetError):
    """The folder is missing, is no dataset, or is one of a format this program does not read."""


class DatasetExists(DatasetError):
    """A dataset, or other files, stand where a new one should go."""


class UnknownVersion(DatasetError):
    """No version has this number, tag or time."""


class UnknownTable(DatasetError):
    """The version holds no such table or column."""


class UnknownEvent(UnknownTable):
    """No version holds this event."""


class Damaged(DatasetError):
    """A file is missing, truncated or altered; nothing of it was read."""


class Withdrawn(DatasetError):
    """The version's data were removed on purpose; its manifest still stands."""


class Conflict(DatasetError):
    """Another writer committed first, and no merge was given to go on from there."""


class BadTable(DatasetError):
    """A table cannot be stored: no key, a repeated key, a type that Parquet cannot hold."""


class BadName(DatasetError):
    """A name of a table, tag or release is not allowed."""


class NotWritable(DatasetError):
    """The dataset's folder or disk cannot be written; the dataset is as it was."""


class NoProcess(DatasetError):
    """The processes that should code the articles end before they can begin."""


class BadQuestion(DatasetError):
    """What was asked of a version cannot be answered: an unknown unit, period, measure or column, or no events."""


class MissingExtra(DatasetError):
    """A package is needed that is installed only with one of the extras."""


class BadRevision(DatasetError):
    """A person's decision cannot be recorded; `problems` lists every reason."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class BadRelease(DatasetError):
    """A release cannot be made as asked; the message has one line for each problem."""
