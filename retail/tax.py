"""Tax arithmetic: which rate holds for a line or a place, and how much tax an amount carries."""

from decimal import Decimal

from retail.customers import Address, Customer
from retail.item_tax_groups import met
from retail.orders.delivery import Delivery, DeliveryKind
from retail.rounding import percent_of, percent_within
from retail.settings import StoreSettings, TaxGroup
from retail.tax_codes import TaxRate

NOTHING = Decimal(0)


def tax_of(amount_minor: int, rate_percent: Decimal, *, included: bool) -> int:
    """The tax of an amount, rounded once: on top of it, or taken out of it where prices include tax.

    >>> tax_of(9999, Decimal("6.25"), included=True), tax_of(19999, Decimal(8), included=False)
    (588, 1600)
    """
    return percent_within(amount_minor, rate_percent) if included else percent_of(amount_minor, rate_percent)


def line_rate(
    own_percent: Decimal | None,
    delivery: Delivery | None,
    settings: StoreSettings,
    customer: Customer | None = None,
    *,
    item_tax_group: str = "",
    name: str = "",
) -> TaxRate:
    """The rate of a line: none for who is exempt, its destination's, its customer's, its product's own, or the store's.

    Only shipped lines follow a destination or the customer; goods to be fetched follow the store that hands them out
    (decisions 35 and 40). Of several taxes of a place, those are charged that the product's item sales tax group names.

    Raises:
        RuleBroken: the store does not have that group; `name` is what the product is called.
    """
    if is_exempt(customer, settings):
        return TaxRate(NOTHING)
    sent_there = _sent_there_rate(delivery, settings, customer)
    if sent_there is None and own_percent is not None:
        return TaxRate(own_percent)
    place = sent_there or _handed_out_rate(delivery, settings)
    return met(place, item_tax_group, settings.item_tax_groups, name)


def place_rate(delivery: Delivery | None, settings: StoreSettings, customer: Customer | None) -> TaxRate:
    """The rate of the place that something goes to: of its destination, its customer, or the store that hands out."""
    return _sent_there_rate(delivery, settings, customer) or _handed_out_rate(delivery, settings)


def is_exempt(customer: Customer | None, settings: StoreSettings) -> bool:
    """The customer pays no tax here: headquarters says so of them, and the store's setting lets it count."""
    return settings.calculate_customer_exempt and customer is not None and customer.tax_exempt


def tax_group(address: Address, groups: tuple[TaxGroup, ...]) -> TaxGroup | None:
    """The group this address falls into: the longest postcode counts first, then a region, then a country.

    Of two that fit equally well, the first in headquarters' list. None where no group fits.
    """
    fitting = [(_fit(address, group), group) for group in groups]
    best = max((fit for fit, _ in fitting), default=_NO_FIT)
    return None if best == _NO_FIT else next(group for fit, group in fitting if fit == best)


_Fit = tuple[int, bool, bool]
_NO_FIT: _Fit = (0, False, False)


def _fit(address: Address, group: TaxGroup) -> _Fit:
    """How closely a group says where the address is: signs of the postcode, region, country."""
    if group.country and _plain(group.country) != _plain(address.country):
        return _NO_FIT
    if group.region and _plain(group.region) != _plain(address.region):
        return _NO_FIT
    postcode = _plain(address.postcode)
    begun = [len(_plain(begin)) for begin in group.postcodes if postcode.startswith(_plain(begin))]
    if group.postcodes and not begun:
        return _NO_FIT
    return max(begun, default=0), bool(group.region), bool(group.country)


def _plain(text: str) -> str:
    """Without spaces, and without telling capitals apart: as people write countries and postcodes."""
    return "".join(text.split()).casefold()


def _sent_there_rate(
    delivery: Delivery | None, settings: StoreSettings, customer: Customer | None
) -> TaxRate | None:
    """What destination or customer say of something that is shipped; None where neither does, or it is not."""
    if delivery is None or delivery.kind is not DeliveryKind.SHIP or delivery.address is None:
        return None
    return _shipped_rate(delivery.address, settings, customer)


def _handed_out_rate(delivery: Delivery | None, settings: StoreSettings) -> TaxRate:
    """The rate of the store that hands the goods out."""
    if delivery is not None and delivery.kind is DeliveryKind.PICKUP:
        for place in settings.fulfilment_group:
            if place.place == delivery.store:
                return place.rate
    return settings.tax_rate


def _shipped_rate(address: Address, settings: StoreSettings, customer: Customer | None) -> TaxRate | None:
    """What destination or customer say: the destination's own group, one that fits it, then the customer's."""
    if settings.destination_based_tax:
        own = _own_rate(address, settings)
        if own is not None:
            return own
        group = tax_group(address, settings.tax_groups)
        if group is not None:
            return group.rate
    if settings.customer_based_tax:
        return _own_rate(_delivery_address(address, customer), settings)
    return None


def _own_rate(address: Address, settings: StoreSettings) -> TaxRate | None:
    """What is stored on an address itself: the taxes of the group it names, else its one rate."""
    for group in settings.tax_groups:
        if address.tax_group and group.name == address.tax_group:
            return group.rate
    return None if address.tax_percent is None else TaxRate(address.tax_percent)


def _delivery_address(address: Address, customer: Customer | None) -> Address:
    """The customer's address that goods are sent to; where they go elsewhere this once, the one kept for deliveries."""
    known = () if customer is None else customer.addresses
    if not known or any(each.id == address.id for each in known):
        return address
    return next((each for each in known if each.purpose.casefold() == "delivery"), known[0])
