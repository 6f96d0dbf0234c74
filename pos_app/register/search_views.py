"""What a search for products or customers found, in rows and a sentence."""

from channel_db.catalog.asking import Stale
from channel_db.catalog.hits import CustomerHit, Field, ProductHit
from pos_app.register.finding import Finding
from pos_app.register.wording import amount_text
from pos_app.views import CustomerRowView, FoundCustomersView, FoundProductsView, ProductRowView
from retail.settings import StoreSettings

RECENT_MAX = 5
LETTERS_MIN = 2
WORDS = {
    Field.NUMBER: "Number",
    Field.BARCODE: "Barcode",
    Field.ACCOUNT: "Number",
    Field.EMAIL: "E-mail",
    Field.PHONE: "Phone",
}
"""What stands before the text in which what was typed was found; a name needs no word."""


def found_products(
    finding: Finding, text: str, settings: StoreSettings, is_stale: Stale = lambda: False
) -> FoundProductsView:
    """Products by name, number or code.

    Raises:
        SearchGivenUp: nobody waits for them any more.
    """
    typed = text.strip()
    if len(typed) < LETTERS_MIN:
        return FoundProductsView((), "Type at least two characters.")
    rows = tuple(_product(each, typed, settings.currency) for each in finding.find_products(typed, is_stale))
    return FoundProductsView(rows, "" if rows else f"No match for '{typed}'.")


def _product(hit: ProductHit, typed: str, currency: str) -> ProductRowView:
    details = [hit.number, *hit.barcodes]
    if hit.field is Field.BARCODE:
        details.sort(key=lambda code: typed not in code)
    found = "" if hit.field is Field.NAME else f"{WORDS[hit.field]} "
    return ProductRowView(
        number=hit.number,
        name=hit.name,
        price="price is typed" if hit.key_in_price else amount_text(hit.price_minor, currency),
        detail=found + " · ".join(details),
        why_not="" if hit.sellable else "May not be sold. Put it aside.",
    )


def found_customers(finding: Finding, text: str, is_stale: Stale = lambda: False) -> FoundCustomersView:
    """Customers by name, number, phone, e-mail; with too little text the recent ones made here.

    Raises:
        SearchGivenUp: nobody waits for them any more.
    """
    typed = text.strip()
    if len(typed) < LETTERS_MIN:
        recent = finding.find_customers("")[:RECENT_MAX]
        return FoundCustomersView(tuple(map(_customer, recent)), "Made here lately." if recent else "")
    rows = tuple(_customer(each) for each in finding.find_customers(typed, is_stale))
    note = f"{len(rows)} found." if rows else f"No match for '{typed}'. Press New customer to add one."
    return FoundCustomersView(rows, note)


def _customer(hit: CustomerHit) -> CustomerRowView:
    matched = {Field.EMAIL: hit.email, Field.PHONE: hit.phone, Field.ACCOUNT: hit.account or ""}.get(
        hit.field, ""
    )
    return CustomerRowView(
        id=hit.id,
        name=hit.name,
        account=hit.account or "",
        pending=hit.account is None,
        phone=hit.phone,
        city=hit.city,
        matched=f"{WORDS[hit.field]} {matched}" if matched else "",
    )
