"""Lines of an order that cannot leave as it says: by a mode of delivery that is not there, or does not take them."""

from collections.abc import Iterable, Mapping

from retail.cart_values import CartLine
from retail.orders.delivery import DeliveryKind
from retail.orders.modes import check_can_ship, modes_for, modes_of
from retail.settings import StoreSettings


def undeliverable(lines: Iterable[CartLine], settings: StoreSettings) -> tuple[CartLine, ...]:
    """The lines that are shipped by a mode the store does not ship by, or that does not take them where they go.

    What is fetched or carried out can always leave. A store that ships by no mode at all says nothing of any line.
    """
    if not modes_of(settings):
        return ()
    return tuple([line for line in lines if _mode_of(line) not in ("", *_fitting(line, settings))])


def modes_instead(lines: Iterable[CartLine], settings: StoreSettings) -> Mapping[int, tuple[str, ...]]:
    """By which other modes each of these shipped lines can leave; all of them have one.

    Raises:
        RuleBroken: one of them cannot be shipped where it goes by any mode.
    """
    found = {}
    for line in lines:
        check_can_ship([line], None if line.delivery is None else line.delivery.address, settings)
        found[line.number] = tuple([mode for mode in _fitting(line, settings) if mode != _mode_of(line)])
    return found


def _mode_of(line: CartLine) -> str:
    """The mode a line is shipped by; "" for one that is not."""
    delivery = line.delivery
    return delivery.mode if delivery is not None and delivery.kind is DeliveryKind.SHIP else ""


def _fitting(line: CartLine, settings: StoreSettings) -> tuple[str, ...]:
    return modes_for(line, None if line.delivery is None else line.delivery.address, settings)
