"""Only tokens, brand, last four digits and codes come through, whatever a terminal lets out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.cards import CardAnswer, CardSlip, CardState, looks_like_card_number, read_answer

CANARIES = ("4111111111111111", "5555 5555 5555 4444", "3782-822463-10005", "6011000990139424")
SAID = {
    "state": "approved", "token": "tok-000001", "brand": "Visa", "last_four": "4242", "approval_code": "A00001",
    "terminal_reference": "T-000001",
}  # fmt: skip


def test_what_a_terminal_said_is_read() -> None:
    slip = CardSlip("r1", "tok-000001", "Visa", "4242", "A00001", "T-000001")

    assert read_answer("r1", SAID) == CardAnswer(CardState.APPROVED, slip)


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize(
    "field", ["token", "brand", "last_four", "approval_code", "terminal_reference", "pan"]
)
def test_a_card_number_in_any_field_goes_no_further(canary: str, field: str) -> None:
    answer = read_answer("r1", {**SAID, field: canary})

    digits = canary.replace(" ", "").replace("-", "")
    assert digits not in repr(answer).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("said", [None, "", "Approved", 1, ["approved"], {}])
def test_a_state_nobody_knows_is_unclear(said: object) -> None:
    assert read_answer("r1", {**SAID, "state": said}).state is CardState.UNCLEAR


@given(
    st.dictionaries(st.sampled_from([*SAID, "pan"]), st.none() | st.text() | st.integers() | st.booleans())
)
def test_whatever_a_terminal_says_is_read(said: dict[str, object]) -> None:
    slip = read_answer("r1", said).slip

    assert all(len(each) <= 64 for each in (slip.token, slip.brand, slip.last_four, slip.approval_code))


@pytest.mark.parametrize("number", CANARIES)
def test_card_numbers_are_known_by_their_check(number: str) -> None:
    assert looks_like_card_number(f"card {number} paid")
    assert not looks_like_card_number(number[:-1] + str((int(number[-1]) + 1) % 10))
