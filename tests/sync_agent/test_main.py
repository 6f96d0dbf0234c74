"""The agent as a process: it says what it did, ends when it is told to, and there is one a folder."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from channel_db import single
from channel_db.device import write_device
from channel_db.engine import open_catalog
from sync_agent.__main__ import DONE, HQ_NOT_REACHED, REFUSED, main
from tests.channel_db.making import SetClock
from tests.sync_agent.carrying import journal_with
from tests.sync_agent.conftest import always, device_at
from tests.sync_agent.enrolling import enrol_by_program
from tests.sync_agent.misbehaving_hq import MisbehavingHq, Request, answer
from tests.sync_agent.one_agent import Books

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 300


@pytest.fixture
def folder(tmp_path: Path, hq: MisbehavingHq) -> Path:
    """An enrolled register with one sale in its outbox; its headquarters answers as it should."""
    hq.behaviour = Books()
    write_device(tmp_path, device_at(hq.address))
    journal_with(tmp_path, SetClock(), sales=1).close()
    return tmp_path


class Started:
    """A running `python -m sync_agent`."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "sync_agent", "--data", str(folder), *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, line: str) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self) -> tuple[int, str, str]:
        out, errors = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, out, errors

    def clean_up(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate(timeout=SECONDS)


@pytest.fixture
def started() -> Iterator[list[Started]]:
    running: list[Started] = []
    yield running
    for each in running:
        each.clean_up()


def say_nothing(connection: socket.socket, request: Request) -> None:
    connection.settimeout(SECONDS)
    connection.recv(1)


def wait_for_log(folder: Path, words: str, process: "subprocess.Popen[str]") -> None:
    """Until the agent has said so in its log, or has ended."""
    log = folder / "logs" / "agent.log"
    while not (log.exists() and words in log.read_text(encoding="utf-8")):
        try:
            process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"the agent ended: {process.stderr.read() if process.stderr else ''}")


def test_once_does_one_step_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(folder), "once", "sync"]) == DONE
    assert capsys.readouterr().out == "1 sent. 0 received.\n"


def test_once_ends_with_three_when_headquarters_is_not_reached(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        write_device(folder, device_at(f"http://127.0.0.1:{free.getsockname()[1]}"))

    assert main(["--data", str(folder), "once", "push"]) == HQ_NOT_REACHED
    assert "cannot be reached" in capsys.readouterr().out


def test_once_ends_with_two_when_headquarters_refuses_the_register(
    folder: Path, hq: MisbehavingHq, capsys: pytest.CaptureFixture[str]
) -> None:
    hq.behaviour = always(answer(b'{"detail": "Enrol it again."}', status="401 Unauthorized"))

    assert main(["--data", str(folder), "once", "push"]) == REFUSED
    assert "Enrol it again." in capsys.readouterr().out


def test_a_folder_that_is_not_enrolled_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "once", "push"]) == REFUSED
    assert "not enrolled" in capsys.readouterr().err


def test_broken_settings_are_refused_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "register.toml").write_text("[agent]\nverify = false\n")

    assert main(["--data", str(folder), "once", "push"]) == REFUSED
    assert "does not know verify" in capsys.readouterr().err


def test_a_second_agent_of_a_folder_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = single.take(folder, single.AGENT_LOCK, "The agent")

    assert main(["--data", str(folder), "once", "push"]) == REFUSED
    assert "open already" in capsys.readouterr().err
    lock.release()


def test_enrolment_at_an_unencrypted_address_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol_by_program("http://hq.example.com", "ABCD", tmp_path) == REFUSED
    assert "not encrypted" in capsys.readouterr().err


def test_a_code_on_the_command_line_is_refused_and_not_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["enrol", "--hq", "https://hq.example.com", "--code", "ABCD-EFGH", "--data", str(tmp_path)]

    with pytest.raises(SystemExit):
        main(arguments)

    said = capsys.readouterr().err
    assert "everybody on this machine can read its command lines" in said
    assert "ABCD-EFGH" not in said


def test_steps_are_answered_line_by_line(folder: Path, started: list[Started]) -> None:
    agent = Started(folder, "--steps", "--seed", "1")
    started.append(agent)

    assert agent.ask("push") == {
        "step": "push",
        "sent": 1,
        "refused": 0,
        "rows": 0,
        "skipped": 0,
        "reached": True,
        "complete": True,
        "words": "1 sent.",
    }
    assert agent.ask("pull")["reached"] is True
    assert "no step" in agent.ask("dance")["words"]
    code, _, errors = agent.end()
    assert (code, errors) == (0, "")


def test_by_schedule_it_sends_and_ends_on_sigterm(
    folder: Path, hq: MisbehavingHq, started: list[Started]
) -> None:
    agent = Started(folder)
    started.append(agent)
    wait_for_log(folder, "the agent runs", agent.process)
    while not any("/v1/feeds/orders" in each.line for each in hq.seen):
        with pytest.raises(subprocess.TimeoutExpired):
            agent.process.wait(timeout=0.05)

    agent.process.send_signal(signal.SIGTERM)

    assert agent.end() == (0, "", "")
    assert any(each.line.startswith("POST /v1/uploads") for each in hq.seen)


def test_with_a_parent_it_ends_when_the_parent_does(folder: Path, started: list[Started]) -> None:
    agent = Started(folder, "--with-parent")
    started.append(agent)
    wait_for_log(folder, "the agent runs", agent.process)

    assert agent.end() == (0, "", "")  # closes its standard input first


def test_the_parent_may_ask_for_everything_now(
    folder: Path, hq: MisbehavingHq, started: list[Started]
) -> None:
    (folder / "register.toml").write_text("[agent]\npull_seconds = 3600\n")
    agent = Started(folder, "--with-parent")
    started.append(agent)

    def pulls() -> int:
        return len([each for each in hq.seen if "/v1/feeds/orders" in each.line])

    for expected in (1, 2):
        while pulls() < expected:
            with pytest.raises(subprocess.TimeoutExpired):
                agent.process.wait(timeout=0.05)
        assert agent.process.stdin is not None
        if expected == 1:
            agent.process.stdin.write("sync\n")
            agent.process.stdin.flush()

    assert agent.end() == (0, "", "")


def test_it_ends_in_time_while_headquarters_is_silent(
    folder: Path, hq: MisbehavingHq, started: list[Started]
) -> None:
    hq.behaviour = say_nothing
    agent = Started(folder, "--with-parent")
    started.append(agent)
    wait_for_log(folder, "the agent runs", agent.process)
    while not hq.seen:
        with pytest.raises(subprocess.TimeoutExpired):
            agent.process.wait(timeout=0.05)

    assert agent.end() == (0, "", "")


def test_the_clock_can_be_a_file(folder: Path, started: list[Started]) -> None:
    clock = folder / "clock.txt"
    clock.write_text("2031-01-02T03:04:05+01:00\n")
    agent = Started(folder, "--clock", str(clock), "--steps")
    started.append(agent)

    assert agent.ask("sync")["reached"] is True
    assert agent.end()[0] == 0
    catalog = open_catalog(folder, SetClock(), writer=False)
    last = catalog.contact().last_success_at
    catalog.close()
    assert last is not None
    assert last.startswith("2031-01-02T03:04:05")
