"""Account ids that no feed brings: a store that keeps its customers at headquarters asks for those of its own."""

from collections.abc import Callable

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal
from retail.wire.protocol import CustomersReply
from sync_agent.errors import HqFault

ASKED_MAX = 20
"""So many are asked for in one pull, each by a call of its own; the others wait for the next."""


def has_number(catalog: Catalog, journal: Journal, id: str) -> bool:
    """Whether headquarters has published this customer or order: it does so when it has a number."""
    if catalog.customer(id) is not None or catalog.order(id) is not None:
        return True
    made_here = journal.customer(id)
    return made_here is not None and not made_here.is_pending


class Numbering:
    """Asks for the account ids of customers made here, and keeps them where the register shows them."""

    def __init__(self, journal: Journal, ask: Callable[[str], CustomersReply]) -> None:
        self._journal = journal
        self._ask = ask

    def run(self) -> None:
        """Ask for the oldest that wait; whoever has no number yet is asked for again at the next pull."""
        for id in self._journal.unnumbered_customers(ASKED_MAX):
            try:
                found = self._ask(id).customers
            except HqFault:
                return  # noted by the call itself; the next pull goes on here
            account = str(found[0].get("account") or "") if found else ""
            if account:
                with self._journal.unit_of_work() as work:
                    work.set_account(id, account)
