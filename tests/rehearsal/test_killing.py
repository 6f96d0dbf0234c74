"""`kassa demo --kill`: register, agent and headquarters die while one order is on its way, and it is there once."""

from pathlib import Path

from rehearsal.killing import play
from tests.fixtures.one_nursery import shared_start


def test_an_order_whose_register_agent_and_headquarters_were_killed_is_there_once(tmp_path: Path) -> None:
    told: list[str] = []

    play(tmp_path, told.append, shared_start())

    assert [line for line in told if "killed" in line] == [
        "an order was concluded; while the register brought it to headquarters, the register was killed",
        "while the agent sent it and waited for the answer, the agent was killed",
        "while the agent sent it again, headquarters was killed, and started anew",
    ]
    assert told[-2:] == [
        "with all three at work again it arrived: headquarters counts orders 1, transactions 1, cases 0",
        "the order is there once, as SO-000001 of account 10051, at both sides",
    ]
