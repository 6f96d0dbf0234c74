"""Where an import lies until it is decided: temporary tables beside the books, seen by nobody else.

SQLite keeps them in a file without a name, PostgreSQL for its session, so that memory stays small and a killed import
leaves nothing behind.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
)

from headquarters.importing.cells import FOREIGN_BYTES
from headquarters.importing.columns import Taken
from headquarters.importing.errors import CellRefused
from headquarters.rows import copy_in
from retail.messages import Message, say

BATCH = 1000
_MARK = "@@line@@"
"""Stands in a text, or in its code, for a number that the database puts there."""
VALUE_MAX = 200
"""Characters of a rejected value that are shown; more help nobody."""

tables = MetaData()
"""Temporary tables alone: migrations do not see them."""

FLAG = Integer().with_variant(Boolean(), "postgresql")
"""Yes or no, read as 1 or 0."""

Value = str | int | None
Row = tuple[Value, ...]
Arrange = Callable[[list[Value]], Sequence[Value]]
"""Makes what is staged of a row out of its cells, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the rows of a file are read and staged: cells from `taken`, as many as `width`, arranged for `columns`."""

    taken: tuple[Taken, ...]
    width: int
    columns: Sequence[str]
    arrange: Arrange


REJECTED = Table(
    "rejected", tables,
    Column("line", Integer, nullable=False), Column("title", Text, nullable=False),
    Column("value", Text, nullable=False), Column("rule", Text, nullable=False),
    prefixes=["TEMPORARY"],
)  # fmt: skip


def staged_table(name: str, key: str, *columns: Column[str] | Column[int]) -> Table:
    """A table for the rows of one kind. The key gets its index when all rows are there."""
    line = Column("line", Integer, primary_key=True)
    return Table(name, tables, line, Column(key, Text, nullable=False), *columns, prefixes=["TEMPORARY"])


def planned_table(name: str) -> Table:
    """A table for the rows that change something, in the order of their keys: `id` is what they change, or null."""
    return Table(
        name, tables,
        Column("place", Integer, primary_key=True), Column("line", Integer, nullable=False), Column("id", Integer),
        prefixes=["TEMPORARY"],
    )  # fmt: skip


class Staging:
    """The rows of one file that can be kept, and the faults of the others."""

    def __init__(
        self, connection: Connection, staged: Table, key: str, words: Callable[[Message], str] = str
    ) -> None:
        self._connection = connection
        self._staged = staged
        self._key = staged.c[key]
        self._faults: list[Row] = []
        self.words = words
        """Writes a rule, in words or as a code."""
        tables.drop_all(connection)
        tables.create_all(connection)

    def read(
        self,
        rows: Iterator[tuple[int, list[str]]],
        form: Form,
        leave_out: Callable[[Message, str], None],
        told: Callable[[int], None],
    ) -> None:
        """Stage every row that can be kept. `leave_out` rejects the first line of the present row with a rule and a
        title, and has what followed it read again.
        """
        readers = [(each.field.read, each.at) for each in form.taken]
        columns = ["line", *form.columns]
        arrange, width = form.arrange, form.width
        batch: list[Row] = []
        count = 0
        for line, fields in rows:
            if len(fields) != width:
                leave_out(
                    say("it has {has} columns, the header has {width}", has=len(fields), width=width), ""
                )
                continue
            try:
                batch.append((line, *arrange([read(fields[at]) for read, at in readers])))
            except CellRefused:
                self._refuse(line, fields, form.taken, leave_out)
            if len(batch) == BATCH:
                self._add(self._staged, columns, batch)
                count += BATCH
                told(count)
        self._add(self._staged, columns, batch)
        self._add(REJECTED, REJECTED.columns.keys(), self._faults)

    def reject(self, line: int, title: str, value: str, rule: Message) -> None:
        """Leave a row out for this reason. Bytes that are not of the file's encoding show as question marks."""
        begin = value[:VALUE_MAX].replace("\0", "\ufffd")  # PostgreSQL has no room for a NUL
        shown = begin.encode("utf-8", "replace").decode()
        is_foreign = shown != begin
        self._faults.append((line, title, shown, self.words(Message(FOREIGN_BYTES) if is_foreign else rule)))
        if len(self._faults) == BATCH:
            self._add(REJECTED, REJECTED.columns.keys(), self._faults)

    def leave_out_repeated(self, title: str) -> None:
        """Reject every row whose key stands on an earlier line too, and name that line."""
        staged, key = self._staged, self._key
        self._connection.exec_driver_sql(f"CREATE INDEX staged_keys ON {staged.name} ({key.name}, line)")
        self._connection.exec_driver_sql(f"ANALYZE {staged.name}")
        first = func.min(staged.c.line).label("line")
        again = select(key.label("key"), first).group_by(key).having(func.count() > 1).subquery()
        before, after = self.words(say("line {line} has the same {title}", line=_MARK, title=title)).split(
            _MARK
        )
        rule = literal(before).concat(cast(again.c.line, Text)).concat(after)
        self.leave_out(
            select(staged.c.line, literal(title), key, rule)
            .join(again, and_(again.c.key == key, again.c.line < staged.c.line))
        )  # fmt: skip

    def leave_out(self, found: Select[Any]) -> None:
        """Reject the staged rows that a query finds: line, title, value, rule."""
        self._connection.execute(insert(REJECTED).from_select(REJECTED.columns.keys(), found))
        self._connection.execute(delete(self._staged).where(self._staged.c.line.in_(select(REJECTED.c.line))))

    def rejected(self) -> Iterator[Row]:
        """What was left out, by line: line, title, value, rule."""
        for row in self._connection.execute(select(REJECTED).order_by(REJECTED.c.line)).yield_per(BATCH):
            yield tuple(row)

    def count(self) -> tuple[int, int]:
        """How many rows are staged, and how many left out."""
        left_out = select(func.count(REJECTED.c.line.distinct()))
        return count_of(self._connection, select(func.count()).select_from(self._staged)), count_of(
            self._connection, left_out
        )

    def _refuse(
        self,
        line: int,
        fields: Sequence[str],
        taken: Sequence[Taken],
        leave_out: Callable[[Message, str], None],
    ) -> None:
        """Name every cell that cannot be kept. A line break in one may come from a quote too many."""
        for each in taken:
            value, fault = fields[each.at], _fault(each, fields)
            if fault is not None and ("\n" in value or "\r" in value):
                leave_out(fault, each.title)
                return
            if fault is not None:
                self.reject(line, each.title, value, fault)

    def _add(self, table: Table, columns: Sequence[str], rows: list[Row]) -> None:
        if not rows:
            return
        if self._connection.dialect.name == "postgresql":
            copy_in(self._connection, table, columns, rows)
            # A unit of work that stays open would hold up every feed.
            self._connection.commit()
        else:
            values = ", ".join("?" * len(columns))
            sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({values})"
            self._connection.exec_driver_sql(sql, list(rows))
        rows.clear()


def count_of(connection: Connection, query: Select[int]) -> int:
    """The number a query counts."""
    return connection.execute(query).scalar_one()


def count_planned(connection: Connection, planned: Table) -> tuple[int, int]:
    """How many planned rows are new, and how many change one that is there."""
    rows = select(func.count()).select_from(planned)
    new = count_of(connection, rows.where(planned.c.id.is_(None)))
    return new, count_of(connection, rows) - new


def _fault(taken: Taken, fields: Sequence[str]) -> Message | None:
    try:
        taken.field.read(fields[taken.at])
    except CellRefused as fault:
        return fault.message
    return None
