"""The tasks of ux 16 that need orders, cards and suspended sales, in the three modes."""

from retail.orders.order import LineStatus
from retail.suspended import suspended_code
from tests.fixtures.fix_register import PINS
from tests.ux.cashier import Cashier
from tests.ux.tasks import (
    CARD,
    SHOE,
    SOCK,
    Check,
    Task,
    key,
    lines,
    put_away,
    scan,
    sold,
    tap,
    then,
    three,
    touch,
    write,
)
from tests.ux.till import Till

MANAGER = "STAFF-manager"


def at_terminal(till: Till) -> None:
    sold(till)
    assert till.card_money_minor > 0


def order(*deliveries: str, paid_minor: int) -> Check:
    """What was made is an order whose lines leave so, and so much of it is paid."""

    def check(till: Till) -> None:
        sold(till)
        made = till.last_order
        assert tuple(sorted(line.delivery.value for line in made.lines)) == deliveries
        assert made.paid_minor == paid_minor

    return check


def status(status: str) -> Check:
    def check(till: Till) -> None:
        sold(till)
        assert till.last_order.status == status

    return check


def picked_up_order(cashier: Cashier, till: Till) -> None:
    """An order with a deposit, to be fetched here."""
    scan(CARD)(cashier, till)
    three(cashier, till)
    for name in ("F7", "Enter", "F12"):
        cashier.key(name)
    put_away(cashier, till)


def handed_out_order(cashier: Cashier, till: Till) -> None:
    """The same, fetched and paid."""
    picked_up_order(cashier, till)
    scan_order(cashier, till)
    for name in ("Enter", "Enter", "F12"):
        cashier.key(name)
    put_away(cashier, till)


def order_to_pack(cashier: Cashier, till: Till) -> None:
    """An order of two lines to be sent, paid in full."""
    for code in (CARD, SHOE, SOCK):
        cashier.scan(code)
    cashier.key("F6")
    cashier.key("Enter")
    till.binder.dispatch("deposit.pay_in_full", {})
    cashier.key("F12")
    put_away(cashier, till)


def order_in_the_making(cashier: Cashier, till: Till) -> None:
    """A pick-up order whose deposit is not paid yet."""
    scan(CARD)(cashier, till)
    three(cashier, till)
    cashier.key("F7")
    cashier.key("Enter")


def scan_order(cashier: Cashier, till: Till) -> None:
    cashier.scan(till.last_order.confirmation_number)


def scan_receipt(cashier: Cashier, till: Till) -> None:
    cashier.scan(till.last_receipt)


def scan_ticket(cashier: Cashier, till: Till) -> None:
    """The ticket that came out when the sale was suspended; without it there is nothing to scan."""
    tickets = [name for name in till.printed if name.startswith(suspended_code(""))]
    cashier.scan(tickets[-1])


def overridden(till: Till) -> None:
    assert "deposit.override" in till.kinds()[-2:], till.kinds()[-3:]
    assert (till.due, till.sheet) == ("100.00", "")


def paid_on_it(till: Till) -> None:
    sold(till)
    assert till.last_order.paid_minor == 10000


def returned(till: Till) -> None:
    sold(till)
    assert [line.returned_thousandths for line in till.last_order.lines if line.product == "B"] == [1000]


def packed(till: Till) -> None:
    assert {line.status for line in till.last_order.lines} == {LineStatus.PACKED}
    assert till.printed[-1].endswith("-packing")


ORDER_TASKS = (
    Task(
        "3", "Sell 3 scanned items, paid by card", 4,
        by_touch=then(three, tap("Card")), by_keyboard=then(three, key("F11")), by_both=then(three, tap("Card")),
        check=at_terminal,
    ),
    Task(
        "16", "Suspend a sale and take it up by its ticket", 2, before=three,
        by_touch=then(tap("Suspend sale"), scan_ticket), by_keyboard=then(key("Ctrl+S"), scan_ticket),
        by_both=then(tap("Suspend sale"), scan_ticket), check=lines("1", "1", "1"),
    ),
    Task(
        "4", "Shipped order, card scan, deposit in cash, card for the rest", 8,
        by_touch=then(
            scan(CARD), three, tap("Ship all"), tap("Ship, then pay"), tap("Cash exact"), tap("Card for the rest")
        ),
        by_keyboard=then(scan(CARD), three, key("F6"), key("Enter"), key("F12"), key("F11")),
        by_both=then(scan(CARD), three, tap("Ship all"), key("Enter"), tap("Cash exact"), tap("Card for the rest")),
        check=order("ship", "ship", "ship", paid_minor=2400),
    ),
    Task(
        "7", "Hybrid order: one carried out, one picked up, one shipped", 12,
        by_touch=then(
            scan(CARD), three,
            tap("1 Merino sock"), tap("Pick up selected"), tap("Pick up, then pay"),
            tap("1 Trail shoe"), tap("Ship selected"), tap("Ship, then pay"),
            tap("Cash exact"), tap("Card for the rest"),
        ),
        by_keyboard=then(
            scan(CARD), scan(SHOE), scan(SOCK), key("Space"), key("Shift+F7"), key("Enter"),
            scan(SHOE), key("Space"), key("Shift+F6"), key("Enter"), key("F12"), key("F11"),
        ),
        by_both=then(
            scan(CARD), three, tap("1 Merino sock"), key("Shift+F7"), key("Enter"),
            tap("1 Trail shoe"), key("Shift+F6"), key("Enter"), tap("Cash exact"), tap("Card for the rest"),
        ),
        check=order("carry-out", "pickup", "ship", paid_minor=11400),
    ),
    Task(
        "8", "Another deposit, approved by a manager's badge", 4, before=order_in_the_making,
        by_touch=then(
            tap("Deposit override"), touch("100", "Apply"), scan(MANAGER), touch(PINS["manager"], "OK")
        ),
        by_keyboard=then(key("F9"), write("100", "Enter"), scan(MANAGER), write(PINS["manager"], "Enter")),
        by_both=then(
            tap("Deposit override"), write("100", "Enter"), scan(MANAGER), touch(PINS["manager"], "OK")
        ),
        check=overridden,
    ),
    Task(
        "10", "Hand out an order, its balance by card", 4, before=picked_up_order,
        by_touch=then(scan_order, tap("Pick up"), tap("Hand out, then pay"), tap("Card")),
        by_keyboard=then(scan_order, key("Enter"), key("Enter"), key("F11")),
        by_both=then(scan_order, tap("Pick up"), key("Enter"), tap("Card")), check=status("invoiced"),
    ),
    Task(
        "11", "Cancel an order with a charge, refund in cash", 5, before=picked_up_order,
        by_touch=then(
            scan_order, tap("Cancel order"), tap("Customer changed mind"),
            tap("Cancel order (Refund to customer 12.00)"),
            tap("Refund cash"),
        ),
        by_keyboard=then(scan_order, key("Ctrl+Del"), key("1"), key("Enter"), key("F12")),
        by_both=then(scan_order, tap("Cancel order"), key("1"), key("Enter"), tap("Refund cash")),
        check=status("cancelled"),
    ),
    Task(
        "12", "Take one line of an order back", 6, before=handed_out_order,
        by_touch=then(
            scan_receipt, tap("Return"), scan(SOCK), tap("Damaged"), tap("Return, then refund"),
            tap("Refund cash"),
        ),
        by_keyboard=then(scan_receipt, key("Enter"), scan(SOCK), key("2"), key("Enter"), key("F12")),
        by_both=then(scan_receipt, tap("Return"), scan(SOCK), key("2"), key("Enter"), tap("Refund cash")),
        check=returned,
    ),
    Task(
        "18", "Pick and pack an order of two lines, with its slip", 5, before=order_to_pack,
        by_touch=then(scan_order, tap("Pick & pack"), scan(SHOE), scan(SOCK), tap("Mark as packed")),
        by_keyboard=then(scan_order, key("F6"), scan(SHOE), scan(SOCK), key("Enter")),
        by_both=then(scan_order, tap("Pick & pack"), scan(SHOE), scan(SOCK), key("Enter")), check=packed,
    ),
    Task(
        "9", "Pay something on an order that exists", 4, before=picked_up_order,
        by_touch=then(scan_order, tap("Pay on order"), touch("76", "Take payment"), tap("Cash exact")),
        by_keyboard=then(scan_order, key("F10"), write("76", "Enter"), key("F12")),
        by_both=then(scan_order, tap("Pay on order"), write("76", "Enter"), tap("Cash exact")), check=paid_on_it,
    ),
)  # fmt: skip
