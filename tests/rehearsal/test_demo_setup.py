"""The demo made ready through the real programs: enrolled, pulled, used again, thrown away only if it is one."""

import re
from pathlib import Path

import pytest

from channel_db.device import read_device
from rehearsal.children import ChildFailed
from rehearsal.demo_setup import READY, running_demo, start_over


def test_a_register_is_enrolled_and_pulled_and_the_next_start_uses_it_again(tmp_path: Path) -> None:
    told: list[str] = []
    arrived: list[tuple[str, int, int]] = []
    folder = tmp_path / "demo"

    with running_demo(folder, told.append, lambda *progress: arrived.append(progress)) as demo:
        first = read_device(demo.register_folder)
        assert first.hq_url == demo.line.url
        assert demo.office.counts()["customers"] == 50
        assert re.fullmatch(r"([A-Z2-7]{4}-){3}[A-Z2-7]{4}", demo.office.set_up_code())
    _, rows, expected = arrived[-1]
    assert {each[0] for each in arrived} >= {"settings", "staff", "products", "prices", "customers"}
    assert rows == expected > 400

    arrived.clear()
    with running_demo(folder, told.append, lambda *progress: arrived.append(progress)) as demo:
        again = read_device(demo.register_folder)
        assert again.hq_url == demo.line.url
        assert again.token == first.token
        assert demo.office.counts()["customers"] == 50
    assert arrived == []


def test_a_start_that_was_interrupted_begins_anew(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / "headquarters").mkdir(parents=True)
    (folder / "headquarters" / "half-written").write_text("x")

    with running_demo(folder, lambda line: None, lambda feed, rows, expected: None):
        assert (folder / READY).exists()
        assert not (folder / "headquarters" / "half-written").exists()


def test_a_folder_with_other_things_is_never_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(ChildFailed, match=r"holds 'thesis\.txt', which is no part of a demo"):
        start_over(tmp_path)

    assert (tmp_path / "thesis.txt").exists()
