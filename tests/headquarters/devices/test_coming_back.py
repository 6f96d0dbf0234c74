"""Headquarters is killed while hundreds of registers wait for news, and they come back all at once."""

import asyncio
import math
import random
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from benchmarks.fleet_lines import NOTHING_SOLD, Idle, hang_up
from channel_db.credentials import Credentials
from channel_db.device import Device as OwnDevice
from headquarters.context import stored, token_hash
from headquarters.devices.models import Device, Register
from headquarters.feeds.models import FeedPosition
from headquarters.feeds.service import page
from headquarters.feeds.telling import Position, position_of
from headquarters.tallies.models import RegisterTally
from retail.clock import Clock
from retail.wire.protocol import FEED_NAMES, WAIT_SECONDS_MAX
from sync_agent.backoff import CONTACT_CAP_SECONDS, wait_seconds
from sync_agent.bootstrap import make_clock
from sync_agent.proving import new_key
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.conftest import HandClock, parts_on
from tests.headquarters.devices.test_heard import public
from tests.headquarters.shop import RETAILER

REGISTERS, REGISTERS_LONG = 200, 1000
"""So many come back; the more with `--long`."""
REPRICED = RETAILER | {"products": [RETAILER["products"][0] | {"price_minor": 8100}]}
GONE = (OSError, EOFError)


@pytest.fixture
def headquarters(shop_folder: Path, tmp_path: Path) -> Iterator[RunningHeadquarters]:
    folder = tmp_path / "headquarters"
    shutil.copytree(shop_folder, folder)
    running = RunningHeadquarters(folder).start()
    yield running
    running.stop()


@pytest.fixture
def fleet(headquarters: RunningHeadquarters, request: pytest.FixtureRequest) -> list[Idle]:
    """Registers that have read and told everything, as their headquarters knows."""
    count = REGISTERS_LONG if request.config.getoption("--long") else REGISTERS
    clock = make_clock(None)
    parts = parts_on(headquarters.folder, HandClock(clock.now()))
    with parts.database.writing() as session:
        cursors = {feed: page(session, feed, "HOUSTON", "", 1000).cursor for feed in FEED_NAMES}
        settings = position_of(cursors["settings"], "incarnation-1")
        assert settings is not None
        fleet = [enrolled(session, settings, f"HOUSTON-1{number:03}", clock) for number in range(count)]
    parts.database.close()
    for each in fleet:
        each.cursors = dict(cursors)
    return fleet


def enrolled(session: Session, settings: Position, register: str, clock: Clock) -> Idle:
    key, token, at = new_key(), secrets.token_hex(16), stored(clock.now())
    session.add(Register(register=register, store="HOUSTON"))
    session.flush()
    session.add(
        Device(
            register=register, epoch=register, token_hash=token_hash(token), name="test", enrolled_at=at, seen_at=at,
            revoked_at=None, public_key=public(key), counter="0", previous_counter="", token_since=at,
        )
    )  # fmt: skip
    session.add(
        FeedPosition(
            register=register, feed="settings", unit=settings.unit, sequence=settings.sequence, told_at=at
        )
    )
    digest, text = NOTHING_SOLD.digest(register), NOTHING_SOLD.written()
    session.add(
        RegisterTally(
            register=register, epoch=register, told_at=at, digest=digest, text=text, differences="[]"
        )
    )
    device = OwnDevice("", "test", register, "HOUSTON", register, token, "secret")
    return Idle(device, Credentials(register, token, key), clock, moved_at=math.inf)


async def come_back(register: Idle, jitter: random.Random, failures: int = 1) -> None:
    """As an agent does whose hello was cut off: again and again, each time after a wait that grows and differs."""
    while True:
        await asyncio.sleep(wait_seconds(failures, jitter, CONTACT_CAP_SECONDS))
        try:
            said = await register.hello()
        except GONE:
            register.hang_up()
            said = {}
        if said:
            assert said["news"] == []
            return
        failures += 1  # it is gone, or busy


async def seconds_until_back(register: Idle, jitter: random.Random) -> float:
    """How long it took until it was answered."""
    began = time.monotonic()
    await come_back(register, jitter)
    return time.monotonic() - began


async def waits_until_cut(register: Idle) -> bool:
    """Whether its hello was cut off without an answer."""
    try:
        await register.hello(WAIT_SECONDS_MAX)
    except GONE:
        register.hang_up()
        return True
    return False


def at(headquarters: RunningHeadquarters, fleet: list[Idle]) -> None:
    """Where headquarters is from now on."""
    for each in fleet:
        each.device = replace(each.device, hq_url=headquarters.url)


def test_14_hundreds_who_waited_come_back_at_once_and_all_are_served_and_told_what_is_new(
    headquarters: RunningHeadquarters, fleet: list[Idle]
) -> None:
    async def play() -> list[dict[str, Any]]:
        jitter = random.Random(14)
        await asyncio.gather(*[come_back(each, jitter, failures=0) for each in fleet])
        calls = sum(each.calls for each in fleet)
        for each in fleet:
            each.moved_at = -math.inf
        cut = [asyncio.create_task(waits_until_cut(each)) for each in fleet]
        while sum(each.calls for each in fleet) < calls + len(fleet):  # noqa: ASYNC110 -- they tell nobody
            await asyncio.sleep(0.01)
        await asyncio.to_thread(headquarters.kill)
        assert sum(await asyncio.gather(*cut)) > len(fleet) / 2

        await asyncio.to_thread(headquarters.start)
        at(headquarters, fleet)
        back = asyncio.gather(*[seconds_until_back(each, jitter) for each in fleet])
        assert (await asyncio.to_thread(headquarters.counts))["customers"] == 1, "people are served meanwhile"
        seconds = sorted(await back)
        assert seconds[-1] < 3 * seconds[len(seconds) // 2], "the last waits three times as long as the most"

        waiting = [asyncio.create_task(each.hello(WAIT_SECONDS_MAX)) for each in fleet]
        await asyncio.to_thread(headquarters.manage, "PUT", "/v1/manage/retailer", REPRICED)
        told = await asyncio.gather(*waiting)
        put_off = sum(each.put_off for each in fleet)
        await asyncio.gather(*[each.read_news(["prices"]) for each in fleet])
        assert sum(each.put_off for each in fleet) == put_off, "who was told is not told to come again"
        assert len({each.cursors["prices"] for each in fleet}) == 1
        hang_up(fleet)
        await asyncio.sleep(0)  # the connections end
        return told

    at(headquarters, fleet)
    told = asyncio.run(play())

    assert all("prices" in said["news"] for said in told)
    assert "Traceback" not in headquarters.log()
