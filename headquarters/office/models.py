"""The tables of the people of the back office, of their open sessions, and of what was done by whom."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey, word
from headquarters.office.roles import Role


class OfficePerson(Base):
    """Somebody who signs in to the back office. Of the password only an Argon2id hash is kept.

    `name_key` is the name without regard to case, `stores` are those a store manager looks after, `failures` wrong
    passwords since the last right one; until `locked_until` not even the right one is taken. `version` counts changes.
    """

    __tablename__ = "office_people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    role: Mapped[Role] = mapped_column(word(Role))
    stores: Mapped[list[Any]]
    language: Mapped[str]
    look: Mapped[str]
    active: Mapped[bool]
    failures: Mapped[int]
    locked_until: Mapped[str]
    version: Mapped[int]


class OfficeSession(Base):
    """One person at one browser; only the hash of the cookie is kept. Its forms must carry `form_secret`."""

    __tablename__ = "office_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("office_people.id"), index=True)
    cookie_hash: Mapped[str] = mapped_column(unique=True)
    form_secret: Mapped[str]
    began_at: Mapped[str]
    last_at: Mapped[str]


class SetUpCode(Base):
    """A one-time code that makes the first administrator; only its hash is kept."""

    __tablename__ = "office_set_up_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[str]


class AuditEntry(Base):
    """What somebody did to one record: the fields that changed, before and after. Triggers refuse to change a row."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index(None, "kind", "about", "id"),
        Index(None, "who", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    at: Mapped[str]
    who: Mapped[str]
    act: Mapped[str]
    kind: Mapped[str]
    about: Mapped[str]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
