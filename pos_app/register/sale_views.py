"""The open sale as the window draws it: customer, lines, deliveries, totals and tenders."""

from collections.abc import Sequence

from pos_app.language.language import Language
from pos_app.register.act_words import act_caption, act_explanation
from pos_app.register.names import TENDERS, capital
from pos_app.register.price_views import price_note
from pos_app.views import (
    CustomerCardView,
    DeliveryRowView,
    FactView,
    LineView,
    TenderRowView,
    TotalsView,
)
from retail.carried_serials import lacks_serials
from retail.cart import Balance, Cart, CartKind, CartLine
from retail.customers import Customer, CustomerType
from retail.messages import Message, Name, say
from retail.money import Money
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.rest import cards_left
from retail.quantity import pieces
from retail.receipt_parts import plain
from retail.settings import StoreSettings
from retail.tender import Tender
from retail.totals import Totals

FACTS_MAX = 4
"""The small facts there is room for; how many lines there are is the first that is left out."""
_GLYPHS = {DeliveryKind.SHIP: "ship", DeliveryKind.PICKUP: "pickup"}


def customer_card(
    customer: Customer | None, why_not: str = "", attributes: Sequence[tuple[str, str]] = ()
) -> CustomerCardView | None:
    """Who the goods are for, and what a layout shows of them; `why_not` says why that stays."""
    if customer is None:
        return None
    address = str(customer.addresses[0]) if customer.addresses else ""
    said = [f"{name}: {value}" for name, value in attributes]
    return CustomerCardView(
        name=customer.name,
        account=customer.account or "",
        pending=customer.is_pending,
        detail=" · ".join(part for part in (*said, customer.phone, address) if part),
        organisation=customer.type is CustomerType.ORGANISATION,
        why_not=why_not,
    )


def line_views(cart: Cart, settings: StoreSettings, language: Language) -> tuple[LineView, ...]:
    """The lines that are not void, in two rows each."""
    return tuple(_line(cart, line, settings, language) for line in cart.active_lines)


def _line(cart: Cart, line: CartLine, settings: StoreSettings, language: Language) -> LineView:
    quantity = language.counted(pieces(line.quantity_thousandths), line.unit)
    amount = language.amount(line.amount_minor, cart.currency)
    glyph, mode, detail = "", "", ""
    if line.delivery is not None:
        glyph = _GLYPHS[line.delivery.kind]
        mode = _mode(line.delivery, settings, language)
        place = _place(line.delivery, settings)
        detail = f"{mode} – {place}" if place else mode
    elif cart.terms is not None:
        glyph, mode = "carry-out", language.say("Carry out")
        detail = mode
    note = price_note(line, cart.currency)
    if note is not None:
        parts = (mode, language.tell(note), detail.removeprefix(mode).removeprefix(" – "))
        detail = " · ".join(part for part in parts if part)
    locked = line.price_locked and line.share is None
    told = (detail, _past(line, language), _serials(line, language))
    detail = " · ".join(part for part in told if part)
    spoken = (f"{quantity} {line.name}", amount, detail)
    return LineView(
        number=line.number,
        name=line.name,
        quantity=quantity,
        price=language.amount(line.price_minor, cart.currency),
        amount=amount,
        glyph=glyph,
        detail=detail,
        mode=mode,
        selected=line.number in cart.selected,
        spoken=", ".join(part for part in spoken if part),
        locked=locked,
        lacks_serials=lacks_serials(line),
    )


def _serials(line: CartLine, language: Language) -> str:
    """The serial numbers of a line, or that they are missing."""
    if lacks_serials(line):
        return language.say("Serial number missing")
    return ", ".join(line.serials)


def _past(line: CartLine, language: Language) -> str:
    """What happened to a line of an order before: why it comes back, or how much of it has gone."""
    if line.reason:
        return language.name(line.reason)
    if line.gone_thousandths and line.share is None:
        gone = language.write(pieces(line.gone_thousandths))
        return language.say("{quantity} handed out", quantity=gone)
    return ""


def _mode(delivery: Delivery, settings: StoreSettings, language: Language) -> str:
    say, day = language.say, language.notation.day(delivery.date)
    if delivery.kind is DeliveryKind.SHIP:
        return say("Ship {day}", day=day)
    if delivery.store == settings.store:
        return say("Pick up here {day}", day=day)
    return say("Pick up {day}", day=day)


def _place(delivery: Delivery, settings: StoreSettings) -> str:
    if delivery.kind is DeliveryKind.SHIP:
        return str(delivery.address)
    return "" if delivery.store == settings.store else settings.place_name(delivery.store or "")


def delivery_rows(cart: Cart, settings: StoreSettings, language: Language) -> tuple[DeliveryRowView, ...]:
    """The lines grouped by how they leave us: shipped, picked up, carried out."""
    if cart.terms is None:
        return ()
    order = {"ship": 0, "pickup": 1, "carry-out": 2}
    rows = [_delivery_row(cart, line, settings, language) for line in cart.active_lines]
    return tuple(sorted(rows, key=lambda row: (order[row.glyph], row.line)))


def _delivery_row(cart: Cart, line: CartLine, settings: StoreSettings, language: Language) -> DeliveryRowView:
    delivery = line.delivery
    quantity = language.counted(pieces(line.quantity_thousandths), line.unit)
    if delivery is None:
        carried = language.say("Carry out")
        return DeliveryRowView(line.number, line.name, quantity, "carry-out", carried, "", "")
    is_shipment = delivery.kind is DeliveryKind.SHIP
    return DeliveryRowView(
        line=line.number,
        item=line.name,
        quantity=quantity,
        glyph=_GLYPHS[delivery.kind],
        mode=language.name(capital(delivery.mode)) if is_shipment else language.say("Pick up"),
        place=str(delivery.address) if is_shipment else settings.place_name(delivery.store or ""),
        date=language.notation.day(delivery.date),
        charge=language.amount(line.charge_minor, cart.currency) if line.charge_minor else "",
    )


def tender_rows(tenders: tuple[Tender, ...], currency: str, language: Language) -> tuple[TenderRowView, ...]:
    """What was taken so far."""
    return tuple(
        TenderRowView(
            tender.number,
            _tender_text(tender, language),
            language.amount(tender.tendered_minor, currency),
            _tender_note(tender, currency, language),
        )
        for tender in tenders
    )


def _tender_text(tender: Tender, language: Language) -> str:
    """`Card Visa 4242`; a refund says that it is one."""
    shown = language.say(TENDERS[tender.type])
    if tender.tendered_minor < 0:
        shown = language.say("{tender} back", tender=shown)
    if tender.card is None or not tender.card.last_four:
        return shown
    return f"{shown} {tender.card.brand} {tender.card.last_four}"


def _tender_note(tender: Tender, currency: str, language: Language) -> str:
    notes = []
    if tender.change_minor:
        notes.append(language.say("Change {amount}", amount=Money(tender.change_minor, currency)))
    if tender.rounding_minor:
        notes.append(language.say("Rounding {amount}", amount=Money(tender.rounding_minor, currency)))
    return " · ".join(notes)


def totals_view(cart: Cart, totals: Totals, settings: StoreSettings, language: Language) -> TotalsView:
    """One number, what it is, and the sentence that explains it."""
    say, is_order = language.say, cart.kind in (CartKind.ORDER, CartKind.QUOTE)

    def shown(minor: int) -> str:
        return language.amount(minor, cart.currency)

    facts = [FactView(say("Lines"), str(len(cart.active_lines)))]
    discount = sum(line.shown_discount_minor for line in cart.active_lines)
    if discount:
        facts.append(FactView(say("Discount"), shown(-discount)))
    if totals.charges_minor:
        facts.append(FactView(say("Charges"), shown(totals.charges_minor)))
    facts.append(FactView(say("Tax"), shown(totals.tax_minor)))
    if totals.paid_minor:
        facts.append(FactView(say("Paid"), shown(totals.paid_minor)))
    if is_order:
        facts.append(FactView(say("Later"), shown(totals.balance_minor)))
    return TotalsView(
        caption=due_caption(cart, totals, language),
        amount=shown(abs(totals.due_minor)),
        currency=cart.currency,
        of_total=say("of {total}", total=shown(totals.total_minor)) if is_order else "",
        sentence=language.tell(explanation(cart, totals, settings)) if _is_explained(cart) else "",
        facts=tuple(facts[-FACTS_MAX:]),
        total=shown(totals.total_minor),
    )


def change_view(change_minor: int, currency: str, words: Message, language: Language) -> TotalsView:
    """The change of the last sale, large, until the next one begins."""
    return TotalsView(
        language.say("Change"),
        language.amount(change_minor, currency),
        currency,
        sentence=language.tell(words),
        celebrate=True,
    )


def _is_explained(cart: Cart) -> bool:
    return bool(cart.active_lines) or cart.act is not None


def due_caption(cart: Cart, totals: Totals, language: Language) -> str:
    """What the amount due is called."""
    if cart.act is not None:
        return act_caption(cart.act, totals, language)
    if totals.due_minor < 0:
        return language.say("Refund")
    if cart.terms is None:
        return language.say("To pay")
    return language.say("Due now") if cart.terms.pay_in_full else language.say("Due now (deposit)")


def explanation(cart: Cart, totals: Totals, settings: StoreSettings) -> Message:
    """The sentence that says where the amount due comes from."""
    if cart.act is not None:
        return act_explanation(cart, cart.act, totals)
    if cart.terms is None:
        return _sale_explanation(cart, totals, settings)
    carried = Money(totals.carry_out_minor, cart.currency)
    rest = Money(totals.total_minor - totals.carry_out_minor, cart.currency)
    percent = plain(settings.deposit_percent)
    if cart.terms.kind is CartKind.QUOTE:
        return say("A quote takes no money.")
    if cart.terms.pay_in_full:
        return say("The whole order is paid now.")
    if cart.terms.override is not None:
        return say("Deposit as agreed, {reason}.", reason=Name(cart.terms.override.reason))
    is_business = cart.customer is not None and cart.customer.business
    if is_business and totals.carry_out_minor:
        return say("Carry-out {carried} in full, no deposit: business customer.", carried=carried)
    if is_business:
        return say("No deposit: business customer.")
    if totals.carry_out_minor:
        return say(
            "Carry-out {carried} in full + {percent} % deposit of the other {rest}.",
            carried=carried,
            percent=percent,
            rest=rest,
        )
    return say("{percent} % deposit of {rest}.", percent=percent, rest=rest)


def _sale_explanation(cart: Cart, totals: Totals, settings: StoreSettings) -> Message:
    amounts = {
        "goods": Money(totals.goods_minor, cart.currency),
        "charges": Money(totals.charges_minor, cart.currency),
        "tax": Money(totals.tax_minor, cart.currency),
    }
    if settings.price_includes_tax:
        if totals.charges_minor:
            return say("Goods {goods} and charges {charges}, with tax {tax} in it.", **amounts)
        return say("Goods {goods}, with tax {tax} in it.", **amounts)
    if totals.charges_minor:
        return say("Goods {goods}, charges {charges} and tax {tax}.", **amounts)
    return say("Goods {goods} and tax {tax}.", **amounts)


def arrangement_text(cart: Cart, totals: Totals, language: Language) -> str:
    """How the rest of the order will be paid; empty where that is not settled or there is none."""
    if cart.terms is None or cart.terms.balance is None or totals.balance_minor <= 0:
        return ""
    rest = Money(totals.balance_minor, cart.currency)
    if cart.terms.balance is Balance.PAY_AT_PICKUP:
        return language.say("The other {rest} is paid at pickup", rest=rest)
    given = cards_left(cart)
    if 0 < given < totals.balance_minor:
        return language.say(
            "Cards pay {given} of the other {rest}", given=Money(given, cart.currency), rest=rest
        )
    return language.say("A card pays the other {rest}", rest=rest)
