"""One refusal: where the rules ask for it, how to come to it, and the words that the cashier reads."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pos_app.ui.sheets.approval import ApprovalSheet
from rehearsal.network import LineMode
from retail.cart import LINES_MAX
from retail.tender import TENDERS_MAX
from retail.wire.base import fingerprint
from tests.refusals.counter import Counter
from tests.refusals.orders import MAKERS, edited
from tests.refusals.retailer import ANNA, HOME

Step = Callable[[Counter], object]
NEVER = "00000002-0000-7000-8000-000000000099"
"""The id of nothing."""


@dataclass(frozen=True)
class Press:
    """An operation as a button or a sheet asks for it; `order` names the order of `MAKERS` that it is about."""

    operation: str
    params: Mapping[str, Any]
    order: str = ""

    def params_at(self, counter: Counter) -> dict[str, Any]:
        """What is asked with: the id of the order stands in it, which only this headquarters knows."""
        if not self.order:
            return dict(self.params)
        return {"id": counter.known(self.order, MAKERS[self.order]), **self.params}

    def __call__(self, counter: Counter) -> object:
        return counter.here.do(self.operation, **self.params_at(counter))

    def said(self, counter: Counter, languages: Iterable[str]) -> list[str]:
        """What the window says when it is refused, and then the words in other languages."""
        params = self.params_at(counter)
        words = counter.press(self.operation, params)
        return [words, *(counter.read_in(each, self.operation, params) for each in languages)]


@dataclass(frozen=True)
class Assign:
    """A person at headquarters gives a line of an order to a store."""

    line: int
    store: str
    order: str = ""

    def __call__(self, counter: Counter) -> object:
        raise AssertionError("nothing is asked of headquarters on the way")

    def said(self, counter: Counter, languages: Iterable[str]) -> list[str]:
        """What headquarters says; its pages have the other languages."""
        id = counter.known(self.order, MAKERS[self.order]) if self.order else NEVER
        return [counter.assign(id, self.line, self.store)]


@dataclass(frozen=True)
class Approval:
    """An operation that its user has no right to, and who is asked to approve it."""

    press: Press
    user: str
    pin: str
    order: str = ""

    def __call__(self, counter: Counter) -> object:
        raise AssertionError("what is approved would be done")

    def said(self, counter: Counter, languages: Iterable[str]) -> list[str]:
        """What the sheet of the approval says."""
        counter.window.sale.strip.clear()
        counter.binder.dispatch(self.press.operation, self.press.params_at(counter))
        sheet = counter.window.sale.sheet
        assert isinstance(sheet, ApprovalSheet)
        sheet.approved.emit(self.user, self.pin)
        return [counter.words]


@dataclass(frozen=True)
class Played:
    """What hands do at the window that it says no to by itself: the desk is not even asked."""

    play: Step
    order: str = ""

    def __call__(self, counter: Counter) -> object:
        return self.play(counter)

    def said(self, counter: Counter, languages: Iterable[str]) -> list[str]:
        """What the window says; its words are translated with the widgets."""
        counter.window.sale.strip.clear()
        self.play(counter)
        return [counter.words]


@dataclass(frozen=True)
class Row:
    """`section` of the rules or number of a decision; the last of the steps is what is refused.

    `may_change` names what lies elsewhere after it all the same, each with the reason.
    """

    section: str
    words: str
    steps: tuple[Step, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    may_change: Mapping[str, str] = field(default_factory=dict)


def press(operation: str, **params: Any) -> Press:
    """An operation on the open sale, or on nothing."""
    return Press(operation, params)


def to(order: str, operation: str, **params: Any) -> Press:
    """An operation on an order."""
    return Press(operation, params, order)


def goods(*numbers: str) -> list[Step]:
    """These products are in the sale."""
    return [press("product.add", number=number) for number in numbers]


def sale(*numbers: str) -> list[Step]:
    """Anna buys these."""
    return [press("customer.set", id=ANNA), *goods(*numbers)]


def pickup(*numbers: str) -> list[Step]:
    """Anna orders these and fetches them here."""
    return [*sale(*numbers), press("order.pick_up_all")]


def shipment(*numbers: str, **how: Any) -> list[Step]:
    """Anna orders these and has them shipped home."""
    return [*sale(*numbers), press("order.ship_all", address=HOME, **how)]


def paid(steps: Iterable[Step]) -> list[Step]:
    """What is due of it is paid in cash."""
    return [*steps, press("tender.cash")]


def cut(counter: Counter) -> None:
    """Headquarters does not answer any more."""
    counter.cut()


def night(counter: Counter) -> None:
    """A night passes."""
    counter.sleep()


def full_of_goods(counter: Counter) -> None:
    """The sale has as many lines as one holds; nobody has the time to scan them."""
    cart = counter.session.cart
    lines = [replace(cart.lines[0], number=number) for number in range(1, LINES_MAX + 1)]
    counter.session.cart = replace(cart, lines=tuple(lines))


def full_of_payments(counter: Counter) -> None:
    """The sale has as many payments as one holds."""
    cart = counter.session.cart
    paid = [replace(cart.tenders[0], number=number) for number in range(1, TENDERS_MAX + 1)]
    counter.session.cart = replace(cart, tenders=tuple(paid))


def second_call_lost(counter: Counter) -> None:
    """Of what is asked of headquarters next, the second call does not get there."""
    counter.here.line.modes = [LineMode.ONLINE, LineMode.OFFLINE]


def wanted(operation: str, **params: Any) -> Step:
    """A button is pressed, which opens a sheet where there is one."""

    def want(counter: Counter) -> None:
        counter.draw()
        counter.binder.request(operation, params)

    return want


def returned_by_number(order: str) -> Played:
    """The number of an order or a sale is typed where goods come back."""
    return Played(
        lambda counter: counter.binder.request("return.open", {"number": counter.reference(order)}), order
    )


def wanted_of(order: str, operation: str, **params: Any) -> Step:
    """A button of an order is pressed."""

    def want(counter: Counter) -> None:
        counter.binder.request(operation, Press(operation, params, order).params_at(counter))

    return Played(want, order)


def scanned(code: str) -> Step:
    """A code is scanned."""
    return lambda counter: counter.hands.scan(code)


def key(name: str) -> Step:
    """A key is pressed."""
    return lambda counter: counter.hands.key(name)


def gone_on(counter: Counter) -> None:
    """The button that ends the sheet in sight is pressed."""
    sheet = counter.window.sale.sheet
    assert sheet is not None
    sheet.primary.click()


def damaged_before(order: str) -> Step:
    """Something else stands at headquarters under the name of what waits here for it."""

    def damage(counter: Counter) -> None:
        known = counter.session.finding.order(counter.known(order, MAKERS[order]))
        (act,) = counter.session.finding.waiting_acts(known.state)
        entry = counter.session.journal.open_entry(act)
        counter.upload(replace(entry, text="{}", fingerprint=fingerprint("{}")))

    return damage


def changed_in_seattle(order: str) -> Step:
    """The other store has changed it meanwhile."""
    return lambda counter: edited(counter.there, counter.known(order, MAKERS[order]), 2)


def found_at_headquarters(text: str) -> Step:
    """Customers are searched for where this store keeps them."""

    def find(counter: Counter) -> None:
        desk = counter.here.desk
        desk.search_customers(text, answer=desk.ask_for_customers(text))

    return find


def new_customer(counter: Counter) -> None:
    """A customer whose account number has not come yet."""
    counter.here.do("customer.add", name="Kari Nyland")


def fault(name: str) -> Step:
    """What the terminal will do with the next question."""
    return lambda counter: counter.here.terminal.next.append(name)


def tried(operation: str) -> Step:
    """Something is asked for that is not done."""
    return lambda counter: counter.press(operation, {})


def row(section: str, words: str, *steps: Step, settings: Mapping[str, Any] | None = None,
        may_change: Mapping[str, str] | None = None) -> Row:  # fmt: skip
    """A row of the table."""
    return Row(section, words, steps, settings or {}, may_change or {})
