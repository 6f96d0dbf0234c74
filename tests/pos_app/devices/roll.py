"""What a receipt printer makes of the bytes it is sent: text in its code pages, pictures, cuts; and one on a socket."""

import contextlib
import socket
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

import zxingcpp

PAGES = {0: "cp437", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
ESC, GS, DLE = 0x1B, 0x1D, 0x10
NAMES = {
    (ESC, "@"): ("InitializeCmd", 0), (ESC, "!"): ("SelectPrintModeCmd", 1), (ESC, "E"): ("EnableEmphasisCmd", 1),
    (ESC, "a"): ("SelectJustificationCmd", 1), (ESC, "t"): ("SelectCodeTableCmd", 1),
    (ESC, "d"): ("PrintAndFeedLinesCmd", 1), (ESC, "p"): ("PulseCmd", 3), (GS, "!"): ("SelectCharacterSizeCmd", 1),
    (GS, "h"): ("SetBarcodeHeightCmd", 1), (GS, "w"): ("SetBarcodeWidthCmd", 1), (GS, "H"): ("SelectHriPrintPosCmd", 1),
    (GS, "r"): ("TransmitStatusCmd", 1),
}  # fmt: skip
"""What a command is called, and how many bytes follow it."""


@dataclass
class Roll:
    """Paper that came out: its lines, its pictures, and what was done."""

    lines: list[str] = field(default_factory=list)
    pictures: list[list[list[int]]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    text: str = ""

    def codes(self) -> list[str]:
        """What a scanner reads on the paper: each picture at the size it was printed, on white."""
        return [found.text for each in self.pictures for found in zxingcpp.read_barcodes(_on_white(each))]


def printed(job: bytes) -> Roll:
    """The paper of a job.

    Raises:
        ValueError: a command that this printer does not know.
    """
    roll, line, page, at = Roll(), "", "cp437", 0
    while at < len(job):
        byte = job[at]
        if byte == 0x0A:
            roll.counts["LineFeedCmd"] += 1
            roll.lines.append(line.rstrip())
            roll.text, line, at = f"{roll.text}\n", "", at + 1
        elif byte in (ESC, GS):
            name, length = _command(job, at)
            if name == "SelectCodeTableCmd":
                page = PAGES.get(job[at + 2], "cp437")
            elif name == "RasterCmd":
                roll.pictures.append(_picture(job, at))
            elif name == "PrintAndFeedLinesCmd":
                roll.text += "\n"
            roll.counts[name] += 1
            at += length
        else:
            end = next((place for place in range(at, len(job)) if job[place] in (0x0A, ESC, GS)), len(job))
            words = job[at:end].decode(page, "replace")
            roll.counts["TextCmd"] += 1
            roll.text, line, at = roll.text + words, line + words, end
    assert not line, f"{line!r} stays in the printer"
    return roll


def _command(job: bytes, at: int) -> tuple[str, int]:
    """The name of the command that begins here, and its length."""
    kind = chr(job[at + 1])
    if (job[at], kind) in NAMES:
        name, more = NAMES[job[at], kind]
        return name, 2 + more
    match (job[at], kind):
        case (0x1D, "V"):
            return "FeedAndCutCmd", 4 if job[at + 2] in (65, 66) else 3
        case (0x1D, "k"):
            return "PrintBarcodeCmd", job.index(0, at) + 1 - at if job[at + 2] < 65 else 4 + job[at + 3]
        case (0x1D, "("):
            return "GraphicsDataCmd", 5 + int.from_bytes(job[at + 3 : at + 5], "little")
        case (0x1D, "v"):
            across, down = _size(job, at)
            return "RasterCmd", 8 + across * down
    raise ValueError(f"unknown command {job[at : at + 3]!r} at {at}")


def _size(job: bytes, at: int) -> tuple[int, int]:
    return int.from_bytes(job[at + 4 : at + 6], "little"), int.from_bytes(job[at + 6 : at + 8], "little")


def _picture(job: bytes, at: int) -> list[list[int]]:
    across, down = _size(job, at)
    rows = [job[at + 8 + row * across : at + 8 + (row + 1) * across] for row in range(down)]
    return [[255 * (1 - (byte >> bit & 1)) for byte in row for bit in range(7, -1, -1)] for row in rows]


def _on_white(picture: list[list[int]]) -> memoryview:
    edge = 20
    width, height = len(picture[0]) + 2 * edge, len(picture) + 2 * edge
    blank = bytes([255]) * width
    rows = [bytes([255] * edge + row + [255] * edge) for row in picture]
    return memoryview(blank * edge + b"".join(rows) + blank * edge).cast("B", (height, width))


class PrinterOnLoopback:
    """A printer on a TCP port of this machine, with paper and a cover; each connection is one job."""

    def __init__(self, *, paper: bool = True, cover_open: bool = False, answers: bool = True) -> None:
        self.paper, self.cover_open, self.answers = paper, cover_open, answers
        self.paper_for_bytes: int | None = None
        self.hangs_up = False
        self.finishes = True
        self.runs_out_at_the_end = False
        self.jobs: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Switch it off."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def wait_for_jobs(self, count: int) -> list[bytes]:
        """The jobs, once there are so many: one that answers nothing is read after the register has gone on."""
        end = time.monotonic() + 60
        while len(self.jobs) < count and time.monotonic() < end:
            time.sleep(0.01)
        return self.jobs

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._socket.accept()
                with line:
                    self._print(line)

    def _print(self, line: socket.socket) -> None:
        job = b""
        while chunk := line.recv(65536):
            if self.hangs_up:
                return
            for question in (b"\x10\x04\x04", b"\x10\x04\x02"):
                while question in chunk:
                    chunk = chunk.replace(question, b"", 1)
                    self._answer(line, question)
            job += chunk
            if self.paper_for_bytes is not None and len(job) > self.paper_for_bytes:
                self.paper = False
            if job.endswith(b"\x1dr\x01") and self.paper and self.finishes:
                job = job.removesuffix(b"\x1dr\x01")
                self._send(line, 0x0C if self.runs_out_at_the_end else 0x00)
        if job and self.paper:
            self.jobs.append(job)

    def _answer(self, line: socket.socket, question: bytes) -> None:
        if question.endswith(b"\x04\x04"):
            self._send(line, 0x12 | (0 if self.paper else 0x60))
        else:
            self._send(line, 0x12 | (0x04 if self.cover_open else 0))

    def _send(self, line: socket.socket, answer: int) -> None:
        if self.answers:
            line.sendall(bytes([answer]))
