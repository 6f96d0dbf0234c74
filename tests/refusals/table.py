"""The whole table of refusals: the life of an order, customers and the line; sections 3 to 19 of the rules."""

from tests.refusals.rows_of_creating import ROWS as CREATING
from tests.refusals.rows_of_customers import ROWS as CUSTOMERS
from tests.refusals.rows_of_money import ROWS as MONEY
from tests.refusals.rows_of_orders import ROWS as ORDERS
from tests.refusals.rows_of_returns import ROWS as RETURNS
from tests.refusals.rows_of_the_window import ROWS as WINDOW

ROWS = sorted((*CREATING, *CUSTOMERS, *MONEY, *ORDERS, *RETURNS, *WINDOW), key=lambda row: str(row.settings))
"""Those by the same settings stand together: each change of settings is a publication and a download."""

BEHIND = {
    "A customer has no field {field}.": "what is said of a customer beside the fields goes by names the register knows",
    "An order needs a customer. Search for one or add a new one.": (
        "who delivers, quotes or creates is asked for a customer first, and an order's is never taken off"
    ),
    "Type the price of {name}.": "its price is asked first",
    "This order is not concluded yet. Conclude it first.": "an order is known once it is concluded",
    "This order waits at the register that made it. Press Sync now there, or use that register.": (
        "another register hears of an order from headquarters, which has given it a number by then"
    ),
    "This register still receives its products and prices. It sells as soon as all of them are here.": (
        "a register that has them keeps them; the first download has tests of its own (tests/sync_agent)"
    ),
    "{misfit} Discard this and open the order again.": (
        "what no longer fits an order is found by comparing it with headquarters' copy just before"
    ),
}
"""Refusals that nobody comes to at this register, and what stands before each; the tests of the rules know them."""
