"""What a code says about an item: the codes to look it up by, and the quantity, price, batch or date it carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from retail.barcodes.elements import (
    Element,
    days_in,
    in_brackets,
    looks_like_elements,
    read_elements,
    without_symbol,
)
from retail.barcodes.embedded import Embedded, EmbeddedCode, EmbeddedKind
from retail.barcodes.equals import candidates
from retail.errors import RuleBroken
from retail.money import decimals
from retail.quantity import ONE
from retail.rounding import divide


@dataclass(frozen=True, slots=True)
class ItemCode:
    """One way to read a code. `code` is how it is kept and shown; what it does not carry is None or empty.

    Units: `quantity_thousandths` are kilograms, pounds or pieces; `price_minor` is what one such piece costs.
    """

    code: str
    lookups: tuple[str, ...]
    quantity_thousandths: int | None = None
    price_minor: int | None = None
    lot: str = ""
    serial: str = ""
    expiry: date | None = None


def item_codes(
    code: str, embedded: tuple[EmbeddedCode, ...], currency: str, today: date
) -> Iterator[ItemCode]:
    """The ways to read a code, in their order; the first one whose article is known counts.

    A code that an article bears as it stands goes before everything that could be read out of it.

    Raises:
        RuleBroken: it is a GS1 code, or one with a value inside, that was misread or says what cannot be.
    """
    plain = without_symbol(code)
    yield ItemCode(plain, candidates(plain))
    if looks_like_elements(code):
        yield _of_elements(read_elements(code), currency, today)
        return
    for each in embedded:
        found = each.read(plain)
        if found is not None:
            yield _of_embedded(plain, found, currency)
            return


def _of_embedded(code: str, found: Embedded, currency: str) -> ItemCode:
    if found.value == 0:
        raise RuleBroken("{code} says 0: weigh or price the item again, or type it.", code=code)
    if found.kind is EmbeddedKind.PRICE:
        return ItemCode(code, found.lookups, price_minor=_minor(found.value, currency, code))
    return ItemCode(code, found.lookups, quantity_thousandths=int(found.value * ONE))


def _of_elements(elements: tuple[Element, ...], currency: str, today: date) -> ItemCode:
    values = {each.identifier: each.value for each in elements}
    shown = in_brackets(elements)
    twice = [each for each in elements if values[each.identifier] != each.value]
    if twice:
        raise RuleBroken("{code} says ({identifier}) twice, and not the same. Type the item.",
                         code=shown, identifier=twice[0].identifier)  # fmt: skip
    gtin = values.get("01") or values.get("02")
    if gtin is None:
        raise RuleBroken(
            "{code} names no item: it has no (01). Scan another code or type the item.", code=shown
        )
    if any(each.startswith("393") for each in values):
        raise RuleBroken("{code} has a price with a currency of its own (393n). Type the item.", code=shown)
    price = _measure(values, "392")
    quantity = None if price is not None else _quantity(values, shown)
    return ItemCode(
        shown,
        candidates(gtin),
        quantity_thousandths=quantity,
        price_minor=None if price is None else _minor(price, currency, shown),
        lot=values.get("10", ""),
        serial=values.get("21", ""),
        expiry=_date(values.get("17"), today),
    )


def _quantity(values: dict[str, str], shown: str) -> int | None:
    """The net weight in the code's own unit, by which its article is priced, or the number of pieces."""
    weight = _measure(values, "310", "320")
    if weight is not None:
        thousandths = divide(int(weight.scaleb(6)), 1000)
    elif "30" in values or "37" in values:
        thousandths = int(values.get("30") or values["37"]) * ONE
    else:
        return None
    if thousandths == 0:
        raise RuleBroken("{code} says a quantity of 0: weigh the item again, or type it.", code=shown)
    return thousandths


def _measure(values: dict[str, str], *stems: str) -> Decimal | None:
    """The value of an identifier whose fourth digit says how many decimals it has."""
    for identifier, value in values.items():
        if len(identifier) == 4 and identifier.startswith(stems):
            return Decimal(value).scaleb(-int(identifier[3]))
    return None


def _minor(amount: Decimal, currency: str, code: str) -> int:
    minor = amount.scaleb(decimals(currency))
    if minor != int(minor):
        raise RuleBroken("The price {amount} in {code} has more decimals than {currency}. Type the item.",
                         amount=amount, code=code, currency=currency)  # fmt: skip
    return int(minor)


def _date(value: str | None, today: date) -> date | None:
    """A day from YYMMDD: in the century that is nearest, and the last of the month where the day is 00.

    Source: GS1 General Specifications, 7.12.
    """
    if value is None:
        return None
    century = today.year - today.year % 100
    year = century + int(value[:2])
    if year - today.year > 50:
        year -= 100
    elif year - today.year < -49:
        year += 100
    month, day = int(value[2:4]), int(value[4:])
    return date(year, month, day or days_in(year, month))
