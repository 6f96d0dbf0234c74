"""What a document needs is seen in its text, whatever somebody typed into it."""

import json
from decimal import Decimal

import pytest

from retail.customers import Address
from retail.wire.contents import version_of
from retail.wire.notices import CorrectedLinePart, CorrectionDocument
from retail.wire.uploads import ChargeOverridePart, ChargePart
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


def test_a_sale_says_nothing_of_what_came_later_unless_it_has_it() -> None:
    sale = PaperRegister().sale()
    (line,) = sale.lines
    override = ChargeOverridePart(before_minor=500, reason="Staff", approved_by="kari")
    charge = ChargePart(code="WRAP", amount_minor=300, tax_percent=Decimal(0), source="typed", refundable=False,
                        original_minor=500)  # fmt: skip

    assert version_of(sale.written()) == 1
    for later in (
        {"item_tax_group": "FOOD"}, {"unit": "kg"}, {"contains_thousandths": 6000},
        {"charges": (charge.model_copy(update={"override": override}),)},
    ):  # fmt: skip
        text = sale.model_copy(update={"lines": (line.model_copy(update=later),)}).written()
        assert version_of(text) == 2
    plain = sale.model_copy(update={"lines": (line.model_copy(update={"charges": (charge,)}),)}).written()
    assert version_of(plain) == 1
    assert not {"item_tax_group", "unit", "contains_thousandths"} & set(json.loads(plain)["lines"][0])
    assert not {"override", "tax_codes"} & set(json.loads(plain)["lines"][0]["charges"][0])


def test_a_correction_waits_for_a_headquarters_that_can_read_it() -> None:
    correction = CorrectionDocument(
        id="01900000-0000-7000-8000-00000000c001", register_name="A-1", store="A",
        made_at="2026-11-02T09:00:00.000+00:00", made_by="kari", about="01900000-0000-7000-8000-00000000c002",
        confirmation_number="L-A-1-00001", lines=(CorrectedLinePart(number=1, mode="post"),),
    )  # fmt: skip

    assert version_of(correction.written()) == 3
    assert CorrectionDocument.read(correction.written()) == correction
