"""What the steps of a scenario that make or change a customer ask the register for."""

from collections.abc import Callable, Mapping
from typing import Any

from rehearsal.play import Play
from rehearsal.shop import customer_of
from retail.customers import Address

Params = dict[str, Any]
Request = tuple[str, Params]


def _new_customer(play: Play, value: Params) -> list[Request]:
    customer = customer_of(value["as"], value)
    params: Params = {
        "type": str(customer.type), "name": value.get("name", ""),
        "email": customer.email, "phone": customer.phone,
    }  # fmt: skip
    if customer.business:
        params["business"] = True
    if customer.addresses:
        params["addresses"] = [_fields(each) for each in customer.addresses]
    return [("customer.add", params)]


def _edit_customer(play: Play, value: Params) -> list[Request]:
    id = play.customer(value["customer"])
    given: Params = {key: value[key] for key in ("type", "name", "email", "phone") if key in value}
    if "b2b" in value:
        given["business"] = value["b2b"]
    addresses = value["addresses"].names if "addresses" in value else {}
    added = [
        ("customer.add_address", {"id": id, "address": _typed(purpose, each)})
        for purpose, each in addresses.items()
    ]
    return [("customer.edit", {"id": id, **given}), *added] if given or not added else added


def _add_address(play: Play, value: Params) -> list[Request]:
    id = play.customer(value["customer"])
    return [("customer.add_address", {"id": id, "address": _typed(value["as"], value)})]


def _add_affiliation(play: Play, value: Params) -> list[Request]:
    id = play.customer(value["customer"])
    return [("customer.add_affiliation", {"id": id, "affiliation": value["affiliation"]})]


def _typed(purpose: str, value: Params) -> Params:
    fields: Params = {key: value[key] for key in ("line1", "postcode", "city", "country") if key in value}
    tax = {"tax_percent": str(value["tax"])} if "tax" in value else {}
    return {"purpose": purpose, **fields, **tax}


def _fields(address: Address) -> Params:
    tax = {} if address.tax_percent is None else {"tax_percent": str(address.tax_percent)}
    return {
        "purpose": address.purpose, "line1": address.line1, "postcode": address.postcode, "city": address.city,
        "country": address.country, **tax,
    }  # fmt: skip


CUSTOMER_STEPS: Mapping[str, Callable[[Play, Any], list[Request]]] = {
    "new_customer": _new_customer,
    "edit_customer": _edit_customer,
    "add_address": _add_address,
    "issue_loyalty_card": lambda play, value: [("customer.issue_loyalty_card", {"id": play.customer(value)})],
    "add_affiliation": _add_affiliation,
}
