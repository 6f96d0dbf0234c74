"""A search of customers is limited to one field by its name or by a sign of the store, and by nothing else."""

import pytest

from retail.customer_search import (
    SHORTCUTS_MAX,
    SearchField,
    check_shortcuts,
    limited,
    signs_of,
    spelled_out,
)
from retail.errors import CannotBe
from retail.settings import StoreSettings

SIGNS = ("t: phone", "N:Name")


@pytest.mark.parametrize(("typed", "field", "rest"), [
    ("phone: 912 34", SearchField.PHONE, "912 34"),
    (" Phone :912", SearchField.PHONE, "912"),
    ("phone:", SearchField.PHONE, ""),
    ("phone", None, "phone"),
    ("Anna: Berg", None, "Anna: Berg"),
    ("", None, ""),
])  # fmt: skip
def test_the_name_of_a_field_before_a_colon_limits_the_search(
    typed: str, field: SearchField | None, rest: str
) -> None:
    assert limited(typed) == (field, rest)


@pytest.mark.parametrize(("typed", "meant"), [
    ("t:912", "phone:912"), ("T : 912", "phone: 912"), ("n: berg", "name: berg"), ("x:912", "x:912"), ("t912", "t912"),
])  # fmt: skip
def test_a_sign_of_the_store_stands_for_its_field(typed: str, meant: str) -> None:
    assert spelled_out(typed, SIGNS) == meant
    assert signs_of(SIGNS) == [("t", SearchField.PHONE), ("n", SearchField.NAME)]


@pytest.mark.parametrize(("shortcuts", "words"), [
    (("t phone",), "type letters, a colon, and one of name, email, phone, card, address, account"),
    (("t: shoe",), "type letters, a colon"),
    ((": phone",), "type letters, a colon"),
    (("t: phone", "T: name"), "t means something else already"),
    (("phone: name",), "phone means something else already"),
    (tuple([f"s{at}: name" for at in range(SHORTCUTS_MAX + 1)]), "at most 12 search shortcuts"),
])  # fmt: skip
def test_a_sign_that_people_cannot_type_or_tell_apart_is_refused(
    shortcuts: tuple[str, ...], words: str
) -> None:
    with pytest.raises(CannotBe, match=words):
        StoreSettings("S", customer_shortcuts=shortcuts)


def test_signs_that_can_be_are_taken() -> None:
    check_shortcuts((*SIGNS, "phone: phone", "tlf: phone"))
