"""Staff cards: one number whatever the reader types of one, kept as a mark; payment cards are none."""

import pytest

from retail.errors import RuleBroken
from retail.settings import BadgeSignIn, StoreSettings, sign_in_by
from retail.staff_cards import card_mark, card_number, is_track


@pytest.mark.parametrize(
    "read",
    [
        "20001234",
        "2000-1234",
        " 2000 1234 ",
        ";20001234=99121010000?",
        ";20001234?",
        "%B20001234^MOE/KARI^9912?;20001234=9912?",
        "%B20001234^MOE/KARI^9912?",
        "%20001234?",
    ],
)
def test_a_card_has_one_number_whatever_a_reader_types_of_it(read: str) -> None:
    assert card_number(read) == "20001234"


def test_a_card_that_is_held_there_tells_letters_too() -> None:
    assert card_number("04:a2:b9:c1") == "04A2B9C1"


@pytest.mark.parametrize("read", ["", "123", "1" * 41, ";=?", "+55?", "2000*1234", "２０００"])
def test_what_is_no_number_is_refused(read: str) -> None:
    with pytest.raises(RuleBroken, match="No staff card has this number: it has 4 to 40 letters and digits"):
        card_number(read)


@pytest.mark.parametrize(
    "read", ["4111 1111 1111 1111", "%B4111111111111111^MOE/KARI^9912?", ";4111111111111111=99?"]
)
def test_a_payment_card_is_none_and_its_number_is_not_said(read: str) -> None:
    with pytest.raises(RuleBroken, match="number of a payment card") as refused:
        card_number(read)

    assert "4111" not in str(refused.value)


@pytest.mark.parametrize("read", ["4111111111111112", "411111111111", "A111111111111111"])
def test_what_only_looks_a_little_like_one_may_be_a_staff_card(read: str) -> None:
    assert card_number(read) == read


@pytest.mark.parametrize(
    ("code", "is_one"),
    [("%B1^A^9?", True), (";1=9?", True), ("+1?", True), ("%50", False), ("400638", False), ("", False)],
)
def test_what_a_reader_of_stripes_types_is_known(code: str, is_one: bool) -> None:
    assert is_track(code) is is_one


def test_a_mark_is_of_the_number_and_of_the_secret() -> None:
    mark = card_mark("secret", "20001234")

    assert mark == card_mark("secret", "20001234")
    assert mark not in (card_mark("other", "20001234"), card_mark("secret", "20001235"))
    assert "20001234" not in mark


def test_a_code_signs_in_as_a_badge_or_else_as_a_card() -> None:
    store = StoreSettings("HOUSTON", badge_sign_in=BadgeSignIn.WITH_PIN, card_sign_in=BadgeSignIn.ALONE)

    assert sign_in_by("STAFF-kari", store) is BadgeSignIn.WITH_PIN
    assert sign_in_by(";20001234=99?", store) is BadgeSignIn.ALONE
