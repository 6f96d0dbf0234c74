"""The tasks of ux 16, each by touch alone, by keyboard alone and by both; what a task has to come to, is checked."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fixtures.fix_register import PINS
from tests.ux.cashier import Cashier
from tests.ux.till import Till

SHOE, SOCK = "4006381333931", "7038010009457"
BADGE, CARD = "STAFF-cashier", "CUSTOMER-10021"
MODES = ("touch", "keyboard", "mixed")
Play = Callable[[Cashier, Till], None]
Check = Callable[[Till], None]


@dataclass(frozen=True)
class Task:
    """One row of the table: what is asked, how many actions it may take, and how it is done in each mode.

    `before` is work that does not count; `by_touch` may take one action more, where the table says so.
    """

    number: str
    asked: str
    most: int
    by_touch: Play
    by_keyboard: Play
    by_both: Play
    check: Check
    before: Play = lambda cashier, till: None

    def play(self, mode: str) -> Play:
        """How it is done in this mode."""
        return {"touch": self.by_touch, "keyboard": self.by_keyboard, "mixed": self.by_both}[mode]

    def allowed(self, mode: str) -> int:
        """So many actions; by touch it may be one more."""
        return self.most + (mode == "touch")


def three(cashier: Cashier, till: Till) -> None:
    for code in (SHOE, SOCK, SHOE):
        cashier.scan(code)


def then(*steps: Play) -> Play:
    """One after another."""

    def play(cashier: Cashier, till: Till) -> None:
        for step in steps:
            step(cashier, till)

    return play


def tap(name: str) -> Play:
    return lambda cashier, till: cashier.tap(name)


def key(name: str) -> Play:
    return lambda cashier, till: cashier.key(name)


def scan(code: str) -> Play:
    return lambda cashier, till: cashier.scan(code)


def write(text: str, end: str = "") -> Play:
    return lambda cashier, till: cashier.type(text, end)


def touch(text: str, end: str = "") -> Play:
    return lambda cashier, till: cashier.type_by_touch(text, end)


def nothing(cashier: Cashier, till: Till) -> None:
    """Do nothing."""


def sold(till: Till) -> None:
    assert till.kinds()[-1] == "transaction.conclude"
    assert till.is_empty


def signed_in(till: Till) -> None:
    assert till.user == "cashier"


def next_scan_sells(till: Till) -> None:
    assert till.is_empty
    till.hands.scan(SHOE)
    assert till.quantities == ["1"]


def copied(till: Till) -> None:
    assert till.printed[-1].endswith("-copy")


def lines(*quantities: str) -> Check:
    def check(till: Till) -> None:
        assert till.quantities == list(quantities)

    return check


def customer(name: str) -> Check:
    def check(till: Till) -> None:
        assert till.customer == name

    return check


def sheet(name: str) -> Check:
    def check(till: Till) -> None:
        assert till.sheet == name

    return check


def order_in_sight(till: Till) -> None:
    assert "Anna Berg" in till.orders_in_sight


def sell(cashier: Cashier, till: Till) -> None:
    three(cashier, till)
    cashier.key("F12")


def put_away(cashier: Cashier, till: Till) -> None:
    """Nothing is left of what was done before but what it made."""
    till.put_back()


SIGN_IN = Task(
    "19", "Sign in by badge", 2,
    by_touch=then(scan(BADGE), touch(PINS["cashier"], "OK")),
    by_keyboard=then(scan(BADGE), write(PINS["cashier"], "Enter")),
    by_both=then(scan(BADGE), touch(PINS["cashier"], "OK")),
    check=signed_in,
)  # fmt: skip
TASKS = (
    Task(
        "1", "Sell 3 scanned items, exact cash", 4,
        by_touch=then(three, tap("Cash exact")), by_keyboard=then(three, key("F12")),
        by_both=then(three, tap("Cash exact")), check=sold,
    ),
    Task(
        "2", "The same, the customer gives more", 4,
        by_touch=then(three, tap("500")), by_keyboard=then(three, write("500", "F12")),
        by_both=then(three, tap("500")), check=sold,
    ),
    Task(
        "21", "The next sale after a sale", 0, before=sell,
        by_touch=nothing, by_keyboard=nothing, by_both=nothing, check=next_scan_sells,
    ),
    Task(
        "20", "Print the last receipt again", 1, before=sell,
        by_touch=then(tap("Sale"), tap("Print receipt")), by_keyboard=key("Ctrl+P"), by_both=key("Ctrl+P"),
        check=copied,
    ),
    Task(
        "14", "Quantity 3 of one item", 2,
        by_touch=then(touch("3", "Quantity"), scan(SOCK)), by_keyboard=then(write("3*"), scan(SOCK)),
        by_both=then(touch("3", "Quantity"), scan(SOCK)),
        check=lines("3"),
    ),
    Task(
        "15a", "Void the last line", 1, before=three,
        by_touch=tap("Void line"), by_keyboard=key("Del"), by_both=tap("Void line"),
        check=lines("1", "1"),
    ),
    Task(
        "15b", "Undo it", 1, before=then(three, key("Del")),
        by_touch=tap("Undo"), by_keyboard=key("Ctrl+Z"), by_both=key("Ctrl+Z"), check=lines("1", "1", "1"),
    ),
    Task(
        "13", "A new customer with two fields, on the sale", 5,
        by_touch=then(tap("New customer"), touch("Ole Moe", "Next field"), touch("55123456"), tap("Save and add")),
        by_keyboard=then(key("Shift+F2"), write("Ole Moe", "Tab"), write("55123456", "Enter")),
        by_both=then(tap("New customer"), write("Ole Moe", "Tab"), write("55123456", "Enter")),
        check=customer("Ole Moe"),
    ),
    Task(
        "5", "Shipped order, customer found by name: up to its sheet", 7,
        by_touch=then(three, tap("Customer search"), touch("anna"), tap("Use customer"), tap("Ship all")),
        by_keyboard=then(three, key("F2"), write("anna", "Enter"), key("F6")),
        by_both=then(three, tap("Customer search"), write("anna", "Enter"), tap("Ship all")),
        check=sheet("ship"),
    ),
    Task(
        "6", "Pick-up order here tomorrow, card scan, deposit", 7,
        by_touch=then(scan(CARD), three, tap("Pick up all"), tap("Pick up, then pay"), tap("Cash exact")),
        by_keyboard=then(scan(CARD), three, key("F7"), key("Enter"), key("F12")),
        by_both=then(scan(CARD), three, tap("Pick up all"), key("Enter"), tap("Cash exact")), check=sold,
    ),
    Task(
        "17", "Find an order by name", 3,
        by_touch=then(tap("Recall order"), touch("anna")), by_keyboard=then(key("F4"), write("anna")),
        by_both=then(tap("Recall order"), write("anna")), check=order_in_sight,
    ),
)  # fmt: skip
