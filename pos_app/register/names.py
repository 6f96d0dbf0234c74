"""What things are called that come to us as codes: states, roles, purposes, and what a new store begins with."""

from retail.messages import Name, phrase

STATES = (
    phrase("Draft"),
    phrase("Open"),
    phrase("Partially invoiced"),
    phrase("Invoiced"),
    phrase("Cancelled"),
    phrase("Cancel pending"),
    phrase("Quote"),
    phrase("Quote expired"),
    phrase("Pending"),
    phrase("Accepted"),
    phrase("Picking"),
    phrase("Partially picked"),
    phrase("Picked"),
    phrase("Partially packed"),
    phrase("Packed"),
    phrase("Rejected"),
)
"""Of orders and of their lines (decision 14)."""


def is_listed(staff_list: bool, of_store_only: bool, store: str) -> bool:
    """Whether somebody stands on a tile at the sign-in, who is of this store alone or of all (no store).

    >>> is_listed(True, False, ""), is_listed(True, True, ""), is_listed(True, True, "HOUSTON")
    (True, False, True)
    """
    return staff_list and bool(store or not of_store_only)


ROLES = (phrase("Cashier"), phrase("Manager"))
TENDERS = {
    "cash": phrase("Cash"),
    "card": phrase("Card"),
    "card_on_file": phrase("Card on file"),
    "customer_account": phrase("On account"),
}
PURPOSES = (
    phrase("Home"), phrase("Business"), phrase("Delivery"), phrase("Invoice"), phrase("Office"), phrase("Post box"),
    phrase("Other"), phrase("One-time"),
)  # fmt: skip
DELIVERY_MODES = (phrase("Ground"), phrase("Air"), phrase("Express"), phrase("Pickup"), phrase("Carry-out"))
PAGES = (
    phrase("Orders"),
    phrase("Sale"),
    phrase("Manager"),
    phrase("Customers"),
    phrase("Register"),
    phrase("Till"),
)
REASONS = (
    phrase("Regular customer"),
    phrase("Staff"),
    phrase("Customer changed mind"),
    phrase("Wrong item"),
    phrase("Too late"),
    phrase("Price"),
    phrase("Does not fit"),
    phrase("Damaged"),
    phrase("Other"),
)
"""The names of the settings' defaults. What headquarters writes instead is its own, and is not translated."""


def capital(code: str) -> str:
    """A code as a name begins: `ground` is *Ground*.

    >>> capital("one-time"), capital("DHL")
    ('One-time', 'DHL')
    """
    return code[:1].upper() + code[1:]


def state_name(state: str) -> Name:
    """The word for a state.

    >>> state_name("partially_invoiced")
    Name(text='Partially invoiced')
    """
    return Name(capital(state.replace("_", " ")))
