"""An info code asks one question, and an answer is one or is refused in words."""

import pytest

from retail.errors import RuleBroken
from retail.info_codes import CHOICES_MAX, InfoCode, InfoEvent, InfoKind


def code(**facts: object) -> InfoCode:
    return InfoCode("WHY", InfoEvent.NO_SALE, **{"prompt": "Why?", **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"prompt": " "}, "it needs a question"),
        ({"kind": InfoKind.CHOICE}, "a choice has choices"),
        ({"choices": ("A",)}, "nothing else has"),
        ({"kind": InfoKind.CHOICE, "choices": tuple(map(str, range(CHOICES_MAX + 1)))}, "at most 20 can be"),
        ({"kind": InfoKind.NUMBER, "least": 3, "most": 2}, "at least 3 is more than at most 2"),
    ],
)
def test_a_code_that_cannot_be_asked_is_none(facts: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        code(**facts)


NUMBER = code(kind=InfoKind.NUMBER, least=1, most=9)


@pytest.mark.parametrize(
    ("asked", "answer", "said"),
    [
        (code(), " Change  ", "Change"),
        (code(required=False), "", ""),
        (code(kind=InfoKind.CHOICE, choices=("A", "B")), "B", "B"),
        (NUMBER, "1", "1"),
        (NUMBER, "9", "9"),
        (code(kind=InfoKind.NUMBER), "0", "0"),
        (code(kind=InfoKind.NUMBER), "2,5", "2,5"),
    ],
)
def test_an_answer_is_taken(asked: InfoCode, answer: str, said: str) -> None:
    assert asked.checked(answer) == said


@pytest.mark.parametrize(
    ("asked", "answer", "why"),
    [
        (code(), " ", "Why[?] needs an answer. Give one."),
        (code(kind=InfoKind.CHOICE, choices=("A", "B")), "C", "'C' is not one of the choices"),
        (NUMBER, "x", "Type a number."),
        (NUMBER, "0", "0 is too little. Type 1 or more."),
        (NUMBER, "10", "10 is too much. Type 9 or less."),
    ],
)
def test_what_is_no_answer_is_refused_in_words(asked: InfoCode, answer: str, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        asked.checked(answer)
