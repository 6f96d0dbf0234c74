"""Customers are edited and given addresses, cards and affiliations; what cannot be says so and changes nothing."""

from dataclasses import replace

import pytest

from channel_db.journal.outbox import EntryState
from retail.attributes import Attribute, AttributeKind
from retail.customer_defaults import Affiliation
from retail.customer_extras import contacts_in
from retail.customers import Customer
from retail.wire.protocol import UploadResult
from tests.fixtures.fix_register import ANNA, FIRM, NOW, SETTINGS, Register, Shop, anna_row, at_work

HOME = {"line1": "Storgt 1", "city": "Bergen"}
ATTRIBUTES = (
    Attribute("shoe", "Shoe size", AttributeKind.DECIMAL),
    Attribute("club", "Club", AttributeKind.FLAG),
    Attribute("born", "Born", AttributeKind.DATE),
)
CARD = "LC000000000075"
ACTIONS: dict[str, dict[str, object]] = {
    "customer.edit": {"phone": "55"},
    "customer.add_address": {"address": HOME},
    "customer.issue_loyalty_card": {},
    "customer.add_affiliation": {"affiliation": "VIP"},
}


def shown(register: Register, id: str = ANNA) -> Customer:
    customer = register.session.finding.customer(id)
    assert customer is not None
    return customer


def pending(register: Register) -> str:
    register.line.state = "offline"
    made = str(register.do("customer.add", name="Ole Moe").values["customer"])
    register.line.state = "online"
    return made


def test_only_the_fields_given_are_changed_and_headquarters_has_it_at_once(register: Register) -> None:
    before = shown(register)

    done = register.do("customer.edit", id=ANNA, phone=" 55 59 ", business=True)

    now = shown(register)
    assert str(done.message) == "Anna Berg changed."
    assert (now.phone, now.business, now.email, now.addresses) == (
        "55 59",
        True,
        before.email,
        before.addresses,
    )
    assert register.session.journal.waiting().count == 0
    assert len(register.line.done) == 1
    assert "customer.edit" in register.kinds()


def test_address_card_and_affiliation_are_added(register: Register) -> None:
    addresses = shown(register).addresses
    register.do("customer.add_address", id=ANNA, address=HOME)
    made = register.do("customer.issue_loyalty_card", id=ANNA)
    register.do("customer.issue_loyalty_card", id=ANNA, card="lc 0000 0000 0075")
    done = register.do("customer.add_affiliation", id=ANNA, affiliation=" VIP ")

    now = shown(register)
    assert [str(each) for each in now.addresses[len(addresses) :]] == ["Storgt 1, Bergen"]
    assert now.addresses[-1].purpose == "Home"
    assert now.loyalty_cards[1] == CARD
    assert now.loyalty_cards[0] in str(made.message)
    assert (now.affiliations, str(done.message)) == (("VIP",), "Anna Berg has the affiliation VIP now.")


def test_only_affiliations_that_the_store_names_are_given(shop: Shop, register: Register) -> None:
    shop.publish(replace(SETTINGS, affiliations=(Affiliation("VIP", "Very important"),)))
    words = register.refused("customer.add_affiliation", id=ANNA, affiliation="Gold")
    assert words == "There is no affiliation Gold. Choose one of: VIP."

    register.do("customer.add_affiliation", id=ANNA, affiliation="very important")
    assert shown(register).affiliations == ("VIP",)


def test_the_customer_of_the_sale_is_meant_and_the_sale_shows_the_change(register: Register) -> None:
    assert "Choose a customer first" in register.refused("customer.edit", phone="55")
    register.do("customer.set", id=ANNA)

    register.do("customer.edit", name="Anna Bergen")
    register.do("customer.add_address", address=HOME)

    cart = register.session.cart
    assert cart is not None
    assert cart.customer == shown(register)
    assert cart.customer is not None
    assert cart.customer.name == "Anna Bergen"


def test_changing_somebody_else_leaves_the_sale_alone(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    before = register.session.cart

    register.do("customer.edit", id=FIRM, phone="55")

    assert register.session.cart == before


@pytest.mark.parametrize("operation", ACTIONS)
def test_a_customer_whose_number_has_not_arrived_only_gets_addresses(
    register: Register, operation: str
) -> None:
    made = pending(register)

    if operation == "customer.add_address":
        register.do(operation, id=made, **ACTIONS[operation])
        assert len(shown(register, made).addresses) == 1
    else:
        assert "customer number has arrived" in register.refused(operation, id=made, **ACTIONS[operation])


@pytest.mark.parametrize("operation", ACTIONS)
def test_without_headquarters_only_addresses_are_added(register: Register, operation: str) -> None:
    register.line.state = "offline"

    if operation == "customer.add_address":
        register.do(operation, id=ANNA, **ACTIONS[operation])
    else:
        assert "Headquarters does not answer" in register.refused(operation, id=ANNA, **ACTIONS[operation])


@pytest.mark.parametrize("operation", ACTIONS)
def test_where_customer_data_is_shared_nothing_is_changed_offline(shop: Shop, operation: str) -> None:
    register = at_work(shop, filter_shared_customer_data=True)
    shop.line.state = "offline"

    assert "keeps its customers' data there" in register.refused(operation, id=ANNA, **ACTIONS[operation])


def test_documents_of_a_pending_customer_wait_for_each_other_in_their_order(register: Register) -> None:
    made = pending(register)
    asked = register.line.asked

    register.do("customer.add_address", id=made, address=HOME)
    register.do("customer.add_address", id=made, address={"city": "Oslo"})

    assert register.line.asked == asked, "an address of a pending customer calls nobody"
    first, second, third = register.session.journal.outbox()
    assert (first.uuid, second.depends_on, third.depends_on) == (made, made, second.uuid)
    assert [each.leased_until for each in (first, second, third)] == [None, None, None]


def test_where_the_setting_allows_it_edits_are_made_pending_and_offline_in_their_order(shop: Shop) -> None:
    register = at_work(shop, edit_customers_async=True)
    made = pending(register)
    shop.line.state = "offline"

    register.do("customer.edit", id=made, phone="1")
    register.do("customer.edit", id=made, phone="2")
    register.do("customer.edit", id=ANNA, phone="3")

    assert (shown(register, made).phone, shown(register).phone) == ("2", "3")
    _, first, second, other = register.session.journal.outbox()
    assert (first.depends_on, second.depends_on, other.depends_on) == (made, first.uuid, None)
    assert "customer number has arrived" in register.refused("customer.issue_loyalty_card", id=made)


def test_where_settings_allow_it_a_pending_customer_gets_an_affiliation_and_a_provisional_card(
    shop: Shop,
) -> None:
    register = at_work(shop, pending_affiliations=True, pending_loyalty_cards=True)
    made = pending(register)
    asked = register.line.asked

    card = register.do("customer.issue_loyalty_card", id=made, card=CARD)
    register.do("customer.add_affiliation", id=made, affiliation="VIP")

    assert register.line.asked == asked, "what waits behind its customer calls nobody"
    assert str(card.message) == (
        f"Ole Moe has the card {CARD}; it is provisional until the customer number has arrived."
    )
    assert (shown(register, made).loyalty_cards, shown(register, made).affiliations) == ((CARD,), ("VIP",))
    assert register.session.finding.customer_by_code(CARD) == shown(register, made)
    assert "customer number has arrived" in register.refused("customer.edit", id=made, phone="5")
    customer, first, second = register.session.journal.outbox()
    assert (first.depends_on, second.depends_on) == (customer.uuid, first.uuid)


def test_further_contacts_are_kept_with_their_consent_and_found_by_any_of_them(shop: Shop) -> None:
    register = at_work(shop, further_contacts=True)

    register.do("customer.add_contact", id=ANNA, contact=" Anna@Work.example ", consent="yes")
    register.do("customer.add_contact", id=ANNA, contact="+47 911 22 333")
    register.do("customer.add_contact", id=ANNA, contact="Anna@Work.example", consent="no")

    contacts = contacts_in(shown(register).extras)
    assert [(each.kind, each.value, each.consent) for each in contacts] == [
        ("email", "Anna@Work.example", "no"),
        ("phone", "+47 911 22 333", "unknown"),
    ]
    for typed, field in (("anna@work", "email"), ("91122333", "phone"), ("911 22", "phone")):
        [hit] = register.session.finding.find_customers(typed)
        assert (hit.id, hit.field) == (ANNA, field)
    known = [each.id for each in register.session.journal.customer_changes(ANNA)]
    theirs = anna_row(version=9, changes=known, extras=[["phone:911 22 333", "yes"]])
    shop.publish(replace(SETTINGS, further_contacts=True), customers={ANNA: theirs})
    for typed in ("91122333", "911 22 33"):
        [hit] = register.session.finding.find_customers(typed)
        assert (hit.id, hit.field, hit.phone) == (ANNA, "phone", "911 22 333")

    register.do("customer.add_contact", id=ANNA, contact="911 22 333", remove=True)
    assert contacts_in(shown(register).extras) == ()


def test_consent_is_said_anew_where_the_customer_is_edited(shop: Shop) -> None:
    assert "asks for no consent" in at_work(shop).refused("customer.edit", id=ANNA, phone_consent="yes")
    register = at_work(shop, further_contacts=True)
    assert "no phone or e-mail to say this of" in register.refused(
        "customer.edit", id=ANNA, email="", email_consent="yes"
    )
    assert "no phone or e-mail to say this of" in register.refused(
        "customer.add", name="Ole", phone_consent="yes"
    )

    register.do("customer.edit", id=ANNA, phone_consent="yes")
    register.do("customer.edit", id=ANNA, phone="911 22 333", phone_consent="no")

    assert {each.value: each.consent for each in contacts_in(shown(register).extras)} == {
        anna_row()["phone"]: "yes", "911 22 333": "no",
    }  # fmt: skip
    assert "Nothing would be different" in register.refused("customer.edit", id=ANNA, phone_consent="no")


def test_further_contacts_wait_for_the_number_unless_the_store_says_otherwise(shop: Shop) -> None:
    register = at_work(shop)
    assert "keeps one e-mail" in register.refused("customer.add_contact", id=ANNA, contact="a@b.no")
    for lifted in (False, True):
        register = at_work(shop, further_contacts=True, pending_contacts=lifted)
        made = pending(register)
        if lifted:
            register.do("customer.add_contact", id=made, contact="a@b.no")
        else:
            assert "number has arrived" in register.refused("customer.add_contact", id=made, contact="a@b.no")


def test_attributes_are_typed_as_they_were_defined_and_merged_like_any_field(shop: Shop) -> None:
    register = at_work(shop, customer_attributes=ATTRIBUTES)
    made = register.do("customer.add", name="Ole Moe", attributes={"shoe": "42,5", "club": "YES"})
    register.do("customer.edit", id=ANNA, attributes={"born": "24.12.1990"}, phone="5")

    assert shown(register, str(made.values["customer"])).extras == (
        ("attribute:club", "yes"), ("attribute:shoe", "42.5"),
    )  # fmt: skip
    assert (shown(register).extras, shown(register).phone) == ((("attribute:born", "1990-12-24"),), "5")
    register.do("customer.edit", id=ANNA, attributes={"born": ""})
    assert shown(register).extras == ()
    for typed, words in (
        ({"shoe": "big"}, "Shoe size is a number"),
        ({"hat": "1"}, "keeps no attribute hat"),
    ):
        assert words in register.refused("customer.edit", id=ANNA, attributes=typed)
    assert "texts by their names" in register.refused("customer.edit", id=ANNA, attributes="42")


def test_a_change_whose_reply_was_lost_stands_and_is_sent_again_by_the_agent(register: Register) -> None:
    register.line.state = "lose_reply"
    register.do("customer.add_address", id=ANNA, address=HOME)

    [entry] = register.session.journal.outbox()
    assert (entry.kind, entry.state, entry.leased_until) == ("customer_change", EntryState.WAITING, None)
    assert len(shown(register).addresses) == 2


def test_what_waits_before_a_change_is_brought_along_in_its_order(register: Register) -> None:
    register.line.state = "offline"
    for city in ("Oslo", "Bergen"):
        register.do("customer.add_address", id=ANNA, address={"city": city})
    waiting = [each.uuid for each in register.session.journal.outbox()]
    register.line.state = "online"

    register.do("customer.edit", id=ANNA, phone="55")

    assert list(register.line.done)[:2] == waiting
    assert len(register.line.done) == 3
    assert register.session.journal.outbox() == []


def test_behind_something_that_needs_a_person_a_change_waits_too(register: Register) -> None:
    register.line.state = "offline"
    register.do("customer.add_address", id=ANNA, address=HOME)
    [first] = register.session.journal.outbox()
    register.session.journal.acknowledge(
        [UploadResult(id=first.uuid, outcome="quarantined", reason="other")], NOW
    )
    register.line.state = "online"

    register.do("customer.edit", id=ANNA, phone="55")

    assert register.line.done == {}
    assert shown(register).phone == "55"


def test_what_headquarters_says_later_takes_the_place_of_what_was_changed_here(shop: Shop) -> None:
    register = at_work(shop)
    register.do("customer.edit", id=ANNA, phone="1")
    [change] = register.session.journal.customer_changes(ANNA)

    shop.publish(SETTINGS, customers={ANNA: anna_row(email="a@b.no")})
    assert (shown(register).phone, shown(register).email) == ("1", "a@b.no")

    later = anna_row(phone="9", version=2, changes=[change.id, "somebody-else"])
    shop.publish(SETTINGS, customers={ANNA: later})
    assert shown(register).phone == "9"


def test_a_changed_customer_is_found_at_once_by_phone_and_card(register: Register) -> None:
    register.do("customer.edit", id=ANNA, phone="+47 900 12 345")
    card = shown_card(register)

    for typed in ("90012345", card, f"{card[:6]} {card[6:]}", "Anna"):
        [hit] = register.session.finding.find_customers(typed)
        assert (hit.id, hit.phone) == (ANNA, "+47 900 12 345")


def test_a_card_of_headquarters_finds_its_customer(shop: Shop) -> None:
    register = at_work(shop)
    shop.publish(SETTINGS, customers={ANNA: anna_row(loyalty_cards=["LC1", CARD])})

    [hit] = register.session.finding.find_customers("lc000000000075")
    assert (hit.id, hit.field) == (ANNA, "card")
    assert "is Anna Berg's already" in register.refused("customer.issue_loyalty_card", id=FIRM, card=CARD)


def shown_card(register: Register) -> str:
    register.do("customer.issue_loyalty_card", id=ANNA)
    return shown(register).loyalty_cards[-1]


@pytest.mark.parametrize(
    ("operation", "params", "words"),
    [
        ("customer.edit", {"id": "nobody", "phone": "1"}, "not known here"),
        ("customer.edit", {}, "Nothing would be different"),
        ("customer.edit", {"name": "Anna Berg"}, "Nothing would be different"),
        ("customer.edit", {"name": ""}, "needs a name"),
        ("customer.edit", {"email": "anna@"}, "not an e-mail address"),
        ("customer.edit", {"type": "robot"}, "no customer type robot"),
        ("customer.edit", {"business": "yes"}, "true or false"),
        ("customer.add_address", {"address": {"name": "Anna"}}, "street or a city"),
        ("customer.add_address", {"address": "home"}, "street or a city"),
        ("customer.add_address", {"address": {**HOME, "tax_percent": "x"}}, "not a tax rate"),
        ("customer.issue_loyalty_card", {"card": "LC000000000076"}, "no loyalty card of ours"),
        ("customer.issue_loyalty_card", {"card": "4006381333931"}, "no loyalty card of ours"),
        ("customer.add_affiliation", {"affiliation": " - "}, "needs a name"),
    ],
)
def test_what_cannot_be_changed_is_refused(
    register: Register, operation: str, params: dict[str, object], words: str
) -> None:
    assert words in register.refused(operation, **{"id": ANNA, **params})


def test_a_card_has_one_owner_and_is_given_once(register: Register) -> None:
    register.do("customer.issue_loyalty_card", id=ANNA, card=CARD)

    assert f"The card {CARD} is Anna Berg's already" in register.refused(
        "customer.issue_loyalty_card", id=FIRM, card=CARD
    )
    assert f"Anna Berg has the card {CARD} already" in register.refused(
        "customer.issue_loyalty_card", id=ANNA, card=CARD
    )


def test_the_changes_of_a_register_survive_its_end(shop: Shop) -> None:
    at_work(shop).do("customer.edit", id=ANNA, phone="55")

    assert shown(shop.open()).phone == "55"


def test_an_address_is_edited_where_the_customer_may_be(shop: Shop) -> None:
    register = at_work(shop)
    anna = register.session.finding.customer(ANNA)
    assert anna is not None
    [home] = anna.addresses

    register.do("customer.edit_address", id=ANNA, address=home.id, fields={"city": "Oslo"})

    now = register.session.finding.customer(ANNA)
    assert now is not None
    assert now.addresses == (replace(home, city="Oslo"),)
    assert "street or a city" in register.refused(
        "customer.edit_address", id=ANNA, address=home.id, fields="somewhere"
    )
    shop.line.state = "offline"
    assert "is edited there" in register.refused(
        "customer.edit_address", id=ANNA, address=home.id, fields={"city": "Oslo"}
    )
