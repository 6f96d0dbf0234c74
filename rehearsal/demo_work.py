"""What a register of the demo does: sales, orders and all that follows, through its own operations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from channel_db.device import read_device
from rehearsal.children import ChildFailed
from rehearsal.demo_shop import DemoStaff
from rehearsal.network import LineMode
from rehearsal.shop import fixed_id
from rehearsal.stage import Register, Stage
from retail.clock import ReadClock
from retail.wire.base import fingerprint
from retail.wire.uploads import TransactionDocument
from sync_agent.hq_client import HqClient
from sync_agent.line import fresh_nonce
from sync_agent.proving import Owner

TENT, PEGS, TARP, BAG = "10001", "10006", "10009", "10011"
STEP = timedelta(seconds=20)
PICK_UP, SHIP = "order.pick_up_all", "order.ship_all"
IN_FULL = "in full"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A document as it is not in any outbox."""

    uuid: str
    kind: str
    text: str
    fingerprint: str


class Till:
    """Somebody at a register; what they ask must be done."""

    def __init__(self, stage: Stage, name: str, who: DemoStaff) -> None:
        self._register: Register = stage.registers[name]
        self._stage = stage
        self.do("user.sign_in", user=who.user, pin=who.pin)
        self.do("shift.open", start="100")

    def do(self, operation: str, **params: Any) -> Mapping[str, Any]:
        """One operation.

        Raises:
            ChildFailed: the register did not do it; in its words.
        """
        answer = self._register.do(operation, params)
        if answer.get("outcome") != "done":
            raise ChildFailed(f"{self._register.name} answered {operation} with {answer}")
        self._stage.clock.move(STEP)
        values: Mapping[str, Any] = answer.get("values") or {}
        return values

    def cut_off(self) -> None:
        """From now on there is no headquarters for it."""
        self._register.line.mode = LineMode.OFFLINE

    def carry(self, step: str = "sync") -> None:
        """Let its agent work, with a line.

        Raises:
            ChildFailed: headquarters was not reached.
        """
        self._register.line.mode = LineMode.ONLINE
        done = self._register.carry(step)
        if not done.get("reached"):
            raise ChildFailed(f"{self._register.name} could not {step}: {done}")

    def send_damaged(self) -> None:
        """Send its first transaction once more, as a damaged disk has it: under its id, with another content."""
        device = read_device(self._register.folder)
        clock = ReadClock(self._stage.clock.now)
        client = HqClient(device, clock, fresh_nonce, prover=Owner(self._register.folder, device, clock))
        [text] = client.transactions(1, 1).texts
        sent = TransactionDocument.read(text)
        text = text.replace(sent.receipt_number, f"{sent.receipt_number[:-1]}?")
        client.upload([Damaged(sent.id, sent.kind, text, fingerprint(text))])

    def sell(self, *goods: str, tender: str = "tender.cash") -> None:
        """A plain sale."""
        self._scan(goods)
        self.do(tender)
        self.do("transaction.conclude")

    def order(
        self,
        customer: str,
        *goods: str,
        by: str = PICK_UP,
        balance: str = "pay_at_pickup",
        charge: str = "",
        **how: Any,
    ) -> str:
        """An order of these goods with its deposit; gives back its id. Without a customer for who is on the cart.

        `charge` is asked instead of what shipping would cost.
        """
        if customer:
            self.do("customer.set", id=customer_called(customer))
        self._scan(goods)
        self.do(by, **how)
        if charge:
            self.do("charge.change", amount=charge, reason="Regular customer")
        if balance == IN_FULL:
            self.do("deposit.pay_in_full")
        self.do("tender.cash")
        if balance != IN_FULL:
            self.do("order.balance", arrangement=balance)
        return str(self.do("transaction.conclude")["order"])

    def quote(self, customer: str, *goods: str) -> None:
        """A quote that holds for some days."""
        self.do("customer.set", id=customer_called(customer))
        self._scan(goods)
        self.do("quote.create")
        self.do(PICK_UP)
        self.do("transaction.conclude")

    def hand_out(self, order: str, line: int) -> None:
        """Hand out one piece of a line and take the money for it."""
        self.do("order.recall", id=order)
        self.do("order.pick_up", id=order, quantities={str(line): "1"})
        self.do("tender.cash")
        self.do("transaction.conclude")

    def give_back(self, operation: str, order: str, **params: Any) -> None:
        """Cancel an order or take goods of it back, with the money in cash."""
        self.do("order.recall", id=order)
        self.do(operation, id=order, **params)
        self.do("tender.refund_cash")
        self.do("transaction.conclude")

    def fulfil(self, order: str, *steps: str) -> None:
        """Take these steps with the first line of a shipment."""
        for step in steps:
            self.do(f"fulfilment.{step}", id=order, quantities={"1": "1"})

    def _scan(self, goods: Sequence[str]) -> None:
        for number in goods:
            self.do("product.add", number=number)


def customer_called(name: str) -> str:
    """The id of a customer of the demo."""
    return fixed_id("demo-customer", name)
