"""The tables of screen layouts and of who uses which."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Layout(Base):
    """A screen layout, kept as the file it is; the register checks it before use."""

    __tablename__ = "layouts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    content: Mapped[dict[str, Any]]


class LayoutVersion(Base):
    """A layout as it was published: the newest version is what registers are told. None of them ever changes.

    `made_at` and `made_by` are empty for what was there before versions were kept; `note` says why it was made.
    """

    __tablename__ = "layout_versions"
    __table_args__ = (UniqueConstraint("layout", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    layout: Mapped[str] = mapped_column(ForeignKey("layouts.name"))
    version: Mapped[int]
    content: Mapped[dict[str, Any]]
    made_at: Mapped[str]
    made_by: Mapped[str]
    note: Mapped[str]


class LayoutUse(Base):
    """The layout that a store, a register or a user has; `kind` says which of them `name` is."""

    __tablename__ = "layout_uses"
    __table_args__ = (UniqueConstraint("kind", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    layout: Mapped[str] = mapped_column(ForeignKey("layouts.name"), index=True)
