"""The open sale as the window draws it: customer, lines, deliveries, totals and tenders."""

from decimal import Decimal

from pos_app.register.wording import amount_text, count_text, day_text
from pos_app.views import (
    CustomerCardView,
    DeliveryRowView,
    FactView,
    LineView,
    TenderRowView,
    TotalsView,
)
from retail.cart import Balance, Cart, CartKind, CartLine
from retail.customers import Customer, CustomerType
from retail.messages import Message
from retail.orders.delivery import Delivery, DeliveryKind
from retail.quantity import show_quantity
from retail.settings import StoreSettings
from retail.tender import Tender
from retail.totals import Totals

_GLYPHS = {DeliveryKind.SHIP: "ship", DeliveryKind.PICKUP: "pickup"}
_TENDER_WORDS = {"cash": "Cash", "card": "Card", "customer_account": "On account"}


def customer_card(customer: Customer | None) -> CustomerCardView | None:
    """Who the goods are for."""
    if customer is None:
        return None
    address = str(customer.addresses[0]) if customer.addresses else ""
    return CustomerCardView(
        name=customer.name,
        account=customer.account or "",
        pending=customer.is_pending,
        detail=" · ".join(part for part in (customer.phone, address) if part),
        organisation=customer.type is CustomerType.ORGANISATION,
    )


def line_views(cart: Cart, settings: StoreSettings) -> tuple[LineView, ...]:
    """The lines that are not void, in two rows each."""
    return tuple(_line(cart, line, settings) for line in cart.active_lines)


def _line(cart: Cart, line: CartLine, settings: StoreSettings) -> LineView:
    quantity, amount = show_quantity(line.quantity_thousandths), amount_text(line.amount_minor, cart.currency)
    glyph, mode, detail = "", "", ""
    if line.delivery is not None:
        glyph = _GLYPHS[line.delivery.kind]
        mode = f"{_verb(line.delivery, settings)} {day_text(line.delivery.date)}"
        place = _place(line.delivery, settings)
        detail = f"{mode} – {place}" if place else mode
    elif cart.terms is not None:
        glyph, mode, detail = "carry-out", "Carry out", "Carry out"
    return LineView(
        number=line.number,
        name=line.name,
        quantity=quantity,
        price=amount_text(line.price_minor, cart.currency),
        amount=amount,
        glyph=glyph,
        detail=detail,
        mode=mode,
        selected=line.number in cart.selected,
        spoken=", ".join(part for part in (f"{quantity} {line.name}", amount, detail) if part),
    )


def _verb(delivery: Delivery, settings: StoreSettings) -> str:
    if delivery.kind is DeliveryKind.SHIP:
        return "Ship"
    return "Pick up here" if delivery.store == settings.store else "Pick up"


def _place(delivery: Delivery, settings: StoreSettings) -> str:
    if delivery.kind is DeliveryKind.SHIP:
        return str(delivery.address)
    return "" if delivery.store == settings.store else store_name(delivery.store or "", settings)


def store_name(store: str, settings: StoreSettings) -> str:
    """The name of a store by its code."""
    names = {place.store: place.name for place in settings.pickup_stores}
    names.setdefault(settings.store, settings.store_name)
    return names.get(store) or store


def delivery_rows(cart: Cart, settings: StoreSettings) -> tuple[DeliveryRowView, ...]:
    """The lines grouped by how they leave us: shipped, picked up, carried out."""
    if cart.terms is None:
        return ()
    order = {"ship": 0, "pickup": 1, "carry-out": 2}
    rows = [_delivery_row(cart, line, settings) for line in cart.active_lines]
    return tuple(sorted(rows, key=lambda row: (order[row.glyph], row.line)))


def _delivery_row(cart: Cart, line: CartLine, settings: StoreSettings) -> DeliveryRowView:
    delivery, quantity = line.delivery, show_quantity(line.quantity_thousandths)
    if delivery is None:
        return DeliveryRowView(line.number, line.name, quantity, "carry-out", "Carry out", "", "")
    is_shipment = delivery.kind is DeliveryKind.SHIP
    return DeliveryRowView(
        line=line.number,
        item=line.name,
        quantity=quantity,
        glyph=_GLYPHS[delivery.kind],
        mode=delivery.mode.capitalize() if is_shipment else "Pick up",
        place=str(delivery.address) if is_shipment else store_name(delivery.store or "", settings),
        date=day_text(delivery.date),
        charge=amount_text(line.charge_minor, cart.currency) if line.charge_minor else "",
    )


def tender_rows(tenders: tuple[Tender, ...], currency: str) -> tuple[TenderRowView, ...]:
    """What was taken so far."""
    return tuple(
        TenderRowView(
            tender.number,
            _TENDER_WORDS[tender.type],
            amount_text(tender.tendered_minor, currency),
            _tender_note(tender, currency),
        )
        for tender in tenders
    )


def _tender_note(tender: Tender, currency: str) -> str:
    notes = []
    if tender.change_minor:
        notes.append(f"Change {amount_text(tender.change_minor, currency)}")
    if tender.rounding_minor:
        notes.append(f"Rounding {amount_text(tender.rounding_minor, currency)}")
    return " · ".join(notes)


def totals_view(cart: Cart, totals: Totals, settings: StoreSettings) -> TotalsView:
    """One number, what it is, and the sentence that explains it."""
    currency = cart.currency
    is_order = cart.kind is not CartKind.SALE
    facts = [FactView("Lines", str(len(cart.active_lines)))]
    if totals.charges_minor:
        facts.append(FactView("Charges", amount_text(totals.charges_minor, currency)))
    facts.append(FactView("Tax", amount_text(totals.tax_minor, currency)))
    if totals.paid_minor:
        facts.append(FactView("Paid", amount_text(totals.paid_minor, currency)))
    if is_order:
        facts.append(FactView("Later", amount_text(totals.balance_minor, currency)))
    return TotalsView(
        caption=due_caption(cart, totals),
        amount=amount_text(totals.due_minor, currency),
        currency=currency,
        of_total=f"of {amount_text(totals.total_minor, currency)}" if is_order else "",
        sentence=explanation(cart, totals, settings) if cart.active_lines else "",
        facts=tuple(facts),
    )


def change_view(change_minor: int, currency: str, sentence: Message | str) -> TotalsView:
    """The change of the last sale, large, until the next one begins."""
    return TotalsView(
        "Change", amount_text(change_minor, currency), currency, sentence=str(sentence), celebrate=True
    )


def due_caption(cart: Cart, totals: Totals) -> str:
    """What the amount due is called."""
    if totals.due_minor < 0:
        return "Too much paid"
    if cart.terms is None:
        return "To pay"
    return "Due now" if cart.terms.pay_in_full else "Due now (deposit)"


def explanation(cart: Cart, totals: Totals, settings: StoreSettings) -> str:
    """The sentence that says where the amount due comes from."""
    currency = cart.currency
    if cart.terms is None:
        parts = [f"Goods {amount_text(totals.goods_minor, currency)}"]
        if totals.charges_minor:
            parts.append(f"charges {amount_text(totals.charges_minor, currency)}")
        tax = f"tax {amount_text(totals.tax_minor, currency)}"
        if not settings.price_includes_tax:
            return f"{', '.join(parts)} and {tax}."
        return f"{' and '.join(parts)}, with {tax} in it."
    carried = amount_text(totals.carry_out_minor, currency)
    rest = amount_text(totals.total_minor - totals.carry_out_minor, currency)
    before = f"Carry-out {carried} in full + " if totals.carry_out_minor else ""
    if cart.terms.kind is CartKind.QUOTE:
        return "A quote takes no money."
    if cart.terms.pay_in_full:
        return "The whole order is paid now."
    if cart.terms.override is not None:
        return f"Deposit as agreed, {cart.terms.override.reason}."
    if cart.customer is not None and cart.customer.business:
        return f"{before}no deposit: business customer."
    other = "the other " if before else ""
    return f"{before}{percent_text(settings.deposit_percent)} % deposit of {other}{rest}."


def percent_text(percent: Decimal) -> str:
    """A percentage without needless zeros."""
    return f"{percent.normalize():f}"


def arrangement_text(cart: Cart, totals: Totals) -> str:
    """How the rest of the order will be paid; empty where that is not settled or there is none."""
    if cart.terms is None or totals.balance_minor <= 0:
        return ""
    rest = amount_text(totals.balance_minor, cart.currency)
    words = {
        Balance.PAY_AT_PICKUP: f"The other {rest} is paid at pickup",
        Balance.CARD_ON_FILE: f"A card pays the other {rest}",
        None: "",
    }
    return words[cart.terms.balance]


def item_count(cart: Cart) -> str:
    """How much is in a sale, for a sentence."""
    return count_text(len(cart.active_lines), "item")
