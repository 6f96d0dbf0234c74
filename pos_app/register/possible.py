"""Which actions an order or a customer allows at this register now, from the rules' tables."""

from pos_app.register.known_order import KnownOrder
from pos_app.register.session import RegisterSession
from retail.customer_actions import CustomerAction, CustomerFacts, customer_actions
from retail.customers import Customer
from retail.orders.actions import order_actions
from retail.orders.facts import Action
from retail.settings import StoreSettings
from retail.verdicts import Verdict


def actions_of(
    session: RegisterSession, settings: StoreSettings, order: KnownOrder, *, online: bool
) -> dict[Action, Verdict]:
    """The verdict on every action of an order; `online` says whether headquarters answers at this moment."""
    rights = frozenset(() if session.user is None else session.user.rights)
    return order_actions(
        session.finding.facts(order, settings, rights, session.clock.now().date(), online=online)
    )


def customer_actions_of(
    settings: StoreSettings, customer: Customer, *, online: bool
) -> dict[CustomerAction, Verdict]:
    """The verdict on every action of a customer."""
    return customer_actions(CustomerFacts(customer.is_pending, online, settings))
