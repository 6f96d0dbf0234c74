"""Whether a journal that a fault left behind is whole: every sale with all its rows, numbered, chained, adding up."""

import shutil
from pathlib import Path

from channel_db.engine import is_whole, open_journal
from channel_db.journal.repository import Journal
from retail.wire.faults import faults_of
from retail.wire.uploads import TransactionDocument
from tests.fixtures.fix_register import SetClock

ROWS = """
SELECT transactions.uuid, transactions.number, text, line_count, tender_count,
    (SELECT count(*) FROM transaction_lines WHERE transaction_id = transactions.id) AS lines,
    (SELECT count(*) FROM tenders WHERE transaction_id = transactions.id) AS tenders,
    (SELECT count(*) FROM orders WHERE orders.made_by = transactions.uuid) AS orders,
    (SELECT count(*) FROM journal_entries WHERE kind = 'transaction.conclude'
        AND instr(journal_entries.text, transactions.uuid)) AS entries,
    (SELECT count(*) FROM outbox WHERE outbox.uuid = transactions.uuid AND outbox.text = transactions.text) AS documents
FROM transactions ORDER BY number
"""


def check_whole(journal: Journal) -> list[str]:
    """Prove that every sale is whole and adds up, that numbers have no hole and entries are chained; give their ids."""
    assert is_whole(journal._connection), "the file is damaged"
    journal.verify_chain()
    sold: list[str] = []
    for row in journal._connection.exec_driver_sql(ROWS):
        document = TransactionDocument.read(row.text)
        assert (row.lines, row.tenders) == (row.line_count, row.tender_count), "a sale lost rows"
        assert (row.entries, row.documents) == (1, 1), "a sale lost its entry or its document"
        assert row.orders == (document.order is not None), "an order is missing"
        assert faults_of(document) == [], "money does not add up"
        sold.append(row.uuid)
        assert row.number == len(sold), "a number is missing"
    cart = journal.open_cart()
    assert cart is None or cart.id not in sold, "a concluded sale is open again"
    return sold


def sold_in(folder: Path, files: dict[str, bytes]) -> list[str]:
    """The sales in these files, found after a start on them as on any others."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        if content:
            (folder / name).write_bytes(content)
    journal = open_journal(folder, SetClock())
    try:
        return check_whole(journal)
    finally:
        journal.close()


def left_by_a_kill(folder: Path, to: Path) -> Path:
    """The files as they lie there now: what a program leaves that ends here without another step."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
    return to
