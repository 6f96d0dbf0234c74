"""What a register made by a clock that cannot be right is kept and posted, and headquarters says of it that it was."""

import json
from datetime import timedelta

import pytest

from headquarters.uploads.clocks import doubtful_time
from retail.clock import stamp
from tests.headquarters.conftest import Books
from tests.headquarters.feeds.test_held_back import page_of
from tests.headquarters.shop import NOW, changed, sent

LONG_PAST = "2001-01-01T00:00:00.000+00:00"
LIST, ONE = (
    "made by a clock that cannot be right",
    "The clock of the register cannot have been right when this was made",
)


def test_16_a_sale_made_by_a_clock_of_2001_is_booked_and_flagged_wherever_it_is_shown(books: Books) -> None:
    register = books.enrol()
    right = sent(register.sale())
    wrong = changed(sent(sale := register.sale()), sale.made_at, LONG_PAST)

    assert [each.outcome for each in books.upload(right, wrong)] == ["stored", "stored"]
    books.job("synchronize-orders")

    show = page_of(books)
    assert books.counts()["transactions"] == 2
    assert show("/office/documents").count(LIST) == 1
    assert ONE not in show("/office/documents/1")
    page = show("/office/documents/2")
    assert ONE in page
    assert f'<time datetime="{LONG_PAST}">2001-01-01 00:00:00 UTC</time>' in page


@pytest.mark.parametrize(
    ("ahead", "is_doubtful"),
    [
        (timedelta(minutes=-1), False),
        (timedelta(minutes=5), False),
        (timedelta(minutes=6), True),
        (timedelta(hours=-20), False),
    ],
)
def test_a_time_after_the_document_had_come_cannot_be_right(ahead: timedelta, *, is_doubtful: bool) -> None:
    made_at = stamp(NOW + ahead)

    assert doubtful_time(json.dumps({"made_at": made_at}), stamp(NOW)) == (made_at if is_doubtful else "")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"made_at": "yesterday"}', '{"made_at": null}'])
def test_of_what_cannot_be_read_nothing_is_said(text: str) -> None:
    assert doubtful_time(text, stamp(NOW)) == ""
