"""A tally says the same in the same words, and counts the money of a transaction as it moved."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from retail.messages import say
from retail.wire.coded import coded
from retail.wire.tally import (
    OPEN_MAX,
    SAID_MAX,
    SAID_SINCE,
    WHY_MAX,
    DayTally,
    Difference,
    RefusedRow,
    Tally,
    money_of,
    refused_row,
    tendered_of,
)
from retail.wire.uploads import TenderPart, TransactionDocument

DAY = DayTally(business_date=date(2026, 11, 26), count=2, first=1, last=2, tendered={"cash": 4500})
FACTS: dict[str, Any] = {
    "held": 1, "attention": 0, "held_minor": 500, "first": 1, "last": 3, "open": ((3, 3),), "days": (DAY,),
    "chain_number": 7, "chain_hash": "f",
}  # fmt: skip


def tender(type: str, tendered_minor: int, change_minor: int = 0) -> TenderPart:
    return TenderPart(
        number=1, type=type, tendered_minor=tendered_minor, change_minor=change_minor, rounding_minor=0,
        settled_minor=tendered_minor - change_minor,
    )  # fmt: skip


def test_the_digest_is_another_one_as_soon_as_anything_else_is_told() -> None:
    tally = Tally(**FACTS)

    assert Tally.read(tally.written()).digest("e") == tally.digest("e") != tally.digest("e.2")
    for change in ({"held": 2}, {"days": ()}, {"chain_hash": "g"}, {"broken_at": 1}):
        assert Tally(**{**FACTS, **change}).digest("e") != tally.digest("e")


def test_what_cannot_be_used_is_told_with_its_reason_cut_to_size_and_left_out_where_there_is_none() -> None:
    plain, refused = Tally(**FACTS), refused_row("settings", "HOUSTON", "why " * WHY_MAX, SAID_SINCE)
    tally = Tally(**FACTS, refused=(refused,))

    assert "refused" not in plain.written()
    assert Tally.read(tally.written()) == tally
    assert len(tally.refused[0].why) == WHY_MAX
    assert tally.digest("e") != plain.digest("e")


@pytest.mark.parametrize(
    ("version", "name", "is_said"),
    [(SAID_SINCE, "A", True), (SAID_SINCE - 1, "A", False), (SAID_SINCE, "A" * SAID_MAX, False)],
)
def test_a_reason_goes_along_as_a_message_where_headquarters_reads_it_and_always_in_words(
    version: int, name: str, *, is_said: bool
) -> None:
    why = say("there is no {name}", name=name)

    told = refused_row("settings", "HOUSTON", coded(why), version)

    assert told.why == str(why)[:WHY_MAX]
    assert ('"said"' in told.written()) == is_said
    assert RefusedRow.read(told.written()).reason == (why if is_said else told.why)


def test_a_tally_tells_of_so_much_and_no_more() -> None:
    with pytest.raises(ValidationError, match="open"):
        Tally(**{**FACTS, "open": ((1, 1),) * (OPEN_MAX + 1)})


def test_money_is_what_was_handed_over_less_what_was_given_back() -> None:
    tenders = (tender("cash", 5000, 500), tender("card", 1000), tender("cash", -300))
    paid = TransactionDocument.model_construct(tenders=tenders)

    assert tendered_of(paid) == {"cash": 4200, "card": 1000}
    assert money_of(paid) == 5200


def test_a_difference_of_a_newer_headquarters_is_read_as_far_as_it_is_known() -> None:
    assert Difference.of({"kind": "points", "ours": 2, "shelf": "A"}) == Difference(kind="points", ours=2)
