"""The two ways an import says no: to a cell, so that its row is left out, and to a whole file."""

from typing import Any

from retail.messages import Message


class CellRefused(Exception):
    """A cell that cannot be kept; the message is the rule it breaks."""

    def __init__(self, rule: str | Message, **values: Any) -> None:
        self.message = rule if isinstance(rule, Message) else Message(rule, values)
        super().__init__(str(self.message))


class FileRefused(Exception):
    """A file that cannot be imported; the message says why, and nothing of it was kept."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))
