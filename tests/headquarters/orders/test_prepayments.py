"""What is held of deposits is owed; an order of which more was used than paid says so."""

import re

from headquarters.backoffice.work_pages.invoices import prepayments
from headquarters.office.sessions import Visitor
from retail.customers import Customer
from retail.orders.pickup import start_pickup
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, sent

READER = Visitor("en", name="Ada", stores=None)
MORE = ">more was used than was paid<"


def test_an_order_of_which_more_was_used_than_was_paid_says_so(books: Books) -> None:
    paper = books.enrol()
    books.upload(sent(paper.order()), at_once=True)
    order = books.orders()[-1]
    assert MORE not in bytes(prepayments(books.parts, READER).body).decode()

    for id in ("one", "other"):
        pickup = start_pickup(order, {1: 1000}, Customer(ANNA, "Anna Berg"), paper.settings, id)
        books.upload(sent(paper.act(pickup)), at_once=True)

    books.upload(sent(paper.order()), at_once=True)
    page = bytes(prepayments(books.parts, READER).body).decode()
    assert MORE in page
    totals = r'<td class="amount">2</td><td class="amount">8.00 USD</td><td class="amount">▲ 8.00 USD</td>'
    assert re.search(totals, page), page
    assert "-8.00 USD" in page
