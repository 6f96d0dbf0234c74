"""Receipts: made of the kept document, with the number where it is known, COPY from the second on."""

from retail.money import Money
from retail.receipt import Barcode, Item, Pair, Row, Text, Title
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work


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


def titles_of(rows: tuple[Row, ...]) -> list[str]:
    return [str(row.text) for row in rows if isinstance(row, Title)]


def test_a_gift_receipt_has_no_prices_and_makes_no_copy(register: Register, shop: Shop) -> None:
    sold(register)

    said = register.do("receipt.gift")
    register.do("receipt.print")

    gift = shop.printer.printed["HOUSTON-1-000001-gift"]
    assert str(said.message) == "Gift receipt HOUSTON-1-000001 printed."
    assert titles_of(gift) == ["Houston", "Gift receipt"]
    assert Item("Merino sock", None, None, None) in gift
    assert not any(isinstance(row, Pair) and isinstance(row.right, Money) for row in gift)
    assert titles_of(shop.printer.printed["HOUSTON-1-000001"])[0] == "Houston"
    assert "receipt.gift" in register.kinds()


def test_there_is_no_gift_receipt_where_nothing_was_handed_over(register: Register) -> None:
    ordered(register)

    assert register.refused("receipt.gift") == (
        "No goods were handed over with this receipt. Print the receipt itself."
    )


def test_a_store_may_limit_how_many_copies_there_are(shop: Shop) -> None:
    register = at_work(shop, receipt_copies=1)
    sold(register)
    register.do("receipt.print")
    register.do("receipt.print")

    assert register.refused("receipt.print") == (
        "Receipt HOUSTON-1-000001 was printed already, and no more copies are allowed here. "
        "Print a gift receipt instead."
    )
    assert list(shop.printer.printed) == ["HOUSTON-1-000001", "HOUSTON-1-000001-copy"]


def test_every_copy_is_kept_where_there_is_no_limit(register: Register, shop: Shop) -> None:
    sold(register)
    for _ in range(3):
        register.do("receipt.print")

    assert list(shop.printer.printed)[1:] == ["HOUSTON-1-000001-copy", "HOUSTON-1-000001-copy-2"]


def test_an_overridden_deposit_is_explained_to_the_store_alone(register: Register, shop: Shop) -> None:
    ordered(register, override="50.00")

    register.do("receipt.print")
    register.do("receipt.print")

    store, first, copy = shop.printer.printed.values()
    assert next(iter(shop.printer.printed)) == "HOUSTON-1-000001-store"
    assert titles_of(store) == ["Store copy", "Houston", "Deposit changed"]
    assert "Approved by manager" in [str(row.text) for row in store if isinstance(row, Text)]
    assert not any("manager" in str(row) for row in (*first, *copy))


def test_a_pickup_says_who_took_the_goods_and_what_is_left(register: Register, shop: Shop) -> None:
    order = ordered(register, pieces="2")
    shop.acknowledge(order)
    register.do("order.pick_up", id=order, quantities={"1": "1"}, collector="Per Moe")
    register.do("tender.cash")
    done = register.do("transaction.conclude")

    register.do("receipt.print")

    rows = shop.printer.printed[str(done.values["receipt_number"])]
    pairs = {str(row.left): str(row.right) for row in rows if isinstance(row, Pair)}
    assert titles_of(rows) == ["Houston", "Pickup receipt"]
    assert (pairs["Handed to"], pairs["Trail shoe"], pairs["Invoice"]) == ("Per Moe", "1", "number follows")
    assert (pairs["Deposit used"], pairs["Paid now"], pairs["Balance of the order"]) == (
        "10.00",
        "90.00",
        "90.00",
    )
    note = next(entry for entry in register.session.journal.entries() if entry.kind == "pickup.collector")
    assert ("Per Moe" in note.text, str(done.values["order"]) in note.text) == (False, True)


def sold(register: Register) -> None:
    register.do("product.add", number="B")
    register.do("tender.cash")
    register.do("transaction.conclude")


def ordered(register: Register, *, override: str = "", pieces: str = "1") -> str:
    """An order of trail shoes to be picked up here: its id."""
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A", quantity=pieces)
    register.do("order.pick_up_all", store="HOUSTON")
    if override:
        register.do("deposit.override", amount=override, reason="Staff", approved_by="manager")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    return str(register.do("transaction.conclude").values["order"])
