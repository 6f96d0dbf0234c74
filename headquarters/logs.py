"""What headquarters says on its standard error: no person, no card and no secret, whoever keeps it."""

import logging

from retail.redaction import PLAIN


class RedactingFormatter(logging.Formatter):
    """Writes a line, with its traceback where it has one, without e-mails, phones, cards and secrets."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return PLAIN.of(super().format(record))


def log_to_stderr() -> None:
    """Say what is at least a warning."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
