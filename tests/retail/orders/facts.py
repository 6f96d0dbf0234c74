"""Orders and lines in the states that the tests of their actions ask about."""

from dataclasses import replace
from datetime import timedelta

from retail.cart import CartKind
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import LineFacts, OrderFacts, Whereabouts
from retail.orders.order import LineStatus, OrderStatus
from retail.permissions import rights_of
from tests.retail.shop import SETTINGS, TODAY

HERE, ELSEWHERE = "HOUSTON", "SEATTLE"
CASHIER = rights_of("cashier", {})
PICKUP = LineFacts(DeliveryKind.PICKUP, HERE, 2000)
FETCHED = replace(PICKUP, status=LineStatus.INVOICED, invoiced_thousandths=2000)
HALF = replace(PICKUP, status=LineStatus.PARTIALLY_INVOICED, invoiced_thousandths=1000)
RETURNED = replace(FETCHED, returned_thousandths=2000)
HALF_RETURNED = replace(HALF, returned_thousandths=1000)
AWAY = replace(PICKUP, store=ELSEWHERE)
SHIP = LineFacts(DeliveryKind.SHIP, HERE, 2000)
PACKED = replace(SHIP, status=LineStatus.PACKED, picked_thousandths=2000, packed_thousandths=2000)
CARRIED = LineFacts(DeliveryKind.CARRY_OUT, HERE, 1000, status=LineStatus.INVOICED, invoiced_thousandths=1000)
REMOVED = replace(PICKUP, status=LineStatus.CANCELLED)

ORDER = OrderFacts(
    kind=CartKind.ORDER,
    status=OrderStatus.OPEN,
    whereabouts=Whereabouts.KNOWN,
    made_here=True,
    store=HERE,
    online=True,
    settings=SETTINGS,
    rights=CASHIER,
    lines=(PICKUP,),
    today=TODAY,
)
UNSENT = replace(ORDER, whereabouts=Whereabouts.UNSENT)
SENT = replace(ORDER, whereabouts=Whereabouts.SENT)
PARTLY = replace(ORDER, status=OrderStatus.PARTIALLY_INVOICED, lines=(FETCHED, PICKUP))
DONE = replace(ORDER, status=OrderStatus.INVOICED, lines=(FETCHED,))
QUOTE = replace(ORDER, kind=CartKind.QUOTE, status=OrderStatus.QUOTE, expires=TODAY)
EXPIRED = replace(QUOTE, status=OrderStatus.QUOTE_EXPIRED, expires=TODAY - timedelta(days=2))
CANCELLED = replace(ORDER, status=OrderStatus.CANCELLED)


def store_where(facts: OrderFacts, **settings: object) -> OrderFacts:
    return replace(facts, settings=replace(SETTINGS, **settings))  # type: ignore[arg-type]
