"""What waits to be published of staff: in what their drafts differ from what registers were told."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.drafts.changed import Changed
from headquarters.office.audit import note
from headquarters.people.models import Person, StaffDraft, StaffRole
from headquarters.people.rights_then import note_rights
from headquarters.people.service import tell
from headquarters.people.taking_over import PLAIN, drafted_values, limits_in, published_values
from retail.wire.base import Json

SECRET = ("pin_hash", "card")
"""What is shown as a mark, which tells one from another and nothing else."""


@dataclass(frozen=True, slots=True)
class StaffChange:
    """What waits for one of the staff."""

    user: str
    fields: tuple[Changed, ...]
    is_new: bool


def staff_changes(session: Session) -> list[StaffChange]:
    """What waits to be published of staff, by user."""
    published = {person.user: published_values(person) for person in session.scalars(select(Person))}
    roles = {role.code: role for role in session.scalars(select(StaffRole))}
    found = []
    for draft in session.scalars(select(StaffDraft).order_by(StaffDraft.user)):
        before, after = published.get(draft.user, {}), drafted_values(draft, roles)
        if before != after:
            found.append(StaffChange(draft.user, _differences(before, after), not before))
    return found


def publish_staff_drafts(session: Session, changes: Sequence[StaffChange], who: str, at: str) -> None:
    """Tell the registers of these changes."""
    users = [change.user for change in changes]
    drafts = {
        draft.user: draft for draft in session.scalars(select(StaffDraft).where(StaffDraft.user.in_(users)))
    }
    people = {person.user: person for person in session.scalars(select(Person))}
    roles = {role.code: role for role in session.scalars(select(StaffRole))}
    for user, draft in drafts.items():
        values = drafted_values(draft, roles)
        person = people.setdefault(user, Person(user=user))
        session.add(person)
        for name in (*PLAIN, "rights", "stores"):
            setattr(person, name, values[name])
        person.limits = limits_in(values)
        draft.taken = values
    tell(session, [people[user] for user in drafts])
    note_rights(session, [people[user] for user in drafts], at)
    for change in changes:
        before = {field.name: field.before for field in change.fields}
        note(
            session,
            who,
            at,
            "publish",
            "staff",
            change.user,
            before,
            {f.name: f.after for f in change.fields},
        )


def pin_mark(pin_hash: str) -> str:
    """What tells one PIN from another without saying anything of it."""
    return f"•••• {hashlib.sha256(pin_hash.encode()).hexdigest()[:6]}" if pin_hash else ""


def _differences(before: Json, after: Json) -> tuple[Changed, ...]:
    def shown(values: Json, name: str) -> object:
        return pin_mark(values.get(name, "")) if name in SECRET else values.get(name)

    return tuple(
        [
            Changed(name, shown(before, name), shown(after, name))
            for name in after
            if before.get(name) != after[name]
        ]
    )
