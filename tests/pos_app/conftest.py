"""What the register's tests stand on."""

from tests.fixtures.fix_register import register, shop

__all__ = ["register", "shop"]
