"""The table of screen layouts."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class Layout(Base):
    """A screen layout, kept as the file it is; the register checks it before use."""

    __tablename__ = "layouts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    content: Mapped[dict[str, Any]]
