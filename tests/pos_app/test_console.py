"""The console: one answer a line, the window's own dispatcher behind it, and nothing that ends it."""

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pos_app.console import Console
from pos_app.operations.known import REGISTRY
from pos_app.register.dispatcher import Dispatcher
from tests.fixtures.fix_register import ANNA, PINS, Register, Shop

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def console(register: Register) -> Console:
    return Console(register.session, Dispatcher(register.session, REGISTRY), sorted(REGISTRY))


def asked(console: Console, *lines: object) -> list[dict[str, Any]]:
    questions = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    answers = io.StringIO()
    console.serve(io.StringIO(questions), answers)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_an_operation_answers_with_its_outcome_and_values(console: Console) -> None:
    [added] = asked(console, {"do": "product.add", "params": {"number": "A"}})

    assert added["outcome"] == "done"
    assert added["words"].startswith("Added 1 × Trail shoe")
    assert added["values"] == {"line": 1}


def test_every_kind_of_outcome_has_its_name_and_words(console: Console) -> None:
    asked(
        console,
        {"do": "customer.set", "params": {"id": ANNA}},
        {"do": "product.add", "params": {"code": "A"}},
        {"do": "order.pick_up_all"},
    )

    override = {"do": "deposit.override", "params": {"amount": "50.00", "reason": "Other"}}
    refused, asks, needs, done = asked(
        console,
        {"do": "product.add", "params": {"code": "nothing"}},
        {"do": "product.add", "params": {"code": "5000159407236"}},
        override,
        {**override, "approval": {"user": "manager", "pin": PINS["manager"]}},
    )

    assert refused["outcome"] == "refused"
    assert asks["outcome"] == "asks"
    assert [choice["value"] for choice in asks["questions"][0]["choices"]] == ["T1", "T2"]
    assert (needs["outcome"], needs["right"]) == ("needs_approval", "deposit_override")
    assert done["outcome"] == "done"
    assert all(answer["words"] for answer in (refused, asks, needs, done))


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        '"text"',
        "{}",
        '{"view": "nothing"}',
        '{"view": 3}',
        '{"do": 3}',
        '{"do": "line.void", "params": []}',
        '{"do": "line.void", "approval": "manager"}',
        '{"do": "line.void", "approval": {"user": "manager"}}',
        "[" * 100_000,
        '{"view": "order", "id": "unknown"}',
        '{"view": "customer", "id": "unknown"}',
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_works(console: Console, line: str) -> None:
    bad, good = asked(console, line, {"view": "cart"})

    assert bad["outcome"] == "error"
    assert bad["words"]
    assert good["empty"] is True


def test_an_unknown_operation_is_refused_by_name(console: Console) -> None:
    [answer] = asked(console, {"do": "drawer.explode"})

    assert answer["outcome"] == "refused"
    assert "drawer.explode" in answer["words"]


def test_the_operations_are_listed(console: Console) -> None:
    [answer] = asked(console, {"view": "operations"})

    assert answer["operations"] == sorted(REGISTRY)


def test_the_program_serves_until_its_input_closes_and_resumes_the_user(shop: Shop) -> None:
    first = run(shop, {"do": "user.sign_in", "params": {"user": "cashier", "pin": PINS["cashier"]}},
                {"do": "shift.open"}, {"do": "product.add", "params": {"code": "A"}})  # fmt: skip
    again = run(shop, {"do": "product.add", "params": {"code": "B"}}, {"view": "cart"}, resume=True)

    assert [answer["outcome"] for answer in first] == ["done"] * 3
    assert again[0]["outcome"] == "done"
    assert again[1]["total_minor"] == 14000


def test_a_folder_without_a_device_is_refused_in_words(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "pos_app.console", "--data", str(tmp_path / "empty")],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert ended.returncode == 2
    assert "not enrolled" in ended.stderr
    assert "Traceback" not in ended.stderr


def run(shop: Shop, *questions: dict[str, Any], resume: bool = False) -> Sequence[dict[str, Any]]:
    clock = shop.folder / "clock.txt"
    clock.write_text(shop.clock.now().isoformat())
    command = [sys.executable, "-m", "pos_app.console", "--data", str(shop.folder), "--clock", str(clock)]
    ended = subprocess.run(
        [*command, "--seed", "7", *(["--resume-user"] if resume else [])],
        cwd=CHECKOUT,
        input="".join(json.dumps(question) + "\n" for question in questions),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    return [json.loads(line) for line in ended.stdout.splitlines()]
