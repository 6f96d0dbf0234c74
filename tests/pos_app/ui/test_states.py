"""Every state of the window passes every lint, and every lint has an example that it rejects."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from pos_app.ui.main_window import MainWindow
from pos_app.ui.sizes import table
from pos_app.ui.theme import Theme
from pos_app.views import SyncView, Tone
from tests.pos_app.ui import examples
from tests.ux.colours import contrast, contrast_faults

LONG_NAME = SyncView(
    "long name", "offline", "Offline (by Anne-Marie van den Heuvel) · 12", 12, Tone.WARNING_OUTLINE
)


@pytest.mark.parametrize("sync", [*examples.SYNCS, LONG_NAME], ids=lambda sync: sync.state)
def test_sync_text_fits_its_fixed_place(sync: SyncView, window: MainWindow, theme: Theme) -> None:
    window.show_sale(replace(examples.EMPTY, header=replace(examples.HEADER, sync=sync)))

    indicator = window.sale.header.sync
    painted = indicator.painted_text(sync.text)
    assert indicator.width() == 272
    assert QFontMetrics(theme.font("strong")).horizontalAdvance(painted) <= indicator.width() - 52
    assert painted[:4] == sync.text[:4]
    assert painted[-2:] == sync.text[-2:]
    assert indicator.accessibleName() == f"Sync: {sync.text}"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_tokens_keep_their_contrast(name: str) -> None:
    colours, floors = table(name)["colours"], table("contrast")["floors"]

    assert list(contrast_faults(colours, floors)) == []


def test_contrast_is_computed_as_the_specification_does() -> None:
    assert round(contrast("#14181F", "#EEF1F5"), 2) == 15.71
    assert round(contrast("#FFFFFF", "#0B5CAD"), 2) == 6.67
