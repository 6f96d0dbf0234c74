"""A file without an end: refused in words once it is too large, with memory flat and nothing left on the disk."""

import select
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from headquarters.backoffice.work_pages.list_files import FILE_MAX_BYTES as SET_UP_MAX_BYTES
from headquarters.importing.waiting import FILE_MAX_BYTES
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code

PIECE = b"number,name\n" * 100_000
GIGABYTE = 1 << 30
MORE_MIB_MAX = 64


@pytest.fixture(scope="module")
def ada(shop: RunningHeadquarters) -> Browser:
    return Browser(shop.url).set_up(set_up_code(shop))


def endless(browser: Browser) -> Iterator[bytes]:
    """The pieces of a gigabyte that nobody said the length of, in the file of a form."""
    secret = browser.secret().encode()
    yield (
        b'--x\r\nContent-Disposition: form-data; name="form_secret"\r\n\r\n' + secret + b"\r\n--x\r\n"
        b'Content-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
    )
    for _ in range(GIGABYTE // len(PIECE)):
        yield PIECE


def stream(browser: Browser, path: str) -> tuple[str, int]:
    """Send them until headquarters answers; gives back its answer, and how many bytes went out."""
    browser.get("/office/imports")
    place = urlsplit(browser.url)
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies().items())
    sent = 0
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=120) as line:
        line.sendall(
            f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nCookie: {cookies}\r\nTransfer-Encoding: chunked\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\nConnection: close\r\n\r\n".encode()
        )
        try:
            for piece in endless(browser):
                if select.select([line], [], [], 0)[0]:
                    break
                line.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
                sent += len(piece)
        except OSError:
            pass  # it has hung up on us, with its answer before
        return whole_answer(line), sent


def whole_answer(line: socket.socket) -> str:
    """All that comes until the other side has closed: head and page may be two pieces."""
    pieces: list[bytes] = []
    with suppress(ConnectionResetError):  # it leaves unread what was still under way
        while piece := line.recv(1 << 16):
            pieces.append(piece)
    return b"".join(pieces).decode()


def most_mib(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def open_temporary(pid: int) -> list[str]:
    """The files without a name that a process still holds."""
    links = [str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink()]
    return [link for link in links if link.startswith("/tmp") and link.endswith("(deleted)")]


@pytest.mark.parametrize(
    ("path", "most", "words"),
    [
        ("/office/imports", FILE_MAX_BYTES, f"at most {FILE_MAX_BYTES // 2**20} MB"),
        ("/office/set-import/units", SET_UP_MAX_BYTES, "too much at once"),
    ],
)
def test_a_gigabyte_without_a_length_is_refused_while_it_comes(
    shop: RunningHeadquarters, ada: Browser, path: str, most: int, words: str
) -> None:
    assert shop.process is not None
    pid, before = shop.process.pid, most_mib(shop.process.pid)

    answer, sent = stream(ada, path)

    assert answer.startswith("HTTP/1.1 413"), answer[:200]
    assert words in answer
    assert sent < most + 128 * 2**20  # what the sockets between take in besides
    assert most_mib(pid) - before < MORE_MIB_MAX
    assert open_temporary(pid) == []
    assert not list(shop.folder.rglob("imports/*"))
    ada.get("/office")
    assert ada.status == 200
