"""Refusals of the back office: words that can be shown in the language of whoever reads them."""

from typing import Any

from headquarters.errors import Refusal
from retail.messages import Message, say


class OfficeRefusal(Refusal):
    """A refusal whose words are a message."""

    def __init__(self, status: int, message: Message, retry_after_seconds: int | None = None) -> None:
        super().__init__(status, str(message), retry_after_seconds)
        self.message = message


def refuse(status: int, template: str, **values: Any) -> OfficeRefusal:
    """A refusal of these words."""
    return OfficeRefusal(status, say(template, **values))
