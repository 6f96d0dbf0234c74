"""An order as it stands at this moment, for something to be done to it: headquarters' word where it is needed."""

from pos_app.operations.context import RegisterContext
from pos_app.register.known_order import KnownOrder
from pos_app.register.realtime import HeadquartersSilent
from retail.errors import RuleBroken
from retail.orders.actions import order_verdict
from retail.orders.copies import knows_all
from retail.orders.facts import Action, OrderFacts
from retail.orders.order import OrderState
from retail.permissions import Right
from retail.verdicts import Answer


def order_for(context: RegisterContext, id: str, action: Action) -> KnownOrder:
    """The order, if this may be done to it here and now; what the user may not do needs an approval.

    Raises:
        RuleBroken: the order is not known here, or the table of actions says no, in its words.
    """
    known = fetched(context, id)
    verdict = order_verdict(facts_here(context, known), action)
    verdict.check()
    if verdict.answer is Answer.NEEDS_APPROVAL:
        context.require(Right(verdict.right))
    return known


def fetched(context: RegisterContext, id: str) -> KnownOrder:
    """The order as headquarters knows it now, or as this register does while headquarters cannot say.

    Raises:
        RuleBroken: nobody here knows it, or what was done to it here is still on its way.
    """
    known = context.shop.order(id)
    if known is not None and known.number is None and not known.state.is_sale:
        return known
    fresh = _asked(context, id)
    if fresh is None:
        if known is None:
            raise RuleBroken("This order is not known here. Search again when headquarters answers.")
        return known
    if known is not None and not knows_all(fresh, known.state):
        if not context.shop.waiting_acts(known.state):
            return known
        fresh = _brought_up(context, known.state)
    return KnownOrder(fresh, None if known is None else known.transaction, from_headquarters=True)


def _brought_up(context: RegisterContext, order: OrderState) -> OrderState:
    """The order as headquarters has it once what was done to it here has been brought there.

    Raises:
        RuleBroken: it did not get there, or headquarters will not have it before somebody has looked.
    """
    for act in context.shop.waiting_acts(order):
        context.courier.bring(act)
    fresh = _asked(context, order.id)
    if fresh is None or not knows_all(fresh, order):
        if context.shop.is_put_aside(order):
            raise RuleBroken(
                "Headquarters put aside what was done to this order. Tap the sync sign and see what needs attention."
            )
        raise RuleBroken("Something done to this order is still on its way. Press Sync now, then try again.")
    return fresh


def facts_here(context: RegisterContext, order: KnownOrder) -> OrderFacts:
    """What the rules must know of an order at this register now."""
    return context.shop.facts(
        order,
        context.settings,
        frozenset(() if context.user is None else context.user.rights),
        context.today,
        online=context.headquarters.answers(),
    )


def check_unchanged(context: RegisterContext, order: OrderState) -> None:
    """Let an act be concluded only on the order as it was opened for it; one without a number is this register's.

    Raises:
        RuleBroken: headquarters does not answer and is needed, or the order was changed meanwhile.
    """
    changed = RuleBroken("This order was changed elsewhere meanwhile. Discard this and open the order again.")
    known = context.shop.order(order.id)
    if known is not None and not knows_all(order, known.state):
        raise changed
    if order.is_sale:
        _check_sale_unchanged(context, order, changed)
        return
    if not order.number and known is not None and known.number is None:
        return
    try:
        fresh = context.headquarters.order(order.id)
    except HeadquartersSilent as silent:
        if context.settings.offline_order_actions or silent.was_taken:
            # Headquarters is there and only its answers are lost: it gets what is kept here, once.
            return
        fresh = None
    if fresh is None:
        raise RuleBroken(
            "Headquarters does not answer, and this order needs it. Discard this, or try again later."
        )
    # What headquarters lacks of it is still waiting here, or lies there and is posted before this.
    if not knows_all(order, fresh) and context.shop.waiting_act(order) is None:
        raise changed


def _check_sale_unchanged(context: RegisterContext, sale: OrderState, changed: RuleBroken) -> None:
    """A sale stays this register's until headquarters says that more of it came back elsewhere."""
    fresh = _asked(context, sale.id)
    if fresh is not None and not knows_all(sale, fresh):
        raise changed


def _asked(context: RegisterContext, id: str) -> OrderState | None:
    try:
        return context.headquarters.order(id)
    except HeadquartersSilent:
        return None
