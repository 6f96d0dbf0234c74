"""A customer in full: fields, parts with what waits, and the actions with their reasons."""

from dataclasses import replace

from pos_app.language.language import language_of
from pos_app.register.customer_views import attributes_on_card
from pos_app.register.desk import RegisterDesk
from pos_app.register.sale_views import customer_card
from retail.attributes import Attribute, AttributeKind
from retail.customer_defaults import CustomerGroup
from tests.fixtures.fix_register import ANNA, FIRM, SETTINGS, Shop, anna_row, at_work, desk_of


def test_a_known_customer_has_everything_and_may_be_changed(shop: Shop) -> None:
    register = at_work(shop)
    register.do("customer.issue_loyalty_card", id=ANNA, card="LC000000000075")
    register.do("customer.add_affiliation", id=ANNA, affiliation="VIP")
    contact = register.session.catalog.contact().state
    view = desk_of(register).customer_detail(ANNA)

    assert view is not None
    assert (view.account, view.note) == ("10021", "")
    assert [(part.text, part.label, part.pending) for part in view.parts] == [
        ("Storgt 1, 5003 Bergen", "Address: Home", False),
        ("LC000000000075", "Loyalty card", False),
        ("VIP", "Affiliation", False),
    ]
    assert [(fact.label, fact.value) for fact in view.facts] == [("Type", "Person"), ("Phone", "55 12 34 56")]
    possible = [each.operation for each in view.actions if not each.why_not]
    assert ("customer.edit" in possible) == (contact in ("online", "slow"))
    assert "customer.add_address" in possible


def test_what_else_is_known_is_shown_by_its_name_and_can_be_chosen_again(shop: Shop) -> None:
    register = at_work(
        shop, further_contacts=True, customer_groups=(CustomerGroup("t", "Trade"),),
        customer_attributes=(
            Attribute("club", "Club", AttributeKind.FLAG),
            Attribute("size", "Size", AttributeKind.CHOICE, ("S", "M")),
            Attribute("age", "Age", AttributeKind.INTEGER),
        ),
    )  # fmt: skip
    home = {"line1": "Torget 2", "name": "Kari", "phone": "7"}
    register.do("customer.edit", id=ANNA, title="Dr.", group="t", currency="NOK", receipt_option="both",
                attributes={"club": "yes", "age": "42"})  # fmt: skip
    register.do("customer.add_address", id=ANNA, address=home)
    register.do("customer.add_contact", id=ANNA, contact="a@b.no", consent="no")

    view = desk_of(register).customer_detail(ANNA)

    assert view is not None
    assert [(fact.label, fact.value) for fact in view.facts][2:] == [
        ("Title", "Dr."), ("Customer group", "Trade"), ("Currency", "NOK"), ("Receipt", "Printed and by e-mail"),
        ("Club", "Yes"), ("Age", "42"),
    ]  # fmt: skip
    parts = [(part.text, part.label) for part in view.parts]
    assert ("Torget 2 · Kari · 7", "Address: Home") in parts
    assert ("a@b.no", "Consent refused") in parts
    attributes = {each.name: each for each in view.preferences.attributes}
    assert [each.text for each in attributes["Size"].choices] == ["S", "M"]
    assert (attributes["Club"].value, attributes["Age"].hint) == ("yes", "A whole number")
    assert "customer.add_contact" in [each.operation for each in view.actions]
    assert [each.value for each in view.consents] == ["unknown", "yes", "no"]


def test_what_was_not_sent_waits_and_says_so(shop: Shop) -> None:
    register = at_work(shop)
    shop.line.state = "offline"
    register.do("customer.add_address", id=FIRM, address={"line1": "Torget 2"})
    view = desk_of(register).customer_detail(FIRM)

    assert view is not None
    assert view.organisation
    assert view.note == "What was changed here is still to be sent."
    assert [(part.label, part.pending) for part in view.parts] == [("Address: Business", True)]


def test_of_a_pending_customer_everything_waits(shop: Shop) -> None:
    register = at_work(shop)
    shop.line.state = "offline"
    register.do("customer.add", name="Ole Moe", addresses=[{"city": "Oslo"}])

    view = desk_of(register).customer_detail("")

    assert view is not None
    assert (view.name, view.account) == ("Ole Moe", "")
    assert view.note == "The number follows when headquarters has answered."
    assert [part.pending for part in view.parts] == [True]
    reasons = {each.operation: each.why_not for each in view.actions}
    assert reasons["customer.add_address"] == ""
    assert "customer number has arrived" in reasons["customer.edit"]


def test_nobody_on_the_sale_is_nobody_in_full(desk: RegisterDesk) -> None:
    assert desk.customer_detail("") is None
    assert desk.customer_detail("nobody") is None


def test_the_consent_of_a_contact_says_when_and_where_it_was_given_and_what_was_said_before(
    shop: Shop,
) -> None:
    mail, phone = "email:a@b.no", "phone:900"

    def said(contact: str, consent: str, day: int, register: str = "OSLO-1") -> dict[str, str]:
        at = f"2026-11-{day:02}T10:00:00.000+01:00"
        return {
            "contact": contact,
            "consent": consent,
            "register_name": register,
            "said_to": "kari",
            "at": at,
        }

    anna = anna_row(
        extras=[[mail, "yes"], [phone, "unknown"]],
        consents=[
            said(mail, "no", 2),
            said(phone, "unknown", 3),
            said(mail, "", 4),
            said(mail, "yes", 5, ""),
        ],
    )
    shop.publish(replace(SETTINGS, further_contacts=True), customers={ANNA: anna})
    register = at_work(shop)

    view = desk_of(register).customer_detail(ANNA)

    assert view is not None
    parts = {part.text: part.label for part in view.parts}
    assert parts["900"] == "Consent not asked for, 3 Nov OSLO-1"
    assert parts["a@b.no"] == (
        "Consent given, 5 Nov \u00b7 before: Taken away, 4 Nov OSLO-1 \u00b7 before: Consent refused, 2 Nov OSLO-1"
    )


def test_a_consent_that_is_still_to_be_sent_stands_before_what_headquarters_knows(shop: Shop) -> None:
    told = {"contact": "email:a@b.no", "consent": "no", "at": "2026-11-02T10:00:00.000+01:00"}
    shop.publish(
        replace(SETTINGS, further_contacts=True),
        customers={ANNA: anna_row(extras=[["email:a@b.no", "no"]], consents=[told])},
    )
    register = at_work(shop)
    register.do("customer.add_contact", id=ANNA, contact="a@b.no", consent="yes")

    view = desk_of(register).customer_detail(ANNA)

    assert view is not None
    labels = {part.text: (part.label, part.pending) for part in view.parts}
    assert labels["a@b.no"][0] == "Consent given \u00b7 before: Consent refused, 2 Nov"


def test_the_form_of_a_new_customer_says_units_help_and_defaults_which_are_kept(shop: Shop) -> None:
    register = at_work(
        shop, customer_attributes=(
            Attribute("shoe", "Shoe", AttributeKind.INTEGER, unit="EU", help="As on the box"),
            Attribute("club", "Club", AttributeKind.FLAG, default="no"),
        ),
    )  # fmt: skip

    shoe, club = desk_of(register).customer_form().preferences.attributes
    made = register.do("customer.add", name="Ole Moe", attributes={"shoe": "43"})
    other = register.do("customer.add", name="Eva Moe", attributes={"club": ""})

    assert (shoe.name, shoe.hint, club.value) == ("Shoe (EU)", "As on the box", "no")
    kept = [register.session.finding.customer(str(each.values["customer"])) for each in (made, other)]
    assert [each and each.extras for each in kept] == [
        (("attribute:club", "no"), ("attribute:shoe", "43")), (),
    ]  # fmt: skip


def test_attributes_and_their_choices_are_said_in_the_language_of_whoever_is_signed_in(shop: Shop) -> None:
    size = Attribute(
        "size", "Size", AttributeKind.CHOICE, ("Small", "Large"), help="On the label",
        translations=(("nb Size", "Størrelse"), ("nb Large", "Stor"), ("nb On the label", "På lappen")),
    )  # fmt: skip
    register = at_work(shop, customer_attributes=(size,))
    register.do("customer.edit", id=ANNA, attributes={"size": "large"})
    register.session.chosen_language = "nb"

    [asked] = desk_of(register).customer_form().preferences.attributes
    view = desk_of(register).customer_detail(ANNA)

    assert (asked.name, asked.hint, [(each.value, each.text) for each in asked.choices]) == (
        "Størrelse", "På lappen", [("Small", "Small"), ("Large", "Stor")],
    )  # fmt: skip
    assert view is not None
    assert ("Størrelse", "Stor") in [(each.label, each.value) for each in view.facts]


def test_the_customer_card_shows_the_attributes_that_the_layout_names_in_the_readers_language(
    shop: Shop,
) -> None:
    said = (("nb Club", "Klubb"), ("nb gold", "gull"))
    club = Attribute("club", "Club", AttributeKind.CHOICE, ("gold",), translations=said)
    shoe = Attribute("shoe", "Shoe size", AttributeKind.INTEGER, unit="EU")
    extras = [["attribute:club", "gold"], ["attribute:shoe", "44"]]
    row = anna_row(extras=extras, phone="55 12 34 56")
    shop.publish(replace(SETTINGS, customer_attributes=(club, shoe)), customers={ANNA: row})
    register = at_work(shop)
    register.do("customer.set", id=ANNA)
    settings, session = register.session.settings, register.session
    customer = session.finding.customer(ANNA)
    assert settings is not None
    assert customer is not None

    for card, language, shown in (
        (("shoe", "club", "gone"), "en", "Shoe size (EU): 44 · Club: gold · 55 12 34 56"),
        (("club",), "nb", "Klubb: gull · 55 12 34 56"),
        ((), "en", "55 12 34 56"),
    ):  # fmt: skip
        on_card = attributes_on_card(customer, card, settings, language_of(language))
        view = customer_card(customer, "", on_card)
        assert view is not None
        assert view.detail.startswith(shown)
