"""Every lint has an example that it rejects: a gate that cannot fail is no gate."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.buttons import FaceButton
from pos_app.ui.receipt_tabs import ReceiptTabs
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.theme import Theme
from pos_app.ui.totals_panel import TotalsPanel
from pos_app.views import TotalsView
from tests.pos_app.ui.states import STATES
from tests.ux.colours import Mark, confusable_faults, contrast_faults
from tests.ux.lint import (
    clip_faults,
    cover_faults,
    name_faults,
    overlap_faults,
    stray_faults,
    target_faults,
    tree_faults,
    word_faults,
)
from tests.ux.pixels import pixel_faults


@pytest.fixture
def frame(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setFixedSize(400, 300)
    qtbot.add_widget(made)
    return made


def test_stray_window_is_rejected(frame: QWidget, qtbot: QtBot) -> None:
    stray = QPushButton("Lost")
    qtbot.add_widget(stray)
    frame.show()
    stray.show()

    assert list(stray_faults(frame)) == ["QPushButton 'Lost' is a window of its own"]


def test_small_target_is_rejected(frame: QWidget) -> None:
    QPushButton("Tiny", frame).setGeometry(0, 0, 43, 60)
    frame.show()

    assert list(target_faults(frame)) == ["QPushButton 'Tiny' is 43 x 60; a target is at least 44 x 44"]


def test_small_primary_target_is_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "7", "pad", frame).setGeometry(0, 0, 60, 60)
    frame.show()

    assert list(target_faults(frame)) == ["FaceButton '7' is 60 x 60; a primary target is at least 64 x 56"]


def test_crowded_targets_are_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "7", "pad", frame).setGeometry(0, 0, 70, 60)
    FaceButton(theme, "8", "pad", frame).setGeometry(75, 0, 70, 60)
    frame.show()

    assert list(target_faults(frame)) == ["FaceButton '7' and FaceButton '8' are less than 8 px apart"]


def test_overlap_is_rejected(frame: QWidget) -> None:
    QPushButton("One", frame).setGeometry(0, 0, 100, 60)
    QPushButton("Two", frame).setGeometry(50, 30, 100, 60)
    frame.show()

    assert list(overlap_faults(frame)) == ["QPushButton 'One' overlaps QPushButton 'Two'"]


def test_sheet_over_the_cart_or_in_its_place_is_rejected(frame: QWidget, theme: Theme) -> None:
    cart, totals, sheet = ReceiptTabs(theme, frame), TotalsPanel(theme, frame), Sheet(theme, "Ship", "Ship")
    sheet.setParent(frame)
    for widget, left in ((cart, 0), (totals, 200), (sheet, 100)):
        widget.setGeometry(left, 0, 150, 200)
    frame.show()
    totals.hide()

    assert [each.rpartition(" hides ")[2] for each in cover_faults(frame)] == ["ReceiptTabs", "TotalsPanel"]
    sheet.move(200, 0)
    totals.setGeometry(0, 250, 150, 50)
    totals.show()
    assert list(cover_faults(frame)) == []


def test_only_approval_and_a_running_card_payment_are_modal() -> None:
    assert len(STATES) > 50  # with them every sheet there is was read
    assert {each.__name__ for each in _every(Sheet) if each.modal} == {"ApprovalSheet", "CardSheet"}


def _every(kind: type[Sheet]) -> Iterator[type[Sheet]]:
    for each in kind.__subclasses__():
        yield each
        yield from _every(each)


def test_target_outside_the_window_is_rejected(frame: QWidget) -> None:
    QPushButton("Gone", frame).setGeometry(350, 0, 100, 60)
    frame.show()

    assert "QPushButton 'Gone' lies outside the window" in list(overlap_faults(frame))


def test_clipped_button_is_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "Leverings·methode wijzigen", "role-order", frame).setGeometry(0, 0, 90, 80)
    frame.show()

    assert list(clip_faults(frame)) == ["FaceButton 'Leverings·methode wijzigen' does not fit in 90 x 80"]


def test_clipped_label_is_rejected(frame: QWidget) -> None:
    QLabel("A sentence that is far too long for its place", frame).setGeometry(0, 0, 80, 20)
    frame.show()

    assert len(list(clip_faults(frame))) == 1


def test_nameless_target_is_rejected(frame: QWidget) -> None:
    frame.setObjectName("frame")
    QLineEdit(frame).setGeometry(0, 0, 100, 60)
    frame.show()

    assert list(name_faults(frame)) == ["QLineEdit '' in frame has no name"]


def test_neighbours_of_one_name_are_rejected(frame: QWidget) -> None:
    for left in (0, 120):
        QPushButton("New", frame).setGeometry(left, 0, 100, 60)
    frame.show()

    assert list(name_faults(frame)) == ["QPushButton 'New' has the name of its neighbour, New"]


def test_pale_words_are_rejected(frame: QWidget) -> None:
    label = QLabel("Pale", frame)
    label.setStyleSheet("color: #9a9a9a; background: #ffffff;")
    label.setGeometry(0, 0, 200, 40)
    frame.show()

    assert list(pixel_faults(frame)) == [
        "QLabel 'Pale' is painted with a contrast of 2.81; at least 4.5 is needed"
    ]


def test_target_that_is_small_on_a_fine_panel_is_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "Small", "plain", frame).setGeometry(0, 0, 44, 44)
    frame.show()

    assert list(target_faults(frame, 149)) == ["FaceButton 'Small' is 7.5 mm; it is at least 9.0 mm"]


def test_void_beside_a_tender_is_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "Cash", "tender", frame).setGeometry(0, 0, 100, 64)
    FaceButton(theme, "Void", "danger", frame).setGeometry(108, 0, 100, 64)
    frame.show()

    assert list(target_faults(frame)) == ["FaceButton 'Void' is less than 16 px from FaceButton 'Cash'"]


def test_reason_that_is_not_told_is_rejected(frame: QWidget, theme: Theme) -> None:
    button = FaceButton(theme, "Ship", "plain", frame)
    button.why_not = "Nothing to ship"
    button.setGeometry(0, 0, 100, 64)
    frame.show()

    assert list(tree_faults(frame)) == ["FaceButton 'Ship' does not say why it is not available"]


def test_pale_token_is_rejected() -> None:
    faults = list(contrast_faults({"text": "#9a9a9a", "surface": "#FFFFFF"}, [("text", "surface", 4.5)]))

    assert faults == ["text on surface has a contrast of 2.81; at least 4.5 is needed"]


def test_colours_that_look_alike_with_one_glyph_are_rejected() -> None:
    order, sale = Mark("order", "#4A3FA8", "tag", "Order"), Mark("sale", "#0B5CAD", "tag", "Sale")

    assert list(confusable_faults([order, sale])) == [
        "order and sale look alike (deutan, ΔE00 3.7) and share a glyph or a word"
    ]


def test_word_or_hint_that_is_cut_off_is_rejected(frame: QWidget) -> None:
    label, field = QLabel("Leveringsmethode hier", frame), QLineEdit(frame)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 60, 80)
    field.setPlaceholderText("Postnummer")
    field.setGeometry(0, 100, 60, 44)
    frame.show()

    assert list(word_faults(frame)) == [
        "label 'Leveringsmethode hier' has a word that does not fit in 60",
        "'Postnummer' does not fit into its field of 60",
    ]


def test_role_that_is_not_what_it_is_is_rejected(frame: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    button = QPushButton("Tick", frame)
    button.setCheckable(True)
    button.setGeometry(0, 0, 100, 60)
    frame.show()

    assert list(name_faults(frame)) == ["QPushButton 'Tick' has the role Role.CheckBox"]


def test_amount_that_is_not_in_the_name_of_the_totals_is_rejected(frame: QWidget, theme: Theme) -> None:
    panel = TotalsPanel(theme, frame)
    panel.show_totals(TotalsView("To pay", "12.00", "USD"))
    panel.setAccessibleName("To pay")
    panel.setGeometry(0, 0, 300, 148)
    frame.show()

    assert list(tree_faults(frame)) == ["the amount 12.00 is not in the name of the totals"]


def test_the_amount_is_said_once_a_second_at_most_and_the_last_one_counts(
    frame: QWidget, theme: Theme, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    monkeypatch.setattr("pos_app.ui.totals_panel.announce", lambda widget, words: said.append(words))
    panel = TotalsPanel(theme, frame)
    for amount in ("12.00", "24.00", "36.00"):
        panel.show_totals(TotalsView("To pay", amount, "USD"))
    qtbot.wait_until(lambda: bool(said))

    assert said == ["To pay 36.00 USD"]


@pytest.mark.parametrize(
    ("text", "width", "clear"),
    [("Print", 112, True), ("Annuller ordre", 112, False), ("Annuller ordre", 240, True)],
)
def test_key_is_shown_only_where_it_touches_no_word(
    text: str, width: int, clear: bool, frame: QWidget, theme: Theme
) -> None:
    button = FaceButton(theme, text, "plain", frame)
    button.badge = "^Del"
    button.setGeometry(0, 0, width, 56)

    assert button.badge_stands_clear() is clear
