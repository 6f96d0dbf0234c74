"""The whole table of what is refused when, and why: rows from the first that decides to the last."""

from retail.messages import phrase
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import LINE_ACTIONS, Action, LineCase, LineFacts, OrderFacts, Whereabouts
from retail.orders.kinds import CartKind, Origin
from retail.orders.order import LineStatus, OrderStatus
from retail.permissions import Right
from retail.verdicts import Rule

FULFILMENT = frozenset(LINE_ACTIONS)
CHANGES = FULFILMENT | {Action.EDIT, Action.CANCEL, Action.PICK_UP, Action.RETURN, Action.CONVERT}
NEEDING_HEADQUARTERS = {Action.REJECT, Action.SHIP}
"""Steps of fulfilment that are headquarters' to go on with: it gives the line to another store, or charges the card."""
MONEY = {Action.PAY}
HANDING_OUT = FULFILMENT | {Action.PICK_UP, Action.RETURN}
ALL_BUT_LOOKING = CHANGES | MONEY | {Action.RECALL}

RIGHT_ON_A_SALE = {Action.RECALL: Right.RETURN_SALE, Action.RETURN: Right.RETURN_SALE}
"""What each action on a plain sale needs."""

RIGHT_FOR = {
    Action.RECALL: Right.RETRIEVE_ORDER,
    Action.PAY: Right.RETRIEVE_ORDER,
    Action.ACCEPT: Right.ACCEPT_ORDER,
    Action.REJECT: Right.REJECT_ORDER,
    **dict.fromkeys(sorted(CHANGES - {Action.ACCEPT, Action.REJECT}), Right.EDIT_ORDER),
}
"""What each action needs; looking and printing need nothing (FORMAT: the right to edit covers the others)."""


_LOOK = phrase("Headquarters has put this order aside. Tap the sync sign and see what needs attention.")


def _most(line: LineFacts, *, counting_picked: bool) -> int:
    picked = line.picked_thousandths if counting_picked else 0
    return max(picked, line.packed_thousandths, line.invoiced_thousandths)


def _offline_known(order: OrderFacts) -> bool:
    return not order.online and order.whereabouts is Whereabouts.KNOWN


ORDER_RULES: tuple[Rule[OrderFacts], ...] = (
    # Can anything be done from here at all? Decisions 20 and 45.
    Rule(
        "shared data needs headquarters",
        lambda order: not order.online and order.settings.filter_shared_customer_data,
        ALL_BUT_LOOKING,
        "Headquarters does not answer, and this store keeps its customers' data there. Try again later.",
    ),
    Rule(
        "unsent at another register",
        lambda order: order.whereabouts is Whereabouts.UNSENT and not order.made_here,
        ALL_BUT_LOOKING,
        "This order waits at the register that made it. Press Sync now there, or use that register.",
    ),
    Rule(
        "known to headquarters, offline",
        lambda order: _offline_known(order) and not order.settings.offline_order_actions,
        ALL_BUT_LOOKING,
        "Headquarters does not answer, and this order needs it. Try again later.",
    ),
    Rule(
        "of another store, offline",
        lambda order: _offline_known(order) and order.store != order.settings.store,
        ALL_BUT_LOOKING,
        "Headquarters does not answer, and this order is from {store}. Try again later.",
    ),
    Rule(
        "fulfilment offline",
        lambda order: not order.online,
        NEEDING_HEADQUARTERS,
        "Headquarters does not answer, and shipping and rejecting need it. Try again later.",
    ),
    # Is it over, or not yet begun? Decision 14.
    Rule(
        "draft",
        lambda order: order.status is OrderStatus.DRAFT,
        CHANGES | MONEY,
        "This order is not concluded yet. Conclude it first.",
    ),
    Rule(
        "cancelled",
        lambda order: order.status is OrderStatus.CANCELLED,
        CHANGES,
        "This order was cancelled. Make a new one instead.",
    ),
    Rule(
        "cancel pending",
        lambda order: order.status is OrderStatus.CANCEL_PENDING,
        CHANGES | MONEY,
        "This order is being cancelled. Make a new one instead.",
    ),
    # Is it on its way? Decisions 20 and 29.
    Rule(
        "put aside after it was sent",
        lambda order: order.whereabouts is Whereabouts.SENT and order.is_put_aside,
        CHANGES - {Action.CANCEL},
        _LOOK,
    ),
    Rule(
        "sent, no number",
        lambda order: order.whereabouts is Whereabouts.SENT,
        CHANGES - {Action.CANCEL},
        "This order was sent and waits for its number. Press Sync now; try again when the number is here.",
    ),
    Rule(
        "sent, no number, no asynchronous cancel",
        lambda order: order.whereabouts is Whereabouts.SENT and not order.settings.async_cancel,
        {Action.CANCEL},
        "This order was sent and waits for its number. Press Sync now; cancel it when the number is here.",
    ),
    Rule(
        "put aside",
        lambda order: order.whereabouts is Whereabouts.UNSENT and order.is_put_aside,
        HANDING_OUT,
        _LOOK,
    ),
    Rule(
        "unsent",
        lambda order: order.whereabouts is Whereabouts.UNSENT,
        HANDING_OUT,
        "This order is not sent yet. Press Sync now; try again when its number is here.",
    ),
    # Order or quote? Decision 9.
    Rule(
        "quote hands out nothing",
        lambda order: order.kind is CartKind.QUOTE,
        HANDING_OUT,
        "This is a quote. Convert it to an order first.",
    ),
    Rule(
        "quote takes no money",
        lambda order: order.kind is CartKind.QUOTE,
        MONEY,
        "A quote takes no money. Make it an order first.",
    ),
    Rule(
        "order is no quote",
        lambda order: order.kind is not CartKind.QUOTE,
        {Action.CONVERT},
        "This is an order already. Edit it instead.",
    ),
    # What of its money is missing?
    Rule(
        "all paid",
        lambda order: order.to_pay_minor == 0,
        MONEY,
        "All of this order is paid. Nothing more is taken for it.",
    ),
    Rule(
        "gone unpaid",
        lambda order: order.unpaid_minor > 0,
        {Action.RETURN},
        "The card on file was declined for goods that have gone. Take that payment first, then take them back.",
    ),
    # How much of it has gone? Decision 8; orders-and-customers 4.2 and 8.
    Rule(
        "invoiced",
        lambda order: order.status is OrderStatus.INVOICED,
        CHANGES - {Action.RETURN, Action.CONVERT},
        "Everything on this order was handed out. Use Return for what comes back.",
    ),
    Rule(
        "partly handed out, edits off",
        lambda order: order.has_invoiced and not order.settings.edit_partially_fulfilled,
        {Action.EDIT, Action.CANCEL},
        "Something was handed out, and this store changes no such order. Use Return, or ask headquarters.",
    ),
    Rule(
        "partly handed out",
        lambda order: order.has_invoiced,
        {Action.CANCEL},
        "Something was handed out, so it is not cancelled as a whole. Edit it and void its open lines.",
    ),
    Rule(
        "completed by the call centre",
        lambda order: order.origin is Origin.CALL_CENTRE and order.order_completion,
        {Action.EDIT, Action.CANCEL},
        "The call centre completes this order. Ask the call centre to change it.",
    ),
    Rule(
        "packed",
        lambda order: any(line.packed_thousandths > line.invoiced_thousandths for line in order.lines),
        {Action.CANCEL},
        "Goods of this order are packed. Undo the packing on the work list first.",
    ),
    Rule(
        "no cancellation charge code",
        lambda order: order.kind is CartKind.ORDER and order.settings.cancellation_charge_code is None,
        {Action.CANCEL},
        "No cancellation charge is set up. Ask headquarters to set one up, or edit the order.",
    ),
    # Returns. Decision 13.
    Rule(
        "nothing to return",
        lambda order: not order.has_invoiced,
        {Action.RETURN},
        "Nothing of this order was handed out yet. Cancel or edit it instead.",
    ),
    Rule(
        "all returned",
        lambda order: all(line.returned_thousandths >= line.invoiced_thousandths for line in order.lines),
        {Action.RETURN},
        "Everything that was handed out has come back already. Choose another order.",
    ),
    # Pickup. Orders-and-customers 6.
    Rule(
        "nothing to pick up",
        lambda order: not order.pickups,
        {Action.PICK_UP},
        "Nothing on this order is to be picked up. Use Pick & pack instead.",
    ),
    Rule(
        "all picked up",
        lambda order: not any(line.is_open for line in order.pickups),
        {Action.PICK_UP},
        "Nothing is left to pick up. What is still open is shipped.",
    ),
    Rule(
        "picked up elsewhere",
        lambda order: not any(line.is_open and line.store == order.settings.store for line in order.pickups),
        {Action.PICK_UP},
        "These goods are picked up at {stores}. Send the customer there, or edit the order.",
    ),
)

SALE_RULES: tuple[Rule[OrderFacts], ...] = (
    Rule(
        "plain sale",
        lambda order: True,
        CHANGES - {Action.RETURN},
        "This was a plain sale: everything was carried out. Use Return for what comes back.",
    ),
    Rule(
        "all of the sale returned",
        lambda order: all(line.returned_thousandths >= line.invoiced_thousandths for line in order.lines),
        {Action.RETURN},
        "Everything of this sale has come back already. Choose another sale.",
    ),
)
"""What holds of a plain sale: headquarters is not needed to take goods of it back."""

LINE_RULES: tuple[Rule[LineCase], ...] = (
    Rule(
        "carried out",
        lambda case: case.line.delivery is DeliveryKind.CARRY_OUT,
        FULFILMENT,
        "These goods were carried out when the order was made. Use Return if they come back.",
    ),
    Rule(
        "line removed",
        lambda case: case.line.status is LineStatus.CANCELLED,
        FULFILMENT,
        "This line was removed from the order. Choose another line.",
    ),
    Rule(
        "line rejected",
        lambda case: case.line.status is LineStatus.REJECTED,
        FULFILMENT,
        "This line was rejected. Headquarters gives it to another store.",
    ),
    Rule(
        "line invoiced",
        lambda case: not case.line.is_open,
        FULFILMENT,
        "All of this line has gone. Use Return for what comes back.",
    ),
    Rule(
        "of another store",
        lambda case: case.line.store != case.order.settings.store,
        FULFILMENT,
        "{store} handles this line. Choose a line of this store.",
    ),
    Rule(
        "accepted already",
        lambda case: case.line.status is not LineStatus.PENDING,
        {Action.ACCEPT},
        "This line is accepted already. Pick it next.",
    ),
    Rule(
        "to be accepted first",
        lambda case: case.line.status is LineStatus.PENDING,
        {Action.START, Action.PICK, Action.PACK, Action.SHIP},
        "Accept this line first.",
    ),
    Rule(
        "store rejects nothing",
        lambda case: not case.order.settings.reject_fulfilment,
        {Action.REJECT},
        "This store may not reject lines. Ask headquarters to change the order.",
    ),
    Rule(
        "partly gone",
        lambda case: bool(case.line.invoiced_thousandths),
        {Action.REJECT},
        "Goods of this line have gone. Edit the order and void what is left of it instead.",
    ),
    Rule(
        "picking has begun",
        lambda case: bool(case.line.picked_thousandths or case.line.packed_thousandths),
        {Action.REJECT},
        "Goods of this line are picked. Undo that first, then reject it.",
    ),
    Rule(
        "picking was begun",
        lambda case: (
            case.line.status is LineStatus.PICKING
            or _most(case.line, counting_picked=True) > case.line.invoiced_thousandths
        ),
        {Action.START},
        "The picking of this line has begun. Mark what is picked.",
    ),
    Rule(
        "pickups are not packed",
        lambda case: case.line.delivery is DeliveryKind.PICKUP,
        {Action.PACK, Action.SHIP},
        "These goods are picked up. Use Pick up when the customer is here.",
    ),
    Rule(
        "shipments are not collected",
        lambda case: case.line.delivery is DeliveryKind.SHIP,
        {Action.READY},
        "These goods are shipped. Pack them instead.",
    ),
    Rule(
        "not picked, not ready",
        lambda case: case.line.picked_thousandths <= case.line.invoiced_thousandths,
        {Action.READY},
        "Nothing of this line is picked. Pick it first; then it is ready for collection.",
    ),
    Rule(
        "all ready",
        lambda case: case.line.ready_thousandths >= case.line.picked_thousandths,
        {Action.READY},
        "All that is picked of this line is ready for collection. Use Pick up when the customer is here.",
    ),
    Rule(
        "packed after picking",
        lambda case: (
            case.line.picked_thousandths <= case.line.packed_thousandths
            and case.line.packed_thousandths > case.line.invoiced_thousandths
        ),
        {Action.UNPICK},
        "What was picked of this line is packed. Undo the packing first.",
    ),
    Rule(
        "nothing to put back",
        lambda case: case.line.picked_thousandths <= case.line.invoiced_thousandths,
        {Action.UNPICK},
        "Nothing of this line is picked. There is nothing to put back.",
    ),
    Rule(
        "nothing to unpack",
        lambda case: case.line.packed_thousandths <= case.line.invoiced_thousandths,
        {Action.UNPACK},
        "Nothing of this line is packed. There is nothing to unpack.",
    ),
    Rule(
        "all picked",
        lambda case: _most(case.line, counting_picked=True) >= case.line.ordered_thousandths,
        {Action.PICK},
        "All of this line is picked. Pack it, or hand it out.",
    ),
    Rule(
        "all packed",
        lambda case: _most(case.line, counting_picked=False) >= case.line.ordered_thousandths,
        {Action.PACK},
        "All of this line is packed. Ship it.",
    ),
)

CAUTIONS: tuple[Rule[OrderFacts], ...] = (
    Rule(
        "quote expired",
        lambda order: (
            order.kind is CartKind.QUOTE and order.expires is not None and order.expires < order.today
        ),
        {Action.CONVERT, Action.EDIT},
        "This quote expired on {expires}. Today's prices will hold.",
    ),
    Rule(
        "keyed elsewhere",
        lambda order: order.origin in (Origin.HQ, Origin.CRM),
        {Action.EDIT},
        "This order was keyed at headquarters. Show the customer the new prices before concluding.",
    ),
)
"""What to mind though it is allowed (decisions 9 and 43)."""
