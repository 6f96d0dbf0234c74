"""Killed anywhere: what was acknowledged is whole, what was not has left no trace."""

import subprocess
import sys
from pathlib import Path

import pytest

from channel_db.engine import is_whole
from channel_db.journal.repository import Journal
from retail.wire.uploads import TransactionDocument
from tests.channel_db.making import opened, order_cart

SELLER = (sys.executable, "-m", "tests.channel_db.seller")

COUNTS = """
SELECT transactions.uuid, transactions.number, line_count, tender_count,
    (SELECT count(*) FROM transaction_lines WHERE transaction_id = transactions.id) AS lines,
    (SELECT count(*) FROM tenders WHERE transaction_id = transactions.id) AS tenders,
    (SELECT count(*) FROM orders WHERE orders.id = transactions.id) AS orders,
    (SELECT count(*) FROM journal_entries WHERE journal_entries.text = transactions.uuid) AS entries,
    (SELECT count(*) FROM outbox WHERE outbox.uuid = transactions.uuid AND outbox.text = transactions.text) AS documents
FROM transactions ORDER BY number
"""


def check_whole(journal: Journal) -> dict[int, str]:
    """Prove that every transaction is whole, numbered without gap and chained; give back their ids by number."""
    assert is_whole(journal._connection)
    journal.verify_chain()
    sold = {}
    for row in journal._connection.exec_driver_sql(COUNTS):
        assert (row.lines, row.tenders) == (row.line_count, row.tender_count)
        assert (row.orders, row.entries, row.documents) == (1, 1, 1)
        text = journal.transaction_text(row.uuid)
        assert text is not None
        assert TransactionDocument.read(text).number == row.number
        sold[row.number] = row.uuid
    assert list(sold) == list(range(1, len(sold) + 1))
    assert len(list(journal.entries())) == len(sold)
    return sold


def sell_until_killed(folder: Path, first: int, acknowledged: int) -> dict[int, str]:
    """Let a register sell, kill it after it has said so many sales, and give back all it had said."""
    with subprocess.Popen(
        [*SELLER, "sell", str(folder), str(first), "9999"], stdout=subprocess.PIPE, text=True
    ) as seller:
        assert seller.stdout is not None
        said = [seller.stdout.readline() for _ in range(acknowledged)]
        seller.kill()
        said += seller.stdout.readlines()
    # A line cut short was not said.
    return {int(number): uuid for number, uuid in (line.split() for line in said if line.endswith("\n"))}


def test_every_acknowledged_sale_survives_a_kill_whole(tmp_path: Path) -> None:
    acknowledged: dict[int, str] = {}
    for killed_after in (1, 5, 14):
        first = len(acknowledged) + 1000 * killed_after
        acknowledged |= sell_until_killed(tmp_path, first, killed_after)

        journal = opened(tmp_path)
        sold = check_whole(journal)
        assert acknowledged.items() <= sold.items()
        # The kill may have come between the commit and its being said.
        assert len(sold) <= len(acknowledged) + 1
        acknowledged = sold
        journal.close()


def test_a_kill_before_any_statement_of_the_commit_leaves_the_cart_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    journal = opened(folder)
    with journal.unit_of_work() as work:
        work.keep_cart(None, order_cart())
    journal.close()

    ended = subprocess.run(
        [*SELLER, "die", str(folder)], check=True, timeout=300, stdout=subprocess.PIPE, text=True
    )

    statements = int(ended.stdout)
    assert statements > 15
    for position in range(statements):
        died = opened(tmp_path / f"died-{position:02d}")
        assert check_whole(died) == {}
        assert died.open_cart() == order_cart()
        assert died.waiting().count == 0
        died.close()
    survived = opened(tmp_path / f"died-{statements:02d}")
    assert len(check_whole(survived)) == 1
    assert survived.open_cart() is None
    survived.close()


def test_a_sale_that_is_not_whole_is_noticed(tmp_path: Path) -> None:
    sell_until_killed(tmp_path, 1, 1)
    journal = opened(tmp_path)
    journal._connection.exec_driver_sql("DROP TRIGGER tenders_no_delete").close()
    journal._connection.exec_driver_sql("DELETE FROM tenders WHERE transaction_id = 1").close()

    with pytest.raises(AssertionError):
        check_whole(journal)
    journal.close()
