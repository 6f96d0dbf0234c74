"""What customers said of being written to or called, contact by contact: nothing that was said is overwritten."""

from collections.abc import Iterable

from retail.customer_extras import ContactKind
from retail.wire.base import Json
from retail.wire.feeds import ConsentRow

KEPT = 100
"""So many of the newest are told to registers; the customer's history at headquarters has all of them."""
_OF_CONTACTS = tuple(f"{kind}:" for kind in ContactKind)


def with_consents(
    details: Json, before: Json, said: Iterable[tuple[str, str]], register: str, by: str, at: str
) -> Json:
    """The details of a customer with what was said before and now: contacts by their keys, no consent: taken away."""
    kept: list[Json] = list(before.get("consents", ()))
    for contact, consent in said:
        if contact.startswith(_OF_CONTACTS):
            row = ConsentRow(contact=contact, consent=consent, register_name=register, said_to=by, at=at)
            kept.append(row.model_dump(mode="json"))
    return {**details, "consents": kept[-KEPT:]} if kept else details


def of_both(one: Json, other: Json) -> list[Json]:
    """What was said by two customers who are one, in the order of time."""
    both: list[Json] = [*one.get("consents", ()), *other.get("consents", ())]
    return sorted(both, key=lambda each: str(each["at"]))[-KEPT:]
