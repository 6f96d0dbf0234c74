"""Open sessions of the back office: kept in the database, so that every process of headquarters knows them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.context import Headquarters, stored, token_hash
from headquarters.office.models import OfficePerson, OfficeSession
from headquarters.office.roles import RIGHTS, Right, Role

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=8)
NOTED_AGAIN = timedelta(minutes=1)
"""The use of a session is noted no more often than this: a page that is read writes nothing."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever looks at a page: somebody who is signed in, or, without a name, anybody.

    `form_secret` shows that a form came from our own page. `stores` are those they see; None for all of them.
    """

    language: str
    look: str = ""
    form_secret: str = ""
    name: str = ""
    person_id: int = 0
    rights: frozenset[Right] = frozenset()
    stores: frozenset[str] | None = frozenset()

    def may(self, right: str) -> bool:
        """Whether their role has this right."""
        return right in self.rights

    def sees(self, store: str) -> bool:
        """Whether they look after this store."""
        return self.stores is None or store in self.stores


def begin(session: Session, person_id: int, cookie_before: str, now: datetime) -> str:
    """Open a session and end the one this browser had; gives back what the new cookie holds."""
    end(session, cookie_before)
    session.execute(delete(table_of(OfficeSession)).where(_is_over(now)))
    cookie, at = secrets.token_urlsafe(32), stored(now)
    secret = secrets.token_urlsafe(32)
    session.add(
        OfficeSession(
            person_id=person_id, cookie_hash=token_hash(cookie), form_secret=secret, began_at=at, last_at=at
        )
    )
    return cookie


def visitor(headquarters: Headquarters, cookie: str, language: str) -> Visitor | None:
    """Whose session this cookie is, unless it was idle or open for too long; `language` where they chose none."""
    if not cookie:
        return None
    now = headquarters.clock.now()
    with headquarters.database.reading() as session:
        found = session.execute(
            select(OfficeSession, OfficePerson)
            .join(OfficePerson, OfficePerson.id == OfficeSession.person_id)
            .where(
                OfficeSession.cookie_hash == token_hash(cookie), OfficePerson.active.is_(True), ~_is_over(now)
            )
        ).first()
        if found is None:
            return None
        open_one, person = found
    if open_one.last_at < stored(now - NOTED_AGAIN):
        with headquarters.database.writing() as session:
            known = session.get(OfficeSession, open_one.id)
            if known is not None:
                known.last_at = stored(now)
    stores = frozenset(person.stores) if person.role is Role.STORE_MANAGER else None
    return Visitor(
        person.language or language, person.look, open_one.form_secret, person.name, person.id,
        RIGHTS[person.role], stores,
    )  # fmt: skip


def end(session: Session, cookie: str) -> None:
    """Close the session of a cookie."""
    sessions = table_of(OfficeSession)
    session.execute(delete(sessions).where(sessions.c.cookie_hash == token_hash(cookie)))


def end_all(session: Session, person_id: int) -> None:
    """Close every session of a person, at whatever browser."""
    sessions = table_of(OfficeSession)
    session.execute(delete(sessions).where(sessions.c.person_id == person_id))


def open_sessions(session: Session, person_id: int, now: datetime) -> Sequence[OfficeSession]:
    """The open sessions of a person, the newest first."""
    query = select(OfficeSession).where(OfficeSession.person_id == person_id, ~_is_over(now))
    return session.scalars(query.order_by(OfficeSession.id.desc())).all()


def _is_over(now: datetime) -> ColumnElement[bool]:
    return or_(OfficeSession.last_at < stored(now - IDLE), OfficeSession.began_at < stored(now - WHOLE))
