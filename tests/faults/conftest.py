"""What the tests of faults stand on: a register of a small shop, a headquarters, and an agent with its server."""

from tests.fixtures.fix_register import register, shop, shop_template
from tests.headquarters.conftest import books, engine, shop_folder
from tests.sync_agent.conftest import clock, hq

__all__ = ["books", "clock", "engine", "hq", "register", "shop", "shop_folder", "shop_template"]
