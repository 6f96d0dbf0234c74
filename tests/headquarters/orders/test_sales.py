"""What comes back of a plain sale: booked once as a credit invoice of that sale, found by any number, never twice."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from headquarters.manage.retailer import Retailer, keep_retailer
from headquarters.orders.models import ReturnedSale, Transaction
from headquarters.orders.sales import sale_as_it_stands
from headquarters.orders.sought import named_so, with_id
from retail.blind_returns import Brought, take_back_blind
from retail.cart import Cart
from retail.orders.ledger import InvoiceKind
from retail.orders.order import OrderState
from retail.orders.returns import Returned, start_return
from retail.orders.selling import sold
from retail.pricing import Pricing
from retail.promotions import PriceBook
from retail.wire.orders import order_of
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books
from tests.headquarters.shop import APPLE, NOW, PaperRegister, as_json, sent


@pytest.fixture
def paper(books: Books) -> PaperRegister:
    """A register whose cashier may take goods back."""
    rights = ["return_sale", "blind_return"]
    staff = [{"user": "cashier", "name": "Cashier", "role": "cashier", "pin": "123456", "rights": rights}]
    with books.parts.database.writing() as session:
        said = Retailer.model_validate_json(as_json({"tenant": "test", "staff": staff}))
        keep_retailer(session, said, books.parts.now())
    return books.enrol()


def back(paper: PaperRegister, sale: OrderState, quantity: int = 1000) -> TransactionDocument:
    return paper.act(start_return(sale, [Returned(1, quantity, "Damaged")], None, paper.settings, "c"))


def post(books: Books, *documents: TransactionDocument) -> list[dict[str, object]]:
    return [
        books.upload(sent(each), by=each.register_name, at_once=True)[0].model_dump() for each in documents
    ]


def standing(books: Books, uuid: str) -> OrderState | None:
    with books.parts.database.reading() as session:
        return sale_as_it_stands(session, uuid)


def found(books: Books, number: str) -> list[str]:
    with books.parts.database.reading() as session:
        return [order_of(each).reference for each in named_so(session, number)]


def test_a_return_is_a_credit_invoice_of_its_sale_and_booked_once(books: Books, paper: PaperRegister) -> None:
    sale = paper.sale(3)
    post(books, sale)
    first = standing(books, sale.id)
    assert first is not None
    returned = back(paper, first)

    [result] = post(books, returned)
    post(books, returned)

    after = standing(books, sale.id)
    assert after is not None
    assert (result["number"], result["outcome"]) == (sale.receipt_number, "stored")
    assert [(each.kind, each.number, each.total_minor) for each in after.invoices] == [
        (InvoiceKind.SALE, "", 24_000), (InvoiceKind.RETURN, "CRN-000001", -8000),
    ]  # fmt: skip
    assert (after.lines[0].returned_thousandths, after.paid_minor) == (1000, 16_000)
    with books.parts.database.reading() as session:
        [booked] = session.scalars(select(Transaction).where(Transaction.type == "return"))
        assert booked.order_uuid == sale.id
        assert len(session.scalars(select(ReturnedSale)).all()) == 1
    assert books.counts()["orders"] == 0
    assert books.feed("orders")[sale.id]["terms"]["kind"] == "sale"
    assert books.feed("orders", "SEATTLE") == {}


def test_what_no_longer_fits_opens_a_case_and_loses_no_money(books: Books, paper: PaperRegister) -> None:
    sale = paper.sale(2)
    post(books, sale)
    other = replace(books.enrol("SEATTLE-1"), seed=8)
    state = replace(sold(sale), number=sale.receipt_number)
    here = back(paper, state, 2000)
    there = other.act(start_return(state, [Returned(1, 2000, "Damaged")], None, other.settings, "c"))
    post(books, here, there)

    after = standing(books, sale.id)
    assert after is not None
    assert (after.lines[0].returned_thousandths, after.paid_minor, books.cases()) == (2000, -16_000, 1)


def test_a_return_waits_for_its_sale(books: Books, paper: PaperRegister) -> None:
    sale = paper.sale()
    returned = back(paper, sold(sale))

    post(books, returned)
    waiting = standing(books, sale.id)
    post(books, sale)
    books.job("synchronize-orders")

    after = standing(books, sale.id)
    assert waiting is None
    assert after is not None
    assert after.lines[0].returned_thousandths == 1000


def test_everything_is_found_by_exactly_its_number(books: Books, paper: PaperRegister) -> None:
    sale, order = paper.sale(), paper.order(carried_out=1)
    returned = back(paper, sold(sale))
    post(books, sale, order, returned)

    assert found(books, sale.receipt_number.lower()) == found(books, f" {sale.receipt_number} ") == [
        sale.receipt_number
    ]  # fmt: skip
    assert found(books, returned.receipt_number) == [sale.receipt_number]
    assert order.order is not None
    for number in ("so-000001", "INV-000001", order.receipt_number, order.order.confirmation_number):
        assert found(books, number) == ["SO-000001"], number
    for number in ("HOUSTON-1-99", "SO-00000", "\0", order.id):
        assert found(books, number) == [], number
    with books.parts.database.reading() as session:
        assert [each["id"] for each in with_id(session, sale.id)] == [sale.id]
        assert with_id(session, returned.id) == with_id(session, "nobody") == ()


def test_goods_without_a_receipt_are_booked_and_belong_to_nothing(books: Books, paper: PaperRegister) -> None:
    pricing = Pricing(PriceBook([]), lambda number: APPLE, NOW.date())
    empty = Cart(id=paper.ids.new(), order_id=paper.ids.new(), currency="USD")
    cart = take_back_blind(empty, APPLE, Brought(1000, "Damaged"), pricing, paper.settings)
    [returned] = [paper._concluded(cart)]

    [result] = post(books, returned)

    assert (result["outcome"], result["order"], books.cases()) == ("stored", None, 0)
    assert (returned.total_minor, standing(books, returned.id)) == (-8000, None)
