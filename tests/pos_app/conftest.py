"""What the register's tests stand on."""

from tests.fixtures.fix_register import desk, register, shop, shop_template
from tests.fixtures.fix_window import binder, hands, small_desk, theme, window

__all__ = [
    "binder", "desk", "hands", "register", "shop", "shop_template", "small_desk", "theme", "window",
]  # fmt: skip
