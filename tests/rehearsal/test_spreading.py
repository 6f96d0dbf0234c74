"""A quantity of a product means the lines that can give it, in their order."""

from typing import Any

import pytest

from rehearsal.spreading import meant, spread, to_hand_out, to_send, to_take_back


def line(number: int, ordered: int, invoiced: int = 0, **other: Any) -> dict[str, Any]:
    return {
        "number": number, "product": "A", "status": "accepted", "delivery": "pickup",
        "ordered_thousandths": ordered * 1000, "invoiced_thousandths": invoiced * 1000, "returned_thousandths": 0,
        **other,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "quantity", "parts"),
    [
        ([line(1, 1), line(2, 1)], "2", {1: "1", 2: "1"}),
        ([line(1, 1), line(2, 3)], "2.5", {1: "1", 2: "1.5"}),
        ([line(1, 1), line(2, 1)], "1", {1: "1"}),
        ([line(1, 1, 1), line(2, 1)], "1", {2: "1"}),
        ([line(1, 1), line(2, 1)], "3", {1: "1", 2: "2"}),
        ([line(1, 2, delivery="ship"), line(2, 2)], "2", {2: "2"}),
        ([line(1, 2, status="cancelled"), line(2, 2)], "2", {2: "2"}),
        ([line(1, 1, 1)], "1", {1: "1"}),
        ([line(1, 1), line(2, 1)], "0", {1: "0"}),
        ([], "1", {}),
    ],
)
def test_each_line_gives_what_it_has_and_the_last_is_asked_for_the_rest(
    lines: list[dict[str, Any]], quantity: str, parts: dict[int, str]
) -> None:
    assert spread(lines, "A", quantity, to_hand_out) == parts


def test_what_is_sent_and_what_comes_back_have_rooms_of_their_own() -> None:
    lines = [line(1, 2, 2), line(2, 2, delivery="ship"), line(3, 2, 1, returned_thousandths=1000)]

    assert [each["number"] for each in meant(lines, "A", to_send)] == [2]
    assert [each["number"] for each in meant(lines, "A", to_take_back)] == [1]
