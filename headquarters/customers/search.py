"""Searching every customer of the retailer while a cashier waits: by what they are called, reached or known by."""

import json
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Text, and_, case, cast, false, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.customers.models import Customer, Erasure, LoyaltyCard
from headquarters.customers.service import customer_value
from retail.customer_extras import ContactKind, contacts_in
from retail.customer_search import SearchField, limited
from retail.folding import digits_of
from retail.likeness import PHONE_LEAST
from retail.phones import at_home
from retail.wire.base import Json

FOUND_MAX = 50
LETTERS_MIN = 4
"""Fewer letters would find half of all customers."""
_PHONE_SIGNS = " +-()./"


def search_customers(session: Session, text: str) -> list[Json]:
    """The customers this text finds, as registers see them: words of the name or of an address in any order, the
    beginning of an account or of any e-mail, any phone without its signs, a loyalty card; an id finds whose it is.

    The name of a field before a colon, `phone: 912 34`, limits it to that one.

    Whose number, e-mail or phone it is stands first, then whose name begins so; last who has only some of the words
    in their name, the more the higher. Of those who were merged, the one that stays.
    """
    only, typed = limited(text.strip())
    if len(typed) < LETTERS_MIN or "\0" in typed:
        return []
    ways = _ways_to_find(session, typed)
    found = or_(*[way for field, its in ways.items() if only in (None, field) for way in its])
    some = _words(typed) if only is None else []
    rows = session.scalars(
        select(Customer)
        .where(or_(found, *some), ~is_gone())
        .order_by(_rank(typed, found, some), Customer.name, Customer.id)
        .limit(FOUND_MAX)
    )
    return [customer_value(each) for each in _standing(session, rows.all())]


def _ways_to_find(session: Session, typed: str) -> dict[SearchField | None, list[ColumnElement[bool]]]:
    """By field; an id is in none that people know."""
    return {
        SearchField.ACCOUNT: [_begins(Customer.account, typed)],
        SearchField.EMAIL: [_begins(Customer.email, typed), _mailed(typed)],
        SearchField.NAME: [_named(typed)],
        SearchField.ADDRESS: [_placed(typed)],
        SearchField.PHONE: [_phoned(typed), Customer.id.in_(_reached(session, typed))],
        SearchField.CARD: [_carded(typed)],
        None: [Customer.uuid == typed],
    }


def is_gone() -> ColumnElement[bool]:
    """Whoever was erased is nobody's customer any more."""
    return select(Erasure.id).where(Erasure.customer == Customer.uuid).exists()


def _rank(typed: str, found: ColumnElement[bool], some: Sequence[ColumnElement[bool]]) -> ColumnElement[int]:
    """Nobody is lost below fifty others who are only like what was typed."""
    digits = digits_of(typed)
    is_theirs = [func.lower(Customer.account) == typed.lower(), func.lower(Customer.email) == typed.lower()]
    if _is_phone(typed):
        is_theirs.append(_bare_phone() == digits)
    missing = sum([case((each, 0), else_=1) for each in some], start=literal(2))
    is_begun = (_begins(Customer.name, typed), 1)
    return case((or_(*is_theirs, _carded(typed)), 0), is_begun, (found, 2), else_=missing)


def _standing(session: Session, found: Sequence[Customer]) -> list[Customer]:
    others = {each.merged_into for each in found if each.merged_into is not None}
    stands = {each.uuid: each for each in found if each.merged_into is None}
    for each in session.scalars(select(Customer).where(Customer.uuid.in_(others - stands.keys()))):
        stands[each.uuid] = each
    return list(stands.values())


def _begins(column: InstrumentedAttribute[str], typed: str) -> ColumnElement[bool]:
    return func.lower(column).startswith(typed.lower(), autoescape=True)


def _ways(word: str) -> list[str]:
    """A word as it may be written: not every database knows the small form of other letters than a to z."""
    return list(dict.fromkeys((word, word.lower(), word.capitalize(), word.upper())))


def _named(typed: str) -> ColumnElement[bool]:
    return and_(*[_has_word(word) for word in typed.split()])


def _words(typed: str) -> list[ColumnElement[bool]]:
    """For each of several words, that it is in the name; a single letter tells nobody apart."""
    words = [each for each in typed.split() if len(each) > 1]
    return [_has_word(each) for each in words] if len(words) > 1 and not _is_phone(typed) else []


def _has_word(word: str) -> ColumnElement[bool]:
    return or_(
        func.lower(Customer.name).contains(word.lower(), autoescape=True),
        *[Customer.name.contains(each, autoescape=True) for each in _ways(word)],
    )


def _placed(typed: str) -> ColumnElement[bool]:
    addresses = func.lower(cast(Customer.addresses, Text))
    # In JSON other letters than a to z are written by their numbers.
    return and_(*[
        or_(*[addresses.contains(json.dumps(each)[1:-1].lower(), autoescape=True) for each in _ways(word)])
        for word in typed.split()
    ])  # fmt: skip


def _phoned(typed: str) -> ColumnElement[bool]:
    return _bare_phone().contains(_phone_in(typed), autoescape=True) if _is_phone(typed) else false()


def _phone_in(typed: str) -> str:
    """The digits that stand in a phone, whether it is kept with the code of its country or without."""
    return at_home(typed) or digits_of(typed)


def _is_phone(typed: str) -> bool:
    return len(digits_of(typed)) >= PHONE_LEAST and not any(map(str.isalpha, typed))


def _bare_phone() -> ColumnElement[str]:
    phone: ColumnElement[str] = func.replace(Customer.phone, _PHONE_SIGNS[0], "")
    for sign in _PHONE_SIGNS[1:]:
        phone = func.replace(phone, sign, "")
    return phone


def _mailed(typed: str) -> ColumnElement[bool]:
    """By the beginning of a further e-mail, which is kept as the first of a pair among the details."""
    key = json.dumps([f"{ContactKind.EMAIL}:{typed.lower()}"])[:-2]
    return _details().contains(key, autoescape=True)


def _reached(session: Session, typed: str) -> list[int]:
    """Who has a further phone with these digits: looked for in the text, and then in the phones themselves."""
    digits = _phone_in(typed)
    if not _is_phone(typed):
        return []
    bare: ColumnElement[str] = _details()
    for sign in _PHONE_SIGNS:
        bare = func.replace(bare, sign, "")
    rows = session.execute(
        select(Customer.id, Customer.details).where(
            bare.contains(f'["{ContactKind.PHONE}:', autoescape=True), bare.contains(digits, autoescape=True)
        )
    )
    return [id for id, details in rows if any(digits in digits_of(each) for each in _phones(details))][
        :FOUND_MAX
    ]


def _phones(details: Json) -> list[str]:
    extras = tuple([(key, text) for key, text in details.get("extras", ())])
    return [each.value for each in contacts_in(extras) if each.kind is ContactKind.PHONE]


def _details() -> ColumnElement[str]:
    return func.lower(cast(Customer.details, Text))


def _carded(typed: str) -> ColumnElement[bool]:
    number = "".join(typed.split()).upper()
    return Customer.id.in_(select(LoyaltyCard.customer_id).where(LoyaltyCard.number == number))
