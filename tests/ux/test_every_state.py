"""Every state in three sizes, two themes and three languages, and in words that are 40 % longer.

The dear gate, contrast as it is painted, runs in English only: words do not change colours. The longer words are
those of the window itself; a layout has its own texts for each language, which `test_no_state_has_a_fault` sees.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.appearance import PLAIN, Appearance
from pos_app.ui.main_window import MainWindow
from pos_app.ui.texts import speak
from pos_app.ui.theme import Theme, apply_theme
from tests.pos_app.ui.hands import Hands
from tests.pos_app.ui.states import STATES, leave
from tests.pos_app.ui.structure import SCREENS
from tests.ux.lint import clip_faults, lint, overlap_faults
from tests.ux.pixels import pixel_faults

THEMES = ("light", "dark")
LANGUAGES = ("en", "nb", "nl")
FULL = {((1024, 768), "find-quote")}
"""Four actions of an order share 464 pixels: one of 16 letters has no room for more than any of our languages needs."""
Shown = Callable[[tuple[int, int], Appearance, str], MainWindow]
Check = Callable[[MainWindow], object]


@pytest.fixture(scope="module")
def one_window(dressed: QApplication) -> Iterator[MainWindow]:
    """One window for the whole file: it changes its size, look and language while it is open."""
    QAccessible.setActive(True)  # as with a screen reader: rows follow their model
    own = Theme(PLAIN, SCREENS[0])
    apply_theme(dressed, own)
    window = MainWindow(own, Hands().clock_ms)
    yield window
    speak("en")
    window.close()
    window.deleteLater()
    QAccessible.setActive(False)
    apply_theme(dressed, Theme())


@pytest.fixture
def shown(one_window: MainWindow, qtbot: QtBot) -> Shown:
    def show(canvas: tuple[int, int], look: Appearance, language: str) -> MainWindow:
        one_window.wear(look)
        one_window.resize(*canvas)
        speak(language)
        one_window.show()
        one_window.activateWindow()
        qtbot.wait_until(one_window.isActiveWindow)
        return one_window

    return show


def of_all_states(window: MainWindow, check: Check) -> dict[str, object]:
    """What the check finds in each state, where it finds anything."""
    found = {}
    for name, arrange in STATES.items():
        arrange(window)
        QApplication.processEvents()
        found[name] = check(window)
        leave(window)
        # What was taken away goes at once: outside Qt's own loop nothing else would ever delete it.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {name: each for name, each in found.items() if each}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_no_state_has_a_fault(canvas: tuple[int, int], theme_name: str, language: str, shown: Shown) -> None:
    window = shown(canvas, Appearance(theme_name), language)

    assert of_all_states(window, lint) == {}


@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_every_word_is_painted_with_enough_contrast(
    canvas: tuple[int, int], theme_name: str, shown: Shown
) -> None:
    window = shown(canvas, Appearance(theme_name), "en")

    assert of_all_states(window, lambda each: list(pixel_faults(each))) == {}


@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_words_that_are_longer_by_two_fifths_still_fit(canvas: tuple[int, int], shown: Shown) -> None:
    window = shown(canvas, Appearance("light"), "pseudo")
    found = of_all_states(window, lambda each: [*clip_faults(each), *overlap_faults(each)])

    assert {name: faults for name, faults in found.items() if (canvas, name) not in FULL} == {}
