"""People and what they ordered: staff, customers, orders, and who was erased."""

from retail.wire.feeds import CustomerRow, ErasureRow, StaffRow
from retail.wire.orders import read_order
from sync_agent.feeds.adapter import Feed

STAFF = Feed("staff", StaffRow.model_validate_json, lambda row: row.user)
CUSTOMERS = Feed("customers", CustomerRow.model_validate_json, lambda row: row.id)
ORDERS = Feed("orders", read_order, lambda row: row.id)
ERASURES = Feed("erasures", ErasureRow.model_validate_json, lambda row: row.customer)
