"""Setting a sale aside, and taking it up again exactly as it was; on this register, online or not."""

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from retail.clock import stamp
from retail.messages import Name, say
from retail.permissions import Right
from retail.receipt_suspended import SetAside
from retail.suspended import (
    SuspendedCart,
    check_name,
    check_room_for,
    check_suspendable,
    suspended_by,
    suspended_code,
)
from retail.totals import totals_of


@operation(
    "transaction.suspend",
    title="Suspend sale",
    needs={Needs.SIGNED_IN, Needs.OPEN_CART, Needs.CARD_CLEAR},
    permission=Right.SUSPEND_SALE,
    takes={"name": Kind.TEXT},
)
def suspend(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Set the open sale aside, by a name if one is given."""
    cart, name = check_suspendable(context.open_cart), check_name(params.get("name", ""))
    context.shop.check_room()
    total = totals_of(cart, context.settings).total_minor
    user = "" if context.user is None else context.user.user
    context.note("transaction.suspend", transaction=cart.id, total_minor=total)

    def write(work: Work) -> Done:
        work.suspend_cart(cart, name, total, stamp(context.now), user)
        words = say("Sale suspended: {name}.", name=Name(name)) if name else say("Sale suspended.")
        return Done(words, {"suspended": cart.id})

    context.cart = None
    return Kept(write)


@operation(
    "transaction.resume",
    title="Resume sale",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT},
    asks=(Ask("id", prompt=say("Which suspended sale?")),),
)
def resume(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Take up a sale that was set aside, exactly as it was."""
    check_room_for(context.cart)
    id = suspended_by(params["id"], [each.id for each in context.memory.suspended_carts()])
    cart = None if id is None else context.memory.suspended_cart(id)
    if id is None or cart is None:
        return Refused(say("This sale is not suspended here. Choose one of the list."))
    context.note("transaction.resume", transaction=cart.id)

    def write(work: Work) -> Done:
        work.take_up_cart(id)
        return Done(say("Suspended sale taken up ({count} items).", count=len(cart.active_lines)))

    context.cart = cart
    return Kept(write)


@operation(
    "transaction.slip",
    title="Print suspended sale",
    needs={Needs.SIGNED_IN},
    asks=(Ask("id", prompt=say("Which suspended sale?")),),
)
def print_slip(context: RegisterContext, params: Params) -> Outcome:
    """Print the slip of a sale that was set aside; scanning its code takes it up again at this register."""
    listed = {each.id: each for each in context.memory.suspended_carts()}
    id = suspended_by(params["id"], listed)
    cart = None if id is None else context.memory.suspended_cart(id)
    if id is None or cart is None:
        return Refused(say("This sale is not suspended here. Choose one of the list."))
    context.receipts.print_slip(SetAside(listed[id], cart, context.place.register), context.settings)
    return Done(say("Slip of the suspended sale printed."), {"code": suspended_code(id)})


@operation("transaction.suspended", title="Suspended sales", needs={Needs.SIGNED_IN})
def list_suspended(context: RegisterContext, params: Params) -> Outcome:
    """What is set aside on this register, newest first."""
    found = context.memory.suspended_carts()
    return Done(say("{count} found.", count=len(found)), {"suspended": [_row(each) for each in found]})


def _row(each: SuspendedCart) -> dict[str, object]:
    return {
        "id": each.id,
        "name": each.name,
        "customer": each.customer,
        "lines": each.line_count,
        "total_minor": each.total_minor,
        "at": each.at,
        "user": each.user,
    }
