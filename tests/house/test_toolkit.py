"""The libraries below keep the promises that the project stands on."""

import sys

import PySide6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2


def test_qt_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.add_widget(label)
    before = sys.getrefcount(None)

    for number in range(2000):
        label.setText(str(number))

    assert abs(sys.getrefcount(None) - before) < 200


def test_qt_is_not_the_release_that_loses_them() -> None:
    assert PySide6.__version__ != "6.12.0"


def test_sqlite_is_free_of_the_wal_fault() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)
