"""The table of reconciliation cases."""

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Case(Base):
    """A fact that contradicts another; open until a person has closed it."""

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    about: Mapped[str] = mapped_column(index=True)
    words: Mapped[str]
    opened_at: Mapped[str]
    closed_at: Mapped[str | None] = mapped_column(index=True)
