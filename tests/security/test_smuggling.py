"""Requests that two programs could read in two ways, sent raw to a real headquarters: none is read as two."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters

INNER = (
    b"GET /v1/hello?now=smuggled HTTP/1.1\r\nHost: a\r\nX-Kassa-Nonce: smuggled\r\nConnection: close\r\n\r\n"
)
SECONDS = 10


def post(*headers: bytes, body: bytes = b"", line: bytes = b"POST /v1/enrol HTTP/1.1") -> bytes:
    return b"\r\n".join([line, b"Host: a", *headers, b"", body])


TWO_LENGTHS = [
    post(b"Content-Length: 4", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding: chunked", b"Content-Length: 5", body=b"0\r\n\r\n" + INNER),
    post(b"Content-Length: 0", b"Content-Length: 90", body=INNER),
    post(b"Content-Length: 90, 0", body=INNER),
    post(b"Content-Length: 4", b"Transfer-Encoding: chunked").replace(b"\r\n", b"\n") + b"0\r\n\r\n" + INNER,
    post(b"Content-Length: 4\nTransfer-Encoding: chunked", body=b"0\r\n\r\n" + INNER),
]
ODD_LENGTHS = [
    post(b"Content-Length: +4", body=b"abcd" + INNER),
    post(b"Content-Length: -1", body=INNER),
    post(b"Content-Length: 0x4", body=b"abcd" + INNER),
    post(b"Content-Length: 4 4", body=b"abcd" + INNER),
    post("Content-Length: ٤".encode(), body=b"abcd" + INNER),
    post(b"Content-Length : 4", body=b"abcd" + INNER),
    post(b" Content-Length: 4", body=b"abcd" + INNER),
    post(b"Content-Length: 4\n\tX: y", body=b"abcd" + INNER),
    post(b"Content-Length:", body=INNER),
]
ODD_CODINGS = [
    post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding: chunked, identity", body=b"0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding: identity", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding:\x0bchunked", body=b"0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding : chunked", body=b"0\r\n\r\n" + INNER),
    post(b"X: a\rTransfer-Encoding: chunked", body=b"0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding: chunked", body=b"-1\r\n\r\n" + INNER),
    post(b"Transfer-Encoding: chunked", body=b"0x1\r\na\r\n0\r\n\r\n" + INNER),
    post(b"Transfer-Encoding: chunked", body=b"1 \r\na\r\n" + b"f" * 30 + b"\r\n" + INNER),
    post(b"Transfer-Encoding: chunked", body=b"2\r\nabc\r\n0\r\n\r\n" + INNER),
]
ODD_LINES = [
    post(line=b"POST /v1/enrol HTTP/1.1 \r\nX: GET /v1/hello HTTP/1.1", body=INNER),
    post(line=b"POST  /v1/enrol HTTP/1.1", body=INNER),
    post(line=b"POST /v1/enrol\x0bHTTP/1.1", body=INNER),
    post(line=b"POST /v1/enrol HTTP/9.9", body=INNER),
    post(line=b"POST /v1/enrol", body=INNER),
    post(line=b"\x16\x03\x01 / HTTP/1.1", body=INNER),
    post(b"Host: b", body=INNER),
    post(b"X\x00Y: z", body=INNER),
    post(b"X: a\x00b", body=INNER),
    post(b": nameless", body=INNER),
    post(b"no colon", body=INNER),
]
CORPUS = [*TWO_LENGTHS, *ODD_LENGTHS, *ODD_CODINGS, *ODD_LINES]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    running = RunningHeadquarters(tmp_path_factory.mktemp("headquarters"), ("--no-schedule",)).start()
    yield running
    running.stop()


def said(running: RunningHeadquarters, request: bytes) -> bytes:
    """All that headquarters says to these bytes until it ends the connection."""
    host, port = running.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), SECONDS) as line:
        line.settimeout(SECONDS)
        line.sendall(request)
        told = b""
        while piece := line.recv(65536):
            told += piece
        return told


def statuses(told: bytes) -> list[int]:
    return [int(each) for each in re.findall(rb"HTTP/1\.1 (\d{3})", told)]


@pytest.mark.parametrize("request_", CORPUS, ids=range(len(CORPUS)))
def test_s21_a_smuggled_request_is_refused_with_all_that_stands_behind_it(
    running: RunningHeadquarters, request_: bytes
) -> None:
    told = said(running, request_)

    assert len(statuses(told)) <= 1
    assert all(400 <= status < 500 for status in statuses(told))
    assert b"smuggled" not in told


def test_s21_what_stands_behind_an_honest_request_is_answered(running: RunningHeadquarters) -> None:
    """Or the corpus would prove nothing: its inner request is one that headquarters does answer."""
    told = said(running, post(b"Content-Length: 4", body=b"abcd" + INNER))

    assert len(statuses(told)) == 2


def test_s24_of_a_fresh_headquarters_one_port_is_open_and_on_its_own_machine_alone(
    running: RunningHeadquarters,
) -> None:
    process = running.process
    assert process is not None
    mine = {link.readlink().name for link in Path(f"/proc/{process.pid}/fd").iterdir() if link.is_symlink()}
    listening = []
    for table in ("tcp", "tcp6"):
        for row in Path(f"/proc/{process.pid}/net/{table}").read_text().splitlines()[1:]:
            _, local, _, state, *_, inode = row.split()[:10]
            if state == "0A" and f"socket:[{inode}]" in mine:
                listening.append(local.split(":"))

    assert listening == [["0100007F", f"{int(running.url.rpartition(':')[2]):04X}"]]
