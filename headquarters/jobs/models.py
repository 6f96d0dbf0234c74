"""Tables of what jobs did."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class JobSession(Base):
    """One run of a job: when, by whom, how many rows, how many errors, and what to know about it."""

    __tablename__ = "job_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str] = mapped_column(index=True)
    started_by: Mapped[str]
    started_at: Mapped[str]
    ended_at: Mapped[str | None]
    rows: Mapped[int]
    errors: Mapped[int]
    note: Mapped[str]


class UploadAsked(Base):
    """One register that the P-job asked to upload; reached when it next polls."""

    __tablename__ = "uploads_asked"
    __table_args__ = (UniqueConstraint("session_id", "register"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("job_sessions.id"))
    register: Mapped[str] = mapped_column(ForeignKey("registers.register"), index=True)
    asked_at: Mapped[str]
    reached_at: Mapped[str | None]
