"""Lives of orders at two registers and headquarters: any steps, in any order, and what holds after each."""

from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from retail.orders.order import InvoiceKind, OrderState, OrderStatus
from retail.wire.uploads import TransactionDocument
from tests.fixtures.one_process import OneProcess
from tests.rehearsal.people_at_tills import NOW, PINS, RETAILER, People, settings_of
from tests.retail.orders.lives import check_whole

CHOICES = (
    "offline_order_actions", "price_includes_tax", "manual_accept", "advanced_auto_charges", "async_orders",
    "async_cancel",
)  # fmt: skip
SEEDS = st.integers(0, 2**32 - 1)


class LivesOfOrders(RuleBasedStateMachine):
    """Each life begins with settings of its own; `world` goes on until a life failed in it."""

    folder: ClassVar[Path]
    undo: ClassVar[ExitStack]
    world: ClassVar[OneProcess | None] = None
    worlds: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        if self.world is None or not self.is_settled():
            type(self).world = OneProcess(self.folder / str(self.worlds), RETAILER, NOW, self.undo)
            type(self).worlds += 1
            for till in self.here.tills.values():
                till.do("user.sign_in", user="cashier", pin=PINS["cashier"])
                till.do("shift.open", start="100")
        self.people = People(self.here)
        self.cases = self.here.troubles()["cases"]

    @property
    def here(self) -> OneProcess:
        assert self.world is not None
        return self.world

    @initialize(choice=st.fixed_dictionaries({name: st.booleans() for name in CHOICES}), salt=SEEDS)
    def set_up(self, choice: dict[str, Any], salt: int) -> None:
        self.salt, self.steps = salt, 0
        self.here.publish({"stores": [{"store": "HOUSTON", "settings": settings_of(choice)}]})
        for till in self.here.tills.values():
            till.carry("pull")

    @rule(seed=SEEDS)
    def step(self, seed: int) -> None:
        self.steps += 1
        # Hypothesis likes small numbers and the same ones again; what they lead to must differ all the same.
        self.people.do_something(Random(f"{self.salt} {self.steps} {seed}"))

    @invariant()
    def money_and_goods_add_up_on_every_side(self) -> None:
        for _, order in self.known():
            check_whole(order)

    @invariant()
    def what_has_ended_owes_nothing(self) -> None:
        if self.here.troubles()["cases"] > self.cases:
            return  # what contradicted each other is for a person to end
        for name, order in self.known():
            if order.status in (OrderStatus.INVOICED, OrderStatus.CANCELLED):
                gone = [each for each in order.invoices if each.kind is not InvoiceKind.RETURN]
                assert sum(each.total_minor for each in gone) == order.total_minor, name
                assert order.deposit_available_minor == 0, name

    def teardown(self) -> None:
        """Once everything has arrived, both sides agree, and nothing waits for anybody."""
        self.here.settle()
        assert self.is_settled(), (
            self.here.troubles(),
            [till.waiting() for till in self.here.tills.values()],
        )
        for id in self.people.orders:
            for till in self.here.tills.values():
                assert till.order(id) == self.here.order(id), till.name
        self.check_money()
        for till in self.here.tills.values():
            self.people.clear(till)

    def known(self) -> list[tuple[str, OrderState]]:
        """Every order of this life as each side has it now."""
        sides = [("HQ", self.here.order), *((till.name, till.order) for till in self.here.tills.values())]
        found = [(f"{side} {id}", look(id)) for id in self.people.orders for side, look in sides]
        found += [(f"HQ {id}", self.here.sale(id)) for id in self.people.sales]
        return [(name, order) for name, order in found if order is not None]

    def is_settled(self) -> bool:
        troubles = self.here.troubles()
        waiting = sum(till.waiting() for till in self.here.tills.values())
        return (troubles["waiting"], troubles["parked"], waiting) == (0, 0, 0)

    def check_money(self) -> None:
        """What tills took and gave with each document is what headquarters has in the ledger of its order or sale.

        Documents that exchange goods are not asked: what of their money is whose, no tender says.
        """
        made = {*self.people.orders, *self.people.sales}
        for kind, text in self.here.texts():
            document = TransactionDocument.read(text) if kind == "transaction" else None
            if document is None or (about := (document.order or document.act or document).id) not in made:
                continue
            order = self.here.order(about) or self.here.sale(about)
            strange = document.act is not None and any(line.order_line is None for line in document.lines)
            if order is not None and not strange:
                taken = sum(tender.settled_minor for tender in document.tenders)
                kept = sum(each.settled_minor for each in order.payments if each.document == document.id)
                assert kept == taken, (document.id, about)
