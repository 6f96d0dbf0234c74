"""A real headquarters that stops where its mark is kept and its turn to book has not come, until a file `go` lies in
its data folder. Run by `python -m tests.headquarters.stalling`.
"""

import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from headquarters.__main__ import main

_marked: list[bool] = []


def stall(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
    """Wait before the first unit of work that books after a mark was committed."""
    folder = Path(sys.argv[sys.argv.index("--data") + 1])
    if statement.startswith("INSERT INTO posting_marks"):
        _marked.append(True)
    elif _marked and "pg_advisory_xact_lock" in statement:
        _marked.clear()
        (folder / "stalled").touch()
        while not (folder / "go").exists():
            time.sleep(0.01)


if __name__ == "__main__":
    event.listen(Engine, "before_cursor_execute", stall)
    sys.exit(main(sys.argv[1:]))
