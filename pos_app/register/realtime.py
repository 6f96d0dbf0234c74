"""Headquarters while a cashier waits: asked with a short time-out, and left alone for a while after a failure."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from channel_db.journal.outbox import OutboxEntry
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from retail.orders.order import OrderState
from retail.switching import LAST_CALLS, Answer, Call, Cause, cause_to_leave
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


@dataclass(frozen=True, slots=True)
class Switching:
    """In which cases more than silence headquarters is left alone, as the store's offline profile says."""

    is_advanced: bool = False
    is_by_performance: bool = False


class RealTime:
    """The real-time service as the register uses it. Once it has left headquarters alone (`retail.switching`), nobody
    waits again for `reconnect_seconds`.

    Units: both times in seconds, asked anew at every call because headquarters may change them, as `switching` is.
    """

    def __init__(
        self,
        service: RealTimeService,
        wait_seconds: Callable[[], float],
        reconnect_seconds: Callable[[], float],
        monotonic: Callable[[], float] = time.monotonic,
        switching: Callable[[], Switching] = Switching,
    ) -> None:
        self._service = service
        self._wait_seconds = wait_seconds
        self._reconnect_seconds = reconnect_seconds
        self._monotonic = monotonic
        self._switching = switching
        self._calls: deque[Call] = deque(maxlen=LAST_CALLS)
        self._left_at: float | None = None
        self.left_because: Cause | None = None
        """Why headquarters was left alone last; None where it is asked."""
        self.is_left_alone = False
        """This register works offline by choice: nothing is asked."""

    def may_ask(self) -> bool:
        """Headquarters was not left alone just now, and this register does not work offline by choice."""
        if self.is_left_alone:
            return False
        if self._left_at is None:
            return True
        return self._monotonic() - self._left_at >= self._reconnect_seconds()

    @property
    def is_left(self) -> bool:
        """Headquarters was left alone after the last call, and none was made since."""
        return self._left_at is not None

    def leave(self, cause: Cause) -> None:
        """Leave headquarters alone from now on, until it is tried again."""
        self._calls.clear()
        self.left_because, self._left_at = cause, self._monotonic()

    def is_back(self) -> None:
        """Somebody else has reached headquarters: nobody waits any longer before it is asked again."""
        self.left_because, self._left_at = None, None

    def answers(self) -> bool:
        """Headquarters is there at this moment."""
        if not self.may_ask():
            return False
        seconds, begun = self._wait_seconds(), self._monotonic()
        is_there = self._service.is_reachable(seconds)
        self._remember(Answer.GOOD if is_there else Answer.NONE, begun, seconds)
        return is_there

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

        def read(seconds: float) -> OrderState | None:
            values = self._service.order(id, seconds)
            return None if values is None else order_of(values)

        return self._asked(read)

    def named(self, number: str) -> list[OrderState]:
        """The sales and orders of headquarters that exactly this number stands on.

        Raises:
            HeadquartersSilent: as above.
        """
        return self._asked(
            lambda seconds: [order_of(values) for values in self._service.named(number, seconds)]
        )

    def _asked(self, call: Callable[[float], T]) -> T:
        if not self.may_ask():
            raise HeadquartersSilent("headquarters did not answer a moment ago")
        seconds, begun = self._wait_seconds(), self._monotonic()
        try:
            answer = call(seconds)
        except HeadquartersSilent:
            self._remember(Answer.NONE, begun, seconds)
            raise
        except ValidationError as fault:
            self._remember(Answer.ODD, begun, seconds)
            raise HeadquartersSilent("headquarters answered with an order that cannot be read") from fault
        self._remember(Answer.GOOD, begun, seconds)
        return answer

    def _remember(self, answer: Answer, begun: float, time_out_seconds: float) -> None:
        self._calls.append(Call(answer, self._monotonic() - begun))
        said = self._switching()
        cause = cause_to_leave(
            tuple(self._calls), time_out_seconds,
            is_advanced=said.is_advanced, is_by_performance=said.is_by_performance,
        )  # fmt: skip
        if cause is None:
            self.is_back()
        else:
            self.leave(cause)
