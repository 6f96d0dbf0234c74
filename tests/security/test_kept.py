"""What was said and booked cannot be taken back past headquarters either: its own database refuses, on both engines."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from headquarters.journals.keeping import Chain, keep_entries
from retail.wire.journal import EntryPart
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.orders.test_acts import Order, order
from tests.headquarters.shop import sent

__all__ = ["order"]
STATEMENTS = (
    "DELETE FROM uploads",
    "UPDATE uploads SET text = '{}'",
    "UPDATE uploads SET register = 'HOUSTON-2', state = 'posted'",
    "DELETE FROM transactions",
    "UPDATE transactions SET total_minor = 0",
    "UPDATE transactions SET \"user\" = 'nobody'",
    "DELETE FROM invoices",
    "UPDATE invoices SET total_minor = 0",
    "DELETE FROM quarantined_uploads",
    "UPDATE quarantined_uploads SET text = '{}'",
    "DELETE FROM audit_entries",
    "UPDATE audit_entries SET who = 'nobody'",
    "DELETE FROM journal_lines",
    "UPDATE journal_lines SET text = '{}'",
    "UPDATE journal_lines SET is_security = NOT is_security",
)
TABLES = ("uploads", "transactions", "invoices", "quarantined_uploads", "audit_entries", "journal_lines")


def contents(books: Books) -> dict[str, list[object]]:
    with books.parts.database.reading() as session:
        return {
            table: [tuple(row) for row in session.execute(text(f"SELECT * FROM {table} ORDER BY id"))]
            for table in TABLES
        }


@both_engines
def test_s43_the_database_of_headquarters_itself_takes_nothing_back(order: Order) -> None:
    books, sale = order.books, sent(order.paper.sale())
    order.post(order.pickup())
    books.enrol("SEATTLE-1")
    books.upload(sale)
    assert books.upload(sale, by="SEATTLE-1")[0].outcome == "quarantined"
    with books.parts.database.writing() as session:
        session.execute(text(
            "INSERT INTO audit_entries (at, who, act, kind, about) VALUES ('x', 'ada', 'x', 'x', 'x')"))  # fmt: skip
        entry = EntryPart(number=1, at="x", kind="user.sign_in", user="ada", text="{}", hash="x")
        keep_entries(session, Chain("HOUSTON-1", "e", "x"), [entry], "x")
    before = contents(books)
    assert all(before.values()), "an empty table would refuse nothing"

    for statement in STATEMENTS:
        with pytest.raises(DatabaseError, match="never changed"), books.parts.database.writing() as session:
            session.execute(text(statement))

    assert contents(books) == before


def test_s43_nor_by_putting_another_row_in_its_place(order: Order) -> None:
    before = contents(order.books)
    replacing = (
        "INSERT OR REPLACE INTO transactions SELECT id, uuid, register, store, epoch, number, receipt_number, type, "
        "business_date, made_at, 'nobody', currency, customer_uuid, customer_name, 0, 0, order_uuid FROM transactions"
    )

    with (
        pytest.raises(DatabaseError, match="never changed"),
        order.books.parts.database.writing() as session,
    ):
        session.execute(text(replacing))

    assert contents(order.books) == before
