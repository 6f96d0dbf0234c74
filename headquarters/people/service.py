"""Staff and their PINs: HQ hashes a PIN mixed with the tenant's secret, so that a database alone verifies no guess."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.feeds.service import publish
from headquarters.installation import installation
from headquarters.people.models import Person
from retail.wire.base import Json
from retail.wire.feeds import StaffRow

# 19 MiB, 2 rounds, 1 lane: the floor for passwords; the tenant's secret is what protects so short a PIN.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody as the retailer's document names them."""

    user: str
    name: str
    role: str
    pin: str
    rights: tuple[str, ...]
    language: str = ""
    active: bool = True


def mixed(secret: str, pin: str) -> str:
    """What is hashed in place of the PIN: HMAC-SHA256 of it under the tenant's secret, as hex."""
    return hmac.new(secret.encode(), pin.encode(), hashlib.sha256).hexdigest()


def keep_staff(session: Session, staff: Sequence[StaffMember]) -> None:
    """Make or change staff and publish them; an unchanged PIN keeps its hash."""
    secret = installation(session).secret
    known = {row.user: row for row in session.scalars(select(Person))}
    values: dict[str, Json | None] = {}
    for member in staff:
        row = known.get(member.user)
        secret_pin = mixed(secret, member.pin)
        if row is None:
            row = Person(user=member.user, pin_hash=HASHER.hash(secret_pin))
            session.add(row)
        elif not _is_hash_of(row.pin_hash, secret_pin):
            row.pin_hash = HASHER.hash(secret_pin)
        row.name, row.role, row.rights = member.name, member.role, list(member.rights)
        row.language, row.active = member.language, member.active
        values[member.user] = _value(row)
    publish(session, "staff", values)


def publish_staff(session: Session) -> int:
    """Say how all staff stand; gives back how many of them had not been said so."""
    return publish(session, "staff", {row.user: _value(row) for row in session.scalars(select(Person))})


def _value(row: Person) -> Json:
    return StaffRow(
        user=row.user, name=row.name, role=row.role, pin_hash=row.pin_hash, rights=tuple(row.rights),
        language=row.language, active=row.active,
    ).model_dump(mode="json")  # fmt: skip


def _is_hash_of(pin_hash: str, secret_pin: str) -> bool:
    try:
        return HASHER.verify(pin_hash, secret_pin)
    except VerifyMismatchError:
        return False
