"""Bringing drafts in line with settings that were published past them, by the retailer's document or long ago."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.drafts.models import StoreDraft
from headquarters.drafts.parts import FIELDS, SETS, listed_of, put_listed, put_values, values_of
from headquarters.settings.models import Store
from retail.wire.base import Json
from retail.wire.settings import settings_of, settings_values

STANDARD = "standard"


def take_over(session: Session, stores: Iterable[Store]) -> None:
    """What has changed of the published settings of these stores since their drafts were last in line with them is the
    draft's too; what else people have changed in a draft stays as they left it.
    """
    behind = [store for store in stores if store.settings]
    if not behind:
        return
    session.flush()
    names = [store.store for store in behind]
    drafts = {
        row.store: row for row in session.scalars(select(StoreDraft).where(StoreDraft.store.in_(names)))
    }
    sets: _Sets | None = None
    for store in behind:
        draft = drafts.get(store.store)
        before: Mapping[str, Any] = {} if draft is None else draft.taken
        changed = {name for name, value in store.settings.items() if before.get(name) != value}
        if not changed:
            continue
        sets, values = sets or _Sets(session), whole(store.settings)
        if draft is None:
            draft = StoreDraft(store=store.store, version=0)
        put_values(
            draft, values if draft.version == 0 else {name: values[name] for name in changed & set(values)}
        )
        for kind, fields in FIELDS.items():
            if draft.version == 0 or changed & set(fields):
                said = {name: values[name] for name in fields}
                setattr(draft, kind, sets.naming(kind, said, getattr(draft, kind, None), store.store))
        draft.taken = dict(store.settings)
        draft.version += 1
        session.add(draft)
    session.flush()


def whole(settings: Json) -> Json:
    """Published settings with those in their place that are newer than their publication."""
    return settings_values(settings_of(settings))


def take_over_missing(session: Session) -> None:
    """Make the drafts of stores that have none: those of a database from before there were drafts."""
    has_one = select(StoreDraft.id).where(StoreDraft.store == Store.store).exists()
    take_over(session, session.scalars(select(Store).where(~has_one)).all())


def ensure_standard(session: Session, kind: str) -> None:
    """Make the set that says what a store has by itself, where there is none of this kind yet."""
    model = SETS[kind]
    if session.scalar(select(model.id).limit(1)) is None:
        values = whole({"store": STANDARD})
        _Sets(session).naming(kind, {name: values[name] for name in FIELDS[kind]}, None, STANDARD)


class _Sets:
    """The sets there are, by what they say, so that stores with the same settings name the same set."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[str, dict[str, Any]] = {}
        self._saying: dict[str, dict[str, str]] = {}
        self._uses: dict[str, Counter[str]] = {}
        for kind, model in SETS.items():
            rows = {row.code: row for row in session.scalars(select(model))}
            listed = listed_of(session, kind, rows)
            self._rows[kind] = rows
            self._saying[kind] = {_key(values_of(row) | listed[code]): code for code, row in rows.items()}
            self._uses[kind] = Counter(session.scalars(select(getattr(StoreDraft, kind))))

    def naming(self, kind: str, values: Json, present: str | None, store: str) -> str:
        """The code of a set that says this: one that is there, the store's own changed, or a new one."""
        known = self._saying[kind].get(_key(values))
        if known is None:
            own = present is not None and self._uses[kind][present] == 1
            known = present if own and present is not None else self._new_code(kind, store)
            self._write(kind, known, values)
        self._uses[kind][present or ""] -= 1
        self._uses[kind][known] += 1
        return known

    def _new_code(self, kind: str, store: str) -> str:
        codes = [STANDARD, store, *(f"{store} {number}" for number in range(2, len(self._rows[kind]) + 3))]
        return next(code for code in codes if code not in self._rows[kind])

    def _write(self, kind: str, code: str, values: Json) -> None:
        row = self._rows[kind].get(code)
        if row is None:
            row = self._rows[kind][code] = SETS[kind](code=code, version=0)
        put_values(row, values)
        row.version += 1
        self._session.add(row)
        self._session.flush()
        put_listed(self._session, kind, code, values)
        saying = {key: each for key, each in self._saying[kind].items() if each != code}
        self._saying[kind] = saying | {_key(values): code}


def _key(values: Mapping[str, Any]) -> str:
    return json.dumps(values, sort_keys=True)
