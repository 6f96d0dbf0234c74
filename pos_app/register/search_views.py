"""What a search for products or customers found, in rows and a sentence."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from channel_db.catalog.asking import Stale
from channel_db.catalog.hits import CustomerHit, Field, ProductHit, hit_in, hit_of
from pos_app.language.language import Language
from pos_app.register.finding import FOUND_MAX, Finding
from pos_app.sheet_views import HeadquartersAnswer
from pos_app.views import CustomerRowView, FoundCustomersView, FoundProductsView, ProductRowView
from retail.customer_extras import Consent, ContactKind
from retail.customer_search import SearchField, limited
from retail.customers import Address, Customer, CustomerType
from retail.likeness import WORDS as LIKENESS_WORDS
from retail.likeness import plain_name
from retail.loyalty import read_card
from retail.messages import phrase
from retail.settings import StoreSettings

RECENT_MAX = 5
LETTERS_MIN = 2
ASKED_LETTERS_MIN = 4
"""Headquarters is not asked for less: it would find half of all customers."""
WORDS = {
    Field.NUMBER: phrase("Number"),
    Field.BARCODE: phrase("Barcode"),
    Field.ACCOUNT: phrase("Number"),
    Field.EMAIL: phrase("E-mail"),
    Field.PHONE: phrase("Phone"),
    Field.CARD: phrase("Loyalty card"),
    Field.ADDRESS: phrase("Address"),
}
"""What stands before the text in which what was typed was found; a name needs no word."""


def found_products(
    finding: Finding,
    text: str,
    settings: StoreSettings,
    language: Language,
    is_stale: Stale = lambda: False,
) -> FoundProductsView:
    """Products by name, number or code.

    Raises:
        SearchGivenUp: nobody waits for them any more.
    """
    typed, say = text.strip(), language.say
    if len(typed) < LETTERS_MIN:
        return FoundProductsView((), say("Type at least two characters."))
    any_word = not settings.match_all_words
    hits = finding.find_products(typed, is_stale, settings.search_max, any_word=any_word)
    rows = tuple(
        _product(each, typed, settings.currency, language, finding.picture_of(each.number)) for each in hits
    )
    return FoundProductsView(rows, "" if rows else say("No match for '{typed}'.", typed=typed))


def _product(hit: ProductHit, typed: str, currency: str, language: Language, picture: str) -> ProductRowView:
    details = [hit.number, *hit.barcodes]
    if hit.field is Field.BARCODE:
        details.sort(key=lambda code: typed not in code)
    found = "" if hit.field is Field.NAME else f"{language.say(WORDS[hit.field])} "
    price = language.amount(hit.price_minor, currency)
    return ProductRowView(
        number=hit.number,
        name=f"{hit.name} · {hit.unit}" if hit.unit else hit.name,
        price=language.say("price is typed") if hit.key_in_price else price,
        detail=found + " · ".join(details),
        why_not="" if hit.sellable else language.say("May not be sold. Put it aside."),
        picture=picture,
        unit=hit.unit,
    )


def found_customers(
    finding: Finding,
    text: str,
    language: Language,
    is_stale: Stale = lambda: False,
    most: int = FOUND_MAX,
    *,
    any_word: bool = False,
) -> FoundCustomersView:
    """Customers by name, number, phone, e-mail; with too little text the recent ones made here. With `any_word` last
    who has only some of the words, the more the higher.

    Raises:
        SearchGivenUp: nobody waits for them any more.
    """
    typed, say = text.strip(), language.say
    sought = limited(typed)[1]
    if len(sought) < LETTERS_MIN:
        recent = tuple(_customer(each, "", language) for each in finding.find_customers("")[:RECENT_MAX])
        return FoundCustomersView(recent, say("Made here lately.") if recent else "")
    hits = finding.find_customers(typed, is_stale, most, any_word=any_word)
    rows = tuple(_customer(each, sought, language) for each in hits)
    nobody = say("No match for '{typed}'. Press New customer to add one.", typed=typed)
    note = say("{count} found.", count=len(rows)) if rows else nobody
    return FoundCustomersView(rows, note)


def to_be_asked(found: FoundCustomersView, text: str, language: Language) -> FoundCustomersView:
    """What was found in a store that keeps its customers at headquarters: who was made or looked up here lately."""
    is_enough = len(limited(text.strip())[1]) >= ASKED_LETTERS_MIN
    note = language.say(
        "HQ: searching \u2026" if is_enough else "Customers are kept at HQ: type at least four characters."
    )
    return replace(found, note=note, is_elsewhere=is_enough)


def also_asked(found: FoundCustomersView, text: str, language: Language) -> FoundCustomersView:
    """What was found here, in a store that asks headquarters in every search as well."""
    if len(limited(text.strip())[1]) < ASKED_LETTERS_MIN:
        return found
    return replace(found, note=language.say("HQ: searching \u2026"), is_elsewhere=True)


def with_answer(
    finding: Finding,
    found: FoundCustomersView,
    answer: HeadquartersAnswer,
    text: str,
    language: Language,
    *,
    is_elsewhere: bool = False,
) -> FoundCustomersView:
    """What was found here, as it stands, and below it who only headquarters knows."""
    if not answer.reached and is_elsewhere:
        silent = language.say(
            "Headquarters does not answer, and this store's customers are kept there. "
            "Sell without a customer, or try again later."
        )
        return replace(found, note=silent)
    if not answer.reached:
        note = (
            f"{found.note} {language.say('Headquarters does not answer. Only what is known here is shown.')}"
        )
        return replace(found, note=note.strip())
    here = {row.id for row in found.rows}
    theirs = [each for each in finding.learn_customers(answer.rows) if each.id not in here]
    only, sought = limited(text.strip())
    rows = [_of_headquarters(each, sought, only, language) for each in theirs]
    note = language.say("{here} here · {there} more at HQ", here=len(found.rows), there=len(rows))
    return FoundCustomersView((*found.rows, *rows), note)


def _of_headquarters(
    customer: Customer, typed: str, only: SearchField | None, language: Language
) -> CustomerRowView:
    """As any row, with the field that matched; and where it comes from."""
    hit = None if only is None else hit_in(customer, typed, only)
    row = _customer(hit or hit_of(customer, typed), typed, language)
    matched = " · ".join(part for part in (language.say("From HQ"), row.matched) if part)
    return replace(row, matched=matched)


def possible_duplicates(
    finding: Finding, typed: Mapping[str, Any], language: Language, country: str
) -> FoundCustomersView:
    """Who may be the customer who is being typed: alike in what is said of them, else of the same name.

    An organisation is sought without its legal form, which one may have typed and another left out.
    """
    name = str(typed.get("name", ""))
    sought = plain_name(name) if typed.get("type") == CustomerType.ORGANISATION else name
    places = [
        Address("", line1=each.get("line1", ""), postcode=each.get("postcode", ""), city=each.get("city", ""))
        for each in typed.get("addresses", ())
    ]
    customer = Customer(
        "",
        name,
        email=str(typed.get("email", "")),
        phone=str(typed.get("phone", "")),
        addresses=tuple(places),
        extras=tuple((_contact_key(each), Consent.UNKNOWN.value) for each in typed.get("contacts", ())),
    )
    alike = finding.possible_duplicates(customer, country)
    if not alike:
        return (
            found_customers(finding, sought, language)
            if len(sought.strip()) >= LETTERS_MIN
            else FoundCustomersView(())
        )
    rows = [
        CustomerRowView(each.id, each.name, each.account or "", each.is_pending, each.phone,
                        matched=language.say(LIKENESS_WORDS[what]))
        for each, what in alike
    ]  # fmt: skip
    return FoundCustomersView(tuple(rows), is_alike=True)


def _contact_key(typed: str) -> str:
    """A further contact as it would be kept, also while it is still being typed."""
    return f"{ContactKind.EMAIL if '@' in typed else ContactKind.PHONE}:{typed.strip()}"


def _customer(hit: CustomerHit, typed: str, language: Language) -> CustomerRowView:
    stands_in = {
        Field.EMAIL: hit.email, Field.PHONE: hit.phone, Field.ACCOUNT: hit.account or "",
        Field.CARD: read_card(typed), Field.ADDRESS: hit.place,
    }  # fmt: skip
    matched = stands_in.get(hit.field, "")
    return CustomerRowView(
        id=hit.id,
        name=hit.name,
        account=hit.account or "",
        pending=hit.account is None,
        phone=hit.phone,
        city=hit.city,
        matched=f"{language.say(WORDS[hit.field])} {matched}" if matched else "",
    )
