"""The figures that buttons show live: how much waits for headquarters, needs somebody, or is to be handed over."""

from collections.abc import Callable, Mapping, Sequence

from pos_app.register.found_orders import WORK
from pos_app.register.known_order import KnownOrder
from pos_app.register.session import RegisterSession


class LiveCounts:
    """Counts when a button asks for it, and remembers the figure until something may have changed it."""

    def __init__(self, session: RegisterSession, work: Callable[[], Sequence[KnownOrder]]) -> None:
        self._session = session
        self._work = work
        self._known: dict[str, int] = {}

    def renew(self) -> None:
        """Something was done or came in: count again when asked."""
        self._known.clear()

    def of(self, name: str) -> int:
        """The figure of this name, one of `retail.layout_faults.COUNTS`; 0 for no name."""
        if not name:
            return 0
        if name not in self._known:
            self._known.update(self._orders() if name.startswith("to_") else self._outbox())
        return self._known[name]

    def _outbox(self) -> Mapping[str, int]:
        waiting = self._session.journal.waiting()
        return {"waiting": waiting.count, "attention": waiting.attention}

    def _orders(self) -> Mapping[str, int]:
        orders, store = self._work(), self._session.device.store
        return {
            f"to_{name}": sum(belongs(order, store) for order in orders) for name, belongs in WORK.items()
        }
