"""The table of files that people brought to the import page."""

from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, word


class ImportState(StrEnum):
    """How far a file is. What waits or runs is checked, or taken in once somebody has read what that would do."""

    WAITING = "waiting"
    RUNNING = "running"
    CHECKED = "checked"
    TAKEN = "taken in"
    REFUSED = "refused"


class FileImport(Base):
    """One file with what was said about it, how far it is, and what it came to; `words` is why it was refused, as a
    template and its values. `owner` is the process that has the file; of one that has ended, `until` says how long it
    may come back to it. The file itself lies
    beside the books until it is taken in or thrown away, the list of rows that are left out until it is thrown away.
    """

    __tablename__ = "file_imports"
    __table_args__ = (Index(None, "state", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    file_name: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    encoding: Mapped[str]
    delimiter: Mapped[str]
    currency: Mapped[str]
    columns: Mapped[dict[str, Any]]
    made_by: Mapped[str]
    made_at: Mapped[str]
    state: Mapped[ImportState] = mapped_column(word(ImportState))
    is_to_be_taken: Mapped[bool]
    taken_by: Mapped[str]
    phase: Mapped[str]
    percent: Mapped[int | None]
    read_as: Mapped[str]
    new: Mapped[int]
    changed: Mapped[int]
    same: Mapped[int]
    rejected: Mapped[int]
    words: Mapped[dict[str, Any]]
    ended_at: Mapped[str | None]
    owner: Mapped[str] = mapped_column(server_default="")
    until: Mapped[str] = mapped_column(server_default="")
