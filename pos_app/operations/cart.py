"""Operations on the open cart as a whole: take its last change back, and make it again."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Done, Needs, Outcome, Params, operation
from retail.cart import Cart
from retail.messages import say
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


def _note(context: RegisterContext, kind: str, change: Change) -> None:
    """Say in the journal what the cart was with the change and without it."""
    context.note(kind, operation=change.operation, lines_before=_lines(change.before),
                 lines_after=_lines(change.after))  # fmt: skip


def _lines(cart: Cart | None) -> list[list[object]]:
    """Product, quantity and amount of what is in the cart; struck lines are not."""
    lines = () if cart is None else cart.active_lines
    return [[line.product, line.quantity_thousandths, line.amount_minor] for line in lines]
