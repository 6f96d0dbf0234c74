"""What stays of documents and orders when their customer is erased: all of the sale, and nothing that says who it was.

Where the name stood, the account id stands. The text without names is also what the journal's chain holds the
fingerprint of (`seal`): it verifies before an erasure and after it, and proves no guess of a name.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from retail.orders.delivery import Delivery
from retail.orders.events import Change, Event, What
from retail.orders.order import OrderState
from retail.wire.base import Json, fingerprint

_WHO = ("name", "phone", "line1", "postcode", "city")
"""Of an address, who lives there and where; region and country stay, since tax was worked out by them."""
_NOBODY: Json = dict.fromkeys(_WHO, "")
_NO_CUSTOMER = '"customer":null'
"""As a transaction of a stranger says it; in a text that somebody typed no quotation mark stands there by itself."""


def nameless(text: str) -> str:
    """A document's text without its customer. One that names nobody, or cannot be read, stays as it is."""
    if _NO_CUSTOMER in text:
        return text
    try:
        said = json.loads(text)
        bare = said | _OF_KIND[said["kind"]](said)
    except (ValueError, KeyError, TypeError, AttributeError):
        return text
    return text if bare == said else json.dumps(bare, ensure_ascii=False, separators=(",", ":"))


def is_nameless(text: str) -> bool:
    """Whether nothing in a document's text would be erased."""
    return nameless(text) == text


def seal(text: str) -> str:
    """The fingerprint of what of a document is never erased."""
    return fingerprint(nameless(text))


def is_same_but_erased(one: str, other: str) -> bool:
    """Whether these texts are one document, of which one was erased."""
    bare = nameless(one)
    return bare == nameless(other) and bare in (one, other)


def nameless_order(order: OrderState) -> OrderState:
    """An order without its customer."""
    return replace(
        order,
        customer=replace(order.customer, name=order.customer.account or ""),
        terms=replace(order.terms, collector=""),
        lines=tuple([replace(each, plan=to_nobody(each.plan)) for each in order.lines]),
        events=tuple([nameless_event(each) for each in order.events]),
    )


def nameless_event(event: Event) -> Event:
    """What was done to an order, without to whom goods went and who fetched them."""
    kept = [_of_nobody(each) for each in event.changes if each.what is not What.COLLECTOR]
    return replace(event, changes=tuple(kept))


def to_nobody(plan: Delivery | None) -> Delivery | None:
    """How a line leaves, without to whom and to which door."""
    if plan is None or plan.address is None:
        return plan
    return replace(plan, address=replace(plan.address, name="", phone="", line1="", postcode="", city=""))


def _of_nobody(change: Change) -> Change:
    """A change without the place goods went to."""
    if change.what is not What.DELIVERY:
        return change
    before, after = (each.partition(", ")[0] for each in (change.before, change.after))
    return replace(change, before=before, after=after)


def _of_customer(said: Json) -> Json:
    return {
        **dict.fromkeys(("name", "email", "phone", "title", "receipt_email"), ""),
        "addresses": [], "extras": [],
    }  # fmt: skip


def _of_change(said: Json) -> Json:
    fields = [
        {"field": each["field"].partition(":")[0], "before": "", "after": ""} for each in said["fields"]
    ]
    return {"customer_name": "", "fields": fields, "addresses": [], "loyalty_cards": []}


def _of_transaction(said: Json) -> Json:
    customer = said["customer"]
    return {
        "customer": customer | {"name": customer["account"] or ""},
        "lines": [_of_line(each) for each in said["lines"]],
        **{part: said[part] and said[part] | {"collector": ""} for part in ("order", "act")},
    }


def _of_line(line: Json) -> Json:
    delivery = line["delivery"]
    if not delivery or not delivery["address"]:
        return line
    return line | {"delivery": delivery | {"address": delivery["address"] | _NOBODY}}


def _of_answers(said: Json) -> Json:
    return {"answers": [each | {"answer": ""} for each in said["answers"]]}


_OF_KIND: Mapping[str, Callable[[Json], Json]] = MappingProxyType(
    {
        "customer": _of_customer,
        "customer_change": _of_change,
        "transaction": _of_transaction,
        "fulfilment": lambda said: {},
        "info": _of_answers,
    }
)
