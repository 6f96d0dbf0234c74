"""What is shown of something being done to an order: the cart's frame, and the sheets that begin each act."""

from dataclasses import dataclass, field
from typing import Protocol

from pos_app.preference_views import DetailsView
from pos_app.view_parts import ButtonView, ChoiceView, DaysView, FactView
from retail.quantity import ONE

WORK_SHOWN = 100
"""So many lines of the work list are shown before more are asked for."""


@dataclass(frozen=True, slots=True)
class ActView:
    """The order the open cart acts on: `caption` is `Editing order 4711`, `discard` what discarding leaves.

    `no_goods` says why nothing can be added; it is empty where goods can be.
    """

    caption: str
    discard: str
    no_goods: str = ""


@dataclass(frozen=True, slots=True)
class PartLineView:
    """A line of an order of which a part is chosen: at most `most` thousandths.

    `product` is what a scanned code is compared with, `codes` is what it is scanned by; with `asks_serial` each piece
    needs its serial number, one of `serials` where these are known, but for so many thousandths `without_serial`.
    """

    number: int
    product: str
    name: str
    detail: str
    most: int
    asks_serial: bool = False
    codes: tuple[str, ...] = ()
    serials: tuple[str, ...] = ()
    without_serial: int = 0


@dataclass(frozen=True, slots=True)
class PartsView:
    """D20 and its like: how much of each line is handed out, picked, packed or shipped by `operation`.

    All of each is chosen to begin with. `collector` is who is expected to fetch it, empty where nobody fetches;
    `shelf` is where it waits so far, None where that is not asked. `why_not` says why it cannot begin.
    """

    id: str
    operation: str
    title: str = ""
    primary: str = ""
    lines: tuple[PartLineView, ...] = ()
    consequence: str = ""
    collector: str = ""
    shelf: str | None = None
    why_not: str = ""

    @property
    def needs_answers(self) -> bool:
        """There is something to choose: several pieces of a line, a shelf, or a serial number."""
        return self.shelf is not None or any(line.most != ONE or line.asks_serial for line in self.lines)


@dataclass(frozen=True, slots=True)
class CancelView:
    """D17. `charge` is what cancelling costs by default, as it is typed; `locked` says that changing it is approved.

    `result` is the last line of the sum: what goes back, or what is to be paid.
    """

    id: str
    title: str = ""
    reasons: tuple[ChoiceView, ...] = ()
    deposit: str = ""
    charge: str = ""
    currency: str = ""
    locked: bool = False
    result: FactView = field(default_factory=lambda: FactView("", ""))
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class PayView:
    """A further payment. `asked` is how much of it to begin with, as it is typed; `facts` are the sums."""

    id: str
    title: str = ""
    facts: tuple[FactView, ...] = ()
    asked: str = ""
    currency: str = ""
    note: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ReturnView:
    """D18 and D21, of an order or of a plain sale: `operation` begins it, of one `invoice` where it is not empty.

    `shipping` says how much of the store's ceiling is used; `shipping_why_not` why none goes back. A sale was never
    shipped: then `ships` is False.
    """

    id: str
    title: str = ""
    lines: tuple[PartLineView, ...] = ()
    reasons: tuple[ChoiceView, ...] = ()
    currency: str = ""
    shipping: str = ""
    shipping_why_not: str = ""
    note: str = ""
    why_not: str = ""
    operation: str = "order.return"
    invoice: str = ""
    ships: bool = True


@dataclass(frozen=True, slots=True)
class ReturnSourceView:
    """What goods can come back of: a plain sale, or one invoice of an order. `numbers` are what it may be called by."""

    id: str
    invoice: str
    title: str
    detail: str
    value: str
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnSourcesView:
    """The first step of a return: which of these. `why_not` says why there is none."""

    sources: tuple[ReturnSourceView, ...] = ()
    title: str = ""
    note: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class CreateView:
    """D01 and D22: order or quote, and the last day of a quote."""

    kinds: tuple[ChoiceView, ...]
    kind: str
    days: DaysView


@dataclass(frozen=True, slots=True)
class WorkRowView:
    """A line of an order that this store handles. `number` is its order's, `key` names it on the list.

    `stock` is how much of the product this store has, with the age of that figure; empty where none is known.
    """

    key: str
    order: str
    line: int
    product: str
    number: str
    customer: str
    name: str
    quantity: str
    done: str
    way: str
    glyph: str
    status: str
    detail: str
    stock: str = ""


@dataclass(frozen=True, slots=True)
class WorkListView:
    """S41: what is to be accepted, picked, packed, shipped or collected here, and what can be done with the chosen.

    `title` names the order where it is the list of one; `more` is what to press for further rows.
    """

    rows: tuple[WorkRowView, ...]
    presets: tuple[ChoiceView, ...]
    chosen: tuple[str, ...]
    actions: tuple[ButtonView, ...]
    note: str = ""
    title: str = ""
    more: str = ""


class ActingDesk(Protocol):
    """The desk as far as it begins something with an order that exists; a `why_not` says why it cannot begin."""

    def details(self) -> DetailsView:
        """What the store wants to know of the open sale or order."""

    def parts_view(self, id: str, operation: str, lines: tuple[int, ...] = ()) -> PartsView:
        """How much of each line; no lines means all that can be handed out here."""

    def cancel_view(self, id: str) -> CancelView:
        """The cancellation sheet."""

    def pay_view(self, id: str) -> PayView:
        """The sheet of a further payment."""

    def return_view(self, id: str, invoice: str = "") -> ReturnView:
        """The return sheet, of one invoice where it is named."""

    def return_sources(self, number: str = "", order: str = "") -> ReturnSourcesView:
        """What goods can come back of: all that this number stands on, or the invoices of this order."""

    def create_view(self) -> CreateView:
        """Order or quote."""

    def work_list(
        self,
        preset: str = "",
        text: str = "",
        chosen: tuple[str, ...] = (),
        order: str = "",
        most: int = WORK_SHOWN,
    ) -> WorkListView:
        """What this store has to do with orders, or with one, and what can be done with the chosen lines."""
