"""What headquarters says of its work, on its standard error and in its folder: no person, no card and no secret."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from retail.redaction import PLAIN

FOLDER = "logs"
LOG_BYTES = 1024 * 1024
LOG_FILES = 5
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class RedactingFormatter(logging.Formatter):
    """Writes a line, with its traceback where it has one, without e-mails, phones, cards and secrets."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return PLAIN.of(super().format(record))


def log_to_stderr() -> None:
    """Say what is at least a warning."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(_FORM))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Write the same to a few files of the data folder, for their owner alone, while the body runs."""
    logs = folder / FOLDER
    logs.mkdir(parents=True, exist_ok=True)
    logs.chmod(0o700)
    handler = RotatingFileHandler(
        logs / "headquarters.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(RedactingFormatter(_FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
