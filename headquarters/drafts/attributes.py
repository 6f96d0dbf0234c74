"""The columns of an attribute, whatever it is asked of."""

from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Rate


class AttributeColumns:
    """An attribute of customers or of orders; a number has a range and a `unit`, which is what it counts.

    `translations` are pairs of a text behind its language, and that text in it: `nb Club` and `Klubb`.
    """

    attribute: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    choices: Mapped[list[Any]]
    least: Mapped[Decimal | None] = mapped_column(Rate)
    most: Mapped[Decimal | None] = mapped_column(Rate)
    unit: Mapped[str]
    help: Mapped[str]
    default: Mapped[str]
    translations: Mapped[list[Any]]
    position: Mapped[int]
