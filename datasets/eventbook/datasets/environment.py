"""The programs that made a version."""

import platform
import sys
from importlib import metadata

_PACKAGES = ("eventbook", "great-expectations", "numpy", "pandas", "pyarrow", "spacy")


def environment() -> dict[str, str]:
    """Python, operating system and the versions of the packages that shape a version; no names of machines."""
    found = {"python": platform.python_version(), "system": f"{platform.system()} {platform.machine()}"}
    found["implementation"] = sys.implementation.name
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return found
