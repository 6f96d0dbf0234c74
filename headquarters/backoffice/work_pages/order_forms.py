"""The form that an order is edited by: what stands in it, what somebody changed there, and the edit that this is."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from headquarters.orders.edits import Edit, NewLine, Off, Way
from retail.attributes import OrderAttribute
from retail.charges import Charge
from retail.discounts import DiscountSource
from retail.errors import RuleBroken
from retail.money import AmountUnreadable, Money, parse_amount
from retail.orders.order import LineStatus, OrderLine, OrderState
from retail.quantity import QuantityUnreadable, parse_quantity, show_quantity

Fields = Mapping[str, str]
Asked = Sequence[OrderAttribute]
_PERCENT = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
NEW_LINES = (1, 2, 3)
"""So many products can be added at once."""
TICKED = ("chosen", "unlocked")
"""Fields that hold the numbers of the lines that were ticked."""
OF_NEW = ("product", "pieces", "price", "off")
"""The fields of one new product."""
_TYPED = (
    "agreed",
    "way",
    "place",
    "day",
    "address",
    "charge_reason",
    "new_charge_code",
    "new_charge",
    "note",
)


def field_of(attribute: str) -> str:
    """The field that an attribute of the order is typed into."""
    return f"said_{attribute}"


def typed_attributes(fields: Fields, asked: Asked) -> dict[str, str]:
    """What was typed of each attribute of a new order."""
    return {each.attribute: fields.get(field_of(each.attribute), "") for each in asked}


def open_lines(order: OrderState) -> list[OrderLine]:
    """The lines that stand on the order."""
    return [line for line in order.lines if line.status is not LineStatus.CANCELLED]


def charges_shown(order: OrderState) -> list[tuple[int | None, int, str, Charge]]:
    """Every charge: its line (None for the whole order), its place there, its field, and itself."""
    whole: list[tuple[int | None, int, str, Charge]] = [
        (None, place, f"charge_{place}", charge) for place, charge in enumerate(order.charges)
    ]
    on_lines = [
        (line.number, place, f"charge{line.number}_{place}", charge)
        for line in open_lines(order)
        for place, charge in enumerate(line.charges)
    ]
    return whole + on_lines


def as_it_stands(order: OrderState, asked: Asked = ()) -> dict[str, str]:
    """The fields before anybody has typed; `asked` are the attributes of orders that its store asks."""
    said = dict(order.attributes)
    fields = {f"quantity{line.number}": show_quantity(line.ordered_thousandths) for line in open_lines(order)}
    fields |= {
        name: str(Money(charge.amount_minor, order.currency)) for _, _, name, charge in charges_shown(order)
    }
    fields |= {"collector": order.terms.collector, "expires": str(order.terms.expires or "")}
    fields |= {f"agreed_price{line.number}": price_of(line, order.currency) for line in open_lines(order)}
    for line in open_lines(order):
        fields |= _off_fields(line, order.currency)
    fields |= {f"{what}{number}": "" for number in NEW_LINES for what in OF_NEW}
    fields |= {field_of(each.attribute): said.get(each.attribute, "") for each in asked}
    return fields | dict.fromkeys((*TICKED, *_TYPED, "recalculates", "recalculates_charges"), "")


def typed_over(order: OrderState, sent: Fields, asked: Asked = ()) -> dict[str, str]:
    """The fields as they stand now, with what somebody has changed in theirs since these were shown to them.

    What others have changed of the order meanwhile is not taken back by a form that was made before.
    """
    fields, shown = as_it_stands(order, asked), _shown(sent.get("as_shown", ""))
    for name in fields:
        if name in sent and sent[name] != shown.get(name, ""):
            fields[name] = sent[name]
    return fields


def edit_of(order: OrderState, fields: Fields, asked: Asked = ()) -> Edit:
    """What the fields would make of the order; those that are as it stands change nothing.

    Raises:
        RuleBroken: a field cannot be read.
    """
    stands = as_it_stands(order, asked)
    charges = {
        (line, place): _amount(fields[name], order.currency)
        for line, place, name, _ in charges_shown(order)
        if fields[name] != stands[name]
    }
    edit = Edit(
        quantities={
            line.number: _quantity(fields[f"quantity{line.number}"])
            for line in open_lines(order)
            if fields[f"quantity{line.number}"] != stands[f"quantity{line.number}"]
        },
        added=new_lines(fields, order.currency),
        chosen=_numbers(fields["chosen"]),
        way=way_of(fields),
        unlocked=_numbers(fields["unlocked"]),
        prices={
            line.number: _amount(fields[name], order.currency)
            for line in open_lines(order)
            for name in [f"agreed_price{line.number}"]
            if fields[name] != stands[name]
        },
        discounts={
            line.number: _off(fields, line.number, order.currency)
            for line in open_lines(order)
            if any(fields[name] != stands[name] for name in _off_fields(line, order.currency))
        },
        agreed=fields["agreed"],
        recalculates=bool(fields["recalculates"]),
        charges=charges,
        charge_reason=fields["charge_reason"],
        recalculates_charges=bool(fields["recalculates_charges"]),
        collector=fields["collector"],
        attributes={
            each.attribute: fields[name]
            for each in asked
            for name in [field_of(each.attribute)]
            if fields[name] != stands[name]
        },
        expires=read_day(fields["expires"]),
        note=fields["note"],
    )
    if not fields["new_charge"].strip():
        return edit
    return replace(
        edit, new_charge=(fields["new_charge_code"], _amount(fields["new_charge"], order.currency))
    )


def price_of(line: OrderLine, currency: str) -> str:
    """The price of a line, as it is typed."""
    return str(Money(line.price_minor, currency))


def _off_fields(line: OrderLine, currency: str) -> dict[str, str]:
    """The discount that a person gave on a line, as it is typed: in percent or as an amount."""
    given = [step for step in line.discounts if step.source is DiscountSource.LINE]
    percent = given[0].percent if len(given) == 1 else None
    amount = 0 if percent is not None else sum([step.amount_minor for step in given])
    return {
        f"percent_off{line.number}": "" if percent is None else f"{percent.normalize():f}",
        f"amount_off{line.number}": str(Money(amount, currency)) if amount else "",
    }


def _off(fields: Fields, number: int, currency: str) -> Off:
    percent, amount = fields[f"percent_off{number}"].strip(), fields[f"amount_off{number}"].strip()
    if percent and amount:
        raise RuleBroken(
            "Line {number} has a discount in percent and one as an amount. Empty one of them.", number=number
        )
    return Off(read_percent(percent), _amount(amount, currency) if amount else 0)


def new_lines(fields: Fields, currency: str, numbers: Sequence[int] = NEW_LINES) -> tuple[NewLine, ...]:
    """The goods to be added: one piece where nothing else was typed, at today's price where none was.

    Raises:
        RuleBroken: a quantity, a price or a discount that is none.
    """
    found = []
    for number in numbers:
        product, pieces, price, off = [fields.get(f"{what}{number}", "").strip() for what in OF_NEW]
        if product:
            agreed = _amount(price, currency) if price else None
            found.append(NewLine(product, _quantity(pieces or "1"), agreed, read_percent(off)))
    return tuple(found)


def way_of(fields: Fields) -> Way | None:
    """How the goods are to leave; None where nothing was said.

    Raises:
        RuleBroken: a day that is none.
    """
    if not fields.get("way"):
        return None
    day = read_day(fields.get("day", ""))
    return Way(fields["way"], fields.get("place", ""), day, fields.get("address", ""))


def read_charge(typed: str, currency: str) -> int | None:
    """What cancelling is to cost; None where nothing was typed.

    Raises:
        RuleBroken: it is no amount.
    """
    return _amount(typed, currency) if typed.strip() else None


def _shown(text: str) -> dict[str, str]:
    try:
        known = json.loads(text)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in known.items()} if isinstance(known, dict) else {}


def _numbers(text: str) -> frozenset[int]:
    return frozenset(
        [int(each) for each in text.split() if each.isascii() and each.isdigit() and len(each) < 9]
    )


def _quantity(typed: str) -> int:
    try:
        return parse_quantity(typed)
    except QuantityUnreadable as unreadable:
        raise RuleBroken("{what}. Type it again.", what=unreadable.message) from None


def _amount(typed: str, currency: str) -> int:
    try:
        return parse_amount(typed, currency)
    except AmountUnreadable as unreadable:
        raise RuleBroken("{what}. Type it again.", what=unreadable.message) from None


def read_percent(typed: str) -> Decimal | None:
    """A discount as it was typed; None where nothing was.

    Raises:
        RuleBroken: it is no number of percent.
    """
    text = typed.strip().replace(",", ".")
    if not text:
        return None
    if not _PERCENT.fullmatch(text):
        raise RuleBroken("'{typed}' is no number of percent. Type it as 12.5.", typed=typed)
    return Decimal(text)


def read_day(typed: str) -> date | None:
    """A day as it was typed; None where nothing was.

    Raises:
        RuleBroken: it is none.
    """
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise RuleBroken("'{typed}' is not a day. Type it as 2026-12-24.", typed=typed) from None
