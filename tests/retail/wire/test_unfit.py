"""What cannot be used is said by messages: our own rules in their words, all else by its place and what is wrong."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from retail.wire.coded import coded, message_of
from retail.wire.reasons import FAULTS_SHOWN
from retail.wire.settings import settings_of
from retail.wire.unfit import faults_in, first_place, no_value, not_kept, not_signed, other_key


class Thing(BaseModel):
    """One of each way to be wrong."""

    model_config = ConfigDict(strict=True, extra="forbid")

    many: Annotated[int, Field(ge=1, le=9)] = 1
    word: Annotated[str, Field(min_length=1, max_length=3, pattern="^[a-z]*$")] = "a"
    each: Annotated[tuple[int, ...], Field(max_length=1)] = ()
    way: Literal["up", "down"] = "up"
    even: int = 0

    @field_validator("even")
    @classmethod
    def _is_even(cls, even: int) -> int:
        if even % 2:
            raise ValueError(f"{even} is odd")
        return even


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"many":0}', "many: it must be 1 or more"),
        ('{"many":10}', "many: it must be 9 or less"),
        ('{"many":"1"}', "many: it is of another kind than it must be (int_type)"),
        ('{"word":""}', "word: it has fewer than 1 characters"),
        ('{"word":"abcd"}', "word: it has more than 3 characters"),
        ('{"word":"A"}', "word: it is not written as it must be"),
        ('{"each":[1,2]}', "each: it has more than 1 entries"),
        ('{"each":["1"]}', "each.0: it is of another kind than it must be (int_type)"),
        ('{"way":"in"}', "way: it must be one of 'up' or 'down'"),
        ('{"even":3}', "even: 3 is odd"),
        ('{"colour":"red"}', "colour: it is not known here"),
        ("{", "it is no JSON"),
    ],
)
def test_each_way_to_be_wrong_has_its_words_and_its_place(text: str, words: str) -> None:
    with pytest.raises(ValidationError) as found:
        Thing.model_validate_json(text)

    said = faults_in(found.value)

    assert str(said) == words
    assert message_of(coded(said)) == said


def test_a_rule_of_ours_is_said_in_its_own_words_and_without_the_place_in_the_text() -> None:
    with pytest.raises(ValidationError) as found:
        settings_of({"store": "HOUSTON", "charge_codes": [{"code": "F", "tax_percent": None}]})

    [said] = [faults_in(found.value)]

    assert str(said) == "charge code F needs a rate of tax or an item sales tax group; state one of the two"
    assert said.values == {"code": "F"}
    assert first_place(found.value) == "charge_codes"


def test_what_is_wrong_as_a_whole_has_no_place() -> None:
    with pytest.raises(ValidationError) as found:
        settings_of({"store": "HOUSTON", "deposit_percent": "130"})

    assert first_place(found.value) == ""
    assert str(faults_in(found.value)) == "deposit is 130 %; it must be between 0 and 100"


def test_of_many_faults_the_first_are_said() -> None:
    with pytest.raises(ValidationError) as found:
        TypeAdapter(tuple[int, ...]).validate_python(("x",) * (FAULTS_SHOWN + 1), strict=True)

    assert str(faults_in(found.value)).count("it is of another kind") == FAULTS_SHOWN


def test_what_registers_say_of_a_row_differs_from_reason_to_reason() -> None:
    assert len({str(each) for each in (no_value(), other_key(), not_signed(), not_kept())}) == 4
