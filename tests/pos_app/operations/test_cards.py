"""Cards: the intent is kept before the terminal is asked; whatever is lost, money there is money here."""

import pytest

from channel_db.journal.repository import Journal
from pos_app.operations.registry import Refused
from retail.cards import CardState, CardStep
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work


@pytest.fixture(autouse=True)
def one_sock(register: Register) -> None:
    register.do("product.add", number="B")


def steps(register: Register) -> list[str]:
    """Where every card payment stands, oldest first."""
    rows = register.session.journal._connection.exec_driver_sql("SELECT state FROM card_payments ORDER BY id")
    return list(rows.scalars())


def refusal(register: Register, operation: str, **params: object) -> str:
    """The words of a refusal that leaves the record of an attempt, and nothing else."""
    cart = register.session.cart
    outcome = register.ask(operation, **params)
    assert isinstance(outcome, Refused), outcome
    assert register.session.cart is cart
    return str(outcome.message)


def test_a_card_pays_what_is_due_and_the_sale_is_concluded(register: Register, shop: Shop) -> None:
    assert str(register.do("tender.card").message) == "Card 40.00."
    assert (register.cart["paid_minor"], register.cart["due_minor"]) == (4000, 0)
    assert steps(register) == ["taken"]

    register.do("transaction.conclude")

    assert steps(register) == ["kept"]
    document = register.session.journal.last_transaction()
    assert document is not None
    assert document.tenders[0].card is not None
    assert document.tenders[0].card.last_four == "4242"
    assert shop.terminal.money_minor == 4000


def test_a_part_leaves_the_rest_due(register: Register) -> None:
    register.do("tender.card", amount="15")

    assert register.cart["due_minor"] == 2500


@pytest.mark.parametrize("amount", ["40.01", "0", "-1", "1.234", "ten"])
def test_what_a_card_cannot_pay_never_reaches_the_terminal(
    register: Register, shop: Shop, amount: str
) -> None:
    assert register.refused("tender.card", amount=amount)
    assert shop.terminal.asked == []


def test_the_intent_is_kept_before_the_terminal_is_asked(register: Register, shop: Shop) -> None:
    seen: list[str] = []
    ask = shop.terminal.ask

    def looking(payment):  # type: ignore[no-untyped-def]  # stands in for a method
        other = register.session.journal._connection.exec_driver_sql("SELECT state FROM card_payments")
        seen.extend(other.scalars())
        return ask(payment)

    shop.terminal.ask = looking  # type: ignore[method-assign]  # the moment in between is looked at
    register.do("tender.card")

    assert seen == ["asked"]


def test_a_declined_card_leaves_the_sale_as_it_was(register: Register, shop: Shop) -> None:
    shop.terminal.next = ["declined"]

    words = refusal(register, "tender.card")

    assert words == "The card was declined: 40.00 was not taken. Try another card, or cash."
    assert steps(register) == ["declined"]
    assert register.kinds()[-1] == "card.declined"
    register.do("tender.cash")


def test_a_lost_answer_is_asked_for_and_never_charged_twice(register: Register, shop: Shop) -> None:
    shop.terminal.next = ["lost"]

    register.do("tender.card")

    assert shop.terminal.asked == ["charge", "status"]
    assert (register.cart["due_minor"], shop.terminal.money_minor) == (0, 4000)


def test_an_unclear_answer_is_cleared_by_asking_again(register: Register, shop: Shop) -> None:
    shop.terminal.next = ["unclear"]

    register.do("tender.card")

    assert shop.terminal.asked == ["charge", "status"]


@pytest.mark.parametrize(
    ("operation", "params"),
    [
        ("tender.card", {}),
        ("tender.cash", {}),
        ("transaction.conclude", {}),
        ("transaction.void", {}),
        ("transaction.suspend", {}),
        ("shift.close", {"counted": {"cash": "0"}}),
    ],
)
def test_while_it_is_unclear_nothing_else_is_done_with_money(
    register: Register, shop: Shop, operation: str, params: dict[str, object]
) -> None:
    shop.terminal.next = ["lost", "silent"]
    words = refusal(register, "tender.card")
    assert words == "The terminal does not say what became of 40.00. Check the card payment first."

    assert "Check the card payment first" in register.refused(operation, **params)

    assert str(register.do("tender.card_check").message) == "The card payment of 40.00 was approved."
    assert (register.cart["due_minor"], steps(register)) == (0, ["taken"])


def test_a_terminal_that_stays_silent_is_asked_again_later(register: Register, shop: Shop) -> None:
    shop.terminal.next = ["silent", "silent", "silent"]
    refusal(register, "tender.card")

    assert "Check that it is on" in refusal(register, "tender.card_check")
    assert steps(register) == ["asked"]

    assert str(register.do("tender.card_check").message) == "The card was not charged."
    assert steps(register) == ["declined"]
    assert str(register.do("tender.card_check").message) == "No card payment is open."


def test_going_on_without_knowing_needs_approval_and_is_undone_when_the_terminal_answers(
    register: Register, shop: Shop
) -> None:
    shop.terminal.next = ["lost", "silent"]
    refusal(register, "tender.card")
    register.needs_approval("tender.card_unpaid")

    register.do("tender.card_unpaid", approved_by="manager")
    register.do("tender.cash")
    register.do("transaction.conclude")
    register.do("tender.card_check")

    assert (steps(register), shop.terminal.money_minor) == (["reversed"], 0)
    assert {"card.unpaid", "approval", "card.reversed"} <= set(register.kinds())
    register.do("product.add", number="B")
    assert "No card payment is unclear" in register.refused("tender.card_unpaid")


@pytest.mark.parametrize("faults", [["lost", "silent"], ["silent", "silent"]])
def test_a_start_after_a_crash_asks_what_became_of_the_card(
    register: Register, shop: Shop, faults: list[str]
) -> None:
    shop.terminal.next = faults
    refusal(register, "tender.card")

    again = at_work(shop)
    again.dispatcher.clear_up()

    assert again.cart["paid_minor"] == shop.terminal.money_minor
    assert steps(again) == ["taken" if shop.terminal.money_minor else "declined"]


def test_a_crash_between_approval_and_commit_loses_nothing(
    register: Register, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(work: object, slip: object, step: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("channel_db.journal.repository.Work.answer_card_payment", crash)
        with pytest.raises(SystemExit):
            register.ask("tender.card")
    assert (register.cart["paid_minor"], shop.terminal.money_minor) == (0, 4000)

    again = at_work(shop)
    again.dispatcher.clear_up()

    assert (again.cart["paid_minor"], again.cart["due_minor"]) == (4000, 0)
    assert shop.terminal.asked == ["charge", "status"]


def test_what_was_approved_for_a_sale_that_is_gone_is_undone(register: Register, shop: Shop) -> None:
    shop.terminal.next = ["lost", "silent"]
    refusal(register, "tender.card")
    with register.session.journal.unit_of_work() as work:
        work.keep_cart(register.session.cart, None)

    again = at_work(shop)
    again.dispatcher.clear_up()

    assert (again.session.cart, shop.terminal.money_minor, steps(again)) == (None, 0, ["reversed"])


def test_removing_a_card_payment_gives_it_back_to_the_card(register: Register, shop: Shop) -> None:
    register.do("tender.card")

    register.do("tender.void", number=1)

    assert (register.cart["due_minor"], shop.terminal.money_minor, steps(register)) == (4000, 0, ["reversed"])


def test_a_payment_that_cannot_be_given_back_now_stays_until_it_is(register: Register, shop: Shop) -> None:
    register.do("tender.card")
    shop.terminal.next = ["silent"]

    refusal(register, "tender.void", number=1)

    assert steps(register) == ["reversing"]
    assert "Check the card payment first" in register.refused("transaction.conclude")
    register.do("tender.card_check")
    assert (register.cart["due_minor"], shop.terminal.money_minor) == (4000, 0)


def test_a_full_disk_after_the_approval_gives_up_its_reserve(
    register: Register, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    from channel_db.errors import DiskFull  # noqa: PLC0415 - only this test knows the fault

    answer, tries = Journal.unit_of_work, []

    def full_once(journal: Journal):  # type: ignore[no-untyped-def]  # stands in for a method
        tries.append(1)
        if len(tries) == 2:
            raise DiskFull
        return answer(journal)

    monkeypatch.setattr(Journal, "unit_of_work", full_once)
    register.do("tender.card")

    assert (register.cart["due_minor"], shop.terminal.money_minor) == (0, 4000)


# ---------------------------------------------------------------- the card for the rest of an order


@pytest.fixture
def order(register: Register) -> Register:
    """An order of two pairs of shoes to be fetched: 200.00 and a sock, deposit 24.00."""
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A", quantity="2")
    register.do("order.pick_up_all")
    return register


def card_of(register: Register) -> object:
    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    return cart.terms.card


def test_a_card_reserves_the_rest_and_its_token_travels_with_the_order(order: Register, shop: Shop) -> None:
    order.do("tender.cash")
    done = order.do("order.balance", arrangement="card_on_file", amount="60.00")
    assert str(done.message) == "A card pays up to 60.00 of the rest."
    assert shop.terminal.money_minor == 0

    order.do("transaction.conclude")

    document = order.session.journal.last_transaction()
    assert document is not None
    assert document.order is not None
    card = document.order.card
    assert card is not None
    assert (card.token[:4], card.last_four, card.authorised_minor) == ("tok-", "4242", 6000)
    assert steps(order) == ["kept"]


@pytest.mark.parametrize(
    ("amount", "words"),
    [("216.01", "A card can be asked for 216.00 or less."), ("0", "A card can be asked for 216.00 or less.")],
)
def test_a_card_is_not_asked_for_more_than_the_rest(order: Register, amount: str, words: str) -> None:
    assert words in order.refused("order.balance", arrangement="card_on_file", amount=amount)


def test_offline_there_is_no_card_for_later_and_the_words_name_the_way_out(
    order: Register, shop: Shop
) -> None:
    shop.line.state = "offline"

    words = order.refused("order.balance", arrangement="card_on_file")

    assert "while headquarters does not answer" in words
    assert "Choose Pay in full" in words


def test_a_card_without_a_token_is_let_go_at_once(order: Register, shop: Shop) -> None:
    shop.terminal.next = ["no_token"]

    assert "cannot be charged later" in refusal(order, "order.balance", arrangement="card_on_file")

    order.do("tender.card_check")
    assert steps(order) == ["reversed"]


@pytest.mark.parametrize(
    ("operation", "params"),
    [
        ("order.balance", {"arrangement": "pay_at_pickup"}),
        ("deposit.pay_in_full", {}),
        ("order.carry_out_all", {}),
        ("transaction.void", {}),
    ],
)
def test_another_way_to_pay_lets_the_card_go(
    order: Register, shop: Shop, operation: str, params: dict[str, object]
) -> None:
    order.do("order.balance", arrangement="card_on_file")
    assert card_of(order) is not None

    order.do(operation, **params)

    assert steps(order) == ["reversed"]
    assert list(shop.terminal.states.values()) == [CardState.REVERSED]


def test_a_second_card_replaces_the_first(order: Register) -> None:
    order.do("order.balance", arrangement="card_on_file")
    order.do("order.balance", arrangement="card_on_file")

    assert steps(order) == ["reversed", "taken"]


def test_the_card_on_file_pays_up_to_what_it_was_authorised_for(order: Register, shop: Shop) -> None:
    order.do("order.balance", arrangement="card_on_file", amount="20.00")

    assert "20.00 at most" in order.refused("tender.card_on_file", amount="20.01")
    order.do("tender.card_on_file")

    assert (order.cart["due_minor"], shop.terminal.money_minor) == (400, 2000)
    assert "0.00 at most" in order.refused("tender.card_on_file")


def test_without_a_card_on_file_there_is_none_to_charge(register: Register) -> None:
    assert "No card was given" in register.refused("tender.card_on_file")


# ---------------------------------------------------------------- giving back, and the account


def owed(register: Register) -> None:
    """A sale of a sock and a shoe, paid, and then without the shoe: 100.00 is to be paid back."""
    register.do("product.add", number="A")
    register.do("tender.cash")
    register.do("line.void", line=2)
    assert register.cart["due_minor"] == -10000


def test_what_is_owed_is_given_back_in_cash_or_to_a_card(register: Register, shop: Shop) -> None:
    owed(register)

    assert str(register.do("tender.refund_cash", amount="60").message) == "Hand back 60.00."
    assert str(register.do("tender.refund_card").message) == "40.00 goes back to the card."

    assert (register.cart["due_minor"], shop.terminal.money_minor) == (0, -4000)
    register.do("tender.void", number=3)
    assert shop.terminal.money_minor == 0
    assert str(register.do("tender.void", number=2).message) == "Refund removed. Take back 60.00."


def test_signs_must_match(register: Register) -> None:
    for operation in ("tender.refund_cash", "tender.refund_card"):
        assert "Nothing is to be paid back" in register.refused(operation, amount="1.00")
    owed(register)
    for operation in ("tender.cash", "tender.card"):
        assert "is to be paid back" in register.refused(operation, amount="1.00")
    for operation in ("tender.refund_cash", "tender.refund_card"):
        assert "Only 100.00 is to be paid back" in register.refused(operation, amount="100.01")


def test_a_deposit_is_not_paid_on_the_customers_account(order: Register) -> None:
    words = order.refused("tender.customer_account", amount="10.00", approved_by="manager")

    assert words == "A deposit is not paid on the customer's account. Take cash or a card."


def test_an_account_pays_only_with_a_right_a_number_and_headquarters(register: Register, shop: Shop) -> None:
    assert "There is no customer" in register.refused("tender.customer_account")
    register.do("customer.set", id=ANNA)
    register.needs_approval("tender.customer_account")
    shop.line.state = "offline"
    assert "accounts are kept there" in register.refused("tender.customer_account")
    shop.line.state = "online"

    register.do("tender.customer_account", approved_by="manager")

    assert register.cart["due_minor"] == 0


def test_a_customer_without_a_number_has_no_account(register: Register, shop: Shop) -> None:
    shop.line.state = "offline"
    register.do("customer.add", name="Ole Moe")

    assert "no account number yet" in register.refused("tender.customer_account")


def test_nothing_of_a_card_but_token_and_last_four_is_kept(register: Register, shop: Shop) -> None:
    register.do("tender.card")
    register.do("transaction.conclude")

    row = register.session.journal._connection.exec_driver_sql("SELECT * FROM card_payments").mappings().one()
    assert set(row) == {
        "id", "reference", "cart", "kind", "amount_minor", "currency", "made_at", "user", "state",
        "token", "brand", "last_four", "approval_code", "terminal_reference",
    }  # fmt: skip
    assert row["state"] == CardStep.KEPT
