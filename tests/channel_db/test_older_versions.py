"""A journal of an older version is brought up with what was in it, or left alone where something would be lost."""

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from channel_db import upgrade
from channel_db.engine import connect, open_journal
from channel_db.kinds import JOURNAL
from retail.charges import Charge, ChargeSource
from tests.channel_db.making import NOW, SetClock, add_customer, conclude, customer, opened, sale_cart, uuid

LATER = ("money_minor", "blind_closed_at", "voided")
"""Columns that the seventh version did not have."""


def journal_of(version: int, folder: Path, scripts: Path) -> Connection:
    """A journal as the version with that number made it."""
    (scripts / "versions").mkdir(parents=True)
    ours = upgrade.migrations_folder("journal")
    shutil.copy(ours / "env.py", scripts)
    for each in (ours / "versions").glob("0*.py"):
        if int(each.name[:4]) <= version:
            shutil.copy(each, scripts / "versions")
    connection = connect(folder / JOURNAL.file)
    kind = replace(JOURNAL, version=version)
    upgrade.upgrade(connection, kind, folder / JOURNAL.file, SetClock(), scripts)
    return connection


def old_line(**others: Any) -> dict[str, Any]:
    return {
        "number": 1, "product": "1", "name": "One", "quantity_thousandths": 1000, "list_price_minor": 500,
        "price_minor": 500, "tax_percent": "8.25", "own_tax_percent": None, "barcode": "", "price_source": "list",
        "product_charge_minor": 0, "delivery": None, "voided": False, **others,
    }  # fmt: skip


OLD_CART: dict[str, Any] = {
    "order_id": uuid(3, 1), "currency": "USD", "header_charge_minor": 700, "customer": None, "terms": None,
    "tenders": [[1, "cash", 500, 0, 0, 500]], "selected": [],
}  # fmt: skip
SHIPPED = {"kind": "ship", "mode": "ground", "date": "2026-11-24", "store": None, "ship_from": "HOUSTON",
           "address": {"id": "a", "purpose": "home", "name": "", "phone": "", "line1": "x", "postcode": "",
                       "city": "", "country": "", "tax_percent": None}, "charge_minor": 250}  # fmt: skip


def test_the_open_cart_of_the_second_version_keeps_its_charges(tmp_path: Path) -> None:
    connection = journal_of(2, tmp_path, tmp_path / "scripts")
    connection.exec_driver_sql("INSERT INTO carts VALUES (1, ?, ?)", (uuid(2, 1), json.dumps(OLD_CART)))
    lines = [old_line(product_charge_minor=1999), old_line(number=2, delivery=SHIPPED)]
    for line in lines:
        connection.exec_driver_sql(
            "INSERT INTO cart_lines VALUES (?, 1, ?)", (line["number"], json.dumps(line))
        )
    connection.close()

    journal = open_journal(tmp_path, SetClock())

    cart = journal.open_cart()
    assert cart is not None
    freight = Charge("FREIGHT", 700, Decimal(0))
    assert cart.charges == (freight,)
    assert cart.lines[0].charges == (replace(freight, amount_minor=1999, source=ChargeSource.PRODUCT),)
    assert cart.lines[1].charges == (replace(freight, amount_minor=250),)
    assert (cart.act, cart.lines[1].share, cart.tenders[0].settled_minor) == (None, None, 500)
    assert cart.lines[1].delivery is not None
    journal.close()


def test_a_journal_without_orders_is_brought_up_and_sold_on(tmp_path: Path) -> None:
    journal_of(3, tmp_path, tmp_path / "scripts").close()

    journal = open_journal(tmp_path, SetClock())

    assert journal.find_orders("", 5) == []
    journal.close()


def test_a_journal_with_orders_of_before_the_first_release_is_left_as_it_is(tmp_path: Path) -> None:
    connection = journal_of(3, tmp_path, tmp_path / "scripts")
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    order = (1, uuid(3, 1), "L-HOUSTON-1-00001", None, 1, uuid(1, 1), "anna", 0)
    connection.exec_driver_sql("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)", order)
    connection.close()

    with pytest.raises(RuntimeError, match="1 orders were made by a version before"):
        open_journal(tmp_path, SetClock())

    connection = connect(tmp_path / JOURNAL.file)
    assert connection.exec_driver_sql("SELECT count(*) FROM orders").scalar_one() == 1
    assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 3
    connection.close()


def test_what_waits_in_the_outbox_of_the_seventh_version_has_its_money(tmp_path: Path) -> None:
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
    journal = opened(tmp_path / "new")
    with journal.unit_of_work() as work:
        conclude(work, sale_cart())
        add_customer(work, customer())
    expected = journal.waiting()
    tables = ("shifts", "transactions", "transaction_lines", "tenders", "customers", "outbox")
    kept = {
        name: journal._connection.exec_driver_sql(f"SELECT * FROM {name}").mappings().all() for name in tables
    }
    journal.close()
    connection = journal_of(7, tmp_path / "old", tmp_path / "scripts")
    for name, rows in kept.items():
        for row in rows:
            values = {column: value for column, value in row.items() if column not in LATER}
            columns, marks = ", ".join([f'"{each}"' for each in values]), ", ".join("?" * len(values))
            connection.exec_driver_sql(
                f"INSERT INTO {name} ({columns}) VALUES ({marks})", tuple(values.values())
            )
    connection.close()

    journal = open_journal(tmp_path / "old", SetClock())

    assert (journal.waiting(), expected.money_minor > 0) == (expected, True)
    journal.close()


def test_the_shifts_of_the_fifteenth_version_stand_as_they_did_and_may_now_be_closed_blind(
    tmp_path: Path,
) -> None:
    connection = journal_of(15, tmp_path, tmp_path / "scripts")
    for number, state, closed in ((1, "closed", NOW.isoformat()), (2, "open", None)):
        connection.exec_driver_sql(
            "INSERT INTO shifts VALUES (?, ?, ?, ?, 'ann', 100, '2026-11-21', ?, ?)",
            (number, uuid(4, number), number, NOW.isoformat(), state, closed),
        )
    connection.exec_driver_sql("INSERT INTO shift_counts VALUES (1, 'cash', 100, 90)")
    connection.close()

    journal = open_journal(tmp_path, SetClock())

    found, closed_one = journal.open_shift(), journal.last_closed_shift()
    assert found is not None
    assert closed_one is not None
    assert (found.number, closed_one[0].number, closed_one[1][0].over_short_minor) == (2, 1, -10)
    with journal.unit_of_work() as work:
        work.close_blind(found.id, NOW.isoformat(), 0)
    assert [each.number for each in journal.blind_shifts()] == [2]
    journal.close()
