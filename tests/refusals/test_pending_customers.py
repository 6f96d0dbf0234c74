"""Table 16.6 at a real register and headquarters, each row both ways, and customers who were found to be one."""

from collections.abc import Mapping
from typing import Any

import pytest

from headquarters.customers.duplicates import merge_customers
from headquarters.database import open_database
from pos_app.operations.registry import Done, Refused
from rehearsal.network import LineMode
from retail.customer_defaults import DefaultCustomer
from retail.customers import Customer
from retail.loyalty import make_card
from tests.refusals.counter import Counter
from tests.refusals.orders import ordered
from tests.refusals.retailer import HERE

CARD = make_card("LC", 99)
PLACE = {"purpose": "Delivery", "line1": "Torget 2", "city": "Bergen"}
ROWS: Mapping[str, tuple[str, dict[str, Any], Mapping[str, Any]]] = {
    "edit": ("customer.edit", {"phone": "55 12 34"}, {"edit_customers_async": True}),
    "title": ("customer.edit", {"title": "Dr."}, {"edit_customers_async": True}),
    "address": ("customer.edit_address", {"fields": {"city": "Oslo"}}, {"edit_customers_async": True}),
    "affiliation": ("customer.add_affiliation", {"affiliation": "VIP"}, {"pending_affiliations": True}),
    "contact": ("customer.add_contact", {"contact": "a@b.no", "consent": "yes"},
                {"further_contacts": True, "pending_contacts": True}),
    "card": ("customer.issue_loyalty_card", {"card": CARD}, {"pending_loyalty_cards": True}),
}  # fmt: skip
"""What is asked of a pending customer, and the settings that allow it; the last of these is the relaxation."""


def said_of(customer: Customer) -> dict[str, Any]:
    """What of the rows stands with a customer."""
    city = customer.addresses[0].city if customer.addresses else ""
    return {
        "edit": customer.phone, "title": customer.title, "address": city, "affiliation": customer.affiliations,
        "contact": dict(customer.extras).get("email:a@b.no", ""), "card": customer.loyalty_cards,
    }  # fmt: skip


NEWS = {
    "edit": "55 12 34",
    "title": "Dr.",
    "address": "Oslo",
    "affiliation": ("VIP",),
    "contact": "yes",
    "card": (CARD,),
}


def made_offline(counter: Counter) -> str:
    counter.clear()
    counter.cut()
    return str(counter.here.do("customer.add", name="Kari Venter", addresses=[PLACE])["customer"])


def seen_in_seattle(counter: Counter, id: str) -> Customer:
    """The customer as another store's register hears of them from headquarters."""
    counter.here.line.mode = LineMode.ONLINE
    counter.deliver()
    known = counter.there.session.finding.customer(id)
    assert isinstance(known, Customer)
    return known


@pytest.mark.parametrize("row", ROWS)
def test_each_relaxation_is_one_setting_and_what_it_allows_arrives(counter: Counter, row: str) -> None:
    operation, params, settings = ROWS[row]
    *needed, lifted = settings

    def ask(id: str) -> object:
        where = {"address": counter.session.finding.customer(id).addresses[0].id} if row == "address" else {}
        outcome, _ = counter.here.desk.dispatch(operation, {"id": id, **where, **params})
        return outcome

    counter.settle({each: settings[each] for each in needed})
    locked = made_offline(counter)
    assert isinstance(ask(locked), Refused)
    detail = counter.here.desk.customer_detail(locked)
    assert detail is not None
    [why] = {
        each.why_not for each in detail.actions if each.operation == operation.replace("edit_address", "edit")
    }
    assert "customer number has arrived" in why
    assert said_of(seen_in_seattle(counter, locked))[row] in ("", (), "Bergen")

    counter.settle({**settings, lifted: True})
    free = made_offline(counter)
    assert isinstance(ask(free), Done)
    assert counter.session.finding.customer(free).is_pending
    arrived = seen_in_seattle(counter, free)
    assert (arrived.account is not None, said_of(arrived)[row]) == (True, NEWS[row])


def test_an_address_is_added_while_pending_without_any_setting(counter: Counter) -> None:
    counter.settle({})
    made = made_offline(counter)

    counter.here.do("customer.add_address", id=made, address={"line1": "Storgt 5", "city": "Voss"})

    cities = [each.city for each in seen_in_seattle(counter, made).addresses]
    assert cities == ["Bergen", "Voss"]


@pytest.mark.parametrize("lifted", [False, True])
def test_affiliations_of_the_default_customer_come_with_the_setting_and_never_later_by_a_job(
    counter: Counter, *, lifted: bool
) -> None:
    counter.settle(
        {"default_customer": DefaultCustomer(affiliations=("CLUB",)), "pending_affiliations": lifted}
    )

    made = seen_in_seattle(counter, made_offline(counter))

    assert made.affiliations == (("CLUB",) if lifted else ())


def test_of_two_customers_who_are_one_both_ids_live_on_at_the_registers(counter: Counter) -> None:
    counter.settle({"edit_customers_async": True})
    counter.clear()
    stays = str(counter.here.do("customer.add", name="Eva Enes", phone="911 00 001")["customer"])
    counter.clear()
    gone = str(counter.here.do("customer.add", name="Eva Enes", email="eva@enes.no")["customer"])
    counter.deliver()
    accounts = {id: counter.session.finding.customer(id).account for id in (stays, gone)}

    # This register has not heard of it, and works on with the id that is gone.
    counter.cut()
    database = open_database(counter.office.folder)
    with database.writing() as session:
        merge_customers(session, gone, stays, "administrator", "2026-11-02T12:00:00.000+00:00")
    database.close()
    counter.here.do("customer.set", id=gone)
    counter.here.do("customer.edit", id=gone, title="Dr.")
    counter.here.do("customer.add_address", id=gone, address=PLACE)
    counter.here.do("transaction.void")
    counter.here.do("customer.set", id=gone)
    counter.here.do("product.add", number="A")
    counter.here.do("order.pick_up_all", store=HERE)
    counter.here.do("tender.cash")
    counter.here.do("order.balance", arrangement="pay_at_pickup")
    order = str(counter.here.do("transaction.conclude")["order"])
    one = seen_in_seattle(counter, gone)
    counter.here.pull()

    assert (one.id, one.account, one.email, one.phone, one.title) == (
        stays, accounts[stays], "eva@enes.no", "911 00 001", "Dr.",
    )  # fmt: skip
    assert [each.city for each in one.addresses] == ["Bergen"]
    for till in (counter.here, counter.there):
        finding = till.session.finding
        assert finding.customer(gone) == finding.customer(stays)
        for typed in ("eva@enes.no", "91100001", "eva enes", accounts[gone], accounts[stays]):
            assert [hit.id for hit in finding.find_customers(typed)] == [stays], typed
    known = counter.session.finding.order(order)
    assert (known.state.customer.id, known.number is not None) == (stays, True)
    assert counter.session.journal.waiting().count == 0
    counter.here.do("customer.set", id=gone)
    counter.here.do("transaction.void")
    assert ordered(counter.here, "A") != order
