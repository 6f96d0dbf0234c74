"""Sentences keep their values apart, so that they can be said in another language."""

from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money


def test_a_message_fills_in_its_values() -> None:
    assert str(say("{due} is due for {name}.", due=Money(1250, "USD"), name="{x}")) == "12.50 is due for {x}."


def test_a_message_is_said_in_another_language_with_that_languages_amounts() -> None:
    message = say("{due} is due.", due=Money(1250, "NOK"))

    assert message.render("Du skylder {due}.", lambda money: f"{money.minor} øre") == "Du skylder 1250 øre."


def test_a_broken_rule_carries_its_message() -> None:
    broken = RuleBroken("No {thing}.", thing="coin")

    assert (str(broken), broken.message) == ("No coin.", say("No {thing}.", thing="coin"))


def test_text_without_end_shows_its_beginning() -> None:
    words = str(say("There is no item {number}.", number="x" * 10_000))

    assert words == f"There is no item {'x' * 299}…."
