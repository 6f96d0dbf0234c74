"""One owner at a time, across processes."""

import subprocess
import sys
from pathlib import Path

import pytest

from channel_db.errors import AlreadyOpen, DatabaseBusy
from channel_db.single import REGISTER_LOCK, take, waiting_turn

HOLD = """
import sys, pathlib
from channel_db.single import take
lock = take(pathlib.Path(sys.argv[1]), "register.lock", "The register")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_register_on_the_same_data_is_refused_in_words(tmp_path: Path) -> None:
    lock = take(tmp_path, REGISTER_LOCK, "The register")

    with pytest.raises(AlreadyOpen) as refused:
        take(tmp_path, REGISTER_LOCK, "The register")
    assert str(refused.value).startswith("The register is open already")
    lock.release()
    take(tmp_path, REGISTER_LOCK, "The register").release()


def test_the_lock_of_a_killed_process_is_free_again(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(AlreadyOpen):
            take(tmp_path, REGISTER_LOCK, "The register")
        holder.kill()

    take(tmp_path, REGISTER_LOCK, "The register").release()


def test_waiting_for_a_turn_ends_after_its_time(tmp_path: Path) -> None:
    with (
        waiting_turn(tmp_path / "turn", 5),
        pytest.raises(DatabaseBusy),
        waiting_turn(tmp_path / "turn", 0.1),
    ):
        pass


def test_a_turn_is_free_after_the_one_before(tmp_path: Path) -> None:
    turns = []
    for number in range(2):
        with waiting_turn(tmp_path / "turn", 1):
            turns.append(number)

    assert turns == [0, 1]
