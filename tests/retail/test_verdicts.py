"""A verdict is heeded by checking it: only a refusal stops, in its own words."""

import pytest

from retail.errors import RuleBroken
from retail.messages import say
from retail.verdicts import Answer, Rule, Verdict, refusal

RULE: Rule[None] = Rule("closed", lambda _: True, ("sell",), "{store} is closed. Try again tomorrow.")


def test_a_refusal_stops_in_the_words_of_its_row() -> None:
    with pytest.raises(RuleBroken, match=r"^HOUSTON is closed\. Try again tomorrow\.$"):
        refusal(RULE, {"store": "HOUSTON"}).check()


@pytest.mark.parametrize("answer", [Answer.ALLOWED, Answer.NEEDS_APPROVAL])
def test_what_is_possible_goes_on_whatever_is_to_be_minded(answer: Answer) -> None:
    Verdict(answer, say("Mind the step.")).check()
