"""What the open cart does to an order, as JSON values and back: the act with its order, and shares of its lines."""

from dataclasses import astuple
from typing import Any

from retail.orders.acts import Act, ActKind, OtherCharge
from retail.orders.shares import Share
from retail.wire.orders import order_text, read_order

Json = dict[str, Any]


def act_values(act: Act) -> Json:
    """The act with the order as it was when it was opened for it."""
    return {
        "kind": act.kind,
        "order": None if act.order is None else order_text(act.order),
        "deposit_paid_minor": act.deposit_paid_minor,
        "deposit_used_minor": act.deposit_used_minor,
        "applied_minor": act.applied_minor,
        "may_steer": act.may_steer,
        "reason": act.reason,
        "approved_by": act.approved_by,
        "collector": act.collector,
        "settled_minor": act.settled_minor,
        "invoice": act.invoice,
        "asked_minor": act.asked_minor,
        "other_charge": None if act.other_charge is None else list(astuple(act.other_charge)),
    }


def read_act(values: Json | None) -> Act | None:
    """The act that `act_values` wrote; a cart kept before there were acts has none."""
    if values is None:
        return None
    order, other = values["order"], values.get("other_charge")
    return Act(
        **{
            **values,
            "kind": ActKind(values["kind"]),
            "order": None if order is None else read_order(order),
            "other_charge": None if other is None else OtherCharge(*other),
        }
    )


def share_values(share: Share) -> list[Any]:
    """The share of an order's line that a line of the cart stands for."""
    return [
        share.quantity_thousandths,
        share.amount_minor,
        share.tax_minor,
        share.charges_minor,
        share.charge_taxes_minor,
    ]


def read_share(values: list[Any] | None) -> Share | None:
    """The share that `share_values` wrote."""
    if values is None:
        return None
    quantity, amount, tax, charges, taxes = values
    return Share(quantity, amount, tax, tuple(charges), tuple(taxes))
