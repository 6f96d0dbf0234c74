"""What each step of a scenario does: it asks the register, moves the agent, HQ, the line or the clock."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from rehearsal.customer_steps import CUSTOMER_STEPS
from rehearsal.grammar import NEVER_REFUSED
from rehearsal.network import LineMode
from rehearsal.office import OfficeRefused
from rehearsal.order_steps import ORDER_STEPS
from rehearsal.play import Play, StepFailed
from rehearsal.scenario import Step
from rehearsal.shapes import Keyed

JOBS = {
    "synchronize_customers": "synchronize-customers",
    "synchronize_orders": "synchronize-orders",
    "distribute_customers": "1010",
}
EVERY_JOB = ("p-job", *JOBS.values())
ROUNDS_MAX = 10
"""`sync` goes round until nothing moves; more rounds than this mean that something never comes to rest."""

Params: TypeAlias = dict[str, Any]
Request: TypeAlias = tuple[str, Params]


def requests_of(play: Play, step: Step) -> list[Request]:
    """The operations a step asks the register for, with their parameters."""
    return _REQUESTS[step.name](play, step.value)


def _scan(play: Play, value: Any) -> list[Request]:
    if isinstance(value, Keyed):
        return [
            ("product.add", {**_product(play, name), "quantity": each}) for name, each in value.names.items()
        ]
    return [("product.add", _product(play, value))]


def _product(play: Play, name: str) -> Params:
    return {"number": name} if name in play.shop.products else {"code": name}


def _quantity(play: Play, value: Keyed) -> list[Request]:
    return [
        ("line.quantity", {"line": play.line_number(name), "quantity": each})
        for name, each in value.names.items()
    ]


def _customer(play: Play, value: str | None) -> list[Request]:
    return [("customer.clear", {}) if value is None else ("customer.set", {"id": play.customer(value)})]


def _ship(operation: str) -> Callable[[Play, Params], list[Request]]:
    def requests(play: Play, value: Params) -> list[Request]:
        params: Params = {key: value[key] for key in ("mode", "from", "charge") if key in value}
        if "date" in value:
            params["date"] = value["date"].on(play.today).isoformat()
        if "address" in value:
            params["address"] = play.address(value["address"])
        return [(operation, params)]

    return requests


def _pick_up(operation: str) -> Callable[[Play, Params], list[Request]]:
    def requests(play: Play, value: Params) -> list[Request]:
        params: Params = {"store": value["store"]} if "store" in value else {}
        if "date" in value:
            params["date"] = value["date"].on(play.today).isoformat()
        return [(operation, params)]

    return requests


def _plain(operation: str) -> Callable[[Play, Any], list[Request]]:
    return lambda _play, _value: [(operation, {})]


def _deposit_override(play: Play, value: Any) -> list[Request]:
    stated = value["amount"] if isinstance(value, dict) else value
    reason = play.shop.settings.override_reasons[0]
    return [("deposit.override", {"amount": stated, "reason": reason})]


def _price_override(play: Play, value: Keyed) -> list[Request]:
    reason = play.shop.settings.override_reasons[0]
    return [
        ("line.price_override", {"line": play.line_number(name), "price": price, "reason": reason})
        for name, price in value.names.items()
    ]


def _header_charge(play: Play, value: Any) -> list[Request]:
    return [("charge.add_header", {"amount": value["amount"] if isinstance(value, dict) else value})]


def _line_charge(play: Play, value: Keyed) -> list[Request]:
    return [
        ("charge.add_line", {"line": play.line_number(name), "amount": amount})
        for name, amount in value.names.items()
    ]


def _charge(play: Play, value: Params) -> list[Request]:
    reason = play.shop.settings.charge_reasons[0]
    return [("charge.change", {"amount": value["header"], "reason": reason})]


def _pay(play: Play, value: Params) -> list[Request]:
    (tender,) = value.keys() - {"as", "approved_by"}
    return [(f"tender.{tender}", {"amount": value[tender]})]


def _refund(play: Play, value: Params) -> list[Request]:
    (tender,) = value.keys() - {"as", "approved_by"}
    return [(f"tender.refund_{tender}", {"amount": value[tender]})]


def _balance(play: Play, value: Any) -> list[Request]:
    if isinstance(value, dict):
        return [("order.balance", {"arrangement": "card_on_file", "amount": value["card_on_file"]})]
    return [("order.balance", {"arrangement": value})]


def _resume(play: Play, value: str) -> list[Request]:
    return [("transaction.resume", {"id": play.suspended(value)})]


def _shift(play: Play, value: Params) -> list[Request]:
    if "close" in value:
        return [("shift.close", {"counted": value["close"]})]
    return [("shift.open", {"start": value["open"]})]


def _sign_in(play: Play, value: str) -> list[Request]:
    staff = play.shop.staff[value]
    return [("user.sign_in", {"user": staff.user, "pin": staff.pin})]


_REQUESTS: Mapping[str, Callable[[Play, Any], list[Request]]] = {
    "sign_in": _sign_in,
    "scan": _scan,
    "quantity": _quantity,
    "void_line": lambda play, value: [("line.void", {"line": play.line_number(value)})],
    "customer": _customer,
    "select": lambda play, value: [("line.select", {"lines": play.line_numbers(value)})],
    "ship_all": _ship("order.ship_all"),
    "ship_selected": _ship("order.ship_selected"),
    "pick_up_all": _pick_up("order.pick_up_all"),
    "pick_up_selected": _pick_up("order.pick_up_selected"),
    "carry_out_all": _plain("order.carry_out_all"),
    "carry_out_selected": _plain("order.carry_out_selected"),
    "price_override": _price_override,
    "recalculate": lambda _play, _value: [("cart.recalculate", {"sure": True})],
    "add_header_charge": _header_charge,
    "add_line_charge": _line_charge,
    "charge": _charge,
    "recalculate_charges": _plain("charge.recalculate"),
    "deposit_override": _deposit_override,
    "pay_in_full": _plain("deposit.pay_in_full"),
    "pay": _pay,
    "refund": _refund,
    "suspend": lambda _play, value: [("transaction.suspend", {"name": value})],
    "resume": _resume,
    "balance": _balance,
    "conclude": _plain("transaction.conclude"),
    "void_transaction": _plain("transaction.void"),
    **CUSTOMER_STEPS,
    **ORDER_STEPS,
    "shift": _shift,
}


def move(play: Play, step: Step) -> str:
    """Carry out a step that is no request to the register, and say what happened.

    Raises:
        StepFailed: HQ or the agent could not do it, or there is no order to name.
    """
    value = step.value
    match step.name:
        case "register":
            play.register = play.stage.registers[value]
            return f"at {value}"
        case "network":
            play.register.line.mode = LineMode(value)
            return str(value)
        case "processor":
            play.stage.office.tell_processor(value)
            return ", ".join(value)
        case "clock":
            play.stage.clock.move(value)
            return play.stage.clock.now().isoformat(" ", "minutes")
        case "order":
            return play.name_order(value)
        case "receipt":
            return play.name_receipt(value)
        case "push" | "pull":
            return carry(play, step.name)[1]
        case "hq":
            return job(play, JOBS[value])[1]
        case "sync":
            return _sync(play)
        case "kill":
            return _kill(play, value)
    raise StepFailed(f"the step '{step.name}' cannot be moved by the runner")


def carry(play: Play, step: str) -> tuple[int, str]:
    """One step of the agent: how much moved, and its words."""
    answer = play.register.carry(step)
    if "error" in answer:
        raise StepFailed(f"the agent could not {step}: {answer['error']}")
    moved = sum(value for key, value in answer.items() if key in ("sent", "rows") and isinstance(value, int))
    return moved, str(answer.get("words", ""))


def job(play: Play, name: str) -> tuple[int, str]:
    """One job of headquarters: how much it moved, and its counts in words."""
    try:
        counts = play.stage.office.run_job(name)
    except OfficeRefused as refused:
        raise StepFailed(str(refused)) from None
    whole = {key: value for key, value in counts.items() if type(value) is int and key != "session"}
    return sum(whole.values()), ", ".join(f"{key} {value}" for key, value in whole.items())


def _sync(play: Play) -> str:
    before = None
    for rounds in range(1, ROUNDS_MAX + 1):
        pushed, _ = carry(play, "push")
        for name in EVERY_JOB:
            job(play, name)
        pulled, _ = carry(play, "pull")
        now = (play.register.view("outbox"), play.stage.office.counts())
        if pushed == 0 and pulled == 0 and now == before:
            return f"at rest after {rounds} rounds"
        before = now
    raise StepFailed(f"after {ROUNDS_MAX} rounds something still moves")


def _kill(play: Play, what: str) -> str:
    if what == "hq":
        play.stage.kill_office()
    elif what == "agent":
        play.register.kill_agent()
    else:
        play.register.kill_core()
    return f"{what} killed and started again"


def is_request(step: Step) -> bool:
    """Whether a step asks the register for an operation."""
    return step.name not in NEVER_REFUSED
