"""The whole table of refusals in the life of an order, sections 3 to 15 of the rules."""

from tests.refusals.rows_of_creating import ROWS as CREATING
from tests.refusals.rows_of_money import ROWS as MONEY
from tests.refusals.rows_of_orders import ROWS as ORDERS
from tests.refusals.rows_of_returns import ROWS as RETURNS

ROWS = sorted((*CREATING, *MONEY, *ORDERS, *RETURNS), key=lambda row: str(row.settings))
"""Those by the same settings stand together: each change of settings is a publication and a download."""
