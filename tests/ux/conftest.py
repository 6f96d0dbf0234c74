"""What the gates of the window are tried on: real registers and real windows."""

from tests.fixtures.fix_register import desk, register, shop, shop_template
from tests.fixtures.fix_window import binder, dressed, hands, lane, qtbot, small_desk, sounds, theme, window

__all__ = [
    "binder", "desk", "dressed", "hands", "lane", "qtbot", "register", "shop", "shop_template", "small_desk", "sounds",
    "theme", "window",
]  # fmt: skip
