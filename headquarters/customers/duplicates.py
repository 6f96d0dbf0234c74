"""Customers who may be one: found by what they share, merged or told apart by a person."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from headquarters.customers.changing import MERGE
from headquarters.customers.consents import of_both
from headquarters.customers.models import Customer, CustomerHistory, CustomersApart, LoyaltyCard
from headquarters.customers.service import find_customer, publish_customers
from headquarters.devices.models import Register
from headquarters.office.refusals import refuse
from headquarters.orders.service import hand_over_orders
from headquarters.settings.models import Store
from retail.customers import Address
from retail.customers import Customer as CustomerState
from retail.likeness import Likeness, marks_of, shared
from retail.wire.base import Json

PAIRS_MAX = 100
_AT_ONCE = 1000
_FILLED = ("email", "phone", "language")
"""What the one that stays takes from the other where it has nothing of its own."""


class Pair(NamedTuple):
    """Two customers who may be one, the older first, and in what they are alike."""

    first: Customer
    second: Customer
    likeness: Likeness


def find_duplicates(session: Session, limit: int = PAIRS_MAX) -> list[Pair]:
    """The first pairs of customers who may be one, without those that somebody told apart.

    Every customer is read once; of each mark only a number is remembered.
    """
    holders: dict[int, int] = {}
    sharing: dict[int, list[int]] = {}
    countries = countries_of_origin(session)
    for id, state, origin in _every(session):
        for mark in map(hash, marks_of(state, countries.get(origin, ""))):
            first = holders.setdefault(mark, id)
            if first != id:
                sharing.setdefault(mark, [first]).append(id)
    apart = {(row.first_uuid, row.second_uuid) for row in session.scalars(select(CustomersApart))}
    pairs: dict[tuple[int, int], Pair] = {}
    for alike in sharing.values():
        for one, other in pairwise(alike):
            if len(pairs) == limit:
                return list(pairs.values())
            older, newer = session.get_one(Customer, one), session.get_one(Customer, other)
            pair = pair_of(older, newer, countries)
            if pair is not None and _in_order(older.uuid, newer.uuid) not in apart:
                pairs[one, other] = pair
    return list(pairs.values())


def pair_of(one: Customer, other: Customer, countries: Mapping[str, str]) -> Pair | None:
    """These two as a pair, the older first; None where they are one, or alike in nothing.

    `countries` are those of the stores that customers come from (`countries_of_origin`).
    """
    older, newer = (one, other) if one.id < other.id else (other, one)
    if one is other:
        return None
    marks, theirs = (marks_of(_state(each), countries.get(each.origin, "")) for each in (older, newer))
    what = shared(marks, theirs)
    return None if what is None else Pair(older, newer, what)


def countries_of_origin(session: Session) -> dict[str, str]:
    """The country of the store of each register: that of phones which customers told there."""
    stores = {row.store: row.settings for row in session.execute(select(Store.store, Store.settings))}
    stands = session.execute(select(Register.register, Register.store))
    return {register: stores.get(store, {}).get("country", "") for register, store in stands}


def merge_customers(session: Session, gone: str, stays: str, who: str, at: str) -> None:
    """From now on these two are one: `gone` lives on as another name of `stays`, registers hear of both.

    The orders of `gone`, its addresses, affiliations and cards are the other's, and what that one lacks is filled in;
    its history says so. What registers still send for `gone` is meant for the one that stays.

    Raises:
        Refusal: one of them is not there (404), or they are one already (409).
    """
    one, other = _found(session, gone), _found(session, stays)
    if one is other or one.merged_into is not None or other.merged_into is not None:
        raise refuse(409, "These customers are one already. Go back to the list.")
    for field in _FILLED:
        if getattr(one, field) and not getattr(other, field):
            session.add(CustomerHistory(
                customer_id=other.id, change=f"{MERGE}{one.uuid}", field=field, before="", replaced="",
                after=getattr(one, field), register="headquarters", changed_by=who, changed_at=at, posted_at=at,
            ))  # fmt: skip
            setattr(other, field, getattr(one, field))
    known = {each["id"] for each in other.addresses}
    other.addresses = [*other.addresses, *[each for each in one.addresses if each["id"] not in known]]
    has = {each.casefold() for each in other.affiliations}
    other.affiliations = [
        *other.affiliations,
        *[each for each in one.affiliations if each.casefold() not in has],
    ]
    other.loyalty_cards = list(dict.fromkeys([*other.loyalty_cards, *one.loyalty_cards]))
    extras = dict(one.details.get("extras", ())) | dict(other.details.get("extras", ()))
    other.details = {**{name: value for name, value in one.details.items() if value}, **{
        name: value for name, value in other.details.items() if value}}  # fmt: skip
    if extras:
        other.details = {**other.details, "extras": [list(each) for each in sorted(extras.items())]}
    if said := of_both(one.details, other.details):
        other.details = {**other.details, "consents": said}
    other.version += 1
    session.execute(update(LoyaltyCard).where(LoyaltyCard.customer_id == one.id).values(customer_id=other.id))
    earlier = list(session.scalars(select(Customer).where(Customer.merged_into == one.uuid)))
    for each in (one, *earlier):
        each.merged_into = other.uuid
    session.flush()
    hand_over_orders(session, one, other)
    publish_customers(session, [other, one, *earlier])


def keep_apart(session: Session, one: str, other: str, at: str) -> None:
    """These two are not one, whatever they share; sought again, they are not found.

    Raises:
        Refusal: one of them is not there (404).
    """
    first, second = _in_order(_found(session, one).uuid, _found(session, other).uuid)
    if not are_apart(session, first, second):
        session.add(CustomersApart(first_uuid=first, second_uuid=second, said_at=at))


def are_apart(session: Session, one: str, other: str) -> bool:
    """Somebody has said that these two are not one."""
    first, second = _in_order(one, other)
    query = select(CustomersApart.id).where(
        CustomersApart.first_uuid == first, CustomersApart.second_uuid == second
    )
    return session.scalar(query) is not None


def _every(session: Session) -> Iterator[tuple[int, CustomerState, str]]:
    columns = (
        Customer.id,
        Customer.origin,
        Customer.name,
        Customer.email,
        Customer.phone,
        Customer.addresses,
        Customer.details,
    )
    rows = select(*columns).where(Customer.merged_into.is_(None)).order_by(Customer.id)
    for id, origin, name, email, phone, addresses, details in session.execute(rows).yield_per(_AT_ONCE):
        yield id, _customer(name, email, phone, addresses, details), origin


def _state(customer: Customer) -> CustomerState:
    return _customer(customer.name, customer.email, customer.phone, customer.addresses, customer.details)


def _customer(name: str, email: str, phone: str, addresses: list[Json], details: Json) -> CustomerState:
    """As much of a customer as they are recognised by."""
    places = [
        Address(
            "",
            line1=each["line1"],
            postcode=each["postcode"],
            city=each["city"],
            country=each.get("country", ""),
        )
        for each in addresses
    ]
    extras = tuple([(key, text) for key, text in details.get("extras", ())])
    return CustomerState("", name, email=email, phone=phone, addresses=tuple(places), extras=extras)


def _found(session: Session, uuid: str) -> Customer:
    customer = find_customer(session, uuid)
    if customer is None:
        raise refuse(404, "There is no such customer. Go back to the list.")
    return customer


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
