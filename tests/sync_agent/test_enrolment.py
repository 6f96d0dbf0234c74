"""A code becomes a device file only its owner can read, and never another register's."""

import stat
import sys
from pathlib import Path

import pytest

from channel_db import single
from channel_db.device import FILE, NotEnrolled, read_device
from channel_db.errors import AlreadyOpen
from retail.clock import ReadClock
from retail.wire.protocol import EnrolRequest
from sync_agent.enrolment import enrol
from sync_agent.errors import HqFault, HqRefused, TokenRefused
from tests.sync_agent.conftest import always
from tests.sync_agent.misbehaving_hq import MisbehavingHq, answer, proper_body

TOLD = {
    "register_name": "HOUSTON-1",
    "store": "HOUSTON",
    "epoch": "epoch-1",
    "token": "token-1",
    "device_secret": "secret-1",
}


def enrols(hq: MisbehavingHq, **changed: str) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, **{**TOLD, **changed}))
    )


def test_the_device_is_kept_for_its_owner_alone(hq: MisbehavingHq, clock: ReadClock, tmp_path: Path) -> None:
    enrols(hq)

    device = enrol(hq.address + "/", " ABCD-1234 \n", tmp_path, clock)

    assert read_device(tmp_path) == device
    assert (device.hq_url, device.tenant, device.token) == (hq.address, "demo", "token-1")
    assert EnrolRequest.read(hq.seen[0].body).code == "ABCD-1234"
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_a_refused_code_leaves_the_folder_as_it_was(
    hq: MisbehavingHq, clock: ReadClock, tmp_path: Path
) -> None:
    hq.behaviour = always(answer(b'{"detail": "This code was used."}', status="403 Forbidden"))

    with pytest.raises(TokenRefused, match="This code was used"):
        enrol(hq.address, "ABCD-1234", tmp_path, clock)
    with pytest.raises(NotEnrolled):
        read_device(tmp_path)


def test_an_unencrypted_address_is_refused_before_the_code_is_sent(clock: ReadClock, tmp_path: Path) -> None:
    with pytest.raises(HqRefused, match="not encrypted"):
        enrol("http://hq.example.com", "ABCD-1234", tmp_path, clock)


def test_a_reply_that_cannot_be_proved_enrols_nobody(
    hq: MisbehavingHq, clock: ReadClock, tmp_path: Path
) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, **TOLD, nonce="another"))
    )

    with pytest.raises(HqFault):
        enrol(hq.address, "ABCD-1234", tmp_path, clock)
    with pytest.raises(NotEnrolled):
        read_device(tmp_path)


def test_the_same_register_may_enrol_again(hq: MisbehavingHq, clock: ReadClock, tmp_path: Path) -> None:
    enrols(hq)
    enrol(hq.address, "ABCD-1234", tmp_path, clock)
    enrols(hq, epoch="epoch-2", token="token-2")

    enrol(hq.address, "EFGH-5678", tmp_path, clock)

    assert read_device(tmp_path).epoch == "epoch-2"


@pytest.mark.parametrize("changed", [{"register_name": "HOUSTON-2"}, {"tenant": "another shop"}])
def test_one_folder_is_never_two_registers(
    changed: dict[str, str], hq: MisbehavingHq, clock: ReadClock, tmp_path: Path
) -> None:
    enrols(hq)
    first = enrol(hq.address, "ABCD-1234", tmp_path, clock)
    enrols(hq, **changed)

    with pytest.raises(HqRefused, match="that of register HOUSTON-1"):
        enrol(hq.address, "EFGH-5678", tmp_path, clock)
    assert read_device(tmp_path) == first


def test_a_running_agent_is_not_enrolled_under_its_feet(
    hq: MisbehavingHq, clock: ReadClock, tmp_path: Path
) -> None:
    lock = single.take(tmp_path, single.AGENT_LOCK, "The agent")

    with pytest.raises(AlreadyOpen):
        enrol(hq.address, "ABCD-1234", tmp_path, clock)
    lock.release()
    assert not hq.seen
