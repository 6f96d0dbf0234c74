"""What the steps of a scenario that act on an order ask the register for."""

from collections.abc import Callable, Mapping
from typing import Any

from rehearsal.play import Play
from rehearsal.shapes import Keyed
from rehearsal.spreading import Line, Room, meant, spread, to_hand_out, to_send, to_take_back

Params = dict[str, Any]
Request = tuple[str, Params]


def _recall(play: Play, value: Any) -> list[Request]:
    name = value["order"] if isinstance(value, dict) else value
    play.recalled, play.invoice, play.is_sale = play.order(name), "", False
    return [("order.recall", {"id": play.recalled})]


def _on_recalled(operation: str) -> Callable[[Play, Any], list[Request]]:
    return lambda play, _value: [(operation, {"id": play.recalled})]


def _quantities(lines: list[Line], wanted: Mapping[str, str], room: Room) -> dict[str, str]:
    return {
        str(line): part
        for product, quantity in wanted.items()
        for line, part in spread(lines, product, quantity, room).items()
    }


def _hand_out(play: Play, value: Keyed) -> list[Request]:
    quantities = _quantities(play.order_lines(play.recalled), value.names, to_hand_out)
    return [("order.pick_up", {"id": play.recalled, "quantities": quantities})]


def _cancel(play: Play, value: Params | None) -> list[Request]:
    charge = {"charge": value["charge"]} if value and "charge" in value else {}
    return [("order.cancel", {"id": play.recalled, **charge})]


def _take_back(play: Play, value: Keyed) -> list[Request]:
    lines = play.order_lines(play.recalled)
    reason = value.fixed.get("reason", "")
    items = [
        {"line": line, "quantity": each, "reason": reason}
        for name, quantity in value.names.items()
        for line, each in spread(lines, name, quantity, to_take_back).items()
    ]
    shipping = {"shipping": value.fixed["shipping"]} if "shipping" in value.fixed else {}
    if play.is_sale:
        return [("sale.return", {"id": play.recalled, "items": items})]
    invoice = {"invoice": play.invoice} if play.invoice else {}
    return [("order.return", {"id": play.recalled, "items": items, **shipping, **invoice})]


def _find(play: Play, value: str) -> list[Request]:
    return [("return.find", {"number": play.receipt(value)})]


def _take_back_product(play: Play, value: Keyed) -> list[Request]:
    reasons = play.shop.settings.return_reasons
    reason = {"reason": reasons[0]} if value.fixed.get("reason") else {}
    price = {"price": value.fixed["price"]} if "price" in value.fixed else {}
    return [
        ("product.return", {"number": name, "quantity": each, **reason, **price})
        for name, each in value.names.items()
    ]


def _use_deposit(play: Play, value: Any) -> list[Request]:
    return [("deposit.use", {"amount": value["amount"] if isinstance(value, dict) else value})]


def _pay_on_order(play: Play, value: Any) -> list[Request]:
    amount = value["amount"] if isinstance(value, dict) else value
    return [("order.pay", {"id": play.recalled, **({} if amount is None else {"amount": amount})})]


def _add_card(play: Play, value: Any) -> list[Request]:
    return [("order.add_card", {"amount": value["amount"] if isinstance(value, dict) else value})]


def _expiring(operation: str) -> Callable[[Play, Params], list[Request]]:
    def requests(play: Play, value: Params) -> list[Request]:
        expires = (
            {"expires": value["expires"].on(play.today).isoformat()} if value and "expires" in value else {}
        )
        return [(operation, expires)]

    return requests


def _change_mode(play: Play, value: Params) -> list[Request]:
    return [("order.change_delivery", {"lines": play.line_numbers(value["lines"]), "mode": value["mode"]})]


def _fulfil(play: Play, value: Params) -> list[Request]:
    order = play.order(value["order"])
    lines = play.order_lines(order)
    requests: list[Request] = []
    for step in ("accept", "reject"):
        if step in value:
            numbers = [line["number"] for name in value[step] for line in meant(lines, name, to_send)]
            requests.append((f"fulfilment.{step}", {"id": order, "lines": numbers}))
    for step in ("pick", "pack", "ship"):
        if step in value:
            quantities = _quantities(lines, value[step].names, to_send)
            requests.append((f"fulfilment.{step}", {"id": order, "quantities": quantities}))
    return requests


ORDER_STEPS: Mapping[str, Callable[[Play, Any], list[Request]]] = {
    "recall": _recall,
    "edit": _on_recalled("order.edit"),
    "convert_quote": _on_recalled("order.convert"),
    "pick_up": _hand_out,
    "cancel": _cancel,
    "return": _take_back,
    "find": _find,
    "return_product": _take_back_product,
    "use_deposit": _use_deposit,
    "pay_on_order": _pay_on_order,
    "add_card": _add_card,
    "create_quote": _expiring("quote.create"),
    "quote_expiry": lambda play, value: [("quote.expiry", {"expires": value.on(play.today).isoformat()})],
    "change_delivery_mode": _change_mode,
    "fulfil": _fulfil,
}
