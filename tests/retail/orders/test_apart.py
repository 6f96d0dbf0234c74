"""Whatever two registers do to one order while apart: headquarters loses no money, and nothing goes or ends twice."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

from retail.cart import deliver, set_quantity, void_line
from retail.errors import RuleBroken
from retail.orders.actions import order_verdict
from retail.orders.applying import order_after
from retail.orders.facts import Action, order_facts
from retail.orders.order import OrderState
from retail.permissions import Right
from retail.wire.uploads import TransactionDocument
from tests.retail.orders.lives import Life
from tests.retail.shop import SETTINGS, TODAY, cart_with, pickup

STORE = replace(
    SETTINGS,
    cancellation_charge_code="CANCEL",
    cancellation_charge_percent=Decimal(10),
    tax_percent=Decimal("8.25"),
)
ACTS = {
    "fetch one": Action.PICK_UP, "fetch all": Action.PICK_UP, "more": Action.EDIT, "less": Action.EDIT,
    "cancel": Action.CANCEL, "return": Action.RETURN,
}  # fmt: skip


def begun() -> Life:
    cart = set_quantity(cart_with(3333, 1000, settings=STORE), 1, 3000)
    life = Life(STORE)
    life.conclude(deliver(cart, [1, 2], pickup(settings=STORE), STORE))
    return life


def copy_of(life: Life, place: int) -> Life:
    """The same order at another register, whose documents have ids of their own."""
    return Life(STORE, life.here, life.at_hq, [*life.documents, *life.documents[:1] * (100 * place)])


def do(life: Life, act: str) -> TransactionDocument | None:
    """Do this to the register's own copy, if it allows it."""
    facts = order_facts(life.order, STORE, TODAY, rights=frozenset(Right))
    if not order_verdict(facts, ACTS[act]).is_possible:
        return None
    try:
        if act == "fetch one":
            line = next(each for each in life.order.lines if each.open_thousandths)
            return life.conclude(life.pickup({line.number: 1000}))
        if act == "fetch all":
            open_lines = {
                line.number: line.open_thousandths for line in life.order.lines if line.open_thousandths
            }
            return life.conclude(life.pickup(open_lines))
        if act == "more":
            return life.conclude(set_quantity(life.edit(), 1, 5000))
        if act == "less":
            return life.conclude(void_line(life.edit(), 1))
        if act == "cancel":
            return life.conclude(life.cancel())
        line = next(
            each for each in life.order.lines if each.invoiced_thousandths > each.returned_thousandths
        )
        return life.conclude(life.take_back({line.number: 1000}))
    except RuleBroken:
        return None


@given(
    st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=4),
    st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
@budget(max_examples=60, deadline=None)
def test_headquarters_books_what_fits_and_keeps_the_money_of_what_does_not(
    here: list[str], there: list[str], chance: Random
) -> None:
    life = begun()
    waiting = [
        [document for act in acts if (document := do(register, act)) is not None]
        for register, acts in ((copy_of(life, 1), here), (copy_of(life, 2), there))
    ]
    assert life.at_hq is not None
    order, settled = life.at_hq, life.at_hq.paid_minor
    while any(waiting):
        queue = chance.choice([each for each in waiting if each])
        document = queue.pop(0)
        applied = order_after(document, order)
        assert order_after(document, applied.order).order == applied.order, "sent twice is once"
        order, settled = applied.order, settled + document.paid_minor
        check(order, document, settled)


def check(order: OrderState, document: TransactionDocument, settled: int) -> None:
    assert document.id in order.acts
    assert len(set(order.acts)) == len(order.acts)
    assert order.paid_minor == settled
    assert len({invoice.document for invoice in order.invoices}) == len(order.invoices)
    for line in order.lines:
        assert line.ordered_thousandths >= line.invoiced_thousandths >= line.returned_thousandths >= 0
        assert order.gross(line.invoiced) <= order.gross(line.whole)
