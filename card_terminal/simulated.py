"""A card terminal made of software, in a process of its own: `python -m card_terminal.simulated FOLDER`.

It reads one question a line and answers one a line. What it did stands in `done.jsonl` of its folder, so that it
remembers over restarts, as a terminal does. The words in `next.txt` are its faults, one for each question to come:

    approved        as without a word
    declined        the card is refused
    no_token        approved, but the card gives no token for later
    answer_lost     done, and the answer never arrives
    timeout         the customer walks away: not done, and no answer
    unclear         done, but it says so only when asked for the status
    silent          nothing is done and nothing is said, whatever was asked
    gone            done, and the terminal loses power before it answers
    slow            waits for two seconds, in which it can be cancelled
    spills          approved, with card numbers where none belong
    stale           the authorisation behind a token has run out; a fresh one is taken with the charge, or declined

A token says the day it was given on, and every simulated terminal knows those of the others: they are of one processor.
An authorisation stands for 30 days.
"""

import json
import queue
import re
import sys
import threading
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TextIO

from channel_db import single

SLOW_SECONDS = 2.0
TURN_SECONDS = 30.0
AUTHORISED = timedelta(days=30)
TOKEN = re.compile(r"tok-\d{6}d(\d{8})")
"""Its number and its day, apart by a letter: digits in one row could pass for a card number."""
NO_DAY = "19700101"
CANARIES = ("4111111111111111", "5555 5555 5555 4444")
"""Numbers that pass the check of a card number and belong to nobody."""

Json = dict[str, Any]


class SimulatedTerminal:
    """Answers questions about payments; the same reference is never done twice."""

    def __init__(self, folder: Path) -> None:
        self._done, self._next = folder / "done.jsonl", folder / "next.txt"
        self._payments: dict[str, Json] = {}
        if self._done.exists():
            for line in self._done.read_text(encoding="utf-8").splitlines():
                payment = json.loads(line)
                self._payments[payment["reference"]] = payment

    def answer(self, question: Json, cancelled: "queue.Queue[object]") -> Json | None:
        """The answer to one question, or None where nobody hears one."""
        fault, reference = self._fault(), str(question["reference"])
        if fault == "silent":
            return None
        if question["do"] == "status":
            return self._shown(reference)
        if question["do"] == "reverse":
            if self._payments.get(reference, {}).get("state") == "approved":
                self._keep({**self._payments[reference], "state": "reversed"})
            return self._shown(reference)
        if reference not in self._payments:
            self._keep({**self._decided(question, fault, cancelled), "reference": reference})
        if fault in ("answer_lost", "timeout"):
            return None
        if fault == "gone":
            raise SystemExit(1)
        shown = self._shown(reference)
        if fault == "unclear":
            return {"state": "unclear"}
        if fault == "spills":
            return {
                **shown,
                "pan": CANARIES[0],
                "approval_code": CANARIES[0],
                "brand": CANARIES[1],
                "track2": ";4111",
            }
        return shown

    def _decided(self, question: Json, fault: str, cancelled: "queue.Queue[object]") -> Json:
        number = f"{len(self._payments) + 1:06d}"
        payment = {
            "do": question["do"], "amount_minor": question["amount_minor"], "currency": question["currency"],
            "state": "approved", "token": f"tok-{number}d{_day(question)}", "brand": "Visa",
            "last_four": f"{4242 + len(self._payments) % 5000:04d}", "approval_code": f"A{number[1:]}",
            "terminal_reference": f"T-{number}",
        }  # fmt: skip
        if fault == "no_token":
            payment["token"] = ""
        if question["do"] == "charge_token":
            payment.update(token=question["token"])
            given = TOKEN.fullmatch(question["token"])
            if given is None:
                payment["state"] = "declined"
            elif fault == "stale" or _has_run_out(given[1], _day(question)):
                payment["renewed"] = True
        if fault in ("declined", "timeout") or (fault == "slow" and _was_cancelled(cancelled)):
            payment["state"] = "declined"
        return payment

    def _shown(self, reference: str) -> Json:
        payment = self._payments.get(reference)
        return {"state": "missing"} if payment is None else payment

    def _keep(self, payment: Json) -> None:
        """Remember, before anybody is told."""
        self._payments[payment["reference"]] = payment
        with self._done.open("a", encoding="utf-8") as file:
            file.write(json.dumps(payment) + "\n")

    def _fault(self) -> str:
        if not self._next.exists():
            return ""
        words = self._next.read_text(encoding="utf-8").split()
        self._next.write_text("\n".join(words[1:]), encoding="utf-8")
        return words[0] if words else ""


def _day(question: Json) -> str:
    """The day of a question, as a token has it."""
    return str(question.get("at", ""))[:10].replace("-", "") or NO_DAY


def _has_run_out(given: str, today: str) -> bool:
    return date.fromisoformat(today) - date.fromisoformat(given) > AUTHORISED


def _was_cancelled(cancelled: "queue.Queue[object]") -> bool:
    try:
        cancelled.get(timeout=SLOW_SECONDS)
    except queue.Empty:
        return False
    return True


def serve(folder: Path, questions: TextIO, answers: TextIO) -> None:
    """Answer until the register is gone. What runs then is still finished, and remembered."""
    asked: queue.Queue[Json | None] = queue.Queue()
    cancelled: queue.Queue[object] = queue.Queue()

    def read() -> None:
        for line in questions:
            question = json.loads(line)
            (cancelled if question["do"] == "cancel" else asked).put(question)
        asked.put(None)

    threading.Thread(target=read, daemon=True).start()
    terminal = SimulatedTerminal(folder)
    while (question := asked.get()) is not None:
        while not cancelled.empty():
            cancelled.get()
        answer = terminal.answer(question, cancelled)
        if answer is not None:
            answers.write(json.dumps({**answer, "id": question["id"]}) + "\n")
            answers.flush()


def main() -> None:
    """Be the terminal of a folder, once the one before has finished what it was doing."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with single.waiting_turn(folder / "terminal.lock", TURN_SECONDS):
        serve(folder, sys.stdin, sys.stdout)


if __name__ == "__main__":
    main()
