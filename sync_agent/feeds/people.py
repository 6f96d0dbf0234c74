"""People and what they ordered: staff, customers, orders."""

from retail.wire.feeds import CustomerRow, OrderRow, StaffRow
from sync_agent.feeds.adapter import Feed

STAFF = Feed("staff", StaffRow, lambda row: row.user)
CUSTOMERS = Feed("customers", CustomerRow, lambda row: row.id)
ORDERS = Feed("orders", OrderRow, lambda row: row.id)
