"""The form of a new customer takes several addresses and contacts, one after the other."""

from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.theme import Theme
from pos_app.views import ChoiceView
from tests.pos_app.ui import examples


def new_customer(theme: Theme, qtbot: QtBot, **more: Any) -> NewCustomerSheet:
    sheet = NewCustomerSheet(theme, replace(examples.CUSTOMER_FORM, **more))
    qtbot.add_widget(sheet)
    return sheet


def test_several_addresses_and_contacts_are_typed_one_after_the_other_changed_and_survive_a_closed_sheet(
    theme: Theme, qtbot: QtBot
) -> None:
    consents = (ChoiceView("unknown", "?"), ChoiceView("yes", "Yes"))
    sheet = new_customer(theme, qtbot, consents=consents, takes_contacts=True)
    assert sheet.contact.isHidden()
    assert sheet.addresses.isHidden()
    sheet.email.setText("ole@example.com")
    assert not sheet.contact.isHidden()
    for contact in ("900 11 222", "work@example.com"):
        sheet.contact.setText(contact)
        sheet.contacts.add.click()
    sheet.address["city"].setText("Bergen")
    sheet.purpose.choose("Business")
    sheet.addresses.add.click()
    sheet.purpose.choose("Home")
    sheet.address["city"].setText("Oslo")

    sheet.contacts.buttons[0].click()
    assert (sheet.contact.text(), [each.text() for each in sheet.contacts.buttons]) == (
        "900 11 222", ["work@example.com"],
    )  # fmt: skip
    sheet.contact_consent.choose("yes")
    sheet.addresses.buttons[0].click()
    sheet.address["line1"].setText("Torget 2")

    assert sheet.params()["contacts"] == {"work@example.com": "unknown", "900 11 222": "yes"}
    assert sheet.params()["addresses"] == [
        {"purpose": "Home", "city": "Oslo"}, {"purpose": "Business", "line1": "Torget 2", "city": "Bergen"},
    ]  # fmt: skip
    again = new_customer(theme, qtbot, consents=consents, takes_contacts=True)
    again.restore(sheet.draft())
    assert again.params() == sheet.params()


def test_further_contacts_are_not_asked_for_where_the_store_takes_none_now(
    theme: Theme, qtbot: QtBot
) -> None:
    sheet = new_customer(theme, qtbot)

    sheet.email.setText("ole@example.com")

    assert sheet.contact.isHidden()
    assert sheet.contacts.isHidden()
