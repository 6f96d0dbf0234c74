"""The logs of a data folder: a few files for each program, without what a log may not hold."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from retail.redaction import PLAIN

FOLDER = "logs"
LOG_BYTES = 1024 * 1024
LOG_FILES = 5


class RedactingFormatter(logging.Formatter):
    """Writes a line, with its traceback where it has one, without e-mails, phones, cards and secrets."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return PLAIN.of(super().format(record))


def log_to_stderr(least: int, form: str) -> None:
    """Say on the standard error what is at least so grave; whoever keeps that keeps no person and no secret either."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(form))
    logging.basicConfig(level=least, handlers=[handler])


@contextmanager
def logging_to(folder: Path, program: str, least: int = logging.INFO) -> Iterator[None]:
    """Write the log to `logs/<program>.log` of the data folder, for its owner alone, while the body runs; old files
    are dropped.

    `least` is the lowest level that is written.
    """
    logs = folder / FOLDER
    logs.mkdir(parents=True, exist_ok=True)
    logs.chmod(0o700)
    handler = RotatingFileHandler(
        logs / f"{program}.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(min(level, least))
    # The scheduler tells of every run that came late, and Alembic of every plug-in: nothing anybody can act on.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()
