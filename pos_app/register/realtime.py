"""Headquarters while a cashier waits: asked with a short time-out, and left alone for a while after a failure."""

import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from channel_db.journal.outbox import OutboxEntry
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from retail.orders.order import OrderState
from retail.wire.orders import order_of
from retail.wire.protocol import UploadResult

T = TypeVar("T")


class HeadquartersSilent(Exception):
    """No usable answer came in time; whether headquarters did the work is not known.

    `was_taken`: the call reached it, and only the answer was lost.
    """

    def __init__(self, words: str, *, was_taken: bool = False) -> None:
        super().__init__(words)
        self.was_taken = was_taken


class RealTimeService(Protocol):
    """The calls to headquarters somebody waits for. Each raises HeadquartersSilent, or brings a whole answer."""

    def is_reachable(self, seconds: float) -> bool: ...

    def deliver(self, entries: Sequence[OutboxEntry], seconds: float) -> list[UploadResult]: ...

    def find_orders(
        self, text: str, seconds: float, narrowed: OrderFilter = EVERY_ORDER
    ) -> list[dict[str, Any]]: ...

    def find_customers(self, text: str, seconds: float) -> list[dict[str, Any]]: ...

    def order(self, id: str, seconds: float) -> dict[str, Any] | None: ...

    def named(self, number: str, seconds: float) -> list[dict[str, Any]]: ...

    def ask(self, document: str, by: str, words: str, seconds: float) -> None: ...


class RealTime:
    """The real-time service as the register uses it; after a failure nobody waits again for `reconnect_seconds`.

    Units: both times in seconds, asked anew at every call because headquarters may change them.
    """

    def __init__(
        self,
        service: RealTimeService,
        wait_seconds: Callable[[], float],
        reconnect_seconds: Callable[[], float],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._service = service
        self._wait_seconds = wait_seconds
        self._reconnect_seconds = reconnect_seconds
        self._monotonic = monotonic
        self._silent_since: float | None = None
        self.is_left_alone = False
        """This register works offline by choice: nothing is asked."""

    def may_ask(self) -> bool:
        """Headquarters was not silent just now, and this register does not work offline by choice."""
        if self.is_left_alone:
            return False
        if self._silent_since is None:
            return True
        return self._monotonic() - self._silent_since >= self._reconnect_seconds()

    @property
    def is_silent(self) -> bool:
        """The last call had no answer, and none was made since."""
        return self._silent_since is not None

    def is_back(self) -> None:
        """Somebody else has reached headquarters: nobody waits any longer before it is asked again."""
        self._silent_since = None

    def answers(self) -> bool:
        """Headquarters is there at this moment."""
        if not self.may_ask():
            return False
        return self._remember(self._service.is_reachable(self._wait_seconds()))

    def deliver(self, entries: Sequence[OutboxEntry]) -> list[UploadResult]:
        """Have documents posted while somebody waits.

        Raises:
            HeadquartersSilent: no whole answer came in time.
        """
        return self._asked(lambda seconds: self._service.deliver(entries, seconds))

    def find_orders(self, text: str, narrowed: OrderFilter = EVERY_ORDER) -> list[dict[str, Any]]:
        """Search headquarters' orders.

        Raises:
            HeadquartersSilent: as above.
        """
        return self._asked(lambda seconds: self._service.find_orders(text, seconds, narrowed))

    def find_customers(self, text: str) -> list[dict[str, Any]]:
        """Search headquarters' customers, of every store.

        Raises:
            HeadquartersSilent: as above.
        """
        return self._asked(lambda seconds: self._service.find_customers(text, seconds))

    def ask(self, document: str, by: str, words: str) -> None:
        """Ask headquarters about a document that was set aside.

        Raises:
            HeadquartersSilent: as above.
        """
        self._asked(lambda seconds: self._service.ask(document, by, words, seconds))

    def order(self, id: str) -> OrderState | None:
        """The order as headquarters knows it at this moment; None where it does not know it.

        Raises:
            HeadquartersSilent: no whole answer came in time, or one that cannot be read here.
        """
        values = self._asked(lambda seconds: self._service.order(id, seconds))
        try:
            return None if values is None else order_of(values)
        except ValidationError as fault:
            raise HeadquartersSilent("headquarters answered with an order that cannot be read") from fault

    def named(self, number: str) -> list[OrderState]:
        """The sales and orders of headquarters that exactly this number stands on.

        Raises:
            HeadquartersSilent: as above.
        """
        found = self._asked(lambda seconds: self._service.named(number, seconds))
        try:
            return [order_of(values) for values in found]
        except ValidationError as fault:
            raise HeadquartersSilent("headquarters answered with an order that cannot be read") from fault

    def _asked(self, call: Callable[[float], T]) -> T:
        if not self.may_ask():
            raise HeadquartersSilent("headquarters did not answer a moment ago")
        try:
            answer = call(self._wait_seconds())
        except HeadquartersSilent:
            self._remember(answered=False)
            raise
        self._remember(answered=True)
        return answer

    def _remember(self, answered: bool) -> bool:
        self._silent_since = None if answered else self._monotonic()
        return answered
