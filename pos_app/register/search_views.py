"""What a search for products or customers found, in rows and a sentence."""

from pos_app.register.finding import Finding
from pos_app.register.wording import amount_text
from pos_app.views import CustomerRowView, FoundCustomersView, FoundProductsView, ProductRowView
from retail.catalog import Product
from retail.customers import Customer
from retail.settings import StoreSettings

RECENT_MAX = 5
LETTERS_MIN = 2


def found_products(finding: Finding, text: str, settings: StoreSettings) -> FoundProductsView:
    """Products by name, number or code."""
    typed = text.strip()
    if len(typed) < LETTERS_MIN:
        return FoundProductsView((), "Type at least two characters.")
    rows = tuple(_product(each, settings.currency) for each in finding.find_products(typed))
    return FoundProductsView(rows, "" if rows else f"No match for '{typed}'.")


def _product(product: Product, currency: str) -> ProductRowView:
    return ProductRowView(
        number=product.number,
        name=product.name,
        price="price is typed" if product.key_in_price else amount_text(product.price_minor, currency),
        detail=" · ".join((product.number, *product.barcodes)),
        why_not="" if product.sellable else "May not be sold. Put it aside.",
    )


def found_customers(finding: Finding, text: str) -> FoundCustomersView:
    """Customers by name, number, phone, e-mail; with too little text the recent ones made here."""
    typed = text.strip()
    if len(typed) < LETTERS_MIN:
        recent = finding.find_customers("")[:RECENT_MAX]
        return FoundCustomersView(tuple(map(_customer, recent)), "Made here lately." if recent else "")
    rows = tuple(_customer(each) for each in finding.find_customers(typed))
    note = f"{len(rows)} found." if rows else f"No match for '{typed}'. Press New customer to add one."
    return FoundCustomersView(rows, note)


def _customer(customer: Customer) -> CustomerRowView:
    return CustomerRowView(
        id=customer.id,
        name=customer.name,
        account=customer.account or "",
        pending=customer.is_pending,
        phone=customer.phone,
        city=customer.addresses[0].city if customer.addresses else "",
    )
