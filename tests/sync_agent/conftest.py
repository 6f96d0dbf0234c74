"""What the carrier's tests stand on: a clock, a device, and a server that misbehaves as told."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from channel_db.device import Device
from retail.clock import ReadClock
from sync_agent.hq_client import HqClient
from tests.sync_agent.fetching import Fetching
from tests.sync_agent.misbehaving_hq import Behaviour, MisbehavingHq, answer, proper_body

NOW = datetime.fromisoformat("2026-11-21T09:00:00+01:00")


@pytest.fixture
def clock() -> ReadClock:
    return ReadClock(lambda: NOW)


@pytest.fixture
def fetching(tmp_path: Path) -> Iterator[Fetching]:
    fetching = Fetching(tmp_path)
    yield fetching
    fetching.catalog.close()


@pytest.fixture
def hq() -> Iterator[MisbehavingHq]:
    """A headquarters that answers hello as it should, until a test tells it otherwise."""
    server = MisbehavingHq(lambda connection, request: connection.sendall(answer(proper_body(request))))
    yield server
    server.stop()


@pytest.fixture
def client(hq: MisbehavingHq, clock: ReadClock) -> Iterator[HqClient]:
    client = HqClient(device_at(hq.address), clock, counted_nonces())
    yield client
    client.close()


def counted_nonces() -> Callable[[], str]:
    numbers = iter(range(1, 1000))
    return lambda: f"nonce-{next(numbers)}"


def device_at(address: str, token: str = "device-token") -> Device:
    return Device(
        hq_url=address,
        token=token,
        register_name="HOUSTON-1",
        store="HOUSTON",
        epoch="epoch-1",
        device_secret="secret",
        tenant="demo",
    )


def always(reply: bytes) -> Behaviour:
    """A server that says the same to everybody."""
    return lambda connection, request: connection.sendall(reply)
