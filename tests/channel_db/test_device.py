"""The device's identity is whole, private, and never in a log."""

import sys
from pathlib import Path

import pytest

from channel_db.device import Device, NotEnrolled, read_device, write_device

DEVICE = Device(
    hq_url="https://hq.example",
    tenant="demo",
    register_name="HOUSTON-1",
    store="HOUSTON",
    epoch="e1",
    token="the-token",
    device_secret="the-secret",
)


def test_device_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_device(tmp_path / "new folder", DEVICE)

    assert read_device(tmp_path / "new folder") == DEVICE


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    write_device(tmp_path, DEVICE)

    assert sys.platform == "win32" or (tmp_path / "device.json").stat().st_mode & 0o777 == 0o600


def test_a_write_cut_short_leaves_the_device_before_it(tmp_path: Path) -> None:
    write_device(tmp_path, DEVICE)
    (tmp_path / "device.json.new").write_text('{"hq_url": "https://h')

    assert read_device(tmp_path) == DEVICE
    write_device(tmp_path, DEVICE)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["device.json"]


def test_secrets_stay_out_of_its_text() -> None:
    assert "the-token" not in repr(DEVICE)
    assert "the-secret" not in repr(DEVICE)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"hq_url": "x"}', '"words"'])
def test_a_file_that_is_not_whole_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "device.json").write_text(text)

    with pytest.raises(NotEnrolled, match="Enrol it with a code"):
        read_device(tmp_path)


def test_a_folder_without_device_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled, match="is not enrolled"):
        read_device(tmp_path)
