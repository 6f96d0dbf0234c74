"""A small retailer, and documents as its registers make them: through cart, totals and conversion."""

import json
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from retail.cards import CardOnFile
from retail.cart import Balance, Cart, add_line, change_terms, deliver
from retail.catalog import Product
from retail.clock import ReadClock
from retail.customers import Address, Customer
from retail.ids import TimeOrderedIds
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.order import OrderState
from retail.settings import StoreSettings
from retail.tender import Tender, TenderType
from retail.totals import totals_of
from retail.wire.base import fingerprint
from retail.wire.conversion import Standing, customer_document, transaction_document
from retail.wire.uploads import (
    CustomerDocument,
    Document,
    FulfilmentDocument,
    StepPart,
    TransactionDocument,
)

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ANNA = "01900000-0000-7000-8000-00000000a00a"
APPLE = Product("A", "Apple", 8000, Decimal(0), ("4006381333931",))

RETAILER: dict[str, Any] = {
    "tenant": "test",
    "stores": [{"store": "HOUSTON", "name": "Houston"}, {"store": "SEATTLE", "name": "Seattle"},
               {"store": "BOSTON", "name": "Boston"}],
    "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}, {"register": "HOUSTON-2", "store": "HOUSTON"},
                  {"register": "SEATTLE-1", "store": "SEATTLE"}, {"register": "BOSTON-1", "store": "BOSTON"}],
    "products": [{"number": "A", "name": "Apple", "price_minor": 8000, "tax_percent": "0",
                  "barcodes": ["4006381333931"]}],
    "promotions": [{"id": "P1", "name": "Week", "kind": "percent", "products": ["A"], "percent": "10",
                    "ends": "2026-11-30"}],
    "customers": [{"id": ANNA, "name": "Anna Berg"}],
    "staff": [{"user": "cashier", "name": "Cashier", "role": "cashier", "pin": "123456", "rights": ["edit_order"]}],
    "layouts": [{"name": "sale", "content": {"grids": []}}],
}  # fmt: skip


def sent(
    document: Document,
) -> dict[str, str]:
    """A document as it stands in a batch."""
    text = document.written()
    return {"id": document.id, "kind": document.kind, "fingerprint": fingerprint(text), "text": text}


@dataclass
class PaperRegister:
    """Makes the documents a register would make, with its own numbers."""

    register: str = "HOUSTON-1"
    store: str = "HOUSTON"
    epoch: str = "epoch"
    number: int = 0
    settings: StoreSettings = field(default_factory=lambda: StoreSettings(store="HOUSTON"))
    seed: int = 7

    def __post_init__(self) -> None:
        self.ids = TimeOrderedIds(ReadClock(lambda: NOW), random.Random(self.seed))

    def customer(self, name: str = "Ole Moe", **more: Any) -> CustomerDocument:
        made = Customer(id=self.ids.new(), name=name, **more)
        return customer_document(made, self.register, self.store, "cashier", NOW)

    def sale(self, quantity: int = 1) -> TransactionDocument:
        return self._concluded(self._cart(quantity))

    def order(
        self,
        customer: str = ANNA,
        name: str = "Anna Berg",
        pickup_store: str | None = None,
        carried_out: int = 0,
    ) -> TransactionDocument:
        """One apple to be picked up, and so many carried out now."""
        cart = replace(self._cart(1), customer=Customer(id=customer, name=name))
        pickup = Delivery(DeliveryKind.PICKUP, "pickup", date(2026, 11, 4), store=pickup_store or self.store)
        cart = deliver(cart, [1], pickup, self.settings)
        for _ in range(carried_out):
            cart = add_line(cart, APPLE, self.settings)
        return self._concluded(
            change_terms(cart, lambda terms: replace(terms, balance=Balance.PAY_AT_PICKUP))
        )

    def shipment(self, *cards: CardOnFile) -> TransactionDocument:
        """One apple to be shipped: paid in full, or for 72.00 with these cards after a deposit of 8.00."""
        cart = replace(self._cart(1), customer=Customer(id=ANNA, name="Anna Berg"))
        home = Address("home", line1="Storgt 1", city="Bergen")
        ship = Delivery(DeliveryKind.SHIP, "ground", date(2026, 11, 4), ship_from=self.store, address=home)
        cart = deliver(cart, [1], ship, self.settings)
        if not cards:
            return self._concluded(change_terms(cart, lambda terms: replace(terms, pay_in_full=True)))
        on_file = Balance.CARD_ON_FILE
        return self._concluded(
            change_terms(cart, lambda terms: replace(terms.with_cards(*cards), balance=on_file))
        )

    def _cart(self, quantity: int) -> Cart:
        cart = Cart(id=self.ids.new(), order_id=self.ids.new(), currency="USD")
        return add_line(cart, APPLE, self.settings, quantity * 1000)

    def steps(self, order: OrderState, action: str, *lines: int) -> FulfilmentDocument:
        """One step on these lines of an order, as a whole."""
        return FulfilmentDocument(
            id=self.ids.new(), register_name=self.register, store=self.store, made_by="cashier",
            made_at=NOW.isoformat("T", "milliseconds"), order=order.id,
            confirmation_number=order.confirmation_number, based_on=len(order.acts),
            steps=tuple([StepPart.model_validate({"action": action, "line": line, "quantity_thousandths": None})
                         for line in lines]),
        )  # fmt: skip

    def act(self, cart: Cart) -> TransactionDocument:
        """The transaction of a cart that acts on an order."""
        return self._concluded(replace(cart, id=self.ids.new()))

    def _concluded(self, cart: Cart) -> TransactionDocument:
        due = totals_of(cart, self.settings).due_minor
        if due:
            cart = replace(cart, tenders=(Tender(1, TenderType.CASH, due, 0, 0, due),))
        self.number += 1
        standing = Standing(
            register=self.register, store=self.store, epoch=self.epoch, number=self.number,
            receipt_number=f"{self.register}-{self.number:06d}",
            confirmation_number=f"L-{self.register}-{self.number:05d}",
            shift="01900000-0000-7000-8000-0000000000f0", user="cashier", at=NOW,
        )  # fmt: skip
        return transaction_document(cart, totals_of(cart, self.settings), self.settings, standing)


def as_json(value: Any) -> str:
    return json.dumps(value)


def changed(document: dict[str, str], old: str, new: str) -> dict[str, str]:
    """The same document with other words in it, and the fingerprint that belongs to them."""
    assert old in document["text"]
    text = document["text"].replace(old, new)
    return document | {"text": text, "fingerprint": fingerprint(text)}
