"""The whole window in each language: nothing clipped, nothing left in English, switched while it is open."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.binder import Binder
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from pos_app.resources import resource
from pos_app.ui.buttons import FaceButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.ui.texts import speak
from tests.fixtures.fix_register import SETTINGS, Shop
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.language.tour import Tour
from tests.pos_app.ui.hands import Hands
from tests.pos_app.ui.structure import SCREENS
from tests.ux.lint import lint

Begin = Callable[[str], Tour]

OF_THE_SHOP = re.compile(
    r"HOUSTON\S*|Houston|Seattle|Cashier|Kari|Manager|cashier|Anna Berg|Storgt 1|Bergen|Trail shoe|Merino sock|"
    r"English|Norsk|Nederlands|USD|Kassa|\b(Esc|Enter|Del|Shift|Ctrl)\b|\w+\. \d+\. \w+\.( \d+)?"
)
"""What is nobody's to translate: names of people, places, goods, languages and keys, and the days."""

BRACKETED = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def begin(shop: Shop, window: MainWindow, hands: Hands) -> Iterator[Begin]:
    """Open the register of a store that speaks a language."""

    def made(language: str) -> Tour:
        shop.publish(SETTINGS_IN[language])
        session = shop.open().session
        desk = RegisterDesk(
            session, REGISTRY, resource("layouts", "standard.json"), lambda: None, lambda: None
        )
        binder = Binder(window, desk, InlineLane(), InlineLane())
        binder.start()
        return Tour(binder, window, hands)

    yield made
    speak("en")


SETTINGS_IN = {
    "en": SETTINGS,
    "nb": replace(SETTINGS, language="nb", currency="NOK", cash_rounding_minor=100),
    "nl": replace(SETTINGS, language="nl", currency="EUR", cash_rounding_minor=5),
    "pseudo": replace(SETTINGS, language="pseudo"),
}


def texts_shown(window: QWidget) -> list[str]:
    """Everything the window shows or has read aloud now, but what it paints itself."""
    texts = []
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        texts += [widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, FaceButton):
            texts.append(widget.detail)
    return texts


def untranslated(texts: Iterable[str]) -> list[str]:
    """The texts with words that neither the pseudo-language wrote nor the shop."""
    found = []
    for text in texts:
        rest = OF_THE_SHOP.sub("", text)
        while (inner := BRACKETED.sub("", rest)) != rest:
            rest = inner
        if WORD.search(rest):
            found.append(text)
    return found


@pytest.mark.parametrize("language", ["nb", "nl"])
@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_no_screen_has_a_fault_in_this_language(
    canvas: tuple[int, int], language: str, begin: Begin, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(*canvas)
    faults = []
    for step in begin(language).steps():
        qtbot.wait(1)
        faults += [f"{step}: {fault}" for fault in lint(window)]

    assert faults == []


def test_no_screen_has_a_text_that_is_not_translated(begin: Begin, window: MainWindow, qtbot: QtBot) -> None:
    left = {}
    for step in begin("pseudo").steps():
        qtbot.wait(1)
        if found := untranslated(texts_shown(window)):
            left[step] = found

    assert left == {}


def test_text_that_is_not_translated_is_found() -> None:
    assert untranslated(["[Ðø ñøt 1,00~~]", "Anna Berg, [Šhîp~]", "F6", "12.50"]) == []
    assert untranslated(["Pay in full", "[Šhîp~] and pay"]) == ["Pay in full", "[Šhîp~] and pay"]


def test_an_open_window_switches_whole(begin: Begin, window: MainWindow, shop: Shop, qtbot: QtBot) -> None:
    tour = begin("en")
    walk_to("ordered", tour, qtbot)
    window.sale.strip.clear()  # what was said stays as it was said

    shop.publish(SETTINGS_IN["pseudo"])
    tour.binder._tick()
    qtbot.wait_until(lambda: "[" in window.sale.input.placeholderText())
    qtbot.wait(1)

    assert untranslated(texts_shown(window)) == []


def test_the_language_is_chosen_at_sign_in_and_kept_for_the_person(
    begin: Begin, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    tour = begin("en")
    steps = tour.steps()
    assert next(steps) == "sign-in"

    hands.tap(language_button(window, "nb"))
    shown = [button.accessibleName() for button in window.sign_in.languages.findChildren(FaceButton)]
    assert next(steps) == "open-shift"
    tour.binder.dispatch("user.sign_off", {})
    qtbot.wait(1)
    in_english = window.sign_in.pad.dots.accessibleName()
    tour.sign_in()

    assert shown == ["English", "Norsk", "Nederlands"]
    assert in_english == "PIN, 0 digits typed"
    assert tour.binder.view is not None
    assert tour.binder.view.language == "nb"
    assert tour.binder.view.decimal_mark == ","
    assert window.sale.numpad.key("mark").text() == ","


def test_the_language_is_changed_in_the_user_menu(
    begin: Begin, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    walk_to("session", begin("nb"), qtbot)

    choose(window, "language.set")
    qtbot.wait(1)
    choose(window, "nl")
    qtbot.wait(1)

    assert window.sale.strip.text == "Taal: Nederlands."
    assert window.sale.pages.tabs.stops[0].accessibleName() == "Orders"
    assert window.sale.customer.accessibleName() == "Klant Anna Berg, 10021"
    assert lint(window) == []


def walk_to(name: str, tour: Tour, qtbot: QtBot) -> None:
    for step in tour.steps():
        qtbot.wait(1)
        if step == name:
            return


def language_button(window: MainWindow, code: str) -> FaceButton:
    found = window.sign_in.languages.findChild(FaceButton, f"language-{code}")
    assert isinstance(found, FaceButton)
    return found


def choose(window: MainWindow, value: str) -> None:
    sheet = window.sale.sheet
    assert isinstance(sheet, ChoiceSheet)
    sheet.choose(value)
