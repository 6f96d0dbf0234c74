"""Adding, changing and finding the people of the back office, and checking who signs in."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters, stored
from headquarters.office.audit import note
from headquarters.office.models import OfficePerson, SetUpCode
from headquarters.office.passwords import check_password, is_password, is_weak_hash, password_hash
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.office.roles import Role
from headquarters.office.sessions import end_all
from headquarters.settings.service import known_stores
from retail.messages import say

KIND = "office person"
NAME_MAX = 60
FAILURES_FREE = 4
LOCK_FIRST = timedelta(minutes=1)
LOCK_MAX = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody is to be."""

    role: Role
    stores: tuple[str, ...] = ()
    active: bool = True


def key_of(name: str) -> str:
    """A name as it is compared: whatever the case, however its letters are put together."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def anybody(session: Session) -> bool:
    """Whether there is any person at all."""
    return session.scalar(select(OfficePerson.id).limit(1)) is not None


def all_people(session: Session, after: str = "", most: int | None = None) -> Sequence[OfficePerson]:
    """Everybody, by name, from behind the key of a name on."""
    query = select(OfficePerson).where(OfficePerson.name_key > after).order_by(OfficePerson.name_key)
    return session.scalars(query.limit(most)).all()


def find_person(session: Session, name: str) -> OfficePerson | None:
    """The person of this name; what cannot be a name is nobody's."""
    if not _can_be_name(name):
        return None
    return session.scalars(select(OfficePerson).where(OfficePerson.name_key == key_of(name))).first()


def add_person(session: Session, name: str, password: str, wish: Wish, who: str, at: str) -> OfficePerson:
    """Make a person; the way of set-up codes is closed from now on.

    Raises:
        OfficeRefusal: the name, password, role or stores cannot be (422), or the name is taken (409).
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not _can_be_name(name):
        raise refuse(422, "A name has 1 to {most} letters, digits or signs. Type another.", most=NAME_MAX)
    if find_person(session, name) is not None:
        raise refuse(409, "There is somebody named {name} already. Choose another name.", name=name)
    check_password(password, name)
    _check(session, wish)
    person = OfficePerson(
        name=name, name_key=key_of(name), password_hash=password_hash(password), role=wish.role,
        stores=list(wish.stores), language="", look="", active=wish.active, failures=0, locked_until="", version=1,
    )  # fmt: skip
    session.add(person)
    for code in session.scalars(select(SetUpCode)):
        session.delete(code)
    session.flush()
    note(session, who, at, "add", KIND, name, None, _facts(person))
    return person


def change_person(
    session: Session, person: OfficePerson, wish: Wish, version: int, who: str, at: str
) -> None:
    """Give somebody another role, other stores, or no way in any more.

    Raises:
        OfficeRefusal: role or stores cannot be (422), it would leave no administrator, or somebody else changed the
            person since `version` (409).
    """
    if person.version != version:
        raise refuse(
            409,
            "Somebody else changed {name} meanwhile. Look at the page again, then repeat it.",
            name=person.name,
        )
    _check(session, wish)
    stays = wish.active and wish.role is Role.ADMINISTRATOR
    if not stays and _is_last_administrator(session, person):
        raise refuse(409, "{name} is the last administrator. Make another one first.", name=person.name)
    before = _facts(person)
    person.role, person.stores, person.active = wish.role, list(wish.stores), wish.active
    person.version += 1
    if not wish.active:
        end_all(session, person.id)
    note(session, who, at, "change", KIND, person.name, before, _facts(person))


def set_password(session: Session, person: OfficePerson, password: str, who: str, at: str) -> None:
    """Give somebody another password; every session they have ends.

    Raises:
        OfficeRefusal: the password cannot be (422).
    """
    check_password(password, person.name)
    person.password_hash = password_hash(password)
    person.failures, person.locked_until = 0, ""
    end_all(session, person.id)
    note(session, who, at, "new password", KIND, person.name)


class Doorkeeper:
    """Checks names and passwords one at a time, so that guessing in parallel gains nothing and needs little memory."""

    def __init__(self) -> None:
        self._lock = Lock()

    def person(self, headquarters: Headquarters, name: str, password: str) -> int:
        """The id of who has this name and password.

        Raises:
            OfficeRefusal: nobody has (401), or there were too many wrong passwords (429).
        """
        with self._lock:
            now = headquarters.clock.now()
            with headquarters.database.reading() as session:
                person = find_person(session, name)
                if person is not None and person.locked_until > stored(now):
                    raise _too_many(person.locked_until, now)
                kept = person.password_hash if person is not None and person.active else None
            is_right = is_password(kept, password)
            is_weak = is_right and person is not None and is_weak_hash(person.password_hash)
            if person is not None and (not is_right or person.failures or is_weak):
                with headquarters.database.writing() as session:
                    _count(session, person.id, now, is_right=is_right)
                    if is_weak:
                        session.get_one(OfficePerson, person.id).password_hash = password_hash(password)
            if person is None or not is_right:
                raise refuse(401, "Name or password is wrong. Try again, or ask an administrator.")
            return person.id


def _can_be_name(name: str) -> bool:
    return bool(name.strip()) and len(name) <= NAME_MAX and name.isprintable()


def _count(session: Session, id: int, now: datetime, *, is_right: bool) -> None:
    person = session.get_one(OfficePerson, id, with_for_update=True)
    if is_right:
        person.failures, person.locked_until = 0, ""
        return
    person.failures += 1
    if person.failures > FAILURES_FREE:
        wait = min(LOCK_FIRST * 2 ** min(person.failures - FAILURES_FREE - 1, 10), LOCK_MAX)
        person.locked_until = stored(now + wait)
        note(session, person.name, stored(now), "locked after wrong passwords", KIND, person.name)


def _too_many(until: str, now: datetime) -> OfficeRefusal:
    seconds = int((datetime.fromisoformat(until) - now).total_seconds()) + 1
    words = say("Too many wrong passwords. Try again in {seconds} seconds.", seconds=seconds)
    return OfficeRefusal(429, words, retry_after_seconds=seconds)


def _check(session: Session, wish: Wish) -> None:
    unknown = sorted(set(wish.stores) - known_stores(session))
    if unknown:
        raise refuse(422, "There is no store {store}. Choose one that is there.", store=unknown[0])
    if (wish.role is Role.STORE_MANAGER) != bool(wish.stores):
        raise refuse(422, "A store manager has at least one store, other roles have none. Choose again.")


def _is_last_administrator(session: Session, person: OfficePerson) -> bool:
    is_one = (OfficePerson.role == Role.ADMINISTRATOR, OfficePerson.active.is_(True))
    others = select(func.count()).select_from(OfficePerson).where(*is_one, OfficePerson.id != person.id)
    return person.active and person.role is Role.ADMINISTRATOR and not session.scalar(others)


def _facts(person: OfficePerson) -> Mapping[str, Any]:
    return {"role": person.role.value, "stores": list(person.stores), "active": person.active}
