"""What a search for products or customers found, in rows and a sentence."""

from pos_app.language.language import Language
from pos_app.register.finding import Finding
from pos_app.views import CustomerRowView, FoundCustomersView, FoundProductsView, ProductRowView
from retail.catalog import Product
from retail.customers import Customer
from retail.settings import StoreSettings

RECENT_MAX = 5
LETTERS_MIN = 2


def found_products(
    finding: Finding, text: str, settings: StoreSettings, language: Language
) -> FoundProductsView:
    """Products by name, number or code."""
    typed, say = text.strip(), language.say
    if len(typed) < LETTERS_MIN:
        return FoundProductsView((), say("Type at least two characters."))
    rows = tuple(_product(each, settings.currency, language) for each in finding.find_products(typed))
    return FoundProductsView(rows, "" if rows else say("No match for '{typed}'.", typed=typed))


def _product(product: Product, currency: str, language: Language) -> ProductRowView:
    price = language.amount(product.price_minor, currency)
    return ProductRowView(
        number=product.number,
        name=product.name,
        price=language.say("price is typed") if product.key_in_price else price,
        detail=" · ".join((product.number, *product.barcodes)),
        why_not="" if product.sellable else language.say("May not be sold. Put it aside."),
    )


def found_customers(finding: Finding, text: str, language: Language) -> FoundCustomersView:
    """Customers by name, number, phone, e-mail; with too little text the recent ones made here."""
    typed, say = text.strip(), language.say
    if len(typed) < LETTERS_MIN:
        recent = finding.find_customers("")[:RECENT_MAX]
        return FoundCustomersView(tuple(map(_customer, recent)), say("Made here lately.") if recent else "")
    rows = tuple(_customer(each) for each in finding.find_customers(typed))
    nobody = say("No match for '{typed}'. Press New customer to add one.", typed=typed)
    note = say("{count} found.", count=len(rows)) if rows else nobody
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
