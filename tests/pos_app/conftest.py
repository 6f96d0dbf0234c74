"""What the register's tests stand on."""

from tests.fixtures.fix_register import desk, register, shop, shop_template

__all__ = ["desk", "register", "shop", "shop_template"]
