"""The process: says where it listens, ends when told, keeps its token to itself, and cuts half-open calls."""

import contextlib
import select
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from headquarters.__main__ import main
from headquarters.app import make_app
from headquarters.server import DeadlineProtocol, Server
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.conftest import Books
from tests.headquarters.shop import RETAILER, PaperRegister, sent


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[RunningHeadquarters]:
    """Started as a person starts it."""
    running = RunningHeadquarters(tmp_path / "headquarters", is_afresh=True).start()
    yield running
    running.stop()


def test_first_start_makes_a_token_only_its_owner_reads_and_says_where(
    headquarters: RunningHeadquarters,
) -> None:
    assert headquarters.token_file.stat().st_mode & 0o777 == 0o600
    assert len(headquarters.administrator) >= 43
    assert f"made the administrator's token; it is in {headquarters.token_file}" in headquarters.log()
    assert headquarters.administrator not in headquarters.log()


def test_told_to_end_it_ends_cleanly_and_a_second_start_finds_its_books(
    headquarters: RunningHeadquarters,
) -> None:
    token = headquarters.administrator
    headquarters.manage("PUT", "/v1/manage/retailer", {"stores": [{"store": "HOUSTON"}]})

    assert headquarters.stop() == 0
    headquarters.start()

    assert headquarters.administrator == token
    headquarters.manage(
        "PUT", "/v1/manage/retailer", {"registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}]}
    )
    assert headquarters.stop() == 0


def test_jobs_run_by_themselves_on_their_schedule(tmp_path: Path) -> None:
    running = RunningHeadquarters(tmp_path, ("--job-seconds", "0.2"), is_afresh=True).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        register = running.enrol("HOUSTON-1")
        paper = PaperRegister(epoch=register.epoch)
        ole = paper.customer()
        register.upload(sent(ole), sent(paper.order(ole.id, ole.name)))
        deadline = time.monotonic() + 20
        while not (register.rows("orders") and len(register.rows("customers")) == 2):
            assert time.monotonic() < deadline, running.log()
            time.sleep(0.05)
    finally:
        assert running.stop() == 0


def test_job_command_runs_a_job_of_the_running_headquarters(
    shop: RunningHeadquarters, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--url", shop.url, "--administrator-token-file", str(shop.token_file)]

    assert main(["job", "1010", *words]) == 0
    assert '"job": "1010"' in capsys.readouterr().out
    assert main(["job", "2020", *words]) == 1
    assert "There is no job 2020" in capsys.readouterr().err


def test_job_command_says_when_there_is_no_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["job", "1010", "--data", str(tmp_path)]) == 1
    assert "token cannot be read from" in capsys.readouterr().err


def test_job_command_says_when_nobody_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "token").write_text("x" * 30, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]

    status = main(
        [
            "job",
            "1010",
            "--url",
            f"http://127.0.0.1:{free}",
            "--administrator-token-file",
            str(tmp_path / "token"),
        ]
    )

    assert status == 3
    assert "does not answer" in capsys.readouterr().err


def test_start_on_a_foreign_file_ends_with_words(tmp_path: Path) -> None:
    (tmp_path / "headquarters.db").write_bytes(b"<html>" * 500)

    ended = started(tmp_path)

    assert (ended.returncode, ended.stdout) == (1, "")
    assert "headquarters.db cannot be read" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_taken_port_ends_the_start_with_words(shop: RunningHeadquarters, tmp_path: Path) -> None:
    ended = started(tmp_path, shop.url.rpartition(":")[2])

    assert (ended.returncode, ended.stdout) == (1, "")
    assert "ddress already in use" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_token_file_without_a_token_ends_the_start_with_words(tmp_path: Path) -> None:
    (tmp_path / "administrator.token").write_text("short\n", encoding="utf-8")

    ended = started(tmp_path)

    assert (ended.returncode, ended.stdout) == (1, "")
    assert "has fewer than 20 characters. Remove the file to get a new one." in ended.stderr


def started(folder: Path, port: str = "0") -> "subprocess.CompletedProcess[str]":
    """A start that is expected to end by itself."""
    return subprocess.run(
        [sys.executable, "-m", "headquarters", "serve", "--data", str(folder), "--port", port],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


@contextlib.contextmanager
def served(books: Books, seconds: float) -> Iterator[tuple[str, int]]:
    """Where the application is served that lets a call's headers take so long."""

    class Patient(DeadlineProtocol):
        header_seconds = seconds

    config = uvicorn.Config(make_app(books.parts), http=Patient, ws="none", lifespan="off", log_config=None)
    server = Server(config)
    with socket.create_server(("127.0.0.1", 0)) as bound:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield bound.getsockname()
        finally:
            server.should_exit = True
            thread.join(timeout=60)
    assert not thread.is_alive()


HALF_OPEN = (
    b"",
    b"GET /api HTTP/1.1\r\nHost:",
    b"POST /v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
)
"""Calls that do not go on: not begun, in the middle of their headers, and of their body."""


def opened(address: tuple[str, int], begun: bytes) -> socket.socket:
    line = socket.create_connection(address, timeout=60)
    line.sendall(begun)
    return line


def rest_of(line: socket.socket) -> bytes:
    """What comes on a line that ends."""
    try:
        return line.recv(1)
    except ConnectionResetError:
        return b""


def test_half_open_calls_are_cut_and_others_are_served(books: Books) -> None:
    with served(books, seconds=0.2) as address:
        lines = [socket.create_connection(address, timeout=60) for _ in range(300)]
        for line in lines[:150]:
            with contextlib.suppress(OSError):  # it was cut already: the machine is busy
                line.sendall(HALF_OPEN[1])
        # One of these comes whole within its fifth of a second, however busy the machine is.
        assert any(asked_whole(address) == b"HTTP/1.1 200 OK" for _ in range(100))
        assert [rest_of(line) for line in lines] == [b""] * 300
        for line in lines:
            line.close()


def test_while_hundreds_of_calls_are_half_open_every_other_is_served(books: Books) -> None:
    with served(books, seconds=3600) as address, contextlib.ExitStack() as lines:
        half_open = [
            lines.enter_context(contextlib.closing(opened(address, HALF_OPEN[number % 3])))
            for number in range(300)
        ]

        answers = [asked_whole(address) for _ in range(30)]

        assert answers == [b"HTTP/1.1 200 OK"] * 30
        readable, _, _ = select.select(half_open, [], [], 0)
        assert readable == [], "all of them were open meanwhile"


def asked_whole(address: tuple[str, int]) -> bytes:
    """The first words of the answer to a call that is sent at once."""
    with socket.create_connection(address, timeout=60) as line, contextlib.suppress(OSError):
        line.sendall(b"GET /api HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return line.recv(15)
    return b""
