"""Every refusal in the life of an order, at a real register: its words in three languages, and nothing else is left."""

import pytest

from tests.bad_input.counter import check_words
from tests.refusals.counter import Counter, Held
from tests.refusals.orders import MAKERS, PASSING, ordered
from tests.refusals.row import Approval, Assign, Played, Press, Row, sale
from tests.refusals.table import ROWS

LANGUAGES = ("nb", "nl")


def come_to(counter: Counter, row: Row) -> Press | Assign | Approval | Played:
    """All steps but the last; what they look at is made before anything is opened."""
    for each in row.steps:
        if isinstance(each, Press | Assign | Approval | Played) and each.order:
            counter.known(each.order, MAKERS[each.order])
    counter.clear()
    counter.settle(row.settings)
    for step in row.steps[:-1]:
        step(counter)
    last = row.steps[-1]
    assert isinstance(last, Press | Assign | Approval | Played)
    return last


def changed(before: Held, after: Held) -> list[str]:
    """Where something is another than it was."""
    return sorted(name for name in before | after if before.get(name) != after.get(name))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section}: {row.words[:60]}")
def test_it_says_what_to_do_and_leaves_everything_as_it_was(counter: Counter, row: Row) -> None:
    last = come_to(counter, row)
    before = counter.holdings()

    words, *others = last.said(counter, () if row.may_change else LANGUAGES)

    after, order = counter.holdings(), counter.reference(last.order)
    counter.forget(PASSING)
    assert words == row.words.replace("{order}", order)
    assert set(changed(before, after)) == set(row.may_change)
    assert words not in others, "not translated"
    for each in (words, *others):
        check_words(each)


def test_headquarters_is_asked_about_what_it_has_put_aside(counter: Counter) -> None:
    counter.clear()
    known = counter.session.finding.order(counter.known("put aside", MAKERS["put aside"]))
    before = counter.holdings()

    counter.here.do("sync.ask", id=known.transaction, words="What is wrong with it?")

    after = counter.holdings()
    counter.forget(PASSING)
    assert "headquarters: case_notes" in changed(before, after)
    assert "What is wrong with it?" in str(after["headquarters: case_notes"])
    assert "headquarters: cases" not in changed(before, after), "one was open already"


def test_what_is_done_is_seen_wherever_it_lies(counter: Counter) -> None:
    before = counter.holdings()
    ordered(counter.here, "A")

    seen = changed(before, counter.holdings())

    assert {"journal: orders", "journal: outbox", "journal: transactions", "headquarters: orders"} <= set(
        seen
    )
    for step in sale("A"):
        step(counter)
    assert "cart" in changed(before, counter.holdings())
