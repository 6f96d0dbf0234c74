"""Cards: the intent is kept before the terminal is asked; whatever is lost, money there is money here."""

import pytest

from channel_db.journal.repository import Journal
from pos_app.operations.registry import Refused
from retail.cards import CardStep
from tests.fixtures.fix_register import Register, Shop, at_work


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


def test_nothing_of_a_card_but_token_and_last_four_is_kept(register: Register, shop: Shop) -> None:
    register.do("tender.card")
    register.do("transaction.conclude")

    row = register.session.journal._connection.exec_driver_sql("SELECT * FROM card_payments").mappings().one()
    assert set(row) == {
        "id", "reference", "cart", "kind", "amount_minor", "currency", "made_at", "user", "state",
        "token", "brand", "last_four", "approval_code", "terminal_reference",
    }  # fmt: skip
    assert row["state"] == CardStep.KEPT
