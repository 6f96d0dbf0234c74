"""How many a scan means: digits typed before it are kept, a multiplier is used once, a large one is asked about."""

import pytest
from PySide6.QtWidgets import QPushButton

from pos_app.binder import Binder
from pos_app.devices.sounds import Sound
from pos_app.operations.registry import Approval, Ask, Asks, Done, Kind, Outcome, Refused
from pos_app.ui.main_window import MainWindow
from pos_app.views import Values
from retail.messages import say
from tests.pos_app.held_lane import HeldLane
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands

EAN = "7038010009457"


def begin(binder: Binder, desk: SmallDesk) -> None:
    desk.shown = examples.PLAIN
    binder.start()
    desk.calls.clear()


def refuse(params: Values, approval: Approval | None) -> Outcome:
    return Refused(say("Unknown code. Search for the item by name."))


def ask_whether_sure(params: Values, approval: Approval | None) -> Outcome:
    if params.get("sure"):
        return Done(say("Added."))
    return Asks((Ask("sure", prompt=say("Add 150 × Tea?"), kind=Kind.FLAG),))


def button(window: MainWindow, text: str) -> QPushButton:
    found = [each for each in window.sale.strip.findChildren(QPushButton) if each.text() == text]
    assert len(found) == 1, f"{len(found)} buttons say {text}"
    return found[0]


# ---------------------------------------------------------------- multiplier and typed digits


def test_typed_digits_are_kept_and_said(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)
    hands.type("12")

    hands.scan(EAN)

    assert small_desk.calls == [("product.add", {"code": EAN})]
    assert window.sale.input.text() == "12"
    assert window.sale.strip.text == "Typed 12 kept – press × to use it as quantity."


def test_multiplier_is_used_up_by_the_scan(binder: Binder, small_desk: SmallDesk, hands: Hands) -> None:
    begin(binder, small_desk)
    hands.type("3*")

    hands.scan(EAN)
    hands.scan("96385074")

    assert small_desk.calls == [
        ("product.add", {"code": EAN, "quantity": "3"}),
        ("product.add", {"code": "96385074"}),
    ]


def test_multiplier_stays_for_the_next_try_where_the_code_was_refused(
    binder: Binder, small_desk: SmallDesk, hands: Hands
) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = refuse
    hands.type("3*")
    hands.scan("12345678")
    del small_desk.answers["product.add"]

    hands.scan(EAN)

    assert small_desk.calls[-1] == ("product.add", {"code": EAN, "quantity": "3"})


def test_multiplier_of_a_refused_code_is_not_kept_for_one_behind_the_next(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, lane: HeldLane, hands: Hands
) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = refuse
    hands.type("3*")
    lane.is_held = True
    hands.scan("12345678")
    hands.scan(EAN)

    lane.let_go()

    assert window.sale.input.is_empty


def test_multiplier_typed_meanwhile_goes_before_one_that_comes_back(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, lane: HeldLane, hands: Hands
) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = refuse
    hands.type("3*")
    lane.is_held = True
    hands.scan("12345678")
    hands.type("5*")

    lane.let_go()

    assert window.sale.input.take_multiplier() == "5"


# ---------------------------------------------------------------- are you sure


@pytest.fixture
def asked(binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = ask_whether_sure
    hands.type("150*")
    hands.scan(EAN)
    assert window.sale.strip.text == "Add 150 × Tea?"
    small_desk.calls.clear()


@pytest.mark.usefixtures("asked")
def test_enter_says_yes_to_a_large_quantity(small_desk: SmallDesk, hands: Hands) -> None:
    hands.key("Enter")

    assert small_desk.calls == [("product.add", {"code": EAN, "quantity": "150", "sure": True})]


@pytest.mark.usefixtures("asked")
def test_a_tap_says_yes_to_a_large_quantity(small_desk: SmallDesk, window: MainWindow, hands: Hands) -> None:
    hands.tap(button(window, "Yes"))

    assert small_desk.calls == [("product.add", {"code": EAN, "quantity": "150", "sure": True})]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answer", ["Esc", "tap", "typing"])
def test_everything_else_says_no(
    answer: str, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    if answer == "Esc":
        hands.key("Esc")
    elif answer == "tap":
        hands.tap(button(window, "No"))
    else:
        hands.type("7")

    assert small_desk.calls == []
    assert not window.sale.input.confirms
    assert window.sale.input.text() == ("7" if answer == "typing" else "")


@pytest.mark.usefixtures("asked")
def test_scan_under_a_question_is_refused_aloud(
    small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    hands.scan("96385074")

    assert small_desk.calls == []
    assert sounds == [Sound.REJECT]
    assert window.sale.strip.text == "Not added: 96385074 – answer first: Add 150 × Tea?"
    hands.key("Enter")
    assert small_desk.calls == [("product.add", {"code": EAN, "quantity": "150", "sure": True})]


@pytest.mark.usefixtures("asked")
def test_answer_that_comes_too_late_does_nothing(binder: Binder, small_desk: SmallDesk, hands: Hands) -> None:
    hands.key("Esc")

    binder.request("question.yes", {})
    binder.request("question.no", {})

    assert small_desk.calls == []
