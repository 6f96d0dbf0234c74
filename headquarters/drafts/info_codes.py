"""The table of the questions that registers ask at an event."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by


class InfoCodeDraft(Base):
    """One question, for the registers of the stores whose functionality profile it belongs to."""

    __tablename__ = "info_codes"
    __table_args__ = (
        UniqueConstraint("functionality", "event", "code"),
        *listed_by("functionality", "event", "code", "prompt", "kind", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    functionality: Mapped[str] = mapped_column(ForeignKey("functionality_profiles.code"))
    event: Mapped[str]
    code: Mapped[str]
    prompt: Mapped[str]
    kind: Mapped[str]
    choices: Mapped[list[Any]]
    required: Mapped[bool]
    least: Mapped[int | None]
    most: Mapped[int | None]
    position: Mapped[int]
