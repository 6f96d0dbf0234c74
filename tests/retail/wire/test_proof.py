"""A counter rises by one and is never what a copy comes up with; what is signed is another text for another call."""

import pytest

from retail.wire.proof import FIRST_COUNTER, counter_after, signed_text, step_of


def test_a_counter_rises_by_one_and_ends_in_chance() -> None:
    once = counter_after(FIRST_COUNTER, "5f0a")
    twice = counter_after(once, "77")

    assert (once, twice) == ("1.5f0a", "2.77")
    assert [step_of(each) for each in (FIRST_COUNTER, once, twice)] == [0, 1, 2]


@pytest.mark.parametrize("text", ["", "x", "-1", "1.", "1.a b", "1.a.b", "\u0663", "9" * 16, ".a"])
def test_what_is_no_counter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no counter"):
        step_of(text)


def test_every_part_of_a_call_is_signed() -> None:
    call = {
        "method": "POST", "target": "/v1/tally", "body_digest": "digest", "nonce": "nonce", "token": "token",
        "counter": "1.a", "next_counter": "2.b",
    }  # fmt: skip

    texts = {signed_text(**{**call, changed: "other"}) for changed in call}

    assert len(texts | {signed_text(**call)}) == len(call) + 1
