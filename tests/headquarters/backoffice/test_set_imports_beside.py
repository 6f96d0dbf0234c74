"""A CSV of set-up is tried beside the books: nobody waits for it, and what it comes to is put in place whole or not."""

import html
import re
from collections.abc import Callable, Iterator
from threading import Thread
from typing import Any

import pytest
from fastapi import Response
from sqlalchemy import Engine, event, func, select

from headquarters.backoffice.set_pages import importing
from headquarters.backoffice.set_pages.taking import Taking, Told
from headquarters.drafts.customers import DefaultCustomerDraft
from headquarters.drafts.models import ReasonCode, StoreDraft
from headquarters.drafts.places import OperatingUnit
from headquarters.office.models import AuditEntry
from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor
from headquarters.settings.models import Store
from tests.headquarters.conftest import Books, both_engines, only_sqlite

ADA = Visitor("en", name="Ada", stores=None, rights=frozenset(Right))
MANY = 40


def tried(books: Books, kind: str, text: str) -> str:
    return said(importing._try(books.parts, ADA, kind, text.encode()))


def take(books: Books, kind: str, text: str, report: str) -> str:
    (shown,) = re.findall(r'name="shown" value="(\w+)"', report)
    return said(importing.take(books.parts, ADA, {"csv": text, "shown": shown}, kind))


def said(answer: Response) -> str:
    return html.unescape(bytes(answer.body).decode())


def units(count: int) -> str:
    return "code,name\n" + "".join(f"U{at},Unit {at}\n" for at in range(count))


def count(books: Books, table: Any) -> int:
    with books.parts.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch, books: Books) -> list[str]:
    """Who came through while a file was read row by row: a unit of work that books, in a thread of its own."""
    found: list[str] = []
    take_rows = Taking.take

    async def beside_others(self: Taking) -> list[Told]:
        told = await take_rows(self)
        booking = Thread(target=lambda: found.append(booked(books)))
        booking.start()
        booking.join(20)
        return told

    monkeypatch.setattr(Taking, "take", beside_others)
    return found


def booked(books: Books) -> str:
    with books.parts.database.writing() as session:
        session.add(AuditEntry(at=books.parts.now(), who="register", act="book", kind="test", about="x"))
    return "booked"


@both_engines
def test_registers_are_served_while_a_file_is_tried_and_taken_in(books: Books, others: list[str]) -> None:
    report = tried(books, "units", units(3))
    assert others == ["booked"]
    assert count(books, OperatingUnit) == 0

    assert "Taken in" in take(books, "units", units(3), report)
    assert others == ["booked", "booked"]
    assert count(books, OperatingUnit) == 3


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """What is written to the books, a statement for however many rows."""
    found: list[str] = []

    def note(connection: Any, _: object, statement: str, *more: object) -> None:
        is_scratch = "/tmp" in str(connection.engine.url) and "books" not in str(connection.engine.url)
        if statement.startswith(("INSERT", "UPDATE")) and not is_scratch:
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


@both_engines
def test_many_rows_are_put_in_place_by_a_few_statements_and_each_is_noted(
    books: Books, statements: list[str]
) -> None:
    report = tried(books, "units", units(MANY))
    assert statements == []
    before = count(books, AuditEntry)
    take(books, "units", units(MANY), report)

    assert (count(books, OperatingUnit), count(books, AuditEntry)) == (MANY, before + MANY + 1)
    assert len(statements) < 12
    changed = units(MANY).replace("Unit", "Place")
    statements.clear()
    take(books, "units", changed, tried(books, "units", changed))
    with books.parts.database.reading() as session:
        rows = session.scalars(select(OperatingUnit)).all()
    assert {(row.version, row.name[:5]) for row in rows} == {(2, "Place")}
    assert len(statements) < 12


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What is asked of the books and of the copy; each row is put into the copy by itself."""
    found: list[str] = []

    def note(_: object, __: object, statement: str, *more: object) -> None:
        if not statement.startswith("INSERT"):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


KINDS: dict[str, tuple[str, Callable[[int], str]]] = {
    "units": ("code,name", lambda at: f"U{at},Unit {at}"),
    "registers": ("register,store", lambda at: f"R{at},HOUSTON"),
    "reasons": ("parameters,purpose,text,position", lambda at: f"standard,void,Reason {at},{at}"),
    "charge-codes": ("parameters,code,tax_percent", lambda at: f"standard,C{at},25"),
    "barcodes": ("code", lambda at: f"B{at}"),
    "customer-groups": ("customers,group", lambda at: f"standard,G{at}"),
}  # fmt: skip


@only_sqlite
@pytest.mark.parametrize("kind", KINDS)
def test_of_more_rows_no_more_is_asked(books: Books, asked: list[str], kind: str) -> None:
    header, row = KINDS[kind]
    counts = []
    for many in (20, 120):
        text = "\n".join([header, *map(row, range(many))]) + "\n"
        asked.clear()
        report = tried(books, kind, text)
        assert f"new: {many}" in report, report
        counts.append(len(asked))

    assert counts[1] <= counts[0], counts


@pytest.fixture
def somebody(books: Books, monkeypatch: pytest.MonkeyPatch) -> list[OperatingUnit]:
    """Saves these rows between the rehearsal of a file and its commit."""
    rows: list[OperatingUnit] = []
    put_in_place = importing._put_in_place

    def after_somebody_else(*parts: Any) -> bool:
        with books.parts.database.writing() as session:
            for row in rows:
                session.merge(row)
        rows.clear()
        return put_in_place(*parts)

    monkeypatch.setattr(importing, "_put_in_place", after_somebody_else)
    return rows


@both_engines
def test_a_row_that_somebody_saves_between_rehearsal_and_commit_undoes_all_of_it(
    books: Books, somebody: list[OperatingUnit]
) -> None:
    take(books, "units", units(2), tried(books, "units", units(2)))
    text = "code,name\nU0,North\nU1,South\nU9,New\n"
    report = tried(books, "units", text)
    with books.parts.database.reading() as session:
        row = session.scalars(select(OperatingUnit).where(OperatingUnit.code == "U1")).one()
        session.expunge(row)
    row.name, row.version = "Mine", 2
    somebody.append(row)

    answer = take(books, "units", text, report)
    assert "Something else would come of it now" in answer
    assert "Mine → South" in answer
    with books.parts.database.reading() as session:
        assert sorted(each.name for each in session.scalars(select(OperatingUnit))) == ["Mine", "Unit 0"]
    assert "Taken in" in take(books, "units", text, answer)
    assert count(books, OperatingUnit) == 3


@both_engines
def test_a_row_that_somebody_else_made_meanwhile_makes_another_report(
    books: Books, somebody: list[OperatingUnit]
) -> None:
    report = tried(books, "units", units(2))
    somebody.append(OperatingUnit(code="U1", version=1, name="Mine", country="", address_lines=[]))

    assert "Mine → Unit 1" in take(books, "units", units(2), report)
    assert count(books, OperatingUnit) == 1


@both_engines
def test_what_a_form_writes_to_other_tables_comes_along(books: Books) -> None:
    with books.parts.database.reading() as session:
        draft = session.scalars(select(StoreDraft)).first()
        assert draft is not None
        text = (
            "store,store_name,currency,tax_percent,tax_rounding,cash_rounding_minor,start_screen\n"
            f"OSLO,Oslo,{draft.currency},25,line,0.01,sale\n"
        )
    report = tried(books, "stores", text)
    assert "Taken in" in take(books, "stores", text, report)

    with books.parts.database.reading() as session:
        assert session.scalars(select(Store.name).where(Store.store == "OSLO")).one() == "Oslo"
        assert (
            session.scalars(select(StoreDraft).where(StoreDraft.store == "OSLO")).one().parameters
            == "standard"
        )
    moved = "register,store\nHOUSTON-1,OSLO\n"
    assert "Taken in" in take(books, "registers", moved, tried(books, "registers", moved))
    words = "parameters,purpose,text,position\nstandard,void,Torn,4\n"
    assert "Taken in" in take(books, "reasons", words, tried(books, "reasons", words))
    with books.parts.database.reading() as session:
        assert session.scalars(select(ReasonCode).where(ReasonCode.text == "Torn")).one().position == 4


def refused(report: str) -> list[tuple[str, str]]:
    """Line and rule of each row that a report refuses."""
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in re.findall(r"<tr>(<td.*?)</tr>", report)]
    return [(row[0], row[5]) for row in rows if "refused" in row[2]]


@only_sqlite
def test_each_row_that_no_register_could_work_by_is_told_apart_from_those_beside_it(books: Books) -> None:
    text = "parameters,name,tax_percent,country,position\n"
    text += "standard,A,25,NO,1\nstandard,B,25,,2\nstandard,C,25,,3\nstandard,D,25,SE,4\n"

    found = refused(tried(books, "tax-groups", text))

    assert [line for line, _ in found] == ["3", "4"]
    assert all("needs a country, a region or postcodes" in rule for _, rule in found)


@only_sqlite
def test_rows_are_held_against_the_rules_together_and_the_last_is_told_what_all_of_them_lack(
    books: Books,
) -> None:
    with books.parts.database.writing() as session:
        session.scalars(
            select(DefaultCustomerDraft).where(DefaultCustomerDraft.code == "standard")
        ).one().group = "gold"
    header = "customers,group,position\n"

    found = refused(tried(books, "customer-groups", f"{header}standard,silver,1\nstandard,bronze,2\n"))
    assert [line for line, _ in found] == ["3"]
    assert "there is no customer group gold" in found[0][1]
    assert refused(tried(books, "customer-groups", f"{header}standard,silver,1\nstandard,gold,2\n")) == []
