"""The table of stores with their settings."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Store(Base):
    """A shop, and the settings its registers work by; none before they are published for the first time.

    `warehouse` is where its goods lie; empty: a place of its own name, as most have it.
    """

    __tablename__ = "stores"

    id: Mapped[int] = mapped_column(primary_key=True)
    store: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    settings: Mapped[dict[str, Any]]
    warehouse: Mapped[str] = mapped_column(server_default="")
