"""One scenario being played: who is where, what has been named, and what the register answers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rehearsal.children import ChildFailed
from rehearsal.scenario import Scenario
from rehearsal.spreading import Line
from rehearsal.stage import NotShown, Register, Stage


class StepFailed(Exception):
    """A step did not do what it must; the text says what was seen instead."""


class NotBuilt(StepFailed):
    """A step needs a part of Kassa that does not exist yet."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not built yet: {what}")


class Play:
    """The state of one run through a scenario, for the steps to act on."""

    def __init__(self, stage: Stage, scenario: Scenario) -> None:
        self.stage = stage
        self.register: Register = next(iter(stage.registers.values()))
        self.shop = scenario.shop
        self._scenario = scenario
        self._customers = {name: each.id for name, each in scenario.shop.customers.items()}
        self._orders: dict[str, str] = {}
        self._suspended: dict[str, str] = {}
        self._receipts: dict[str, str] = {}
        self._concluded: dict[str, Mapping[str, Any]] = {}
        self.recalled = self.invoice = ""
        self.is_sale = False
        self._operations: frozenset[str] | None = None

    @property
    def today(self) -> date:
        return self.stage.clock.now().date()

    def has(self, operation: str) -> bool:
        """Whether the register's registry holds this operation."""
        if self._operations is None:
            self._operations = frozenset(self.register.view("operations")["operations"])
        return operation in self._operations

    def begin(self) -> None:
        """Sign the cashier in everywhere, with an open shift except where a step of the file opens it."""
        opened_by_step = self._registers_that_open_a_shift()
        for register in self.stage.registers.values():
            self.register = register
            cashier = self.shop.staff["cashier"]
            self._must("user.sign_in", {"user": cashier.user, "pin": cashier.pin})
            if register.name not in opened_by_step:
                self._must("shift.open", {"start": "0"})
        self.register = next(iter(self.stage.registers.values()))

    def customer(self, name: str) -> str:
        """The identity of the customer that the file calls `name`.

        A store that keeps its customers at headquarters has them looked up there, as a cashier would.
        """
        if name not in self._customers:
            raise StepFailed(f"the customer '{name}' was never made")
        id = self._customers[name]
        if self.shop.settings.filter_shared_customer_data and not self._knows(id):
            self._knows(id, "looked_up")
        return id

    def _knows(self, id: str, view: str = "customer") -> bool:
        try:
            self.register.view(view, id=id)
        except NotShown:
            return False
        return True

    def name_customer(self, name: str, id: str) -> None:
        self._customers[name] = id

    def suspended(self, name: str) -> str:
        """The identity of the sale that the file set aside as `name`."""
        if name not in self._suspended:
            raise StepFailed(f"no sale was suspended as '{name}'")
        return self._suspended[name]

    def name_suspended(self, name: str, id: str) -> None:
        self._suspended[name] = id

    def order(self, name: str) -> str:
        """The identity of the order that the file calls `name`."""
        if name not in self._orders:
            raise StepFailed(f"the order '{name}' was never made")
        return self._orders[name]

    @property
    def orders(self) -> Iterable[str]:
        """The identities of all orders named so far."""
        return self._orders.values()

    def concluded(self, values: Mapping[str, Any]) -> None:
        """Remember what was concluded last on this register: its order, its transaction, its receipt."""
        self._concluded[self.register.name] = values

    def receipt(self, name: str) -> str:
        """The number on the receipt that the file calls `name`."""
        if name not in self._receipts:
            raise StepFailed(f"the receipt '{name}' was never printed")
        return self._receipts[name]

    def name_receipt(self, name: str) -> str:
        """Give a name to the receipt just made on this register, and to the plain sale it is of."""
        values = self._concluded.get(self.register.name, {})
        if "receipt_number" not in values:
            raise StepFailed("nothing was concluded on this register yet")
        self._receipts[name] = str(values["receipt_number"])
        self._orders[name] = str(values.get("order") or values["transaction"])
        return self._receipts[name]

    def find(self, found: Sequence[Mapping[str, str]]) -> None:
        """What a number stands on is what comes back from now on: the first, where there are several."""
        self.recalled, self.invoice = found[0]["id"], found[0]["invoice"]
        self.is_sale = found[0]["kind"] == "sale"

    def name_order(self, name: str) -> str:
        """Give a name to the order just concluded on this register."""
        order = self._concluded.get(self.register.name, {}).get("order")
        if order is None:
            raise StepFailed("the transaction concluded last on this register made no order")
        self._orders[name] = order
        shown = self.register.view("order", id=order)
        return str(shown.get("confirmation_number", ""))

    def order_lines(self, order: str) -> list[Line]:
        """The lines of an order as this register sees them, else headquarters; of no order, none."""
        if not order:
            return []
        try:
            shown: dict[str, Any] | None = self.register.view("order", id=order)
        except NotShown:
            shown = self.stage.office.order(order)
        return [] if shown is None else list(shown["lines"])

    def address(self, purpose: str) -> str:
        """The identity of the address of this purpose of the customer on the cart."""
        customer = self.register.view("cart").get("customer")
        if customer:
            for each in self.register.view("customer", id=str(customer))["addresses"]:
                if each["purpose"] == purpose:
                    return str(each["id"])
        return purpose

    def line_number(self, product: str) -> int:
        """The newest line of this product: one that is not void where there is one."""
        lines = self.register.view("cart")["lines"]
        of_product = [line for line in lines if line["product"] == product]
        active = [line for line in of_product if not line["voided"]]
        found = active or of_product
        return int(found[-1]["number"]) if found else len(lines) + 1

    def line_numbers(self, products: Iterable[str]) -> list[int]:
        """Every line of these products that is not void."""
        lines = self.register.view("cart")["lines"]
        numbers = []
        for product in products:
            active = [line["number"] for line in lines if line["product"] == product and not line["voided"]]
            numbers += active or [len(lines) + 1]
        return numbers

    def _must(self, operation: str, params: dict[str, Any]) -> None:
        answer = self.register.do(operation, params)
        if answer.get("outcome") != "done":
            raise ChildFailed(f"{self.register.name} answered {operation} with {answer}")

    def _registers_that_open_a_shift(self) -> set[str]:
        at, found = next(iter(self.stage.registers)), set()
        for step in self._scenario.steps:
            if step.name == "register":
                at = step.value
            elif step.name == "shift" and "open" in step.value and not step.refused:
                found.add(at)
        return found
