"""What was typed into a field, as its row would keep it: too long, empty, and line by line."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Text
from starlette_admin import BaseField


def most_of(field: BaseField) -> int | None:
    """How many letters a field takes; None where it does not say."""
    most: int | None = getattr(field, "maxlength", None)
    return most


def is_too_long(field: BaseField, value: Any) -> bool:
    """Whether a text is longer than its field: a browser sees to it, but not every form and no file comes from one."""
    most = most_of(field)
    return most is not None and isinstance(value, str) and len(value.strip()) > most


def emptied(column: Column[Any] | None, value: Any) -> Any:
    """What nothing is in this column."""
    if column is None or column.nullable:
        return None
    return "" if isinstance(column.type, Text) else value


def may_be_empty(field: BaseField, column: Column[Any]) -> bool:
    """Whether nothing need be typed here."""
    is_optional_text = not field.required and isinstance(column.type, Text)
    return bool(column.nullable or column.primary_key or is_optional_text)


def texts_in(value: Any) -> Iterator[str]:
    """The lines of a text, or of the texts in a list or an object."""
    if isinstance(value, str):
        yield from value.replace("\r\n", "\n").split("\n")
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, dict):
        yield from texts_in([*value.values()])
