"""Several taxes on the same goods: each rounded by itself, added or one on top of the other."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import deliver
from retail.settings import FulfilmentPlace, TaxGroup, TaxRounding
from retail.tax_codes import TaxCode, TaxRate, rate_by, tax_by_code, taxes_of
from retail.totals import totals_of
from tests.retail.shop import HOME, SETTINGS, cart_with, pickup, shipment

GST, PST = TaxCode("GST", Decimal(5)), TaxCode("PST", Decimal(7))
ADDED = rate_by(Decimal(0), (GST, PST))
ON_TOP = rate_by(Decimal(0), (replace(GST, compounds=True), replace(PST, percent=Decimal("9.5"))))


def test_codes_come_to_one_rate() -> None:
    assert ADDED.percent == 12
    assert ON_TOP.percent == Decimal("14.975")
    assert rate_by(Decimal(25), ()) == TaxRate(Decimal(25))


@pytest.mark.parametrize(
    ("amount", "rate", "included", "taxes"),
    [
        (10_000, ADDED, False, (500, 700)),
        (10_000, ON_TOP, False, (500, 998)),
        (11_200, ADDED, True, (500, 700)),
        (-11_200, ADDED, True, (-500, -700)),
        (30, rate_by(Decimal(0), (GST, replace(GST, name="QST"))), False, (2, 2)),
        (9999, TaxRate(Decimal("6.25")), True, (588,)),
        (10_000, TaxRate(Decimal(0)), False, (0,)),
    ],
)
def test_each_code_is_rounded_by_itself(
    amount: int, rate: TaxRate, included: bool, taxes: tuple[int, ...]
) -> None:
    assert taxes_of(amount, rate, included=included) == taxes


def test_a_tax_divides_over_its_codes_as_it_was_rounded() -> None:
    half = rate_by(Decimal(0), (GST, replace(GST, name="QST")))
    by_line, by_document = tax_by_code([10, 10], 4, half, included=False), taxes_of(20, half, included=False)

    assert by_line == (2, 2)
    assert by_document == (1, 1)
    assert tax_by_code([10, 10], 2, half, included=False) == (1, 1)
    assert tax_by_code([1000], 121, ADDED, included=False) == (50, 71)
    assert tax_by_code([1000], 7, TaxRate(Decimal(5)), included=False) == (7,)


def test_lines_are_taxed_by_the_codes_of_where_they_go() -> None:
    shop = replace(
        SETTINGS,
        tax_codes=ADDED.codes,
        destination_based_tax=True,
        tax_groups=(TaxGroup("Quebec", country="CA", region="QC", codes=ON_TOP.codes),),
        fulfilment_group=(FulfilmentPlace("SEATTLE", "Seattle", tax_codes=(GST,)),),
    )
    quebec = replace(HOME, country="CA", region="QC", tax_percent=None)
    cart = cart_with(10_000, 10_000, 10_000, settings=shop)
    cart = deliver(cart, [2], replace(shipment(), address=quebec), shop)
    cart = deliver(cart, [3], pickup("SEATTLE", shop), shop)

    assert [line.tax_rate for line in cart.lines] == [ADDED, ON_TOP, TaxRate(Decimal(5), (GST,))]
    assert totals_of(cart, shop).line_taxes_minor == (1200, 1498, 500)


@pytest.mark.parametrize("is_destination_based", [True, False])
def test_an_address_that_names_a_group_is_taxed_by_all_its_codes(is_destination_based: bool) -> None:
    """The group it names goes before the one it falls into; one that this store does not know says nothing."""
    shop = replace(
        SETTINGS,
        destination_based_tax=is_destination_based,
        customer_based_tax=True,
        tax_groups=(
            TaxGroup("", country="CA", codes=ADDED.codes),
            TaxGroup("Reserve", region="R", codes=ON_TOP.codes),
        ),
    )
    named = replace(HOME, country="CA", tax_percent=Decimal(9), tax_group="Reserve")
    cart = cart_with(10_000, 10_000, 10_000, settings=shop)
    cart = deliver(cart, [1], replace(shipment(), address=named), shop)
    cart = deliver(cart, [2], replace(shipment(), address=replace(named, tax_group="Nowhere")), shop)
    cart = deliver(cart, [3], replace(shipment(), address=replace(named, tax_group="")), shop)

    assert [line.tax_rate for line in cart.lines] == [ON_TOP, TaxRate(Decimal(9)), TaxRate(Decimal(9))]
    assert totals_of(cart, shop).line_taxes_minor == (1498, 900, 900)


def test_per_document_each_code_is_rounded_once() -> None:
    half = (GST, replace(GST, name="QST"))
    shop = replace(SETTINGS, tax_codes=half, tax_rounding=TaxRounding.DOCUMENT)

    assert totals_of(cart_with(10, 10, 10, settings=shop), shop).tax_minor == 4
    by_line = replace(shop, tax_rounding=TaxRounding.LINE)
    assert totals_of(cart_with(10, 10, 10, settings=by_line), by_line).tax_minor == 6


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: TaxCode("", Decimal(5)), "needs a name"),
        (lambda: TaxCode("GST", Decimal(101)), "0 to 100 percent"),
        (
            lambda: replace(SETTINGS, tax_percent=Decimal(5), tax_codes=(GST,)),
            "store HOUSTON has a rate of 5 %",
        ),
        (lambda: TaxGroup("CA", Decimal(5), country="CA", codes=(GST,)), "tax group CA has a rate"),
        (lambda: FulfilmentPlace("X", "X", Decimal(5), tax_codes=(GST,)), "place X has a rate"),
    ],
)
def test_what_no_tax_can_be_is_refused_by_name(make: object, words: str) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=words):
        make()
