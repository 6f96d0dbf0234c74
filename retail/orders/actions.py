"""Which actions an order allows here and now; and for each that it does not, why, in words to act on."""

from collections.abc import Mapping
from typing import Any

from retail.messages import Message
from retail.orders.facts import ORDER_ACTIONS, Action, LineCase, LineFacts, OrderFacts
from retail.orders.kinds import CartKind
from retail.orders.rules import CAUTIONS, LINE_RULES, ORDER_RULES, RIGHT_FOR, RIGHT_ON_A_SALE, SALE_RULES
from retail.verdicts import Answer, Verdict, first_rule, refusal


def order_actions(order: OrderFacts) -> dict[Action, Verdict]:
    """The verdict on every action of an order as a whole."""
    return {action: order_verdict(order, action) for action in ORDER_ACTIONS}


def order_verdict(order: OrderFacts, action: Action) -> Verdict:
    """The verdict on one action: the first row of the table that applies decides, then the user's rights."""
    rule = first_rule(SALE_RULES if order.kind is CartKind.SALE else ORDER_RULES, action, order)
    if rule is not None:
        return refusal(rule, _values(order, order.store))
    caution = first_rule(CAUTIONS, action, order)
    words = None if caution is None else Message(caution.words, _values(order, order.store))
    return _by_right(order, action, words)


def line_verdict(order: OrderFacts, line: LineFacts, action: Action) -> Verdict:
    """The verdict on one action of a line: what holds for the order comes before what holds for the line."""
    rule = first_rule(ORDER_RULES, action, order)
    if rule is not None:
        return refusal(rule, _values(order, order.store))
    line_rule = first_rule(LINE_RULES, action, LineCase(order, line))
    if line_rule is not None:
        return refusal(line_rule, _values(order, line.store))
    return _by_right(order, action, None)


def _by_right(order: OrderFacts, action: Action, words: Message | None) -> Verdict:
    right = (RIGHT_ON_A_SALE if order.kind is CartKind.SALE else RIGHT_FOR).get(action)
    if right is not None and right not in order.rights:
        return Verdict(Answer.NEEDS_APPROVAL, words, right=right)
    return Verdict(Answer.ALLOWED, words)


def _values(order: OrderFacts, store: str) -> Mapping[str, Any]:
    named = order.settings.place_name
    stores = {line.store for line in order.pickups if line.is_open}
    return {
        "store": named(store),
        "stores": ", ".join(sorted(map(named, stores))),
        "expires": "" if order.expires is None else order.expires,
    }
