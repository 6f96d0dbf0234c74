"""Who an erased customer was leaves the journal; numbers, sums and chain stay, and what waits is sent whole."""

import json
from pathlib import Path

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.clock import stamp
from retail.wire.base import fingerprint
from retail.wire.protocol import UploadResult
from tests.channel_db.making import NOW, conclude, customer, order_cart, rows, uuid
from tests.channel_db.test_pages import PAGES, apply

WHO = customer(2)
NAMES = ("Bjørnson", "bjornson", "c2@example", "Main Street")


def raw(folder: Path) -> list[str]:
    """Which names stand in the bytes of the files."""
    content = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    return [name for name in NAMES if name.encode() in content]


def sold(journal: Journal, *, is_sent: bool) -> str:
    """An order of the customer with entries that name them, as an older program wrote them; gives back its document."""
    with journal.unit_of_work() as work:
        made = conclude(work, order_cart(2))
        assert made.order is not None
        facts = {
            "cart": made.id,
            "collector": "Per Bjørnson",
            "expected": "Åse Bjørnson",
            "order": made.order.id,
        }
        work.add_journal_entry(stamp(NOW), "pickup.collector", "ann", json.dumps(facts, ensure_ascii=False))
        work.add_journal_entry(stamp(NOW), "drawer.open", "ann", '{"cart":null}')
    if is_sent:
        journal.acknowledge([UploadResult(id=made.id, outcome="stored")], NOW)
    return made.id


def erase(journal: Journal) -> set[str]:
    with journal.unit_of_work() as work:
        left = work.erase([WHO.id], stamp(NOW))
    journal.forget_pages(NOW.date())
    return left


def test_an_erased_customer_stands_in_no_byte_and_the_chain_verifies(
    journal: Journal, tmp_path: Path
) -> None:
    document, head = sold(journal, is_sent=True), journal.head()
    assert set(raw(tmp_path)) >= {"Bjørnson", "bjornson"}

    assert erase(journal) == set()

    assert raw(tmp_path) == []
    assert journal.head() == head
    journal.verify_chain()
    assert journal.erased() == {WHO.id}
    entry = journal.entry(document)
    assert entry is not None
    assert entry.fingerprint == fingerprint(entry.text)


def test_a_document_that_waits_is_sent_as_it_was_written_and_erased_after_that(
    journal: Journal, tmp_path: Path
) -> None:
    document = sold(journal, is_sent=False)
    written = journal.entry(document)

    assert erase(journal) == {WHO.id}
    assert (journal.entry(document), journal.erased()) == (written, set())

    journal.acknowledge([UploadResult(id=document, outcome="stored")], NOW)
    assert erase(journal) == set()
    assert raw(tmp_path) == []
    journal.verify_chain()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE transactions SET text = '{}'",
        "UPDATE outbox SET text = '{}'",
        "UPDATE outbox SET fingerprint = 'x'",
        "UPDATE journal_entries SET text = '{\"erased\":true}'",
        "UPDATE transactions SET text = text, total_minor = 0",
    ],
)
@pytest.mark.parametrize("whose", [None, "somebody else"])
def test_no_text_changes_but_that_of_whom_is_being_erased(
    journal: Journal, sql: str, whose: str | None
) -> None:
    sold(journal, is_sent=False)
    if whose is not None:
        journal._connection.exec_driver_sql("INSERT INTO erasures (customer) VALUES (?)", (whose,))

    with pytest.raises(StorageBug, match=r"never changes|only grows|as it was written"):
        journal._connection.exec_driver_sql(sql)


def test_no_entry_of_another_kind_changes_while_somebody_is_being_erased(journal: Journal) -> None:
    sold(journal, is_sent=True)
    journal._connection.exec_driver_sql("INSERT INTO erasures (customer) VALUES (?)", (WHO.id,))

    for sql in (
        "UPDATE journal_entries SET text = '{\"erased\":true}' WHERE kind = 'drawer.open'",
        "UPDATE journal_entries SET text = '{}' WHERE kind = 'pickup.collector'",
    ):
        with pytest.raises(StorageBug, match="only grows"):
            journal._connection.exec_driver_sql(sql)


def test_no_entry_of_another_customer_changes_while_somebody_is_being_erased(journal: Journal) -> None:
    sold(journal, is_sent=True)
    with journal.unit_of_work() as work:
        for who, kind in ((WHO.id, "customer.edit"), (customer(3).id, "customer.edit"), (WHO.id, "info")):
            facts = {"customer": who, "fields": {"name": "Åse"}, "answers": ["Åse"]}
            work.add_journal_entry(stamp(NOW), kind, "ann", json.dumps(facts, ensure_ascii=False))
    driver = journal._connection
    driver.exec_driver_sql("INSERT INTO erasures (customer) VALUES (?)", (customer(3).id,))

    for whose in ("kind = 'pickup.collector'", f"text LIKE '%{WHO.id}%'", "kind = 'info'"):
        with pytest.raises(StorageBug, match="only grows"):
            driver.exec_driver_sql(f"UPDATE journal_entries SET text = '{{\"erased\":true}}' WHERE {whose}")

    change = (
        "UPDATE journal_entries SET text = '{\"erased\":true,' || substr(json_remove(text, %s), 2) "
        f"WHERE text LIKE '%{customer(3).id}%'"
    )
    with pytest.raises(StorageBug, match="only grows"):
        driver.exec_driver_sql(change.replace("%s", "'$.fields', '$.answers'"))
    assert driver.exec_driver_sql(change.replace("%s", "'$.fields'")).rowcount == 1


def test_words_of_a_customer_who_is_gone_leave_the_search_indexes_and_the_log(
    catalog: Catalog, tmp_path: Path
) -> None:
    apply(catalog, "customers")
    [key] = PAGES["customers"]
    catalog.forget_pages()
    assert "bjornson" in raw(tmp_path)

    catalog.apply_page("customers", rows({}, gone=(key,)), "2", NOW)
    catalog.forget_pages()

    assert raw(tmp_path) == []
    assert catalog.find_customers("bjornson", 5) == []
    assert uuid(1, 1) == key
