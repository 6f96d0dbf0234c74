"""What machines sold that are their register no more: in the books once, when a person at headquarters decides."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.engine import open_journal
from retail.epochs import branch_epoch
from sync_agent import handing_over
from sync_agent.__main__ import main as agent
from tests.faults.till import Till, files, running, till
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code

__all__ = ["files", "running", "till"]


@pytest.fixture(scope="module", autouse=True)
def office(running: RunningHeadquarters) -> None:
    """Its first person is there before any test lets time go by: the code for that is not valid for long."""
    Browser(running.url).set_up(set_up_code(running))


@pytest.fixture
def ada(till: Till) -> Browser:
    return Browser(till.running.url).sign_in()


def test_55_what_the_copy_sold_under_numbers_of_the_other_is_booked_once_as_a_branch_when_a_person_decides(
    till: Till, tmp_path: Path, ada: Browser
) -> None:
    till.sell()
    till.push()
    root, copy = till.device.epoch, till.copied(tmp_path / "copy")
    till.sell(2)
    assert till.push()[0] == 2
    copy.sell(3)
    assert copy.push()[0] == 0
    copy.enrol_again()
    copy.sell()
    assert copy.push()[0] == 4
    till.running.manage("POST", "/v1/jobs/synchronize-orders/run")
    of_them = "FROM transactions WHERE epoch LIKE '{}%'".format
    before = till.at_hq(f"SELECT count(*), sum(total_minor) {of_them(root)}")[0]
    assert before[0] == 4, "its number 4 is nobody else's"

    page = ada.get("/office/registers/1")
    assert "2 documents under the numbers 2 to 3" in page
    parked = till.at_hq(f"SELECT id, text FROM uploads WHERE epoch = '{root}' AND state = 'parked'")
    assert "decide about it there" in ada.get(f"/office/documents/{parked[0][0]}")
    ada.get("/office/registers/1")
    form = {"epoch": root, "last_row": str(parked[0][0]), "form_secret": ada.secret()}
    assert "1 documents under the numbers 3 to 3" in ada.post("/office/registers/1/branch", **form)
    form["last_row"] = str(parked[1][0])
    assert "Sold by a copy" not in ada.post("/office/registers/1/branch", **form)
    assert "None of these documents waits any more" in ada.post("/office/registers/1/branch", **form)

    branch = branch_epoch(root, 1)
    assert till.at_hq(f"SELECT number {of_them(branch)} ORDER BY number") == [(2,), (3,)]
    count, money = till.at_hq(f"SELECT count(*), sum(total_minor) {of_them(root)}")[0]
    assert (count, money) == (6, before[1] + sum(json.loads(text)["total_minor"] for _, text in parked))
    kept = till.at_hq(f"SELECT text, state FROM uploads WHERE epoch = '{branch}' ORDER BY id")
    assert kept == [(text, "posted") for _, text in parked], "what came stays as it came"
    with closing(open_journal(copy.folder, copy.clock)) as journal:
        journal.offer_again()
    assert copy.push()[0] == 5
    assert till.at_hq(f"SELECT count(*) {of_them(root)}") == [(6,)], "sent again it is known"


def test_55_of_two_copies_each_number_is_booked_in_a_branch_where_it_is_free(
    till: Till, tmp_path: Path, ada: Browser
) -> None:
    copies = [till.copied(tmp_path / name) for name in ("one", "two")]
    copies[1].paper = replace(copies[1].paper, seed=copies[1].paper.seed + 7000)
    till.sell()
    till.push()
    for copy in copies:
        copy.sell()
        copy.enrol_again()
        assert copy.push()[0] == 1

    ada.get("/office/registers/1")
    ada.press("/office/registers/1/branch")

    root = till.device.epoch
    booked = till.at_hq(f"SELECT epoch FROM transactions WHERE epoch LIKE '{root}.%' ORDER BY epoch")
    assert booked == [(branch_epoch(root, 1),), (branch_epoch(root, 2),)]


def test_58_and_63_the_file_of_a_revoked_machine_is_taken_in_by_a_person_at_the_office_and_posted_once(
    till: Till, tmp_path: Path, ada: Browser
) -> None:
    till.push()
    till.sell(2)
    till.running.manage("POST", "/v1/manage/registers/HOUSTON-1/revoke")
    assert "HOUSTON-1 was revoked at headquarters" in till.push()[1]
    file = tmp_path / "unsent.json"
    assert agent(["hand-over", str(file), "--data", str(till.folder)]) == 0

    ada.get("/office/handed-over")
    assert "HOUSTON-1: stored 2" in ada.send_file("/office/handed-over", file.name, file.read_bytes())
    assert "HOUSTON-1: known 2" in ada.send_file("/office/handed-over", file.name, file.read_bytes())
    changed = file.read_bytes().replace(b"HOUSTON-1", b"HOUSTON-2", 1)
    assert "Nothing was taken" in ada.send_file("/office/handed-over", file.name, changed)
    assert ada.status == 403
    till.running.manage("POST", "/v1/jobs/synchronize-orders/run")
    till.enrol_again()
    assert till.push()[0] == 2, "the same documents, sent by itself after all"

    (epoch,) = till.at_hq("SELECT epoch FROM devices ORDER BY id DESC LIMIT 1 OFFSET 1")[0]
    assert till.at_hq(f"SELECT count(*) FROM transactions WHERE epoch = '{epoch}'") == [(2,)]


def test_58_and_63_much_that_was_not_sent_is_handed_over_in_several_files_of_which_each_is_taken_in_by_itself(
    till: Till,
    tmp_path: Path,
    ada: Browser,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(handing_over, "PART_DOCUMENTS", 2)
    till.push()
    till.sell(5)
    file = tmp_path / "unsent.json"

    assert agent(["hand-over", str(file), "--data", str(till.folder)]) == 0

    files = [tmp_path / f"unsent{end}.json" for end in ("", "-2", "-3")]
    assert f"5 documents stand in {', '.join(map(str, files))} now" in capsys.readouterr().out
    assert sorted(tmp_path.glob("unsent*")) == sorted(files)
    ada.get("/office/handed-over")
    for part, stored in reversed(list(zip(files, (2, 2, 1), strict=True))):
        assert f"HOUSTON-1: stored {stored}" in ada.send_file(
            "/office/handed-over", part.name, part.read_bytes()
        )
    assert till.at_headquarters() == 5
