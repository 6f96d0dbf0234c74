"""The audit log: who did what to which record, with the old and the new values; written in the same unit of work."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, insert, select
from sqlalchemy.orm import Session

from headquarters.office.models import AuditEntry

ENTRIES_SHOWN = 100


def note(
    session: Session, who: str, at: str, act: str, kind: str, about: str,
    before: Mapping[str, Any] | None = None, after: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Say what somebody does to one record. Of `before` and `after` only what differs is kept."""
    if before is not None and after is not None:
        differs = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        before = {name: before[name] for name in differs if name in before}
        after = {name: after[name] for name in differs if name in after}
    session.add(
        AuditEntry(
            at=at, who=who, act=act, kind=kind, about=about,
            before=None if before is None else dict(before), after=None if after is None else dict(after),
        )
    )  # fmt: skip


def note_each(session: Session, who: str, at: str, act: str, kind: str, about: Sequence[str]) -> None:
    """Say what somebody does to many records at once, an entry of its own for each."""
    row = {"at": at, "who": who, "act": act, "kind": kind, "before": None, "after": None}
    session.execute(insert(AuditEntry), [{**row, "about": each} for each in about])


def entries(session: Session, *, kind: str = "", about: str = "") -> Sequence[AuditEntry]:
    """The newest entries of a kind of records, or of one of them."""
    query = narrowed_entries(kind=kind, about=about)
    return session.scalars(query.order_by(AuditEntry.id.desc()).limit(ENTRIES_SHOWN)).all()


def narrowed_entries(*, who: str = "", kind: str = "", about: str = "") -> Select[AuditEntry]:
    """All entries of a person, a kind and a record; of everybody and everything where these are empty."""
    wanted = {AuditEntry.who: who, AuditEntry.kind: kind, AuditEntry.about: about}
    return select(AuditEntry).where(*[column == value for column, value in wanted.items() if value])
