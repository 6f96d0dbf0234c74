"""People at two tills of one store, who do to orders and sales whatever comes to their minds, and what befalls them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import note

from headquarters.jobs.service import JOBS
from pos_app.operations.registry import Approval, Done, NeedsApproval
from pos_app.register.figures import cart_figures, order_figures
from retail.charge_rules import AutoCharge, ChargeCode, ChargeLevel
from retail.orders.kinds import Balance
from retail.orders.order import OrderLine
from retail.permissions import rights_of
from retail.settings import FulfilmentPlace, StoreSettings
from retail.wire.settings import settings_values
from tests.fixtures.one_process import DEADLY, LINES, ONLINE, OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ANNA, FIRM = "01900000-0000-7000-8000-00000000a00a", "01900000-0000-7000-8000-00000000b00b"
PINS = {"cashier": "270431", "manager": "271548"}
REASON = "Other"
RETAILER: dict[str, Any] = {
    "tenant": "story",
    "stores": [{"store": "HOUSTON", "name": "Houston"}],
    "registers": [{"register": name, "store": "HOUSTON"} for name in ("HOUSTON-1", "HOUSTON-2")],
    "products": [
        {"number": "SHOE", "name": "Trail shoe", "price_minor": 9999, "tax_percent": "25"},
        {"number": "SOCK", "name": "Merino sock", "price_minor": 333, "tax_percent": "8"},
        {"number": "CENT", "name": "Screw", "price_minor": 1, "line_charge_minor": 101},
    ],
    "promotions": [{"id": "P1", "name": "Week", "kind": "percent", "products": ["SOCK"], "percent": "33.3"}],
    "customers": [
        {
            "id": ANNA,
            "name": "Anna Berg",
            "addresses": [{"id": "home", "line1": "Storgt 1", "city": "Bergen"}],
        },
        {"id": FIRM, "name": "Berg Bygg", "business": True, "addresses": [{"id": "yard", "city": "Voss"}]},
    ],
    "staff": [
        {"user": role, "name": role.title(), "role": role, "pin": pin, "rights": sorted(rights_of(role, {}))}
        for role, pin in PINS.items()
    ],
}
RULES = (
    AutoCharge(ChargeLevel.HEADER, "AUTO", percent=Decimal("7.5"), prorate=True),
    AutoCharge(ChargeLevel.LINE, "PACK", amount_minor=101, mode="pickup"),
)
MANAGER = Approval("manager", PINS["manager"])


def settings_of(choice: Mapping[str, Any]) -> dict[str, Any]:
    """The store's settings, with what a story chose of them."""
    settings = StoreSettings(
        store="HOUSTON", delivery_modes=("ground", "air"), fulfilment_group=(FulfilmentPlace("HOUSTON", "Houston"),),
        cancellation_charge_percent=Decimal(10), cancellation_charge_tax_percent=Decimal(25),
        refund_shipping_charges=True, max_shipping_refund_without_approval_minor=50, auto_charges=RULES,
        charge_codes=(ChargeCode("AUTO", tax_percent=Decimal(25), refundable=True), ChargeCode("PACK")),
        deposit_percent=Decimal(10), **choice,
    )  # fmt: skip
    return settings_values(settings)


CHANGES = (
    "nothing", "add", "quantity", "void", "ship", "pick up", "carry out", "discount", "price", "whole", "charge",
    "deposit", "in full", "recalculate", "undo", "back",
)  # fmt: skip
BEFALLS = ("push", "pull", "sync", "jobs", "core", "carrier", "soon", *LINES, ONLINE, ONLINE, "arrive")


class People:
    """What is done at the tills of a store; `orders` and `sales` are the ids of what they began to make."""

    def __init__(self, world: OneProcess) -> None:
        self.world = world
        self.orders: list[str] = []
        self.sales: list[str] = []

    def do_something(self, chance: Random) -> None:
        """Make an order or a sale, do something to one, or have something befall a till."""
        till = chance.choice(list(self.world.tills.values()))
        made = [*self.orders, *self.sales]
        what = chance.choices([self.make, self.act, self.befall], [1, 5 if made else 0, 3])[0]
        what(till, chance)

    def make(self, till: Till, chance: Random) -> None:
        """Make an order, a quote, or a plain sale."""
        self.clear(till)
        self.ask(till, "customer.set", id=chance.choice([ANNA, ANNA, FIRM]))
        for _ in range(chance.randint(1, 3)):
            self.add(till, chance)
        kind, how = (
            chance.choice(["order"] * 4 + ["quote"]),
            chance.choice(["fetch", "fetch", "ship", "ship", "carry"]),
        )
        if how == "fetch":
            self.ask(till, "order.pick_up_all", type=kind)
        if how == "ship":
            charge = (
                {} if self.settings(till).advanced_auto_charges else {"charge": chance.choice(["0", "4.99"])}
            )
            self.ask(till, "order.ship_all", type=kind, **charge)
        for _ in range(chance.randint(0, 2)):
            self.change(till, chance)
        self.conclude(till, chance)

    def act(self, till: Till, chance: Random) -> None:
        """Do something to an order or a sale that was made, most often what the register says can be done."""
        self.clear(till)
        id = chance.choice([*self.orders, *self.sales])
        if id in self.sales:
            opened = self.take_back_sale(till, id, chance)
        else:
            acts: dict[str, Callable[[Till, str, Random], bool]] = {
                "edit": self.edit, "pick_up": self.pick_up, "fulfil": self.fulfil, "return": self.take_back,
                "cancel": self.cancel, "convert": self.convert, "pay": self.pay,
            }  # fmt: skip
            shown = order_figures(till.session, self.settings(till), id)
            can = [each for each in acts if shown is not None and each in shown["can"]]
            if shown is not None and shown["status"] in ("open", "partially_invoiced"):
                can += ["fulfil"]
            opened = acts[chance.choice([*can * 5, *acts])](till, id, chance)
        if opened:
            self.conclude(till, chance)

    def befall(self, till: Till, chance: Random) -> None:
        """Something goes wrong, or its way, behind the counter."""
        what = chance.choice(BEFALLS)
        note(f"{till.name}: {what}")
        if what in LINES:
            till.line.mode = what
        elif what == "jobs":
            for job in JOBS:
                self.world.job(job)
        elif what == "core":
            till.open()
        elif what == "soon":  # the register dies over its next question to headquarters, which does its work
            till.line.mode = DEADLY
        elif what == "carrier":  # so does the carrier
            till.line.mode = DEADLY
            till.carry("sync")
            till.line.mode = ONLINE
        elif what == "arrive":
            self.world.settle()
        else:
            till.carry(what)

    # What is done to an order: whether it opened something that is to be concluded.

    def edit(self, till: Till, id: str, chance: Random) -> bool:
        opened = self.ask(till, "order.edit", id=id)
        for _ in range(chance.randint(0, 3) if opened else 0):
            self.change(till, chance)
        return opened

    def convert(self, till: Till, id: str, chance: Random) -> bool:
        return self.ask(till, "order.convert", id=id)

    def pick_up(self, till: Till, id: str, chance: Random) -> bool:
        some = self.some_lines(till, id, chance, lambda line: line.open_thousandths)
        opened = self.ask(till, "order.pick_up", id=id, **({"quantities": some} if some else {}))
        if opened and chance.random() < 1 / 2:
            self.ask(till, "deposit.use", amount=chance.choice(["0", "0.50", "3"]))
        return opened

    def fulfil(self, till: Till, id: str, chance: Random) -> bool:
        some = self.some_lines(till, id, chance, lambda line: line.outstanding_thousandths)
        steps = ["accept", "reject", "pick", "pack", "unpick", "unpack", "ready", "ship", "ship"]
        for step in chance.sample(steps, 3):
            lines = {"lines": [*map(int, some)]} if step in ("accept", "reject") else {"quantities": some}
            if self.ask(till, f"fulfilment.{step}", id=id, **lines):
                break
        return False

    def cancel(self, till: Till, id: str, chance: Random) -> bool:
        charge = chance.choice([{}, {"charge": "0"}, {"charge": "5"}])
        return self.ask(till, "order.cancel", id=id, reason=REASON, **charge)

    def pay(self, till: Till, id: str, chance: Random) -> bool:
        """Pay more of an order, all of it or something; too much is refused."""
        return self.ask(till, "order.pay", id=id, **chance.choice([{}, {"amount": "1.50"}, {"amount": "20"}]))

    def take_back(self, till: Till, id: str, chance: Random) -> bool:
        some = self.some_lines(
            till, id, chance, lambda line: line.invoiced_thousandths - line.returned_thousandths
        )
        items = [
            {"line": int(line), "quantity": quantity, "reason": REASON} for line, quantity in some.items()
        ]
        opened = self.ask(till, "order.return", id=id, items=items, shipping=chance.choice(["0", "0", "1"]))
        if opened and chance.random() < 1 / 2:
            self.change(till, chance)
        return opened

    def take_back_sale(self, till: Till, id: str, chance: Random) -> bool:
        """Take goods back by their receipt, or without one."""
        items = [{"line": 1, "quantity": chance.choice(["1", "0.5"]), "reason": REASON}]
        if chance.random() < 1 / 3:
            return self.ask(till, "product.return", number="SOCK", quantity="2", reason=REASON)
        opened = self.ask(till, "sale.return", id=id, items=items)
        if opened and chance.random() < 1 / 2:
            self.change(till, chance)
        return opened

    # What they do it with.

    def ask(self, till: Till, operation: str, **params: object) -> bool:
        """Ask for an operation, with the manager where one is needed; whether it was done."""
        outcome = till.ask(operation, params)
        if isinstance(outcome, NeedsApproval):
            outcome = till.ask(operation, params, MANAGER)
        note(f"{till.name} ({till.line.mode}): {operation} {params}: {outcome}")
        return isinstance(outcome, Done)

    def clear(self, till: Till) -> None:
        """Put away what is open on a till."""
        for tender in self.figures(till)["tenders"]:
            self.ask(till, "tender.void", number=tender["number"])
        if till.session.cart is not None:
            self.ask(till, "transaction.void", reason=REASON)

    def settings(self, till: Till) -> StoreSettings:
        settings = till.session.settings
        assert settings is not None
        return settings

    def figures(self, till: Till) -> dict[str, Any]:
        return cart_figures(till.session, self.settings(till))

    def add(self, till: Till, chance: Random) -> None:
        number, quantity = chance.choice(["SHOE", "SOCK", "CENT"]), chance.choice(["1", "2", "3", "1.5"])
        self.ask(till, "product.add", number=number, quantity=quantity)

    def change(self, till: Till, chance: Random) -> None:
        """One change to the open cart, as the cashier likes."""
        lines = [line["number"] for line in self.figures(till)["lines"] if not line["voided"]]
        what = chance.choice(CHANGES)
        if what == "add" or not lines:
            self.add(till, chance)
            return
        line = chance.choice(lines)
        asked: dict[str, tuple[str, dict[str, object]]] = {
            "quantity": ("line.quantity", {"line": line, "quantity": "2"}),
            "void": ("line.void", {"line": line}),
            "ship": ("order.ship_selected", {"lines": [line], "mode": "air"}),
            "pick up": ("order.pick_up_selected", {"lines": [line]}),
            "carry out": ("order.carry_out_selected", {"lines": [line]}),
            "discount": ("line.discount_percent", {"line": line, "percent": "12.5", "reason": REASON}),
            "price": ("line.price_override", {"line": line, "price": "0.99", "reason": REASON}),
            "whole": ("sale.discount_amount", {"amount": "0.77", "reason": REASON}),
            "charge": ("charge.add_header", {"amount": "2.50"}),
            "deposit": ("deposit.override", {"amount": "1.23", "reason": REASON}),
            "in full": ("deposit.pay_in_full", {}),
            "recalculate": ("cart.recalculate", {"sure": True}),
            "undo": ("cart.undo", {}),
            "back": ("product.return", {"number": "SHOE", "quantity": "1", "reason": REASON}),
        }
        if what in asked:
            operation, params = asked[what]
            self.ask(till, operation, **params)

    def conclude(self, till: Till, chance: Random) -> None:
        """Settle what is due and conclude; or leave it as it stands there."""
        cart = till.session.cart
        if cart is None or chance.random() < 1 / 8:
            return
        way = chance.choice(["cash", "cash", "card"])
        self.settle(till, way)
        if cart.terms is not None and self.figures(till)["balance_minor"] > 0:
            ways = [Balance.PAY_AT_PICKUP.value, Balance.CARD_ON_FILE.value]
            if not any(self.ask(till, "order.balance", arrangement=each) for each in ways):
                self.ask(till, "deposit.pay_in_full")
                self.settle(till, way)
        if cart.terms is not None and cart.order_id not in self.orders:
            self.orders.append(cart.order_id)
        if self.ask(till, "transaction.conclude") and cart.terms is None and cart.act is None:
            self.sales.append(cart.id)

    def settle(self, till: Till, way: str) -> None:
        due = self.figures(till)["due_minor"]
        if due > 0:
            self.ask(till, f"tender.{way}")
        if due < 0:
            self.ask(till, f"tender.refund_{way}")

    def some_lines(
        self, till: Till, id: str, chance: Random, left: Callable[[OrderLine], int]
    ) -> dict[str, str]:
        """Some of the lines with something left, with how much of each."""
        order = till.order(id)
        lines = [] if order is None else [line for line in order.lines if left(line) > 0]
        chosen = chance.sample(lines, chance.randint(1, len(lines))) if lines else []
        whole = chance.random() < 1 / 2
        return {
            str(line.number): str(Decimal(left(line) if whole else min(left(line), 500)) / 1000)
            for line in chosen
        }
