"""The fast ways of reading a customer's cells say what the rules of `retail` say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headquarters.importing.errors import CellRefused
from headquarters.importing.persons import read_email, words
from retail.customers import Customer, check_new
from retail.errors import RuleBroken
from retail.texts import clean_text

TEXTS = st.text(max_size=30) | st.sampled_from(["e\u0301", " \u00a0x\t", "x" * 21, "\ud800", "å  ", "\ue000"])
EMAILS = st.from_regex(r"[ a-zæ.@+-]{0,12}@?[a-z.-]{0,8}\.?[a-z]{0,3}", fullmatch=True)


@given(TEXTS)
def test_text_is_cleaned_as_a_cashiers(text: str) -> None:
    try:
        expected: str | None = clean_text("Phone", text, 20) or None
    except RuleBroken:
        with pytest.raises(CellRefused):
            words("Phone", 20)(text)
    else:
        assert words("Phone", 20)(text) == expected


@given(EMAILS)
def test_email_is_judged_as_a_cashiers(email: str) -> None:
    try:
        expected: str | None = check_new(Customer(id="", name="x", email=email)).email or None
    except RuleBroken:
        with pytest.raises(CellRefused):
            read_email(email)
    else:
        assert read_email(email) == expected
