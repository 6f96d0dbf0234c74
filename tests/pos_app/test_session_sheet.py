"""The session sheet says which layout is shown, for which size it was made, and how large the window is."""

import pytest

from pos_app.ui.sheets.questions import ChoiceSheet
from tests.pos_app.acting_till import Till


@pytest.mark.parametrize(
    ("canvas", "size"),
    [((1024, 768), "1024 × 768"), ((1280, 800), "1024 × 768"), ((1920, 1079), "1366 × 768")],
)
def test_the_session_sheet_names_layout_size_and_window(
    till: Till, canvas: tuple[int, int], size: str
) -> None:
    till.window.resize(*canvas)
    till.window.sale.session_wanted.emit()

    sheet = till.window.sale.sheet
    assert isinstance(sheet, ChoiceSheet)
    assert sheet.sentence.text() == (
        f"The open sale is kept. Layout standard, made for {size}, on a window of {canvas[0]} × {canvas[1]}."
    )
