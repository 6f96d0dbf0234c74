"""The structure of a state: what stands where, under which name; kept as JSON and compared.

Renew the kept files after a change that was meant: `python -m tests.pos_app.ui.structure`; then read the difference.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pos_app.appearance import PLAIN
from pos_app.ui.application import make_application
from pos_app.ui.main_window import MainWindow
from tests.pos_app.ui.states import STATES, leave
from tests.ux.lint import interactive, place

SCREENS = ((1024, 768), (1366, 768), (1920, 1080))
MAIN = ("sign-in", "locked", "empty", "hybrid", "concluded", "unknown-code", "ship", "pick-up", "deposit", "approval",
        "price", "charges",
        "payment", "find-order", "customer-search", "new-customer", "customer-detail", "edit-customer", "void-sale",
        "display", "editing", "hand-out", "cancel-order", "return", "create-quote", "work-list", "welcome")  # fmt: skip
FOLDER = Path(__file__).parent / "structures"
TOLERANCE = 3
"""Text is measured a pixel or two wider or narrower elsewhere."""


def structure(window: QWidget) -> list[dict[str, Any]]:
    """Every target and every label in sight, from top to bottom."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and each.text()]
    found = [_entry(each, window) for each in (*interactive(window), *labels)]
    return sorted(found, key=lambda entry: (entry["at"][1], entry["at"][0], entry["class"], entry["name"]))


def _entry(widget: QWidget, window: QWidget) -> dict[str, Any]:
    interface = QAccessible.queryAccessibleInterface(widget)
    at = place(widget, window)
    return {
        "class": type(widget).__name__, "name": interface.text(QAccessible.Text.Name),
        "role": interface.role().name, "text": str(widget.property("text") or ""),
        "at": [at.x(), at.y(), at.width(), at.height()],
    }  # fmt: skip


def structures(window: MainWindow) -> dict[str, list[dict[str, Any]]]:
    """The structure of every main state, by name."""
    found = {}
    for name in MAIN:
        STATES[name](window)
        QApplication.processEvents()
        found[name] = structure(window)
        leave(window)
    return found


def differences(kept: list[dict[str, Any]], now: list[dict[str, Any]]) -> list[str]:
    """What is gone, what is new, what has moved; a pixel or two is nothing."""
    words = [{key: entry[key] for key in ("class", "name", "role", "text")} for entry in kept]
    left = list(range(len(kept)))
    found = []
    for entry in now:
        same = [at for at in left if words[at] == {key: entry[key] for key in words[at]}]
        if not same:
            found.append(f"new: {entry}")
            continue
        near = min(same, key=lambda at: _away(kept[at]["at"], entry["at"]))
        left.remove(near)
        if _away(kept[near]["at"], entry["at"]) > TOLERANCE:
            found.append(f"moved from {kept[near]['at']}: {entry}")
    return found + [f"gone: {kept[at]}" for at in left]


def _away(one: list[int], other: list[int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def kept_file(canvas: tuple[int, int]) -> Path:
    """Where the structures of a screen are kept."""
    return FOLDER / f"{canvas[0]}x{canvas[1]}.json"


def write(found: dict[str, list[dict[str, Any]]], file: Path) -> None:
    """Keep them, an entry a line, so that a difference can be read."""
    states = []
    for name, entries in found.items():
        rows = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
        states.append(f"  {json.dumps(name)}: [\n{rows}\n  ]")
    file.parent.mkdir(exist_ok=True)
    file.write_text("{\n" + ",\n".join(states) + "\n}\n", encoding="utf-8")


def renew() -> None:
    """Keep the structures as they are now."""
    app, theme = make_application(sys.argv[:1])
    for canvas in SCREENS:
        theme.wear(PLAIN, canvas)
        window = MainWindow(theme, lambda event: event.timestamp())
        window.show()
        app.processEvents()
        write(structures(window), kept_file(canvas))
        window.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    renew()
