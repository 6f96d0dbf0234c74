"""Files that this register must not touch: a newer Kassa's, another program's, and those of a running register."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from rehearsal.children import CHECKOUT
from sync_agent.__main__ import HQ_NOT_REACHED
from tests.bad_input.counter import Counter, check_words

PROGRAMS = {"register": ["pos_app.console"], "agent": ["sync_agent", "once", "push"]}

OPENED = {"register": 0, "agent": HQ_NOT_REACHED}
"""How they end where they may open the files; the copy has no line to headquarters."""


@pytest.fixture
def folder(counter: Counter, tmp_path: Path) -> Path:
    """The data folder of a register that has sold something and is closed now."""
    counter.sell()
    return counter.copy_to(tmp_path / "register")


def started(program: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Start a program and let it end: nobody asks it anything."""
    module, *rest = PROGRAMS[program]
    return subprocess.run(
        [sys.executable, "-m", module, "--data", str(folder), *rest],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def make_newer(file: Path) -> None:
    connection = dbapi2.connect(str(file))
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def make_foreign(file: Path) -> None:
    file.unlink()
    connection = dbapi2.connect(str(file))
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.execute("PRAGMA application_id = 7")
    connection.commit()
    connection.close()


def make_no_database(file: Path) -> None:
    file.write_bytes(b"Dear diary, today the register would not start. " * 200)


CASES = {
    "newer": (make_newer, "was written by a newer Kassa (version 999 of its tables; this one knows "),
    "foreign": (make_foreign, "belongs to another program. Choose this register's own data folder."),
    "no database": (
        make_no_database,
        "is damaged. Leave it as it is and call for help: nothing was changed.",
    ),
}


@pytest.mark.parametrize(
    ("program", "cases"), [("register", ("newer", "foreign", "no database")), ("agent", ("newer",))]
)
def test_file_of_another_is_refused_and_left_as_it_is(
    folder: Path, program: str, cases: tuple[str, ...]
) -> None:
    journal, catalog = folder / "journal.db", folder / "catalog.db"
    proper = journal.read_bytes()
    for case in cases:
        change, words = CASES[case]
        journal.write_bytes(proper)
        change(journal)
        before = (journal.read_bytes(), catalog.read_bytes())

        ended = started(program, folder)

        assert ended.returncode == 2
        assert words in check_words(ended.stderr.strip())
        assert str(journal) in ended.stderr
        assert (journal.read_bytes(), catalog.read_bytes()) == before
    journal.write_bytes(proper)
    assert started(program, folder).returncode == OPENED[program]


def test_second_register_on_the_same_data_is_refused_and_the_first_goes_on(counter: Counter) -> None:
    before = counter.holdings()

    ended = started("register", counter.folder)

    assert ended.returncode == 2
    words = check_words(ended.stderr.strip())
    assert words == (
        f"The register is open already with the data in {counter.folder}. "
        "Use the one that is open, or close it first."
    )
    assert counter.holdings() == before
    assert counter.sell()["receipt_number"]


def test_second_agent_on_the_same_data_is_refused_and_the_first_goes_on(counter: Counter) -> None:
    counter.sell()

    ended = started("agent", counter.folder)

    assert ended.returncode == 2
    assert "is open already with the data in" in check_words(ended.stderr.strip())
    assert counter.register.carry("push")["sent"] >= 1
