"""What a code is decides where it goes: to the sale, to an order, to a customer, or back with words."""

from collections.abc import Callable
from datetime import date

from pos_app.language.language import Language
from pos_app.operations.context import Shop
from pos_app.register.known_order import KnownOrder
from pos_app.views import Among, ButtonView, Severity, StepView, StripView
from retail.barcodes import CodeKind, recognise, why_unknown
from retail.barcodes.items import ItemCode, item_codes
from retail.cart import Cart
from retail.catalog import Product
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.loyalty import is_card, read_card
from retail.messages import Message, phrase, say
from retail.settings import StoreSettings

WINDOW_STEPS = frozenset({"order.find", "return.open", "lines.pick"})
"""What a code may mean that the window does by itself."""

_NO_ITEM = {
    CodeKind.ORDER: phrase("{code} is the number of an order. Open it with Find order."),
    CodeKind.RECEIPT: phrase("{code} is a receipt. Scan it where no sale is open to take goods back."),
    CodeKind.SUSPENDED: phrase("{code} is a suspended sale. Conclude this one, then scan it again."),
    CodeKind.CUSTOMER: phrase(
        "{code} is a customer's card. Search for the customer to put them on the sale."
    ),
    CodeKind.BADGE: phrase(
        "{code} is a staff badge. It says who you are where a PIN is asked, and nothing else."
    ),
    CodeKind.COUPON: phrase("{code} is a coupon. This register takes no coupons; the price stays as it is."),
}


def find_item(
    shop: Shop, code: str, settings: StoreSettings, today: date
) -> tuple[ItemCode, list[Product]] | None:
    """How to read a code, and the products that bear it: by barcode, then by their own number, then by what is in it.

    Raises:
        RuleBroken: it belongs elsewhere, or was misread.
    """
    kind = recognise(code, settings.code_patterns).kind
    if is_card(read_card(code), settings.loyalty_card_prefix):
        kind = CodeKind.CUSTOMER
    if kind in _NO_ITEM and kind is not CodeKind.RECEIPT:
        raise RuleBroken(_NO_ITEM[kind], code=code)
    if kind is CodeKind.UNREADABLE:
        return None
    for position, item in enumerate(item_codes(code, settings.embedded_codes, settings.currency, today)):
        found = _by_barcode(shop, item) or (_by_number(shop, code) if position == 0 else [])
        if found:
            return item, found
    if kind is CodeKind.RECEIPT:
        raise RuleBroken(_NO_ITEM[kind], code=code)
    return None


def _by_barcode(shop: Shop, item: ItemCode) -> list[Product]:
    for each in item.lookups:
        found = shop.products_by_barcode(each)
        if found:
            return found
    return []


def _by_number(shop: Shop, number: str) -> list[Product]:
    product = shop.product(number)
    return [] if product is None else [product]


def destination(
    code: str,
    quantity: str,
    settings: StoreSettings,
    customer_by: Callable[[str], Customer | None],
    order_of_receipt: Callable[[], KnownOrder | None] = lambda: None,
    is_item: Callable[[], bool] = lambda: False,
) -> StepView | Message:
    """The operation a code stands for on the sale screen.

    `customer_by` finds whose card it is, `order_of_receipt` the order that a receipt of ours is about. Any other
    receipt is what goods come back of, unless the code `is_item` of ours.
    """
    recognised = recognise(code, settings.code_patterns)
    order = order_of_receipt() if recognised.kind is CodeKind.RECEIPT else None
    if order is not None and not order.state.is_sale:
        return StepView("order.find", {"text": order.confirmation_number})
    if recognised.kind is CodeKind.RECEIPT and not is_item():
        return StepView("return.open", {"number": code})
    if recognised.kind is CodeKind.ORDER:
        return StepView("order.find", {"text": code})
    if recognised.kind is CodeKind.SUSPENDED:
        return StepView("transaction.resume", {"id": code})
    if recognised.kind is CodeKind.CUSTOMER:
        account = recognised.value
        customer = customer_by(account)
        if customer is None:
            return say("No customer with account {account} is known here. Search by name.", account=account)
        return StepView("customer.set", {"id": customer.id})
    if is_card(read_card(code), settings.loyalty_card_prefix):
        customer = customer_by(code)
        if customer is None:
            return say("Nobody known here has the loyalty card {card}. Search by name.", card=code)
        return StepView("customer.set", {"id": customer.id})
    asked = {"quantity": quantity, "sure": False} if quantity else {}
    return StepView("product.add", {"code": code, **asked})


def lines_meant(
    code: str, lines: Among, shop: Shop, settings: StoreSettings, today: date
) -> StepView | Message:
    """The lines that a code means, of those that are being picked.

    Raises:
        RuleBroken: the code belongs elsewhere, or was misread.
    """
    found = find_item(shop, code, settings, today)
    if found is None:
        return why_unknown(code)
    numbers = {product.number for product in found[1]}
    meant = [number for number, product in lines if product in numbers]
    if not meant:
        return say("{name} is not among these lines. Tap a line instead.", name=found[1][0].name)
    return StepView("lines.pick", {"lines": meant})


def lines_of(cart: Cart | None) -> Among:
    """The lines of the sale, for picking among them."""
    return () if cart is None else tuple((line.number, line.product) for line in cart.active_lines)


def refusal(code: str, message: Message, language: Language) -> StripView:
    """The strip of a code that was refused; an unknown one can be searched for and reported."""
    actions = (
        ButtonView(language.say("Search"), "product.search"),
        ButtonView(language.say("Report"), "code.report", {"code": code}),
    )
    unknown = message == why_unknown(code) and recognise(code, ()).kind is not CodeKind.UNREADABLE
    return StripView(Severity.ERROR, language.tell(message), actions if unknown else ())
