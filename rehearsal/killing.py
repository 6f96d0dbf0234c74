"""`kassa demo --kill`: register, agent and headquarters are killed while one order is on its way; it is there once."""

import argparse
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rehearsal.children import ChildFailed, Start, end_on_signals, spawn
from rehearsal.demo_setup import start_over
from rehearsal.demo_shop import demo_document, demo_staff
from rehearsal.network import LineMode
from rehearsal.office import OfficeRefused
from rehearsal.stage import NotShown, Register, Stage, staged

TENT = "2900000100015"
NOBODY = "http://127.0.0.1:9"
CALL_SECONDS = 20.0
JOBS = ("synchronize-customers", "synchronize-orders", "1010")

Tell = Callable[[str], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Play it; 0 only if the order is there once, everywhere."""
    parser = argparse.ArgumentParser(prog="kassa demo --kill", description="One order, three kills.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of all its data")
    folder: Path = parser.parse_args(arguments).data.resolve()
    end_on_signals()
    try:
        if folder.exists():
            start_over(folder)
        folder.mkdir(parents=True)
        play(folder, lambda line: print(f"  {line}", flush=True))
    except (ChildFailed, OfficeRefused, NotShown) as failed:
        print(f"It could not go on: {failed}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0


def play(folder: Path, tell: Tell, begin: Start = spawn) -> None:
    """Each of the three is a process of its own, and ends by SIGKILL.

    Raises:
        NotShown: something was lost, or made twice.
    """
    with staged(folder, _retailer(), "one order, three kills", begin=begin) as stage:
        [register] = stage.registers.values()
        tell(f"headquarters runs as process {stage.office.pid}; {register.name} and its agent are two more")
        order = _order_and_kill_register(register, tell)
        _kill_agent(register, tell)
        _kill_headquarters(stage, register, tell)
        _arrive(stage, register, order, tell)


def _retailer() -> dict[str, Any]:
    """The demo's, with its first register alone."""
    document = demo_document()
    return {**document, "registers": document["registers"][:1]}


def _order_and_kill_register(register: Register, tell: Tell) -> str:
    cashier = demo_staff()[0]
    _do(register, "user.sign_in", user=cashier.user, pin=cashier.pin)
    _do(register, "shift.open", start="0")
    customer = _do(register, "customer.add", name="Maja Lindqvist")["customer"]
    _do(register, "customer.set", id=customer)
    _do(register, "product.add", code=TENT)
    _do(register, "order.pick_up_all")
    _do(register, "tender.cash")
    _do(register, "order.balance", arrangement="pay_at_pickup")
    headquarters, register.line.target = register.line.target, NOBODY
    register.line.mode = LineMode.SLOW
    register.kill_core_while("transaction.conclude", CALL_SECONDS)
    register.line.mode, register.line.target = LineMode.ONLINE, headquarters
    waiting = register.view("outbox")["waiting"]
    [found] = _do(register, "order.find", text="Maja")["orders"]
    _demand(found["number"] is None, "the order has a number that nobody can have given it")
    tell("an order was concluded; while the register brought it to headquarters, the register was killed")
    tell(f"started again, it shows the order, Pending sync; documents that wait: {waiting}")
    return str(found["order"])


def _kill_agent(register: Register, tell: Tell) -> None:
    register.line.mode = LineMode.SLOW  # headquarters does the work; its answer is on its way
    register.kill_agent_while("push", CALL_SECONDS)
    register.line.mode = LineMode.ONLINE
    waiting = register.view("outbox")["waiting"]
    _demand(waiting > 0, "the register believes what nobody has told it")
    tell("while the agent sent it and waited for the answer, the agent was killed")
    tell(f"started again, it knows of no answer; documents that wait: {waiting}")


def _kill_headquarters(stage: Stage, register: Register, tell: Tell) -> None:
    register.begin_carrying("push")
    register.line.wait_for_request(CALL_SECONDS)
    stage.kill_office()
    words = register.carried()["words"]
    tell("while the agent sent it again, headquarters was killed, and started anew")
    tell(f"the agent says: {words}")


def _arrive(stage: Stage, register: Register, order: str, tell: Tell) -> None:
    register.carry("push")
    for job in JOBS:
        stage.office.run_job(job)
    register.carry("pull")
    left = register.view("outbox")
    _demand((left["waiting"], left["attention"]) == (0, 0), f"something is left at the register: {left}")
    made = [each for each in stage.office.transactions() if each["order"] == order]
    _demand(len(made) == 1, f"headquarters has the order {len(made)} times")
    counts = stage.office.counts()
    _demand((counts["orders"], counts["cases"], counts["parked"]) == (1, 0, 0), f"headquarters has {counts}")
    at_hq = stage.office.order(order) or {}
    here = register.view("order", id=order)
    _demand(here["number"] == at_hq["number"], f"the register shows {here['number']}")
    tell(f"with all three at work again it arrived: headquarters counts {_counted(stage)}")
    tell(f"the order is there once, as {here['number']} of account {at_hq['account']}, at both sides")


def _do(register: Register, operation: str, **params: Any) -> Mapping[str, Any]:
    answer = register.do(operation, params)
    _demand(answer.get("outcome") == "done", f"{operation}: {answer.get('words')}")
    values: Mapping[str, Any] = answer.get("values") or {}
    return values


def _counted(stage: Stage) -> str:
    counts = stage.office.counts()
    return f"orders {counts['orders']}, transactions {counts['transactions']}, cases {counts['cases']}"


def _demand(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise NotShown(otherwise)


if __name__ == "__main__":
    sys.exit(main())
