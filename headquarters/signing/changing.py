"""Giving headquarters its first signing key or another one, and saying again all that is signed, by the new key."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.office.audit import note
from headquarters.people.models import Person
from headquarters.people.rights_then import note_rights
from headquarters.people.service import publish_staff
from headquarters.settings.service import publish_settings
from headquarters.signing.keys import is_signing, make_key, present_key


def ensure_signing_key(session: Session, at: str) -> None:
    """Make the first key where there is none."""
    if not is_signing(session):
        _begin(session, at, is_lost=False)


def change_key(session: Session, at: str, by: str, *, is_lost: bool) -> str:
    """Sign by a new key from now on; gives back its public half.

    Registers take it by themselves because the one before it signs that it follows; after a lost one they take it with
    the code of their next enrolment alone.
    """
    before = present_key(session)
    public = _begin(session, at, is_lost=is_lost)
    act = "replaced a lost signing key" if is_lost else "changed the signing key"
    note(session, by, at, act, "signing key", public[:16], {"key": before[:16]}, {"key": public[:16]})
    return public


def _begin(session: Session, at: str, *, is_lost: bool) -> str:
    public = make_key(session, at, is_lost=is_lost)
    publish_settings(session)
    publish_staff(session)
    note_rights(session, session.scalars(select(Person)).all(), at)
    return public
