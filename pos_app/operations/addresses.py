"""Addresses as they are typed at the register."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from retail.customers import Address
from retail.errors import RuleBroken


def typed_address(id: str, fields: Mapping[str, str]) -> Address:
    """An address from typed fields; `tax_percent` is read as a number.

    Raises:
        RuleBroken: the tax is no rate.
    """
    percent = fields.get("tax_percent", "")
    try:
        tax = Decimal(percent) if percent else None
    except InvalidOperation:
        tax = Decimal(-1)
    if tax is not None and not (tax.is_finite() and 0 <= tax <= 100):
        raise RuleBroken("'{percent}' is not a tax rate. Type a number from 0 to 100.", percent=percent)
    return Address(
        id=id,
        purpose=fields.get("purpose", ""),
        name=fields.get("name", ""),
        phone=fields.get("phone", ""),
        line1=fields.get("line1", ""),
        postcode=fields.get("postcode", ""),
        city=fields.get("city", ""),
        country=fields.get("country", ""),
        region=fields.get("region", ""),
        tax_percent=tax,
        tax_group=fields.get("tax_group", ""),
    )
