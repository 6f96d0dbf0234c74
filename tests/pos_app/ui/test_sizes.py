"""Every state passes every lint on three screens, in both themes, at each text size and in the large scheme."""

import itertools
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.appearance import PLAIN, Appearance
from pos_app.ui.buttons import FaceButton
from pos_app.ui.header import TONES
from pos_app.ui.main_window import MainWindow
from pos_app.ui.paging import parts_of
from pos_app.ui.sizes import SMALLEST, UPRIGHT, layout_for, size_for, table
from pos_app.ui.strip import LOOKS as STRIPS
from pos_app.ui.theme import Theme, apply_theme
from pos_app.ui.too_small import TooSmall
from pos_app.views import ButtonView, GridPageView, Tone
from retail.looks import SCALES
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands
from tests.pos_app.ui.states import STATES, leave
from tests.pos_app.ui.structure import SCREENS
from tests.ux.colours import Mark, confusable_faults, difference
from tests.ux.lint import clip_faults, lint, overlap_faults, target_faults
from tests.ux.pixels import pixel_faults

THEMES = ("light", "dark")
UPRIGHT_SCREENS = ((768, 1366), (1080, 1920))
Opened = Callable[[tuple[int, int], Appearance], MainWindow]


@pytest.fixture
def opened(theme: Theme, qapp: QApplication, qtbot: QtBot, hands: Hands) -> Iterator[Opened]:
    made: list[MainWindow] = []
    QAccessible.setActive(True)  # as with a screen reader: rows follow their model

    def open_window(canvas: tuple[int, int], look: Appearance) -> MainWindow:
        own = Theme(look, canvas)
        apply_theme(qapp, own)
        window = MainWindow(own, hands.clock_ms)
        qtbot.add_widget(window)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.wait_until(window.isActiveWindow)
        return window

    yield open_window
    for window in made:
        window.close()
    QAccessible.setActive(False)
    apply_theme(qapp, theme)


def faults_of_all_states(window: MainWindow, check: Callable[[QWidget], list[str]]) -> dict[str, list[str]]:
    found = {}
    for name, arrange in STATES.items():
        arrange(window)
        QApplication.processEvents()
        found[name] = check(window)
        leave(window)
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("scale", SCALES[1:])
@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_larger_texts_are_not_cut_off(canvas: tuple[int, int], scale: int, opened: Opened) -> None:
    window = opened(canvas, Appearance("dark", scale=scale))

    assert faults_of_all_states(window, geometry) == {}


@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_the_large_scheme_has_no_fault(canvas: tuple[int, int], opened: Opened) -> None:
    window = opened(canvas, Appearance("light", "large"))

    assert faults_of_all_states(window, geometry) == {}


@pytest.mark.parametrize("canvas", [(1024, 720), (1280, 800), (1366, 728), (1536, 864)], ids=str)
def test_other_screens_have_no_fault_and_work_for_the_left_hand(
    canvas: tuple[int, int], opened: Opened
) -> None:
    window = opened(canvas, Appearance(left_handed=True))

    assert faults_of_all_states(window, geometry) == {}


@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("canvas", UPRIGHT_SCREENS, ids=str)
def test_standing_screens_have_no_fault_with_larger_texts_neither(
    canvas: tuple[int, int], scale: int, opened: Opened
) -> None:
    window = opened(canvas, Appearance("dark", scale=scale))

    assert window.theme.size.layout == layout_for(canvas)
    assert faults_of_all_states(window, geometry) == {}


@pytest.mark.parametrize(
    ("canvas", "look"),
    [((800, 1280), Appearance(left_handed=True)), ((768, 1366), Appearance("light", "large"))],
    ids=str,
)
def test_other_standing_screens_and_the_large_scheme_have_no_fault(
    canvas: tuple[int, int], look: Appearance, opened: Opened
) -> None:
    assert faults_of_all_states(opened(canvas, look), lint) == {}


def test_on_a_standing_screen_everything_stands_below_each_other() -> None:
    for canvas in (*UPRIGHT_SCREENS, (800, 1280), (1200, 1920)):
        zones = size_for(canvas, PLAIN).zones
        order = [zones[name] for name in ("header", "strip", "customer", "tabs", "columns", "lines", "totals",
                                          "input", "numpad", "pages", "grid")]  # fmt: skip
        assert all(upper[1] + upper[3] <= lower[1] for upper, lower in itertools.pairwise(order)), canvas
        assert order[-1][1] + order[-1][3] == canvas[1] - 8
        assert zones["sheet"][0] + zones["sheet"][2] == canvas[0] - 8
        assert zones["tender"][0] == zones["numpad"][0] + zones["numpad"][2] + 8


@pytest.mark.parametrize(
    ("canvas", "chosen"),
    [
        ((1366, 768), "1366x768"),
        ((1080, 1920), "1080x1920"),
        ((900, 1500), "768x1366"),
        ((1024, 1200), "1024x768"),
    ],
)
def test_turning_a_screen_chooses_the_nearest_size_that_stands_so(
    canvas: tuple[int, int], chosen: str, opened: Opened
) -> None:
    window = opened((1024, 768), PLAIN)
    window.show_sale(examples.HYBRID)
    window.resize(*canvas)

    assert window.theme.size.layout == chosen
    assert window.sale.isVisible()
    assert (window.sale.pages.y() > window.sale.totals.y()) is (chosen in UPRIGHT)


def geometry(window: QWidget) -> list[str]:
    return [*target_faults(window), *overlap_faults(window), *clip_faults(window)]


def test_surplus_goes_to_the_receipt_and_the_grid_column() -> None:
    zones = size_for((1536, 864), PLAIN).zones

    assert zones["customer"][2] == 546 + 102
    assert zones["grid"][2:] == (496 + 68, 608 + 96)
    assert zones["numpad"][2] == 292
    assert zones["lines"][3] == 372 + 96


def test_the_left_hand_has_the_grid_at_the_left() -> None:
    plain, mirrored = (size_for((1366, 768), Appearance(left_handed=hand)).zones for hand in (False, True))

    assert mirrored["grid"][0] == 8
    assert mirrored["customer"][0] == 1366 - 8 - 546
    assert mirrored["header"] == plain["header"]
    assert [zone[1:2] + zone[3:] for zone in mirrored.values()] == [
        zone[1:2] + zone[3:] for zone in plain.values()
    ]


def test_the_zone_tables_are_those_of_the_specification() -> None:
    small, wide = size_for((1024, 768), PLAIN), size_for((1920, 1080), PLAIN)

    assert small.zones["numpad"][2:] == (4 * 72 + 3 * 8, 4 * 56 + 3 * 8)
    assert small.zones["tender"][2:] == (180, 4 * 56 + 3 * 8)
    assert small.zones["grid"][3] == 4 * 67 + 3 * 8
    assert wide.zones["numpad"][2:] == (4 * 106 + 3 * 8, 4 * 80 + 3 * 8)
    assert wide.zones["lines"][3] // wide.line_height == 10
    assert wide.zones["sheet"] == (816, 104, 1096, 968)


def test_a_screen_that_is_too_small_is_named(opened: Opened, qtbot: QtBot) -> None:
    window = opened((1024, 768), PLAIN)
    window.show_sale(examples.HYBRID)
    window.resize(SMALLEST[0] - 1, SMALLEST[1])

    assert not window.sale.isVisible()
    assert "1023 \u00d7 720" in window.findChildren(TooSmall)[0].accessibleName()

    window.resize(*SMALLEST)
    assert window.sale.isVisible()


def test_another_theme_is_worn_at_once_and_nothing_is_lost(opened: Opened) -> None:
    window = opened((1366, 768), PLAIN)
    STATES["multiplier"](window)
    QApplication.processEvents()
    began = time.thread_time()  # who else uses the machine counts for nothing
    window.wear(Appearance("dark", "large", left_handed=True))
    QApplication.processEvents()
    took = time.thread_time() - began

    assert took <= 0.5
    assert window.sale.input.text() == "703801"
    assert [*lint(window), *pixel_faults(window)] == []
    assert window.sale.receipt.x() > window.sale.pages.x()


def test_a_page_with_more_buttons_than_cells_comes_in_parts(opened: Opened) -> None:
    window = opened((1024, 768), PLAIN)
    window.show_sale(examples.PLAIN)
    pages = window.sale.pages
    first = pages.grid
    pages.turn_to(0)
    second = pages.grid

    assert first is not None
    assert second is not None
    assert first is not second
    texts = [each.text() for grid in (first, second) for each in grid.findChildren(FaceButton)]
    assert texts == [button.text for button in examples.ORDERS.buttons]
    pages.turn_to(0)
    assert pages.grid is first


def test_wide_buttons_flow_into_fewer_columns() -> None:
    wide = ButtonView("Wide", "sync.now", width=3)
    low = [ButtonView(f"{number}", "sync.now", row=1, column=number) for number in range(3)]
    parts = parts_of(GridPageView("Page", (wide, *low), 7, 3), 2, 2)

    assert [[(b.text, b.row, b.column, b.width) for b in part.buttons] for part in parts] == [
        [("Wide", 0, 0, 2), ("0", 1, 0, 1), ("1", 1, 1, 1)],
        [("2", 0, 0, 1)],
    ]


# -------------------------------------------------------------------- colours


@pytest.mark.parametrize("name", THEMES)
def test_nothing_is_said_by_colour_alone(name: str) -> None:
    colours = table(name)["colours"]
    glyphs = {"sale": "sale", "customer": "person", "order": "order", "payment": "payment", "manager": "manager",
              "void": "void"}  # fmt: skip
    roles = [Mark(role, colours[f"role_{role}"], glyph, role) for role, glyph in glyphs.items()]
    strips = [Mark(str(word), colours[mark], icon, str(word)) for icon, _, _, mark, word in STRIPS.values()]
    states = [
        Mark(sync.state, colours[TONES[sync.tone][0]], sync.glyph, sync.text)
        for sync in examples.SYNCS
        if sync.state != "offline-queue"
    ]

    assert [*confusable_faults(roles), *confusable_faults(strips), *confusable_faults(states)] == []


@pytest.mark.parametrize(
    ("one", "other", "sight", "apart"),
    [
        ("#4A3FA8", "#0B5CAD", "normal", 14.4), ("#4A3FA8", "#0B5CAD", "protan", 5.7),
        ("#4A3FA8", "#0B5CAD", "deutan", 3.7), ("#00696B", "#0A6B3B", "tritan", 3.2),
        ("#00696B", "#3B4657", "protan", 11.0), ("#0A6B3B", "#B3261E", "deutan", 12.8),
    ],
)  # fmt: skip
def test_difference_is_that_of_the_specification(one: str, other: str, sight: str, apart: float) -> None:
    assert round(difference(one, other, sight), 1) == apart


def test_every_tone_has_colours() -> None:
    assert set(TONES) == set(Tone)
