"""Enrolling by the program itself, whose code is piped in: on a command line it takes none."""

import io
from pathlib import Path
from unittest.mock import patch

from sync_agent.__main__ import main


def enrol_by_program(url: str, code: str, folder: Path) -> int:
    """What `sync enrol` ends with."""
    with patch("sys.stdin", io.StringIO(f"{code}\n")):
        return main(["enrol", "--hq", url, "--data", str(folder)])
