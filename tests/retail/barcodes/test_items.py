"""What a code says about an item comes out of it whole: article, quantity, price, batch and date."""

from datetime import date

import pytest

from retail.barcodes import check_digit
from retail.barcodes.embedded import DEFAULT_EMBEDDED
from retail.barcodes.items import ItemCode, item_codes
from retail.errors import RuleBroken

GTIN = "09501101530003"
TODAY = date(2026, 11, 21)


def last_reading(code: str, currency: str = "USD", today: date = TODAY) -> ItemCode:
    return list(item_codes(code, DEFAULT_EMBEDDED, currency, today))[-1]


def whole(code: str) -> str:
    return code + check_digit(code)


def test_a_plain_code_is_read_in_one_way() -> None:
    assert list(item_codes("4006381333931", DEFAULT_EMBEDDED, "USD", TODAY)) == [
        ItemCode("4006381333931", ("4006381333931",))
    ]


def test_a_code_is_looked_up_as_it_stands_before_anything_is_read_out_of_it() -> None:
    first, second = item_codes("2810275005024", DEFAULT_EMBEDDED, "USD", TODAY)

    assert first == ItemCode("2810275005024", ("2810275005024",))
    assert second == ItemCode("2810275005024", ("2810270000000", "281027"), price_minor=502)


def test_the_scanners_word_for_the_symbol_is_not_looked_up() -> None:
    assert last_reading("]E04006381333931") == ItemCode("4006381333931", ("4006381333931",))


def test_a_scale_gives_a_quantity_in_thousandths() -> None:
    assert last_reading(whole("211234501250")).quantity_thousandths == 1250


def test_an_american_price_is_read_from_a_upc_and_from_its_ean() -> None:
    upc = whole("21234592875")

    assert last_reading(upc).price_minor == 2875
    assert last_reading("0" + upc).price_minor == 2875


@pytest.mark.parametrize(
    ("code", "quantity", "price"),
    [
        (f"(01){GTIN}", None, None),
        (f"(01){GTIN}(3103)001250", 1250, None),
        (f"(01){GTIN}(3105)012345", 123, None),
        (f"(01){GTIN}(3104)000025", 3, None),
        (f"(01){GTIN}(3200)000002", 2000, None),
        (f"(01){GTIN}(30)12", 12_000, None),
        (f"(02){GTIN}(37)24", 24_000, None),
        (f"(01){GTIN}(3922)1295", None, 1295),
        (f"(01){GTIN}(3920)12", None, 1200),
        (f"(01){GTIN}(3923)12950", None, 1295),
        (f"(01){GTIN}(3103)001250(3922)1295", None, 1295),
    ],
)
def test_weight_count_and_price_come_out_of_a_gs1_code(
    code: str, quantity: int | None, price: int | None
) -> None:
    read = last_reading(code)

    assert (read.quantity_thousandths, read.price_minor) == (quantity, price)
    assert read.lookups == (GTIN, "9501101530003")
    assert read.code == code


def test_batch_serial_and_date_come_out_of_a_gs1_code() -> None:
    read = last_reading(f"]d201{GTIN}10AB-1\x1d21S7\x1d17261200")

    assert (read.lot, read.serial, read.expiry) == ("AB-1", "S7", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("digits", "today", "expiry"),
    [
        ("270228", TODAY, date(2027, 2, 28)),
        ("280200", TODAY, date(2028, 2, 29)),
        ("260400", TODAY, date(2026, 4, 30)),
        ("761231", TODAY, date(2076, 12, 31)),
        ("771231", TODAY, date(1977, 12, 31)),
        ("500101", date(1999, 1, 1), date(1950, 1, 1)),
        ("490101", date(1999, 1, 1), date(2049, 1, 1)),
        ("000101", date(2099, 1, 1), date(2100, 1, 1)),
    ],
)
def test_a_year_of_two_digits_is_in_the_nearest_century(digits: str, today: date, expiry: date) -> None:
    assert last_reading(f"(01){GTIN}(17){digits}", today=today).expiry == expiry


def test_a_price_is_in_the_minor_units_of_the_shops_currency() -> None:
    assert last_reading(f"(01){GTIN}(3920)500", "JPY").price_minor == 500
    assert last_reading(f"(01){GTIN}(3922)1295", "KWD").price_minor == 12_950


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("(10)AB", "(10)AB names no item: it has no (01)"),
        (f"(01){GTIN}(01)09501101530010", "says (01) twice"),
        (f"(01){GTIN}(3932)8401295", "a currency of its own (393n)"),
        (f"(01){GTIN}(3923)12955", "The price 12.955 in"),
        (f"(01){GTIN}(3103)000000", "a quantity of 0"),
        (f"(01){GTIN}(30)0", "a quantity of 0"),
        (f"(01){GTIN}(17)261301", "(17) 261301"),
        ("2810270000000", "says 0"),
        (whole("281027400502"), "check digit of the value"),
    ],
)
def test_what_cannot_be_is_refused_in_words(code: str, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        last_reading(code)

    assert words in str(refused.value)
