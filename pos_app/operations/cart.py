"""Operations on the open cart as a whole: take its last change back and make it again, and say who sells."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Done, Needs, Outcome, Params, operation
from retail.cart import Cart
from retail.messages import say
from retail.permissions import Right
from retail.undo import Change


@operation(
    "cart.undo",
    title="Undo",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.NO_TENDER, Needs.DONE_CHANGE},
)
def undo(context: RegisterContext, params: Params) -> Outcome:
    """Take the last change of the open cart back."""
    change, context.history = context.history.undo()
    _note(context, "cart.undo", change)
    context.cart = change.before
    return Done(say("Undone: {what}.", what=say(change.title)), {"undone": change.operation})


@operation(
    "cart.redo",
    title="Redo",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.NO_TENDER, Needs.UNDONE_CHANGE},
)
def redo(context: RegisterContext, params: Params) -> Outcome:
    """Make the change that was taken back last again."""
    change, context.history = context.history.redo()
    context.cart = change.after
    _note(context, "cart.redo", change)
    return Done(say("Done again: {what}.", what=say(change.title)), {"redone": change.operation})


@operation(
    "sale.sales_rep",
    title="Sales representative",
    needs={Needs.SIGNED_IN, Needs.OPEN_CART},
    permission=Right.SALES_REP,
)
def name_sales_rep(context: RegisterContext, params: Params) -> Outcome:
    """Say who sells, in place of whoever was said before. It is asked and kept as the answer to an info code."""
    return Done(say("Sales representative changed."))


def _note(context: RegisterContext, kind: str, change: Change) -> None:
    """Say in the journal what the cart was with the change and without it."""
    context.note(kind, operation=change.operation, lines_before=_lines(change.before),
                 lines_after=_lines(change.after))  # fmt: skip


def _lines(cart: Cart | None) -> list[list[object]]:
    """Product, quantity and amount of what is in the cart; struck lines are not."""
    lines = () if cart is None else cart.active_lines
    return [[line.product, line.quantity_thousandths, line.amount_minor] for line in lines]
