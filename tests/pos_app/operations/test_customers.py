"""Customers: put on the sale, taken off, and made here, with or without headquarters."""

from dataclasses import replace
from pathlib import Path

import pytest

from retail.customer_defaults import CustomerGroup, DefaultCustomer
from retail.customer_extras import contacts_in
from retail.customers import CustomerType
from tests.fixtures.fix_register import ANNA, FIRM, SETTINGS, Register, Shop, at_work
from tests.pos_app.operations.test_sale import naughty_strings


def test_a_new_customer_is_on_the_sale_with_the_number_from_headquarters(register: Register) -> None:
    done = register.do("customer.add", name="Ole Moe", email="ole@example.com")

    assert done.values["account"] == "1001"
    assert str(done.message) == "Ole Moe added, 1001."
    assert register.cart["customer"] == done.values["customer"]
    assert register.session.journal.waiting().count == 0
    assert "customer.add" in register.kinds()


@pytest.mark.parametrize("state", ["offline", "lose_reply"])
def test_without_an_answer_the_customer_is_pending_and_sent_later(register: Register, state: str) -> None:
    register.line.state = state

    done = register.do("customer.add", name="Ole Moe")

    assert done.values["account"] is None
    assert str(done.message) == "Ole Moe added, Pending sync."
    [entry] = register.session.journal.outbox()
    assert (entry.uuid, entry.leased_until) == (done.values["customer"], None)


def test_in_asynchronous_mode_headquarters_is_not_asked(shop: Shop) -> None:
    register = at_work(shop, async_customers=True)

    done = register.do("customer.add", name="Ole Moe")

    assert done.values["account"] is None
    assert shop.line.asked == 0


def test_where_customer_data_is_shared_none_is_made_offline(shop: Shop) -> None:
    register = at_work(shop, filter_shared_customer_data=True)
    shop.line.state = "offline"
    assert "only with it" in register.refused("customer.add", name="Ole Moe")
    shop.line.state = "online"

    assert register.do("customer.add", name="Ole Moe").values["account"] == "1001"


def test_what_the_store_requires_of_a_new_customer_is_asked_for_and_a_group_of_the_default_counts(
    shop: Shop,
) -> None:
    trade = DefaultCustomer(group="t")
    register = at_work(
        shop, required_customer_fields=("phone", "address", "group"), customer_groups=(CustomerGroup("t"),),
        default_customer=trade,
    )  # fmt: skip

    words = register.refused("customer.add", name="Ole Moe")
    assert words == "A new customer needs here: Phone, Address. Type it."

    register.do("customer.add", name="Ole Moe", phone="900", addresses=[{"city": "Oslo"}])


def test_type_and_addresses_are_kept(register: Register) -> None:
    done = register.do(
        "customer.add",
        name="Moe AS",
        type="organisation",
        phone="55 12",
        language="nb",
        business=True,
        addresses=[{"line1": "Torget 2", "city": "Bergen", "tax_percent": "9"}],
    )

    customer = register.session.finding.customer(str(done.values["customer"]))
    assert customer is not None
    assert (customer.type, customer.business, customer.language) == ("organisation", True, "nb")
    assert (customer.addresses[0].purpose, str(customer.addresses[0].tax_percent)) == ("Business", "9")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"name": "   "}, "needs a name"),
        ({"name": "…"}, "needs a name"),
        ({"name": "x" * 101}, "101 characters"),
        ({"name": "x" * 10_000}, "10000 characters"),
        ({"name": "x" * 10_001}, "too long"),
        ({"name": "a\x00b"}, "cannot be kept"),
        ({"name": "a\ud800b"}, "cannot be read"),
        ({"name": "Ole", "email": "ole@"}, "not an e-mail address"),
        ({"name": "Ole", "type": "robot"}, "no customer type robot"),
        ({"name": "Ole", "addresses": [{"name": "x"}]}, "street or a city"),
        ({"name": "Ole", "addresses": {"line1": "x"}}, "list of addresses"),
        ({"name": "Ole", "addresses": ["x"]}, "fields of an address"),
        ({"name": "Ole", "business": "yes"}, "true or false"),
        ({"name": "Ole", "age": "7"}, "no parameter age"),
    ],
)
def test_what_cannot_be_kept_is_refused(register: Register, params: dict[str, object], words: str) -> None:
    assert words in register.refused("customer.add", **params)


def test_only_a_name_is_asked_for(register: Register) -> None:
    assert register.asks("customer.add") == ["name"]
    assert register.asks("customer.set") == ["id"]


@pytest.mark.shared
def test_naughty_strings_are_kept_as_they_are_or_refused(shop: Shop, shared: Path) -> None:
    register = at_work(shop, async_customers=True)
    made = 0

    for text in naughty_strings(shared):
        outcome = register.ask("customer.add", name=text)
        values = getattr(outcome, "values", {})
        if values:
            made += 1
            assert register.session.finding.customer(values["customer"]) is not None

    assert made > 50
    assert register.session.journal.waiting().count == made


def test_an_unknown_customer_is_refused(register: Register) -> None:
    assert "not known here" in register.refused("customer.set", id="nobody")


def test_a_customer_is_taken_off_and_an_empty_sale_is_gone(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("customer.clear")

    assert register.session.cart is None
    assert "no customer" in register.refused("customer.clear")


def test_an_order_keeps_its_customer(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")

    assert "An order needs a customer" in register.refused("customer.clear")


def test_goods_do_not_ship_to_the_address_of_somebody_else(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.ship_all")

    assert "shipped to Anna Berg" in register.refused("customer.set", id=FIRM)
    assert "shipped to Anna Berg" in register.refused("customer.add", name="Ole Moe")
    register.do("customer.set", id=ANNA)


DEFAULT = DefaultCustomer(
    CustomerType.ORGANISATION, "trade", "both", "shop@example.com", "NOK", "nb", ("Members",)
)


@pytest.mark.parametrize("lifted", [False, True])
def test_a_new_customer_starts_as_the_stores_default_customer(shop: Shop, *, lifted: bool) -> None:
    register = at_work(shop, default_customer=DEFAULT, pending_affiliations=lifted, country="NO")
    shop.line.state = "offline"

    made = register.do(
        "customer.add", name="Moe AS", title="Firm", phone="55", receipt_email="moe@example.com",
        addresses=[{"city": "Oslo"}, {"city": "Moss", "name": "Kari", "phone": "77"}],
    ).values["customer"]  # fmt: skip

    now = register.session.finding.customer(str(made))
    assert now is not None
    assert (now.type, now.group, now.receipt_option, now.receipt_email, now.currency, now.language) == (
        "organisation", "trade", "both", "moe@example.com", "NOK", "nb",
    )  # fmt: skip
    assert (now.title, now.affiliations) == ("Firm", ("Members",) if lifted else ())
    assert [(each.purpose, each.country, each.name, each.phone) for each in now.addresses] == [
        ("Business", "NO", "Moe AS", "55"), ("Business", "NO", "Kari", "77"),
    ]  # fmt: skip


def test_a_group_the_store_does_not_know_is_refused(shop: Shop) -> None:
    register = at_work(shop, customer_groups=(CustomerGroup("trade"),))

    for operation, params in (("customer.add", {"name": "Ole"}), ("customer.edit", {"id": ANNA})):
        assert "no customer group gold" in register.refused(operation, group="gold", **params)
    register.do("customer.edit", id=ANNA, group="trade", title="Dr.", receipt_option="email", currency="NOK")
    anna = register.session.finding.customer(ANNA)
    assert anna is not None
    assert (anna.group, anna.title, anna.receipt_option, anna.currency) == ("trade", "Dr.", "email", "NOK")


def test_what_a_new_customer_says_of_being_called_or_written_to_is_kept_of_that_contact(shop: Shop) -> None:
    register = at_work(shop, further_contacts=True)

    done = register.do(
        "customer.add", name="Ole Moe", phone="900 11 222", email="ole@example.com",
        email_consent="yes", phone_consent="no",
    )  # fmt: skip

    made = register.session.finding.customer(str(done.values["customer"]))
    assert made is not None
    assert [(each.value, each.consent) for each in contacts_in(made.extras)] == [
        ("ole@example.com", "yes"), ("900 11 222", "no"),
    ]  # fmt: skip
    shop.publish(SETTINGS)
    assert "no consent" in register.refused(
        "customer.add", name="Eva", email="eva@example.com", email_consent="yes"
    )


def test_an_affiliation_is_given_at_once_where_the_number_comes_at_once_or_the_store_does_not_wait(
    shop: Shop,
) -> None:
    register = at_work(shop)
    made = register.do("customer.add", name="Ole Moe", affiliation="Staff")
    kept = register.session.finding.customer(str(made.values["customer"]))
    assert kept is not None
    assert kept.affiliations == ("Staff",)

    shop.line.state = "offline"
    assert "when the customer number has arrived" in register.refused(
        "customer.add", name="Eva Moe", affiliation="Staff"
    )
    shop.publish(replace(SETTINGS, async_customers=True))
    assert "Leave it out" in register.refused("customer.add", name="Eva Moe", affiliation="Staff")
    shop.publish(replace(SETTINGS, pending_affiliations=True))
    assert register.do("customer.add", name="Eva Moe", affiliation="Staff").values["account"] is None


def test_further_e_mails_and_phones_are_kept_at_once_where_the_store_has_them_and_the_number_is_not_waited_for(
    shop: Shop,
) -> None:
    several = {"sister@example.com": "yes", "55 12 34 56": "unknown"}
    register = at_work(shop)
    assert "one e-mail and one phone" in register.refused("customer.add", name="Ole", contacts=several)

    shop.publish(replace(SETTINGS, further_contacts=True))
    made = register.do("customer.add", name="Ole", phone="900", phone_consent="no", contacts=several)

    kept = register.session.finding.customer(str(made.values["customer"]))
    assert kept is not None
    assert {each.value: each.consent for each in contacts_in(kept.extras)} == {**several, "900": "no"}
    assert "an e-mail address" in register.refused("customer.add", name="Eva", contacts={"eva@": "yes"})
    shop.line.state = "offline"
    words = register.refused("customer.add", name="Eva", contacts=several)
    assert words == (
        "A further e-mail or phone is possible when the customer number has arrived. Leave it out for now."
    )
    shop.publish(replace(SETTINGS, further_contacts=True, pending_contacts=True))
    assert register.do("customer.add", name="Eva", contacts=several).values["account"] is None


def test_a_new_customer_has_as_many_addresses_as_were_typed(register: Register) -> None:
    places = [{"line1": "Torget 2", "city": "Bergen"}, {"line1": "Havna 7", "purpose": "Business"}]

    done = register.do("customer.add", name="Ole Moe", addresses=places)

    customer = register.session.finding.customer(str(done.values["customer"]))
    assert customer is not None
    assert [(each.line1, each.purpose) for each in customer.addresses] == [
        ("Torget 2", "Home"), ("Havna 7", "Business"),
    ]  # fmt: skip
