"""Details of sales and orders: what the store asks of them is typed, asked before concluding, kept, sent and edited."""

from decimal import Decimal
from typing import Any

import pytest

from pos_app.operations.registry import Asks
from retail.attributes import AskedOf, AttributeKind, OrderAttribute
from retail.wire.contents import version_of
from retail.wire.uploads import TransactionDocument
from tests.fixtures.fix_register import ANNA, HOME, Register, Shop, at_work, desk_of
from tests.pos_app.operations.orders import conclude, state

PO = OrderAttribute("po", "Order of the customer", required=True)
FLOOR = OrderAttribute(
    "floor", "Floor", AttributeKind.INTEGER, least=Decimal(0), most=Decimal(40), default="0",
    asked_of=AskedOf.BOTH, translations=(("nb Floor", "Etasje"),),
)  # fmt: skip
WRAP = OrderAttribute("wrap", "Gift", AttributeKind.FLAG, asked_of=AskedOf.SALES, required=True)
ASKED: dict[str, Any] = {"order_attributes": (PO, FLOOR, WRAP)}


@pytest.fixture
def register(shop: Shop) -> Register:
    """A register of a store that asks something of orders, something of sales, and something of both."""
    return at_work(shop, **ASKED)


def document(register: Register, transaction: str) -> tuple[TransactionDocument, str]:
    text = register.session.journal.transaction_text(transaction)
    assert text is not None
    return TransactionDocument.read(text), text


def said(register: Register, transaction: str) -> dict[str, str]:
    return {each.attribute: each.value for each in document(register, transaction)[0].attributes}


def begin_order(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("customer.set", id=ANNA)
    register.do("order.ship_all", address=HOME)


def test_required_details_are_asked_before_a_sale_is_concluded_in_words_and_once_given_it_is_concluded(
    register: Register,
) -> None:
    register.do("product.add", number="A")
    register.do("tender.cash")

    asked = register.ask("transaction.conclude")
    assert isinstance(asked, Asks)
    assert [(each.name, str(each.prompt)) for each in asked.questions] == [
        ("attributes", "This needs: Gift. Type it.")
    ]
    assert register.session.cart is not None
    done = register.do("transaction.conclude", attributes={"wrap": "YES"})

    assert said(register, str(done.values["transaction"])) == {"wrap": "yes", "floor": "0"}


def test_details_are_typed_emptied_undone_and_survive_a_crash_and_a_suspended_sale(
    register: Register, shop: Shop
) -> None:
    register.do("product.add", number="A")
    register.do("cart.details", attributes={"wrap": "no", "floor": "7"})
    register.do("cart.details", attributes={"floor": ""})
    register.do("cart.undo")
    sale = register.do("transaction.suspend", name="later").values["suspended"]

    again = at_work(shop, **ASKED)
    again.do("transaction.resume", id=sale)
    again.do("cart.details", attributes={"floor": ""})
    again.do("tender.cash")

    assert said(again, str(again.do("transaction.conclude").values["transaction"])) == {"wrap": "no"}
    assert "cart.details" in again.kinds()


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({"po": "1"}, "This store does not ask po of this. Leave it out."),
        ({"floor": "41"}, "Floor is at most 40. Type it again."),
        ({"wrap": "perhaps"}, "Gift is one of yes, no, not 'perhaps'. Choose one."),
    ],
)
def test_what_the_store_does_not_ask_and_what_is_no_value_is_refused(
    register: Register, attributes: dict[str, str], words: str
) -> None:
    register.do("product.add", number="A")

    assert register.refused("cart.details", attributes=attributes) == words


def test_an_order_keeps_its_details_through_quote_conversion_and_edit_and_shows_them(
    register: Register,
) -> None:
    begin_order(register)
    register.do("quote.create")
    register.do("cart.details", attributes={"po": "4711", "floor": "3"})
    order = str(register.do("transaction.conclude").values["order"])
    assert state(register, order).attributes == (("floor", "3"), ("po", "4711"))

    register.do("order.convert", id=order)
    register.do("deposit.pay_in_full")
    register.do("tender.cash")
    conclude(register)
    register.do("order.edit", id=order)
    register.do("cart.details", attributes={"po": "4712", "floor": ""})
    transaction = str(register.do("transaction.conclude").values["transaction"])

    assert state(register, order).attributes == (("po", "4712"),)
    assert said(register, transaction) == {"po": "4712"}
    detail = desk_of(register).orders.detail(order)
    assert detail is not None
    assert ("Order of the customer", "4712") in [(each.label, each.value) for each in detail.facts]
    changed = "Floor: 3 → –, Order of the customer: 4711 → 4712"
    assert [each.value.endswith(changed) for each in detail.history].count(True) == 1


def test_what_says_nothing_new_is_read_by_an_older_headquarters_and_what_does_waits_for_a_newer_one(
    register: Register, shop: Shop
) -> None:
    register.do("product.add", number="A")
    register.do("tender.cash")
    new = register.do("transaction.conclude", attributes={"wrap": "no"})

    plain = at_work(shop, order_attributes=())
    plain.do("product.add", number="A")
    plain.do("tender.cash")
    old = plain.do("transaction.conclude")

    texts = [document(plain, str(each.values["transaction"]))[1] for each in (new, old)]
    assert [("attributes" in text, version_of(text)) for text in texts] == [(True, 3), (False, 1)]
    assert desk_of(plain).orders.details().why_not == "There is no open sale. Scan or type an item."


def test_the_sheet_says_what_is_asked_in_the_language_of_the_person(register: Register) -> None:
    register.do("language.set", language="nb")
    register.do("product.add", number="A")

    view = desk_of(register).orders.details()

    assert [(each.name, each.value) for each in view.attributes] == [("Etasje", "0"), ("Gift", "")]
    assert "Gift" in view.missing
