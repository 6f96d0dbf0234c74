"""Which actions an order or a customer allows at this register now, from the rules' tables."""

from pos_app.register.known_order import KnownLine, KnownOrder
from pos_app.register.session import RegisterSession
from retail.cart import CartKind
from retail.customer_actions import CustomerAction, CustomerFacts, customer_actions
from retail.customers import Customer
from retail.orders.actions import order_actions
from retail.orders.facts import Action, LineFacts, OrderFacts
from retail.orders.order import OrderStatus, status_on
from retail.settings import StoreSettings
from retail.verdicts import Verdict

QUOTES = (OrderStatus.QUOTE, OrderStatus.QUOTE_EXPIRED)


def actions_of(
    session: RegisterSession, settings: StoreSettings, order: KnownOrder, *, online: bool
) -> dict[Action, Verdict]:
    """The verdict on every action of an order; `online` says whether headquarters answers at this moment."""
    today = session.clock.now().date()
    facts = OrderFacts(
        kind=CartKind.QUOTE if order.status in QUOTES else CartKind.ORDER,
        status=status_on(order.status, order.expires, today),
        whereabouts=session.finding.whereabouts(order),
        made_here=order.transaction is not None,
        store=order.store,
        online=online,
        settings=settings,
        rights=frozenset(() if session.user is None else session.user.rights),
        lines=tuple(_facts_of(line) for line in order.lines),
        today=today,
        expires=order.expires,
        origin=order.origin,
    )
    return order_actions(facts)


def customer_actions_of(
    settings: StoreSettings, customer: Customer, *, online: bool
) -> dict[CustomerAction, Verdict]:
    """The verdict on every action of a customer."""
    return customer_actions(CustomerFacts(customer.is_pending, online, settings))


def _facts_of(line: KnownLine) -> LineFacts:
    return LineFacts(
        delivery=line.delivery,
        store=line.store,
        ordered_thousandths=line.ordered_thousandths,
        status=line.status,
        invoiced_thousandths=line.invoiced_thousandths,
        returned_thousandths=line.returned_thousandths,
    )
