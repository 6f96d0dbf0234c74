"""Bringing drafts of staff in line with what was published past them, by the retailer's document or long ago."""

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.people.models import Person, StaffDraft, StaffRole
from retail.permissions import ROLE_RIGHTS
from retail.wire.base import Json
from retail.wire.feeds import OwnLimits

PLAIN = ("name", "role", "language", "active", "pin_hash", "card")
LIMITS = tuple(OwnLimits.model_fields)
"""The limits that somebody may have of their own, by their columns in a draft."""


def published_values(person: Person) -> Json:
    """How registers were told of somebody."""
    values: Json = {name: getattr(person, name) for name in PLAIN}
    limits = {name: person.limits.get(name) for name in LIMITS}
    return values | {"rights": sorted(set(person.rights)), "stores": sorted(set(person.stores))} | limits


def drafted_values(draft: StaffDraft, roles: dict[str, StaffRole]) -> Json:
    """How registers will be told of somebody."""
    values: Json = {name: getattr(draft, name) for name in PLAIN}
    rights = (set(roles[draft.role].rights) | set(draft.given)) - set(draft.withheld)
    said = {name: getattr(draft, name) for name in LIMITS}
    limits = {name: str(each) if isinstance(each, Decimal) else each for name, each in said.items()}
    return values | {"rights": sorted(rights), "stores": sorted(set(draft.stores))} | limits


def limits_in(values: Json) -> Json:
    """The limits among what was said of somebody that are their own."""
    return {name: values[name] for name in LIMITS if values[name] is not None}


def follow(session: Session, people: Iterable[Person]) -> None:
    """What has changed of these people since their drafts were last in line with them is the drafts' too; what else
    somebody has changed in a draft stays as they left it.
    """
    drafts = {draft.user: draft for draft in session.scalars(select(StaffDraft))}
    roles = {role.code: role for role in session.scalars(select(StaffRole))}
    for person in people:
        values = published_values(person)
        draft = drafts.get(person.user)
        changed = {name for name in values if draft is None or draft.taken.get(name) != values[name]}
        if not changed:
            continue
        if person.role not in roles:
            roles[person.role] = _new_role(session, person)
        if draft is None:
            draft = drafts[person.user] = StaffDraft(user=person.user, version=0)
            session.add(draft)
        _put(draft, values, changed, roles)
    session.flush()


def follow_missing(session: Session) -> None:
    """Make the drafts of staff who have none: those of a database from before there were drafts of staff."""
    has_one = select(StaffDraft.id).where(StaffDraft.user == Person.user).exists()
    follow(session, session.scalars(select(Person).where(~has_one)).all())


def _put(draft: StaffDraft, values: Json, changed: set[str], roles: dict[str, StaffRole]) -> None:
    for name in changed - {"rights"}:
        is_rate = name.endswith("_percent") and values[name] is not None
        setattr(draft, name, Decimal(values[name]) if is_rate else values[name])
    if changed & {"rights", "role"}:
        rights, of_role = set(values["rights"]), set(roles[draft.role].rights)
        draft.given, draft.withheld = sorted(rights - of_role), sorted(of_role - rights)
    draft.taken = values
    draft.version += 1


def _new_role(session: Session, person: Person) -> StaffRole:
    known = {role.value: rights for role, rights in ROLE_RIGHTS.items()}
    role = StaffRole(code=person.role, version=1, rights=sorted(known.get(person.role, person.rights)))
    session.add(role)
    session.flush()
    return role
