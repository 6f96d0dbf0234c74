"""Names are compared by what people hear, not by how they are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.folding import as_pattern, digits_of, fold, fold_code


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Åse BJØRNSON", "ase bjornson"),
        ("Æble-Grød", "aeble grod"),
        ("Straße", "strasse"),
        ("ŁÓDŹ", "lodz"),
        ("ﬁnest ①", "finest 1"),
        ("  a   b ", "a b"),
        ("O'Brien & Sons, Ltd.", "o brien sons ltd"),
        ("İstanbul", "istanbul"),
        ("Crème", "creme"),
        ("", ""),
        ("!?", ""),
    ],
)
def test_words_are_plain_and_lower(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_text_has_nothing_but_letters_digits_and_single_spaces(text: str) -> None:
    folded = fold(text)

    assert folded == " ".join(folded.split())
    assert all(sign == " " or sign.isalnum() for sign in folded)


def test_codes_keep_their_signs_and_lose_their_case() -> None:
    assert fold_code(" L-Houston-1 -00007") == "l-houston-1-00007"


@pytest.mark.parametrize(
    ("text", "digits"), [("+47 (22) 33-44", "47223344"), ("٣٤", "34"), ("none", ""), ("²", "")]
)
def test_phones_are_their_digits(text: str, digits: str) -> None:
    assert digits_of(text) == digits


def test_signs_of_a_pattern_are_taken_by_their_letter() -> None:
    assert as_pattern("50%_!") == "%50!%!_!!%"
