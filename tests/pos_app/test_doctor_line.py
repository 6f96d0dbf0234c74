"""The doctor says how the line to headquarters is: how fast it answers, and how long it can be trusted."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from channel_db.catalog.contact import Contact
from channel_db.device import write_device
from pos_app.doctor_devices import examine_others
from pos_app.doctor_line import examine_certificate
from pos_app.doctor_register import examine_contact, examine_skew
from pos_app.findings import State
from tests.pos_app.test_doctor import DEVICE, NOW, at
from tests.sync_agent.test_hq_client import CERTIFICATES, tls_server


def test_how_fast_headquarters_answers_and_how_far_the_clocks_are_apart_is_said() -> None:
    contact = Contact(state="online", last_success_at=at(minutes=1), reply_ms=180, p95_ms=240, ahead_ms=400)

    assert examine_contact(contact, NOW).words.endswith("it answers in 180 ms, 95 of 100 calls in 240 ms")
    [skew] = examine_skew(contact)
    assert (skew.state, skew.words) == (State.WELL, "+0.4 s to headquarters' clock")
    [apart] = examine_skew(replace(contact, ahead_ms=-301_000))
    assert (apart.state, apart.words) == (
        State.WARNING, "-301.0 s to headquarters' clock; set the clock of this machine",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("certificate", "days", "state", "words"),
    [
        ("proper", 60, State.WELL, "it holds for 60 days, until"),
        ("proper", 20, State.WARNING, "it holds for 20 days, until"),
        ("another_host", 20, State.BROKEN, "it is not proved"),
        ("expired", 20, State.BROKEN, "look at the clock first"),
    ],
)
def test_how_long_the_certificate_of_headquarters_holds_is_said(
    tmp_path: Path, certificate: str, days: int, state: State, words: str
) -> None:
    server = tls_server(certificate)
    (tmp_path / "register.toml").write_text(f'[agent]\nca_file = "{CERTIFICATES / "ca.pem"}"\n')
    write_device(tmp_path, replace(DEVICE, hq_url=server.address))
    try:
        first = examine_certificate(tmp_path, NOW)
        assert first is not None
        left = re.search(r"for (\d+) days", first.words)
        later = NOW if left is None else NOW + timedelta(days=int(left[1]) - days)
        seen = examine_certificate(tmp_path, later)
    finally:
        server.stop()

    assert seen is not None
    assert (seen.what, seen.state, words in seen.words) == ("certificate", state, True)


def test_a_line_that_is_not_there_or_not_encrypted_has_no_certificate_to_fear_for(tmp_path: Path) -> None:
    assert examine_certificate(tmp_path, NOW) is None
    write_device(tmp_path, DEVICE)
    assert examine_certificate(tmp_path, NOW) is None
    write_device(tmp_path, replace(DEVICE, hq_url="https://127.0.0.1:1"))
    (tmp_path / "register.toml").write_text("=")

    seen = examine_certificate(tmp_path, NOW)

    assert seen is not None
    assert (seen.state, seen.words) == (State.WELL, "not seen now: 127.0.0.1 does not answer")


def test_settings_that_cannot_be_read_are_said_by_the_printer_alone(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text("=")

    assert [each.what for each in examine_others(tmp_path)] == [
        "cash drawer", "card terminal", "customer display",
    ]  # fmt: skip
