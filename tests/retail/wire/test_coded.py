"""A message is kept and sent as its template with its values, and read as the same message on the other side."""

from datetime import date
from decimal import Decimal

import pytest

from retail.messages import SEMICOLONS, Message, Name, listed, say
from retail.money import Money
from retail.wire.coded import coded, message_of
from retail.wire.reasons import unsound


@pytest.mark.parametrize("message", [
    say("There are no lines."),
    say("{count} of {name}: {price}", count=2, name="Æble {x}", price=Money(-1250, "NOK")),
    say("{number} on {day}", number=Decimal("1.250"), day=date(2026, 11, 28)),
    say("\ud800\x00 {name}", name="\udfff"),
    say("{field}, {other}", field=Name("email"), other=listed([say("a"), say("b {n}", n=0)], SEMICOLONS)),
])  # fmt: skip
def test_it_comes_back_as_it_was(message: Message) -> None:
    assert message_of(coded(message)) == message


@pytest.mark.parametrize("text", [
    "", "HOUSTON-1: words of an older version.", "7", "null", "[]", "{}", '{"say": "x"}', '{"say": 7, "with": {}}',
    '{"say": "{missing}", "with": {}}', '{"say": "{0}", "with": {}}', '{"say": "{x!z}", "with": {"x": 1}}',
    '{"say": "{x}", "with": {"x": {"money": "much", "currency": "NOK"}}}', '{"say": "x", "with": []}', '{"money": 1}',
    '{"say": "x", "with": ' + "[" * 10_000,
])  # fmt: skip
def test_what_is_no_message_is_left_to_be_read_as_it_is(text: str) -> None:
    assert message_of(text) is None


def test_of_many_faults_the_first_are_named_and_the_others_counted() -> None:
    faults = [say("line {number}", number=each) for each in range(7)]

    assert str(unsound(faults)) == (
        "It cannot be posted: line 0; line 1; line 2; line 3; line 4 (and 2 more)"
    )
    assert str(unsound(faults[:1])) == "It cannot be posted: line 0"
