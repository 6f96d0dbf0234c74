"""The timeline of an order has all that happened to it: at registers, on the way, in jobs, to money, in cases."""

from sqlalchemy import select

from headquarters.backoffice.work_pages.documents import repair_document
from headquarters.backoffice.work_pages.order_timeline import Entry, timeline
from headquarters.backoffice.work_pages.orders import order as order_page
from headquarters.cases.models import Case
from headquarters.cases.service import add_note, close_case, take_case
from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor
from headquarters.orders.service import find_order, state_of
from headquarters.uploads.models import KeptDocument, State
from retail.cards import CardOnFile
from retail.cart import set_quantity
from retail.customers import Customer
from retail.orders.editing import start_edit
from retail.orders.order import OrderState
from retail.orders.paying import start_payment
from retail.orders.pickup import start_pickup
from retail.orders.returns import Returned, start_return
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, changed, sent

BERG = Customer(ANNA, "Anna Berg")
ADA = Visitor("en", name="Ada", rights=frozenset(Right), stores=None)


def state(books: Books) -> OrderState:
    return books.orders()[-1]


def happened(books: Books) -> list[Entry]:
    with books.parts.database.reading() as session:
        row = find_order(session, state(books).id)
        assert row is not None
        return timeline(session, state_of(row))


def said(entries: list[Entry]) -> list[str]:
    return [" | ".join(map(str, (each.title, *each.details))) for each in entries]


def has(entries: list[Entry], *beginnings: str) -> None:
    lines = said(entries)
    for each in beginnings:
        assert any(line.startswith(each) for line in lines), (each, lines)


def test_uploads_jobs_deposits_payments_pickups_invoices_and_returns_stand_in_it(books: Books) -> None:
    paper = books.enrol()
    books.upload(sent(paper.order()))
    books.clock.forward(minutes=1)
    books.job("synchronize-orders")
    books.clock.forward(minutes=1)
    books.upload(sent(paper.act(start_payment(state(books), 1000, BERG, "pay"))), at_once=True)
    books.upload(
        sent(paper.act(start_pickup(state(books), {1: 1000}, BERG, paper.settings, "pickup"))), at_once=True
    )
    back = start_return(state(books), [Returned(1, 1000, "Too small")], BERG, paper.settings, "back")
    books.upload(sent(paper.act(back)), at_once=True)

    entries = happened(books)

    has(
        entries, "Order made", "Uploaded", "Posted by Synchronize orders", "Posted at once", "Deposit 8.00 USD | cash",
        "Further payment", "Deposit 10.00 USD", "Picked up | Apple: 1 handed out", "Payment 62.00 USD",
        "Invoice INV-000001 | pickup | total 80.00 USD | 18.00 USD of the deposit used", "Returned",
        "Given back: 80.00 USD", "Invoice INV-000002 | return | total -80.00 USD",
    )  # fmt: skip
    assert [each.moment for each in entries] == sorted(each.moment for each in entries)
    assert all(
        each.link.startswith("/office/documents/") for each in entries if str(each.title) == "Uploaded"
    )
    [by_job] = [each for each in entries if str(each.title) == "Posted by Synchronize orders"]
    assert (by_job.by, by_job.link.startswith("/office/jobs?below=")) == ("test", True)


def test_shipments_and_what_cards_answered_stand_in_it(books: Books) -> None:
    paper = books.enrol()
    visa = CardOnFile("tok-000001d20261102", "Visa", "4242", 7200, "r1")
    books.upload(sent(paper.shipment(visa)), at_once=True)
    for step in ("pick", "pack", "ship"):
        books.upload(sent(paper.steps(state(books), step, 1)), at_once=True)
    books.clock.forward(minutes=1)
    books.job("synchronize-orders")

    has(
        happened(books), "Fulfilment | Apple: 1 picked", "Fulfilment | Apple: 1 packed",
        "Fulfilment | Apple: 1 shipped",
        "Invoice INV-000001 | shipment", "Card on file asked for 72.00 USD", "Card on file: charged | 72.00 USD",
    )  # fmt: skip


def test_what_was_set_aside_quarantined_and_repaired_stands_in_it_with_its_reason(books: Books) -> None:
    paper = books.enrol()
    made = sent(paper.order())
    books.upload(made, at_once=True)
    books.upload(changed(made, '"user":"cashier"', '"user":"mallory"'), at_once=True)
    payment = sent(paper.act(start_payment(state(books), 1000, BERG, "pay")))
    books.upload(changed(payment, '"paid_minor":1000', '"paid_minor":1'), at_once=True)

    entries = happened(books)
    has(
        entries, "Came again with other content, and was quarantined",
        "Uploaded, and set aside | It cannot be posted: paid is 1, but works out as 1000", "Case opened",
    )  # fmt: skip
    parked = next(each for each in entries if str(each.title) == "Uploaded, and set aside")
    assert parked.needs_a_person

    with books.parts.database.reading() as session:
        row = session.scalars(select(KeptDocument.id).where(KeptDocument.state == State.PARKED)).one()
    typed = {"paid_minor": "1000", "reason": "mistyped"}
    assert repair_document(books.parts, ADA, typed, row).status_code == 303
    has(happened(books), "Document: repair | reason: mistyped", "Further payment", "Deposit 10.00 USD")


def test_a_case_stands_in_it_with_who_did_what_about_it(books: Books) -> None:
    paper = books.enrol()
    books.upload(sent(paper.order()), at_once=True)
    before = state(books)
    for quantity in (2000, 3000):
        edit = set_quantity(start_edit(before, BERG, "edit"), 1, quantity)
        books.upload(sent(paper.act(edit)), at_once=True)
    misfit = "It was changed here and elsewhere at the same time."
    has(
        happened(books),
        "Edited | Apple: quantity 1 → 2",
        "Case opened | SO-000001, receipt HOUSTON-1-000003: " + misfit,
    )

    with books.parts.database.writing() as session:
        case = session.scalars(select(Case.id)).one()
        at = books.parts.now()
        take_case(session, case, "Ada", at)
        add_note(session, case, "Ada", "asked the customer {so}", at)
        close_case(session, case, "Ada", at)

    entries = happened(books)
    has(entries, "Case: took it", "Case: asked the customer {so}", "Case: closed it")
    assert {each.by for each in entries if str(each.title).startswith("Case: ")} == {"Ada"}
    shown = bytes(order_page(books.parts, Visitor("nb", name="Ada", stores=None), before.id).body).decode()
    assert "Den ble endret her og et annet sted samtidig." in shown
    assert "Sak: avsluttet den" in shown
