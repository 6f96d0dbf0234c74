"""What the register's tests stand on."""

from tests.fixtures.fix_register import desk, register, shop, shop_template
from tests.fixtures.fix_window import binder, dressed, hands, lane, qtbot, small_desk, sounds, theme, window
from tests.pos_app.acting_till import opened, till

__all__ = [
    "binder", "desk", "dressed", "hands", "lane", "opened", "qtbot", "register", "shop", "shop_template", "small_desk",
    "sounds", "theme", "till", "window",
]  # fmt: skip
