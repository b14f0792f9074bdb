"""The last steps of a release: checksums of all files, and a zip that is the same whenever its content is."""

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from eventbook.datasets.files import sha256_of, sync_file

CHECKSUMS = "checksums.txt"


def write_checksums(folder: Path) -> dict[str, str]:
    """`checksums.txt` for `sha256sum -c`, and the hashes by path; the file itself is not among them."""
    hashes = hash_files(folder)
    text = "".join(f"{digest}  {path}\n" for path, digest in hashes.items())
    (folder / CHECKSUMS).write_text(text, encoding="utf-8")
    return hashes


def read_checksums(text: str) -> dict[str, str]:
    """The hashes of a `checksums.txt` by path."""
    return {path: digest for digest, _, path in (line.partition("  ") for line in text.splitlines()) if path}


def hash_files(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path in the folder, sorted."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name: sha256_of(folder / name) for name in files}


def write_zip(folder: Path, target: Path, *, day: date) -> None:
    """All files of a folder under the folder's name, sorted by path, dated by `day`, with plain rights."""
    with zipfile.ZipFile(target, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=path.stat().st_size > 2**31) as file:
                while block := source.read(1 << 20):
                    file.write(block)


def freeze(folder: Path) -> None:
    """Flush every file to the disk and take the right to write from it."""
    for path in folder.rglob("*"):
        if path.is_file():
            sync_file(path)


def differing(folder: Path, expected: Mapping[str, str]) -> list[str]:
    """What is wrong with the files of a folder, against their hashes: missing, altered, or not named."""
    found = hash_files(folder)
    wrong = [f"{folder / name}: missing" for name in expected if name not in found]
    wrong += [f"{folder / name}: altered" for name in expected if name in found and found[name] != expected[name]]
    return wrong + [f"{folder / name}: not named by the release; remove it" for name in found if name not in expected]
