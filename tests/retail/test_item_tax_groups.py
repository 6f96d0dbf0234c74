"""What of a place's several taxes goods are charged: those that their item sales tax group names."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.cart import add_line, deliver
from retail.cart_values import Cart
from retail.charge_rules import ChargeCode
from retail.errors import RuleBroken
from retail.item_tax_groups import ItemTaxGroup
from retail.orders.making import new_order
from retail.orders.terms import pay_in_full
from retail.places import FulfilmentPlace
from retail.receipt_parts import tax_rows
from retail.receipt_rows import Pair
from retail.settings import StoreSettings, TaxGroup
from retail.tax_codes import TaxCode, TaxRate, rate_by
from retail.taxing import for_customer
from retail.totals import totals_of
from retail.wire.arrival import cart_of as arrived
from tests.retail.shop import ANNA, EMPTY, SETTINGS, document_of, paid_in_cash, pickup, product, shipment

STATE, SUGAR, CITY = TaxCode("State", Decimal(6)), TaxCode("Sugar", Decimal(2)), TaxCode("City", Decimal(1))
NORWAY = TaxGroup("Norway", country="NO", codes=(TaxCode("Sugar", Decimal(3)), TaxCode("MVA", Decimal(15))))
STORE = replace(
    SETTINGS,
    tax_codes=(STATE, SUGAR, CITY),
    tax_groups=(NORWAY,),
    destination_based_tax=True,
    calculate_customer_exempt=True,
    fulfilment_group=(FulfilmentPlace("SEATTLE", "Seattle", tax_codes=(TaxCode("City", Decimal(4)),)),),
    item_tax_groups=(
        ItemTaxGroup("SWEETS", ("Sugar", "State", "MVA")),
        ItemTaxGroup("FREE", ("None of ours",)),
    ),
)
SWEETS = replace(product(price_minor=10_000), item_tax_group="SWEETS")
NO_RATE = replace(ANNA, addresses=tuple(replace(each, tax_percent=None) for each in ANNA.addresses))


def cart_of(settings: StoreSettings = STORE) -> Cart:
    return add_line(replace(EMPTY, customer=NO_RATE), SWEETS, settings)


def tax(cart: Cart, settings: StoreSettings = STORE) -> int:
    return totals_of(cart, settings).tax_minor


def test_goods_are_charged_the_taxes_that_stand_in_both_groups_in_the_order_of_the_place() -> None:
    cart = add_line(cart_of(), product(price_minor=10_000), STORE)

    assert [line.tax_codes for line in cart.lines] == [(STATE, SUGAR), (STATE, SUGAR, CITY)]
    assert totals_of(cart, STORE).line_taxes_minor == (800, 900)


def test_same_group_meets_each_place_that_goods_go_to() -> None:
    there = replace(shipment(STORE), address=NO_RATE.addresses[0])

    assert tax(deliver(cart_of(), [1], there, STORE)) == 1800
    assert tax(deliver(cart_of(), [1], pickup("SEATTLE", STORE), STORE)) == 0
    assert tax(deliver(deliver(cart_of(), [1], there, STORE), [1], None, STORE)) == 800


def test_a_place_with_one_nameless_rate_taxes_every_group_by_it() -> None:
    plain = replace(STORE, tax_codes=(), tax_percent=Decimal(10))

    assert tax(cart_of(plain), plain) == 1000


def test_a_group_that_shares_no_tax_with_the_place_makes_goods_free() -> None:
    cart = add_line(EMPTY, replace(SWEETS, item_tax_group="FREE"), STORE)

    assert tax(cart) == 0
    assert cart.lines[0].tax_rate == TaxRate(Decimal(0))


def test_who_is_exempt_pays_none_and_pays_again_when_they_are_gone() -> None:
    exempt = for_customer(cart_of(), replace(NO_RATE, tax_exempt=True), STORE)

    assert tax(exempt) == 0
    assert for_customer(exempt, NO_RATE, STORE) == cart_of()


def test_goods_of_a_group_that_the_store_does_not_have_are_refused_in_words() -> None:
    with pytest.raises(
        RuleBroken, match="Product A is taxed by the item sales tax group TOYS, which this store"
    ):
        add_line(EMPTY, replace(SWEETS, item_tax_group="TOYS"), STORE)


@pytest.mark.parametrize(("name", "taxes"), [("", ("State",)), ("A", ()), ("A", ("",)), ("A", ("x",) * 21)])
def test_a_group_that_says_nothing_is_none(name: str, taxes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="item sales tax group"):
        ItemTaxGroup(name, taxes)


def test_a_document_carries_each_tax_and_the_group_and_its_receipt_prints_each() -> None:
    document = document_of(paid_in_cash(cart_of(), STORE), STORE)

    assert [each.name for each in document.lines[0].tax_codes] == ["State", "Sugar"]
    assert document.lines[0].item_tax_group == "SWEETS"
    rows = [row for row in tax_rows(document, document.lines, ()) if isinstance(row, Pair)]
    assert [(str(row.left), str(row.right)) for row in rows] == [
        ("State 6 % of 100.00", "6.00"), ("Sugar 2 % of 100.00", "2.00"),
    ]  # fmt: skip
    assert arrived(document)[0].lines[0].item_tax_group == "SWEETS"


codes = st.lists(
    st.builds(TaxCode, st.sampled_from("ABCDEF"), st.integers(0, 30).map(Decimal), st.booleans()),
    max_size=6, unique_by=lambda code: code.name,
)  # fmt: skip


@given(codes=codes, taxes=st.sets(st.sampled_from("ABCDEF"), min_size=1))
def test_what_is_met_is_part_of_the_place_and_of_the_group_and_all_that_both_name(
    codes: list[TaxCode], taxes: set[str]
) -> None:
    place = rate_by(Decimal(7), tuple(codes))

    found = ItemTaxGroup("G", tuple(sorted(taxes))).meets(place)

    if not codes:
        assert found == place
    else:
        assert found.codes == tuple(code for code in codes if code.name in taxes)
        assert found == (rate_by(Decimal(0), found.codes) if found.codes else TaxRate(Decimal(0)))


FEE = ChargeCode("FREIGHT", tax_percent=None, item_tax_group="SWEETS")
CHARGING = replace(STORE, charge_codes=(FEE, ChargeCode("WRAP", tax_percent=Decimal(50))))


def test_a_charge_is_taxed_by_the_group_of_its_code_where_its_line_goes() -> None:
    there = replace(shipment(CHARGING), address=NO_RATE.addresses[0])
    cart = deliver(cart_of(CHARGING), [1], there, CHARGING, 1000)

    (charge,) = cart.lines[0].charges
    assert [each.name for each in charge.tax_codes] == ["Sugar", "MVA"]
    assert charge.tax_minor(included=False) == 180
    assert tax(cart, CHARGING) == 1980


def test_a_charge_on_the_whole_follows_the_goods_that_are_sent() -> None:
    there = replace(shipment(CHARGING), address=NO_RATE.addresses[0])
    cart = deliver(cart_of(CHARGING), [1], there, CHARGING, 1000, header_charge=True)
    assert [charge.tax_minor(included=False) for charge in cart.charges] == [180]

    fetched = deliver(cart, [1], pickup("SEATTLE", CHARGING), CHARGING)
    assert [charge.tax_minor(included=False) for charge in fetched.charges] == [80]
    assert deliver(fetched, [1], there, CHARGING).charges == cart.charges


def test_who_is_exempt_pays_no_tax_on_such_a_charge_either() -> None:
    there = replace(shipment(CHARGING), address=NO_RATE.addresses[0])
    cart = deliver(cart_of(CHARGING), [1], there, CHARGING, 1000)

    exempt = for_customer(cart, replace(NO_RATE, tax_exempt=True), CHARGING)

    assert tax(exempt, CHARGING) == 0
    assert for_customer(exempt, NO_RATE, CHARGING) == cart


def test_a_code_has_a_rate_or_a_group() -> None:
    for wrong in ({"tax_percent": Decimal(5), "item_tax_group": "G"}, {"tax_percent": None}):
        with pytest.raises(ValueError, match="state one of the two"):
            ChargeCode("X", **wrong)


def test_the_taxes_of_a_charge_travel_with_its_document_and_stay_in_parts_of_it() -> None:
    there = replace(shipment(CHARGING), address=NO_RATE.addresses[0])
    cart = pay_in_full(deliver(cart_of(CHARGING), [1], there, CHARGING, 1000, header_charge=True))
    document = document_of(paid_in_cash(cart, CHARGING), CHARGING)

    assert [each.name for each in document.charges[0].tax_codes] == ["Sugar", "MVA"]
    assert arrived(document)[0].charges == cart.charges
    rows = [
        str(row.left) for row in tax_rows(document, document.lines, document.charges) if isinstance(row, Pair)
    ]
    assert rows == ["Sugar 3 % of 110.00", "MVA 15 % of 110.00"]
    assert new_order(document, manual_accept=False).charges_tax() == 180
