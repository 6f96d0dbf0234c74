"""Concluding and voiding: one commit, gap-free numbers, nothing sent before it is kept."""

import pytest

from channel_db.errors import DiskFull
from channel_db.journal.repository import Journal, Work
from retail.wire.uploads import TransactionDocument
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work


def sale(register: Register) -> str:
    register.do("product.add", number="B")
    register.do("tender.cash", amount="50")
    return str(register.do("transaction.conclude").values["receipt_number"])


def order(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")


def test_a_sale_becomes_a_transaction_with_the_next_number(register: Register) -> None:
    assert [sale(register), sale(register)] == ["HOUSTON-1-000001", "HOUSTON-1-000002"]

    document = register.session.journal.last_transaction()
    assert isinstance(document, TransactionDocument)
    assert (document.number, document.total_minor, document.change_minor) == (2, 4000, 1000)
    assert document.user == "cashier"
    assert register.session.shift is not None
    assert document.shift == register.session.shift.id
    assert register.session.cart is None
    assert register.session.journal.open_cart() is None
    register.session.journal.verify_chain()


def test_a_plain_sale_waits_for_the_agent(register: Register) -> None:
    sale(register)

    assert register.line.asked == 0
    [entry] = register.session.journal.outbox()
    assert entry.leased_until is None


def test_the_change_shows_until_the_next_sale(register: Register) -> None:
    sale(register)
    assert register.cart["change_minor"] == 1000
    assert register.cart["empty"] is True

    register.do("product.add", number="B")

    assert register.cart["change_minor"] == 0


def test_an_order_gets_its_confirmation_number_at_once_and_headquarters_number(register: Register) -> None:
    order(register)

    done = register.do("transaction.conclude")

    assert done.values["confirmation_number"] == "L-HOUSTON-1-00001"
    assert done.values["number"] == "1001"
    assert str(done.message) == "Change 0.00 – order 1001 · L-HOUSTON-1-00001 saved."


@pytest.mark.parametrize("state", ["offline", "lose_reply"])
def test_without_an_answer_the_order_is_pending_and_free_for_the_agent(
    register: Register, state: str
) -> None:
    order(register)
    register.line.state = state

    done = register.do("transaction.conclude")

    assert done.values["number"] is None
    assert str(done.message) == "Change 0.00 – order L-HOUSTON-1-00001 saved · will be sent."
    [entry] = register.session.journal.outbox()
    assert entry.leased_until is None


def test_in_asynchronous_mode_headquarters_is_never_asked(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    order(register)

    assert register.do("transaction.conclude").values["number"] is None
    assert shop.line.asked == 0


def test_an_order_takes_its_pending_customer_along(register: Register) -> None:
    register.line.state = "offline"
    customer = register.do("customer.add", name="Ole Moe").values["customer"]
    register.line.state = "online"
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")

    done = register.do("transaction.conclude")

    assert list(register.line.done) == [customer, done.values["transaction"]]
    assert register.session.journal.waiting().count == 0
    known = register.session.finding.customer(str(customer))
    assert known is not None
    assert known.account == "1001"


def test_an_account_that_arrived_meanwhile_stands_on_the_transaction(register: Register) -> None:
    done = register.do("customer.add", name="Ole Moe")
    register.do("product.add", number="B")
    register.do("tender.cash")
    register.do("transaction.conclude")

    document = register.session.journal.last_transaction()
    assert document is not None
    assert document.customer is not None
    assert document.customer.account == done.values["account"]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "no open sale"),
        ([("customer.set", {"id": ANNA})], "nothing to conclude"),
        ([("product.add", {"number": "B"})], "40.00 is still due"),
        ([("product.add", {"number": "B"}), ("tender.cash", {}), ("line.void", {}), ("product.add", {"number": "T1"})],
         "too much was paid"),
        ([("customer.set", {"id": ANNA}), ("product.add", {"number": "A"}), ("order.pick_up_all", {}),
          ("tender.cash", {})], "how the other 90.00 will be paid"),
        ([("customer.set", {"id": ANNA}), ("product.add", {"number": "A"}), ("order.ship_all", {}),
          ("tender.cash", {})], "Choose Pay in full"),
    ],
)  # fmt: skip
def test_what_is_not_settled_is_not_concluded(
    register: Register, steps: list[tuple[str, dict[str, object]]], words: str
) -> None:
    for operation, params in steps:
        register.do(operation, **params)

    assert words in register.refused("transaction.conclude")


def test_a_day_that_passed_over_night_is_chosen_again(register: Register) -> None:
    order(register)
    register.clock.go_on(days=1)

    assert "has passed" in register.refused("transaction.conclude")


def test_a_strict_store_concludes_no_order_without_headquarters(shop: Shop) -> None:
    register = at_work(shop, async_order_backup=False)
    order(register)
    shop.line.state = "offline"
    assert "Headquarters does not answer" in register.refused("transaction.conclude")
    shop.line.state = "online"

    assert register.do("transaction.conclude").values["number"] == "1001"


def test_a_transaction_stands_on_a_shift_and_a_person(shop: Shop) -> None:
    register = shop.open()
    assert "Sign in" in register.refused("transaction.conclude")
    register.do("user.sign_in", user="cashier", pin="270431")
    assert "No shift" in register.refused("transaction.conclude")


def test_a_full_disk_gives_up_its_reserve_for_money_that_was_taken(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.do("product.add", number="B")
    register.do("tender.cash")
    keep = Work.add_transaction
    failures: list[int] = []

    def fails_once(work: Work, document: TransactionDocument, text: str) -> None:
        if not failures:
            failures.append(1)
            raise DiskFull
        keep(work, document, text)

    monkeypatch.setattr(Work, "add_transaction", fails_once)
    before = register.kinds().count("transaction.conclude")

    done = register.do("transaction.conclude")

    assert done.values["receipt_number"] == "HOUSTON-1-000001"
    assert register.kinds().count("transaction.conclude") == before + 1


def test_a_disk_that_stays_full_loses_nothing(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    register.do("product.add", number="B")
    register.do("tender.cash")

    def full(work: Work, document: TransactionDocument, text: str) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(Work, "add_transaction", full)
        assert "disk is full" in register.refused("transaction.conclude")

    assert register.do("transaction.conclude").values["receipt_number"] == "HOUSTON-1-000001"


def test_a_full_disk_refuses_a_sale_that_costs_nothing(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.do("product.add", number="OPEN", price="0")

    def full(journal: Journal) -> None:
        raise DiskFull

    monkeypatch.setattr(Journal, "check_room", full)
    assert "disk is full" in register.refused("transaction.conclude")


def test_a_void_sale_is_gone_and_remembered(register: Register) -> None:
    register.do("product.add", number="A")

    register.do("transaction.void", reason="Wrong item")

    assert register.session.cart is None
    entry = list(register.session.journal.entries())[-1]
    assert entry.kind == "transaction.void"
    assert '"total_minor":10000' in entry.text
    assert "Wrong item" in entry.text


def test_a_sale_with_a_payment_is_not_voided(register: Register) -> None:
    assert "no open sale" in register.refused("transaction.void")
    register.do("product.add", number="A")
    register.do("tender.cash", amount="5")

    assert "Remove it first" in register.refused("transaction.void")


def test_voiding_needs_its_right(shop: Shop) -> None:
    register = at_work(shop)
    register.do("product.add", number="A")
    assert register.session.user is not None
    register.session.user = register.session.user.model_copy(update={"rights": ()})

    register.needs_approval("transaction.void")
    register.do("transaction.void", approved_by="manager")


def test_a_receipt_is_printed_again_as_a_copy(register: Register, shop: Shop) -> None:
    assert "no receipt yet" in register.refused("receipt.print")
    sale(register)

    register.do("receipt.print")
    register.do("receipt.print")

    assert list(shop.printer.printed) == ["HOUSTON-1-000001", "HOUSTON-1-000001-copy"]
    assert register.kinds()[-1] == "receipt.copy"
    assert "has not made that sale" in register.refused("receipt.print", transaction="elsewhere")
