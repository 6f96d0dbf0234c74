"""Entries of the journal that named a customer: what stays of one when the customer is erased, and how it is known.

Entries made since there is erasure name nobody. An older one has a name inside what its hash covers: erased, it is
taken by its hash, which its follower covers, and says of itself that it was erased.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType

NAMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "customer.edit": ("fields",),
        "customer.issue_loyalty_card": ("card",),
        "info": ("answers",),
        "pickup.collector": ("expected", "collector"),
        "transaction.suspend": ("name",),
    }
)
"""The kinds of entries that named somebody, and in which of their facts. No other kind can be erased."""
_MARK = '{"erased":true'
"""How an erased entry begins: one that was written by a register has its facts in the order of their names."""


def is_erased(kind: str, text: str) -> bool:
    """Whether this is what stays of an entry that named somebody."""
    return kind in NAMED and text.startswith(_MARK)


def erased_entry(kind: str, text: str) -> str:
    """What stays of an entry: ids, numbers and amounts. One that names nobody stays as it is.

    >>> erased_entry("pickup.collector", '{"cart":"c","collector":"Per","expected":"Anna","order":"o"}')
    '{"erased":true,"cart":"c","order":"o"}'
    """
    named = NAMED.get(kind, ())
    if is_erased(kind, text) or not named:
        return text
    facts = json.loads(text)
    if not any(facts.get(each) for each in named):
        return text
    stays = {name: fact for name, fact in facts.items() if name not in named}
    return json.dumps({"erased": True, **stays}, ensure_ascii=False, separators=(",", ":"))


def concerned_by(text: str) -> set[str]:
    """The ids an entry names: of the customer, the cart or transaction, and the order it is about."""
    facts = json.loads(text)
    return {str(facts[each]) for each in ("customer", "cart", "transaction", "order") if facts.get(each)}
