"""Concluded transactions: whole, numbered without gaps, and never changed by any way in."""

from collections.abc import Iterator

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from channel_db.errors import StorageBug
from channel_db.journal.models import JournalEntryRow, TenderRow, TransactionLineRow, TransactionRow
from channel_db.journal.repository import Journal
from tests.channel_db.making import conclude, document, order_cart, sale_cart, uuid

NEVER = "a concluded transaction never changes"
LINE_COLUMNS = ", ".join([each.name for each in TransactionLineRow.__table__.columns][2:])
GROWS = "the journal only grows"


@pytest.fixture
def sold(journal: Journal) -> Iterator[Journal]:
    """A journal with two concluded transactions, the second an order."""
    for cart in (sale_cart(1), order_cart(2)):
        with journal.unit_of_work() as work:
            conclude(work, cart)
    yield journal
    journal.verify_chain()


def test_rows_say_what_the_document_says(sold: Journal) -> None:
    with Session(sold._connection) as session:
        row = session.scalars(select(TransactionRow).order_by(TransactionRow.id.desc())).first()
        assert row is not None
        lines = session.scalars(
            select(TransactionLineRow).where(TransactionLineRow.transaction_id == row.id)
        ).all()
        tenders = session.scalars(select(TenderRow).where(TenderRow.transaction_id == row.id)).all()

    made = document(order_cart(2), 2)
    assert (row.uuid, row.number, row.total_minor, row.text) == (made.id, 2, made.total_minor, made.written())
    assert [(each.position, each.product, each.amount_minor) for each in lines] == [
        (at, line.product, line.amount_minor) for at, line in enumerate(made.lines, 1)
    ]
    assert [each.delivery_date for each in lines] == [None, *["2026-11-23"] * 4]
    assert [each.settled_minor for each in tenders] == [made.tenders[0].settled_minor]


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("UPDATE transactions SET total_minor = 0", NEVER),
        ("UPDATE transactions SET total_minor = total_minor WHERE number = 2", NEVER),
        ("DELETE FROM transactions", NEVER),
        ("UPDATE transaction_lines SET price_minor = 1", NEVER),
        ("DELETE FROM transaction_lines WHERE position = 5", NEVER),
        ("UPDATE tenders SET tendered_minor = 0, settled_minor = 0, change_minor = 0", NEVER),
        ("DELETE FROM tenders", NEVER),
        ("INSERT OR REPLACE INTO tenders SELECT * FROM tenders", NEVER),
        ("INSERT OR REPLACE INTO transactions SELECT * FROM transactions", NEVER),
        ("INSERT INTO tenders VALUES (1, 2, 2, 'cash', 1, 0, 0, 1)", NEVER),
        ("INSERT INTO tenders VALUES (1, 0, 2, 'cash', 1, 0, 0, 1)", NEVER),
        (f"INSERT INTO transaction_lines SELECT 1, 6, {LINE_COLUMNS} FROM transaction_lines LIMIT 1", NEVER),
        ("UPDATE journal_entries SET text = 'nothing happened'", GROWS),
        ("UPDATE journal_entries SET hash = hash WHERE number = 1", GROWS),
        ("DELETE FROM journal_entries WHERE number = 2", GROWS),
        ("INSERT OR REPLACE INTO journal_entries SELECT * FROM journal_entries", GROWS),
    ],
)  # fmt: skip
def test_what_is_concluded_cannot_be_changed_by_sql(sold: Journal, sql: str, rule: str) -> None:
    before = _rows(sold)

    with pytest.raises(StorageBug, match=rule):
        sold._connection.exec_driver_sql(sql)

    assert _rows(sold) == before


@pytest.mark.parametrize("table", [TransactionRow, TransactionLineRow, TenderRow])
def test_what_is_concluded_cannot_be_deleted_through_the_orm(
    sold: Journal, table: type[TransactionRow]
) -> None:
    with Session(sold._connection) as session, pytest.raises(StorageBug, match=NEVER):
        session.execute(delete(table))
    assert len(_rows(sold)["transactions"]) == 2


def test_what_is_concluded_cannot_be_changed_through_an_object(sold: Journal) -> None:
    with Session(sold._connection) as session:
        row = session.scalars(select(TransactionRow)).first()
        assert row is not None
        row.total_minor += 1
        with pytest.raises(StorageBug, match=NEVER):
            session.flush()


def test_an_entry_cannot_be_changed_through_the_orm(sold: Journal) -> None:
    with Session(sold._connection) as session, pytest.raises(StorageBug, match=GROWS):
        session.execute(update(JournalEntryRow).values(user="somebody else"))


def test_the_guards_stand_between_the_way_in_and_the_file_not_in_our_classes(sold: Journal) -> None:
    triggers = set(
        sold._connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
    )

    assert triggers == {
        "transactions_no_update", "transactions_no_delete", "transaction_lines_no_update",
        "transaction_lines_no_delete", "tenders_no_update", "tenders_no_delete", "journal_entries_no_update",
        "journal_entries_no_delete", "transaction_lines_closed", "tenders_closed", "outbox_as_written",
        "outbox_unsent_stays", "shift_counts_no_update", "shift_counts_no_delete", "card_payments_as_asked",
        "card_payments_no_delete", "transactions_text_stays", "journal_entries_text_stays", "outbox_text_stays",
        "journal_entries_rest_stays", "outbox_counted_moved", "outbox_counted_gone",
        "till_movements_no_update", "till_movements_no_delete",
    }  # fmt: skip


def test_every_series_counts_by_itself(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        taken = [work.next_number(name) for name in ("transaction", "transaction", "order", "transaction")]

    assert taken == [1, 2, 1, 3]


def test_a_number_is_never_used_twice(sold: Journal) -> None:
    again = document(sale_cart(3), 2)

    with pytest.raises(StorageBug, match="UNIQUE"), sold.unit_of_work() as work:
        work.add_transaction(again, again.written())


def test_a_transaction_needs_its_shift(sold: Journal) -> None:
    foreign = document(sale_cart(3), 3).model_copy(update={"shift": uuid(4, 99)})

    with pytest.raises(StorageBug, match="shift_id"), sold.unit_of_work() as work:
        work.add_transaction(foreign, foreign.written())


def test_amounts_cannot_be_anything_but_integers(journal: Journal) -> None:
    for value in ("1.5", "'a'"):
        with pytest.raises(StorageBug, match="cannot store"):
            journal._connection.exec_driver_sql(
                f"INSERT INTO shifts VALUES (9, 'u', 9, 't', 'ann', {value}, 'd', 'open', NULL, NULL, 0)"
            )


def test_an_unknown_transaction_has_no_text(sold: Journal) -> None:
    assert sold.transaction_text(uuid(2, 77)) is None
    assert sold.transaction_text(uuid(2, 1)) == document(sale_cart(1), 1).written()


def _rows(journal: Journal) -> dict[str, list[object]]:
    tables = ("transactions", "transaction_lines", "tenders", "journal_entries")
    return {name: list(journal._connection.exec_driver_sql(f"SELECT * FROM {name}")) for name in tables}
