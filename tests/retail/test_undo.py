"""What can be undone: changes of the open cart, in steps, until money is taken or the cart ends."""

from dataclasses import replace

from retail.cart import Cart, add_line, select_lines
from retail.orders.acts import Act, ActKind
from retail.undo import CHANGES_MAX, Change, History
from tests.retail.shop import ANNA, EMPTY, SETTINGS, paid_in_cash, product


def with_lines(count: int) -> Cart:
    cart = EMPTY
    for _ in range(count):
        cart = add_line(cart, product("A", 1000), SETTINGS)
    return cart


def change(before: Cart | None, after: Cart | None, *, approved: bool = False) -> Change:
    return Change("product.add", "Add product", before, after, approved)


ONE, TWO = with_lines(1), with_lines(2)
BEGUN = History().after(change(None, ONE), began=True)
LONGER = BEGUN.after(change(ONE, TWO), began=False)


def test_changes_are_undone_one_by_one_and_redone_in_their_order() -> None:
    second, once = LONGER.undo()
    first, twice = once.undo()

    assert (second.before, first.before) == (ONE, None)
    assert twice.done == ()
    again, redone = twice.redo()
    assert again.after == ONE
    assert redone.redo() == (second, LONGER)


def test_a_new_change_leaves_nothing_to_redo() -> None:
    _, undone = LONGER.undo()

    changed = undone.after(change(ONE, replace(ONE, customer=ANNA)), began=False)

    assert changed.undone == ()
    assert len(changed.done) == 2


def test_a_selection_is_no_change() -> None:
    _, undone = LONGER.undo()

    assert undone.after(change(ONE, select_lines(ONE, [1])), began=False) == undone


def test_nothing_can_be_undone_once_money_was_taken_or_given_back() -> None:
    paid = paid_in_cash(ONE)

    assert BEGUN.after(change(ONE, paid), began=False) == History()
    assert BEGUN.after(change(paid, ONE), began=False) == History()


def test_nothing_can_be_undone_once_the_cart_ended() -> None:
    assert BEGUN.after(change(ONE, None), began=False) == History()


def test_a_cart_that_was_built_before_is_never_undone_away() -> None:
    assert History().after(change(None, TWO), began=False) == History()
    acting = replace(TWO, act=Act(ActKind.EDIT, None))
    assert History().after(change(None, acting), began=True) == History()
    assert LONGER.after(change(TWO, replace(TWO, id="other")), began=False) == History()


def test_what_somebody_else_consented_to_is_not_made_again() -> None:
    approved = BEGUN.after(change(ONE, TWO, approved=True), began=False)

    _, undone = approved.undo()

    assert undone == BEGUN


def test_the_oldest_changes_are_forgotten() -> None:
    history = BEGUN
    for _ in range(CHANGES_MAX):
        history = history.after(change(ONE, TWO), began=False)

    assert len(history.done) == CHANGES_MAX
    assert history.done[0].before == ONE
