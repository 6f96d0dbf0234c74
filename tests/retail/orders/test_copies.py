"""Of two copies of an order, headquarters' holds once it knows of everything that was done here."""

from dataclasses import replace

from retail.orders.copies import knows_all, merged
from tests.retail.orders.test_order import fetched

OURS = replace(fetched(), acts=("a", "b"))


def test_a_copy_that_knows_more_takes_the_place_of_ours() -> None:
    theirs = replace(OURS, number="SO-1", acts=("a", "elsewhere", "b"))

    assert knows_all(theirs, OURS)
    assert merged(OURS, theirs) == theirs


def test_a_copy_that_lacks_an_act_gives_its_number_alone() -> None:
    theirs = replace(OURS, number="SO-1", acts=("a", "elsewhere"), total_minor=1)

    assert not knows_all(theirs, OURS)
    assert merged(OURS, theirs) == replace(OURS, number="SO-1")


def test_a_number_that_is_known_stays() -> None:
    ours = replace(OURS, number="SO-1")

    assert merged(ours, replace(ours, number="SO-2", acts=())) == ours
