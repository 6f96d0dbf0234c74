"""What happened outside the window and is worth one line: a number that arrived, the line that went."""

from channel_db.restored import Restored
from pos_app.register.session import RegisterSession
from pos_app.register.sync_figures import shown_facts
from pos_app.views import Severity, StripView
from retail.messages import phrase

OFFLINE = phrase(
    "Offline – keep selling. Orders and customers are saved here and sent later. "
    "Not available now: other stores' orders."
)
OFFLINE_AGAIN = phrase("Offline – keep selling.")


class News:
    """Watches what is pending; `gather` says once what has changed since the last time."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._orders: dict[str, str] = {
            order.id: order.confirmation_number for order in session.finding.orders.unsent()
        }
        self._customers: set[str] = set()
        for id in session.journal.pending_customers():
            self.watch_customer(id)
        self._restored: Restored | None = session.restored
        self._is_offline = False
        self._told_in: str | None = None

    def watch_order(self, id: str) -> None:
        """Say when this order gets its number."""
        order = self._session.finding.order(id)
        if order is not None and order.number is None:
            self._orders[id] = order.confirmation_number

    def watch_customer(self, id: str) -> None:
        """Say when this customer gets their account id."""
        customer = self._session.finding.customer(id)
        if customer is not None and customer.is_pending:
            self._customers.add(id)

    def gather(self) -> list[StripView]:
        """What has changed since the last time."""
        return [*self._put_back(), *self._accounts(), *self._numbers(), *self._line()]

    def _put_back(self) -> list[StripView]:
        restored, before = self._session.restored, self._restored
        self._restored = restored
        if restored is None or restored == before:
            return []
        return [StripView(Severity.WARNING, self._session.language.tell(restored.words))]

    def _accounts(self) -> list[StripView]:
        news = []
        for id in tuple(self._customers):
            customer = self._session.finding.customer(id)
            if customer is not None and customer.account is not None:
                self._customers.discard(id)
                text = self._session.language.say(
                    "{name} now has customer number {account}.",
                    name=customer.name,
                    account=customer.account,
                )
                news.append(StripView(Severity.INFO, text))
        return news

    def _numbers(self) -> list[StripView]:
        news = []
        for id, confirmation_number in tuple(self._orders.items()):
            order = self._session.finding.order(id)
            if order is not None and order.number is not None:
                del self._orders[id]
                text = self._session.language.say(
                    "Order {order} now has number {number}.",
                    order=confirmation_number,
                    number=order.number,
                )
                news.append(StripView(Severity.INFO, text))
        return news

    def _line(self) -> list[StripView]:
        """The first time the line is gone in a shift, what that changes (ux 14.1, e); later, that it went or came."""
        session, facts = self._session, shown_facts(self._session)
        is_offline, before = facts.connection == "offline" and not facts.forced_by, self._is_offline
        self._is_offline = is_offline
        if is_offline == before:
            return []
        if not is_offline:
            return [
                StripView(Severity.INFO, session.language.say("Online again. What waited is being sent."))
            ]
        shift = "" if session.shift is None else session.shift.id
        words = OFFLINE if self._told_in != shift else OFFLINE_AGAIN
        self._told_in = shift
        return [StripView(Severity.WARNING, session.language.say(words))]
