"""The table of what stores want to know of orders and of plain sales."""

from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, Rate, listed_by


class OrderAttributeDraft(Base):
    """An attribute of orders, of sales, or of both, for the stores whose commerce parameters it belongs to.

    `translations` are pairs of a text behind its language, and that text in it: `nb Floor` and `Etasje`.
    """

    __tablename__ = "order_attributes"
    __table_args__ = (
        UniqueConstraint("parameters", "attribute"),
        *listed_by("parameters", "attribute", "name", "kind", "asked_of", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    attribute: Mapped[str]
    name: Mapped[str]
    asked_of: Mapped[str]
    required: Mapped[bool]
    kind: Mapped[str]
    choices: Mapped[list[Any]]
    least: Mapped[Decimal | None] = mapped_column(Rate)
    most: Mapped[Decimal | None] = mapped_column(Rate)
    unit: Mapped[str]
    help: Mapped[str]
    default: Mapped[str]
    translations: Mapped[list[Any]]
    position: Mapped[int]
