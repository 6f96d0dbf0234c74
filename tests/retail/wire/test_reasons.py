"""Every reason says what is wrong, and names the thing."""

import pytest

from retail.messages import Message, say
from retail.wire import reasons
from retail.wire.coded import coded, message_of
from retail.wire.uploads import Document


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (reasons.unreadable(say("no JSON")), "It cannot be read: no JSON."),
        (reasons.unsound([say("one"), say("two")]), "It cannot be posted: one; two"),
        (reasons.unsound([say("a")] * 7), "It cannot be posted: a; a; a; a; a (and 2 more)"),
        (reasons.other_text(), "it is not the text its fingerprint was made of"),
        (reasons.other_id("x", "y"), "it was sent as x, but says it is y"),
        (reasons.other_register("A-1", "B-1"), "it was made on register A-1, but sent by B-1"),
        (reasons.other_store("A", "B-1", "B"), "it was made in store A, but B-1 stands in B"),
        (reasons.unknown_epoch("A-1", "e"), "A-1 was never enrolled as epoch e"),
        (reasons.not_worked_out(), "it could not be worked out"),
        (reasons.no_number(), "its number is 0; numbers start at 1"),
        (reasons.number_taken(4, "A-1"), "Number 4 of A-1 is taken by another transaction."),
        (reasons.not_posted(), "It could not be posted. The reason is in headquarters' log."),
        (reasons.ended_headquarters(),
         "Posting it ended headquarters twice, so it was set aside. Mend the cause, then try it again."),
        (reasons.waits_for_order(), "It waits for its order, which has not been made yet."),
        (reasons.waits_for_sale(), "It waits for the sale its goods came back of, which has not arrived yet."),
        (reasons.waits_for_customer("Ada", is_parked=True), "It waits for its customer Ada, whose document is parked."),
        (reasons.waits_for_customer("Ada", is_parked=False), "It waits for its customer Ada, who has not arrived yet."),
        (reasons.waits_for_document(), "It waits for the document it corrects."),
        (reasons.posted_before(), "What it corrects was posted already; nothing of it was changed."),
        (reasons.undelivered("air", "Shoe"),
         "air does not deliver Shoe where it goes, or not any more. Choose another mode of delivery."),
        (reasons.not_a_line(3), "It corrects line 3, which is not shipped."),
        (reasons.other_content("A-1", reasons.KINDS["customer"]),
         "A-1 sent a customer under an id that is known with other content."),
    ],
)  # fmt: skip
def test_a_reason_says_what_is_wrong(reason: Message, words: str) -> None:
    assert str(reason) == words


def test_what_another_mode_of_delivery_puts_right_is_told_from_all_else_also_after_a_journey() -> None:
    there = message_of(coded(reasons.undelivered("air", "Shoe")))

    assert reasons.is_about_delivery(there)
    assert [reasons.is_about_delivery(each) for each in (reasons.no_number(), None)] == [False, False]


def test_every_kind_of_document_has_its_name() -> None:
    kinds = {kind.model_fields["kind"].default for kind in Document.__args__}

    assert set(reasons.KINDS) == kinds
