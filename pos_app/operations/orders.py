"""Finding orders and looking at them."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Done, Needs, Outcome, Params, Refused, operation
from pos_app.register.known_order import KnownOrder
from pos_app.register.names import state_name
from retail.messages import say
from retail.orders.order import status_on
from retail.permissions import Right


@operation(
    "order.find",
    title="Find order",
    needs={Needs.SIGNED_IN},
    permission=Right.RETRIEVE_ORDER,
    asks=(Ask("text", prompt=say("Number, name or phone")),),
)
def find_orders(context: RegisterContext, params: Params) -> Outcome:
    """Find orders made here or sent to this store."""
    found = context.shop.find_orders(params["text"])
    return Done(say("{count} found.", count=len(found)), {"orders": [_row(order) for order in found]})


@operation(
    "order.show",
    title="Show order",
    needs={Needs.SIGNED_IN},
    asks=(Ask("id", prompt=say("Which order?")),),
)
def show_order(context: RegisterContext, params: Params) -> Outcome:
    """Look at one order; looking needs no right."""
    order = context.shop.order(params["id"])
    if order is None:
        return Refused(say("This order is not known here. Search again."))
    status = status_on(order.status, order.state.terms.expires, context.today)
    return Done(say("{number}: {status}", number=order.reference, status=state_name(status)), _row(order))


def _row(order: KnownOrder) -> dict[str, object]:
    return {
        "order": order.id,
        "number": order.number,
        "confirmation_number": order.confirmation_number,
        "customer": order.customer_name,
        "status": order.status,
        "total_minor": order.total_minor,
    }
