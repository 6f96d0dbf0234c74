"""Headquarters as its administrator sees it: the process, the retailer, the jobs, and what it holds."""

import json
import re
from collections.abc import Mapping, Sequence
from http.client import (  # noqa: TID251 -- the administrator's own line to HQ, past every agent
    HTTPConnection,
    HTTPException,
)
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from card_terminal.process import FOLDER as TERMINAL_FOLDER
from rehearsal.children import Child, Start, spawn

CALL_SECONDS = 60.0
READY_SECONDS = 60.0


class OfficeRefused(Exception):
    """Headquarters answered an administrator's call with an error; the text is its words."""


class Office:
    """A running headquarters and the administrator's calls to it."""

    def __init__(
        self,
        folder: Path,
        token: str,
        options: tuple[str | Path, ...] = (),
        seed: int | None = None,
        start: Start = spawn,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._token = token
        self._options = options
        token_file = folder / "administrator.token"
        token_file.touch(mode=0o600)
        token_file.write_text(token, encoding="utf-8")
        self._arguments = ("serve", "--data", folder, "--administrator-token-file", token_file)
        self._log = folder / "headquarters.log"
        self._starts = 0
        self._begin = start
        self._seed = seed
        self.url = self._start()

    @property
    def pid(self) -> int:
        return self._child.pid

    def restart_killed(self) -> None:
        """SIGKILL headquarters and start it again on the same data; its address is a new one."""
        self._child.kill()
        self.url = self._start()

    def end(self) -> None:
        """Ask headquarters to end."""
        self._child.end()

    def kill(self) -> None:
        """SIGKILL headquarters."""
        self._child.kill()

    def tell_processor(self, faults: Sequence[str]) -> None:
        """What the processor of cards that it asks will do, one word for each question to come."""
        books = self._folder / TERMINAL_FOLDER
        books.mkdir(parents=True, exist_ok=True)
        (books / "next.txt").write_text("\n".join(faults), encoding="utf-8")

    def set_up_code(self) -> str:
        """The last code headquarters said for its first administrator; "" where it never said one."""
        said = re.findall(
            r"type the code ([A-Z2-7-]+)", self._log.read_text(encoding="utf-8", errors="replace")
        )
        return said[-1] if said else ""

    def load_retailer(self, document: Mapping[str, Any]) -> None:
        self._call("PUT", "/v1/manage/retailer", document)

    def enrolment_code(self, register: str) -> str:
        return str(self._call("POST", "/v1/manage/enrolment-codes", {"register": register})["code"])

    def run_job(self, name: str, seconds: float = CALL_SECONDS) -> dict[str, Any]:
        return self._call("POST", f"/v1/jobs/{quote(name)}/run", seconds=seconds)

    def counts(self) -> dict[str, Any]:
        return self._call("GET", "/v1/manage/counts")

    def order(self, id: str) -> dict[str, Any] | None:
        """The order as headquarters knows it; None where it does not."""
        return self._call("GET", f"/v1/manage/orders/{quote(id)}", missing_ok=True) or None

    def transactions(self) -> list[dict[str, Any]]:
        """Every transaction that headquarters has posted."""
        rows: list[dict[str, Any]] = []
        after = ""
        while True:
            page = self._call("GET", f"/v1/manage/transactions?after={quote(after)}")
            rows += page["transactions"]
            if not page.get("more"):
                return rows
            after = str(page["after"])

    def _start(self) -> str:
        seed = () if self._seed is None else ("--seed", str(self._seed + self._starts))
        self._starts += 1
        self._child = Child(
            "headquarters", (*self._arguments, "--port", "0", *self._options, *seed), self._log, self._begin
        )
        return self._child.line(READY_SECONDS).strip().rsplit(" ", 1)[-1]

    def _call(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        missing_ok: bool = False,
        seconds: float = CALL_SECONDS,
    ) -> dict[str, Any]:
        place = urlsplit(self.url)
        line = HTTPConnection(place.hostname or "", place.port, timeout=seconds)
        try:
            text = None if body is None else json.dumps(body).encode()
            headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
            line.request(method, path, text, headers)
            reply = line.getresponse()
            words = reply.read().decode("utf-8", "replace")
        except (OSError, HTTPException) as failed:
            raise OfficeRefused(f"headquarters did not answer {method} {path}: {failed}") from None
        finally:
            line.close()
        if reply.status == 404 and missing_ok:
            return {}
        if reply.status >= 300:
            raise OfficeRefused(f"headquarters answered {reply.status} to {method} {path}: {words[:500]}")
        answer = json.loads(words) if words else {}
        return answer if isinstance(answer, dict) else {"transactions": answer}
