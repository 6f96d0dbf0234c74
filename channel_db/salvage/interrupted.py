"""What every start asks: was salvaging a journal cut off? It loads nothing of what salvaging needs."""

import shutil
from pathlib import Path

from channel_db.kinds import JOURNAL

WORKSHOP = "salvaging"
"""The folder in which the new journal is made."""


def finish_interrupted(folder: Path) -> None:
    """End what a crash cut off: a finished new journal takes the empty place, an unfinished one is forgotten."""
    made = folder / WORKSHOP / JOURNAL.file
    if made.exists() and not (folder / JOURNAL.file).exists():
        made.replace(folder / JOURNAL.file)
    shutil.rmtree(made.parent, ignore_errors=True)
