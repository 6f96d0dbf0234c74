"""The table of staff."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Person(Base):
    """Somebody who signs in at registers; of the PIN only an Argon2id hash is kept."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    pin_hash: Mapped[str]
    rights: Mapped[list[Any]]
    language: Mapped[str]
    active: Mapped[bool]
