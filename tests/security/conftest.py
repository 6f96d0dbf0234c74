"""What the tests of security stand on: everybody who may call headquarters, a headquarters' process, a register."""

from tests.fixtures.fix_headquarters import headquarters
from tests.fixtures.fix_postgresql import postgresql
from tests.fixtures.fix_register import register, shop, shop_template
from tests.headquarters.conftest import books, engine, shop_address, shop_database, shop_folder
from tests.headquarters.test_access import house

__all__ = [
    "books", "engine", "headquarters", "house", "postgresql", "register", "shop", "shop_address", "shop_database",
    "shop_folder", "shop_template",
]  # fmt: skip
