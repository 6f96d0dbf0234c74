"""Sentences keep their values apart, so that they can be said in another language."""

from retail.errors import RuleBroken
from retail.messages import Name, fill, listed, phrase, say
from retail.money import Money


def test_a_message_fills_in_its_values() -> None:
    assert str(say("{due} is due for {name}.", due=Money(1250, "USD"), name="{x}")) == "12.50 is due for {x}."


def test_a_message_is_filled_in_another_language_with_that_languages_amounts() -> None:
    message = say("{due} is due.", due=Money(1250, "NOK"))

    filled = fill("Du skylder {due}.", message.values, lambda value: f"{value.minor} øre")

    assert filled == "Du skylder 1250 øre."


def test_a_message_within_a_message_is_written_out() -> None:
    why = say("paper out in {printer}", printer="P1")

    assert str(say("Not printed: {why}.", why=why)) == "Not printed: paper out in P1."


def test_a_name_reads_as_it_is_where_no_language_is_asked() -> None:
    assert str(say("Sent by {mode}.", mode=Name("Ground"))) == "Sent by Ground."


def test_a_phrase_is_the_template_itself() -> None:
    assert phrase("Sign in first.") == say("Sign in first.").template


def test_a_broken_rule_carries_its_message() -> None:
    broken = RuleBroken("No {thing}.", thing="coin")

    assert (str(broken), broken.message) == ("No coin.", say("No {thing}.", thing="coin"))


def test_text_without_end_shows_its_beginning() -> None:
    words = str(say("There is no item {number}.", number="x" * 10_000))

    assert words == f"There is no item {'x' * 299}…."


def test_several_messages_are_one_with_commas() -> None:
    assert str(listed([say("{count} here", count=1)])) == "1 here"
    assert str(listed([say("a"), say("b"), say("c")])) == "a, b, c"
