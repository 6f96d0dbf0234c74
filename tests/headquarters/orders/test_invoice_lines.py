"""An invoice says of what it is: goods and charges add up to it, and each charge has the account of its code."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from headquarters.orders.invoice_lines import InvoiceLine
from headquarters.orders.models import Invoice
from headquarters.settings.service import keep_stores, settings_of_store
from retail.cart import Balance, add_line, change_terms, deliver
from retail.charge_rules import ChargeCode
from retail.orders.cancellation import start_cancellation
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.order import OrderState
from retail.orders.pickup import start_pickup
from retail.orders.returns import Returned, start_return
from retail.orders.selling import sold
from retail.typed_charges import add_header_charge, add_line_charge
from tests.headquarters.conftest import Books
from tests.headquarters.orders.test_acts import WHO
from tests.headquarters.shop import APPLE, NOW, PaperRegister, sent

CODES = (
    ChargeCode("WRAP", "Gift wrap", Decimal(25), refundable=True, account="3010"),
    ChargeCode("FREIGHT", "Freight", account="3020"),
)


@pytest.fixture
def paper(books: Books) -> PaperRegister:
    """A register of a store whose charge codes have accounts."""
    made = books.enrol()
    with books.parts.database.writing() as session:
        settings = replace(
            settings_of_store(session, "HOUSTON"), charge_codes=CODES, advanced_auto_charges=True
        )
        keep_stores(session, [("HOUSTON", "Houston", settings)])
    made.settings = settings
    return made


def ordered(books: Books, paper: PaperRegister, *, carried: bool = False) -> OrderState:
    """Three apples to be fetched, wrapped for 3.00, with 5.00 on the whole; one more is carried out, wrapped too."""
    plan = Delivery(DeliveryKind.PICKUP, "pickup", NOW.date(), store="HOUSTON")
    cart = deliver(replace(paper._cart(3), customer=WHO), [1], plan, paper.settings)
    cart = add_line_charge(cart, paper.settings, [1], 300, "WRAP")
    if carried:
        cart = add_line_charge(add_line(cart, APPLE, paper.settings), paper.settings, [2], 200, "WRAP")
    cart = add_header_charge(cart, paper.settings, 500, "FREIGHT")
    document = paper._concluded(
        change_terms(cart, lambda terms: replace(terms, balance=Balance.PAY_AT_PICKUP))
    )
    books.upload(sent(document), at_once=True)
    return books.orders()[0]


def fetched(books: Books, paper: PaperRegister, quantity: int) -> OrderState:
    cart = start_pickup(books.orders()[0], {1: quantity}, WHO, paper.settings, "c")
    books.upload(sent(paper.act(cart)), at_once=True)
    return books.orders()[0]


def lines(books: Books, number: str) -> list[tuple[int, str, str, str, int, int]]:
    """The lines of an invoice, which add up to it."""
    with books.parts.database.reading() as session:
        invoice = session.scalars(select(Invoice).where(Invoice.number == number)).one()
        rows = session.scalars(
            select(InvoiceLine).where(InvoiceLine.invoice == number).order_by(InvoiceLine.id)
        ).all()
        assert sum(each.amount_minor + each.tax_minor for each in rows) == invoice.total_minor
        return [
            (each.line, each.code, each.name, each.account, each.quantity_thousandths, each.amount_minor)
            for each in rows
        ]


def test_each_pickup_has_its_share_of_goods_and_charges_and_the_first_the_charge_on_the_whole(
    books: Books, paper: PaperRegister
) -> None:
    ordered(books, paper)
    fetched(books, paper, 1000)
    fetched(books, paper, 2000)

    assert lines(books, "INV-000001") == [
        (1, "A", "Apple", "", 1000, 8000), (1, "WRAP", "Gift wrap", "3010", 0, 100),
        (0, "FREIGHT", "Freight", "3020", 0, 500),
    ]  # fmt: skip
    assert lines(books, "INV-000002") == [
        (1, "A", "Apple", "", 2000, 16_000), (1, "WRAP", "Gift wrap", "3010", 0, 200),
    ]  # fmt: skip


def test_what_is_carried_out_with_an_order_has_an_invoice_of_its_own(
    books: Books, paper: PaperRegister
) -> None:
    ordered(books, paper, carried=True)

    assert lines(books, "INV-000001") == [
        (2, "A", "Apple", "", 1000, 8000), (2, "WRAP", "Gift wrap", "3010", 0, 200),
    ]  # fmt: skip


def test_what_comes_back_of_an_order_or_a_sale_is_negative_on_its_credit_invoice(
    books: Books, paper: PaperRegister
) -> None:
    ordered(books, paper)
    order = fetched(books, paper, 3000)
    back = start_return(order, [Returned(1, 1000, "Too small")], WHO, paper.settings, "c")
    books.upload(sent(paper.act(back)), at_once=True)
    assert lines(books, "INV-000002") == [
        (1, "A", "Apple", "", -1000, -8000), (1, "WRAP", "Gift wrap", "3010", 0, -100),
    ]  # fmt: skip

    sale = paper.sale(2)
    state = replace(sold(sale), number=sale.receipt_number)
    back = start_return(state, [Returned(1, 1000, "Too small")], WHO, paper.settings, "d")
    books.upload(sent(sale), sent(paper.act(back)), at_once=True)
    assert lines(books, "CRN-000001") == [(1, "A", "Apple", "", -1000, -8000)]


def test_a_cancellation_is_its_charge(books: Books, paper: PaperRegister) -> None:
    order = ordered(books, paper)
    books.upload(sent(paper.act(start_cancellation(order, WHO, paper.settings, "c", 700))), at_once=True)

    assert lines(books, "INV-000001") == [(0, "CANCEL", "", "", 0, 700)]
