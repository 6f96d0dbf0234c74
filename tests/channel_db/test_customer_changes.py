"""What was changed of customers here is kept in its order, and found by what it was changed to."""

from dataclasses import replace

import pytest

from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.customer_changes import CustomerChange, CustomerField, edit, issue_card, merge
from retail.customers import Customer
from retail.wire.customers import change_document
from tests.channel_db.making import NOW, customer, uuid

OLE = replace(customer(1, "Ole Moe"), account="1001")


def keep(journal: Journal, of: Customer, change: CustomerChange) -> Customer:
    changed, _ = merge(of, change)
    text = change_document(change, of.name, "HOUSTON-1", "HOUSTON", "ann", NOW).written()
    with journal.unit_of_work() as work:
        work.add_customer_change(change.id, changed, text)
    return changed


def test_changes_come_back_oldest_first_and_of_nobody_else(journal: Journal) -> None:
    first = edit(uuid(5, 1), OLE, {CustomerField.PHONE: "1"})
    second = edit(uuid(5, 2), keep(journal, OLE, first), {CustomerField.PHONE: "2"})
    keep(journal, OLE, second)
    other = customer(2, "Eva Lie")
    keep(journal, other, edit(uuid(5, 3), other, {CustomerField.PHONE: "3"}))

    assert journal.customer_changes(OLE.id) == [first, second]
    assert journal.customer_changes(uuid(1, 9)) == []
    assert journal.changed_among([OLE.id, uuid(1, 9)]) == {OLE.id}


@pytest.mark.parametrize("typed", ["berg anna", "an.na@", "+1 555 0101", "lc0000", "LC 0000 0000 0075"])
def test_a_changed_customer_is_found_by_what_it_was_changed_to(journal: Journal, typed: str) -> None:
    typed_values = {
        CustomerField.NAME: "Anna Berg",
        CustomerField.EMAIL: "An.Na@example.com",
        CustomerField.PHONE: "+1 (555) 0101",
    }
    changed = keep(journal, OLE, edit(uuid(5, 1), OLE, typed_values))
    keep(journal, changed, issue_card(uuid(5, 2), changed, "LC000000000075"))

    assert journal.changed_customers(typed, 5) == [OLE.id]
    assert journal.changed_customers("nobody", 5) == []


def test_the_customer_changed_last_comes_first(journal: Journal) -> None:
    for number in (1, 2, 3):
        of = customer(number, "Moe")
        keep(journal, of, edit(uuid(5, number), of, {CustomerField.PHONE: "1"}))

    assert journal.changed_customers("moe", 2) == [uuid(1, 3), uuid(1, 2)]


def test_an_id_is_taken_once(journal: Journal) -> None:
    change = edit(uuid(5, 1), OLE, {CustomerField.PHONE: "1"})
    keep(journal, OLE, change)

    with pytest.raises(StorageBug, match="UNIQUE"):
        keep(journal, OLE, change)
