"""The form of a new customer takes several addresses and contacts, one after the other."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pos_app.preference_views import AttributeView
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.places_and_days import purposes
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


def test_page_keys_turn_the_sections_and_what_is_out_of_sight_is_sent(theme: Theme, qtbot: QtBot) -> None:
    attributes = tuple(AttributeView(f"a{number}", f"Fact {number}") for number in range(12))
    preferences = replace(examples.PREFERENCES, attributes=attributes)
    sheet = new_customer(theme, qtbot, preferences=preferences)
    sheet.show()
    captions = [each.text() for each in sheet.sections.chooser.buttons.values()]
    assert captions == ["Customer", "Address", "Preferences", "Details", "Details 2"]
    last = sheet.preferences.attributes["a11"]
    assert isinstance(last, QLineEdit)
    assert (sheet.full_name.isVisible(), last.isVisible()) == (True, False)

    assert sheet.press_key("PgUp")
    assert (sheet.full_name.isVisible(), last.isVisible()) == (False, True)
    assert sheet.focusWidget() is sheet.preferences.attributes["a10"]
    last.setText("blue")
    assert sheet.press_key("PgDown")
    assert not sheet.press_key("Home")

    assert sheet.full_name.isVisible()
    assert sheet.params()["attributes"] == {"a11": "blue"}


def test_an_address_is_for_what_it_was_even_if_nobody_offers_that(theme: Theme, qtbot: QtBot) -> None:
    for standing, others in (("home", "Business"), ("Cabin", "Home")):
        choices = purposes(theme, standing)
        qtbot.add_widget(choices)
        assert choices.value == standing
        assert others in choices.buttons
        assert len(choices.buttons) == (7 if standing == "home" else 8)
