"""A real headquarters with one planted fault: writing the order with this confirmation number, or the goods of a file,
ends the process, as a broken library would, until a file `mended` lies in its data folder. Run by
`python -m tests.headquarters.deadly`.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from headquarters.__main__ import main

MARK = "L-HOUSTON-1-00002"


def die(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
    """Die where the order or the goods would be written."""
    mended = Path(sys.argv[sys.argv.index("--data") + 1]) / "mended"
    is_order = statement.startswith("INSERT INTO orders") and MARK in str(parameters)
    are_goods = statement.startswith("INSERT INTO products") and " SELECT " in statement.replace("\n", " ")
    if (is_order or are_goods) and not mended.exists():
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    event.listen(Engine, "before_cursor_execute", die)
    sys.exit(main(sys.argv[1:]))
