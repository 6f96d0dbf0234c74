"""Finding: own records and headquarters' under one id; headquarters' state wins, pending ones are shown."""

import json
from dataclasses import replace

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog
from channel_db.journal.orders import LocalOrder
from pos_app.register.figures import customer_figures, order_figures, shift_figures
from pos_app.register.order_finding import known_order, read_answer
from retail.orders.facts import Whereabouts
from retail.orders.order import OrderStatus
from retail.wire.orders import order_values
from tests.fixtures.fix_register import ANNA, FIRM, NOW, SETTINGS, Register, Shop, anna_row, at_work, park


def order(register: Register) -> str:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    return str(register.do("transaction.conclude").values["order"])


def test_a_customer_who_was_merged_leads_to_the_one_that_stays(shop: Shop) -> None:
    register = at_work(shop)
    shop.publish(SETTINGS, customers={ANNA: anna_row(merged_into=FIRM, email="anna@example.com")})
    finding = register.session.finding

    firm = finding.customer(FIRM)
    assert firm is not None
    assert finding.customer(ANNA) == firm
    assert finding.customer_by_code("10021") == firm
    assert [(hit.id, hit.account) for hit in finding.find_customers("10021")] == [(FIRM, "10022")]
    assert [hit.id for hit in finding.find_customers("10022")] == [FIRM]
    for gone in ("anna@example.com", "Anna", "55123456", "Storgt"):
        assert finding.find_customers(gone) == []

    register.do("customer.set", id=ANNA)
    assert register.session.cart is not None
    assert register.session.cart.customer == firm


def test_an_address_is_found_by_its_words_in_any_order_here_and_at_headquarters(shop: Shop) -> None:
    register = at_work(shop)
    work = {"id": "w", "line1": "Torgallmenningen 12", "postcode": "5014", "city": "Bergen"}
    shop.publish(SETTINGS, customers={ANNA: anna_row(addresses=[{"id": "h", "city": "Oslo"}, work])})
    made = register.do("customer.add", name="Ole Moe", addresses=[{"line1": "Åsveien 3", "city": "Molde"}])
    finding = register.session.finding

    [hit] = finding.find_customers("5014 torgallmenn")
    assert (hit.id, hit.field, hit.place) == (ANNA, "address", "Torgallmenningen 12, 5014 Bergen")
    [hit] = finding.find_customers("molde asveien")
    assert (hit.id, hit.field, hit.place) == (made.values["customer"], "address", "Åsveien 3, Molde")
    assert finding.find_customers("torgallmenx") == []
    [hit] = finding.find_customers("oslo torg")
    assert hit.place == "Oslo", "where no single address has it all, the first is shown"


def test_the_state_of_headquarters_wins_under_the_same_id(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    made = order(register)
    here = register.session.finding.order(made)
    assert here is not None
    assert (here.number, here.status, here.from_headquarters) == (None, "open", False)

    theirs = replace(here.state, number="4711", status=OrderStatus.INVOICED)
    shop.publish(SETTINGS, orders={made: order_values(theirs)})

    merged = register.session.finding.order(made)
    assert merged is not None
    assert (merged.number, merged.status, merged.from_headquarters) == ("4711", "invoiced", True)
    assert merged.transaction == here.transaction
    found = register.session.finding.find_orders("anna")
    assert [(each.id, each.number) for each in found] == [(made, "4711")]


def test_an_answer_of_headquarters_joins_the_local_orders(register: Register) -> None:
    made, elsewhere = order(register), "00000002-0000-7000-8000-000000000099"
    here = register.session.finding.order(made)
    assert here is not None
    theirs = replace(here.state, id=elsewhere, number="4711", made_at="2026-11-20T10:00:00.000+00:00")
    answer = [
        order_values(theirs),
        {"id": "broken"},
        {"x": object()},
    ]

    found = register.session.finding.find_orders("anna", answer)

    assert [each.id for each in found] == [made, elsewhere]
    assert found[1].transaction is None
    assert read_answer({"id": 7}) is None


def test_an_order_is_unsent_then_sent_then_known(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    made = order(register)
    finding = register.session.finding
    waiting = finding.order(made)
    assert waiting is not None
    assert finding.whereabouts(waiting) is Whereabouts.UNSENT

    shop.acknowledge(str(waiting.transaction))
    assert finding.whereabouts(waiting) is Whereabouts.SENT

    shop.acknowledge(str(waiting.transaction), number="4711")
    known = finding.order(made)
    assert known is not None
    assert finding.whereabouts(known) is Whereabouts.KNOWN


def test_the_actions_of_an_order_come_from_the_rules_with_words(register: Register) -> None:
    made = order(register)

    shown = order_figures(register.session, SETTINGS, made)

    assert shown is not None
    assert {"edit", "cancel", "pick_up"} <= set(shown["can"])
    assert shown["cannot"]["return"]
    assert (shown["number"], shown["balance_minor"], shown["lines"][0]["status"]) == (
        "1001",
        9000,
        "accepted",
    )
    register.line.state = "offline"
    offline = order_figures(register.session, SETTINGS, made)
    assert offline is not None
    assert "Headquarters does not answer" in offline["cannot"]["edit"]
    assert order_figures(register.session, SETTINGS, "unknown") is None


def test_an_order_that_headquarters_put_aside_leads_to_the_sync_centre(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    made = order(register)
    known = register.session.finding.order(made)
    assert known is not None
    document = str(known.transaction)

    def refusal() -> str:
        shown = order_figures(register.session, SETTINGS, made)
        assert shown is not None
        return str(shown["cannot"]["pick_up"])

    assert "Press Sync now" in refusal()
    park(register, document, "It cannot be read.")
    assert "see what needs attention" in refusal()

    shop.acknowledge(document)
    assert "Press Sync now" in refusal()
    told = [{"kind": "parked", "document": document, "words": "The store is closed."}]
    catalog = open_catalog(register.folder, register.clock, writer=True)
    catalog.keep_contact(Contact(state="online", compared_at=NOW.isoformat(), differences=json.dumps(told)))
    catalog.close()
    assert "see what needs attention" in refusal()


def test_a_pending_customer_shows_what_waits_for_the_number(register: Register) -> None:
    register.line.state = "offline"
    made = str(register.do("customer.add", name="Ole Moe").values["customer"])
    register.line.state = "online"

    shown = customer_figures(register.session, SETTINGS, made)

    assert shown is not None
    assert (shown["account"], shown["shown"]) == (None, "Pending sync")
    assert shown["can"] == ["add_address"]
    assert "customer number" in shown["cannot"]["edit_customer"]
    assert [each.id for each in register.session.finding.find_customers("ole")] == [made]
    assert [each.id for each in register.session.finding.find_customers("")] == [made]
    known = customer_figures(register.session, SETTINGS, ANNA)
    assert known is not None
    assert "edit_customer" in known["can"]
    assert customer_figures(register.session, SETTINGS, "nobody") is None


def test_the_till_holds_the_start_and_what_was_taken(register: Register) -> None:
    register.do("product.add", number="B")
    register.do("tender.cash", amount="50")
    register.do("transaction.conclude")
    order(register)

    assert shift_figures(register.session)["expected"] == {"cash": 5000}
    register.session.shift = None
    assert shift_figures(register.session) == {"open": False, "expected": {}, "over_short": {}}


def test_ours_is_shown_until_headquarters_knows_of_everything_done_here(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    made = order(register)
    before = register.session.finding.order(made)
    assert before is not None
    shop.acknowledge(str(before.transaction), number="4711")
    theirs = replace(before.state, number="4711")
    shop.publish(
        replace(SETTINGS, async_orders=True, offline_order_actions=True), orders={made: order_values(theirs)}
    )
    register.line.books.orders[made] = theirs
    register.line.state = "offline"

    register.do("order.edit", id=made)
    register.do("transaction.conclude")

    ours = register.session.finding.order(made)
    assert ours is not None
    assert (ours.state.revision, ours.number, ours.from_headquarters, ours.is_confirmed) == (
        2,
        "4711",
        False,
        False,
    )
    assert register.session.finding.waiting_act(ours.state) == ours.state.acts[-1]

    shop.publish(SETTINGS, orders={made: order_values(replace(ours.state, total_minor=1))})
    both = register.session.finding.order(made)
    assert both is not None
    assert (both.total_minor, both.from_headquarters) == (1, True)


def test_two_copies_are_merged_by_what_they_know(register: Register) -> None:
    made = order(register)
    known = register.session.finding.order(made)
    assert known is not None
    local = LocalOrder(replace(known.state, acts=("a", "b"), number=""), "a", is_confirmed=False)

    assert known_order(None, None) is None
    alone = known_order(None, known.state)
    assert alone is not None
    assert (alone.transaction, alone.from_headquarters) == (None, True)
    older = known_order(local, replace(known.state, acts=("a",), number="1001", total_minor=1))
    assert older is not None
    assert (older.number, older.total_minor, older.from_headquarters) == ("1001", known.total_minor, False)
    newer = known_order(local, replace(known.state, acts=("a", "b", "c"), total_minor=1))
    assert newer is not None
    assert (newer.total_minor, newer.transaction, newer.from_headquarters) == (1, "a", True)


def test_a_cancellation_is_pending_until_headquarters_knows_of_it(register: Register) -> None:
    known = register.session.finding.order(order(register))
    assert known is not None
    cancelled = replace(known.state, status=OrderStatus.CANCELLED)

    pending = known_order(LocalOrder(cancelled, "a", is_confirmed=False), None)
    confirmed = known_order(LocalOrder(cancelled, "a", is_confirmed=True), None)

    assert pending is not None
    assert confirmed is not None
    assert (pending.status, confirmed.status) == (OrderStatus.CANCEL_PENDING, OrderStatus.CANCELLED)
