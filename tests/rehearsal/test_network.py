"""The broken line, over real sockets: what the caller sees and what headquarters got."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from rehearsal.network import BrokenLine, LineMode

REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\ndone"
REQUEST = b"POST /v1/uploads HTTP/1.1\r\nHost: hq\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello"


class PlainHq:
    """Takes requests on a real socket, keeps them, and answers each with `done`."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            with caller:
                request = b""
                while not request.endswith(b"hello"):
                    request += caller.recv(65536)
                self.received.append(request)
                caller.sendall(REPLY)


@pytest.fixture
def hq() -> Iterator[PlainHq]:
    server = PlainHq()
    yield server
    server.close()


@pytest.fixture
def line(hq: PlainHq) -> Iterator[BrokenLine]:
    broken = BrokenLine(hq.url, slow_seconds=0.4)
    yield broken
    broken.close()


@pytest.fixture
def call(line: BrokenLine) -> Callable[..., bytes]:
    def ask(*pieces: bytes, seconds: float = 60.0) -> bytes:
        """Everything the line answers until it ends the connection."""
        port = int(line.url.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port), timeout=seconds) as caller:
            for piece in pieces:
                caller.sendall(piece)
            answer = b""
            try:
                while piece := caller.recv(65536):
                    answer += piece
            except ConnectionResetError:
                pass
            return answer

    return ask


def test_online_passes_request_and_reply_on(hq: PlainHq, call: Callable[..., bytes]) -> None:
    assert call(REQUEST) == REPLY

    assert hq.received[0].startswith(b"POST /v1/uploads HTTP/1.1\r\nHost: hq\r\n")
    assert b"\r\nConnection: close\r\n\r\nhello" in hq.received[0]


def test_a_request_in_pieces_arrives_whole(hq: PlainHq, call: Callable[..., bytes]) -> None:
    assert call(REQUEST[:10], REQUEST[10:-2], REQUEST[-2:]) == REPLY

    assert hq.received[0].endswith(b"hello")


def test_offline_hangs_up_and_asks_nobody(hq: PlainHq, line: BrokenLine, call: Callable[..., bytes]) -> None:
    line.mode = LineMode.OFFLINE

    assert call(REQUEST) == b""
    assert hq.received == []


def test_a_lost_reply_was_answered_by_headquarters(
    hq: PlainHq, line: BrokenLine, call: Callable[..., bytes]
) -> None:
    line.mode = LineMode.LOSE_REPLY

    assert call(REQUEST) == b""
    assert len(hq.received) == 1


def test_an_error_is_503_and_asks_nobody(hq: PlainHq, line: BrokenLine, call: Callable[..., bytes]) -> None:
    line.mode = LineMode.ERROR

    assert call(REQUEST).startswith(b"HTTP/1.1 503 ")
    assert hq.received == []


def test_slow_answers_after_the_time_out(hq: PlainHq, line: BrokenLine, call: Callable[..., bytes]) -> None:
    line.mode = LineMode.SLOW

    line.slow_seconds = 60
    with pytest.raises(TimeoutError):
        call(REQUEST, seconds=0.1)
    line.slow_seconds = 0.4
    begun = time.monotonic()
    assert call(REQUEST) == REPLY
    assert time.monotonic() - begun >= 0.4
    assert len(hq.received) == 2


def test_a_change_of_mode_holds_from_the_next_request_on(
    line: BrokenLine, call: Callable[..., bytes]
) -> None:
    for mode, answer in ((LineMode.OFFLINE, b""), (LineMode.ONLINE, REPLY), (LineMode.OFFLINE, b"")):
        line.mode = mode
        assert call(REQUEST) == answer


def test_somebody_can_wait_for_the_next_request(line: BrokenLine, call: Callable[..., bytes]) -> None:
    call(REQUEST)
    line.expect_request()

    assert not line.wait_for_request(0.05)
    call(REQUEST)
    assert line.wait_for_request(60)


def test_a_headquarters_that_is_gone_looks_like_no_line(line: BrokenLine, call: Callable[..., bytes]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        line.target = f"http://127.0.0.1:{unused.getsockname()[1]}"

    assert call(REQUEST) == b""
