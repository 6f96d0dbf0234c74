"""The files of the checkout that people wrote, found without git, so that a plain copy is checked as well."""

import os
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"__pycache__", "build", "dist"}
KEPT_HIDDEN = {".ci", ".gitattributes", ".gitignore"}
BINARY_SUFFIXES = {".png", ".ttf", ".pdf", ".ico", ".qm", ".db", ".gz", ".zip"}


def all_files(checkout: Path = CHECKOUT) -> Iterator[Path]:
    """Every file but those that tools made."""
    for folder, folders, files in os.walk(checkout):
        at_top = Path(folder) == checkout
        folders[:] = sorted(
            name
            for name in folders
            if name not in LEFT_OUT and (not name.startswith(".") or (at_top and name in KEPT_HIDDEN))
        )
        for name in sorted(files):
            if not name.startswith(".") or name in KEPT_HIDDEN:
                yield Path(folder) / name


def text_files(checkout: Path = CHECKOUT) -> Iterator[Path]:
    return (file for file in all_files(checkout) if file.suffix not in BINARY_SUFFIXES)


def python_files(checkout: Path = CHECKOUT) -> Iterator[Path]:
    """Every Python source, the script of the checkout included."""
    return (file for file in all_files(checkout) if file.suffix == ".py" or file == checkout / "kassa")
