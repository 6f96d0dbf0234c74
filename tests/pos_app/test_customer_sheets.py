"""A customer is opened in full from the sale or the search, and changed from there; what cannot be done says why."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pos_app.binder import Binder
from pos_app.preference_views import AttributeView, PreferencesView
from pos_app.sheet_views import CustomerPartView
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.customer import (
    AddAddressSheet,
    AffiliationSheet,
    ContactSheet,
    CustomerSheet,
    EditAddressSheet,
    EditCustomerSheet,
    LoyaltyCardSheet,
)
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.theme import Theme
from pos_app.views import ButtonView, ChoiceView, CustomerFormView
from retail.customer_changes import ADDRESS_PARTS
from tests.pos_app.small_desk import SmallDesk, begin
from tests.pos_app.ui import customer_examples, examples
from tests.pos_app.ui.hands import Hands


def opened(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, operation: str = "customer.open"
) -> Sheet | None:
    begin(binder, small_desk, examples.HYBRID)
    window.sale.operation_requested.emit(operation, {})
    return window.sale.sheet


def press(sheet: Sheet | None, operation: str) -> None:
    assert isinstance(sheet, CustomerSheet)
    at = [each.operation for each in sheet.view.actions].index(operation)
    sheet.buttons[at].click()


def test_the_customer_of_the_sale_is_shown_with_what_waits(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    small_desk.customer = customer_examples.PENDING_CUSTOMER
    sheet = opened(binder, small_desk, window)

    assert isinstance(sheet, CustomerSheet)
    assert small_desk.detailed == [""]
    assert sheet.account.text == "Pending sync"
    assert "Phone: +47 22 33 44 55" in sheet.facts.text()
    assert not sheet.primary.isVisible()


def test_without_a_customer_the_strip_says_so(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    small_desk.customer = None

    assert opened(binder, small_desk, window) is None
    assert window.sale.strip.text == "Choose a customer first."


def test_what_cannot_be_done_says_why_and_asks_for_nothing(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    small_desk.customer = customer_examples.PENDING_CUSTOMER
    sheet = opened(binder, small_desk, window)

    press(sheet, "customer.issue_loyalty_card")

    assert window.sale.sheet is sheet
    assert window.sale.strip.text == customer_examples.WAITS
    assert small_desk.calls == []


ATTRIBUTES = (
    AttributeView("shoe", "Shoe size", "A number", value="42"),
    AttributeView("club", "Club", choices=(ChoiceView("yes", "Yes"), ChoiceView("no", "No"))),
)


def test_attributes_are_sent_where_they_were_changed_and_contacts_with_their_consent(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    view = customer_examples.CUSTOMER
    small_desk.customer = replace(
        view, preferences=replace(view.preferences, attributes=ATTRIBUTES),
        consents=(ChoiceView("unknown", "Not asked"), ChoiceView("yes", "Given")),
        actions=(*view.actions, ButtonView("E-mail or phone", "customer.add_contact", {"id": "1"}, "customer")),
    )  # fmt: skip
    press(opened(binder, small_desk, window), "customer.edit")
    edit = window.sale.sheet
    assert isinstance(edit, EditCustomerSheet)
    club = edit.preferences.attributes["club"]
    assert isinstance(club, Choices)
    club.choose("no")
    edit.submit()
    assert small_desk.calls[-1] == ("customer.edit", {"id": "1", "attributes": {"club": "no"}})

    press(opened(binder, small_desk, window), "customer.add_contact")
    contact = window.sale.sheet
    assert isinstance(contact, ContactSheet)
    contact.field.setText(" a@b.no ")
    contact.consent.choose("yes")
    contact.submit()
    assert small_desk.calls[-1] == (
        "customer.add_contact",
        {"id": "1", "contact": "a@b.no", "consent": "yes"},
    )


def test_a_store_without_further_contacts_says_so(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    small_desk.customer = customer_examples.CUSTOMER

    opened(binder, small_desk, window, "customer.add_contact")

    assert (
        window.sale.strip.text
        == "This store keeps one e-mail and one phone of a customer. Change those instead."
    )


def test_only_the_fields_typed_over_are_sent_and_the_customer_is_shown_anew(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    detail = opened(binder, small_desk, window)
    press(detail, "customer.edit")
    sheet = window.sale.sheet
    assert isinstance(sheet, EditCustomerSheet)
    assert (sheet.full_name.text(), sheet.phone.text(), sheet.type.value) == (
        "Anna Berg",
        "+47 55 12 34 56",
        "person",
    )

    sheet.phone.setText("900 12 345")
    sheet.submit()

    assert small_desk.calls == [("customer.edit", {"id": "1", "phone": "900 12 345"})]
    assert window.sale.sheet is detail
    assert small_desk.detailed == ["", "1"]


def test_an_address_is_added_and_says_when_it_waits(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    small_desk.customer = customer_examples.PENDING_CUSTOMER
    sheet = opened(binder, small_desk, window, "customer.add_address")
    assert isinstance(sheet, AddAddressSheet)
    assert (sheet.chip.text, sheet.chip.isVisible()) == ("Pending sync", True)

    sheet.fields["line1"].setText(" Storgt 1 ")
    sheet.fields["country"].setText("DK")
    sheet.submit()

    address = {"purpose": "Home", "line1": "Storgt 1", "country": "DK"}
    assert small_desk.calls == [("customer.add_address", {"id": "2", "address": address})]
    assert window.sale.sheet is None


def test_a_customer_with_a_number_needs_no_chip(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, window, "customer.add_address")

    assert isinstance(sheet, AddAddressSheet)
    assert not sheet.chip.isVisible()


def test_a_scanned_card_goes_into_the_sheet_that_asks_for_it(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, window, "customer.issue_loyalty_card")
    assert isinstance(sheet, LoyaltyCardSheet)

    binder.routing.scan("LC000000000075")
    sheet.submit()

    assert small_desk.calls == [("customer.issue_loyalty_card", {"id": "1", "card": "LC000000000075"})]


def test_an_affiliation_is_typed(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, window, "customer.add_affiliation")
    assert isinstance(sheet, AffiliationSheet)
    sheet.field.setText("VIP")

    hands.key("Enter")

    assert small_desk.calls == [("customer.add_affiliation", {"id": "1", "affiliation": "VIP"})]


def test_the_search_shows_a_customer_in_full_and_takes_them(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, qtbot: QtBot
) -> None:
    search = opened(binder, small_desk, window, "customer.search")
    assert isinstance(search, CustomerSearchSheet)
    search.show_found(examples.CUSTOMERS)
    search.details.click()
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSheet)
    assert small_desk.detailed == ["1"]

    sheet.submit()

    assert small_desk.calls == [("customer.set", {"id": "1"})]
    assert window.sale.sheet is None


def test_where_nobody_is_found_there_are_no_details(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    search = opened(binder, small_desk, window, "customer.search")
    assert isinstance(search, CustomerSearchSheet)
    search.show_found(examples.NO_CUSTOMERS)

    search.details.click()

    assert "Nobody is found" in window.sale.strip.text
    assert small_desk.detailed == []


def test_the_form_of_a_new_customer_asks_for_group_and_receipt_e_mail_and_says_what_is_needed(
    theme: Theme, qtbot: QtBot
) -> None:
    groups = (ChoiceView("t", "Trade"), ChoiceView("p", "Private"))
    receipts = (ChoiceView("printed", "Printed"), ChoiceView("email", "By e-mail"))
    preferences = PreferencesView(groups=groups, group="p", receipts=receipts, receipt="printed")
    view = CustomerFormView((), "en", preferences=preferences, required="Needed here: name, Phone")
    sheet = NewCustomerSheet(theme, view)
    qtbot.add_widget(sheet)
    assert sheet.full_name.placeholderText() == "Needed here: name, Phone"
    assert sheet.params()["group"] == "p"
    assert sheet.preferences.group is not None

    sheet.preferences.group.choose("t")
    assert sheet.preferences.receipt_email.isHidden()
    sheet.preferences.receipt.choose("email")
    assert not sheet.preferences.receipt_email.isHidden()
    sheet.preferences.receipt_email.setText("bills@example.com")
    draft = sheet.draft()
    again = NewCustomerSheet(theme, view)
    qtbot.add_widget(again)
    again.restore(draft)

    assert (again.params()["group"], again.params()["receipt_email"]) == ("t", "bills@example.com")


def new_customer(theme: Theme, qtbot: QtBot, typed: str = "", **more: Any) -> NewCustomerSheet:
    sheet = NewCustomerSheet(theme, replace(examples.CUSTOMER_FORM, **more), typed)
    qtbot.add_widget(sheet)
    return sheet


@pytest.mark.parametrize(
    ("typed", "field"),
    [("Ole Moe", "name"), ("ole@example.com", "email"), ("+47 900 11 222", "phone"), ("4711", "")],
)
def test_what_was_searched_for_goes_where_it_belongs(
    theme: Theme, qtbot: QtBot, typed: str, field: str
) -> None:
    params = new_customer(theme, qtbot, typed).params()

    assert {name: params[name] for name in ("name", "email", "phone")} == {
        name: typed if name == field else "" for name in ("name", "email", "phone")
    }


def test_the_purpose_of_an_address_follows_the_type_until_it_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    sheet = new_customer(theme, qtbot, country="NO")
    assert sheet.address["country"].placeholderText() == "NO"
    sheet.address["city"].setText("Bergen")

    assert (sheet.preferences.title.isHidden(), sheet.preferences.currency.isHidden()) == (False, True)
    sheet.type.buttons["organisation"].click()
    assert (sheet.preferences.title.isHidden(), sheet.preferences.currency.isHidden()) == (True, False)
    assert sheet.params()["addresses"] == [{"purpose": "Business", "city": "Bergen"}]
    sheet.purpose.choose("Home")

    assert sheet.params()["addresses"] == [{"purpose": "Home", "city": "Bergen"}]


def test_currency_consent_affiliation_and_whom_to_ask_for_are_sent_and_survive_a_closed_sheet(
    theme: Theme, qtbot: QtBot
) -> None:
    attributes = (AttributeView("club", "Club", "", (ChoiceView("yes", "Yes"), ChoiceView("no", "No"))),
                  AttributeView("born", "Born"))  # fmt: skip
    offered: dict[str, Any] = {
        "preferences": PreferencesView(attributes=attributes),
        "consents": (ChoiceView("unknown", "?"), ChoiceView("yes", "Yes")),
        "takes_affiliation": True,
    }
    sheet = new_customer(theme, qtbot, **offered)
    sheet.full_name.setText("Ole Moe")
    assert sheet.address["name"].placeholderText() == "Ole Moe"
    assert sheet.address["name"].isHidden()
    sheet.address["line1"].setText("Storgt 1")
    assert not sheet.address["name"].isHidden()
    sheet.address["name"].setText("Eva Moe")
    sheet.address["phone"].setText("55")
    sheet.preferences.currency.setText("eur")
    sheet.consents["email_consent"].choose("yes")
    assert sheet.affiliation is not None
    sheet.affiliation.setText("Staff")
    for name, text in (("club", "yes"), ("born", "2001-02-03")):
        field = sheet.preferences.attributes[name]
        field.choose(text) if isinstance(field, Choices) else field.setText(text)
    sheet.language.choose("nl")
    sheet.purpose.choose("Business")
    again = new_customer(theme, qtbot, **offered)

    again.restore(sheet.draft())

    params = again.params()
    assert params == sheet.params()
    assert (params["currency"], params["email_consent"], params["affiliation"]) == ("EUR", "yes", "Staff")
    assert params["attributes"] == {"club": "yes", "born": "2001-02-03"}
    assert "phone_consent" not in params
    assert params["addresses"] == [
        {"purpose": "Business", "line1": "Storgt 1", "name": "Eva Moe", "phone": "55"}
    ]
    assert new_customer(theme, qtbot).affiliation is None


def test_an_address_that_is_tapped_is_edited_and_only_what_was_typed_over_is_sent(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    fields = dict.fromkeys(ADDRESS_PARTS, "") | {"line1": "Storgata 1", "city": "Bergen", "purpose": "Home"}
    part = CustomerPartView("Storgata 1, Bergen", "Address: Home", "ship", address="a1", fields=fields)
    small_desk.customer = replace(customer_examples.CUSTOMER, parts=(*customer_examples.CUSTOMER.parts, part))
    detail = opened(binder, small_desk, window)
    assert isinstance(detail, CustomerSheet)
    detail.list.taken.emit(0)
    assert window.sale.sheet is detail

    detail.list.taken.emit(len(detail.view.parts) - 1)

    sheet = window.sale.sheet
    assert isinstance(sheet, EditAddressSheet)
    sheet.fields["phone"].setText("55 12")
    sheet.purpose.choose("Business")
    sheet.submit()
    changed = {"phone": "55 12", "purpose": "Business"}
    assert small_desk.calls == [("customer.edit_address", {"id": "1", "address": "a1", "fields": changed})]
    assert window.sale.sheet is detail

    why = "This customer can be edited when the customer number has arrived. Press Sync now."
    locked = replace(small_desk.customer, actions=(ButtonView("Edit", "customer.edit", why_not=why),))
    detail.show_detail(locked)
    detail.list.taken.emit(len(detail.view.parts) - 1)
    assert (window.sale.sheet, window.sale.strip.text) == (detail, why)


def test_consent_is_changed_where_the_customer_is_edited_and_is_not_another_numbers(
    theme: Theme, qtbot: QtBot
) -> None:
    view = replace(customer_examples.CUSTOMER, consents=examples.ASKED_FOR_SEVERAL.consents,
                   consented={"phone_consent": "yes", "email_consent": "unknown"})  # fmt: skip
    sheet = EditCustomerSheet(theme, view)
    qtbot.add_widget(sheet)
    assert sheet.params() == {}

    sheet.consents["email_consent"].choose("no")
    assert sheet.params() == {"email_consent": "no"}
    sheet.phone.setText("900 11 222")
    sheet.phone.textEdited.emit("900 11 222")

    assert sheet.consents["phone_consent"].value == "unknown"
    assert sheet.params() == {"phone": "900 11 222", "email_consent": "no"}
    sheet.consents["phone_consent"].choose("yes")
    assert sheet.params()["phone_consent"] == "yes"
