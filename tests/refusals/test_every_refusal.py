"""Every refusal in the life of an order, at a real register: its words in three languages, and nothing else is left."""

import pytest

from tests.bad_input.counter import check_words
from tests.refusals.counter import Counter, Held
from tests.refusals.orders import MAKERS, PASSING
from tests.refusals.row import Press, Row
from tests.refusals.table import ROWS


def come_to(counter: Counter, row: Row) -> Press:
    """All steps but the last; what they look at is made before anything is opened."""
    presses = [each for each in row.steps if isinstance(each, Press)]
    for each in presses:
        if each.order:
            counter.known(each.order, MAKERS[each.order])
    counter.clear()
    counter.settle(row.settings)
    for step in row.steps[:-1]:
        step(counter)
    last = row.steps[-1]
    assert isinstance(last, Press)
    return last


def changed(before: Held, after: Held) -> list[str]:
    """Where something is another than it was."""
    return sorted(name for name in before | after if before.get(name) != after.get(name))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section}: {row.words[:60]}")
def test_it_says_what_to_do_and_leaves_everything_as_it_was(counter: Counter, row: Row) -> None:
    last = come_to(counter, row)
    params = last.params_at(counter)
    before = counter.holdings()

    words = counter.press(last.operation, params)
    others = () if row.may_change else [counter.read_in(each, last.operation, params) for each in ("nb", "nl")]

    counter.forget(PASSING)
    assert words == row.words.replace("{order}", counter.reference(str(params.get("id"))))
    assert set(changed(before, counter.holdings())) == set(row.may_change)
    assert words not in others, "not translated"
    for each in (words, *others):
        check_words(each)
