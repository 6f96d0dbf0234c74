"""Tables of what jobs did."""

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base
from retail.messages import Message
from retail.wire.coded import coded, message_of


class JobSession(Base):
    """One run of a job: when, by whom, how many rows, bytes and errors so far, and what to know about it: `note` in
    English, `said` its message as a code; a run of an older version has the words alone.

    `cancelled_by` has asked it to stop; it does so between two units of work.
    """

    __tablename__ = "job_sessions"
    __table_args__ = (Index(None, "job", "id"), Index(None, "job", "started_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str]
    started_by: Mapped[str]
    started_at: Mapped[str]
    ended_at: Mapped[str | None]
    rows: Mapped[int]
    errors: Mapped[int]
    note: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger, server_default="0")
    cancelled_by: Mapped[str] = mapped_column(server_default="")
    said: Mapped[str] = mapped_column(server_default="")

    @property
    def message(self) -> Message | str:
        """What to know about it, for whoever reads in whatever language."""
        return message_of(self.said) or self.note

    def give_note(self, note: Message | None) -> None:
        """Keep what to know about it, or that there is nothing."""
        self.note, self.said = ("", "") if note is None else (str(note), coded(note))


class JobPlan(Base):
    """What a person said of a job's schedule: its pace, None for that of headquarters, and whether it is paused.

    A pace of 0 is no schedule: the job is run by hand. With `run_at`, a time of day (UTC), it runs once on each of
    `weekdays` (1 is Monday; empty: every day) from `said_at` on, whatever its pace.
    """

    __tablename__ = "job_plans"

    job: Mapped[str] = mapped_column(primary_key=True)
    pace_seconds: Mapped[int | None]
    paused_by: Mapped[str]
    paused_at: Mapped[str]
    run_at: Mapped[str] = mapped_column(server_default="")
    weekdays: Mapped[str] = mapped_column(server_default="")
    said_at: Mapped[str] = mapped_column(server_default="")


class UploadAsked(Base):
    """One register that the P-job asked to upload; reached when it next polls."""

    __tablename__ = "uploads_asked"
    __table_args__ = (UniqueConstraint("session_id", "register"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("job_sessions.id"))
    register: Mapped[str] = mapped_column(ForeignKey("registers.register"), index=True)
    asked_at: Mapped[str]
    reached_at: Mapped[str | None]
