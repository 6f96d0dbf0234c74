"""The whole table of refusals in the life of an order, sections 3 to 15 of the rules."""

from tests.refusals.rows_of_creating import ROWS as CREATING

ROWS = sorted((*CREATING,), key=lambda row: str(row.settings))
"""Those by the same settings stand together: each change of settings is a publication and a download."""
