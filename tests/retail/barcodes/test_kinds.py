"""A code says where it belongs, by a table that a shop can change; an unknown one is answered in words."""

import pytest

from retail.barcodes import CodeKind, CodePattern, confirmation_number, recognise, why_unknown
from retail.barcodes.kinds import Recognised


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("4006381333931", CodeKind.ITEM),
        ("85123A", CodeKind.ITEM),
        (confirmation_number("HOUSTON-1", 45), CodeKind.ORDER),
        (confirmation_number("1", 1_234_567), CodeKind.ORDER),
        ("L-HOUSTON-1-45", CodeKind.ITEM),
        ("l-HOUSTON-1-00045", CodeKind.ITEM),
        ("HOUSTON-1-000042", CodeKind.RECEIPT),
        ("-000042", CodeKind.ITEM),
        ("STAFF-000160", CodeKind.BADGE),
        ("STAFF-", CodeKind.ITEM),
        ("CUSTOMER-10021", CodeKind.CUSTOMER),
        ("SUSPENDED-7", CodeKind.SUSPENDED),
        ("COUPON-SUMMER", CodeKind.COUPON),
        ("9901234567897", CodeKind.COUPON),
        ("9810123456786", CodeKind.COUPON),
        ("9780306406157", CodeKind.ITEM),
        ("99012345", CodeKind.ITEM),
        ("]d20109501101530003\x1d10A", CodeKind.ITEM),
        ("", CodeKind.UNREADABLE),
        ("x" * 401, CodeKind.UNREADABLE),
        ("40063\x0081", CodeKind.UNREADABLE),
    ],
)
def test_a_code_says_where_it_belongs(code: str, kind: CodeKind) -> None:
    assert recognise(code).kind is kind


def test_a_badge_or_card_says_whose_it_is() -> None:
    assert recognise("STAFF-000160") == Recognised(CodeKind.BADGE, "000160")
    assert recognise("CUSTOMER-10021").value == "10021"


def test_a_shop_may_have_a_table_of_its_own() -> None:
    own = (CodePattern(CodeKind.BADGE, "041.........."), CodePattern(CodeKind.CUSTOMER, "7*"))

    assert recognise("0410000001607", own) == Recognised(CodeKind.BADGE, "0000001607")
    assert recognise("7.1", own) == Recognised(CodeKind.CUSTOMER, ".1")
    assert recognise("STAFF-1", own).kind is CodeKind.ITEM


def test_the_table_goes_before_the_numbers_of_registers() -> None:
    own = (CodePattern(CodeKind.SUSPENDED, "L-HOLD-*"),)

    assert recognise("L-HOLD-00001", own).kind is CodeKind.SUSPENDED
    assert recognise("L-HOLD-00001").kind is CodeKind.ORDER


@pytest.mark.parametrize("pattern", ["", "*", "..", ".A", "A*B", "A**"])
def test_a_pattern_without_a_beginning_of_its_own_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="must begin with a letter or digit of its own"):
        CodePattern(CodeKind.BADGE, pattern)


def test_nothing_is_unreadable_on_purpose() -> None:
    with pytest.raises(ValueError, match="unreadable on purpose"):
        CodePattern(CodeKind.UNREADABLE, "X*")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("4006381333932", "4006381333932 was misread: its check digit is wrong. Scan again or type it."),
        ("4006381333931", "Unknown code 4006381333931. Search for the item by name."),
        ("85123A", "Unknown code 85123A. Search for the item by name."),
        ("12345", "Unknown code 12345. Search for the item by name."),
        ("\x00", "That is not a code. Scan again or type it."),
    ],
)
def test_an_unknown_code_is_answered_in_words(code: str, words: str) -> None:
    assert str(why_unknown(code)) == words
