"""The audit log: who did what to which record, with the old and the new values; written in the same unit of work."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select
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


def entries(
    session: Session, *, who: str = "", kind: str = "", about: str = "", below: int | None = None
) -> Sequence[AuditEntry]:
    """The newest entries first, narrowed by person, kind and record; `below` an id they go on from there."""
    query = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(ENTRIES_SHOWN)
    wanted = {AuditEntry.who: who, AuditEntry.kind: kind, AuditEntry.about: about}
    query = query.where(*[column == value for column, value in wanted.items() if value])
    if below is not None:
        query = query.where(AuditEntry.id < below)
    return session.scalars(query).all()
