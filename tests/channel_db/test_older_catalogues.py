"""A catalogue of an older version is brought up: its customers are found by what they were not found by before."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

from channel_db import upgrade
from channel_db.catalog.hits import Field
from channel_db.engine import connect, open_catalog
from channel_db.kinds import CATALOG
from tests.channel_db.making import SetClock

ROW = {
    "id": "1", "account": "10021", "name": "Anna Berg",
    "addresses": [{"id": "h", "line1": "Åsveien 1", "postcode": "5003", "city": "Bergen"}],
}  # fmt: skip


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
