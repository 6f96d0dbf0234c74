"""A file of set-up taken in beside the books: rehearsed on a copy of what is set up, put in place by one short commit.

Whoever books waits for that commit alone: some statements for many rows each, however long the forms took over them.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import bindparam, event, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.base import Base, table_of
from headquarters.context import Headquarters
from headquarters.installation import Installation
from headquarters.office.models import AuditEntry
from headquarters.on_sqlite import scratch_engine
from headquarters.settings.models import Store

SET_UP: tuple[type[Base], ...] = (Installation, Store, *[each[1] for each in VIEWS])
"""What the forms of set-up read and write, but for the audit log, to which they only add."""
_ROWS = 1000
_WAS = "was_"


class Beside:
    """A unit of work on the copy, and what it has come to."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._new: dict[Base, None] = {}
        self._before: dict[Base, dict[str, Any]] = {}
        event.listen(session, "after_flush", self._remember)

    def put_in_place(self, books: Session) -> bool:
        """Do the same in the books; False where somebody else has changed a row there meanwhile, and all is to be
        undone.
        """
        try:
            return self._add(books) and self._change(books)
        except IntegrityError:
            return False

    def _remember(self, session: Session, _: object) -> None:
        self._new |= dict.fromkeys(session.new)
        for row in session.dirty:
            states = inspect(row).attrs
            changed = {each.key: each.history.deleted[0] for each in states if each.history.deleted}
            if changed and row not in self._new:
                self._before[row] = changed | self._before.get(row, {})

    def _add(self, books: Session) -> bool:
        by_model: dict[type[Base], list[Base]] = defaultdict(list)
        for row in self._new:
            by_model[type(row)].append(row)
        for table in Base.metadata.sorted_tables:
            for model in (each for each in by_model if table_of(each) is table):
                names = [column.key for column in inspect(model).column_attrs if column.key != "id"]
                rows = [{name: getattr(row, name) for name in names} for row in by_model[model]]
                for at in range(0, len(rows), _ROWS):
                    books.execute(insert(model), rows[at : at + _ROWS])
        return True

    def _change(self, books: Session) -> bool:
        """Rows that are still as they were; by their version, where they have one."""
        alike: dict[tuple[type[Base], tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
        for row, before in self._before.items():
            said = {name: getattr(row, name) for name in before}
            known = {"version": before["version"]} if "version" in before else before
            was = {"id": vars(row)["id"], **known}
            alike[type(row), tuple(before)].append({_WAS + name: value for name, value in was.items()} | said)
        for (model, names), rows in alike.items():
            table = table_of(model)
            same = [name.removeprefix(_WAS) for name in rows[0] if name.startswith(_WAS)]
            changing = update(table).where(*[table.c[name] == bindparam(_WAS + name) for name in same])
            changing = changing.values({name: bindparam(name) for name in names})
            for at in range(0, len(rows), _ROWS):
                some = rows[at : at + _ROWS]
                if books.connection().execute(changing, some).rowcount != len(some):
                    return False
        return True


@contextmanager
def beside(headquarters: Headquarters) -> Iterator[Beside]:
    """A copy of all that is set up, which is gone when the block ends."""
    tables = [table_of(model) for model in dict.fromkeys(SET_UP)]
    with scratch_engine() as engine:
        Base.metadata.create_all(engine, [*tables, table_of(AuditEntry)])
        with headquarters.database.reading() as books, engine.begin() as copy:
            for table in Base.metadata.sorted_tables:
                for rows in (
                    books.execute(select(table)).mappings().partitions(_ROWS) if table in tables else ()
                ):
                    copy.execute(insert(table), [dict(row) for row in rows])
        with Session(engine, expire_on_commit=False) as session:
            yield Beside(session)
