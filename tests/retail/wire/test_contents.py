"""What a document needs is seen in its text, whatever somebody typed into it."""

import json
from decimal import Decimal

import pytest

from retail.customers import Address
from retail.wire.contents import version_of
from tests.headquarters.shop import PaperRegister


@pytest.mark.parametrize(
    ("address", "version"),
    [(Address("home", line1="Storgt 1"), 1), (Address("home", line1="x", tax_percent=Decimal(5)), 1),
     (Address("home", line1="Storgt 1", tax_group="A"), 2)],
)  # fmt: skip
def test_an_address_with_a_tax_group_needs_version_2_and_one_without_is_as_it_was(
    address: Address, version: int
) -> None:
    text = PaperRegister().customer(addresses=(address,)).written()

    assert version_of(text) == version
    assert ("tax_group" in json.loads(text)["addresses"][0]) == (version == 2)


def test_a_name_that_looks_like_a_field_is_a_name() -> None:
    assert version_of(PaperRegister().customer('{"tax_group":"A"}').written()) == 1
