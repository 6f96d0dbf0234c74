"""What a store wants to know of orders and sales: set up in the back office, asked at a register, shown and edited."""

import re
from collections.abc import Iterator

import pytest

from retail.orders.order import OrderState
from tests.headquarters.backoffice.counter import ANNA, Counter, counter_of
from tests.headquarters.backoffice.forms import made, published

ASKED = (
    {"attribute": "po", "name": "Order of the customer", "asked_of": "orders", "required": "on", "kind": "text",
     "translations": "nb Order of the customer: Kundens ordre"},
    {"attribute": "floor", "name": "Floor", "asked_of": "both", "kind": "integer", "least": "0", "most": "40"},
    {"attribute": "wrap", "name": "Gift", "asked_of": "sales", "kind": "flag"},
)  # fmt: skip


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter_of(tmp_path_factory.mktemp("details")) as shop:
        for place, each in enumerate(ASKED):
            made(shop.office, "order-attributes", parameters="standard", position=str(place), **each)
        published(shop.office)
        shop.carry("pull")
        yield shop


def known(counter: Counter, order: str) -> OrderState:
    counter.carry("pull")
    found = counter.session.finding.order(order)
    assert found is not None
    return found.state


def test_a_required_detail_is_asked_sent_shown_edited_here_and_comes_back(counter: Counter) -> None:
    counter.begin()
    counter.do("order.pick_up_all")
    counter.pay()
    counter.do("order.balance", arrangement="pay_at_pickup")
    assert counter.asked("transaction.conclude") == ["attributes"]
    order = str(counter.do("transaction.conclude", attributes={"po": "4711", "floor": "3"}).values["order"])
    counter.work()

    page, office = f"/office/orders/{order}", counter.office
    assert re.search(r"<dt>Order of the customer</dt>\s*<dd>4711</dd>", office.get(page))
    office.get(f"{page}/edit")
    office.press(f"{page}/edit", said_floor="41", do="look")
    assert (office.status, "Floor is at most 40. Type it again." in office.text) == (422, True)
    office.press(f"{page}/edit", said_floor="", said_po="", do="look")
    assert (office.status, "This needs: Order of the customer. Type it." in office.text) == (422, True)
    office.press(f"{page}/edit", said_po="4712", said_floor="", do="look")
    assert "Order of the customer: 4711 → 4712" in office.text
    office.press(f"{page}/edit", said_po="4712", said_floor="", do="take")
    assert "Floor: 3 → –" in office.get(page)
    office.get("/office/me")
    office.press("/office/me/view", language="nb", look="")
    assert "Kundens ordre: 4711 → 4712" in office.get(page)
    office.get("/office/me")
    office.press("/office/me/view", language="en", look="")

    assert known(counter, order).attributes == (("po", "4712"),)
    counter.do("order.edit", id=order)
    assert [(each.name, each.value) for each in counter.desk.orders.details().attributes] == [
        ("Order of the customer", "4712"), ("Floor", ""),
    ]  # fmt: skip
    counter.clear()


def test_an_order_keyed_here_needs_its_details_too_and_registers_show_them(counter: Counter) -> None:
    office = counter.office
    form = {"way": "pickup", "product1": "SHOE", "said_po": ""}
    office.get(f"/office/orders/new?store=HOUSTON&customer={ANNA}")
    office.press("/office/orders/new", **form, do="look")
    assert (office.status, "This needs: Order of the customer" in office.text) == (422, True)
    office.press("/office/orders/new", **form | {"said_po": "77"}, do="look")
    office.press("/office/orders/new", **form | {"said_po": "77"}, do="take")

    order = office.address.rpartition("/")[2]
    assert known(counter, order).attributes == (("po", "77"),)


def test_what_was_said_of_a_plain_sale_stands_with_its_document(counter: Counter) -> None:
    counter.begin()
    counter.pay()
    sale = counter.do("transaction.conclude", attributes={"wrap": "yes"}).values["receipt_number"]
    counter.work()

    rows = re.findall(
        r'href="(/office/documents/\d+)"', counter.office.get("/office/documents?kind=transaction")
    )
    pages = [counter.office.get(each) for each in rows]
    [page] = [each for each in pages if str(sale) in each]
    assert re.search(r"<dt>Gift</dt>\s*<dd>yes</dd>", page)
    assert "Cases" not in page
