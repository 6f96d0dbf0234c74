"""What the register's tests stand on."""

from tests.fixtures.fix_register import desk, register, shop

__all__ = ["desk", "register", "shop"]
