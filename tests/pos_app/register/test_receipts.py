"""Receipts: made of the kept document, with the number where it is known, COPY from the second on."""

from retail.receipt import Barcode, Pair, Text, Title
from tests.fixtures.fix_register import ANNA, Register, Shop


def test_an_order_prints_its_numbers_and_where_it_waits(register: Register, shop: Shop) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all", store="SEATTLE")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    register.do("transaction.conclude")

    register.do("receipt.print")
    register.do("receipt.print")

    first, copy = shop.printer.printed.values()
    titles = [str(row.text) for row in first if isinstance(row, Title)]
    assert titles == ["Houston", "Order confirmation – deposit"]
    assert Barcode("L-HOUSTON-1-00001") in first
    assert "1001" in [str(row.right) for row in first if isinstance(row, Pair)]
    assert any("Picked up at Seattle" in str(row.text) for row in first if isinstance(row, Text))
    assert isinstance(copy[0], Title)
    assert str(copy[0].text) == "COPY"
    assert copy[1:] == first


def test_a_printer_that_fails_leaves_the_sale_and_says_what_to_do(register: Register, shop: Shop) -> None:
    register.do("product.add", number="B")
    register.do("tender.cash")
    register.do("transaction.conclude")
    shop.printer.is_empty = True

    assert register.refused("receipt.print") == "Receipt not printed: paper out. Sale is saved. Print again."

    assert register.session.journal.last_transaction() is not None
    shop.printer.is_empty = False
    register.do("receipt.print")
