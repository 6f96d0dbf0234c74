"""Customers are found here and at headquarters, and who may be the one that is being typed is offered."""

from typing import Any

import pytest

from pos_app.register.desk import RegisterDesk
from tests.fixtures.fix_register import Register, Shop, anna_row, desk_of


@pytest.fixture
def desk(register: Register) -> RegisterDesk:
    return desk_of(register)


def test_a_customer_is_found_by_their_address_which_is_shown(desk: RegisterDesk) -> None:
    [row] = desk.search_customers("storgt 5003").rows

    assert (row.name, row.matched) == ("Anna Berg", "Address Storgt 1, 5003 Bergen")


def test_customers_of_headquarters_stand_below_and_can_be_used(shop: Shop, desk: RegisterDesk) -> None:
    kari = "00000001-0000-7000-8000-0000000000aa"
    shop.line.customers = [
        anna_row(), {"id": kari, "account": "10999", "name": "Kari Berg"}, {"id": "?", "of": "another version"},
    ]  # fmt: skip
    here = desk.search_customers("berg")

    found = desk.search_customers("berg", answer=desk.ask_for_customers("berg"))

    assert found.rows[:-1] == here.rows
    assert (found.rows[-1].name, found.rows[-1].matched) == ("Kari Berg", "From HQ")
    assert found.note == f"{len(here.rows)} here · 1 more at HQ"
    desk.dispatch("customer.set", {"id": kari})
    assert desk.customer_detail("") is not None

    shop.line.state = "offline"
    silent = desk.search_customers("berg", answer=desk.ask_for_customers("berg"))
    assert silent.rows == here.rows
    assert "Headquarters does not answer." in silent.note


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"name": "A. Berg", "phone": "(55) 12-34-56"}, "Same phone number"),
        (
            {
                "name": "anna BERG",
                "addresses": [{"line1": "Storgt. 1", "postcode": "5003", "city": "bergen"}],
            },
            "Same name and address",
        ),
        ({"name": "Anna"}, ""),
        ({"name": "A", "phone": "55"}, None),
    ],
)
def test_who_may_be_the_new_customer_is_offered_while_they_are_typed(
    desk: RegisterDesk, typed: dict[str, Any], why: str | None
) -> None:
    found = desk.customer_duplicates(typed)

    assert [(row.name, row.matched) for row in found.rows] == ([] if why is None else [("Anna Berg", why)])
    assert found.is_alike == bool(why)
