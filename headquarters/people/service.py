"""Staff and their PINs: HQ hashes a PIN mixed with the tenant's secret, so that a database alone verifies no guess."""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.feeds.models import EVERYBODY, Change
from headquarters.feeds.service import publish
from headquarters.installation import installation
from headquarters.people.models import Person
from headquarters.people.rights_then import note_rights
from headquarters.people.taking_over import follow
from headquarters.signing.keys import signed
from retail.staff_cards import card_mark
from retail.wire.base import Json
from retail.wire.feeds import OwnLimits, StaffRow

# 19 MiB, 2 rounds, 1 lane: the floor for passwords; the tenant's secret is what protects so short a PIN.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
FEED = "staff"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody as the retailer's document names them. `stores` and `limits` left out stay what they are."""

    user: str
    name: str
    role: str
    pin: str
    rights: tuple[str, ...]
    language: str = ""
    active: bool = True
    stores: tuple[str, ...] | None = None
    limits: OwnLimits | None = None


def mixed(secret: str, pin: str) -> str:
    """What is hashed in place of the PIN: HMAC-SHA256 of it under the tenant's secret, as hex."""
    return hmac.new(secret.encode(), pin.encode(), hashlib.sha256).hexdigest()


def hash_of(session: Session, pin: str) -> str:
    """What is kept of a PIN."""
    return HASHER.hash(mixed(installation(session).secret, pin))


def mark_of(session: Session, card: str) -> str:
    """What is kept of the number of a staff card."""
    return card_mark(installation(session).secret, card)


def keep_staff(session: Session, staff: Sequence[StaffMember], at: str) -> None:
    """Make or change staff and publish them, their drafts follow; an unchanged PIN keeps its hash."""
    secret = installation(session).secret
    known = {row.user: row for row in session.scalars(select(Person))}
    kept = []
    for member in staff:
        row = known.get(member.user)
        secret_pin = mixed(secret, member.pin)
        if row is None:
            row = known[member.user] = Person(
                user=member.user, pin_hash=HASHER.hash(secret_pin), stores=[], limits={}, card=""
            )
            session.add(row)
        elif not _is_hash_of(row.pin_hash, secret_pin):
            row.pin_hash = HASHER.hash(secret_pin)
        row.name, row.role, row.rights = member.name, member.role, list(member.rights)
        row.language, row.active = member.language, member.active
        if member.stores is not None:
            row.stores = list(member.stores)
        if member.limits is not None:
            row.limits = member.limits.model_dump(mode="json", exclude_none=True)
        kept.append(row)
    tell(session, kept)
    note_rights(session, kept, at)
    follow(session, kept)


def publish_staff(session: Session) -> int:
    """Say how all staff stand; gives back how many changes that were."""
    return tell(session, session.scalars(select(Person)).all())


def tell(session: Session, people: Iterable[Person]) -> int:
    """Say how these people stand in their stores, and where they are no longer, that they are gone.

    Gives back how many changes that were.
    """
    people = list(people)
    session.flush()
    told: dict[str, set[str]] = defaultdict(set)
    for key, scope in session.execute(
        select(Change.key, Change.scope).where(Change.feed == FEED, Change.gone.is_(False))
    ):
        told[key].add(scope)
    gone: dict[str, dict[str, Json | None]] = defaultdict(dict)
    said: dict[str, dict[str, Json]] = defaultdict(dict)
    for row in people:
        wanted = set(row.stores) or {EVERYBODY}
        for scope in told[row.user] - wanted:
            gone[scope][row.user] = None
        for scope in wanted:
            said[scope][row.user] = _value(row, scope)
    # A person is taken away before they are said elsewhere: whoever reads both keeps the later one.
    return sum(
        publish(session, FEED, values, scope)
        for each in (gone, {scope: signed(session, FEED, values) for scope, values in said.items()})
        for scope, values in sorted(each.items())
    )


def _value(row: Person, store: str) -> Json:
    return StaffRow(
        user=row.user, name=row.name, role=row.role, pin_hash=row.pin_hash, rights=tuple(row.rights),
        language=row.language, active=row.active, store=store, limits=OwnLimits.of(row.limits), card=row.card,
    ).model_dump(mode="json")  # fmt: skip


def _is_hash_of(pin_hash: str, secret_pin: str) -> bool:
    try:
        return HASHER.verify(pin_hash, secret_pin)
    except VerifyMismatchError:
        return False
