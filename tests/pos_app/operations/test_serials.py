"""Serial numbers over the counter: asked for at the line, printed, and matched by what comes back."""

from typing import Any

import pytest

from retail.receipt_rows import Text
from retail.wire.uploads import TransactionDocument
from tests.fixtures.fix_register import ANNA, PRODUCTS, SETTINGS, Register, Shop, at_work, product_row
from tests.pos_app.operations.orders import conclude, ordered, state

SHOE = "4006381333931"
WHY = "Damaged"
LACKS = "Trail shoe leaves with a serial number each: {} given for {}. Scan or type one for each piece."


@pytest.fixture
def register(shop: Shop) -> Register:
    """A register whose shoe has serial numbers."""
    products = {number: product_row(number) for number in PRODUCTS}
    shop.publish(SETTINGS, products={**products, "A": {**product_row("A"), "asks_serial": True}})
    return at_work(shop)


def document(register: Register, transaction: str) -> TransactionDocument:
    text = register.session.journal.transaction_text(transaction)
    assert text is not None
    return TransactionDocument.read(text)


def sold(register: Register, *serials: str) -> str:
    register.do("product.add", code=SHOE, quantity=str(len(serials)))
    register.do("line.serials", serials=", ".join(serials))
    return conclude(register)


def back(quantity: str, *serials: str) -> list[dict[str, Any]]:
    return [{"line": 1, "quantity": quantity, "reason": WHY, "serials": list(serials)}]


def test_no_money_is_taken_before_each_piece_has_its_number(register: Register, shop: Shop) -> None:
    added = register.do("product.add", code=SHOE)
    assert str(added.message) == "Trail shoe: now scan or type its serial number."
    for tender in ("tender.cash", "tender.card", "transaction.conclude"):
        assert register.refused(tender) == LACKS.format(0, 1)
    assert register.asks("line.serials") == ["serials"]

    done = register.do("line.serials", serials=" SN-1 ")
    assert (str(done.message), done.values["lacks_serials"]) == ("Trail shoe: serial number SN-1", False)
    transaction = conclude(register)

    assert document(register, transaction).lines[0].serials == ("SN-1",)
    register.do("receipt.print")
    texts = [str(row.text) for row in shop.printer.printed["HOUSTON-1-000001"] if isinstance(row, Text)]
    assert "Serial number SN-1" in texts


def test_pieces_get_their_numbers_one_by_one_and_all_anew_once_they_are_complete(register: Register) -> None:
    register.do("product.add", number="B")
    register.do("product.add", code=SHOE, quantity="2")
    register.do("product.add", number="B")

    assert register.do("line.serials", serials="SN-1").values == {"line": 2, "lacks_serials": True}
    assert "SN-1 of Trail shoe is there already" in register.refused("line.serials", serials="SN-1")
    assert register.refused("line.serials", serials="SN-2,SN-3") == (
        "Of Trail shoe only 2 leave. Change the quantity first."
    )
    register.do("line.serials", serials="SN-2")
    assert register.refused("line.serials", line=1, serials="SN-3") == (
        "Merino sock is sold without serial numbers. Select another line."
    )
    assert "is the code of Trail shoe, not a serial number" in register.refused(
        "line.serials", line=2, serials=SHOE
    )
    register.do("line.serials", line=2, serials=f"(01)0{SHOE}(21)S7, 12345678")
    register.do("line.quantity", line=2, quantity="1")
    assert register.refused("tender.cash") == LACKS.format(2, 1)
    register.do("line.quantity", line=2, quantity="2")

    assert document(register, conclude(register)).lines[1].serials == ("S7", "12345678")


def test_a_code_that_carries_the_number_gives_it_at_once_and_the_same_piece_is_not_sold_twice(
    register: Register,
) -> None:
    added = register.do("product.add", code=f"(01)0{SHOE}(21)S7")

    assert str(added.message) == "Added 1 × Trail shoe   100.00"
    assert "S7 of Trail shoe is there already" in register.refused("product.add", code=f"(01)0{SHOE}(21)S7")


def test_what_is_carried_out_of_an_order_has_its_number_and_what_is_fetched_gets_it_then(
    register: Register,
) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", code=SHOE)
    register.do("line.serials", serials="SN-1")
    register.do("product.add", code=SHOE)
    register.do("line.serials", serials="SN-2")
    register.do("order.pick_up_selected", lines=[2])
    assert register.refused("line.serials", line=2, serials="SN-3") == (
        "Trail shoe gets its serial number when it is handed out or shipped. Select another line."
    )
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    order = str(register.do("transaction.conclude").values["order"])
    assert [line.serials for line in state(register, order).lines] == [("SN-1",), ()]

    register.do("order.edit", id=order)
    assert "stays as it is" in register.refused("line.serials", line=1, serials="SN-9")
    register.do("order.carry_out_selected", lines=[2])
    assert register.refused("tender.cash") == LACKS.format(0, 1)
    register.do("line.serials", serials="SN-3")
    conclude(register)

    assert [line.serials for line in state(register, order).lines] == [("SN-1",), ("SN-3",)]


def test_what_comes_back_of_a_sale_is_matched_by_its_number(register: Register, shop: Shop) -> None:
    sale = sold(register, "SN-1", "SN-2")
    missing = "Trail shoe left with serial numbers: {} given for {}. Scan or type that of each piece."
    other = (
        "Trail shoe with the serial number {} did not leave with this, or is back already. Check the number."
    )

    assert register.refused("sale.return", id=sale, items=back("1")) == missing.format(0, 1)
    assert register.refused("sale.return", id=sale, items=back("1", "SN-1", "SN-2")) == missing.format(2, 1)
    assert register.refused("sale.return", id=sale, items=back("1", "SN-9")) == other.format("SN-9")
    register.do("sale.return", id=sale, items=back("1", "SN-2"))
    returned = conclude(register)

    assert document(register, returned).lines[0].serials == ("SN-2",)
    assert state(register, sale).lines[0].serials_out == ("SN-1",)
    assert register.refused("sale.return", id=sale, items=back("1", "SN-2")) == other.format("SN-2")
    register.do("sale.return", id=sale, items=back("1", "SN-1"))
    conclude(register)
    assert state(register, sale).lines[0].serials_out == ()


def test_what_comes_back_of_an_order_is_matched_by_its_number(register: Register) -> None:
    order = ordered(register, "A")
    register.do("order.pick_up", id=order, serials={"1": ["SN-1"]})
    conclude(register)

    assert "SN-9 did not leave with this" in register.refused(
        "order.return", id=order, items=back("1", "SN-9")
    )
    register.do("order.return", id=order, items=back("1", "SN-1"))
    conclude(register)

    assert state(register, order).lines[0].returned_serials == ("SN-1",)


def test_pieces_that_left_without_a_number_come_back_without_one(shop: Shop) -> None:
    register = at_work(shop)
    register.do("product.add", code=SHOE, quantity="2")
    sale = conclude(register)

    register.do("sale.return", id=sale, items=[{"line": 1, "quantity": "2", "reason": WHY}])

    assert register.cart["due_minor"] == -20_000


def test_a_piece_without_a_receipt_is_asked_for_its_number(register: Register) -> None:
    blind = {"number": "A", "reason": WHY, "approved_by": "manager"}
    assert register.asks("product.return", **blind) == ["serials"]

    register.do("product.return", **blind, serials="SN-5")
    assert "SN-5 of Trail shoe is there already" in register.refused(
        "product.return", **blind, serials="SN-5"
    )

    assert document(register, conclude(register)).lines[0].serials == ("SN-5",)
