"""What people can do to orders at two registers of one store, and what holds of every order whatever they did."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from headquarters.jobs.service import JOBS
from pos_app.operations.registry import Approval, Done, NeedsApproval
from pos_app.register.figures import cart_figures
from retail.charge_rules import AutoCharge, ChargeCode, ChargeLevel
from retail.orders.delivery import DeliveryKind
from retail.orders.kinds import Balance, CartKind
from retail.orders.order import InvoiceKind, OrderState, OrderStatus
from retail.permissions import rights_of
from retail.settings import PickupStore, StoreSettings
from retail.wire.settings import settings_values
from retail.wire.uploads import TransactionDocument
from tests.fixtures.one_process import DEADLY, LINES, ONLINE, OneProcess, Till
from tests.retail.orders.lives import check_whole

from collections import Counter

TALLY = Counter()
WORDS = Counter()
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
        store="HOUSTON", delivery_modes=("ground", "air"), pickup_stores=(PickupStore("HOUSTON", "Houston"),),
        cancellation_charge_percent=Decimal(10), cancellation_charge_tax_percent=Decimal(25),
        refund_shipping_charges=True, max_shipping_refund_without_approval_minor=50, auto_charges=RULES,
        charge_codes=(ChargeCode("AUTO", tax_percent=Decimal(25), refundable=True), ChargeCode("PACK")),
        deposit_percent=Decimal(10), **choice,
    )  # fmt: skip
    return settings_values(settings)


class LivesOfOrders(RuleBasedStateMachine):
    """Two cashiers and a store room at one store; lines are cut and programs die under their hands."""

    folder: ClassVar[Path]
    undo: ClassVar[ExitStack]
    world: ClassVar[OneProcess | None] = None
    """One for many stories, each with orders of its own; a story that failed leaves a new one to the next."""

    worlds: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        if self.world is None or not self.is_settled():
            type(self).world = OneProcess(self.folder / str(type(self).worlds), RETAILER, NOW, self.undo)
            type(self).worlds += 1
            for till in self.here.tills.values():
                till.do("user.sign_in", user="cashier", pin=PINS["cashier"])
                till.do("shift.open", start="100")
        self.ids: list[str] = []
        self.sales: list[str] = []
        self.cases = self.here.troubles()["cases"]

    @property
    def here(self) -> OneProcess:
        assert self.world is not None
        return self.world

    @initialize(
        choice=st.fixed_dictionaries(
            {
                "offline_order_actions": st.sampled_from([True, True, False]),
                "price_includes_tax": st.booleans(),
                "manual_accept": st.booleans(),
                "advanced_auto_charges": st.booleans(),
                "async_orders": st.booleans(),
                "async_cancel": st.booleans(),
            }
        )
    )
    def set_up(self, choice: dict[str, Any]) -> None:
        stores = [{"store": "HOUSTON", "settings": settings_of(choice)}]
        self.here.publish({"stores": stores})
        for till in self.here.tills.values():
            till.carry("pull")

    tills = st.sampled_from([each["register"] for each in RETAILER["registers"]])

    @rule(
        name=tills, who=st.sampled_from([ANNA, ANNA, FIRM]), data=st.data(),
        how=st.sampled_from(["pick up", "pick up", "ship", "ship", "both", "carry out"]),
        kind=st.sampled_from(["order", "order", "order", "quote"]),
    )  # fmt: skip
    def make(self, name: str, who: str, data: st.DataObject, how: str, kind: str) -> None:
        """Make an order, a quote, or a plain sale."""
        till = self.free(name)
        self.ask(till, "customer.set", id=who)
        for _ in range(data.draw(st.integers(2 if how == "both" else 1, 3))):
            self.add(till, data)
        if how in ("pick up", "both"):
            self.ask(till, "order.pick_up_all", type=kind)
        if how == "both":
            self.ask(till, "order.ship_selected", lines=[1], type=kind)
        if how == "ship":
            charge = data.draw(st.sampled_from(["0", "4.99"]))
            self.ask(till, "order.ship_all", charge=charge, type=kind) or self.ask(
                till, "order.ship_all", type=kind
            )
        self.change(till, data)
        self.conclude(till, data)

    @precondition(lambda self: self.ids or self.sales)
    @rule(
        name=tills, data=st.data(),
        what=st.sampled_from(["edit", "pick up", "pick up", "fulfil", "fulfil", "cancel", "convert", "return", "return"]),
    )  # fmt: skip
    def act(self, name: str, data: st.DataObject, what: str) -> None:
        """Do something to an order or a sale that was made, or that somebody began to make."""
        till = self.free(name)
        if what == "return" and self.sales and (not self.ids or data.draw(st.booleans())):
            self.take_back_of_a_sale(till, data)
            return
        if not self.ids:
            return
        id = data.draw(st.sampled_from(self.ids))
        acts: dict[str, Callable[[Till, str, st.DataObject], bool]] = {
            "edit": self.edit, "pick up": self.pick_up, "fulfil": self.fulfil, "cancel": self.cancel,
            "convert": lambda till, id, data: self.ask(till, "order.convert", id=id), "return": self.take_back,
        }  # fmt: skip
        if acts[what](till, id, data):
            self.conclude(till, data)

    @rule(
        name=tills,
        what=st.sampled_from(
            ["push", "pull", "sync", "jobs", "core", "carrier", "soon", *LINES, ONLINE, "settle"]
        ),
    )
    def happen(self, name: str, what: str) -> None:
        """Something goes wrong, or its way, behind the counter."""
        till = self.here.tills[name]
        if what in LINES:
            till.line.mode = what
        elif what == "jobs":
            for job in JOBS:
                self.here.job(job)
        elif what == "core":
            till.open()
        elif what == "soon":  # the register dies over its next question to headquarters, which does its work
            till.line.mode = DEADLY
        elif what == "carrier":  # so does the carrier
            till.line.mode = DEADLY
            till.carry("sync")
            till.line.mode = ONLINE
        elif what == "settle":
            self.settle()
        else:
            till.carry(what)

    # What is done to an order: whether it opened something that is to be concluded.

    def edit(self, till: Till, id: str, data: st.DataObject) -> bool:
        if not self.ask(till, "order.edit", id=id):
            return False
        for _ in range(data.draw(st.integers(0, 3))):
            self.change(till, data)
        return True

    def pick_up(self, till: Till, id: str, data: st.DataObject) -> bool:
        some = self.some_lines(till, id, data, lambda line: line.open_thousandths)
        if not self.ask(till, "order.pick_up", id=id, **({"quantities": some} if some else {})):
            return False
        if data.draw(st.booleans()):
            self.ask(till, "deposit.use", amount=data.draw(st.sampled_from(["0", "0.50", "3"])))
        return True

    def fulfil(self, till: Till, id: str, data: st.DataObject) -> bool:
        some = self.some_lines(till, id, data, lambda line: line.outstanding_thousandths)
        step = data.draw(st.sampled_from(["accept", "reject", "pick", "pack", "ship", "ship", "ship"]))
        whole = {"lines": [int(each) for each in some]}
        self.ask(
            till,
            f"fulfilment.{step}",
            id=id,
            **(whole if step in ("accept", "reject") else {"quantities": some}),
        )
        return False

    def cancel(self, till: Till, id: str, data: st.DataObject) -> bool:
        charge = data.draw(st.sampled_from([None, "0", "5"]))
        return self.ask(
            till, "order.cancel", id=id, reason=REASON, **({} if charge is None else {"charge": charge})
        )

    def take_back(self, till: Till, id: str, data: st.DataObject) -> bool:
        some = self.some_lines(
            till, id, data, lambda line: line.invoiced_thousandths - line.returned_thousandths
        )
        items = [
            {"line": int(line), "quantity": quantity, "reason": REASON} for line, quantity in some.items()
        ]
        shipping = data.draw(st.sampled_from(["0", "0", "1"]))
        if not self.ask(till, "order.return", id=id, items=items, shipping=shipping):
            return False
        if data.draw(st.booleans()):
            self.change(till, data)
        return True

    def take_back_of_a_sale(self, till: Till, data: st.DataObject) -> None:
        """Take goods back by their receipt, or without one."""
        line, quantity = data.draw(st.integers(1, 3)), data.draw(st.sampled_from(["1", "0.5", "2"]))
        items = [{"line": line, "quantity": quantity, "reason": REASON}]
        if data.draw(st.booleans()):
            self.ask(till, "sale.return", id=data.draw(st.sampled_from(self.sales)), items=items)
        else:
            self.ask(till, "product.return", number="SOCK", quantity="2", reason=REASON)
        self.change(till, data)
        self.conclude(till, data)

    # What they do it with.

    def ask(self, till: Till, operation: str, **params: object) -> bool:
        """Ask for an operation, with the manager where one is needed; whether it was done."""
        outcome = till.ask(operation, **params)
        if isinstance(outcome, NeedsApproval):
            outcome = till.ask(operation, MANAGER, **params)
        TALLY[operation, type(outcome).__name__] += 1
        if not isinstance(outcome, Done | None):
            WORDS[operation, getattr(getattr(outcome, "message", None), "template", "")[:90]] += 1
        return isinstance(outcome, Done)

    def free(self, name: str) -> Till:
        """The register with nothing open on it."""
        till = self.here.tills[name]
        for tender in self.figures(till)["tenders"]:
            self.ask(till, "tender.void", number=tender["number"])
        if till.session.cart is not None:
            self.ask(till, "transaction.void", reason=REASON)
        return till

    def figures(self, till: Till) -> dict[str, Any]:
        settings = till.session.settings
        assert settings is not None
        return cart_figures(till.session, settings)

    def add(self, till: Till, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(["SHOE", "SOCK", "CENT"]))
        self.ask(
            till, "product.add", number=number, quantity=data.draw(st.sampled_from(["1", "2", "3", "1.5"]))
        )

    def change(self, till: Till, data: st.DataObject) -> None:
        """One change to the open cart, as the cashier likes."""
        lines = [line["number"] for line in self.figures(till)["lines"] if not line["voided"]]
        what = data.draw(
            st.sampled_from(
                ["nothing", "add", "quantity", "void", "ship", "pick up", "carry out", "discount", "price",
                 "whole", "charge", "deposit", "in full", "recalculate", "undo", "back"]
            )
        )  # fmt: skip
        if what == "add" or not lines:
            self.add(till, data)
            return
        line = data.draw(st.sampled_from(lines))
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

    def conclude(self, till: Till, data: st.DataObject) -> None:
        """Pay or give back what is due and conclude; or leave it as it stands there."""
        way = data.draw(st.sampled_from(["cash", "cash", "card", "leave"]))
        cart = till.session.cart
        if cart is None or way == "leave":
            return
        due = self.figures(till)["due_minor"]
        if due > 0:
            self.ask(till, f"tender.{way}")
        if due < 0:
            self.ask(till, f"tender.refund_{way}")
        if self.figures(till)["balance_minor"] > 0:
            at_pickup = self.ask(till, "order.balance", arrangement=Balance.PAY_AT_PICKUP.value)
            if not at_pickup or data.draw(st.booleans()):
                self.ask(till, "order.balance", arrangement=Balance.CARD_ON_FILE.value)
        if cart.terms is not None and cart.order_id not in self.ids:
            self.ids.append(cart.order_id)
        if self.ask(till, "transaction.conclude") and cart.terms is None and cart.act is None:
            self.sales.append(cart.id)

    def some_lines(self, till: Till, id: str, data: st.DataObject, left: Any) -> dict[str, str]:
        """Some of the lines with something left, with how much of each."""
        order = till.order(id)
        open_lines = [] if order is None else [line for line in order.lines if left(line) > 0]
        if not open_lines:
            return {}
        chosen = data.draw(
            st.lists(st.sampled_from(open_lines), min_size=1, unique_by=lambda line: line.number)
        )
        most = data.draw(st.booleans())
        return {
            str(line.number): str(Decimal(left(line) if most else min(left(line), 500)) / 1000)
            for line in chosen
        }

    # What holds.

    def known(self) -> list[tuple[str, OrderState]]:
        """Every order of this story as each side has it now."""
        sides = [("HQ", self.here.order), *((till.name, till.order) for till in self.here.tills.values())]
        found = [(f"{side} {id}", look(id)) for id in self.ids for side, look in sides]
        found += [(f"HQ {id}", self.here.sale(id)) for id in self.sales]
        return [(name, order) for name, order in found if order is not None]

    @invariant()
    def money_and_goods_add_up_on_every_side(self) -> None:
        for _, order in self.known():
            check_whole(order)

    @invariant()
    def what_has_ended_owes_nothing(self) -> None:
        if self.here.troubles()["cases"] > self.cases:
            return
        for name, order in self.known():
            if order.status in (OrderStatus.INVOICED, OrderStatus.CANCELLED):
                gone = [each for each in order.invoices if each.kind is not InvoiceKind.RETURN]
                assert sum(each.total_minor for each in gone) == order.total_minor, name
                assert order.deposit_available_minor == 0, name

    def is_settled(self) -> bool:
        """Nothing waits anywhere."""
        troubles = self.here.troubles()
        waiting = sum(till.waiting() for till in self.here.tills.values())
        return (troubles["waiting"], troubles["parked"], waiting) == (0, 0, 0)

    def settle(self) -> None:
        self.here.settle()
        assert self.is_settled(), (
            self.here.troubles(),
            [till.waiting() for till in self.here.tills.values()],
        )
        for id in self.ids:
            theirs = self.here.order(id)
            for till in self.here.tills.values():
                ours = till.order(id)
                assert ours == theirs, till.name
        self.money_is_where_it_was_taken()

    def money_is_where_it_was_taken(self) -> None:
        """What tills took and gave for an order is what headquarters has in its ledger."""
        taken: dict[str, int] = defaultdict(int)
        for kind, text in self.here.texts():
            if kind == "transaction":
                document = TransactionDocument.read(text)
                about = document.order or document.act or document
                taken[about.id] += sum(tender.settled_minor for tender in document.tenders)
        for id in [*self.ids, *self.sales]:
            order = self.here.order(id) or self.here.sale(id)
            if order is not None:
                paid = sum(each.settled_minor for each in order.payments if each.type != Balance.CARD_ON_FILE)
                assert paid == taken[id], id

    def teardown(self) -> None:
        self.settle()
        for till in self.here.tills.values():
            self.free(till.name)
