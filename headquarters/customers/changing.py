"""Merging what registers changed of a customer: by field, what was made later stands, and no version is lost."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.customers.consents import with_consents
from headquarters.customers.models import Customer, CustomerHistory, LoyaltyCard
from headquarters.customers.service import customer_value, details_of, standing_customer
from retail.customer_changes import (
    Collision,
    CustomerChange,
    Version,
    merge,
    name_of_field,
    standing,
    value_of,
)
from retail.customers import Customer as CustomerState
from retail.messages import SPACES, Message, Name, listed, say
from retail.wire.conversion import address_part
from retail.wire.customers import change_of, customer_in
from retail.wire.feeds import CustomerRow
from retail.wire.uploads import CustomerChangeDocument

MERGE = "merge "
"""What the change of a row in the history begins with that was taken over from another customer."""


def post_change(session: Session, document: CustomerChangeDocument, at: str) -> Message | None:
    """Change the customer; sent again, it changes nothing. Gives back what a person should know of it.

    Raises:
        LookupError: there is no such customer.
    """
    customer = standing_customer(session, document.customer)
    if customer is None:
        raise LookupError(document.customer)
    state = customer_in(CustomerRow.of(customer_value(customer)))
    if document.id in state.changes:
        return None
    change, notes = _with_free_cards(session, customer, change_of(document), at)
    change, late = _without_older(session, customer, state, change, document, at)
    changed, collisions = merge(state, change)
    _keep_history(session, customer, state, document, at)
    for number in change.loyalty_cards:
        session.add(
            LoyaltyCard(number=number, customer_id=customer.id, change=change.id, issued_at=document.made_at)
        )
    _set(session, customer, changed, document, change)
    session.flush()
    met = [*notes, *map(_words, collisions), *late]
    return listed(met, SPACES) if met else None


def history_of(session: Session, customer: Customer) -> list[CustomerHistory]:
    """Every field that registers changed of this customer, the oldest first."""
    rows = select(CustomerHistory).where(CustomerHistory.customer_id == customer.id)
    return list(session.scalars(rows.order_by(CustomerHistory.id)))


def _with_free_cards(
    session: Session, customer: Customer, change: CustomerChange, at: str
) -> tuple[CustomerChange, list[Message]]:
    """The change without the cards that are somebody's already; of another customer's a person has to know."""
    rows = session.scalars(select(LoyaltyCard).where(LoyaltyCard.number.in_(change.loyalty_cards)))
    taken = {row.number: row.customer_id for row in rows}
    notes = []
    for number, owner in taken.items():
        if owner != customer.id:
            words = say(
                "The loyalty card {number} was given to {name} ({account}), but it is another customer's. "
                "It stays with that one; give this customer another card.",
                number=number, name=customer.name, account=customer.account,
            )  # fmt: skip
            open_case(session, "loyalty card given twice", change.id, words, at)
            notes.append(words)
    free = tuple(number for number in dict.fromkeys(change.loyalty_cards) if number not in taken)
    return replace(change, loyalty_cards=free), notes


def _without_older(
    session: Session, customer: Customer, state: CustomerState, change: CustomerChange,
    document: CustomerChangeDocument, at: str,
) -> tuple[CustomerChange, list[Message]]:  # fmt: skip
    """The change without the fields in which what another register made later stands already, and words about those.

    So every order of arrival ends with the same values. A clock that is ahead counts as now.
    """
    now = datetime.fromisoformat(at)
    made_at = min(datetime.fromisoformat(document.made_at), now)
    known: dict[str, list[Version]] = {}
    for row in history_of(session, customer):
        if row.change.startswith(MERGE):
            continue  # nobody said it then: it was there before, of one who was found to be the same
        moment = min(datetime.fromisoformat(row.changed_at), datetime.fromisoformat(row.posted_at))
        known.setdefault(row.field, []).append(Version(row.change, moment, row.before, row.after))
    stays, words = [], []
    for each in change.fields:
        versions = known.get(each.field, [])
        stands, before = (
            standing([*versions, Version(change.id, made_at, each.before, each.after)]),
            standing(versions),
        )
        # Where something else stands than any register said, a person at headquarters changed it before this came.
        is_known = before is not None and before.after == value_of(state, each.field)
        if is_known and stands is not None and stands.change != change.id and stands.after != each.after:
            words.append(
                say(
                    "The {field} '{after}' is older than '{stands}', which stands; both are kept in the "
                    "customer's history.",
                    field=Name(name_of_field(each.field)), after=each.after, stands=stands.after,
                )
            )  # fmt: skip
        else:
            stays.append(each)
    return replace(change, fields=tuple(stays)), words


def _keep_history(
    session: Session, customer: Customer, state: CustomerState, document: CustomerChangeDocument, at: str
) -> None:
    for each in change_of(document).fields:
        session.add(CustomerHistory(
            customer_id=customer.id, change=document.id, field=str(each.field), before=each.before,
            replaced=value_of(state, each.field), after=each.after, register=document.register_name,
            changed_by=document.made_by, changed_at=document.made_at, posted_at=at))  # fmt: skip


def _set(
    session: Session,
    customer: Customer,
    state: CustomerState,
    document: CustomerChangeDocument,
    change: CustomerChange,
) -> None:
    customer.type, customer.name, customer.business = state.type.value, state.name, state.business
    customer.email, customer.phone, customer.language = state.email, state.phone, state.language
    customer.addresses = [address_part(each).model_dump(mode="json") for each in state.addresses]
    customer.affiliations, customer.loyalty_cards = list(state.affiliations), list(state.loyalty_cards)
    customer.version, customer.changes = state.version, list(state.changes)
    said = [(each.field, each.after) for each in change.fields]
    customer.details = with_consents(
        details_of(session, state, document.store), customer.details, said, document.register_name,
        document.made_by, document.made_at,
    )  # fmt: skip
    customer.distributed = False


def _words(collision: Collision) -> Message:
    change = collision.change
    return say(
        "The {field} had been changed from '{before}' to '{replaced}' elsewhere meanwhile; now '{after}' stands, "
        "and both are kept in the customer's history.",
        field=Name(name_of_field(change.field)), before=change.before, replaced=collision.replaced, after=change.after,
    )  # fmt: skip
