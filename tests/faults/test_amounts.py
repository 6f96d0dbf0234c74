"""Amounts of currencies that have no decimals, or three, from what is typed at a register to headquarters' books."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from headquarters.orders.models import Transaction
from pos_app.operations.registry import Refused
from retail.receipt_rows import Item
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.faults.shop_of_two import PIN, RETAILER
from tests.fixtures.one_process import ONLINE, OneProcess

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
WITH_TAX = 1359
"""1235 and a tenth of it, rounded to the unit."""
STORES = {"TOKYO": "JPY", "KUWAIT": "KWD"}
ABROAD: dict[str, Any] = {
    **RETAILER,
    "stores": [
        {"store": store, "settings": settings_values(StoreSettings(store=store, currency=currency))}
        for store, currency in STORES.items()
    ],
    "registers": [{"register": f"{store}-1", "store": store} for store in STORES],
    "products": [{"number": "TEA", "name": "Tea", "price_minor": 1235, "tax_percent": "10"}],
}


@pytest.fixture(scope="module")
def abroad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneProcess]:
    with ExitStack() as undo:
        world = OneProcess(tmp_path_factory.mktemp("abroad") / "world", ABROAD, NOW, undo)
        for till in world.tills.values():
            till.line.mode = ONLINE
            till.do("user.sign_in", user="cashier", pin=PIN)
            till.do("shift.open")
        yield world


@pytest.mark.parametrize(
    ("store", "typed", "too_fine", "tendered", "shown"),
    [("TOKYO", "5.000", "5000.5", 5000, "1235"), ("KUWAIT", "5.000", "5.0005", 5000, "1.235")],
)
def test_77_what_is_typed_paid_printed_and_booked_has_the_decimals_of_its_currency(
    abroad: OneProcess, store: str, typed: str, too_fine: str, tendered: int, shown: str
) -> None:
    till = abroad.tills[f"{store}-1"]
    till.do("product.add", number="TEA")

    refused = till.ask("tender.cash", {"amount": too_fine})
    assert isinstance(refused, Refused)
    till.do("tender.cash", amount=typed)
    made = str(till.do("transaction.conclude").values["transaction"])
    till.do("receipt.print")
    abroad.settle()

    text = till.session.journal.transaction_text(made)
    assert (text is not None, [each for _, each in abroad.texts()].count(str(text))) == (True, 1)
    [tender] = json.loads(str(text))["tenders"]
    [amount] = [
        str(row.amount) for rows in till.printer.printed.values() for row in rows if isinstance(row, Item)
    ]
    assert amount == shown, "on the receipt as people write it"
    assert (tender["tendered_minor"], tender["settled_minor"]) == (tendered, WITH_TAX)
    with abroad.parts.database.reading() as session:
        booked = session.scalars(select(Transaction).where(Transaction.uuid == made)).one()
        assert (booked.currency, booked.total_minor, booked.paid_minor) == (STORES[store], WITH_TAX, WITH_TAX)
    assert not any(abroad.troubles().values())
