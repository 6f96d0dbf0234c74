"""The table of stock figures."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Stock(Base):
    """How much of a product a place has, as of a time; `value` is what registers are told of it."""

    __tablename__ = "stock"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[dict[str, Any]]
