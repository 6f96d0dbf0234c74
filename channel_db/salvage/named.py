"""Which documents a journal was written for: its entries name them, so that one that is gone is known by name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from retail.journal import JournalEntry

_NAMED_AS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "customer.add": ("customer", "customer"),
        "info": ("document", "info"),
        "order.fix_delivery": ("correction", "correction"),
        "shift.close": ("shift", "shift"),
    }
)
"""Of these entries the fact that is the id of a document, and its kind. Transactions are known by their numbers."""
_BEGINNINGS = (("customer.", "customer_change"), ("fulfilment.", "fulfilment"))
"""All other entries that begin so name their document as such; older ones name none."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document that an entry names: when it was made, and by whom."""

    kind: str
    id: str
    at: str
    user: str


def named_documents(entries: Iterable[JournalEntry]) -> dict[str, Named]:
    """The documents, but for transactions, that these entries were written for, by id, in their order."""
    found: dict[str, Named] = {}
    for entry in entries:
        fact, kind = _NAMED_AS.get(entry.kind) or _by_beginning(str(entry.kind))
        id = facts_of(entry).get(fact) if fact else None
        if isinstance(id, str) and id:
            found[id] = Named(kind, id, entry.at, entry.user)
    return found


def facts_of(entry: JournalEntry) -> Mapping[str, Any]:
    """What an entry says; nothing where it cannot be read, as one that nothing proves may be."""
    try:
        said = json.loads(entry.text)
    except (ValueError, TypeError):
        return {}
    return said if isinstance(said, dict) else {}


def _by_beginning(kind: str) -> tuple[str, str]:
    return next((("document", of) for beginning, of in _BEGINNINGS if kind.startswith(beginning)), ("", ""))
