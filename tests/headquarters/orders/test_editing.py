"""Orders edited and cancelled at headquarters: by the register's rules, kept as an event, told to the registers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from headquarters.errors import Refusal
from headquarters.orders.charge_overrides import ChargeOverride
from headquarters.orders.desk import Desk, desk_of
from headquarters.orders.editing import Proposed, propose_cancellation, propose_edit, take
from headquarters.orders.edits import PICKUP, Edit, NewLine, Off, Way
from headquarters.orders.service import find_order, state_of
from headquarters.settings.service import keep_stores, settings_of_store
from retail.cart import set_quantity
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.orders.editing import start_edit
from retail.orders.events import EventKind, What
from retail.orders.kinds import PriceOverride
from retail.orders.order import LineStatus, OrderState, OrderStatus
from retail.orders.pickup import start_pickup
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, PaperRegister, sent

ANNA_BERG = Customer(ANNA, "Anna Berg")


@pytest.fixture
def paper(books: Books) -> PaperRegister:
    return books.enrol()


def order_of(books: Books, paper: PaperRegister, carried_out: int = 0) -> OrderState:
    """One apple to be fetched, at 80.00 with 8.00 paid ahead."""
    books.upload(sent(paper.order(carried_out=carried_out)), at_once=True)
    return books.orders()[-1]


def set_houston(books: Books, **settings: Any) -> None:
    with books.parts.database.writing() as session:
        changed = replace(settings_of_store(session, "HOUSTON"), **settings)
        keep_stores(session, [("HOUSTON", "Houston", changed)])


def propose(books: Books, order: OrderState, edit: Edit) -> Proposed:
    with books.parts.database.reading() as session:
        return propose_edit(session, desk(books, order.store), order, edit)


def desk(books: Books, store: str = "HOUSTON") -> Desk:
    with books.parts.database.reading() as session:
        found = desk_of(session, books.parts, store, "Ada")
        products = {each: found.pricing.product(each) for each in ("A", "NONE")}
    return replace(found, pricing=replace(found.pricing, product=products.get))


def taken(books: Books, proposed: Proposed, shown: str = "") -> OrderState:
    with books.parts.database.writing() as session:
        row = find_order(session, proposed.before.id)
        assert row is not None
        take(session, desk(books), row, proposed, shown or proposed.digest)
        return state_of(row)


def edited(books: Books, order: OrderState, edit: Edit) -> OrderState:
    taken(books, propose(books, order, edit))
    return next(each for each in books.orders() if each.id == order.id)


def said(order: OrderState) -> list[tuple[What, str, str]]:
    return [(each.what, each.before, each.after) for each in order.events[-1].changes]


def test_a_quantity_is_changed_at_the_agreed_price_and_stands_in_the_timeline(
    books: Books, paper: PaperRegister
) -> None:
    order = order_of(books, paper)

    after = edited(books, order, Edit(quantities={1: 3000}, note="as she asked"))

    assert (after.total_minor, after.paid_minor, after.deposit_minor) == (24000, 800, 2400)
    assert said(after) == [
        (What.QUANTITY, "1000", "3000"), (What.DEPOSIT, "800", "2400"), (What.TOTAL, "8000", "24000"),
    ]  # fmt: skip
    event = after.events[-1]
    assert (event.kind, event.by, event.register, event.reason) == (EventKind.EDIT, "Ada", "", "as she asked")
    assert (after.number, after.revision, len(after.acts)) == (order.number, 2, 2)
    assert books.counts()["transactions"] == 1


def test_goods_are_added_at_todays_price_and_leave_as_the_first_line_does(
    books: Books, paper: PaperRegister
) -> None:
    order = order_of(books, paper)

    after = edited(books, order, Edit(added=(NewLine("A", 2000),)))

    assert [(each.number, each.amount_minor, each.store, each.delivery.value) for each in after.lines] == [
        (1, 8000, "HOUSTON", "pickup"), (2, 14400, "HOUSTON", "pickup"),
    ]  # fmt: skip


def test_a_line_is_removed_and_another_store_hands_out_the_rest(books: Books, paper: PaperRegister) -> None:
    set_houston(books, closed_weekdays=(6,))
    order = edited(books, order_of(books, paper), Edit(added=(NewLine("A", 1000),)))

    after = edited(
        books, order, Edit(quantities={1: 0}, chosen=frozenset({2}), way=Way(PICKUP, day=date(2026, 11, 9)))
    )

    assert [(each.status, each.day) for each in after.lines] == [
        (LineStatus.CANCELLED, date(2026, 11, 4)), (LineStatus.ACCEPTED, date(2026, 11, 9)),
    ]  # fmt: skip
    with pytest.raises(RuleBroken, match=r"Closed on 2026-11-08\. The next open day is 2026-11-09"):
        propose(books, after, Edit(chosen=frozenset({2}), way=Way(PICKUP, day=date(2026, 11, 8))))


def test_prices_are_locked_line_by_line_and_recalculated_before_they_are_taken(
    books: Books, paper: PaperRegister
) -> None:
    order = order_of(books, paper)

    shown = propose(books, order, Edit(recalculates=True))
    assert (shown.before.total_minor, shown.after.total_minor) == (8000, 7200)
    assert books.orders()[-1].total_minor == 8000

    after = edited(books, order, Edit(unlocked=frozenset({1})))
    assert (after.total_minor, said(after)[0]) == (7200, (What.AMOUNT, "8000", "7200"))
    with pytest.raises(RuleBroken, match="Nothing is changed"):
        propose(books, after, Edit())


def test_another_price_is_agreed_with_its_reason_and_kept(books: Books, paper: PaperRegister) -> None:
    order = order_of(books, paper)
    with pytest.raises(RuleBroken, match="Say why this price"):
        propose(books, order, Edit(prices={1: 6000}))

    changed = edited(books, order, Edit(prices={1: 6000}, agreed="Regular customer"))

    assert (changed.total_minor, changed.lines[0].price_minor) == (6000, 6000)
    assert changed.lines[0].override == PriceOverride("Regular customer", "Ada")


def test_an_edit_brings_todays_prices_where_the_store_does_not_prevent_price_calculation(
    books: Books, paper: PaperRegister
) -> None:
    order = order_of(books, paper)
    assert propose(books, order, Edit(note="seen")).after.total_minor == 8000
    set_houston(books, prevent_price_calculation=False)

    shown = propose(books, order, Edit(note="seen"))
    assert (shown.before.total_minor, shown.after.total_minor) == (8000, 7200)
    assert said(edited(books, order, Edit()))[0] == (What.AMOUNT, "8000", "7200")


def test_an_unlocked_price_leaves_what_was_handed_out_alone(books: Books, paper: PaperRegister) -> None:
    order = order_of(books, paper, carried_out=1)

    after = edited(books, order, Edit(recalculates=True))

    assert [each.amount_minor for each in after.lines] == [7200, 8000]


def test_what_was_shown_is_taken_and_nothing_else(books: Books, paper: PaperRegister) -> None:
    order = order_of(books, paper)
    shown = propose(books, order, Edit(quantities={1: 2000}))
    edited(books, order, Edit(quantities={1: 3000}))

    with pytest.raises(Refusal, match="Something else would come of it now"):
        taken(books, propose(books, order, Edit(quantities={1: 4000})), shown.digest)
    with pytest.raises(Refusal, match="It was changed here and elsewhere at the same time"):
        taken(books, shown)
    assert books.orders()[-1].total_minor == 24000


def test_a_register_that_was_editing_meanwhile_is_told_and_its_money_is_kept(
    books: Books, paper: PaperRegister
) -> None:
    order = order_of(books, paper)
    cart = set_quantity(start_edit(order, ANNA_BERG, "edit"), 1, 5000)
    edited(books, order, Edit(quantities={1: 2000}))

    books.upload(sent(paper.act(cart)), at_once=True)

    after = books.orders()[-1]
    assert (after.total_minor, after.paid_minor, books.cases()) == (16000, 4000, 1)
    assert [each.fits for each in after.events] == [True, True, False]


def test_what_a_register_sent_before_is_booked_first(books: Books, paper: PaperRegister) -> None:
    order = order_of(books, paper)
    books.upload(sent(paper.act(set_quantity(start_edit(order, ANNA_BERG, "edit"), 1, 5000))))

    with pytest.raises(Refusal, match=r"not posted yet\. Start Synchronize orders"):
        taken(books, propose(books, order, Edit(quantities={1: 2000})))


def test_an_order_that_comes_to_less_keeps_its_deposit_and_says_what_is_owed_above_it(
    books: Books, paper: PaperRegister
) -> None:
    order = edited(books, order_of(books, paper), Edit(quantities={1: 10000}))
    payment = start_edit(order, ANNA_BERG, "pay")
    books.upload(sent(paper.act(payment)), at_once=True)
    order = books.orders()[-1]
    assert order.paid_minor == 8000

    less = propose(books, order, Edit(quantities={1: 2000}))
    assert (less.after.deposit_minor, less.owed_minor, less.due_minor) == (8000, 0, 0)

    unlocked = propose(books, order, Edit(quantities={1: 1000}, recalculates=True))
    assert (unlocked.after.total_minor, unlocked.owed_minor) == (7200, 800)


def test_charges_are_added_and_typed_over(books: Books, paper: PaperRegister) -> None:
    set_houston(books, shipping_charge_code="FREIGHT")
    order = edited(books, order_of(books, paper), Edit(new_charge=("", 500)))
    assert (order.total_minor, [each.code for each in order.charges]) == (8500, ["FREIGHT"])

    after = edited(books, order, Edit(charges={(None, 0): 300}, charge_reason="Staff"))

    assert (after.total_minor, (What.CHARGES, "500", "300") in said(after)) == (8300, True)
    with books.parts.database.reading() as session:
        [row] = session.scalars(select(ChargeOverride))
        told = (row.reference, row.line, row.code, row.before_minor, row.after_minor, row.reason)
        assert told == (order.confirmation_number, 0, "FREIGHT", 500, 300, "Staff")
        assert (row.user, row.approved_by) == ("Ada", "Ada")


def test_a_charge_is_changed_without_a_reason_only_where_the_store_has_none(
    books: Books, paper: PaperRegister
) -> None:
    set_houston(books, shipping_charge_code="FREIGHT")
    order = edited(books, order_of(books, paper), Edit(new_charge=("", 500)))
    with pytest.raises(RuleBroken, match="Say why this charge is changed"):
        propose(books, order, Edit(charges={(None, 0): 300}))

    set_houston(books, charge_reasons=())
    assert edited(books, order, Edit(charges={(None, 0): 300})).total_minor == 8300


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Edit(added=(NewLine("NONE", 1000),)), "There is no product NONE"),
        (Edit(quantities={1: 0}), "Nothing is left on this order"),
        (Edit(quantities={7: 1000}), "There is no line 7"),
        (Edit(chosen=frozenset({1}), way=Way("ground")), "This customer has no address"),
        (Edit(chosen=frozenset({1}), way=Way("ground", address="x")), "The customer has no address x"),
        (Edit(way=Way(PICKUP)), "No line is chosen"),
        (Edit(new_charge=("NONE", 100)), "There is no charge code NONE"),
        (Edit(recalculates_charges=True), "Charges are typed by hand"),
        (Edit(note="a\x01b"), "Note has characters that cannot be kept"),
    ],
)
def test_what_cannot_be_is_refused_in_the_words_of_its_rule(
    books: Books, paper: PaperRegister, edit: Edit, words: str
) -> None:
    order = order_of(books, paper)

    with pytest.raises(RuleBroken, match=words):
        propose(books, order, edit)


def with_charge_code(books: Books) -> None:
    set_houston(books, cancellation_charge_code="CANCEL", cancellation_charge_percent=Decimal(10))


@pytest.mark.parametrize(
    ("charge", "total", "owed", "due"), [(None, 800, 0, 0), (0, 0, 800, 0), (300, 300, 500, 0), (1000, 1000, 0, 200)]
)  # fmt: skip
def test_a_cancelled_order_keeps_its_charge_and_names_what_is_owed(
    books: Books, paper: PaperRegister, charge: int | None, total: int, owed: int, due: int
) -> None:
    with_charge_code(books)
    order = order_of(books, paper)
    with books.parts.database.reading() as session:
        proposed = propose_cancellation(session, desk(books), order, charge, "no longer wanted")
    assert (proposed.owed_minor, max(0, proposed.after.balance_minor)) == (owed, due)

    taken(books, proposed)

    after = books.orders()[-1]
    assert (after.status, after.total_minor, after.paid_minor) == (OrderStatus.CANCELLED, total, 800)
    assert (after.events[-1].kind, after.events[-1].reason) == (EventKind.CANCEL, "no longer wanted")
    assert [each.number for each in after.invoices] == (["INV-000001"] if total else [])


def test_an_order_that_has_gone_is_neither_edited_nor_cancelled(books: Books, paper: PaperRegister) -> None:
    with_charge_code(books)
    order = order_of(books, paper)
    pickup = start_pickup(order, {1: 1000}, ANNA_BERG, paper.settings, "pickup")
    books.upload(sent(paper.act(pickup)), at_once=True)
    gone = books.orders()[-1]

    with pytest.raises(RuleBroken, match="Everything on this order was handed out"):
        propose(books, gone, Edit(quantities={1: 2000}))
    with (
        books.parts.database.reading() as session,
        pytest.raises(RuleBroken, match="Everything on this order"),
    ):
        propose_cancellation(session, desk(books), gone, None, "")


def test_a_discount_on_a_line_is_given_follows_its_quantity_and_is_taken_away(
    books: Books, paper: PaperRegister
) -> None:
    order = order_of(books, paper)
    with pytest.raises(RuleBroken, match="Say why this price or discount"):
        propose(books, order, Edit(discounts={1: Off(Decimal(25))}))

    given = edited(books, order, Edit(discounts={1: Off(Decimal(25))}, agreed="Scratched"))
    assert (given.total_minor, given.lines[0].price_minor) == (6000, 8000)
    [step] = given.lines[0].discounts
    assert (step.name, step.percent, step.approved_by) == ("Scratched", Decimal(25), "Ada")

    more = edited(books, given, Edit(quantities={1: 2000}))
    assert more.total_minor == 12000

    by_amount = edited(books, more, Edit(discounts={1: Off(amount_minor=500)}, agreed="Scratched"))
    assert by_amount.total_minor == 15500

    plain = edited(books, by_amount, Edit(discounts={1: Off()}))
    assert (plain.total_minor, plain.lines[0].discounts) == (16000, ())


def test_a_discount_leaves_the_prices_of_the_other_lines_locked(books: Books, paper: PaperRegister) -> None:
    order = edited(books, order_of(books, paper), Edit(added=(NewLine("A", 1000),)))
    assert [each.amount_minor for each in order.lines] == [8000, 7200]

    after = edited(books, order, Edit(discounts={2: Off(Decimal(50))}, agreed="Scratched"))

    assert [each.amount_minor for each in after.lines] == [8000, 3600]


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (Off(Decimal(101)), "Type 0 to 100"),
        (Off(amount_minor=8001), r"A discount goes from 0 to 80\.00"),
        (Off(amount_minor=-1), r"A discount goes from 0 to 80\.00"),
    ],
)
def test_a_discount_out_of_bounds_is_refused(
    books: Books, paper: PaperRegister, off: Off, words: str
) -> None:
    order = order_of(books, paper)

    with pytest.raises(RuleBroken, match=words):
        propose(books, order, Edit(discounts={1: off}, agreed="Scratched"))


def test_what_was_handed_out_keeps_its_price(books: Books, paper: PaperRegister) -> None:
    order = order_of(books, paper, carried_out=1)

    with pytest.raises(RuleBroken, match="its price stays as it was"):
        propose(books, order, Edit(discounts={2: Off(Decimal(10))}, agreed="Scratched"))
