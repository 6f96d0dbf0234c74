"""How much somebody may take back by themselves: the limits of their role over what a return comes to."""

from retail.cart_values import Cart, CartLine
from retail.charges import charges_gross
from retail.permissions import RoleLimit
from retail.settings import StoreSettings
from retail.totals import totals_of


def is_above_limit(cart: Cart, settings: StoreSettings, limit: RoleLimit) -> bool:
    """This return gives more back than the role may by itself: of a line, in all, or without a receipt."""
    back = {line.number: minor for line, minor in _coming_back(cart, settings)}
    blind = [line.number for line in cart.active_lines if line.share is None and line.number in back]
    charges = -charges_gross(cart.charges, included=settings.price_includes_tax)
    return (
        _exceeds(max(back.values(), default=0), limit.return_line_minor)
        or _exceeds(sum(back.values()) + max(0, charges), limit.return_total_minor)
        or _exceeds(sum(back[number] for number in blind), limit.blind_return_minor)
    )


def _coming_back(cart: Cart, settings: StoreSettings) -> list[tuple[CartLine, int]]:
    """The lines that come back with what each gives back, with its charges and tax, as a positive amount."""
    included = settings.price_includes_tax
    return [
        (line, -line.amount_minor - charges_gross(line.charges, included=included) - (0 if included else tax))
        for line, tax in zip(cart.active_lines, totals_of(cart, settings).line_taxes_minor, strict=True)
        if line.quantity_thousandths < 0
    ]


def _exceeds(minor: int, limit_minor: int | None) -> bool:
    return limit_minor is not None and minor > limit_minor
