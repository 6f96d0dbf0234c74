"""A call that was given up leaves nothing open: neither while its connection is still being opened, nor after that."""

import gc
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from retail.clock import ReadClock
from sync_agent.errors import HqUnreachable
from sync_agent.hq_client import HqClient
from tests.sync_agent.conftest import counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, Request


def sockets() -> int:
    """How many of this process's descriptors are sockets."""
    count = 0
    for each in Path("/dev/fd").iterdir():
        with suppress(OSError):  # the one that lists them
            count += stat.S_ISSOCK(os.fstat(int(each.name)).st_mode)
    return count


def never(connection: socket.socket, request: Request) -> None:
    connection.recv(1)


def hang_up(connection: socket.socket, request: Request) -> None:
    connection.close()


@contextmanager
def nobody_tidies_up() -> Iterator[None]:
    """What is left open is not closed by chance, when somebody collects what nobody refers to."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def calls_end() -> None:
    for each in threading.enumerate():
        if each.name == "hq-call":
            each.join(60)
            assert not each.is_alive()


def test_a_call_given_up_while_its_connection_opens_leaves_no_socket_and_asks_nothing(
    clock: ReadClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that is slow: the answer comes when nobody waits for it any more."""
    answers, find = threading.Event(), socket.getaddrinfo

    def slow(*args: Any, **kwargs: Any) -> Any:
        answers.wait(60)
        return find(*args, **kwargs)

    with nobody_tidies_up():
        before = sockets()
        hq = MisbehavingHq(never)
        client = HqClient(device_at(hq.address), clock, counted_nonces())
        monkeypatch.setattr(socket, "getaddrinfo", slow)
        with pytest.raises(HqUnreachable):
            client.hello(seconds=0.1)
        client.close()
        answers.set()
        calls_end()

        hq.stop()  # what it accepted is closed by then
        assert sockets() == before
    assert hq.seen == []


@pytest.mark.parametrize("behaviour", [never, hang_up])
def test_calls_that_failed_leave_no_socket(
    clock: ReadClock, behaviour: Callable[[socket.socket, Request], None]
) -> None:
    with nobody_tidies_up():
        before = sockets()
        hq = MisbehavingHq(behaviour)
        client = HqClient(device_at(hq.address), clock, counted_nonces())
        for _ in range(5):
            with pytest.raises(HqUnreachable):
                client.hello(seconds=0.1)
        client.close()
        calls_end()

        hq.stop()
        assert sockets() == before
