"""The operation that says what the store wants to know of a sale or an order."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Done, Kind, Needs, Outcome, Params, operation
from retail.messages import say
from retail.order_attributes import attributes_of, say_attributes


@operation(
    "cart.details",
    title="Details",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.OPEN_CART},
    asks=(Ask("attributes", prompt=say("What are the details?"), kind=Kind.FIELDS),),
)
def say_details(context: RegisterContext, params: Params) -> Outcome:
    """Say attributes of the sale or the order, those that are given; an empty one takes a value away."""
    cart, typed = context.open_cart, params["attributes"]
    context.cart = say_attributes(cart, typed, context.settings)
    if context.cart != cart:
        names = {each.attribute: each.name for each in attributes_of(cart.kind, context.settings)}
        context.note(
            "cart.details", attributes={names[each]: dict(context.cart.attributes)[each] for each in typed}
        )
    return Done(say("The details are kept."))
