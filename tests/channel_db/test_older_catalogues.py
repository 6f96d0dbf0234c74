"""A catalogue of an older version is brought up: its customers are found by what they were not found by before."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from channel_db import upgrade
from channel_db.catalog.hits import Field
from channel_db.engine import connect, open_catalog
from channel_db.kinds import CATALOG
from tests.channel_db.making import SetClock

ROW = {
    "id": "1", "account": "10021", "name": "Anna Berg",
    "addresses": [{"id": "h", "line1": "Åsveien 1", "postcode": "5003", "city": "Bergen"}],
}  # fmt: skip


def catalogue_of_version(version: int, folder: Path) -> Connection:
    """A catalogue as the migrations up to this one leave it."""
    scripts = folder / "scripts"
    (scripts / "versions").mkdir(parents=True)
    ours = upgrade.migrations_folder("catalog")
    shutil.copy(ours / "env.py", scripts)
    for each in (ours / "versions").glob("00*.py"):
        if int(each.name[:4]) <= version:
            shutil.copy(each, scripts / "versions")
    connection = connect(folder / CATALOG.file)
    upgrade.upgrade(connection, replace(CATALOG, version=version), folder / CATALOG.file, SetClock(), scripts)
    return connection


def test_customers_of_the_third_version_are_found_by_their_addresses(tmp_path: Path) -> None:
    scripts = tmp_path / "scripts"
    (scripts / "versions").mkdir(parents=True)
    ours = upgrade.migrations_folder("catalog")
    shutil.copy(ours / "env.py", scripts)
    for each in (ours / "versions").glob("000[123]*.py"):
        shutil.copy(each, scripts / "versions")
    connection = connect(tmp_path / CATALOG.file)
    upgrade.upgrade(connection, replace(CATALOG, version=3), tmp_path / CATALOG.file, SetClock(), scripts)
    connection.exec_driver_sql(
        "INSERT INTO customers (uuid, account, name, email, phone, city, account_folded, email_folded, phone_digits, "
        "folded, text) VALUES ('1', '10021', 'Anna Berg', '', '', 'Bergen', '10021', '', '', 'anna berg', ?)",
        (json.dumps(ROW),),
    )
    connection.commit()
    connection.close()

    catalog = open_catalog(tmp_path, SetClock(), writer=True)
    [hit] = catalog.find_customers("asveien 5003", 5)
    catalog.close()

    assert (hit.field, hit.place) == (Field.ADDRESS, "Åsveien 1, 5003 Bergen")


def test_what_a_newer_headquarters_said_of_the_sale_of_a_product_counts_after_the_update(
    tmp_path: Path,
) -> None:
    connection = catalogue_of_version(16, tmp_path)
    connection.exec_driver_sql(
        "INSERT INTO products "
        "(number, number_folded, name, folded, barcodes, sellable, key_in_price, line_charge_minor) "
        "VALUES ('P', 'p', 'Pear', 'pear', '[]', 0, 0, 0), ('Q', 'q', 'Quince', 'quince', '[]', 0, 0, 0)"
    )
    connection.exec_driver_sql("INSERT INTO prices (number, price_minor) VALUES ('P', 100), ('Q', 100)")
    said = {"item_tax_group": "FOOD", "sellable_by_group": True, "unit": "kg"}
    connection.exec_driver_sql(
        "INSERT INTO further_fields (feed, key, text) VALUES ('products', 'P', ?), ('products', 'Q', ?)",
        (json.dumps(said), json.dumps({"unit": "box", "other": 1})),
    )
    connection.commit()
    connection.close()

    catalog = open_catalog(tmp_path, SetClock(), writer=True)
    pear, quince = catalog.product_by_number("P"), catalog.product_by_number("Q")
    catalog.close()

    assert pear is not None
    assert quince is not None
    assert (pear.item_tax_group, pear.unit, pear.sellable) == ("FOOD", "kg", True)
    assert (quince.item_tax_group, quince.unit, quince.sellable) == ("", "box", False)


def test_a_further_phone_that_came_before_the_update_is_found_as_it_is_dialled_at_home(
    tmp_path: Path,
) -> None:
    connection = catalogue_of_version(20, tmp_path)
    extras = [["attribute:shoe", "44"], ["email:a@example.com", "no"], ["phone:+31 6 12345678", "yes"]]
    connection.exec_driver_sql(
        "INSERT INTO customers (uuid, account, name, email, phone, city, account_folded, email_folded, phone_digits, "
        "folded, text, places_folded) "
        "VALUES ('1', '10021', 'Anna Berg', '', '', '', '10021', '', '', 'anna berg', ?, '31 6 12345678 31612345678')",
        (json.dumps(ROW | {"extras": extras}, separators=(",", ":")),),
    )
    connection.exec_driver_sql(
        "INSERT INTO customer_places (rowid, text) SELECT id, places_folded FROM customers"
    )
    connection.commit()
    connection.close()

    catalog = open_catalog(tmp_path, SetClock(), writer=True)
    [hit] = catalog.find_customers("0612345678", 5, home="612345678")
    [at_place] = catalog.find_customers("asveien 5003", 5)
    catalog.close()

    assert (hit.field, hit.phone) == (Field.PHONE, "+31 6 12345678")
    assert at_place.field is Field.ADDRESS
