"""What a scenario expects to be true, compared exactly with what register and headquarters show."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rehearsal.office import OfficeRefused
from rehearsal.play import NotBuilt, Play, StepFailed
from rehearsal.scenario import Step
from rehearsal.shapes import Keyed
from retail.money import Money
from retail.quantity import show_quantity

_AMOUNTS = {
    "total": "total_minor", "tax": "tax_minor", "charges": "charges_minor", "due": "due_minor",
    "paid": "paid_minor", "change": "change_minor", "deposit": "deposit_minor", "applied": "applied_minor",
    "balance": "balance_minor",
    "deposit_available": "deposit_available_minor", "card_authorisation": "card_authorisation_minor",
    "price": "price_minor", "amount": "amount_minor", "charge": "charge_minor", "discount": "discount_minor",
}  # fmt: skip
_QUANTITIES = {
    "qty": "quantity_thousandths", "ordered": "ordered_thousandths",
    "invoiced": "invoiced_thousandths", "returned": "returned_thousandths",
}  # fmt: skip
_SUMMED = frozenset({"quantity_thousandths", "amount_minor", "charge_minor", "discount_minor"}) | set(
    _QUANTITIES.values()
)
"""Facts of several lines of one product that add up; the others must be the same on each."""

Facts = Mapping[str, Any]


def check(play: Play, step: Step) -> None:
    """Compare everything the step states.

    Raises:
        StepFailed: something differs; all of it is named.
        NotBuilt: the register or headquarters does not tell this fact yet.
    """
    differences = list(_CHECKS[step.name](play, step.value))
    if differences:
        raise StepFailed("; ".join(differences))


def _cart(play: Play, value: Facts) -> Iterator[str]:
    cart = play.register.view("cart")
    tendered = sum(each["tendered_minor"] for each in cart["tenders"])
    cart = {**cart, "paid_minor": tendered}  # the format's `paid`: what was handed over, the change with it
    lines = [line for line in cart["lines"] if not line.get("voided")]
    yield from _compare(play, value, cart, lines)


def _order(play: Play, value: Facts) -> Iterator[str]:
    order_id = play.order(value["order"])
    if value.get("at") == "hq":
        at_hq = _hq_order(play, order_id)
        if at_hq is None:
            yield "headquarters does not know this order"
            return
        facts: Facts = at_hq
    else:
        facts = play.register.view("order", id=order_id)
    # The format's `balance` takes nothing off for goods that came back, as what is still to be paid does.
    facts = {**facts, "balance_minor": facts["total_minor"] - facts["paid_minor"]}
    yield from _compare(play, value, facts, facts["lines"])
    if "number" in value:
        yield from _expect("number", value["number"], "assigned" if facts.get("number") else "pending")
    if "can" in value or "cannot" in value:
        yield from _actions(value, play.register.view("order", id=order_id))


def _customer(play: Play, value: Facts) -> Iterator[str]:
    shown = play.register.view("customer", id=play.customer(value["customer"]))
    if "account" in value:
        yield from _expect("account", value["account"], "assigned" if shown["account"] else "pending")
    if "shown" in value:
        yield from _expect("shown", value["shown"], shown["shown"])
    yield from _actions(value, shown)


def _hq(play: Play, value: Facts) -> Iterator[str]:
    try:
        counts = play.stage.office.counts()
    except OfficeRefused as refused:
        raise StepFailed(str(refused)) from None
    # A transaction is at headquarters once it was uploaded: what its job makes of it is an order (section 17).
    seen = {**counts, "transactions": counts["transactions"] + counts.get("arrived", 0)}
    for key, expected in value.items():
        yield from _expect(key, expected, seen[key])


def _outbox(play: Play, value: Facts) -> Iterator[str]:
    shown = play.register.view("outbox")
    for key, expected in value.items():
        yield from _expect(key, expected, shown[key])


def _shift(play: Play, value: Facts) -> Iterator[str]:
    shown = play.register.view("shift")
    for key, expected in value.items():
        if key not in shown:
            raise NotBuilt(f"the register does not tell {key} of a shift")
        for tender, amount in expected.names.items():
            seen = shown[key].get(tender, 0)
            yield from _expect(f"{key} {tender}", _money(play, amount), _money(play, seen))


_CHECKS: Mapping[str, Callable[[Play, Any], Iterator[str]]] = {
    "expect": _cart,
    "expect_order": _order,
    "expect_customer": _customer,
    "expect_hq": _hq,
    "expect_outbox": _outbox,
    "expect_shift": _shift,
}


def _hq_order(play: Play, order_id: str) -> dict[str, Any] | None:
    try:
        return play.stage.office.order(order_id)
    except OfficeRefused as refused:
        raise StepFailed(str(refused)) from None


def _compare(play: Play, value: Facts, facts: Facts, lines: list[Facts]) -> Iterator[str]:
    """Compare amounts, quantities, words and lines; keys that mean something else are left to the caller."""
    for key, expected in value.items():
        if key in _AMOUNTS:
            yield from _expect(key, _money(play, expected), _money(play, _fact(facts, _AMOUNTS[key], key)))
        elif key in _QUANTITIES:
            seen = _fact(facts, _QUANTITIES[key], key)
            yield from _expect(key, show_quantity(expected), show_quantity(seen))
        elif key in ("kind", "status", "delivery", "empty"):
            yield from _expect(key, expected, _fact(facts, key, key))
        elif isinstance(expected, Keyed):
            for product, of_line in expected.names.items():
                merged = _merged(lines, product)
                if merged is None:
                    yield f"there is no line of {product}"
                else:
                    yield from (f"{product}: {each}" for each in _compare(play, of_line, merged, []))


def _merged(lines: list[Facts], product: str) -> Facts | None:
    """The lines of one product as one: what adds up is added, what differs between them is shown as both.

    A line that was taken off counts only where no other of its product is left.
    """
    every = [line for line in lines if line["product"] == product]
    of_product = [line for line in every if line.get("status") != "cancelled"] or every
    if not of_product:
        return None
    merged = dict(of_product[0])
    for line in of_product[1:]:
        for key, value in line.items():
            if key in _SUMMED:
                merged[key] += value
            elif merged.get(key) != value and key not in ("number", "name"):
                merged[key] = f"{merged.get(key)} and {value}"
    return merged


def _actions(value: Facts, shown: Facts) -> Iterator[str]:
    for action in value.get("can", []):
        if action not in shown["can"]:
            yield f"cannot {action}: {shown['cannot'].get(action, 'not among its actions')}"
    for action in value.get("cannot", []):
        if action in shown["can"]:
            yield f"can {action}, which should not be possible"
        elif not shown["cannot"].get(action):
            yield f"cannot {action}, and no words say why"


def _fact(facts: Facts, name: str, key: str) -> Any:
    if name not in facts:
        raise NotBuilt(f"nothing tells '{key}' here")
    return facts[name]


def _money(play: Play, minor: Any) -> str:
    return str(Money(minor, play.shop.settings.currency)) if type(minor) is int else str(minor)


def _expect(key: str, expected: object, seen: object) -> Iterator[str]:
    if seen != expected:
        yield f"{key} is {seen}, expected {expected}"
