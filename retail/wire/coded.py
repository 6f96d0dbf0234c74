"""Messages as they travel and are kept: the template is the code, its values go along, and each side says both in the
language of who reads.
"""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from retail.messages import Message, Name
from retail.money import Money

_SAY, _WITH = "say", "with"


def coded(message: Message) -> str:
    """The message as a text that `message_of` reads."""
    return json.dumps(_written(message), separators=(",", ":"))


def message_of(text: str) -> Message | None:
    """The message in this text; None where it is none, or one that cannot be said.

    >>> str(message_of(coded(Message("{count} of {name}", {"count": 2, "name": Message("apples")}))))
    '2 of apples'
    >>> message_of("Words that an older version kept.")
    """
    try:
        found = _read(json.loads(text))
        if isinstance(found, Message):
            str(found)
            return found
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError):
        pass
    return None


def _written(value: Any) -> Any:
    if isinstance(value, Message):
        return {_SAY: value.template, _WITH: {name: _written(each) for name, each in value.values.items()}}
    if isinstance(value, Money):
        return {"money": value.minor, "currency": value.currency}
    if isinstance(value, Name):
        return {"name": value.text}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value if isinstance(value, int) else str(value)


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "money" in value:
        return Money(value["money"], value["currency"])
    if "name" in value:
        return Name(value["name"])
    if "number" in value:
        return Decimal(value["number"])
    if "day" in value:
        return date.fromisoformat(value["day"])
    return Message(value[_SAY], {name: _read(each) for name, each in value[_WITH].items()})
