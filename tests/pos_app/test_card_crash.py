"""A register killed while a card is charged, beside a real terminal: one charge, one tender, no card number."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from card_terminal.process import FOLDER
from card_terminal.simulated import CANARIES
from tests.fixtures.fix_register import Shop, at_work

SECONDS = 300.0


class Console:
    """The register without a window, as a process."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "pos_app.console", "--data", str(folder), "--resume-user"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def say(self, **question: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()

    def ask(self, **question: str) -> dict[str, Any]:
        self.say(**question)
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def kill(self) -> None:
        self._process.kill()
        self.close()

    def close(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait(SECONDS)


@pytest.fixture
def folder(shop: Shop) -> Path:
    """The folder of a register with one sock in the sale."""
    register = at_work(shop)
    register.do("product.add", number="B")
    shop._opened.close()
    return shop.folder


@contextmanager
def console(folder: Path) -> Iterator[Console]:
    with ExitStack() as undo:
        made = Console(folder)
        undo.callback(made.close)
        yield made


def faults(folder: Path, *words: str) -> None:
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / "next.txt").write_text("\n".join(words), encoding="utf-8")


def done(folder: Path) -> list[dict[str, Any]]:
    file = folder / FOLDER / "done.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


@pytest.mark.parametrize("fault", ["slow", "answer_lost"])
def test_a_register_killed_while_the_card_is_charged_has_its_tender_after_the_next_start(
    folder: Path, fault: str
) -> None:
    faults(folder, fault)
    killed = Console(folder)
    killed.say(do="tender.card")
    deadline = time.monotonic() + SECONDS
    while (folder / FOLDER / "next.txt").read_text() and time.monotonic() < deadline:
        time.sleep(0.02)
    killed.kill()

    with console(folder) as again:
        cart = again.ask(view="cart")

    assert (cart["paid_minor"], cart["due_minor"]) == (4000, 0)
    assert [each["state"] for each in done(folder)] == ["approved"]


def test_card_numbers_that_a_terminal_lets_out_are_in_no_file_of_the_register(folder: Path) -> None:
    faults(folder, "spills")

    with console(folder) as register:
        assert register.ask(do="tender.card")["outcome"] == "done"
        assert register.ask(do="transaction.conclude")["outcome"] == "done"

    kept = [each for each in folder.rglob("*") if each.is_file() and each.parent.name != FOLDER]
    assert any(each.name == "journal.db" for each in kept)
    for each in kept:
        text = each.read_bytes().decode("latin-1")
        assert not [canary for canary in CANARIES if canary in text], each
