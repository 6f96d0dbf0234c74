"""Why stores cannot work by what rows of set-up say, by the rules of the register; many rows at the cost of a few."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.base import Base, table_of
from headquarters.drafts.changes import drafted
from headquarters.drafts.deriving import derive, followed_by
from headquarters.drafts.models import StoreDraft
from headquarters.drafts.parts import SETS, entry_of, listed_of, values_of
from headquarters.drafts.places import FulfilmentPlaceDraft
from headquarters.drafts.taking_over import whole
from headquarters.drafts.unmet import Fault, clashes_of, unsound
from headquarters.settings.service import known_stores
from retail.messages import phrase, say
from retail.wire.base import Json

CHECKED_MAX = 50
"""A set of very many stores is checked with so many of them: they differ in little that a rule is about."""
NOBODYS = "-"
"""The store that stands in where there is none."""
NO_STORE = phrase("there is no store {store}; make it first, or let it be a warehouse")
_Group = tuple[str, Any]


def faults_by(session: Session, row: Base) -> Fault | None:
    """Why stores cannot work by what this row now says; None where they can."""
    return faults_among(session, [row])[0]


def faults_among(
    session: Session, rows: Sequence[Base], before: Sequence[Mapping[str, Any]] = ()
) -> list[Fault | None]:
    """Of each of these rows why stores cannot work by what all of them now say; None where they can. Of a set that is
    wrong only as a whole it is the rows that hold the value that clashes, else those that held it `before`; the last
    row that belongs to it only where none of them does.

    What no store names yet is tried on a store that has nothing else set up.
    """
    found = _nowhere(session, rows)
    groups: dict[_Group, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        group = followed_by(row)
        if group is not None and not found[at]:
            groups[group].append(at)
    was = before or [{}] * len(rows)
    for group, faults in _faulty(session, groups).items():
        own = _entries(session, {at: rows[at] for at in groups[group]})
        clashing = own or _clashing(faults, {at: (rows[at], was[at]) for at in groups[group]})
        for at, fault in (clashing or {groups[group][-1]: faults[0]}).items():
            found[at] = fault
    return found


def _clashing(
    faults: Sequence[Fault], rows: Mapping[int, tuple[Base, Mapping[str, Any]]]
) -> dict[int, Fault]:
    """Of these rows those that do not fit together with others, each by its first fault, at the field of its own."""
    found: dict[int, Fault] = {}
    for fault in faults:
        here = {at: field for at, (row, _) in rows.items() if (field := _held(fault, _said(row)))}
        left = {at: field for at, (_, was) in rows.items() if (field := _held(fault, was))}
        told = {at: Fault(fault.said, field) for at, field in here.items()}
        gone = {at: Fault(fault.gone or fault.said, field) for at, field in left.items()}
        for at, said in (told or gone).items():
            found.setdefault(at, said)
    return found


def _said(row: Base) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in table_of(type(row)).c}


def _held(fault: Fault, said: Mapping[str, Any]) -> str:
    """The field of a row that holds the value of a clash; "" where none does."""
    for field in fault.sides:
        value = said.get(field)
        listed = isinstance(value, list) or str(value).startswith("[")
        if fault.value == value or (listed and repr(fault.value) in str(value)):
            return field
    return ""


def _nowhere(session: Session, rows: Sequence[Base]) -> list[Fault | None]:
    """The places among these rows that are to be stores and are none."""
    places = [row for row in rows if isinstance(row, FulfilmentPlaceDraft) and row.is_store]
    known = known_stores(session) if places else set()
    missing = {id(row): row.place for row in places if row.place not in known}
    return [
        Fault(say(NO_STORE, store=missing[id(row)]), "place") if id(row) in missing else None for row in rows
    ]


def _faulty(session: Session, groups: Iterable[_Group]) -> dict[_Group, list[Fault]]:
    """All that is wrong with the settings of the stores that follow each of these, where something is."""
    by_column: dict[str, list[Any]] = defaultdict(list)
    for column, said in groups:
        by_column[column].append(said)
    found: dict[_Group, list[Fault]] = {}
    for column, said in by_column.items():
        if column == "id":
            drafts = session.scalars(select(StoreDraft).where(StoreDraft.id.in_(said))).all()
            of_drafts = drafted(session, drafts)
            found |= {(column, draft.id): _wrong(of_drafts[draft.store]) for draft in drafts}
            continue
        followed = _followed(session, column, said)
        for each in followed:
            values = drafted(session, _followers(session, column, each))
            found[column, each] = next(filter(None, map(_wrong, values.values())), [])
        alone = _alone(session, column, [each for each in said if each not in followed])
        found |= {(column, code): _wrong(values) for code, values in alone.items()}
    return {group: faults for group, faults in found.items() if faults}


def _wrong(values: Json) -> list[Fault]:
    """What is wrong with the settings of one store."""
    fault = unsound(values)
    return [fault] if fault else [*clashes_of(values)]


def _followed(session: Session, column: str, said: Sequence[Any]) -> set[Any]:
    """Which of these some store follows."""
    if not column:
        return set(said)
    draft = getattr(StoreDraft, column)
    return set(session.scalars(select(draft).where(draft.in_(said)).distinct()))


def _followers(session: Session, column: str, said: Any) -> Sequence[StoreDraft]:
    query = select(StoreDraft).order_by(StoreDraft.id).limit(CHECKED_MAX)
    return session.scalars(query.where(getattr(StoreDraft, column) == said) if column else query).all()


def _alone(session: Session, kind: str, codes: Sequence[str]) -> dict[str, Json]:
    """What a store without anything else would have by each of these sets."""
    if kind not in SETS or not codes:
        return {}
    model, listed = SETS[kind], listed_of(session, kind, codes)
    values = {
        row.code: whole({"store": NOBODYS}) | values_of(row) | listed[row.code]
        for row in session.scalars(select(model).where(model.code.in_(codes)))
    }
    derive(session, [], values)
    return values


def _entries(session: Session, rows: Mapping[int, Base]) -> dict[int, Fault]:
    """The rows among these that are wrong whatever stands beside them."""
    told = {at: entry for at, row in rows.items() if (entry := entry_of(row))}
    values: dict[Any, Json] = {at: whole({"store": NOBODYS}) | entry for at, entry in told.items()}
    derive(session, [], values)
    return {at: fault for at, each in values.items() if (fault := unsound(each))}
