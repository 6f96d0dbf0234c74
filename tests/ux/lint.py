"""What can be wrong with any screen, whatever it shows: targets, overlaps, clipped words, names, contrast."""

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)

from pos_app.ui.buttons import ICON, PADDING, FaceButton, layout_label
from pos_app.ui.letter_keys import LetterKeys
from pos_app.ui.receipt_tabs import ReceiptTabs
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.totals_panel import TotalsPanel

TARGET_MIN, TARGET_MIN_MM, PRIMARY_MIN_MM = 44, 9.0, 12.0
PIXELS_PER_INCH = 102
"""The finest of the three panels the zone tables are for."""
FIELD_EDGES = 20
"""What a field keeps free at its two sides."""
TENDERS, DESTRUCTIVE = ("payment", "tender", "note"), ("danger", "role-void")
PRIMARY_LOOKS = ("pad", "pad-enter", "payment", "tender", "note", "primary")
ROLES = {
    QLineEdit: QAccessible.Role.EditableText,
    QListView: QAccessible.Role.List,
    QAbstractButton: QAccessible.Role.PushButton,
}


def lint(window: QWidget) -> list[str]:
    """Every fault of what the window shows now."""
    return [
        *stray_faults(window),
        *target_faults(window),
        *overlap_faults(window),
        *cover_faults(window),
        *clip_faults(window),
        *word_faults(window),
        *name_faults(window),
        *tree_faults(window),
    ]


def stray_faults(window: QWidget) -> Iterator[str]:
    """Nothing is shown as a window of its own: it would take the keys away."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget is not window:
            yield f"{said(widget)} is a window of its own"


def interactive(window: QWidget) -> list[QWidget]:
    """What a finger or the focus can reach now."""
    return [
        widget
        for kind in (QAbstractButton, QLineEdit, QListView)
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and not is_scrolled_away(widget)
    ]


def is_scrolled_away(widget: QWidget) -> bool:
    """Whether it is out of sight, or half so, in something that can be scrolled to it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.verticalScrollBar().isVisible():
            where, port = place(widget, parent.viewport()), parent.viewport().rect()
            return where.top() < port.top() or where.bottom() > port.bottom()
        parent = parent.parentWidget()
    return False


def said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLineEdit | QLabel) else ""
    return f"{type(widget).__name__} '{text or widget.accessibleName() or widget.objectName()}'"


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def target_faults(window: QWidget, pixels_per_inch: int = PIXELS_PER_INCH) -> Iterator[str]:
    """No target below 44 by 44; primary ones at least 64 by 56; 8 px between buttons of one group.

    In millimetres 9 and, for primary ones, 12. In one group, what destroys keeps 16 px from what takes money.
    """
    widgets = interactive(window)
    for widget in widgets:
        wide, high = widget.width(), widget.height()
        size, least = (
            min(wide, high) * 25.4 / pixels_per_inch,
            PRIMARY_MIN_MM if is_primary(widget) else TARGET_MIN_MM,
        )
        if size < least:
            yield f"{said(widget)} is {size:.1f} mm; it is at least {least} mm"
        if min(wide, high) < TARGET_MIN:
            yield f"{said(widget)} is {wide} x {high}; a target is at least {TARGET_MIN} x {TARGET_MIN}"
        elif is_primary(widget) and (max(wide, high) < 64 or min(wide, high) < 56):
            yield f"{said(widget)} is {wide} x {high}; a primary target is at least 64 x 56"
    buttons = [
        (each, each.parentWidget(), each.geometry())
        for each in widgets
        if isinstance(each, QAbstractButton) and is_primary(each)
    ]
    for (one, its_group, here), (other, group, there) in combinations(buttons, 2):
        if its_group is group and gap(here, there) < 8:
            yield f"{said(one)} and {said(other)} are less than 8 px apart"

    faces = [each for each in widgets if isinstance(each, FaceButton)]
    taking = [(each, place(each, window)) for each in faces if each.look_name in TENDERS]
    ending = [(each, place(each, window)) for each in faces if each.look_name in DESTRUCTIVE]
    for money, here in taking:
        for end, there in ending:
            if money.parentWidget() is end.parentWidget() and gap(here, there) < 16:
                yield f"{said(end)} is less than 16 px from {said(money)}"


def is_primary(widget: QWidget) -> bool:
    return isinstance(widget, FaceButton) and (
        widget.look_name in PRIMARY_LOOKS or widget.look_name.startswith("role-")
    )


def gap(one: QRect, other: QRect) -> int:
    across = max(other.left() - one.right(), one.left() - other.right()) - 1
    down = max(other.top() - one.bottom(), one.top() - other.bottom()) - 1
    return max(across, down)


def overlap_faults(window: QWidget) -> Iterator[str]:
    """Nothing lies on another target, and nothing outside the window or what it is in."""
    widgets = [(widget, place(widget, window)) for widget in interactive(window)]
    for widget, where in widgets:
        if not window.rect().contains(where):
            yield f"{said(widget)} lies outside the window"
        parent = widget.parentWidget()
        if parent is not None and not parent.rect().contains(widget.geometry()):
            yield f"{said(widget)} is cut off by what it lies in"
    for (one, here), (other, there) in combinations(widgets, 2):
        if here.intersects(there) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            yield f"{said(one)} overlaps {said(other)}"


def cover_faults(window: QWidget) -> Iterator[str]:
    """No sheet hides the cart or its total, but the one that lies over everything to greet. On a standing screen the
    lines give way while letters are written; customer and total stay.
    """
    is_written = window.height() > window.width() and any(
        each.isVisible() for each in window.findChildren(LetterKeys)
    )
    lines = [] if is_written else window.findChildren(ReceiptTabs)
    carts = [*lines, *window.findChildren(TotalsPanel)]
    for sheet in window.findChildren(Sheet):
        if sheet.isVisible() and not sheet.whole:
            for cart in carts:
                if not cart.isVisible() or place(cart, window).intersects(place(sheet, window)):
                    yield f"{said(sheet)} hides {type(cart).__name__}"


def clip_faults(window: QWidget) -> Iterator[str]:
    """Every label fits where it is painted."""
    for button in window.findChildren(FaceButton):
        if button.isVisible() and button.text() and not label_fits(button):
            yield f"{said(button)} does not fit in {button.width()} x {button.height()}"
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if needed > label.height() or (not label.wordWrap() and label.sizeHint().width() > label.width()):
            yield f"label '{label.text()}' does not fit in {label.width()} x {label.height()}"


def word_faults(window: QWidget) -> Iterator[str]:
    """No word of a wrapped text is wider than its place, and no hint wider than its field."""
    for label in window.findChildren(QLabel):
        shown = label.isVisible() and label.text() and label.wordWrap()
        if shown and _widest_word(label) > label.width():
            yield f"label '{label.text()}' has a word that does not fit in {label.width()}"
    for field in window.findChildren(QLineEdit):
        hint = "" if field.text() or not field.isVisible() else field.placeholderText()
        if QFontMetrics(field.font()).horizontalAdvance(hint) > field.width() - FIELD_EDGES:
            yield f"'{hint}' does not fit into its field of {field.width()}"


def _widest_word(label: QLabel) -> int:
    metrics = QFontMetrics(label.font())
    return max(metrics.horizontalAdvance(word) for word in re.split(r"[\s\u00ad-]+", label.text()))


def label_fits(button: FaceButton) -> bool:
    """Whether the words fit on the face: two lines in a grid cell, one beside an icon, what wraps elsewhere."""
    if type(button).paintEvent is not FaceButton.paintEvent:
        return True
    font = button.theme.font(button.look.font)
    metrics = QFontMetrics(font)
    if not button.look.centred:
        layout = layout_label(button)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        return len(lines) <= 2 and all(line.naturalTextWidth() <= line.width() + 0.5 for line in lines)
    room = button.face().adjusted(6, 2, -6, -2)
    words = metrics.horizontalAdvance(button.text())
    if button.look_name == "select":
        return words <= room.width() - 42
    if button.icon_name or (button.look_name == "choice" and not button.detail):
        return words <= room.width() - ICON - 8
    if button.detail:
        below = QFontMetrics(button.theme.font(button.detail_font)).horizontalAdvance(button.detail)
        return max(words, below) <= room.width()
    box = metrics.boundingRect(
        room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), button.text()
    )
    return box.height() <= room.height() and box.width() <= room.width() + PADDING


def name_faults(window: QWidget) -> Iterator[str]:
    """Everything that can be reached has a name of its own and the role that says what it is."""
    taken: dict[tuple[int, str], str] = {}
    for widget in interactive(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip():
            parent = widget.parentWidget()
            yield f"{said(widget)} in {parent.objectName() if parent else 'nothing'} has no name"
            continue
        role = next(role for kind, role in ROLES.items() if isinstance(widget, kind))
        if interface.role() != role:
            yield f"{said(widget)} has the role {interface.role()}"
        key = (id(widget.parentWidget()), name)
        if key in taken:
            yield f"{said(widget)} has the name of its neighbour, {name}"
        taken[key] = name


def tree_faults(window: QWidget) -> Iterator[str]:
    """Assistive technology finds everything from the window down, rows of lists and reasons among it."""
    found = set(_reachable(QAccessible.queryAccessibleInterface(window)))
    for widget in interactive(window):
        if widget not in found:
            yield f"{said(widget)} is not in the tree of the window"
        interface = QAccessible.queryAccessibleInterface(widget)
        if isinstance(widget, QListView):
            names = [
                interface.child(row).text(QAccessible.Text.Name) for row in range(widget.model().rowCount())
            ]
            yield from (
                f"row {row} of {said(widget)} has no name" for row, name in enumerate(names) if not name
            )
        said_of = interface.text(QAccessible.Text.Description)
        if isinstance(widget, FaceButton) and widget.why_not not in said_of:
            yield f"{said(widget)} does not say why it is not available"
    for panel in window.findChildren(TotalsPanel):
        if panel.isVisible() and panel.amount not in panel.accessibleName():
            yield f"the amount {panel.amount} is not in the name of the totals"


def _reachable(interface: QAccessibleInterface) -> Iterator[QObject]:
    yield interface.object()
    if isinstance(interface.object(), QListView):
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child.isValid():
            yield from _reachable(child)
